"""Ends: what printed figures may stand for, as integers on a grid fine enough for all of a group.

The grid is in halves of a power of ten. Integers have 64 bits where these surely do, and are
Python's own elsewhere; floating point only tells which.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import EXACT, LARGE, NIL, PER_CENT, STATED, Numbers
from auditor.datafiles.columns.records import Rows
from auditor.model.figure import Rounding

INT64: np.dtype[Any] = np.dtype(np.int64)
PYTHON: np.dtype[Any] = np.dtype(object)

SAFE = float(1 << 60)
"""Up to here sums, products and their differences fit into 64 bits."""
MOST_POWER = 18
"""The largest power of ten that fits."""
REACH = 300
"""The largest power of ten that floating point holds, roughly."""

Exact = NDArray[Any]
Bools = NDArray[np.bool_]
Places = NDArray[np.int16]


class Kept(NamedTuple):
    """Some records of a column of figures."""

    numbers: Numbers
    rows: Rows


class Ends(NamedTuple):
    """What values may be; an open end is not itself included."""

    low: Exact
    high: Exact
    low_open: Bools
    high_open: Bools


def finest(kept: Kept) -> Places:
    """The power of ten on whose grid a figure and what it is good to both lie."""
    return np.minimum(kept.numbers.place[kept.rows], kept.numbers.width[kept.rows])


def ends_of(
    kept: Kept,
    place: Places,
    rounding: Rounding,
    dtype: np.dtype[Any],
    per_cent: Bools | None = None,
) -> Ends:
    """What each figure may stand for, in halves of ``10**place``, as ``Figure.interval`` says.

    ``per_cent`` are those that are percentages, where the file does not say so.
    """
    numbers, rows = kept
    marks = numbers.marks[rows]
    value = 2 * _digits(kept, dtype) * power(numbers.place[rows] - place, dtype)
    half = power(numbers.width[rows] - place, dtype)
    half[(marks & (NIL | EXACT)) != 0] = 0
    no = np.zeros(len(rows), np.bool_)
    if rounding is Rounding.EXACT:
        return Ends(value, value, no, no)
    nearest = Ends(value - half, value + half, no, no)
    if rounding is Rounding.NEAREST:
        return nearest
    either = (marks & PER_CENT) != 0 if per_cent is None else per_cent
    return _truncated(value, half, either & ((marks & STATED) == 0), nearest)


def _truncated(value: Exact, half: Exact, either: Bools, nearest: Ends) -> Ends:
    """Cut off towards zero; where it may be ``either``, or rounded to the nearest."""
    rounded = half > 0
    low = np.where(value > 0, value, value - 2 * half)
    high = np.where(value < 0, value, value + 2 * half)
    low_open = ((value <= 0) & rounded).astype(np.bool_)
    high_open = ((value >= 0) & rounded).astype(np.bool_)
    lower = either & (nearest.low < low).astype(np.bool_)
    higher = either & (nearest.high > high).astype(np.bool_)
    return Ends(
        np.where(lower, nearest.low, low),
        np.where(higher, nearest.high, high),
        low_open & ~lower,
        high_open & ~higher,
    )


def rescaled(ends: Ends, place: Places, to: Places, dtype: np.dtype[Any]) -> Ends:
    """The same values on a finer grid."""
    factor = power(place - to, dtype)
    return ends._replace(low=ends.low * factor, high=ends.high * factor)


def sizes(kept: Kept) -> NDArray[np.float64]:
    """How large each figure's ends may be, twice over, in base units; infinite beyond 64 bits."""
    numbers, rows = kept
    size = np.abs(numbers.digits[rows].astype(np.float64)) * _ten(numbers.place[rows])
    size = 2 * (size + _ten(numbers.width[rows]))
    size[(numbers.marks[rows] & LARGE) != 0] = np.inf
    return size


def beyond(size: NDArray[np.float64], place: Places) -> Bools:
    """Whether values of that size may not fit into 64 bits in units of ``10**place``."""
    return ~(size <= SAFE * _ten(place))


def power(exponent: Places, dtype: np.dtype[Any]) -> Exact:
    """Powers of ten, of exponents from 0 on: below it is 1, above what fits it is anything."""
    clipped = np.maximum(exponent, 0)
    if dtype == INT64:
        return _POWERS[np.minimum(clipped, MOST_POWER)]
    return _powers(int(clipped.max(initial=0)) + 1)[clipped]


_POWERS = np.array([10**exponent for exponent in range(MOST_POWER + 1)], np.int64)


@cache
def _powers(count: int) -> Exact:
    return np.array([10**exponent for exponent in range(count)], PYTHON)


def _ten(exponent: Places) -> NDArray[np.float64]:
    """Powers of ten in floating point, to tell what is large."""
    return _TENS[np.clip(exponent, -REACH, REACH) + REACH]


_TENS = np.power(10.0, np.arange(-REACH, REACH + 1))
_TENS[0], _TENS[-1] = 0.0, np.inf


def _digits(kept: Kept, dtype: np.dtype[Any]) -> Exact:
    digits = kept.numbers.digits[kept.rows].astype(dtype)
    if dtype == PYTHON and kept.numbers.large:
        for at, row in enumerate(kept.rows.tolist()):
            if row in kept.numbers.large:
                digits[at] = kept.numbers.large[row]
    return digits
