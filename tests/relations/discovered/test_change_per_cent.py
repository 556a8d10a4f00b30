"""A bare percentage behind a change is that of the two amounts before it."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

REGIONS = """
| Region | 2025 | 2024 | Change | % |
|---|---|---|---|---|
| North | 1,204 | 1,118 | 86 | 7.7% |
| South | 877 | 912 | (35) | (3.8)% |
| Total | 2,081 | 2,030 | 51 | 2.5% |
"""
OF_SALES = REGIONS.replace("7.7%", "57.9%").replace("(3.8)%", "42.1%").replace("2.5%", "100.0%")


def found(text):
    report = document_report(readers.read(text.encode(), "review.md"), rule_packs())
    return [(f.suspects[0].suggestion, f.severity) for f in report.findings]


@pytest.mark.parametrize("text", [REGIONS, OF_SALES])
def test_what_comes_out_or_is_of_another_kind_is_silent(text):
    assert found(text) == []


def test_one_that_does_not_come_out_is_an_error():
    assert found(REGIONS.replace("7.7%", "9.7%")) == [("7.7%", Severity.ERROR)]
