"""What does not add up and is right all the same: styles of signs, levels, other structures."""

import pytest

from auditor.relations.discovered import _evidence
from auditor.relations.discovered._failures import failure_bits, most_failure_bits
from tests.relations.discovered.structure import alarms

COSTS_TWO_ROWS = """\
| USD million | 2025 | 2024 | $ change |
|---|---|---|---|
| Revenue | 1,204.1 | 1,131.8 | 72.3 |
| Operating expenses | 612.4 | 655.1 | 42.7 |
"""
COSTS_ONLY = """\
| EUR million | 2025 | 2024 | Change |
|---|---|---|---|
| Operating expenses | 612.4 | 655.1 | 42.7 |
| Finance costs | 12.4 | 15.1 | 2.7 |
"""
BETTER = """\
| EUR million | 2025 | 2024 | Better/(worse) |
|---|---|---|---|
| Revenue | 900.0 | 850.0 | 50.0 |
| Operating expenses | 612.4 | 655.1 | 42.7 |
| Finance costs | 16.4 | 15.1 | (1.3) |
"""
FAVOURABLE = """\
| USD million | 2025 | 2024 | Favorable (unfavorable) |
|---|---|---|---|
| Revenue | 1,204.1 | 1,131.8 | 72.3 |
| Cost of sales | 700.2 | 655.1 | (45.1) |
| Selling expenses | 112.4 | 155.1 | 42.7 |
| Research expenses | 92.4 | 95.0 | 2.6 |
| Operating profit | 299.1 | 226.6 | 72.5 |
"""
FAIR_VALUES = """\
| 百万円 | 計上額 | 時価 | 差額 |
|---|---|---|---|
| 現金及び預金 | 587,867 | 587,867 | － |
| 有価証券 | 806,541 | 811,228 | 4,687 |
| 社債 | (76,348) | (79,900) | 3,552 |
| 長期借入金 | (170,457) | (175,023) | 4,566 |
"""
GAINS_OF_LIABILITIES = """\
| | Opening | Gains | Settled | Closing |
|---|---|---|---|---|
| Securities | 120,917 | 3,932 | (24,402) | 100,447 |
| Bonds | 81,870 | 2,765 | 5,766 | 90,401 |
| Funds | 37,879 | 5,021 | 18,293 | 61,193 |
| Reinsurance | 15,008 | (5,483) | 2,924 | 12,449 |
| Derivatives | 2,291 | 2,981 | — | 5,272 |
| Loans | 36,010 | 1,580 | (37,590) | — |
| Shares | 22,117 | 1,204 | 310 | 23,631 |
| Insurance debts | 444,010 | 8,195 | (75,617) | 360,198 |
| Variable annuities | 444,010 | 8,195 | (75,617) | 360,198 |
"""
LESS = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Term loan | 5,903 | 5,927 |
| Notes | 3,000 | 3,000 |
| Total | 8,903 | 8,927 |
| Less current portion of long-term debt | 1,000 | — |
| Total long-term debt | 7,903 | 8,927 |
"""
QUARTERS = """\
| in thousands | Q1 | Q2 | Q3 | Q4 | Year |
|---|---|---|---|---|---|
| Net sales | 32,233 | 34,056 | 32,115 | 45,802 | 144,206 |
| Cost of goods | 27,114 | 28,210 | 27,006 | 38,993 | 121,323 |
| Operating income | 5,119 | 5,846 | 5,109 | 6,809 | 22,883 |
| Basic | 441,818 | 442,021 | 442,322 | 442,843 | 442,297 |
"""
SUBSIDIARIES = """\
| Name | Capital | Share |
|---|---|---|
| North K.K. | 30 | 100.0% |
| | | (100.0)% |
| South K.K. | 90 | 100.0% |
| | 1,083 | (100.0)% |
| East Inc. | 310 | 81.0% |
| | 80,000 | (81.0)% |
| West Inc. | 50 | 100.0% |
| | 30 | (100.0)% |
"""
DISCONTINUED = """\
| USD thousand | 2025 | 2024 |
|---|---|---|
| Accrued gains | — | 4,580 |
| Total gains | — | 4,580 |
| Due to related parties | — | 25,545 |
| Total liabilities of discontinued operations | — | 25,545 |
"""


@pytest.mark.parametrize(
    "table",
    [
        COSTS_TWO_ROWS,
        COSTS_ONLY,
        BETTER,
        FAVOURABLE,
        FAIR_VALUES,
        GAINS_OF_LIABILITIES,
        LESS,
        QUARTERS,
        SUBSIDIARIES,
        DISCONTINUED,
    ],
)
def test_it_is_no_error(table):
    assert alarms(table) == []


@pytest.mark.parametrize(
    "table, was, printed",
    [
        (COSTS_TWO_ROWS, "42.7", "47.2"),
        (FAIR_VALUES, "4,687", "4,867"),
        (GAINS_OF_LIABILITIES, "90,401", "94,001"),
        (QUARTERS, "144,206", "142,406"),
    ],
)
def test_what_no_style_explains_is_one_error(table, was, printed):
    assert len(alarms(table.replace(was, printed))) == 1


@pytest.mark.parametrize(
    "total",
    ["1,521 | 1,479 | 1,404", "1,512 | 1,479 | 1,404", "-1,521 | 1,479 | 1,404", "15 | 1,479 | 14"],
)
def test_what_a_slip_is_worth_at_most_is_no_less_than_what_it_is_worth(total, monkeypatch):
    told = []

    def noted(trial, parts, holds, position, gap):
        found = failure_bits(trial, parts, holds, position, gap)
        told.append((found, most_failure_bits(trial, parts, position)))
        return found

    monkeypatch.setattr(_evidence, "failure_bits", noted)
    alarms(f"""\
| USD million | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 801 | 742 | 733 |
| Freight | 402 | 395 | 371 |
| Charter | 318 | 342 | 300 |
| Total revenue | {total} |
| Total expenses | 1,203 | 1,137 | 1,100 |
""")
    assert told or total.startswith("1,521")
    assert all(worth <= most for worth, most in told)
