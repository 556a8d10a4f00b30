"""Opening balances and what moved them make closing balances."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.relations.discovered._balance_names import End, balance_name, takes_away
from auditor.rulebook.packs import rule_packs

UNITS = """
| | Units | Average price |
|---|---|---|
| Unvested at March 31, 2024 | 41,730 | $18.20 |
| Granted | 12,480 | 21.05 |
| Vested | (9,315) | 17.40 |
| Forfeited | (1,270) | 19.10 |
| Unvested at March 31, 2025 | 43,625 | $19.02 |
"""
GRANTS = """
| | Number of awards (thousands) | | Remaining term (years) |
|---|---|---|---|
| Unvested as of June 30, 2024 | 7,318 | $9.42 | |
| Granted | 2,906 | $9.87 | |
| Vested | (2,155) | $9.31 | |
| Cancelled | (864) | $9.55 | |
| Unvested as of June 30, 2025 | 7,205 | $9.61 | 1.72 |
"""
LOANS = """
| (in thousands) | 2025 | 2024 |
|---|---|---|
| Allowance, beginning of year | 8,410 | 7,905 |
| Provision | 2,260 | 1,980 |
| Write-offs | 1,735 | 1,475 |
| Allowance, end of year | 8,935 | 8,410 |
"""
BRIDGE = """
| | Millions |
|---|---|
| 2024 net revenue | 2,438.4 |
| Price | 42.8 |
| Volume and weather | (12.4) |
| Other | 19.0 |
| 2025 net revenue | 2,487.8 |
"""
EQUITY = """
| (in millions) | Capital | Retained earnings | Other | Total |
|---|---|---|---|---|
| Balance at December 31, 2023 | 512 | 4,127 | (88) | 4,551 |
| Net income | | 731 | | 731 |
| Other comprehensive loss | | | (19) | (19) |
| Comprehensive income | | | | 712 |
| Dividends ($1.05 per share) | | (402) | | (402) |
| Shares issued | 27 | | | 27 |
| Balance at December 31, 2024 | 539 | 4,456 | (107) | 4,888 |
"""
SPACE = """
| | Space at beginning of quarter | Opened | Closed | Space at end of quarter |
|---|---|---|---|---|
| First quarter | 8,104,220 | 48,310 | 11,204 | 8,141,326 |
| Second quarter | 8,141,326 | 21,955 | 3,120 | 8,160,161 |
"""
CHARGES = """
| | Balances, January 31, 2024 | Additions | Payments | Adjustments | Balances, January 31, 2025 |
|---|---|---|---|---|---|
| Termination costs | $53.0 | $39.2 | $(89.7) | $(0.5) | $2.0 |
| Facilities | 12.5 | 3.2 | (5.7) | 0.1 | 10.1 |
| Total | $65.5 | $42.4 | $(95.4) | $(0.4) | $12.1 |
"""
PROVISION = """
| （百万円） | 前年度 | 当年度 |
|---|---|---|
| 期首残高 | 7,420 | 8,115 |
| 繰入額 | 1,904 | 1,633 |
| 目的使用による減少 | △1,209 | △1,480 |
| 期末残高 | 8,115 | 8,268 |
"""


def report(text):
    return document_report(readers.read(text.encode(), "statement.md"), rule_packs())


@pytest.mark.parametrize("text", [UNITS, GRANTS, LOANS, BRIDGE, EQUITY, SPACE, CHARGES, PROVISION])
def test_what_rolls_forward_is_silent(text):
    assert report(text).findings == ()


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (UNITS, "43,625", "46,325"),
        (UNITS, "12,480", "12,840"),
        (UNITS, "(9,315)", "(9,815)"),
        (GRANTS, "2,906", "2,406"),
        (GRANTS, "7,205", "7,265"),
        (LOANS, "8,935", "8,395"),
        (LOANS, "1,735", "1,785"),
        (BRIDGE, "42.8", "72.8"),
        (BRIDGE, "2,487.8", "2,478.8"),
        (EQUITY, "| 4,456", "| 4,546"),
        (EQUITY, "539", "593"),
        (SPACE, "48,310", "43,810"),
        (SPACE, "8,160,161", "8,106,161"),
        (CHARGES, "$(89.7)", "$(98.7)"),
        (PROVISION, "8,268", "8,628"),
        (PROVISION, "1,633", "1,933"),
    ],
)
def test_a_slip_is_found(text, right, wrong):
    (found,) = report(text.replace(right, wrong, 1)).findings
    assert wrong.strip("| ") in {each.text for each in found.citations}
    assert found.severity is Severity.ERROR


def test_what_no_slip_explains_is_doubtful():
    (found,) = report(LOANS.replace("2,260", "2,714")).findings
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        UNITS.replace("Units", "Average price").replace("43,625", "42,116"),  # prices are levels
        UNITS.replace("Unvested at March 31, 2025", "Exercisable at March 31, 2025"),
        BRIDGE.replace("2024 net revenue", "Plan").replace("2,487.8", "2,478.8"),
        LOANS.replace("8,935", "9,141").replace("7,905", "6,120"),  # neither year comes out
    ],
)
def test_what_is_no_roll_forward_is_not_reported(text):
    assert report(text).findings == ()


@pytest.mark.parametrize(
    "label, of, end",
    [
        ("Balance at January 1, 2024", "balance", End.EITHER),
        ("Balance, end of period", "balance", End.CLOSING),
        ("Cash at beginning of year", "cash", End.OPENING),
        ("Non-vested as of 31 March 2025", "non vested", End.EITHER),
        ("期首残高", "残高", End.OPENING),
        ("当期末残高", "残高", End.CLOSING),
        ("Stand am 31.12.2024", "stand", End.EITHER),
        ("Solde à l'ouverture", "solde", End.OPENING),
    ],
)
def test_balances_are_named(label, of, end):
    found = balance_name(label)
    assert found is not None
    assert (found.of, found.end) == (of, end)


@pytest.mark.parametrize("label", ["Granted", "2025", "Provision", "", "減価償却費"])
def test_movements_are_no_balances(label):
    assert balance_name(label) is None


@pytest.mark.parametrize(
    "label, takes", [("Shops closed", True), ("Write-offs", True), ("Granted", False)]
)
def test_words_say_what_is_taken_away(label, takes):
    assert takes_away(label) is takes


AWARDS = """
| | 2025 | 2024 |
|---|---|---|
| Outstanding at 1 April | {opening} | 2,455,190 |
| Granted | 610,300 | {granted} |
| Lapsed | (188,240) | (114,906) |
| Outstanding at 31 March | 2,992,472 | 3,042,402 |
"""


@pytest.mark.parametrize(
    "opening, granted, expected",
    [
        ("2,570,412", "702,118", []),
        ("2,570,412", "720,118", ["720,118"]),
        ("2,750,412", "720,118", ["2,750,412", "720,118"]),  # in neither column, by slips
        ("2,417,263", "649,518", []),  # in neither, and no slip says why: something is missing
    ],
)
def test_slips_in_all_columns_do_not_hide_each_other(opening, granted, expected):
    found = report(AWARDS.format(opening=opening, granted=granted)).findings
    assert sorted(c.text for f in found for c in f.citations if c.text in expected) == expected
    assert len(found) == len(expected)
