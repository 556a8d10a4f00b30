"""Numbers: a column of figures as exact integers, cell by cell as ``figures`` reads them.

Plain decimal numbers are read all at once, in integers; every other notation by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.figures import data_figure, in_column, unit_named
from auditor.datafiles.columns.records import Coded, Printed, Records
from auditor.model.dataset import Column
from auditor.model.figure import PERCENT, POINTS, Figure

BLANK, UNREADABLE, NIL, PER_CENT, EXACT, LARGE, STATED, UNSURE = 1, 2, 4, 8, 16, 32, 64, 128
NO_FIGURE = BLANK | UNREADABLE
ABSENT = NO_FIGURE | UNSURE
"""Marks of a cell. LARGE: its digits stand in ``large``, as they exceed 64 bits. STATED: it is
said what the figure is good to, by its column or by being a floating-point number. UNSURE: its
record lacks fields, or states a unit that is not allowed: nobody can tell what the figure is."""

CHUNK = 1 << 18
"""Cells read at a time, so that what is in work stays in the cache."""
MOST_PLAIN = 18
"""Digits of a plain number: so many always fit into 64 bits."""
MOST_KEPT = 500_000
"""Odd texts whose figures are kept, since most stand in a file many times."""
FLOATING_DIGITS = 10**15

_MINUS, _POINT, _ZERO = b"-.0"

Int64 = NDArray[np.int64]
Int16 = NDArray[np.int16]
Marks = NDArray[np.uint8]


class Numbers(NamedTuple):
    """Each figure is ``digits * 10**place`` base units, good to ``10**width`` of them."""

    digits: Int64
    place: Int16
    width: Int16
    marks: Marks
    large: Mapping[int, int]

    def absent(self) -> NDArray[np.bool_]:
        """The cells without a figure."""
        found: NDArray[np.bool_] = (self.marks & ABSENT) != 0
        return found


def numbers_of(column: Column, records: Records, allowed: tuple[str, ...] = ()) -> Numbers:
    """The figures of a column, with the units that it or another column states.

    ``allowed`` are the units that the other may state; none: any.
    """
    printed = records.printed[column.name]
    units = records.coded.get(column.unit_in)
    size = records.size
    numbers = Numbers(
        np.zeros(size, np.int64),
        np.zeros(size, np.int16),
        np.zeros(size, np.int16),
        np.zeros(size, np.uint8),
        {},
    )
    odd = [_plain(printed, start, numbers) for start in range(0, size, CHUNK)]
    _in_units(numbers, column, units)
    large = _odd(np.concatenate(odd) if odd else np.zeros(0, np.int64), numbers, column, records)
    numbers.marks[[*records.ragged]] |= UNSURE
    if units is not None and allowed:
        unsure = np.array([text not in allowed for text in units.values], np.bool_)
        numbers.marks[unsure[units.codes]] |= UNSURE
    return numbers._replace(large=large)


def _plain(printed: Printed, start: int, into: Numbers) -> Int64:
    """Reads the plain decimal numbers of a chunk; returns the cells that are none."""
    offsets = printed.offsets[start : start + CHUNK + 1].astype(np.int64)
    first, length = offsets[:-1], np.diff(offsets)
    size, widest = len(first), int(min(length.max(initial=0), MOST_PLAIN + 2))
    digits, count = np.zeros(size, np.int64), np.zeros(size, np.int16)
    point = np.full(size, -1, np.int16)
    negative = np.zeros(size, np.bool_)
    plain = (length > 0) & (length <= MOST_PLAIN + 2)
    data = printed.data
    last = max(len(data) - 1, 0)
    for at in range(widest):
        inside = at < length
        character = data[np.minimum(first + at, last)]
        digit = character - np.uint8(_ZERO)  # what is below "0" wraps to above 9
        is_digit = (digit < 10) & inside
        digits = np.where(is_digit, digits * 10 + digit, digits)
        is_point = (character == _POINT) & inside
        plain &= ~(is_point & ((point >= 0) | (count == 0)))
        point[is_point] = at
        if at < 2:  # "007" and "-07" are odd: whether they are figures at all is asked elsewhere
            behind = (count == 1) & (digits < 10) & is_digit
            plain &= ~(behind & (digits == digit) & (point < 0))
        if at == 2:
            plain &= ~(negative & (count == 1) & is_digit & (digits == digit) & (point < 0))
        count += is_digit
        if at == 0:
            negative = (character == _MINUS) & inside
            plain &= is_digit | negative | ~inside
        else:
            plain &= is_digit | is_point | ~inside
    plain &= (count > 0) & (count <= MOST_PLAIN) & (point != length - 1)
    exponent = np.where(point >= 0, point - length + 1, 0)
    stop = start + size
    into.digits[start:stop] = np.where(plain, np.where(negative, -digits, digits), 0)
    into.place[start:stop] = into.width[start:stop] = np.where(plain, exponent, 0)
    _shorten(digits, exponent, plain, into, start)
    return np.flatnonzero(~plain) + start


def _shorten(
    digits: Int64, exponent: Int64, plain: NDArray[np.bool_], into: Numbers, start: int
) -> None:
    """Of a fraction with more digits than floating point holds, only so many mean anything."""
    long = np.flatnonzero(plain & (exponent < 0) & (digits >= FLOATING_DIGITS))
    excess = np.zeros(len(long), np.int16)
    for power in range(15, MOST_PLAIN):
        excess += digits[long] >= 10**power
    into.width[start + long] += excess
    into.marks[start + long] |= STATED


def _in_units(numbers: Numbers, column: Column, units: Coded | None) -> None:
    """What the column, or the column of units, says of plain numbers."""
    stated = [unit_named(text or column.unit) for text in units.values] if units else []
    own = unit_named(column.unit) if column.unit else ("", 0)
    scales = np.array([scale for _, scale in stated], np.int16)
    percent = np.array([unit in (PERCENT, POINTS) for unit, _ in stated], np.bool_)
    scale: Int16 | int = scales[units.codes] if units is not None else own[1]
    if np.any(scale):
        numbers.place[:] += scale
        numbers.width[:] += scale
    if own[0] in (PERCENT, POINTS) and units is None:
        numbers.marks[:] |= PER_CENT
    elif percent.any() and units is not None:
        numbers.marks[percent[units.codes]] |= PER_CENT
    if column.is_exact:
        numbers.marks[:] |= EXACT
    elif column.decimals is not None:
        numbers.width[:] = scale - column.decimals
        numbers.marks[:] |= STATED


def _odd(rows: Int64, numbers: Numbers, column: Column, records: Records) -> dict[int, int]:
    """Reads the cells that hold no plain number, one by one; returns the digits too large."""
    units, printed = records.coded.get(column.unit_in), records.printed[column.name]
    known: dict[tuple[str, str], _Cell] = {}
    large: dict[int, int] = {}
    for row in rows.tolist():
        cell = (printed.at(row), units.at(row) if units else "")
        if len(known) > MOST_KEPT:
            known.clear()
        found = known.get(cell)
        if found is None:
            found = known[cell] = _cell(*cell, column)
        numbers.marks[row] = found.marks
        numbers.place[row], numbers.width[row] = found.place, found.width
        if found.marks & LARGE:
            large[row] = found.digits
        else:
            numbers.digits[row] = found.digits
    return large


class _Cell(NamedTuple):
    digits: int
    place: int
    width: int
    marks: int


def _cell(text: str, unit: str, column: Column) -> _Cell:
    figure = data_figure(text)
    if figure is None:
        return _Cell(0, 0, 0, UNREADABLE if text.strip() else BLANK)
    figure = in_column(figure, column, unit)
    place = figure.exponent + figure.scale
    return _Cell(figure.digits, place, _width(figure, place), _marks(figure))


def _width(figure: Figure, place: int) -> int:
    """The power of ten that a figure is good to."""
    accuracy = figure.accuracy
    if not accuracy:
        return place
    return len(str(accuracy.numerator)) - len(str(accuracy.denominator))


def _marks(figure: Figure) -> int:
    exact = figure.accuracy == Fraction(0) and not figure.nil
    marks: int = (
        NIL * figure.nil
        | PER_CENT * (figure.unit in (PERCENT, POINTS))
        | EXACT * exact
        | STATED * (figure.accuracy is not None and not exact)
        | LARGE * (abs(figure.digits) >= 10**MOST_PLAIN)
    )
    return marks
