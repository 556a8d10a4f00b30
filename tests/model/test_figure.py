from fractions import Fraction

import pytest

from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval, point

F = Fraction
NEAREST, TRUNCATE, EXACT = Rounding.NEAREST, Rounding.TRUNCATE, Rounding.EXACT


def figure(digits, exponent=0, unit="", scale=0):
    return Figure("", 0, digits, exponent, unit, scale)


@pytest.mark.parametrize(
    ("shown", "rounding", "expected"),
    [
        (figure(26444), NEAREST, Interval(F(52887, 2), F(52889, 2))),
        (figure(180, -1), NEAREST, Interval(F(1795, 100), F(1805, 100))),  # 18.0, not 18
        (figure(18), NEAREST, Interval(F(35, 2), F(37, 2))),
        (figure(7), TRUNCATE, Interval(F(7), F(8), high_open=True)),
        (figure(-7), TRUNCATE, Interval(F(-8), F(-7), low_open=True)),
        (figure(0), TRUNCATE, Interval(F(-1), F(1), low_open=True, high_open=True)),
        (figure(7), EXACT, point(7)),
        (figure(615, -1, scale=6), NEAREST, Interval(F(61_450_000), F(61_550_000))),
        # statements that truncate amounts round their percentages
        (figure(58, -1, "%"), TRUNCATE, Interval(F(575, 100), F(59, 10), high_open=True)),
    ],
)
def test_a_figure_stands_for_every_value_that_prints_as_it(shown, rounding, expected):
    assert shown.interval(rounding) == expected
