"""Figures: printed numbers, kept as text and as exact values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from auditor.model.interval import Interval, point


class Rounding(StrEnum):
    """How unrounded values became printed figures."""

    NEAREST = "nearest"
    TRUNCATE = "truncate"
    EXACT = "exact"


AUTO = "auto"
"""Asks for the rounding that the document itself shows."""


class SignStyle(StrEnum):
    """How a figure shows its sign."""

    PLAIN = ""
    PLUS = "+"
    MINUS = "-"
    PARENTHESES = "()"
    TRIANGLE = "△"
    BLACK_TRIANGLE = "▲"
    BEHIND = "1-"
    CREDIT = "CR"
    WORD = "down"


PERCENT = "%"
POINTS = "points"
REMEMBERED = 2**16
"""Values that are kept at hand: as many as the figures of a long document. Each stage goes through
the whole of it, so that of fewer none would be left when it is asked for again."""


class Cr(StrEnum):
    """What "Cr" behind a figure means."""

    CREDIT = "credit"
    CRORE = "crore"


@dataclass(frozen=True, slots=True)
class NumeralConvention:
    """How a table writes its numbers.

    ``decimal`` opens decimals, ``groups`` parts thousands; above the last three digits in
    ``pairs``, as in India. ``behind`` is whether a minus may stand behind its number, ``coins``
    whether "p" there means pence, ``words`` whether one such as "down" gives a sign, ``arrows``
    whether "▲" means up, as it does beside "▼". ``sides`` are the letters for debit and credit,
    "SH" in German, and ``units`` the words behind its numbers that only repetition tells for units.
    """

    decimal: str = "."
    groups: str = ","
    pairs: bool = False
    behind: bool = False
    coins: bool = False
    words: bool = False
    arrows: bool = False
    cr: Cr | None = None
    sides: str = ""
    units: tuple[str, ...] = ()


DECIMAL_POINTS = NumeralConvention()


class Figure(NamedTuple):
    """One printed number.

    ``text`` is the whole notation as printed, ``start`` its offset in the text it was read from.
    The value is ``digits * 10**(exponent + scale)`` base units (currency units, per cent, points):
    ``exponent`` places the last printed digit, ``scale`` is the power of ten that words such as
    "million" add. ``unit`` is "%", "points", a currency code, a word such as "Gbps", or "".
    ``accuracy`` is the unit that the value is said to be good to, 0 if it is exact, where that is
    not one of the last digit; ``beside`` are other figures that state the very same value.
    ``convention`` is how the numbers around it are written.
    """

    text: str
    start: int
    digits: int
    exponent: int
    unit: str = ""
    scale: int = 0
    sign_style: SignStyle = SignStyle.PLAIN
    nil: bool = False
    accuracy: Fraction | None = None
    beside: tuple[Figure, ...] = ()
    convention: NumeralConvention = DECIMAL_POINTS

    @property
    def end(self) -> int:
        """The offset just past the notation."""
        return self.start + len(self.text)

    @property
    def value(self) -> Fraction:
        """The value as printed, in base units."""
        return _scaled(self.digits, self.place)

    @property
    def place(self) -> int:
        """The power of ten that one unit of the last printed digit is, in base units."""
        return self.exponent + self.scale

    @property
    def last_unit(self) -> Fraction:
        """One unit of the last printed digit, in base units."""
        return _scaled(1, self.place)

    @property
    def is_percent(self) -> bool:
        return self.unit == PERCENT

    def interval(self, rounding: Rounding) -> Interval:
        """Every unrounded value, in base units, that prints as this figure.

        Nearest: half a unit either side (ties may go either way). Truncated: towards zero.
        Statements that truncate their amounts still round their percentages, so a percentage
        under truncation may be either. A nil dash is nothing at all, not something small.
        Figures that state the same value leave it what all of them allow, as far as they agree.
        """
        if self.nil:
            return point(0)
        if rounding is Rounding.EXACT:
            return point(self.value)
        own = self._printed(rounding) if self.accuracy is None else self._stated(rounding)
        for other in self.beside:
            own = own.overlap(other.interval(rounding)) or own
        return own

    def _printed(self, rounding: Rounding) -> Interval:
        """What its last digit allows."""
        nearest = _nearest(self.digits, self.place)
        if rounding is Rounding.NEAREST:
            return nearest
        truncated = _truncated(self.value, self.last_unit)
        return nearest.hull(truncated) if self.unit in (PERCENT, POINTS) else truncated

    def _stated(self, rounding: Rounding) -> Interval:
        """What the unit it is said to be good to allows."""
        if not self.accuracy:
            return point(self.value)
        if rounding is Rounding.TRUNCATE:
            return _truncated(self.value, self.accuracy)
        half = self.accuracy / 2
        return Interval(self.value - half, self.value + half)


def of_one_unit(*figures: Figure) -> bool:
    """Whether no two figures say different units.

    Statements print "$" in the first and the last of their rows only.
    """
    return len({figure.unit for figure in figures} - {""}) < 2


def _truncated(value: Fraction, unit: Fraction) -> Interval:
    if value > 0:
        return Interval(value, value + unit, high_open=True)
    if value < 0:
        return Interval(value - unit, value, low_open=True)
    return Interval(-unit, unit, low_open=True, high_open=True)


@lru_cache(REMEMBERED)
def _nearest(digits: int, place: int) -> Interval:
    """Half a unit of the last digit to either side; each relation of a figure asks for it."""
    halves = 2 * digits
    if place > 0:
        return Interval(
            Fraction((halves - 1) * 10**place, 2), Fraction((halves + 1) * 10**place, 2)
        )
    whole = 2 * 10**-place
    return Interval(Fraction(halves - 1, whole), Fraction(halves + 1, whole))


@lru_cache(REMEMBERED)
def _scaled(digits: int, place: int) -> Fraction:
    """So many units of a decimal place."""
    return Fraction(digits * 10**place) if place > 0 else Fraction(digits, 10**-place)
