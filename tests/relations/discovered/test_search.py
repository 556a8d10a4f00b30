"""Which lines are totals of which others: before or after their parts, picked or in a row."""

import pytest

from tests.relations.discovered.structure import alarms, sums

BEFORE_ITS_PARTS = """\
| Tonnes | 2023 | 2024 | 2025 |
|---|---|---|---|
| Exports | 4,511 | 4,702 | 4,958 |
| Grain | 1,287 | 1,302 | 1,411 |
| Wheat | 805 | 811 | 903 |
| Barley | 482 | 491 | 508 |
| Timber | 3,224 | 3,400 | 3,547 |
| Logs | 1,918 | 2,003 | 2,088 |
| Pulp | 874 | 911 | 957 |
| Boards | 432 | 486 | 502 |
"""
BETWEEN_OTHERS = """\
| Grants | 2023 | 2024 | 2025 |
|---|---|---|---|
| Amount awarded | 45,877 | 44,594 | 46,342 |
| Number of awards | 346 | 313 | 308 |
| Amount awarded | 5,141 | 5,350 | 5,622 |
| Number of awards | 98 | 97 | 103 |
| Amount awarded | 500 | 611 | 702 |
| Number of awards | 12 | 15 | 17 |
| Total grants | 51,518 | 50,555 | 52,666 |
"""
TOTALS_OF_TOTALS = """\
| USD thousand | 2023 | 2024 | 2025 |
|---|---|---|---|
| Crew | 7,166 | 7,541 | 7,902 |
| Cooks | 933 | 958 | 1,017 |
| Total at sea | 8,099 | 8,499 | 8,919 |
| Persons | 118 | 121 | 125 |
| Clerks | 3,583 | 3,611 | 3,704 |
| Guards | 402 | 417 | 425 |
| Total ashore | 3,985 | 4,028 | 4,129 |
| Persons | 61 | 62 | 63 |
| Total wages | 12,084 | 12,527 | 13,048 |
"""
MADE_UP_TWICE = """\
| EUR million | 2023 | 2024 | 2025 |
|---|---|---|---|
| Assets | 2,430 | 2,551 | 2,704 |
| Cash | 318 | 334 | 371 |
| Vessels | 2,112 | 2,217 | 2,333 |
| Liabilities | 1,290 | 1,347 | 1,402 |
| Loans | 903 | 930 | 951 |
| Payables | 387 | 417 | 451 |
| Equity | 1,140 | 1,204 | 1,302 |
"""
UNFILLED = """\
| Crew | Trip 1 | Trip 2 | Trip 3 | Total |
|---|---|---|---|---|
| Berg | 127 | 88 | | 215 |
| Lund | 94 | 103 | | 197 |
| Moe | 131 | 92 | | 223 |
"""
SHARES = """\
| USD million | 2025 | % | 2024 | % |
|---|---|---|---|---|
| Turnover | 53,109 | 100.0 | 43,825 | 100.0 |
| Fuel | (28,054) | (52.8) | (23,132) | (52.8) |
| Gross profit | 25,055 | 47.2 | 20,693 | 47.2 |
| Harbour dues | (20,492) | (38.6) | (17,380) | (39.7) |
| Operating profit | 4,563 | 8.6 | 3,313 | 7.6 |
"""
NOTHING_IN_ONE_COLUMN = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Mining | 8,214 | 7,906 |
| Trading | 1,203 | 1,177 |
| Other | — | 58 |
| Segment sales | 9,417 | 9,141 |
| Between segments | — | (36) |
| Hedging | 44 | — |
| Total sales | 9,461 | 9,105 |
"""
SMALL_AND_OVER_AGAIN = """\
| Socks | Packs | Units | Dozens |
|---|---|---|---|
| Red | 4.00 | 3.00 | 1.00 |
| Blue | 4.00 | 3.00 | 1.00 |
| Green | 4.00 | 3.00 | 1.00 |
| Grey | 4.00 | 3.00 | 1.00 |
"""


@pytest.mark.parametrize(
    "table, expected",
    [
        (
            BEFORE_ITS_PARTS,
            {
                "Timber = Logs + Pulp + Boards",
                "Grain = Wheat + Barley",
                "Exports = Grain + Timber",
            },
        ),
        (BETWEEN_OTHERS, {"Total grants = Amount awarded + Amount awarded + Amount awarded"}),
        (
            TOTALS_OF_TOTALS,
            {
                "Total at sea = Crew + Cooks",
                "Total ashore = Clerks + Guards",
                "Total wages = Total at sea + Total ashore",
            },
        ),
        (
            MADE_UP_TWICE,
            {
                "Assets = Cash + Vessels",
                "Liabilities = Loans + Payables",
                "Equity = Assets - Liabilities",
            },
        ),
        (UNFILLED, {"Total = Trip 1 + Trip 2 + (no label)"}),  # an empty cell has none
        (SMALL_AND_OVER_AGAIN, set()),
    ],
)
def test_the_structure_is_found(table, expected):
    assert sums(table) == expected
    assert alarms(table) == []


def test_columns_of_shares_add_up_as_the_amounts_do():
    assert "Gross profit = Turnover + Fuel" in sums(SHARES)
    assert alarms(SHARES) == []


@pytest.mark.parametrize(
    "table, right, wrong",
    [
        (BEFORE_ITS_PARTS, "4,702", "4,720"),
        (BEFORE_ITS_PARTS, "2,003", "2,303"),
        (BETWEEN_OTHERS, "5,350", "5,530"),
        (TOTALS_OF_TOTALS, "12,527", "12,257"),
    ],
)
def test_one_misprint_is_found_and_corrected(table, right, wrong):
    assert alarms(table.replace(right, wrong)) == [(wrong, right)]


@pytest.mark.parametrize("wrong", ["9,150", "9,015", "8,105"])
def test_a_part_that_states_something_where_a_sum_fails_is_not_counted_twice(wrong):
    found = sums(NOTHING_IN_ONE_COLUMN.replace("9,105", wrong))
    assert found == sums(NOTHING_IN_ONE_COLUMN)
