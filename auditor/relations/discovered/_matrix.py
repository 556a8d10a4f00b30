"""Matrices: a table's figures as whole numbers of one unit, seen as lines to add up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import gcd
from typing import NamedTuple

from auditor.model.figure import PERCENT, POINTS, Figure
from auditor.model.grid import Band, Column, Grid, Row
from auditor.model.period import Period
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.relations.discovered._additivity import (
    Nature,
    column_states_rate,
    is_finer_than_amounts,
    is_never_added,
    names_what_is_taken,
    nature_of,
    never_added,
    per_cent_columns,
    reference_columns,
    row_states_rate,
)
from auditor.relations.discovered._additivity_thresholds import FEWEST_CONTINUED
from auditor.relations.discovered._foreign_words import CHANGES
from auditor.relations.discovered._thresholds import LARGEST_SHIFT

CALLED_DIFFERENCE = deferred(
    r"\bchang|\bvariance|increase|decrease|\bvs\.?\b|\bdiff|over \(?under|\b(?:un)?favou?rable"
    rf"|増減|差|{CHANGES}",
    re.IGNORECASE,
)


class Entry(NamedTuple):
    """A figure in half-units of the table's finest digit: its value and half its last unit."""

    value: int
    half: int
    nil: bool


@dataclass(frozen=True, slots=True)
class IntegerLine:
    """A row or column to add up: its place in the table, its label and its entries by position.

    ``added`` is false for lines whose figures never add up: averages, rates, per-share amounts.
    ``group`` is the heading the line stands under, ``period`` a column's; ``grain`` the largest
    number that divides all its figures, whose last digits say no more; ``fine`` says of a row that
    it shows cents among whole amounts, with which it is not added.
    """

    index: int
    label: str
    group: str
    added: bool
    entries: Mapping[int, Entry]
    grain: int
    period: Period | None = None
    fine: bool = False


class Matrix(NamedTuple):
    """Lines in reading order, and the positions (the other dimension) where their figures stand.

    ``changes`` are the positions that state changes, where signs follow no one rule; ``costs`` the
    rows among them that are named for what is taken away.
    """

    lines: tuple[IntegerLine, ...]
    positions: tuple[int, ...]
    downward: bool
    changes: frozenset[int] = frozenset()
    costs: frozenset[int] = frozenset()

    def cell(self, line: int, position: int) -> tuple[int, int]:
        """(row, column) in the table of a line's entry, both from 0."""
        return (line, position) if self.downward else (position, line)


def entries(grid: Grid, band: Band) -> dict[tuple[int, int], Entry]:
    """The band's figures that may be added up, by (row, column): amounts, not percentages."""
    inside = {row.index for row in band.rows}
    of_band = {place: f for place, f in grid.figures.items() if place[0] in inside}
    per_cent = per_cent_columns(of_band)
    figures = {
        place: figure
        for place, figure in of_band.items()
        if figure.unit not in (PERCENT, POINTS, "x") and place[1] not in per_cent
    }
    exponents = [f.exponent + f.scale for f in figures.values() if not f.nil]
    if not exponents or max(exponents) - min(exponents) > LARGEST_SHIFT:
        return {}
    finest = min(exponents)
    notes = reference_columns(figures)
    return {
        place: _entry(figure, finest) for place, figure in figures.items() if place[1] not in notes
    }


def _entry(figure: Figure, finest: int) -> Entry:
    if figure.nil:
        return Entry(0, 0, nil=True)
    half = 10 ** (figure.exponent + figure.scale - finest)
    return Entry(2 * figure.digits * half, half, nil=False)


def downward(band: Band, found: Mapping[tuple[int, int], Entry]) -> Matrix:
    """Rows as lines, columns as positions."""
    usual = _usual_half(found)
    adding = _added_columns(band.columns, found, usual)
    columns = tuple(c.index for c in band.columns if c.index in adding)
    rates = {row.index for row in band.rows if nature_of(row.label) is Nature.RATE}
    usual = _usual_half({place: e for place, e in found.items() if place[0] not in rates})
    continued = _goes_on_unlabelled(band)
    lines = []
    for row in band.rows:
        of_row = {c: found[row.index, c] for c in columns if (row.index, c) in found}
        halves = {e.half for e in of_row.values() if not e.nil}
        added = not never_added(row.label) and not never_added(row.group)
        added = added and not row_states_rate(row.label, halves, usual)
        used = added and bool(of_row) and bool(row.label or not continued)
        fine = used and is_finer_than_amounts(halves, usual)
        grain = _grain(of_row)
        line = IntegerLine(row.index, row.label, row.group, used, of_row, grain, fine=fine)
        lines.append(replace(line, added=False) if fine else line)
    changes = frozenset(c.index for c in band.columns if CALLED_DIFFERENCE.search(c.heading))
    return Matrix(tuple(lines), columns, downward=True, changes=changes)


