"""Side by side: two tables that are set as one, each with labels and headings of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.facts.thresholds import FEWEST_LABELS
from auditor.model.grid import Band, Column, Grid, Row

_LETTER = re.compile(r"[^\W\d_]")


def parted(grid: Grid) -> Grid:
    """The grid; a band whose columns go on after a second column of labels is as many bands."""
    bands = tuple(part for band in grid.bands for part in _parts(grid, band))
    return grid if len(bands) == len(grid.bands) else replace(grid, bands=bands)


def _parts(grid: Grid, band: Band) -> Iterator[Band]:
    used = [column.index for column in band.columns]
    between = {*range(used[0] + 1, used[-1])} - {*used} if used else ()
    for at in sorted(between):
        if not _may_label(grid, band, at):  # asked first: there may be thousands of columns
            continue
        left = [column for column in band.columns if column.index < at]
        right = [column for column in band.columns if column.index > at]
        if _labels(grid, band, at, right) and _are_apart(grid, band, at, left, right):
            yield _only(grid, band, left)
            title = next((t for r in reversed(band.header) if (t := _text(grid, r, at))), "")
            rows = tuple(Row(row.index, _text(grid, row.index, at)) for row in band.rows)
            rest = replace(band, title=title, columns=tuple(right), rows=rows)
            yield from _parts(grid, _only(grid, rest, right))
            return
    yield band


def _only(grid: Grid, band: Band, columns: Sequence[Column]) -> Band:
    """The band with these columns, and with the rows that state something there."""
    places = [column.index for column in columns]
    rows = tuple(r for r in band.rows if any((r.index, c) in grid.figures for c in places))
    return replace(band, columns=tuple(columns), rows=rows)


def _may_label(grid: Grid, band: Band, at: int) -> bool:
    """Whether a column has words in enough rows of the band."""
    texts = (_text(grid, row.index, at) for row in band.rows)
    return sum(_LETTER.search(text) is not None for text in texts) >= FEWEST_LABELS


def _labels(grid: Grid, band: Band, at: int, columns: Sequence[Column]) -> bool:
    """Whether a column labels the rows to its right: with words, hardly any of them twice."""
    places = [column.index for column in columns]
    stating = [r.index for r in band.rows if any((r.index, c) in grid.figures for c in places)]
    texts = [text for r in stating if _LETTER.search(text := _text(grid, r, at))]
    often = len(texts) >= FEWEST_LABELS and 2 * len(texts) > len(stating)
    return often and len(set(texts)) >= len(texts) - 1


def _are_apart(
    grid: Grid, band: Band, at: int, left: Sequence[Column], right: Sequence[Column]
) -> bool:
    """Whether the columns to the right repeat the headings to the left, or a blank one parts them.

    A column of remarks or of units among figures does neither.
    """
    one, other = [c.headings for c in left], [c.headings for c in right]
    fewer = min(len(one), len(other))
    if one[:fewer] == other[:fewer] and all(one[:fewer]):
        return True
    rows = (*band.header, *(row.index for row in band.rows))
    return at - 1 > left[-1].index and not any(_text(grid, r, at - 1) for r in rows)


def _text(grid: Grid, row: int, column: int) -> str:
    cells = grid.table.rows[row]
    cell = cells[column] if column < len(cells) else None
    return " ".join(cell.text.split()) if cell else ""
