"""What a record opens with, or shows of a year before, found without a rule file."""

import pytest

from auditor.datafiles import data_report
from auditor.model.relation import Severity


def stock():
    """Opening, what came and went, closing: by site and month."""
    for number, site in enumerate(("Nord", "Quay")):
        held = 5_231 + 977 * number
        for month in range(1, 13):
            came, went = 611 + 37 * month % 190, 590 + 53 * month % 210
            left = held + came - went
            yield [f"2025-{month:02}", site, held, came, went, left]
            held = left


def sales():
    """Sales beside those of the year before, of which the first is not there."""
    for number, shop in enumerate(("Nord", "Quay")):
        before = 7_411 + 300 * number
        for year in range(2017, 2026):
            sold = 6_000 + (1_931 + 420 * number) * year % 4_003
            yield [year, shop, sold, before]
            before = sold


STOCK = "month,site,opening,received,issued,closing", stock
SALES = "year,shop,sales,prior_year", sales


def found(folder, file, change=()):
    header, records = file
    rows = [*records()]
    for row, column, value in change:
        rows[row][column] += value
    text = "".join(",".join(map(str, row)) + "\n" for row in rows)
    (folder / "a.csv").write_text(f"{header}\n{text}", "utf-8")
    report = data_report(str(folder / "a.csv"), [])
    assert report is not None
    return report


@pytest.mark.parametrize("file", [STOCK, SALES])
def test_what_is_carried_over_is_silent(tmp_path, file):
    report = found(tmp_path, file)
    assert report.findings == ()
    assert any("carried-over" in rule for rule, _ in report.tallies)


@pytest.mark.parametrize(
    "file, change, row, severity",
    [
        pytest.param(STOCK, [(5, 2, 30)], 7, Severity.ERROR, id="an opening that is no closing"),
        pytest.param(SALES, [(5, 3, 1_000)], 7, Severity.WARNING, id="a prior year, or restated"),
    ],
)
def test_what_is_not_is_told(tmp_path, file, change, row, severity):
    (one,) = found(tmp_path, file, change).findings
    assert (one.citations[0].source.row, one.severity) == (row, severity)