class Summable(NamedTuple):
    """A band's figures that may be added up, and its rows as lines of them."""

    entries: Mapping[tuple[int, int], Entry]
    matrix: Matrix


def summable(grid: Grid, scene: Scene) -> Sequence[Summable | None]:
    """What each band of a scene's grid has to add up, None where that is nothing.

    Several discoveries ask for it.
    """
    return _summable_in(scene)[grid.table.number]


@lru_cache(maxsize=1)
def _summable_in(scene: Scene) -> Mapping[int, Sequence[Summable | None]]:
    """By the tables' numbers."""
    return {
        grid.table.number: tuple(_summable(grid, band) for band in grid.bands)
        for grid in scene.grids
    }


def _summable(grid: Grid, band: Band) -> Summable | None:
    found = entries(grid, band)
    return Summable(found, downward(band, found)) if found else None


def fine_rows(matrix: Matrix) -> Matrix:
    """The matrix with only those rows to add up that show cents among whole amounts."""
    return matrix._replace(lines=tuple(replace(one, added=one.fine) for one in matrix.lines))


def _goes_on_unlabelled(band: Band) -> bool:
    """Whether rows without label go on with what those above them say, row after row."""
    unlabelled = sum(not row.label for row in band.rows)
    return FEWEST_CONTINUED <= unlabelled < len(band.rows) and _alternate(band.rows)


def _alternate(rows: Sequence[Row]) -> bool:
    """Whether most rows without label stand right under one with a label, and those over one."""
    under = sum(bool(above.label) and not row.label for above, row in pairwise(rows))
    return 2 * under >= sum(bool(row.label) for row in rows)


def _usual_half(found: Mapping[tuple[int, int], Entry]) -> int:
    """The half-unit that most figures are printed to; 0 if there are none."""
    halves = Counter(e.half for e in found.values() if not e.nil).most_common(1)
    return halves[0][0] if halves else 0


def across(
    band: Band,
    found: Mapping[tuple[int, int], Entry],
    periods: Mapping[int, Period | None],
    unfilled: Sequence[Column] = (),
) -> Matrix:
    """Columns as lines, rows as positions; ``periods`` are the columns', by index.

    ``unfilled`` are columns with a heading and no figures, which a total may count in.
    """
    rows = tuple(r.index for r in band.rows if not never_added(r.label))
    columns = sorted((*band.columns, *unfilled), key=lambda c: c.index)
    adding = _added_columns(columns, found, _usual_half(found))
    lines = []
    for column in columns:
        of_column = {r: found[r, column.index] for r in rows if (r, column.index) in found}
        heading = column.headings[-1] if column.headings else ""
        added = column.index in adding
        over = " ".join(column.headings[:-1])
        period = periods.get(column.index)
        used = added and (bool(of_column) or column in unfilled)
        grain = _grain(of_column)
        lines.append(IntegerLine(column.index, heading, over, used, of_column, grain, period))
    costs = frozenset(r.index for r in band.rows if names_what_is_taken(r.label))
    return Matrix(tuple(lines), rows, downward=False, costs=costs)


def _grain(found: Mapping[int, Entry]) -> int:
    return gcd(*(e.value for e in found.values()))


def _added_columns(
    columns: Iterable[Column], found: Mapping[tuple[int, int], Entry], usual: int
) -> frozenset[int]:
    """Columns whose figures are amounts: neither rates nor what is left of something."""
    figures: dict[int, list[tuple[int, int]]] = {}
    for (_, column), entry in found.items():
        if not entry.nil:
            figures.setdefault(column, []).append((entry.value, entry.half))
    return frozenset(
        c.index
        for c in columns
        if not is_never_added(c, [value for value, _ in figures.get(c.index, ())])
        and not column_states_rate(c.heading, figures.get(c.index, ()), usual)
    )
