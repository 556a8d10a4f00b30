"""Sheets: the rows of a table as Word stores them, with the columns that each cell spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from auditor.document import Source
from auditor.readers._docx.markup import W, attribute, number, standing
from auditor.readers._docx.paragraphs import merged, paragraph
from auditor.readers._docx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 256
"""Word itself allows 63. What stands further to the right is in the last one."""

PARAGRAPH, TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"


NOWHERE = Source("")
"""Within a cell no place is cited but the cell's own."""


class Slot(NamedTuple):
    """A cell over the columns ``start`` to ``end`` (from 0) of the table's grid, and its text.

    Its paragraphs are lines of the text. ``inside`` are they and the tables within it.
    """

    start: int
    end: int
    text: str
    asides: tuple[_Element, ...] = ()
    inside: tuple[_Element, ...] = ()

    @property
    def nested(self) -> tuple[_Element, ...]:
        """The tables within it."""
        return tuple(one for one in self.inside if one.tag == TABLE)


Sheet = tuple[tuple[Slot, ...], ...]
"""Rows from top to bottom, each with its cells from left to right."""


def sheet(table: _Element, styles: Styles) -> Sheet:
    """The rows that stand in the accepted version."""
    return tuple(tuple(_slots(row, styles)) for row in _rows(table))


def _rows(table: _Element) -> Iterator[_Element]:
    for row in standing(table):
        if row.tag == _ROW and row.find(f"{W}trPr/{W}del") is None:
            yield row


def _slots(row: _Element, styles: Styles) -> Iterator[Slot]:
    column = number(row.find(f"{W}trPr/{W}gridBefore"))
    for cell in standing(row):
        if cell.tag != _CELL or cell.find(f"{W}tcPr/{W}cellDel") is not None:
            continue
        start = min(column, MOST_COLUMNS - 1)
        column += max(number(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
        if not _continues(cell):
            yield _slot(cell, start, min(column, MOST_COLUMNS), styles)


def _continues(cell: _Element) -> bool:
    """Whether a cell is merged into the one above it or to its left, and shows nothing itself."""
    merges = (cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge"))
    return any(one is not None and attribute(one) in {"", "continue"} for one in merges)


def _slot(cell: _Element, start: int, end: int, styles: Styles) -> Slot:
    inside = tuple(standing(cell))
    lines = [paragraph(one, NOWHERE, styles) for one in inside if one.tag == PARAGRAPH]
    return Slot(
        start,
        end,
        "\n".join(line.text for line in merged(lines)),
        tuple(aside for line in lines for aside in line.asides),
        inside,
    )
