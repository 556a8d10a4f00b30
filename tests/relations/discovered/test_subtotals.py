"""Subtotals that a total passes over."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

BALANCE = """\
€ thousand

| | 2025 | 2024 |
|---|---|---|
| Goodwill | 12,041 | 11,980 |
| Machinery | 84,211 | 81,040 |
| Non-current assets | 96,252 | 93,020 |
| Inventories | 31,066 | 29,811 |
| Receivables | 27,590 | 26,048 |
| Cash | {cash} | 8,756 |
| {label} | {current} | {before} |
| Total assets | {total} | 157,635 |
"""


def report(**figures):
    usual = {
        "cash": "9,820",
        "label": "Current assets",
        "current": "68,476",
        "before": "64,615",
        "total": "164,728",
    }
    text = BALANCE.format(**usual | figures)
    return document_report(readers.read(text.encode(), "balance.md"), rule_packs())


def test_a_subtotal_that_the_total_leaves_out_is_tied():
    found = report()
    assert (found.findings, found.tied, found.printed) == ((), 16, 16)


@pytest.mark.parametrize(
    "figures, expected",
    [
        ({"current": "86,476"}, [("86,476", "68,476")]),  # two digits swapped
        ({"before": "64,515"}, [("64,515", "64,615")]),  # a wrong one
        # a figure that no slip explains may be something else
        ({"label": "Of which pledged", "current": "12,007"}, []),
        # nor is it a subtotal that comes out right nowhere
        ({"label": "Of which pledged", "current": "12,007", "before": "11,004"}, []),
    ],
)
def test_where_it_alone_is_wrong_it_is_convicted(figures, expected):
    assert [(f.printed, f.expected) for f in report(**figures).findings] == expected


def test_a_total_that_is_wrong_is_not_the_subtotal():
    assert "68,476" not in [f.printed for f in report(total="146,728").findings]
