"""Rows that check others, and must show zero."""

import pytest

from auditor import audit

BALANCE = """\
| EUR thousand | 2023 | 2024 | 2025 |
|---|---|---|---|
| Cash | 100 | 110 | 120 |
| Other assets | 400 | 410 | 430 |
| Total assets | 500 | 520 | 550 |
| Debt | 200 | 210 | 215 |
| Equity | 300 | 310 | 335 |
| Total liabilities and equity | 500 | 520 | 550 |
"""


def told(row, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(BALANCE + row + "\n")
    found = audit([str(path)]).findings
    return [(f.printed, f.expected) for f in found if f.rule == "check-row"]


@pytest.mark.parametrize(
    "row, expected",
    [
        ("| Check | 0 | 0 | 5 |", [("5", "0")]),
        ("| Balance check | - | - | (12) |", [("(12)", "0")]),
        ("| Kontrolle | 0 | 0 | 5 |", [("5", "0")]),
        ("| Check: assets - debt - equity | 0 | 0 | (5) |", [("(5)", "0")]),
        ("| Check (assets less the rest) | 0 | 0 | 5 |", [("5", "0")]),
        (
            "| Assets less liabilities (must be zero) | 3 | 4 | 5 |",
            [("3", "0"), ("4", "0"), ("5", "0")],
        ),
        ("| Check | 0 | 0 | 0 |", []),
        ("| Check | 0.0 | - | 0 |", []),
        ("| Checks | 310 | 320 | 330 |", []),  # a means of payment
        ("| Check | 0 | 4 | 5 |", []),  # mostly something else
        ("| Checks and drafts | 0 | 0 | 5 |", []),
        ("| Difference | 0 | 0 | 5 |", []),  # a difference may be any
    ],
)
def test_what_is_not_zero_is_told(row, expected, tmp_path):
    assert told(row, tmp_path) == expected
