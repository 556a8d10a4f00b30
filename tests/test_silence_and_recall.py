"""Invented statements: silent while they are right, heard when one figure is misprinted.

A fast subset of what is measured on published documents. Every plant breaks, beyond any rounding,
something that the unrounded values behind the statement obey, so full recall is possible.
"""

from dataclasses import dataclass
from functools import cache

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.document import Source
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs
from tests.statements import SLIPS, STATEMENTS, Plant, Sheet, plants

HEADER_ROWS = 1

FEWEST_PLANTS = 80  # 84
RECALL = 0.92  # 78 of 84
BLAME = 0.75  # the first suspect is the misprint in 64 of the 78
TIED = 0.94  # of the figures of right statements, 323 of 341 are covered by a check that holds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the audit of a planted statement found, apart by whether it cites the misprint."""

    plant: Plant
    citing: tuple[Finding, ...]
    others: tuple[Finding, ...]

    @property
    def blamed(self) -> bool:
        return any(
            is_at(f.suspects[0].citation.source, self.plant) for f in self.citing if f.suspects
        )


def is_at(source: Source, plant: Plant) -> bool:
    """Whether a place is the planted cell's; cells count from 0, places from 1."""
    row, column = plant.cell
    return (source.row, source.col) == (row + HEADER_ROWS + 1, column + 2)


def report(text):
    return document_report(readers.read(text.encode(), "statement.md"), rule_packs())


def outcome(plant: Plant) -> Outcome:
    found = [f for f in report(plant.text).findings if f.severity is not Severity.NOTE]
    citing = [f for f in found if any(is_at(c.source, plant) for c in f.citations)]
    return Outcome(plant, tuple(citing), tuple(f for f in found if f not in citing))


@cache
def outcomes() -> tuple[Outcome, ...]:
    return tuple(outcome(plant) for sheet in STATEMENTS for plant in plants(sheet))


@pytest.mark.parametrize("sheet", STATEMENTS, ids=lambda sheet: sheet.name)
def test_a_right_statement_raises_no_alarm(sheet: Sheet):
    found = report(sheet.text())
    assert [f.message for f in found.findings] == []
    assert found.checks


def test_figures_of_right_statements_are_tied():
    found = [report(sheet.text()) for sheet in STATEMENTS]
    assert sum(d.tied for d in found) >= TIED * sum(d.printed for d in found)


def test_misprints_are_found():
    caught = [o for o in outcomes() if o.citing]
    missed = [o.plant.name for o in outcomes() if not o.citing]
    assert len(outcomes()) >= FEWEST_PLANTS
    assert len(caught) >= RECALL * len(outcomes()), "\n".join(missed)


def test_the_first_suspect_is_mostly_the_misprint():
    caught = [o for o in outcomes() if o.citing]
    wide = [o.plant.name for o in caught if not o.blamed]
    assert sum(o.blamed for o in caught) >= BLAME * len(caught), "\n".join(wide)


def test_one_misprint_is_one_finding():
    assert [o.plant.name for o in outcomes() if len(o.citing) > 1] == []


def test_right_figures_beside_a_misprint_raise_no_alarm():
    assert [o.plant.name for o in outcomes() if o.others] == []


def test_every_kind_of_slip_and_of_tie_is_planted():
    planted = [o.plant for o in outcomes()]
    kinds = {t.kind for p in planted for t in p.sheet.ties if p.cell in t.cells}
    assert {p.slip for p in planted} == set(SLIPS)
    assert kinds == {"sum", "growth", "share"}
