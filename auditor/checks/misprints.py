"""Slips of the pen: in how many ways one turns the figure that was meant into the printed one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, log2
from typing import NamedTuple

from auditor.model.figure import Figure
from auditor.model.interval import Interval

NO_SLIP = 12.0
"""Bits that a figure spends which no slip explains."""
MOST_MEANT = 64
"""Values that a figure may have meant; among more, one is a slip away by chance."""

SIGN = "the sign is turned"
SWAPPED = "two digits are swapped"
DIGIT = "a digit is wrong"
DROPPED = "a digit was dropped"
DOUBLED = "a digit was doubled"
ADDED = "there is a digit too many"
TENFOLD = "it is ten times too large"
THOUSANDS = "it is a thousand times too large, as thousands for millions are"
MILLIONS = "it is a thousand times too small, as millions for thousands are"

RARER = 18
"""Ways, a digit, of losing or doubling one within a figure: twice those of mistaking it."""


class Meant(NamedTuple):
    """A value, in units of the last digit, that a slip turns into the printed one.

    ``ways`` says in how many ways a slip of that kind can happen.
    """

    value: int
    ways: int
    slip: str


def meant(figure: Figure) -> tuple[Meant, ...]:
    """Every value that one slip may have turned into the figure, with the likeliest slip."""
    found: dict[int, Meant] = {}
    for one in _slipped(figure):
        if one.value != figure.digits:
            other = found.get(one.value)
            if other is None or one.ways < other.ways:
                found[one.value] = one
    return tuple(found.values())


def _slipped(figure: Figure) -> Iterator[Meant]:
    sign = -1 if figure.digits < 0 else 1
    yield Meant(-figure.digits, 1, SIGN)
    for digits, ways, slip in _misread(_printed_digits(figure)):
        if digits[:1] != "0" or len(digits) == 1:
            yield Meant(sign * int(digits), ways, slip)
    for value, slip in _scaled(figure.digits):
        yield Meant(value, 8, slip)


def _printed_digits(figure: Figure) -> str:
    """The digits as they stand: a nought in front tells what stood there."""
    digits = "".join(str(int(c)) for c in figure.text if c.isdecimal())
    whole = str(abs(figure.digits))
    return digits if digits.lstrip("0") == whole.lstrip("0") else whole


def _misread(text: str) -> Iterator[tuple[str, int, str]]:
    """The digits that were meant, the ways of the slip, and the slip."""
    length = len(text)
    for i in range(length - 1):
        swapped = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
        yield swapped, length, SWAPPED
    for i in range(length):
        for digit in "0123456789":
            yield text[:i] + digit + text[i + 1 :], 9 * length, DIGIT
    for i in range(length + 1):
        for digit in "0123456789":
            end = i == length
            yield text[:i] + digit + text[i:], 2 if end else RARER * length, DROPPED
    for i in range(length - 1):
        if text[i] == text[i + 1]:
            yield text[:i] + text[i + 1 :], RARER * length, DOUBLED
    if length > 1:
        nought = text.endswith("0")
        yield text[:-1], 2 if nought else 20, TENFOLD if nought else ADDED


def _scaled(digits: int) -> Iterator[tuple[int, str]]:
    """The value in the unit that was meant, where the unit was mistaken."""
    if digits and digits % 1000 == 0:
        yield digits // 1000, THOUSANDS
    yield digits * 1000, MILLIONS


def slip_cost(figure: Figure, wanted: Interval | None) -> float:
    """Bits to spend on the cheapest slip that turned a value in ``wanted`` into the figure.

    ``wanted`` is in base units. Costs grow with the ways in which the slip can happen, and with the
    number of values that may have been meant.
    """
    unit = figure.last_unit
    if wanted is None:
        return NO_SLIP
    first = ceil(wanted.low / unit - Fraction(1, 2))
    last = floor(wanted.high / unit + Fraction(1, 2))
    meant = last - first + 1
    if not 0 < meant <= MOST_MEANT:
        return NO_SLIP
    ways = [w for true in range(first, last + 1) if (w := slip_ways(figure.digits, true))]
    if not ways:
        return NO_SLIP
    length = len(str(abs(figure.digits)))  # a longer figure is as much likelier to be mistyped
    likely = min(w / length if w >= length else w for w in ways)
    return min(NO_SLIP, log2(4 * likely) + log2(meant) / 2)


def slip_ways(printed: int, true: int) -> int:
    """In how many ways a slip of the kind that turns ``true`` into ``printed`` can happen; 0: none.

    Both in units of the last digit.
    """
    if printed == true:
        return 0
    if printed == -true:
        return 1
    if printed * true < 0:
        return 0
    a, b = str(abs(printed)), str(abs(true))
    return _same_length_ways(a, b) if len(a) == len(b) else _other_length_ways(a, b)


def _other_length_ways(a: str, b: str) -> int:
    """A factor of ten, or a leading zero: "03,267" for "30,267" (swapped) or "13,267" (a digit)."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer[:-1] == shorter:
        return 2
    if longer is b and longer[1] == "0" and longer[0] + longer[2:] == shorter:
        return len(longer)
    lost = longer[1:].lstrip("0")
    return 9 * len(longer) if longer is b and lost == shorter else 0


def _same_length_ways(a: str, b: str) -> int:
    differ = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differ) == 1:
        return 9 * len(a)
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        i, j = differ
        if a[i] == b[j] and a[j] == b[i]:
            return len(a)
    return 0
