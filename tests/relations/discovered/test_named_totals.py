"""Totals that are called so, which their parts do not make."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs


def found(text, name="review.md"):
    report = document_report(readers.read(text.encode(), name), rule_packs())
    return [(f.printed, f.severity) for f in report.findings]


ONE_COLUMN = """
| Product (EUR million) | Sales |
|---|---|
| Valves | 3,120 |
| Pumps | 1,884 |
| Spares | 907 |
| Total sales | 5,911 |
"""
TWO_COLUMNS = """
| Region (CHF thousand) | 2025 | 2024 |
|---|---|---|
| North | 3,120 | 2,980 |
| South | 1,884 | 1,907 |
| Summe | 5,004 | 4,887 |
"""


@pytest.mark.parametrize("text", [ONE_COLUMN, TWO_COLUMNS])
def test_a_total_that_comes_out_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (ONE_COLUMN, "5,911", "5,811"),  # a digit
        (ONE_COLUMN, "5,911", "6,144"),  # no slip
        (TWO_COLUMNS, "5,004", "5,237"),
        (TWO_COLUMNS, "5,004 | 4,887", "5,004 | 4,761"),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_doubtful(text, right, wrong):
    assert [severity for _, severity in found(text.replace(right, wrong))] == [Severity.WARNING]
