"""Tables: whether a table states figures or only arranges text, and what it then is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.notation.numerals import narrowed
from auditor.readers._html.cells import Item, RasterRow, raster
from auditor.readers._html.columns import Grid, logical
from auditor.readers._html.flow import (
    FigureTable,
    Mark,
    Paragraph,
    PlacedText,
    RawCell,
    RawTable,
    Run,
    ShownBlock,
)
from auditor.readers._html.thresholds import LONGEST_ENTRY, LONGEST_LINE, MOST_PARAGRAPHS
from auditor.readers._html.writing import written

_BULLET = re.compile(
    r"[•·●○◦▪■□☐☒☑✓✔➢§*o–—\-]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|※[0-9]*|[①-⑳]"
)
_PAGE_NUMBER = re.compile(r"[0-9]{1,3}")


def settled(table: RawTable) -> tuple[ShownBlock, ...]:
    """What the table shows: a statement below its captions, or the text that it arranges.

    Raises TangledTableError when its cells span more than any statement's do.
    """
    if not any(_is_layout(cell) for row in table.rows for cell in row):
        rows = raster(table)
        if _states_figures(rows) or _lists(rows):
            return (*table.captions, FigureTable(tuple(_cells(rows, logical(rows)))))
        if len(rows) == 1 and sum(len(i.text) for i in rows[0].items) <= LONGEST_LINE:
            return (*table.captions, *_one_line(table.rows))
    return arranged(table)


def arranged(table: RawTable) -> tuple[ShownBlock, ...]:
    """The text of a table that only arranges it, in order."""
    return (*table.captions, *(shown for row in table.rows for shown in _arranged(row)))


def _is_layout(cell: RawCell) -> bool:
    """Whether a cell holds a statement, or more text than states a figure."""
    return len(cell.blocks) > MOST_PARAGRAPHS or any(
        isinstance(b, FigureTable) for b in cell.blocks
    )


def _states_figures(rows: Sequence[RasterRow]) -> bool:
    """Whether a figure stands beside something else; the number of a page does not count."""
    printed = [i.text for row in rows for i in row.items[1:] if i.figure]
    return bool(printed) and not (len(rows) == 1 and all(map(_PAGE_NUMBER.fullmatch, printed)))


def _lists(rows: Sequence[RasterRow]) -> bool:
    """Whether rows list short entries side by side, and not a bullet and its text."""
    if any(len(item.text) > LONGEST_ENTRY for row in rows for item in row.items):
        return False
    side_by_side = [row for row in rows if len(row.items) > 1]
    return len(side_by_side) > 1 and not all(
        _BULLET.fullmatch(row.items[0].text) for row in side_by_side
    )


def _one_line(rows: Iterable[Sequence[RawCell]]) -> Iterator[Paragraph]:
    """A row of short texts, such as "Item 1." beside "Business", as the line that it looks like."""
    found = [b for row in rows for cell in row for b in cell.blocks if isinstance(b, Paragraph)]
    if any(len(paragraph.lines) > 1 for paragraph in found):
        yield from found
        return
    yield _side_by_side(found)


def _arranged(row: Sequence[RawCell]) -> Iterator[ShownBlock]:
    """The text of a row of cells in order, a bullet in a cell of its own before what it marks.

    What stands beside other text is no heading, however bold.
    """
    filled = [cell for cell in row if cell.blocks]
    if len(filled) > 1 and _is_bullet(filled[0].blocks):
        (bullet,), (first, *rest) = filled[0].blocks, filled[1].blocks
        if isinstance(bullet, Paragraph) and isinstance(first, Paragraph):
            yield _side_by_side((bullet, first))
            yield from (*rest, *(block for cell in filled[2:] for block in cell.blocks))
            return
    for cell in filled:
        for block in cell.blocks:
            if len(filled) > 1 and isinstance(block, Paragraph):
                yield replace(block, side_by_side=True)
            else:
                yield block


def _is_bullet(blocks: Sequence[ShownBlock]) -> bool:
    first = blocks[0]
    if len(blocks) > 1 or isinstance(first, FigureTable) or len(first.lines) > 1:
        return False
    return _BULLET.fullmatch(narrowed(written(first.lines, " ").text).strip()) is not None


def _side_by_side(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """One-line paragraphs, the last of any length, as one paragraph."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        if runs:
            runs.append(runs[-1]._replace(text=" ", start=runs[-1].end, whole=True))
        runs += paragraph.lines[0]
    last = paragraphs[-1]
    return Paragraph((tuple(runs), *last.lines[1:]), last.level, last.centered)


def _cells(rows: Sequence[RasterRow], grid: Grid) -> Iterator[tuple[PlacedText, ...]]:
    """The rows in logical columns, a blank one first where figures have nothing to their left."""
    width = len(grid.columns)
    printed: list[list[list[Item]]] = [[[] for _ in range(width)] for _ in rows]
    for row, col, item in grid.slots:
        printed[row][col].append(item)
    unlabelled = _unlabelled(printed)
    for number, cells in enumerate(printed):
        blank = (_blank(rows[number], 0),) if unlabelled else ()
        yield (
            *blank,
            *(
                _joined(found) if found else _blank(rows[number], grid.columns[col].start)
                for col, found in enumerate(cells)
            ),
        )


def _unlabelled(printed: Sequence[Sequence[Sequence[Item]]]) -> bool:
    """Whether rows of nothing but numbers, the first under a heading, make up the body."""
    body = [row for row in printed if any(i.figure for found in row for i in found)]
    heads = body and any(
        row[0] and not row[0][0].number for row in printed[: printed.index(body[0])]
    )
    return bool(heads) and all(
        row[0] and all(item.number for found in row for item in found) for row in body
    )


def _joined(items: Iterable[Item]) -> PlacedText:
    """Several texts that stand over one column as one, from left to right."""
    text, marks = "", []
    for item in sorted(items, key=lambda i: i.start):
        text += " " if text else ""
        marks += [mark._replace(offset=mark.offset + len(text)) for mark in item.written.marks]
        text += item.text
    return PlacedText(text, tuple(marks))


def _blank(row: RasterRow, column: int) -> PlacedText:
    """A blank where the row's cell over a column of the raster begins, or the one before it."""
    at = row.cells[max(bisect_right(row.cells, column, key=lambda cell: cell[0]) - 1, 0)][2]
    return PlacedText("", (Mark(0, at, at, whole=False, element=None),))
