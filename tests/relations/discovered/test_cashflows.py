"""Closing cash that follows from the column of the year before."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.checks.telling import ALONE
from auditor.rulebook.packs import rule_packs

SUMMARY = """\
|  | {first} | {second} | {third} | {fourth} |
|---|---|---|---|---|
| Net cash provided by operating activities | 4,100 | 5,210 | 3,020 | 6,044 |
| Net cash used in investing activities | (2,050) | (1,930) | (4,411) | (3,000) |
| Net cash provided by (used in) financing activities | (1,000) | (2,120) | 700 | (1,210) |
| Cash and cash equivalents at end of year | 12,860 | {cash} | {next_} | {last} |
"""
YEARS = {"first": "FY2020", "second": "FY2021", "third": "FY2022", "fourth": "FY2023"}


def held(**values):
    document = readers.read(SUMMARY.format(**{**YEARS, **values}).encode(), "ferries.md")
    report = document_report(document, rule_packs())
    assert not report.findings
    found = [v for v in report.checks if v.relation.title.startswith("Cash of the year before")]
    return [v.relation.target.text for v in found if v.status == "holds" or v.reason == ALONE]


@pytest.mark.parametrize(
    ("cash", "next_", "last", "expected"),
    [
        ("14,020", "13,329", "15,163", ["14,020", "13,329", "15,163"]),
        ("14,021", "13,329", "15,164", ["14,021", "13,329", "15,164"]),  # within rounding
        ("14,020", "13,415", "15,249", ["14,020", "15,249"]),  # a translation difference
        ("14,110", "13,502", "15,336", []),  # every year
        ("(14,020)", "13,329", "15,163", []),
    ],
)
def test_balances_roll_forward_from_column_to_column(cash, next_, last, expected):
    assert held(cash=cash, next_=next_, last=last) == expected


def test_half_years_do_not_follow_from_the_half_year_before():
    halves = {"first": "1H20", "second": "1H21", "third": "1H22", "fourth": "1H23"}
    assert held(cash="14,020", next_="13,329", last="15,163", **halves) == []
