"""Plain text whose tables are set in columns of a typewriter, figures flush right.

East Asian characters are two columns wide.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from tests.formats.citing import opened
from tests.formats.statement import Block, Bullet, Grid, Statement, unmarked

__all__ = ["opened", "ruled", "unruled"]

GUTTER = 3
PAGE = 100
FEWEST_DOTS = 3


def unruled(statement: Statement) -> bytes:
    """With nothing but blanks between the columns."""
    return _document(statement, hanging=False)


def ruled(statement: Statement) -> bytes:
    """With rules, and dots from a label to its figures; closing marks hang over the right edge."""
    return _document(statement, hanging=True)


def _document(statement: Statement, *, hanging: bool) -> bytes:
    return ("\n\n".join(_text(b, hanging=hanging) for b in statement.blocks) + "\n").encode()


def _text(block: Block, *, hanging: bool) -> str:
    if isinstance(block, Grid):
        return "\n".join(line.rstrip() for line in _lines(block, hanging=hanging))
    first = "- " if isinstance(block, Bullet) else ""
    lines = unmarked(block.text).split("\n")
    return "\n".join(
        textwrap.fill(line, PAGE, initial_indent="" if n else first, break_long_words=False)
        for n, line in enumerate(lines)
    )


def _lines(grid: Grid, *, hanging: bool) -> Iterator[str]:
    shown = [_shown(grid, row, hanging=hanging) for row in range(len(grid.rows))]
    widths = _widths(grid, shown)
    for number, row in enumerate(shown):
        spans = grid.spans(number) if number < grid.headers else [(c, 1) for c in range(grid.width)]
        led = hanging and number >= grid.headers and any(row[1:])
        yield _row(grid, _led(row, widths) if led else row, spans, widths)
        if hanging and number == grid.headers - 1:
            yield _rule(grid, widths, "-")
    if hanging:
        yield _rule(grid, widths, "=")


def _shown(grid: Grid, number: int, *, hanging: bool) -> tuple[str, ...]:
    """A row's texts; a blank after a figure makes room for marks that hang over its column."""
    row = grid.rows[number]
    if not hanging or number < grid.headers:
        return row
    return tuple(
        text + " " if text and grid.holds_figures(c) and text[-1] not in ")%" else text
        for c, text in enumerate(row)
    )


def _led(row: tuple[str, ...], widths: Sequence[int]) -> tuple[str, ...]:
    """A row whose label is followed by dots up to its figures, if there is room for them."""
    label = row[0] + " " if row[0] else ""
    dots = "." * (widths[0] - _width(label)) if label else ""
    return (label + dots if len(dots) >= FEWEST_DOTS else row[0], *row[1:])


def _widths(grid: Grid, shown: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is: its widest text, and its part of a heading that spans it."""
    body = shown[grid.headers :]
    widths = [max(_width(row[c]) for row in body) for c in range(grid.width)]
    for row in range(grid.headers):
        for first, count in grid.spans(row):
            lacking = max(_width(shown[row][first]) - _room(widths, first, count), 0)
            for column in range(first, first + count):
                widths[column] += -(-lacking // count)
    return widths


def _room(widths: Sequence[int], first: int, count: int) -> int:
    return sum(widths[first : first + count]) + GUTTER * (count - 1)


def _row(
    grid: Grid, row: Sequence[str], spans: Iterable[tuple[int, int]], widths: Sequence[int]
) -> str:
    """One line; a heading over several columns stands in their middle."""
    cells = [
        _centred(row[first], _room(widths, first, count))
        if count > 1
        else _set(row[first], widths[first], right=grid.holds_figures(first))
        for first, count in spans
    ]
    return (" " * GUTTER).join(cells)


def _rule(grid: Grid, widths: Sequence[int], mark: str) -> str:
    lines = ["" if c == 0 else mark * width for c, width in enumerate(widths)]
    return _row(grid, lines, [(c, 1) for c in range(grid.width)], widths)


def _centred(text: str, width: int) -> str:
    blank = width - _width(text)
    return " " * (blank // 2) + text + " " * (blank - blank // 2)


def _set(text: str, width: int, *, right: bool) -> str:
    blank = " " * (width - _width(text))
    return blank + text if right else text + blank


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
