from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.interval import Interval, point

F = Fraction


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (Interval(F(1), F(2)), (1, 2), (F(9, 10), F(21, 10))),
        (Interval(F(1), F(2), low_open=True), (2,), (1,)),
        (Interval(F(1), F(2), high_open=True), (1,), (2,)),
        (point(3), (3,), (2, 4)),
    ],
)
def test_an_open_end_is_not_inside(interval, inside, outside):
    assert all(v in interval for v in inside)
    assert not any(v in interval for v in outside)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Interval(F(0), F(2)), Interval(F(1), F(3)), Interval(F(1), F(2))),
        (Interval(F(0), F(1)), Interval(F(1), F(3)), point(1)),
        (Interval(F(0), F(1), high_open=True), Interval(F(1), F(3)), None),
        (Interval(F(0), F(1)), Interval(F(2), F(3)), None),
    ],
)
def test_overlap(left, right, expected):
    assert left.overlap(right) == expected


def test_an_empty_interval_cannot_be_built():
    with pytest.raises(ValueError, match="empty"):
        Interval(F(2), F(1))


def test_division_by_what_may_be_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        point(1).divided_by(Interval(F(0), F(1)))


fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@st.composite
def intervals(draw):
    low, high = sorted((draw(fractions), draw(fractions)))
    return Interval(low, high)


def inside(draw, interval):
    step = draw(st.fractions(min_value=0, max_value=1, max_denominator=16))
    return interval.low + step * (interval.high - interval.low)


@given(st.data(), intervals(), intervals(), fractions)
def test_arithmetic_holds_every_combination(data, a, b, factor):
    x, y = inside(data.draw, a), inside(data.draw, b)
    assert x + y in a + b
    assert -x in -a
    assert factor * x in a.times(factor)
    assert x in a.hull(b)
    if b.low > 0 or b.high < 0:
        assert x / y in a.divided_by(b)
