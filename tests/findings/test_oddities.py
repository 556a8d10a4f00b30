"""Cells that are wrong by themselves, as findings."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.model.selection import EVERY_RULE, Selection
from auditor.rulebook.packs import rule_packs
from tests.readers.workbooks import workbook

REGIONS = [("North", 100, 120), ("South", 90, 95), ("West", 70, 75), ("East", 40, 45)]


def findings(total, selection=EVERY_RULE):
    cells: dict[str, object] = {"A1": "USD", "B1": "Q1", "C1": "Q2", "D1": "Total"}
    for row, (name, first, second) in enumerate(REGIONS, start=2):
        cells |= {f"A{row}": name, f"B{row}": first, f"C{row}": second}
        cells[f"D{row}"] = (f"=B{row}+C{row}", first + second, "#,##0")
    document = readers.read(workbook(("T", cells | {"D4": (total, "#,##0")}, None)), "a.xlsx")
    return document_report(document, rule_packs(), selection=selection).findings


@pytest.mark.parametrize(
    "total, rule, severity",
    [(145, "typed-over", "warning"), (146, "typed-over", "warning"), (154, "sum", "error")],
)
def test_a_wrong_cell_is_one_finding_with_its_formula(total, rule, severity):
    (found,) = findings(total)
    assert (found.rule, found.severity, found.printed) == (rule, severity, str(total))
    assert "there it would be =B4+C4" in found.message + found.why


def test_rules_that_are_not_asked_find_nothing():
    assert findings(145, Selection(ignore=("typed-over",))) == ()
    assert [
        f.severity for f in findings(145, Selection(severity=(("typed-over", Severity.NOTE),)))
    ] == ["note"]
