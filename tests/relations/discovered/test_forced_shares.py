"""Shares that do not come out and are right: forced to add up, or of another whole."""

import pytest

from tests.relations.discovered.structure import alarms

FORCED = """\
| | Customers | % of Total |
|---|---|---|
| New Jersey | 639,838 | 20.3% |
| Pennsylvania | 658,153 | 20.8% |
| Missouri | 455,730 | 14.4% |
| Illinois | 308,014 | 9.8% |
| Indiana | 289,068 | 9.2% |
| California | 174,188 | 5.5% |
| West Virginia | 172,159 | 5.4% |
| Subtotal | 2,697,150 | 85.4% |
| Other | 461,076 | 14.6% |
| Total | 3,158,226 | 100.0% |
"""
TWO_WHOLES = """\
| Loans | Amount | Share |
|---|---|---|
| Domestic | 24,931 | 100.00% |
| Manufacturing | 2,689 | 10.79% |
| Mining | 255 | 1.02% |
| Electricity | 1,147 | 4.60% |
| Transport | 1,170 | 4.69% |
| Trade | 1,259 | 5.05% |
| Finance | 1,611 | 6.46% |
| Real estate | 3,506 | 14.06% |
| Other | 13,294 | 53.32% |
| Abroad | 4,094 | 100.00% |
| Governments | 25 | 0.61% |
| Banks | 170 | 4.15% |
| Other abroad | 3,899 | 95.24% |
"""
OWN_REVENUE = """\
| | 2025 | % (1) |
|---|---|---|
| Products | 204,310 | 55% |
| Services | 168,455 | 45% |
| Net revenue | 372,765 | 100% |
| Gross profit | 139,393 | 37% |
| Products gross profit | 82,118 | 40% |
| Services gross profit | 57,275 | 34% |
| Research and development | 50,120 | 13% |
| Selling and marketing | 46,310 | 12% |
"""
SUBSCRIPTIONS = """\
| ($ in millions) | 2025 | % of revenue* | 2024 | % of revenue* |
|---|---|---|---|---|
| Subscription revenue | 412.6 | 58% | 388.0 | 56% |
| Professional services revenue | 298.1 | 42% | 301.7 | 44% |
| Total revenue | 710.7 | 100% | 689.7 | 100% |
| Subscription gross profit | 268.2 | 65% | 244.4 | 63% |
| Professional services gross profit | 101.4 | 34% | 108.6 | 36% |
| Total gross profit | 369.6 | 52% | 353.0 | 51% |
| Product development | 118.9 | 17% | 110.2 | 16% |
| General and administrative | 64.0 | 9% | 61.3 | 9% |
"""
RESTATED = """\
| | 2025 | 2024 | % change | % change excluding currency changes |
|---|---|---|---|---|
| Footwear | 1,800 | 2,155 | -16% | -17% |
| Apparel | 93 | 90 | 3% | 4% |
| Equipment | 37 | 28 | 32% | 34% |
| Other | 152 | 154 | -1% | -2% |
| Total | 2,082 | 2,427 | -14% | -15% |
"""
RETURN_ON_EQUITY = """\
| | 2020 | 2021 | 2022 | 2023 | 2024 |
|---|---|---|---|---|---|
| Net income | 54,579 | 12,014 | 16,941 | 17,668 | 27,916 |
| Equity | 688,139 | 688,217 | 707,628 | 670,871 | 677,544 |
| Return on equity (%) | 8.1 | 1.7 | 2.4 | 2.6 | 4.1 |
"""
NAMED = """\
| | 2025 | | 2024 | | 2023 | | 2022 | |
|---|---|---|---|---|---|---|---|---|
| Northern routes | 43,412 | 62% | 41,357 | 64% | 85,121 | 62% | 80,214 | 65% |
| Southern and island routes | 22,180 | 31% | 18,812 | 29% | 42,377 | 31% | 35,841 | 29% |
| Harbour sales | 4,790 | 7% | 4,063 | 7% | 9,435 | 7% | 8,048 | 6% |
| Total net sales | 70,382 | 100% | 64,232 | 100% | 136,933 | 100% | 124,103 | 100% |
"""
TO_ITS_PARTS = """| | 2025 | % of sales | 2024 | % of sales | 2023 | % of sales |
|---|---|---|---|---|---|---|
| Sales | 86,377 | 100.00% | 97,059 | 100.00% | 96,250 | 100.00% |
| Earnings | 7,726 | 8.94% | 6,437 | 6.63% | 8,442 | 8.77% |
| Translation | 5 | 0.01% | 36 | 0.04% | 21 | 0.02% |
| Hedges | 31 | 0.04% | 307 | 0.32% | 109 | 0.11% |
| Other income | 36 | 0.04% | 343 | 0.36% | 130 | 0.14% |
"""


@pytest.mark.parametrize(
    "table",
    [
        NAMED,
        TO_ITS_PARTS,
        FORCED,
        TWO_WHOLES,
        OWN_REVENUE,
        SUBSCRIPTIONS,
        RESTATED,
        RETURN_ON_EQUITY,
    ],
)
def test_it_is_no_error(table):
    assert alarms(table) == []


@pytest.mark.parametrize(
    "table, was, printed",
    [
        (FORCED, "14.6%", "16.4%"),
        (NAMED, "4,063 | 7%", "4,063 | 9%"),
        (TO_ITS_PARTS, "0.36%", "0.63%"),
        (TWO_WHOLES, "14.06%", "16.04%"),
        (OWN_REVENUE, "| 37%", "| 73%"),
        (SUBSCRIPTIONS, "| 52%", "| 25%"),
        (RESTATED, "| 32%", "| 23%"),
    ],
)
def test_what_nothing_explains_is_one_error(table, was, printed):
    assert len(alarms(table.replace(was, printed))) == 1
