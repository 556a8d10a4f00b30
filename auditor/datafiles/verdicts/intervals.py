"""Interval ends: what printed figures may stand for, as integers on a common grid.

The grid is in halves of a power of ten, fine enough for all figures of a check. Integers have 64
bits where these surely do, and are Python's own elsewhere; floating point only tells which.
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

Integers = NDArray[Any]
Bools = NDArray[np.bool_]
Exponents = NDArray[np.int16]


class ColumnFigures(NamedTuple):
    """Some records of a column of figures."""

    numbers: Numbers
    rows: Rows


class IntervalEnds(NamedTuple):
    """What values may be; an open end is not itself included."""

    low: Integers
    high: Integers
    low_open: Bools
    high_open: Bools


def finest_exponent(figures: ColumnFigures) -> Exponents:
    """The power of ten on whose grid a figure and what it is good to both lie."""
    return np.minimum(figures.numbers.exponent[figures.rows], figures.numbers.width[figures.rows])


def interval_ends(
    figures: ColumnFigures,
    exponent: Exponents,
    rounding: Rounding,
    dtype: np.dtype[Any],
    per_cent: Bools | None = None,
) -> IntervalEnds:
    """What each figure may stand for, in halves of ``10**exponent``, as ``Figure.interval`` says.

    ``per_cent`` are those that are percentages, where the file does not say so.
    """
    numbers, rows = figures
    marks = numbers.marks[rows]
    value = 2 * _digits(figures, dtype) * powers_of_ten(numbers.exponent[rows] - exponent, dtype)
    half = powers_of_ten(numbers.width[rows] - exponent, dtype)
    half[(marks & (NIL | EXACT)) != 0] = 0
    no = np.zeros(len(rows), np.bool_)
    if rounding is Rounding.EXACT:
        return IntervalEnds(value, value, no, no)
    nearest = IntervalEnds(value - half, value + half, no, no)
    if rounding is Rounding.NEAREST:
        return nearest
    either = (marks & PER_CENT) != 0 if per_cent is None else per_cent
    return _truncated(value, half, either & ((marks & STATED) == 0), nearest)


def _truncated(
    value: Integers, half: Integers, either: Bools, nearest: IntervalEnds
) -> IntervalEnds:
    """Cut off towards zero; where it may be ``either``, or rounded to the nearest."""
    rounded = half > 0
    low = np.where(value > 0, value, value - 2 * half)
    high = np.where(value < 0, value, value + 2 * half)
    low_open = ((value <= 0) & rounded).astype(np.bool_)
    high_open = ((value >= 0) & rounded).astype(np.bool_)
    lower = either & (nearest.low < low).astype(np.bool_)
    higher = either & (nearest.high > high).astype(np.bool_)
    return IntervalEnds(
        np.where(lower, nearest.low, low),
        np.where(higher, nearest.high, high),
        low_open & ~lower,
        high_open & ~higher,
    )


def rescaled(
    ends: IntervalEnds, exponent: Exponents, to: Exponents, dtype: np.dtype[Any]
) -> IntervalEnds:
    """The same values on a finer grid."""
    factor = powers_of_ten(exponent - to, dtype)
    return ends._replace(low=ends.low * factor, high=ends.high * factor)


def sizes(figures: ColumnFigures) -> NDArray[np.float64]:
    """How large each figure's ends may be, twice over, in base units; infinite beyond 64 bits."""
    numbers, rows = figures
    size = np.abs(numbers.digits[rows].astype(np.float64)) * _float_powers(numbers.exponent[rows])
    size = 2 * (size + _float_powers(numbers.width[rows]))
    size[(numbers.marks[rows] & LARGE) != 0] = np.inf
    return size


def exceeds_64_bits(size: NDArray[np.float64], exponent: Exponents) -> Bools:
    """Whether values of that size may not fit into 64 bits in units of ``10**exponent``."""
    return ~(size <= SAFE * _float_powers(exponent))


def powers_of_ten(exponent: Exponents, dtype: np.dtype[Any]) -> Integers:
    """Powers of ten, of exponents from 0 on: below it is 1, above what fits it is anything."""
    clipped = np.maximum(exponent, 0)
    if dtype == INT64:
        return _POWERS[np.minimum(clipped, MOST_POWER)]
    return _powers(int(clipped.max(initial=0)) + 1)[clipped]


_POWERS = np.array([10**exponent for exponent in range(MOST_POWER + 1)], np.int64)


@cache
def _powers(count: int) -> Integers:
    return np.array([10**exponent for exponent in range(count)], PYTHON)


def _float_powers(exponent: Exponents) -> NDArray[np.float64]:
    """Powers of ten in floating point, to tell what is large."""
    return _TENS[np.clip(exponent, -REACH, REACH) + REACH]


_TENS = np.power(10.0, np.arange(-REACH, REACH + 1))
_TENS[0], _TENS[-1] = 0.0, np.inf


def _digits(figures: ColumnFigures, dtype: np.dtype[Any]) -> Integers:
    digits = figures.numbers.digits[figures.rows].astype(dtype)
    if dtype == PYTHON and figures.numbers.large:
        for at, row in enumerate(figures.rows.tolist()):
            if row in figures.numbers.large:
                digits[at] = figures.numbers.large[row]
    return digits
