"""Examining: an error that another hides comes to light once the other is set right."""

from dataclasses import replace

import pytest

from auditor import readers
from auditor.auditing import relations
from auditor.auditing.facts import applying, document_facts
from auditor.auditing.relations import document_relations
from auditor.auditing.second_look import _joined, _with_doubts, examined
from auditor.auditing.verdicts import document_verdicts
from auditor.checks import support, thresholds
from auditor.checks.doubted import MISREAD
from auditor.model.figure import AUTO
from auditor.model.verdict import Status
from auditor.rulebook.packs import rule_packs

CASH = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Receipts from guests | 41,063 | 27,311 |
| Sale of boats | 1,247 | 9,418 |
| Total receipts | {receipts} | 36,729 |
| Wages | 22,486 | 20,117 |
| Fuel and dues | {dues} | 11,804 |
| Total payments | 35,701 | 31,921 |
| Net receipts | 6,609 | {net} |
"""
RIGHT = {"receipts": "42,310", "dues": "13,215", "net": "4,808"}


def understood(text):
    document = readers.read(text.encode(), "cash.md")
    facts = document_facts(document, applying(rule_packs(), document))
    return document_verdicts(document_relations(facts, discover=True), AUTO)


def blamed(text):
    """(printed, expected) of every finding, in the order of the text."""
    return sorted((f.suspects[0].citation.text, f.expected) for f in found(text).findings)


def found(text):
    return examined(understood(text))


@pytest.mark.parametrize(
    "wrong",
    [
        {"receipts": "43,210"},
        {"net": "4,088"},
        {"receipts": "43,210", "net": "4,088"},
        {"receipts": "43,210", "dues": "13,251"},
        {"receipts": "43,210", "dues": "13,251", "net": "4,088"},
    ],
    ids=" ".join,
)
def test_every_error_is_found_and_set_right(wrong):
    text = CASH.format(**RIGHT | wrong)
    assert blamed(text) == sorted((wrong[name], RIGHT[name]) for name in wrong)


def test_without_an_error_discovery_is_not_repeated(monkeypatch):
    looks = []
    plain = relations.relations_of  # type: ignore[attr-defined]  # what it imports

    def counted(scene):
        looks.append(scene)
        return plain(scene)

    monkeypatch.setattr(relations, "relations_of", counted)
    assert found(CASH.format(**RIGHT)).findings == ()
    assert len(looks) == 1
    assert len(found(CASH.format(**RIGHT | {"net": "4,088"})).findings) == 1
    assert len(looks) == 3


def test_what_comes_to_light_is_checked_as_printed():
    text = CASH.format(**RIGHT | {"receipts": "43,210", "net": "4,088"})
    about = understood(text)
    more = [v for v in examined(about).verdicts if v not in about.verdicts]
    assert {(v.relation.target.text, str(v.status)) for v in more} == {
        ("6,609", "violated"),
        ("4,088", "violated"),
    }
    assert {f for v in more for f in v.relation.facts} <= set(about.of.of.facts)


HABIT = """\
| USD million | 2025 | 2024 | 2023 | 2022 | 2021 | 2020 |
|---|---|---|---|---|---|---|
| Fares | 1,801 | 1,742 | 1,733 | 1,690 | 1,655 | 1,604 |
| Freight | 1,402 | 1,395 | 1,371 | 1,366 | 1,340 | 1,312 |
| Total revenue | 3,203 | 3,139 | 3,104 | 3,056 | 2,995 | 2,916 |
"""


def test_what_comes_to_light_last_counts_with_the_last_digits_off_by_habit():
    about = understood("\n\n".join(f"Port {n}\n\n{HABIT}" for n in range(3)))
    first = examined(about)
    loose = [v for v in first.verdicts if v.reason == support.ROUNDING_HABIT]
    assert len(loose) == thresholds.HABIT
    without = replace(first, verdicts=tuple(v for v in first.verdicts if v is not loose[0]))
    again = _joined(without, [loose[0].relation])
    assert [v.reason for v in again if v.relation == loose[0].relation] == [support.ROUNDING_HABIT]


def test_what_fails_without_a_figure_to_blame_is_told_as_a_doubtful_reading():
    clean = found(CASH.format(**RIGHT))
    held = clean.verdicts[0]
    failing = replace(held, status=Status.VIOLATED)
    doubted = clean.explained._replace(misread=(held.relation,))
    one = replace(clean, verdicts=(failing, *clean.verdicts[1:]), explained=doubted)
    told = _with_doubts(one)
    assert [(v.status, v.reason) for v in told.verdicts[:1]] == [(Status.NOT_CHECKABLE, MISREAD)]
    assert told.verdicts[1:] == clean.verdicts[1:]
    blamed_too = replace(one, explained=clean.explained)
    assert _with_doubts(blamed_too).verdicts == one.verdicts
