"""Intervals: the exact set of values that a printed figure may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``; an open end is not itself included.

    Truncated figures need open ends: 7 truncated stands for [7, 8), not for 8.
    """

    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low.numerator * high.denominator > high.numerator * low.denominator:
            raise ValueError(f"empty interval: {self.low} > {self.high}")

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __contains__(self, value: Fraction | int) -> bool:
        over, under = value.as_integer_ratio()  # whole numbers compare sooner than fractions
        low, high = self.low, self.high
        above = over * low.denominator - low.numerator * under
        below = high.numerator * under - over * high.denominator
        return (above > 0 or (above == 0 and not self.low_open)) and (
            below > 0 or (below == 0 and not self.high_open)
        )

    def times(self, factor: Fraction | int) -> Interval:
        """Every value multiplied by one exact factor."""
        if factor > 0:
            return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)
        if factor < 0:
            return Interval(self.high * factor, self.low * factor, self.high_open, self.low_open)
        return ZERO

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def overlap(self, other: Interval) -> Interval | None:
        """The values in both, or None when there are none."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        if low > high or (low == high and (low_open or not high_closed)):
            return None
        return Interval(low, high, low_open, not high_closed)

    def divided_by(self, other: Interval) -> Interval:
        """Every quotient; raises ZeroDivisionError when ``other`` holds or touches zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    @property
    def positive(self) -> bool:
        """Whether every value is above zero."""
        low = self.low.numerator
        return low > 0 or (low == 0 and self.low_open)

    @property
    def negative(self) -> bool:
        """Whether every value is below zero."""
        high = self.high.numerator
        return high < 0 or (high == 0 and self.high_open)


def point(value: Fraction | int) -> Interval:
    """The interval that holds one value only."""
    exact = Fraction(value)
    return Interval(exact, exact)


ZERO = point(0)
