"""Columns: the logical columns of a table whose figures, signs and spacers each have their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.readers._html.cells import Item, RasterRow, TangledTableError
from auditor.readers._html.thresholds import MOST_LOGICAL_COLUMNS, MOST_SPANS


class Slot(NamedTuple):
    """An item in the logical column ``col`` of the row at index ``row``."""

    row: int
    col: int
    item: Item


class LogicalColumn:
    """Spans of the raster that are one column, and the rows in which it holds something."""

    __slots__ = ("end", "figures", "rows", "start")

    def __init__(self, start: int, end: int, rows: set[int], *, figures: bool) -> None:
        self.start, self.end = start, end
        self.rows = rows
        self.figures = figures

    def take(self, other: LogicalColumn) -> None:
        """Make another column part of this one."""
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)
        self.rows |= other.rows


class Grid(NamedTuple):
    """Logical columns from left to right, and what stands in them."""

    columns: tuple[LogicalColumn, ...]
    slots: tuple[Slot, ...]


def logical(rows: Sequence[RasterRow]) -> Grid:
    """The items in logical columns: figures decide them, words stand over or between them.

    Raises TangledTableError for a table with too many.
    """
    figures = _united(_spans(rows, figures=True), (), figures=True)
    words = _united(_spans(rows, figures=False), figures, figures=False)
    columns = sorted((*figures, *words), key=lambda c: (c.start, c.end))
    if len(columns) > MOST_LOGICAL_COLUMNS:
        raise TangledTableError(f"it has more than {MOST_LOGICAL_COLUMNS:,} columns of figures")
    placed = _headed(columns, list(_placed(rows, columns)))
    used = {id(column) for _, column, _ in placed}
    kept = tuple(column for column in columns if id(column) in used)
    place = {id(column): n for n, column in enumerate(kept)}
    return Grid(kept, tuple(Slot(row, place[id(column)], item) for row, column, item in placed))


def _spans(rows: Sequence[RasterRow], *, figures: bool) -> dict[tuple[int, int], set[int]]:
    """Where figures (or what is none) stand: the rows of each span."""
    found: dict[tuple[int, int], set[int]] = {}
    for number, row in enumerate(rows):
        for item in row.items:
            if item.figure == figures:
                found.setdefault((item.start, item.end), set()).add(number)
    if len(found) > MOST_SPANS:
        raise TangledTableError(f"its cells span columns in more than {MOST_SPANS:,} ways")
    return found


def _united(
    spans: dict[tuple[int, int], set[int]], others: Sequence[LogicalColumn], *, figures: bool
) -> list[LogicalColumn]:
    """Columns of spans that overlap, narrow ones first.

    A span that would unite columns which some row tells apart, or that overlaps one of the
    ``others``, makes none: it is a heading, or spans them.
    """
    taken = {at for other in others for at in range(other.start, other.end)}
    owner: dict[int, LogicalColumn] = {}
    columns: dict[int, LogicalColumn] = {}
    for (start, end), rows in sorted(spans.items(), key=lambda s: (s[0][1] - s[0][0], s[0])):
        if any(at in taken for at in range(start, end)):
            continue
        over = {id(owner[at]): owner[at] for at in range(start, end) if at in owner}
        if not _apart([rows, *(c.rows for c in over.values())]):
            continue
        column = LogicalColumn(start, end, set(rows), figures=figures)
        for other in over.values():
            column.take(other)
            del columns[id(other)]
        columns[id(column)] = column
        owner.update(dict.fromkeys(range(column.start, column.end), column))
    return list(columns.values())


def _apart(rows: Sequence[set[int]]) -> bool:
    """Whether no row is in two of the sets."""
    return sum(map(len, rows)) == len(set().union(*rows))


_Placed = tuple[int, LogicalColumn, Item]


def _placed(rows: Sequence[RasterRow], columns: list[LogicalColumn]) -> Iterator[_Placed]:
    """Each item's column; one that would stand on a figure gets a column of its own."""
    for number, row in enumerate(rows):
        occupied: dict[int, Item] = {}
        for item in sorted(row.items, key=lambda i: not i.figure):
            column = _column(item, columns)
            there = occupied.get(id(column)) if column else None
            if column is None or (there is not None and (there.figure or item.figure)):
                column = _own(item, columns, occupied)
            occupied.setdefault(id(column), item)
            yield number, column, item


def _column(item: Item, columns: Iterable[LogicalColumn]) -> LogicalColumn | None:
    """The column over which an item stands: of several the first, but a figure's the last."""
    over = [c for c in columns if c.start < item.end and item.start < c.end]
    if item.figure or (item.number and len(over) < 2):
        over = [c for c in over if c.figures] or over
        return next((c for c in over if c.end == item.end), over[-1] if over else None)
    return over[0] if over else None


def _own(item: Item, columns: list[LogicalColumn], occupied: dict[int, Item]) -> LogicalColumn:
    """A column for exactly this span, shared with other rows that need one there."""
    for column in columns:
        if (column.start, column.end) == (item.start, item.end) and id(column) not in occupied:
            return column
    if len(columns) >= MOST_LOGICAL_COLUMNS:
        raise TangledTableError(f"it has more than {MOST_LOGICAL_COLUMNS:,} columns of figures")
    column = LogicalColumn(item.start, item.end, set(), figures=item.figure)
    at = sum((c.start, c.end) <= (item.start, item.end) for c in columns)
    columns.insert(at, column)
    return column


def _headed(columns: Sequence[LogicalColumn], placed: Sequence[_Placed]) -> list[_Placed]:
    """The items, headings beside the figures they head moved over them.

    Only a column that holds nothing in the rows of figures is moved, and only to a neighbour
    that has no heading of its own in those rows: to the right first.
    """
    figure_rows = {row for row, column, _ in placed if column.figures}
    held: dict[int, set[int]] = {}
    body: set[int] = set()
    for row, column, item in placed:
        held.setdefault(id(column), set()).add(row)
        if row in figure_rows and (item.figure or not column.figures):
            body.add(id(column))
    moved: dict[int, LogicalColumn] = {}
    for n, column in enumerate(columns):
        if column.figures or id(column) in body or n == 0 or id(column) not in held:
            continue
        for neighbour in (*columns[n + 1 : n + 2], columns[n - 1]):
            if neighbour.figures and not held[id(column)] & held.get(id(neighbour), set()):
                moved[id(column)] = neighbour
                held[id(neighbour)] |= held[id(column)]
                break
    return [(row, moved.get(id(column), column), item) for row, column, item in placed]
