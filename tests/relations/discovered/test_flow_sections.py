"""Flows of a statement of cash flows, which are the lines above them added up."""

import pytest

from tests.relations.discovered.structure import alarms

STATEMENT = """
| (in millions) | 2024 | 2023 |
|---|---|---|
| Net income | $ 174 | $ 151 |
| Depreciation and amortization | 83 | 78 |
| Deferred taxes | (12) | 6 |
| Trade receivables | (27) | 14 |
| Net cash provided by operating activities | 218 | 249 |
| Capital expenditures | (96) | (104) |
| Acquisitions | — | (48) |
| Proceeds from sales of plants | 9 | 3 |
| Net cash used in investing activities | (87) | (149) |
| Borrowings | 40 | 95 |
| Repayments of debt | (92) | (80) |
| Dividends paid | (58) | (53) |
| Net cash used in financing activities | (110) | (38) |
| Effect of exchange rates on cash | (4) | 2 |
| Net increase in cash | 17 | 64 |
"""
PART_OF_A_LINE = STATEMENT.replace(
    "| Acquisitions | — | (48) |", "| Acquisitions | — | (48) |\n| of which Ferris | — | (31) |"
)
NOT_ADDED_UP = STATEMENT.replace("| Trade receivables | (27) | 14 |", "| Other | (33) | 9 |")


@pytest.mark.parametrize(
    ("text", "wrong", "expected"),
    [
        (STATEMENT, STATEMENT, 0),
        (STATEMENT, STATEMENT.replace("| (96) |", "| (69) |"), 1),
        (STATEMENT, STATEMENT.replace("218 | 249", "218 | 294"), 1),
        (STATEMENT, STATEMENT.replace("(53)", "(58)"), 1),
        (STATEMENT, STATEMENT.replace("| 17 | 64 |", "| 71 | 64 |"), 1),
        (PART_OF_A_LINE, PART_OF_A_LINE, 0),
        (NOT_ADDED_UP, NOT_ADDED_UP, 0),
    ],
)
def test_a_flow_is_what_stands_above_it(text, wrong, expected):
    assert text == wrong or alarms(text) == []
    assert len(alarms(wrong)) == expected
