"""A change beside its percentage tells which figures the percentage compares."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """\
USD million

| | {first} | {second} | Change | Change % |
|---|---|---|---|---|
| Cash | 100 | 120 | {cash} | 20.0% |
| Debt | 300 | 270 | -30 | {debt} |
| Net debt | 200 | 150 | -50 | {net} |
"""


@pytest.mark.parametrize("headings", [("2024", "2025"), ("31.12.2024", "31.12.2025")])
@pytest.mark.parametrize(
    "figures, expected",
    [
        ({}, []),
        ({"net": "-30.0%"}, [("-30.0%", "-25.0%")]),
        ({"debt": "-12.5%"}, [("-12.5%", "-10.0%")]),
        ({"net": "-30.0%", "cash": "45"}, []),  # the changes are of something else
    ],
)
def test_a_percentage_beside_its_change_is_checked(headings, figures, expected):
    usual = {"cash": "20", "debt": "-10.0%", "net": "-25.0%"} | figures
    text = TABLE.format(first=headings[0], second=headings[1], **usual)
    report = document_report(readers.read(text.encode(), "debt.md"), rule_packs())
    growths = [f for f in report.findings if f.kind == "growth"]
    assert [(f.printed, f.expected) for f in growths] == expected
