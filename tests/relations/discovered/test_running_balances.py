"""Balances that run on from line to line."""

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


STATEMENT = """
| Date | Details | Paid out | Paid in | Balance |
|---|---|---|---|---|
| 1 May | Brought forward |  |  | 2,318.66 |
| 3 May | Salary |  | 3,850.00 | 6,168.66 |
| 4 May | Rent | 1,450.00 |  | 4,718.66 |
| 7 May | Groceries | 186.42 |  | 4,532.24 |
| 9 May | Refund |  | 64.90 | 4,597.14 |
| 9 May | Power | 213.75 |  | 4,383.39 |
"""
LINES = STATEMENT.strip().splitlines()
NEWEST_FIRST = "\n".join((*LINES[:2], *LINES[:1:-1]))


@pytest.mark.parametrize("text", [STATEMENT, NEWEST_FIRST])
def test_a_balance_that_runs_on_is_tied(text):
    assert found(text) == []
    assert tied(text) == 11


@pytest.mark.parametrize("text", [STATEMENT, NEWEST_FIRST])
@pytest.mark.parametrize("right, wrong", [("4,597.14", "4,579.14"), ("186.42", "168.42")])
def test_a_figure_that_breaks_it_is_one_error(text, right, wrong):
    assert found(text.replace(right, wrong)) == [(right, ERROR)]
