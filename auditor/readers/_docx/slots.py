"""Slots: the rows of a table as Word stores them, with the columns that each cell spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from auditor.readers._docx.markup import W, attribute, number, standing
from auditor.readers._docx.paragraphs import lines_of
from auditor.readers._docx.styles import Styles
from auditor.readers._docx.thresholds import MOST_COLUMNS

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"
_PROPERTIES, _SPAN, _DELETED = W + "tcPr", W + "gridSpan", W + "cellDel"
_MERGES = (W + "vMerge", W + "hMerge")
_CONTINUED = ("", "continue")
"""What a cell says that is merged into the one above it or to its left, and shows nothing."""


class Slot(NamedTuple):
    """A cell over the columns ``start`` to ``end`` (from 0) of the table's grid, and its text.

    Its paragraphs are lines of the text. ``inside`` are they and the tables within it.
    """

    start: int
    end: int
    text: str
    anchored: tuple[_Element, ...] = ()
    inside: tuple[_Element, ...] = ()

    @property
    def nested(self) -> tuple[_Element, ...]:
        """The tables within it."""
        return tuple(one for one in self.inside if one.tag == TABLE)


Slots = tuple[tuple[Slot, ...], ...]
"""Rows from top to bottom, each with its cells from left to right."""


def slots(table: _Element, styles: Styles) -> Slots:
    """The rows that stand in the accepted version."""
    return tuple(tuple(_slots(row, styles)) for row in _rows(table))


def _rows(table: _Element) -> Iterator[_Element]:
    for row in standing(table):
        if row.tag == _ROW and row.find(f"{W}trPr/{W}del") is None:
            yield row


def _slots(row: _Element, styles: Styles) -> Iterator[Slot]:
    column = number(row.find(f"{W}trPr/{W}gridBefore"))
    for cell in standing(row):
        if cell.tag != _CELL:
            continue
        properties = cell.find(_PROPERTIES)
        said = {} if properties is None else {one.tag: one for one in properties}
        if _DELETED in said:
            continue
        start = min(column, MOST_COLUMNS - 1)
        column += max(number(said.get(_SPAN)), 1)
        if not any(attribute(said[name]) in _CONTINUED for name in _MERGES if name in said):
            yield _slot(cell, start, min(column, MOST_COLUMNS), styles)


def _slot(cell: _Element, start: int, end: int, styles: Styles) -> Slot:
    inside = tuple(standing(cell))
    said = lines_of((one for one in inside if one.tag == PARAGRAPH), styles)
    return Slot(start, end, said.text, said.anchored, inside)
