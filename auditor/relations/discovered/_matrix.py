"""Matrices: a table's figures as whole numbers of one unit, seen as lines to add up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from typing import NamedTuple

from auditor.model.figure import PERCENT, POINTS, REMEMBERED, Figure
from auditor.model.grid import Band, Column, Grid
from auditor.model.period import Period
from auditor.notation.deferred import deferred
from auditor.notation.units import names_its_price, says_per_cent
from auditor.relations.discovered._foreign_words import CHANGES
from auditor.relations.discovered._thresholds import LARGE_DIGITS, LARGEST_SHIFT

_NEVER_ADDED = deferred(
    r"\baverage|\bavg\b|\bmean\b|\bmedian|\bper\s+(?:\w+\s+)?(?:share|unit|ads|employee|day|capita)"
    r"|(?:exercise|share|unit|stock"
    r"|conversion|strike|purchase|grant|option)\s+prices?\b|\bprice per"
    r"|\byears?\)|\bterm \(|\beps\b"
    r"|平均|1株|一株|率$|比率",
    re.IGNORECASE,
)
_SHARE_COUNT = deferred(
    r"(?:shares|stock|units)\b.{0,40}\b(?:outstanding|used)|number of (?:\w+ ){0,3}shares",
    re.IGNORECASE,
)
_RATE = deferred(
    r"\brates?\b|\bratios?\b|\bmargins?\b|\byields?\b|\bturnover\b|\brank|\bindex\b|\bmultiple"
    r"|\blife\b|\blives\b",
    re.IGNORECASE,
)
CALLED_DIFFERENCE = deferred(
    r"\bchang|\bvariance|increase|decrease|\bvs\.?\b|\bdiff|over \(?under|増減|差"
    rf"|{CHANGES}",
    re.IGNORECASE,
)
_NOTE_HEADING = deferred(r"^\W*(?:notes?|ref\.?|footnotes?|注記?)\W*$", re.IGNORECASE)
_LONE_NOTE = deferred(r"\([1-9]\)")
_REFERENCE = deferred(r"[1-9]|[12][0-9]")


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
    number that divides all its figures, whose last digits say no more.
    """

    index: int
    label: str
    group: str
    added: bool
    entries: Mapping[int, Entry]
    grain: int
    period: Period | None = None


class Matrix(NamedTuple):
    """Lines in reading order, and the positions (the other dimension) where their figures stand.

    ``changes`` are the positions that state changes, where signs follow no one rule.
    """

    lines: tuple[IntegerLine, ...]
    positions: tuple[int, ...]
    downward: bool
    changes: frozenset[int] = frozenset()

    def cell(self, line: int, position: int) -> tuple[int, int]:
        """(row, column) in the table of a line's entry, both from 0."""
        return (line, position) if self.downward else (position, line)


@lru_cache(REMEMBERED)
def never_added(label: str) -> bool:
    """Whether a label names something that does not add up; counts of shares do."""
    if _NEVER_ADDED.search(label) is None or _SHARE_COUNT.search(label):
        return False
    return not names_its_price(label)


def entries(grid: Grid, band: Band) -> dict[tuple[int, int], Entry]:
    """The band's figures that may be added up, by (row, column): amounts, not percentages."""
    inside = {row.index for row in band.rows}
    of_band = {place: f for place, f in grid.figures.items() if place[0] in inside}
    per_cent = _per_cent_columns(of_band)
    figures = {
        place: figure
        for place, figure in of_band.items()
        if figure.unit not in (PERCENT, POINTS, "x") and place[1] not in per_cent
    }
    exponents = [f.exponent + f.scale for f in figures.values() if not f.nil]
    if not exponents or max(exponents) - min(exponents) > LARGEST_SHIFT:
        return {}
    finest = min(exponents)
    notes = _note_columns(figures)
    return {
        place: _entry(figure, finest) for place, figure in figures.items() if place[1] not in notes
    }


def _per_cent_columns(figures: Mapping[tuple[int, int], Figure]) -> frozenset[int]:
    """Columns where only some percentages show their sign: those with one and nothing large."""
    of_amounts = {row for (row, _), f in figures.items() if f.unit != PERCENT and not f.nil}
    signed = {
        column for (row, column), f in figures.items() if f.unit == PERCENT and row in of_amounts
    }
    large = {column for (_, column), f in figures.items() if abs(f.value) >= LARGE_DIGITS}
    return frozenset(signed - large)


def _note_columns(figures: Mapping[tuple[int, int], Figure]) -> frozenset[int]:
    """Columns of nothing but references to notes: "(3)" over and over, or a few small numbers.

    Where there is no note a cell is blank; a column that shows dashes states amounts.
    """
    columns: dict[int, list[Figure]] = {}
    dashed = {column for (_, column), figure in figures.items() if figure.nil}
    for (_, column), figure in figures.items():
        if not figure.nil:
            columns.setdefault(column, []).append(figure)
    rows = max((len(found) for found in columns.values()), default=0)
    large = any(abs(f.digits) >= LARGE_DIGITS for f in figures.values())
    return frozenset(
        column
        for column, found in columns.items()
        if (len(found) > 1 and all(_LONE_NOTE.fullmatch(f.text) for f in found))
        or (
            (large and column not in dashed and 2 * len(found) <= rows)
            and all(_REFERENCE.fullmatch(f.text) for f in found)
        )
    )


def _entry(figure: Figure, finest: int) -> Entry:
    if figure.nil:
        return Entry(0, 0, nil=True)
    half = 10 ** (figure.exponent + figure.scale - finest)
    return Entry(2 * figure.digits * half, half, nil=False)


def downward(band: Band, found: Mapping[tuple[int, int], Entry]) -> Matrix:
    """Rows as lines, columns as positions."""
    columns = tuple(c.index for c in band.columns if _adds_up(c))
    rates = {row.index for row in band.rows if _RATE.search(row.label)}
    usual = _usual_half({place: e for place, e in found.items() if place[0] not in rates})
    lines = []
    for row in band.rows:
        of_row = {c: found[row.index, c] for c in columns if (row.index, c) in found}
        added = not never_added(row.label) and not never_added(row.group)
        if row.index in rates:  # a tax at a rate and life assurance are amounts
            added = added and all(e.half == usual for e in of_row.values() if not e.nil)
        used = added and bool(of_row)
        lines.append(IntegerLine(row.index, row.label, row.group, used, of_row, _grain(of_row)))
    changes = frozenset(c.index for c in band.columns if CALLED_DIFFERENCE.search(c.heading))
    return Matrix(tuple(lines), columns, downward=True, changes=changes)


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
    lines = []
    for column in sorted((*band.columns, *unfilled), key=lambda c: c.index):
        of_column = {r: found[r, column.index] for r in rows if (r, column.index) in found}
        heading = column.headings[-1] if column.headings else ""
        added = _adds_up(column)
        over = " ".join(column.headings[:-1])
        period = periods.get(column.index)
        used = added and (bool(of_column) or column in unfilled)
        grain = _grain(of_column)
        lines.append(IntegerLine(column.index, heading, over, used, of_column, grain, period))
    return Matrix(tuple(lines), rows, downward=False)


def _grain(found: Mapping[int, Entry]) -> int:
    return gcd(*(e.value for e in found.values()))


def _adds_up(column: Column) -> bool:
    """Whether a column's figures are amounts: neither percentages nor numbers of notes."""
    if never_added(column.heading):
        return False
    return not any(says_per_cent(t) or _NOTE_HEADING.match(t) for t in column.headings)
