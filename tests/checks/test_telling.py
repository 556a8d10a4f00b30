"""A figure that is smaller than what rounding leaves its sum is not tied by it."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.auditing.report import TOO_SMALL
from auditor.rulebook.packs import rule_packs

LONG = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 402 | 395 |
| Charter | 88 | 91 |
| Parking | 47 | 51 |
| Other | {other} | 22 |
| Total revenue | {total} | 1,301 |
"""


@pytest.mark.parametrize(
    "other, total, untied",
    [
        ("19", "1,357", []),
        ("9", "1,347", []),
        ("3", "1,341", ["3"]),  # six figures leave three million to either side
        ("0", "1,338", ["0"]),
    ],
)
def test_small_figures_of_long_sums_are_not_tied(other, total, untied):
    text = LONG.format(other=other, total=total)
    report = document_report(readers.read(text.encode(), "statement.md"), rule_packs())
    assert report.findings == ()
    assert [c.text for c in report.untied if c.reason == TOO_SMALL] == untied
    assert report.tied == 12 - len(untied)
