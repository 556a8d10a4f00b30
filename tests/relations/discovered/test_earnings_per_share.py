"""Earnings per share, by the names of rows."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def found(text):
    report = document_report(readers.read(text.encode(), "review.md"), rule_packs())
    return [(f.suspects[0].suggestion or f.printed, f.severity) for f in report.findings]


def tied(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs()).tied


EPS = """
| (in millions, except per share) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Net income | 1,251 | 1,104 | 987 |
| Weighted average shares outstanding, basic | 500 | 480 | 470 |
| Weighted average shares outstanding, diluted | 510 | 492 | 481 |
| Basic earnings per share | $2.50 | $2.30 | $2.10 |
| Diluted earnings per share | $2.45 | $2.24 | $2.05 |
"""
PREFERRED = EPS.replace("$2.50 | $2.30 | $2.10", "$2.41 | $2.22 | $2.01")


@pytest.mark.parametrize("text", [EPS, PREFERRED])
def test_what_comes_out_or_is_of_another_profit_is_silent(text):
    assert found(text) == []


def test_one_that_a_slip_explains_is_an_error():
    assert found(EPS.replace("$2.30", "$2.60")) == [("$2.30", ERROR)]


@pytest.mark.parametrize(
    ("was", "printed", "wrong"),
    [
        ("$2.30", "$2.36", [("$2.30", WARNING)]),  # the diluted amount of that year comes out
        ("| 480 |", "| 489 |", [("481", WARNING)]),  # 479 to 481 would do
        ("$2.24", "$2.20", []),  # conversion may have saved interest
    ],
)
def test_a_little_off_is_a_doubt_where_the_other_dilution_comes_out(was, printed, wrong):
    assert found(EPS.replace(was, printed)) == wrong


BY_YEAR = """
| Year | Net income | Weighted average shares, basic | Basic earnings per share |
|---|---|---|---|
| 2025 | 1,251 | 500 | 2.50 |
| 2024 | 1,104 | 480 | {} |
| 2023 | 987 | 470 | 2.10 |
| 2022 | 910 | 455 | 2.00 |
"""


@pytest.mark.parametrize(("printed", "wrong"), [("2.30", []), ("2.60", [("2.30", ERROR)])])
def test_years_may_stand_below_each_other(printed, wrong):
    assert found(BY_YEAR.format(printed)) == wrong


TWO_YEARS = """
| (in thousands, except per share) | 2025 | 2024 |
|---|---|---|
| Net loss | $ (6,195) | $ (17,282) |
| Weighted-average shares outstanding | 3,102 | 3,217 |
| Net loss per share, basic and diluted | $ (2.00) | {} |
"""


@pytest.mark.parametrize(
    "printed, wrong",
    [
        ("$ (5.37)", []),
        ("$ (8.37)", [("$ (5.37)", WARNING)]),
        ("$ (6.12)", []),  # no slip: it may be of another profit
        ("$ (5.47)", []),  # of a little more than is printed
    ],
)
def test_beside_one_year_that_comes_out_a_slip_in_the_other_is_a_doubt(printed, wrong):
    assert found(TWO_YEARS.format(printed)) == wrong


IN_THOUSANDS = """\
# Consolidated statements of operations

| (in thousands, except per share data) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Net income | $48,210 | $41,905 | $36,120 |
| Earnings per share: | | | |
| Basic | $2.40 | {} | $1.83 |
| Shares used in computing earnings per share: | | | |
| Basic | 20,100 | 19,950 | 19,700 |
"""


@pytest.mark.parametrize(
    "printed, wrong",
    [("$2.10", []), ("$2.70", ["$2.70"]), ("$2.07", [])],  # a few cents may be another class's
)
def test_the_amount_per_share_is_blamed_in_whatever_scale_the_others_are(printed, wrong):
    text = IN_THOUSANDS.format(printed)
    report = document_report(readers.read(text.encode(), "statement.md"), rule_packs())
    assert [f.suspects[0].citation.text for f in report.findings] == wrong


FIVE_YEARS = """
| (USD million, except per-share amounts) | 2025 | 2024 | 2023 | 2022 | 2021 |
|---|---|---|---|---|---|
| Profit attributable to shareholders | 864 | 741 | 655 | 702 | 590 |
| Average number of shares (million) | 360.0 | 353.0 | 346.5 | 341.0 | 338.2 |
| Earnings per share, basic ($) | 2.40 | {} | 1.89 | 2.06 | 1.74 |
"""


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("2.10", []),
        ("2.01", [("2.10", WARNING)]),  # two digits swapped
        ("2.12", []),  # a digit, as an adjustment of one year may leave it
    ],
)
def test_a_little_off_is_told_where_other_years_come_out_and_digits_are_swapped(printed, wrong):
    assert found(FIVE_YEARS.format(printed)) == wrong
