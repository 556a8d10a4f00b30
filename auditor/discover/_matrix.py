"""Matrices: a table's figures as whole numbers of one unit, seen as lines to add up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.figure import PERCENT, POINTS, Figure
from auditor.grid import Band, Grid

_NEVER_ADDED = re.compile(
    r"\baverage|\bavg\b|\bmean\b|\bmedian|\bper\s+(?:\w+\s+)?(?:share|unit|ads|employee|day|capita)"
    r"|\brates?\b|\bratio|\bmargin\s*(?:\(|%|$|ratio)|\byield|\bprice\b|\brank|\bindex\b|\byears?\)"
    r"|\bterm \(|\bmultiple|\bpercent|\blife\b|\blives\b|\beps\b|\bturnover\b|平均|1株|一株|率$|比率",
    re.IGNORECASE,
)
_PER_CENT_HEADING = re.compile(r"[%％]|\bper ?cent|\bpercentage", re.IGNORECASE)
LARGEST_SHIFT = 12
"""Powers of ten between the finest and the coarsest figure of a table; beyond it, no matrix."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in half-units of the table's finest digit: its value and half its last unit."""

    value: int
    half: int
    nil: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column to add up: its place in the table, its label and its entries by position.

    ``added`` is false for lines whose figures never add up: averages, rates, per-share amounts.
    ``group`` is the heading the line stands under.
    """

    index: int
    label: str
    group: str
    added: bool
    entries: Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Lines in reading order, and the positions (the other dimension) where their figures stand."""

    lines: tuple[Line, ...]
    positions: tuple[int, ...]
    downward: bool

    def cell(self, line: int, position: int) -> tuple[int, int]:
        """(row, column) in the table of a line's entry, both from 0."""
        return (line, position) if self.downward else (position, line)


def never_added(label: str) -> bool:
    """Whether a label names something that does not add up."""
    return _NEVER_ADDED.search(label) is not None


def entries(grid: Grid, band: Band) -> dict[tuple[int, int], Entry]:
    """The band's figures that may be added up, by (row, column): amounts, not percentages."""
    inside = {row.index for row in band.rows}
    figures = {
        place: figure
        for place, figure in grid.figures.items()
        if place[0] in inside and figure.unit not in (PERCENT, POINTS, "x")
    }
    exponents = [f.exponent + f.scale for f in figures.values() if not f.nil]
    if not exponents or max(exponents) - min(exponents) > LARGEST_SHIFT:
        return {}
    finest = min(exponents)
    return {place: _entry(figure, finest) for place, figure in figures.items()}


def _entry(figure: Figure, finest: int) -> Entry:
    if figure.nil:
        return Entry(0, 1, nil=True)
    half = 10 ** (figure.exponent + figure.scale - finest)
    return Entry(2 * figure.digits * half, half, nil=False)


def downward(grid: Grid, band: Band, found: Mapping[tuple[int, int], Entry]) -> Matrix:
    """Rows as lines, columns as positions."""
    columns = tuple(c.index for c in band.columns if not _per_cent(c.headings))
    lines = []
    for row in band.rows:
        of_row = {c: found[row.index, c] for c in columns if (row.index, c) in found}
        added = not never_added(row.label) and not never_added(row.group)
        lines.append(Line(row.index, row.label, row.group, added and bool(of_row), of_row))
    return Matrix(tuple(lines), columns, downward=True)


def across(grid: Grid, band: Band, found: Mapping[tuple[int, int], Entry]) -> Matrix:
    """Columns as lines, rows as positions."""
    rows = tuple(r.index for r in band.rows if not never_added(r.label))
    lines = []
    for column in band.columns:
        of_column = {r: found[r, column.index] for r in rows if (r, column.index) in found}
        heading = column.headings[-1] if column.headings else ""
        added = not _per_cent(column.headings) and not never_added(column.heading)
        over = " ".join(column.headings[:-1])
        lines.append(Line(column.index, heading, over, added and bool(of_column), of_column))
    return Matrix(tuple(lines), rows, downward=False)


def _per_cent(headings: Sequence[str]) -> bool:
    return any(_PER_CENT_HEADING.search(text) for text in headings)
