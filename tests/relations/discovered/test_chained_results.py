"""Results of which each is the one before it and the lines between, in one column."""

import pytest

from tests.relations.discovered.structure import alarms

INCOME = """
| | R'000 |
|---|---|
| Revenue | 88,214 |
| Cost of sales | (54,906) |
| Gross profit | 33,308 |
| Distribution costs | (9,117) |
| Administrative expenses | (11,640) |
| Other income | 812 |
| Operating profit | 13,363 |
| Finance costs | (2,905) |
| Profit before tax | 10,458 |
| Taxation | (2,824) |
| Profit for the year | 7,634 |
"""
PLAIN = INCOME.replace("(", "").replace(")", "")
"""Costs without a sign."""
BRIDGE = """
| ($ in millions) | |
|---|---|
| Net income | 41.8 |
| Interest expense | 12.6 |
| Income taxes | 14.1 |
| Depreciation and amortization | 33.9 |
| EBITDA | 102.4 |
| Restructuring | 5.7 |
| Stock compensation | 8.2 |
| Adjusted EBITDA | 116.3 |
"""
DEBT = """
| | 2025 |
|---|---|
| Bonds | 1,200 |
| Bank loans | 455 |
| Lease liabilities | 318 |
| Gross debt | 1,973 |
| Cash and cash equivalents | (604) |
| Net debt | 1,369 |
"""
KEY_DATA = """
| Key data | 2024 |
|---|---|
| Revenue | 1,884 |
| Capital expenditure | 212 |
| EBITDA | 402 |
| Dividends | 118 |
| Net income | 177 |
| Cash | 96 |
| Net debt | 911 |
"""


@pytest.mark.parametrize("text", [INCOME, PLAIN, BRIDGE, DEBT])
def test_what_comes_out_is_silent(text):
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (INCOME, "13,363", "13,863"),
        (INCOME, "7,634", "7,934"),
        (PLAIN, "7,634", "7,643"),
        (BRIDGE, "33.9", "39.3"),
        (BRIDGE, "116.3", "146.3"),
        (DEBT, "1,369", "1,669"),
        (DEBT, "455", "450"),
    ],
)
def test_a_slip_is_told(text, right, wrong):
    assert len(alarms(text.replace(right, wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        KEY_DATA,
        BRIDGE.replace("116.3", "110.6"),  # one of the lines was left out
        BRIDGE.replace("116.3", "121.9"),  # no slip explains it: something is not printed
    ],
)
def test_a_list_of_results_and_what_is_left_out_are_silent(text):
    assert alarms(text) == []
