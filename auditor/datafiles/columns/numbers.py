"""Numbers: a column of figures as exact integers, cell by cell as ``figures`` reads them.

Plain decimal numbers are read all at once, in integers; every other notation by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.decimals import MOST_DIGITS, decimals
from auditor.datafiles.columns.figures import data_figure, in_column, unit_named
from auditor.datafiles.columns.records import CodedColumn, PrintedColumn, Records
from auditor.datafiles.thresholds import CELLS_AT_A_TIME, MOST_TEXTS_REMEMBERED
from auditor.model.dataset import DeclaredColumn
from auditor.model.figure import PERCENT, POINTS, Figure

BLANK, UNREADABLE, NIL, PER_CENT, EXACT, LARGE, STATED, UNSURE = 1, 2, 4, 8, 16, 32, 64, 128
NO_FIGURE = BLANK | UNREADABLE
ABSENT = NO_FIGURE | UNSURE
"""Marks of a cell. LARGE: its digits stand in ``large``, as they exceed 64 bits. STATED: it is
said what the figure is good to, by its column or by being a floating-point number. UNSURE: its
record lacks fields, or states a unit that is not allowed: nobody can tell what the figure is."""

Int64 = NDArray[np.int64]
Int16 = NDArray[np.int16]
Marks = NDArray[np.uint8]


class Numbers(NamedTuple):
    """Each figure is ``digits * 10**exponent`` base units, good to ``10**width`` of them."""

    digits: Int64
    exponent: Int16
    width: Int16
    marks: Marks
    large: Mapping[int, int]

    def absent(self) -> NDArray[np.bool_]:
        """The cells without a figure."""
        found: NDArray[np.bool_] = (self.marks & ABSENT) != 0
        return found


def numbers_of(column: DeclaredColumn, records: Records, allowed: tuple[str, ...] = ()) -> Numbers:
    """The figures of a column, with the units that it or another column states.

    ``allowed`` are the units that the other may state; none: any.
    """
    printed = records.printed[column.name].with_point(column.point)
    units = records.coded.get(column.unit_in)
    size = records.size
    numbers = Numbers(
        np.zeros(size, np.int64),
        np.zeros(size, np.int16),
        np.zeros(size, np.int16),
        np.zeros(size, np.uint8),
        {},
    )
    others = _read_at_once(printed, numbers)
    if any(data_figure(text, column.point) for text in column.na):  # a number may mean none
        others = np.arange(size)
    _mark_units(numbers, column, units)
    large = _read_one_by_one(others, numbers, column, records)
    numbers.marks[[*records.ragged]] |= UNSURE
    if units is not None and allowed:
        unsure = np.array([text not in allowed for text in units.values], np.bool_)
        numbers.marks[unsure[units.codes]] |= UNSURE
    return numbers._replace(large=large)


def _read_at_once(printed: PrintedColumn, numbers: Numbers) -> Int64:
    """Fills in the plain decimal numbers; returns the cells that are none."""
    others = [np.zeros(0, np.int64)]
    size = len(numbers.marks)
    for start in range(0, size, CELLS_AT_A_TIME):
        cells = slice(start, min(start + CELLS_AT_A_TIME, size))
        found = decimals(printed, cells.start, cells.stop)
        numbers.digits[cells] = found.digits
        numbers.exponent[cells] = found.exponent
        numbers.width[cells] = found.width
        numbers.marks[start + found.cut] |= STATED
        others.append(np.flatnonzero(~found.plain) + start)
    return np.concatenate(others)


def _mark_units(numbers: Numbers, column: DeclaredColumn, units: CodedColumn | None) -> None:
    """Adds to plain numbers what the column, or the column of units, says of them."""
    stated = [unit_named(text or column.unit) for text in units.values] if units else []
    own = unit_named(column.unit) if column.unit else ("", 0)
    scales = np.array([scale for _, scale in stated], np.int16)
    percent = np.array([unit in (PERCENT, POINTS) for unit, _ in stated], np.bool_)
    scale: Int16 | int = scales[units.codes] if units is not None else own[1]
    if np.any(scale):
        numbers.exponent[:] += scale
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


def _read_one_by_one(
    rows: Int64, numbers: Numbers, column: DeclaredColumn, records: Records
) -> dict[int, int]:
    """Fills in the cells that hold no plain number; returns the digits too large for 64 bits."""
    units, printed = records.coded.get(column.unit_in), records.printed[column.name]
    known: dict[tuple[str, str], _Cell] = {}
    large: dict[int, int] = {}
    for row in rows.tolist():
        cell = (printed.at(row), units.at(row) if units else "")
        if len(known) > MOST_TEXTS_REMEMBERED:
            known.clear()
        found = known.get(cell)
        if found is None:
            found = known[cell] = _cell(*cell, column)
        numbers.marks[row] = found.marks
        numbers.exponent[row], numbers.width[row] = found.exponent, found.width
        if found.marks & LARGE:
            large[row] = found.digits
        else:
            numbers.digits[row] = found.digits
    return large


class _Cell(NamedTuple):
    digits: int
    exponent: int
    width: int
    marks: int


def _cell(text: str, unit: str, column: DeclaredColumn) -> _Cell:
    if column.is_blank(text):
        return _Cell(0, 0, 0, BLANK)
    figure = data_figure(text, column.point)
    if figure is None:
        return _Cell(0, 0, 0, UNREADABLE)
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
        | LARGE * (abs(figure.digits) >= 10**MOST_DIGITS)
    )
    return marks
