"""A wrong figure that what is computed of it follows is told, though none alone explains it."""

import csv
import io

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.checks.doubted import FOLLOWED
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

PARTS = {"Rivets": (1_284, 1_190), "Hinges": (642, 655), "Latches": (318, 301), "Bolts": (977, 934)}


def table(*, parts, change, margin, total=0, part=0):
    """Parts, what they come to and what follows, this year's total or a part too large."""
    own = dict(list(PARTS.items())[:parts])
    revenue = tuple(sum(values) for values in zip(*own.values(), strict=True))
    costs = tuple(value * 5 // 8 for value in revenue)
    this, before = own["Hinges"]
    rows = own | {"Hinges": (this + part, before)}
    rows["Net sales"] = (revenue[0] + total, revenue[1])
    if margin:
        rows["Cost of sales"] = costs
        rows["Gross profit"] = (revenue[0] + total - costs[0], revenue[1] - costs[1])
    head = ["EUR million", "2025", "2024", *filter(None, [change])]
    return [head, *([name, *map(shown, v), *changed(change, *v)] for name, v in rows.items())]


def shown(value):
    return f"{value:,}" if value >= 0 else f"-{-value:,}"


def changed(change, this, before):
    if not change:
        return []
    return [shown(this - before) if change == "Change" else f"{(this / before - 1) * 100:.1f}%"]


def markdown(rows):
    rule = ["---"] * len(rows[0])
    return "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], rule, *rows[1:]]) + "\n"


def comma_separated(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def report(text, name="results.md"):
    document = readers.read(text.encode(), name)
    return document_report(document, rule_packs(()), shown=True)


@pytest.mark.parametrize("written, name", [(markdown, "a.md"), (comma_separated, "a.csv")])
@pytest.mark.parametrize("margin", [True, False])
@pytest.mark.parametrize("change", ["Change", "Change %"])
@pytest.mark.parametrize("parts", [2, 3, 4])
@pytest.mark.parametrize("wrong", [{"total": 10}, {"total": -100}, {"part": 10}, {"part": 100}])
def test_what_follows_a_wrong_figure_does_not_hide_it(wrong, parts, change, margin, written, name):
    rows = table(parts=parts, change=change, margin=margin)
    assert report(written(rows), name).findings == ()
    told = report(written(table(parts=parts, change=change, margin=margin, **wrong)), name)
    (finding,) = told.findings
    assert finding.severity is Severity.WARNING
    assert "No single wrong figure explains this" in finding.message
    right = {row[0]: row[1] for row in rows}
    label = "Net sales" if "total" in wrong else "Hinges"
    offered = {s.citation.source.row_label: s.suggestion for s in finding.suspects}
    assert offered[label] == right[label]
    assert sum(s.confidence for s in finding.suspects) <= 0.5


def test_what_follows_a_wrong_figure_does_not_tie_it():
    told = report(markdown(table(parts=3, change="Change %", margin=True, total=10)))
    reasons = {one.text: one.reason for one in told.untied}
    assert {text for text, reason in reasons.items() if reason == FOLLOWED} == {
        "1,284", "642", "318",
    }  # fmt: skip
    assert told.contradicted == 1


@pytest.mark.parametrize("parts", [2, 3, 4])
@pytest.mark.parametrize("wrong", [{"total": 10}, {"total": -100}, {"total": 200}])
def test_revenue_above_its_costs_is_what_stands_above_it(wrong, parts):
    """One year alone: the costs and the profit below the total say nothing of its parts."""

    def of_one_year(rows):
        return markdown([row[:2] for row in rows])

    assert report(of_one_year(table(parts=parts, change="", margin=True))).findings == ()
    told = report(of_one_year(table(parts=parts, change="", margin=True, **wrong)))
    (finding,) = told.findings
    assert finding.severity is Severity.WARNING
