"""Small numbers of things, which add up exactly."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """\
# Larkfield Bakeries: shops opened

{over}

| | 2025 | 2024 |
|---|---|---|
| North | 3 | 2 |
| South | {south} | 5 |
| West | 1 | 2 |
| {label} | {now} | {before} |
"""


def sums(**options):
    usual = {"over": "Number of shops", "south": "4", "label": "Shops opened", "now": "8"}
    text = TABLE.format(**usual | {"before": "9"} | options)
    report = document_report(readers.read(text.encode(), "shops.md"), rule_packs())
    found = [c for f in report.findings for c in f.citations if c.role == "total"]
    return report.tied, [c.text for c in found]


@pytest.mark.parametrize(
    "options, tied, wrong",
    [
        ({}, 8, []),
        ({"before": "4"}, 4, ["4"]),
        ({"label": "Total", "before": "4"}, 4, ["4"]),
        ({"over": "Anzahl der Filialen", "label": "Total", "now": "3"}, 4, ["3"]),
        ({"over": "£ million", "before": "4"}, 0, []),  # amounts are rounded
        ({"label": "East", "before": "4"}, 0, []),  # one more row
        ({"now": "6", "before": "4"}, 0, []),  # it is no sum anywhere
        ({"south": "-", "now": "4", "before": "4"}, 0, []),  # of two
    ],
)
def test_the_last_row_is_what_all_rows_above_are(options, tied, wrong):
    assert sums(**options) == (tied, wrong)
