"""A wrong figure in the middle of two sums is told, be there but one other column."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TAX = """
| | 2024 | 2023 |
|---|---|---|
| Gross tax assets | 7,694 | 4,731 |
| Allowance for losses | (4,970) | (2,191) |
| Tax assets, net of allowance | {net} | {before} |
| Plant | (57) | (565) |
| Intangibles | (47) | (38) |
| Total tax liabilities | (104) | (603) |
| Net tax assets | 2,620 | 1,937 |
"""

RESULT = """
| | 2024 | 2023 |
|---|---|---|
| Operating result | 828 | 713 |
| Interest | (119) | (136) |
| Other financial items | (12) | (5) |
| Financial result | {net} | {before} |
| Result before taxes | 697 | 572 |
"""


BRIDGE = """
| USD thousand | 2024 |
|---|---|
| Net income | 8,412 |
| Income taxes | 2,603 |
| Interest expense | 1,118 |
| Depreciation and amortization | 4,077 |
| EBITDA | {ebitda} |
| Restructuring | 640 |
| Adjusted EBITDA | 16,850 |
"""

CHARGES = """
| In millions | 2025 | 2024 |
|---|---|---|
| Closures | 17 | 8 |
| Revaluation | - | 4 |
| | 17 | {sum} |
| Restructuring | 144 | 33 |
| Other items | 14 | - |
| Total | 175 | 45 |
"""

HEDGES = """
| In millions | Before tax | Tax |
|---|---|---|
| Arising in the period | (141) | 40 |
| Sales | (2) | 1 |
| Financing | 2 | (1) |
| Administration | (2) | 0 |
| Other income | (758) | 191 |
| Interest | 12 | (3) |
| Total gains on hedges | (889) | 228 |
"""

FUNDS = """
| In thousands | 2025 | 2024 |
|---|---|---|
| Share capital | 71,000 | 71,000 |
| Retained earnings | 133,118 | 114,507 |
| Equity | {equity} | 185,507 |
| Loans | 126,401 | 141,807 |
| Pensions | 31,534 | 33,006 |
| Long-term debt | 157,935 | 174,813 |
| Trade payables | 18,204 | 21,330 |
| Accruals | 83,936 | 62,517 |
| Short-term debt | 102,140 | 83,847 |
| Total equity and debt | 464,193 | 444,167 |
"""

PARTS_BELOW = """
| (단위: 백만원) | 당기말 | 전기말 |
|---|---|---|
| Ⅰ. 유동자산 | {current} | 814,504 |
| 1. 현금및현금성자산 | 421,038 | 317,224 |
| 2. 매출채권 | 533,171 | 497,280 |
| Ⅱ. 비유동자산 | 1,342,006 | {fixed} |
| 1. 유형자산 | 1,123,889 | 1,090,214 |
| 2. 무형자산 | 218,117 | 230,561 |
| 자산총계 | 2,296,215 | 2,135,279 |
"""


def found(text):
    report = document_report(readers.read(text.encode(), "x.md"), rule_packs())
    return [(f.suspects[0].citation.text, f.expected) for f in report.findings]


@pytest.mark.parametrize(
    "table, net, before, expected",
    [
        (TAX, "2,724", "2,540", []),
        (TAX, "2,724", "9,540", [("9,540", "2,540")]),
        (TAX, "7,724", "2,540", [("7,724", "2,724")]),
        (RESULT, "(131)", "(141)", []),
        (RESULT, "(137)", "(141)", [("(137)", "(131)")]),
        # in neither column, so that nothing says what the line is
        (RESULT, "(911)", "(904)", []),
        # no slip leads to it: something else may be in it
        (TAX, "2,724", "3,816", []),
    ],
)
def test_a_line_that_its_parts_and_a_total_below_leave_out_is_convicted(
    table, net, before, expected
):
    assert found(table.format(net=net, before=before)) == expected


@pytest.mark.parametrize(
    "table, expected",
    [
        (FUNDS.format(equity="204,118"), []),
        (FUNDS.format(equity="264,118"), [("264,118", "204,118")]),
        (PARTS_BELOW.format(current="954,209", fixed="1,320,775"), []),
        (PARTS_BELOW.format(current="254,209", fixed="1,320,775"), [("254,209", "954,209")]),
        (PARTS_BELOW.format(current="954,209", fixed="1,380,775"), [("1,380,775", "1,320,775")]),
    ],
)
def test_subtotals_between_and_totals_over_their_parts_are_seen_through(table, expected):
    assert found(table) == expected


@pytest.mark.parametrize(
    "table, expected",
    [
        (BRIDGE.format(ebitda="16,210"), []),
        (BRIDGE.format(ebitda="16,120"), [("16,120", "16,210")]),
        (BRIDGE.format(ebitda="15,702"), []),  # no slip: something else may be in it
        (CHARGES.format(sum="12"), []),
        (CHARGES.format(sum="32"), [("32", "12")]),
        (HEDGES, []),  # smaller than what rounding leaves the total
    ],
)
def test_one_column_and_small_figures_are_enough_where_a_total_says_so(table, expected):
    assert found(table) == expected
