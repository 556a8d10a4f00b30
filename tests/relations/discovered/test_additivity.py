"""What is added up is told from what is not: by words, and by how it is printed and behaves."""

import pytest

from auditor.relations.discovered._additivity import Nature, nature_of, never_added
from tests.relations.discovered.structure import alarms, sums


@pytest.mark.parametrize(
    "label, nature",
    [
        ("Maximum number of shares that may yet be purchased under the plan", Nature.LEFT),
        ("Remaining authorized repurchase amount", Nature.LEFT),
        ("Value available for repurchase", Nature.LEFT),
        ("Average price paid per share", Nature.OF_ONE),
        ("Net assets attributable to holders per Class B unit", Nature.OF_ONE),
        ("Revenue per available room", Nature.OF_ONE),
        ("Ergebnis je Aktie", Nature.OF_ONE),
        ("１株当たり配当金", Nature.OF_ONE),
        ("Weighted-average life (in years)", Nature.OF_ONE),
        ("Remaining life (in years)", Nature.TIME),
        ("Interest rate", Nature.RATE),
        ("Zinssatz", Nature.RATE),
        ("Interest rate swaps", Nature.AMOUNT),
        ("Fixed rate debt", Nature.AMOUNT),
        ("Useful life", Nature.RATE),
        ("Life insurance companies", Nature.AMOUNT),
        ("Non-life", Nature.AMOUNT),
        ("Life and health", Nature.AMOUNT),
        ("利回り", Nature.RATE),
        ("Note", Nature.REFERENCE),
        ("注記 番号", Nature.REFERENCE),
        ("Rank", Nature.REFERENCE),
        ("Anhang", Nature.REFERENCE),
        ("Trade Date", Nature.REFERENCE),
        ("To date", Nature.AMOUNT),
        ("Fair value at grant date", Nature.AMOUNT),
        ("10 per cent convertible notes", Nature.AMOUNT),
        ("Long-term (non-current) debt", Nature.AMOUNT),
        ("Remaining performance obligations", Nature.AMOUNT),
        ("Number of shares used per share", Nature.AMOUNT),
        ("Notes payable", Nature.AMOUNT),
    ],
)
def test_words_tell_what_figures_are(label, nature):
    assert nature_of(label) is nature


def test_a_tax_at_a_rate_may_be_added():
    assert not never_added("Tax at the statutory rate")


BUYBACK = """\
| Month | Shares purchased | {heading} |
|---|---|---|
| January | 118,204 | 2,290,000 |
| February | 96,310 | 2,199,500 |
| March | 141,877 | {last} |
| Total | 356,391 | {last} |
"""


@pytest.mark.parametrize("heading", ["Shares that may yet be purchased", "Stock at month end"])
def test_what_is_left_is_not_added_whatever_it_is_called(heading):
    assert alarms(BUYBACK.format(heading=heading, last="2,064,500")) == []


RATES = """\
| | {heading} | Principal | Due within one year |
|---|---|---|---|
| Term loan A | 3.25 | 12,500 | 2,500 |
| Term loan B | 4.10 | 8,000 | - |
| Senior notes | 2.88 | 20,400 | 400 |
| Revolving facility | 6.50 | 3,150 | 3,150 |
| Total borrowings | 3.47 | {total} | 6,050 |
"""


@pytest.mark.parametrize(
    "heading", ["Interest rate", "Coupon", "Zinssatz", "利率", "Remaining life"]
)
def test_rates_are_not_added_and_hide_no_other_column(heading):
    assert alarms(RATES.format(heading=heading, total="44,050")) == []
    wrong = RATES.format(heading=heading, total="44,500")
    assert alarms(wrong) == [("44,500", "44,050")]


PER_UNIT = """\
| | 2025 | 2024 |
|---|---|---|
| Investment income | 744,310 | 2,905,118 |
| Expenses | 1,002,455 | 961,207 |
| Increase in net assets of Class B | (258,145) | 1,943,911 |
| {label} | (0.17) | 1.22 |
| Net assets, beginning of year | 6,120,440 | 4,530,029 |
| Increase in net assets of Class B | (258,145) | 1,943,911 |
| Distributions | (401,220) | (353,500) |
| Net assets, end of year | 5,461,075 | 6,120,440 |
"""


@pytest.mark.parametrize("label", ["Increase per Class B unit", "Increase for one certificate"])
def test_cents_among_whole_amounts_are_of_one_unit(label):
    assert alarms(PER_UNIT.format(label=label)) == []


ONE_PART = """\
| | 2025 | 2024 |
|---|---|---|
| Balance at January 1 | {opening} | 1,902,400 |
| Granted | {granted} | 512,000 |
| Exercised | | (88,500) |
| Balance at December 31 | 1,310,655 | 2,325,900 |
"""


@pytest.mark.parametrize("opening, granted", [("984,120", ""), ("984,120", "-")])
def test_a_total_beside_a_single_part_is_no_contradiction(opening, granted):
    assert alarms(ONE_PART.format(opening=opening, granted=granted)) == []


def test_multiples_of_one_column_prove_no_sum():
    amounts = {2026: 900, 2027: 1_070, 2028: 535, 2029: 1_605, 2030: 800}
    rows = [f"Bond {year} | {amount:,} | {2 * amount:,}" for year, amount in amounts.items()]
    table = "\n".join(["| | Dollars | Crowns |", "|---|---|---|", *(f"| {row} |" for row in rows)])
    assert sums(table) == set()


EXTREMES = """
| Branch | Cash | Card | Takings |
|---|---|---|---|
| Quay | 866 | 2,745 | 3,611 |
| Mill Lane | 1,010 | 1,985 | 2,995 |
| Station | 1,530 | 4,120 | 5,650 |
| {0} | 1,530 | 4,120 | 5,650 |
| {1} | 866 | 1,985 | 2,995 |
| {2} | 1,135.3 | 2,950.0 | 4,085.3 |
"""


@pytest.mark.parametrize(
    "names", [("Max", "Min", "Avg"), ("Highest", "Lowest", "Mean"), ("Peak", "Minimum", "Average")]
)
def test_the_largest_and_the_smallest_of_others_do_not_add_up(names):
    assert alarms(EXTREMES.format(*names)) == []
    assert alarms(EXTREMES.format(*names).replace("3,611", "3,161")) == [("3,161", "3,611")]
