"""Slips of the pen: the one table of them, in how many ways each can happen.

It is read both ways: ``meant`` names what a printed figure may have meant, ``slip_ways`` says how a
value could have been mistyped as another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, log2
from typing import NamedTuple

from auditor.checks.thresholds import (
    ADDED_DIGIT,
    END_DIGIT,
    LATELY,
    MOST_MEANT,
    NO_SLIP,
    RARER,
    RESCALED,
)
from auditor.model.figure import Figure
from auditor.model.interval import Interval

SIGN = "the sign is turned"
SWAPPED = "two digits are swapped"
DIGIT = "a digit is wrong"
DROPPED = "a digit was dropped"
DOUBLED = "a digit was doubled"
ADDED = "there is a digit too many"
TENFOLD = "it is ten times too large"
THOUSANDS = "it is a thousand times too large, as thousands for millions are"
MILLIONS = "it is a thousand times too small, as millions for thousands are"


class Meant(NamedTuple):
    """A value, in units of the last digit, that a slip turns into the printed one.

    ``ways`` says in how many ways a slip of that kind can happen.
    """

    value: int
    ways: int
    slip: str


def meant(figure: Figure) -> tuple[Meant, ...]:
    """Every value that one slip may have turned into the figure, with the likeliest slip."""
    return tuple(_meant_by(_printed_digits(figure), figure.digits < 0).values())


def slip_ways(printed: int, true: int) -> int:
    """In how many ways the slip that turns ``true`` into ``printed`` can happen; 0: none does.

    Both in units of the last digit. A number does not tell whether noughts stand in front: it is
    read as it is, and as "00267" is where 30,267 was meant.
    """
    ways = slip_ways_as_read(printed, true)
    digits, wide = str(abs(printed)), len(str(abs(true)))
    if wide > len(digits):
        other = _ways_between(digits.zfill(wide), printed, true)
        if other:
            return min(ways, other) if ways else other
    return ways


def slip_ways_as_read(printed: int, true: int) -> int:
    """The same of a number that has no nought in front."""
    return _ways_between(str(abs(printed)), printed, true)


def _ways_between(digits: str, printed: int, true: int) -> int:
    """In how many ways a slip turned ``true`` into these digits, as ``_slipped`` has them all.

    Of two values it is told much sooner by comparing their digits.
    """
    if true in (printed, -printed):
        return int(true != printed)
    if true < 0 < printed or printed < 0 < true or (not printed and true < 0):
        return 0
    if true == 1000 * printed or printed == 1000 * true:
        return RESCALED
    text = str(abs(true))
    longer = len(text) - len(digits)
    if longer == 0:
        return _ways_of_same_length(digits, text)
    if longer == 1:
        return _ways_of_dropped(digits, text)
    return _ways_of_too_many(digits, text) if longer == -1 else 0


def _ways_of_same_length(digits: str, text: str) -> int:
    """In how many ways two digits were swapped, or one mistaken."""
    length = len(digits)
    first = next(i for i in range(length) if digits[i] != text[i])
    behind = first + 1
    if digits[behind:] == text[behind:]:
        return 9 * length
    swapped = text[first + 1] + text[first] == digits[first : first + 2]
    return length if swapped and digits[first + 2 :] == text[first + 2 :] else 0


def _ways_of_dropped(digits: str, text: str) -> int:
    """In how many ways one of the digits that were meant was dropped."""
    if text[:-1] == digits:
        return END_DIGIT
    first = next(i for i in range(len(digits)) if digits[i] != text[i])
    return RARER * len(digits) if digits[first:] == text[first + 1 :] else 0


def _ways_of_too_many(digits: str, text: str) -> int:
    """In how many ways one digit too many was printed: at the end, or one doubled."""
    if digits[:-1] == text and digits[0] != "0":
        return END_DIGIT if digits[-1] == "0" else ADDED_DIGIT
    length = len(digits)
    first = next((i for i in range(length - 1) if digits[i] != text[i]), length - 1)
    doubled = digits[first - 1] == digits[first] if first else False
    return RARER * length if doubled and digits[first + 1 :] == text[first:] else 0


@lru_cache(LATELY)
def _meant_by(digits: str, negative: bool) -> Mapping[int, Meant]:
    """By the value that was meant, the likeliest slip that printed these digits."""
    sign = -1 if negative else 1
    printed = sign * int(digits)
    found: dict[int, Meant] = {}
    for one in _slipped(digits, sign):
        other = found.get(one.value)
        if one.value != printed and (other is None or one.ways < other.ways):
            found[one.value] = one
    return found


def _slipped(digits: str, sign: int) -> Iterator[Meant]:
    printed = sign * int(digits)
    yield Meant(-printed, 1, SIGN)
    for text, ways, slip in _misread(digits):
        if text[:1] != "0" or len(text) == 1:
            yield Meant(sign * int(text), ways, slip)
    for value, slip in _scaled(printed):
        yield Meant(value, RESCALED, slip)


def _printed_digits(figure: Figure) -> str:
    """The digits as they stand: a nought in front tells what stood there."""
    digits = "".join(str(int(c)) for c in figure.text if c.isdecimal())
    whole = str(abs(figure.digits))
    return digits if digits and digits.lstrip("0") == whole.lstrip("0") else whole


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
            yield text[:i] + digit + text[i:], END_DIGIT if end else RARER * length, DROPPED
    for i in range(length - 1):
        if text[i] == text[i + 1]:
            yield text[:i] + text[i + 1 :], RARER * length, DOUBLED
    if length > 1 and text[0] != "0":  # "0.6" less its last digit is no figure of tenths
        nought = text.endswith("0")
        yield text[:-1], END_DIGIT if nought else ADDED_DIGIT, TENFOLD if nought else ADDED


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
    if meant <= 0:
        return NO_SLIP
    if meant > MOST_MEANT:
        known = _meant_by(str(abs(figure.digits)), figure.digits < 0)
        ways = [one.ways for true, one in known.items() if first <= true <= last]
    else:
        ways = [w for true in range(first, last + 1) if (w := _ways(figure, true))]
    if not ways:
        return NO_SLIP
    best = min(slip_bits(one, figure) for one in ways)
    return min(NO_SLIP, best + log2(meant) / 2)


def _ways(figure: Figure, true: int) -> int:
    """In how many ways a figure may have slipped, 2.34 for 0.34 among them."""
    digits, length = abs(figure.digits), 1 - figure.exponent
    is_lead = figure.exponent < 0 and len(str(digits)) == length
    if is_lead and true * figure.digits > 0 and abs(true) == digits % 10 ** (length - 1):
        return 9 * length
    return slip_ways(figure.digits, true)


def slip_bits(ways: int, figure: Figure) -> float:
    """Bits for a slip that was made; a longer figure is as much likelier to be mistyped."""
    length = len(str(abs(figure.digits)))
    return log2(4 * (ways / length if ways >= length else ways))


def coincidence_bits(ways: int) -> float:
    """Bits for a slip that only chance may suggest: as many as slips of its kind could be tried."""
    return log2(4 * ways)
