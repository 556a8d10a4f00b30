"""What is added up: amounts, but neither notes, percentages, averages nor per-share figures."""

import pytest

from tests.relations.discovered.structure import alarms, sums

SUM = {"Total revenue = Fares + Freight"}


@pytest.mark.parametrize(
    "header, rows",
    [
        # years with a footnote; the mark is neither part of the year nor a figure
        ("2019 (1) | 2018 (2)", ("801 | 742", "402 | 395", "1,203 | 1,137")),
        ("2019^1 | 2018^2", ("801 | 742", "402 | 395", "1,203 | 1,137")),
        # references to notes, whether or not they add up
        ("Note | 2025 | 2024", ("3 | 801 | 742", "4 | 402 | 395", "7 | 1,203 | 1,137")),
        ("Notes | 2025 | 2024", ("3 | 801 | 742", "4 | 402 | 395", "9 | 1,203 | 1,137")),
        ("2025 | Ref. | 2024", ("801 | (3) | 742", "402 | (4) | 395", "1,203 | | 1,137")),
        # percentages, which may be rounded so that they do not add up
        (
            "2025 | % | 2024 | %",
            (
                "801 | 66.6% | 742 | 65.3%",
                "402 | 33.4% | 395 | 34.7%",
                "1,203 | 100.0% | 1,137 | 100.0%",
            ),
        ),
        ("2025 | 2024 | Change %", ("801 | 742 | 8.0", "402 | 395 | 1.8", "1,203 | 1,137 | 5.8")),
        # figures of different fineness
        ("2025 | 2024", ("801.4 | 742.3", "402 | 395", "1,203 | 1,137")),
        # currency marks
        ("2025 | 2024", ("$ 801 | $ 742", "402 | 395", "$ 1,203 | $ 1,137")),
    ],
)
def test_amounts_are_added_and_nothing_else(header, rows):
    labels = ("Fares", "Freight", "Total revenue")
    body = [f"| {label} | {row} |" for label, row in zip(labels, rows, strict=True)]
    columns = header.count("|") + 2
    table = "\n".join([f"| | {header} |", "|---" * columns + "|", *body])
    assert sums(table) == SUM
    assert alarms(table) == []


@pytest.mark.parametrize(
    "labels",
    [
        ("Northern ferries", "Southern ferries", "Average ferries in service"),
        ("Earnings per share", "Special dividend per share", "Total per share"),
        ("Basic EPS", "Other EPS", "Total EPS"),
        ("Occupancy rate, north", "Occupancy rate, south", "Rate index, total"),
        ("Median fare, north", "Median fare, south", "Median fare, all"),
        ("1株当たり配当金(中間)", "1株当たり配当金(期末)", "1株当たり配当金合計"),
        ("北航路の平均", "南航路の平均", "平均合計"),
    ],
)
def test_averages_rates_and_per_share_figures_are_never_added(labels):
    rows = ("152.31 | 141.87", "60.25 | 55.50", "212.56 | 197.37")
    body = [f"| {label} | {row} |" for label, row in zip(labels, rows, strict=True)]
    table = "\n".join(["| | 2025 | 2024 |", "|---|---|---|", *body])
    assert sums(table) == set()
    assert alarms(table) == []


@pytest.mark.parametrize(
    "label, added",
    [
        ("Tax at the statutory rate", True),
        ("Foreign rate differential", True),
        ("Shares used in per share calculation", True),
        ("Tax per employee", False),
        ("Cash dividends ($0.95 per share)", True),
        ("Average tax", False),
    ],
)
def test_an_amount_at_a_rate_is_an_amount(label, added):
    table = f"""\
| USD million | 2025 | 2024 |
|---|---|---|
| {label} | 171.3 | 152.8 |
| Non-deductible expenses | 12.4 | 9.7 |
| Total | 183.7 | 162.5 |
"""
    assert sums(table) == ({f"Total = {label} + Non-deductible expenses"} if added else set())


def test_a_rate_printed_more_finely_than_the_amounts_is_no_part():
    table = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Current tax | 1,713 | 1,528 |
| Deferred tax | 124 | 97 |
| Income tax expense | 1,837 | 1,625 |
| Effective tax rate | 24.8 | 23.9 |
"""
    assert sums(table) == {"Income tax expense = Current tax + Deferred tax"}
    assert alarms(table) == []


def test_small_amounts_beside_dashes_are_no_numbers_of_notes():
    table = """\
| EUR million | Bonds | Shares | Other | Total |
|---|---|---|---|---|
| Level 1 | 1,204 | 2,310 | — | 3,514 |
| Level 2 | 862 | — | — | 862 |
| Level 3 | — | — | 3 | 3 |
| Total | 2,066 | 2,310 | 3 | 4,379 |
"""
    assert alarms(table) == []
