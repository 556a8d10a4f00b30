"""Supposing: other digits behind some figures, in the figures' own units."""

from fractions import Fraction

from auditor import readers
from auditor.auditing.corrected_scene import restated, supposed
from auditor.auditing.facts import document_facts
from auditor.auditing.relations import document_relations
from auditor.model.relation import Kind

TABLES = """\
(USD million)

| | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 420 | 395 |
| Total revenue | 1,203 | 1,137 |

| Ships | 2025 | 2024 |
|---|---|---|
| Ferries | 11 | 12 |
"""


def understood():
    facts = document_facts(readers.read(TABLES.encode(), "x.md"), ())
    return document_relations(facts, discover=True)


def test_only_the_figures_named_say_something_else():
    scene = understood().scene
    (freight,) = (f for f in scene.facts if f.text == "420")
    there = supposed(scene, {freight.number: 402})
    assert [f.text for f in there.facts if f not in scene.facts] == ["420"]
    assert "11" not in [f.text for f in there.facts]  # what another table tells is known
    assert there.at[1, 2, 1].value == Fraction(402_000_000)  # in USD million
    assert [grid.table.number for grid in there.grids] == [1]
    assert there.grids[0].figures[2, 1].value == 402  # a grid's figures are as they stand
    assert scene.grids[0].figures[2, 1].value == 420


def test_relations_found_there_are_told_of_the_figures_as_printed():
    about = understood()
    (freight,) = (f for f in about.of.facts if f.text == "420")
    found = about.discovered_in(supposed(about.scene, {freight.number: 402}))
    sums = [restated(r, {freight.number: 420}) for r in found if r.kind is Kind.SUM]
    assert {f for r in sums for f in r.facts} <= set(about.of.facts)
    assert len(sums) == 2
