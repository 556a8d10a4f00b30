"""Columns of percentages under a total of 100 %."""

import pytest

from tests.relations.discovered.structure import alarms

ASSETS = """
| | Target | 2024 | 2023 |
|---|---|---|---|
| Equities | 45% | 47% | 44% |
| Fixed income | 40% | 38% | 41% |
| Real estate | 10% | 10% | 10% |
| Cash | 5% | 5% | 5% |
| Total | 100% | 100% | 100% |
"""


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("45%", "45%", 0),
        ("41%", "44%", 1),
        ("41%", "42%", 0),  # within the rounding of four
        ("| 41%", "| <1%", 0),  # a part that states nothing
        ("100% | 100% |", "99% | 103% |", 0),  # no hundreds
        ("100% | 100% |", "100% | 700% |", 1),
        ("100% | 100% |", "100% | 86% |", 0),  # of something else, for no slip says why
    ],
)
def test_one_column_that_does_not_come_out(right, wrong, told):
    assert len(alarms(ASSETS.replace(right, wrong))) == told


def test_columns_that_differ_alike_are_of_something_else():
    assert alarms(ASSETS.replace("| Cash | 5% | 5% | 5% |\n", "")) == []
