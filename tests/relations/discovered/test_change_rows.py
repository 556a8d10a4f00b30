"""Rows of changes under the two rows that they compare."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def found(text):
    report = document_report(readers.read(text.encode(), "review.md"), rule_packs())
    return [(f.suspects[0].suggestion or f.printed, f.severity) for f in report.findings]


def tied(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs()).tied


BLOCKS = """
|  | Revenue | Operating income |
|---|---|---|
| North |  |  |
| 2024 | 760 | 88 |
| 2025 | 812 | 95 |
| % change | 6.8 | 8.0 |
| South |  |  |
| 2024 | 1,105 | 142 |
| 2025 | 1,066 | 131 |
| % change | (3.5) | (7.7) |
"""
CONSTANT = BLOCKS.replace("6.8 | 8.0", "7.9 | 9.3").replace("(3.5) | (7.7)", "(2.1) | (6.0)")


@pytest.mark.parametrize("text", [BLOCKS, CONSTANT])
def test_what_comes_out_or_is_of_others_is_silent(text):
    assert found(text) == []


def test_one_that_does_not_come_out_is_told():
    text = BLOCKS.replace("| South |  |  |", BLOCKS.split("|---|---|---|\n")[1] + "| South |  |  |")
    assert found(text) == []
    wrong = text.replace("(7.7)", "(9.7)", 1)
    assert [severity for _, severity in found(wrong)] == [ERROR]


IN_POINTS = """
|  | Cards | Loans | Deposits |
|---|---|---|---|
| Share 2025 | 18.2% | 11.4% | 9.9% |
| Share 2024 | 19.0% | 10.2% | 10.3% |
| {} | -0.8 | 1.2 | -0.4 |
"""


@pytest.mark.parametrize(
    "name", ["Change (percentage points)", "Change in pp", "Percentage point change", "Change, pts"]
)
def test_a_row_of_points_under_two_rows_of_percentages(name):
    text = IN_POINTS.format(name)
    assert (found(text), tied(text)) == ([], 9)
    assert found(text.replace("-0.4", "-4.0")) == [("-0.4", ERROR)]
