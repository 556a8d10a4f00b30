"""Understanding: what of a document each stage hands to the next."""

import pytest

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.relations import document_relations
from auditor.auditing.verdicts import document_verdicts
from auditor.model.figure import AUTO, Rounding
from auditor.model.relation import Kind, Origin
from auditor.model.verdict import Status
from auditor.notation.vocabulary import applies
from auditor.rulebook.packs import rule_packs

TABLE = """\
(USD million)

| | 2025 | 2024 | Change |
|---|---|---|---|
| Fares | 801 | 742 | 59 |
| Freight | 402 | 395 | 7 |
| Total revenue | 1,203 | 1,137 | 66 |
"""
DOCUMENT = f"Revenue by source.\n\n{TABLE}\nTotal revenue was USD 1,203 million in 2025.\n"


def understood(text, *, discover=True):
    document = readers.read(text.encode(), "x.md")
    packs = tuple(pack for pack in rule_packs() if applies(pack, document))
    return document_relations(document_facts(document, packs), discover=discover)


def test_facts_are_numbered_in_reading_order():
    facts = understood(DOCUMENT).of.facts
    assert [f.number for f in facts] == list(range(len(facts)))
    assert [f.text for f in facts[:3]] == ["801", "742", "59"]
    assert not facts[-1].in_table
    assert [f.block for f in facts] == sorted(f.block for f in facts)


def test_each_figure_of_a_table_is_one_fact():
    facts = [f for f in understood(DOCUMENT).of.facts if f.in_table]
    assert len({(f.source.row, f.source.col) for f in facts}) == len(facts) == 9


def test_discovery_may_be_left_out():
    assert {r.kind for r in understood(TABLE).discovered} == {Kind.SUM, Kind.DIFFERENCE}
    assert understood(TABLE, discover=False).discovered == ()


def test_no_relation_is_judged_twice():
    verdicts = document_verdicts(understood(DOCUMENT), AUTO).verdicts
    same = [
        (v.relation.target.number, frozenset(t.fact.number for t in v.relation.inputs))
        for v in verdicts
        if v.relation.kind is not Kind.GROWTH
    ]
    assert len(same) == len(set(same))


def test_what_is_discovered_is_marked_so():
    assert {r.origin for r in understood(TABLE).discovered} == {Origin.DISCOVERED}


@pytest.mark.parametrize(
    "rounding, chosen",
    [
        (AUTO, Rounding.NEAREST),
        ("nearest", Rounding.NEAREST),
        ("truncate", Rounding.TRUNCATE),
        ("exact", Rounding.EXACT),
    ],
)
def test_the_rounding_asked_for_is_the_one_used(rounding, chosen):
    found = document_verdicts(understood(TABLE), rounding)
    assert found.rounding is chosen
    assert {v.status for v in found.verdicts} == {Status.HOLDS}


def test_a_document_without_figures_has_nothing_to_check():
    empty = understood("No figures here.")
    found = document_verdicts(empty, AUTO)
    assert (empty.of.facts, empty.of.grids, empty.discovered) == ((), (), ())
    assert (found.verdicts, found.labels, found.rounding) == ((), (), Rounding.NEAREST)


def test_general_rules_are_those_of_the_auditor_unless_an_issuer_s_pack_applies():
    assert understood(TABLE).general
    issuers = readers.read(b"Internet Initiative Japan Inc.\n\n" + TABLE.encode(), "x.md")
    packs = tuple(pack for pack in rule_packs() if applies(pack, issuers))
    assert any(pack.applies for pack in packs)
    described = document_relations(document_facts(issuers, packs), discover=True)
    assert described.general == frozenset()
