"""What adds up in one column of a table, in the others."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

STATEMENT = """
|  | 2025 | 2024 |
|---|---|---|
| Revenue | 7,810 | 7,318 |
| Cost of sales | 4,602 | 4,411 |
| Gross profit | 3,208 | 2,907 |
| Selling | 812 | 775 |
| Administration | 604 | 588 |
| Research | 377 | 352 |
| Total operating expenses | 1,793 | 1,715 |
| Operating income | 1,415 | 1,192 |
"""


def found(text):
    report = document_report(readers.read(text.encode(), "review.md"), rule_packs())
    return [(f.printed, f.severity) for f in report.findings]


def test_a_statement_that_comes_out_is_silent():
    assert found(STATEMENT) == []


@pytest.mark.parametrize(
    "right, wrong", [("1,793", "1,846"), ("3,208", "3,271"), ("1,415", "1,472")]
)
def test_a_column_that_no_slip_explains_is_doubtful(right, wrong):
    assert found(STATEMENT.replace(right, wrong)) == [(wrong, Severity.WARNING)]


def test_what_is_left_out_is_silent():
    assert found(STATEMENT.replace("1,793", "1,416").replace("1,415", "1,792")) == []
