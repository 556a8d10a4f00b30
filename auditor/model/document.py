"""Documents: what a reader made of a file, with the exact place of every piece."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from auditor.model.formula import Formula
from auditor.model.tagging import UNTAGGED, Tagging


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands. Everything counts from 1; ``end_column`` is just past the end.

    ``table`` counts the document's tables, ``row`` and ``col`` its own rows and columns. ``page``
    and ``bbox`` (left, top, right, bottom in points from the page's top left corner) are PDF's,
    ``sheet`` and ``cell`` (A1 style) a workbook's, ``element`` the id of HTML's; ``paragraph``
    counts those of a word processor's document. Fields that do not apply to a format are None.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    row_label: str | None = None
    column_label: str | None = None
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    element: str | None = None
    paragraph: int | None = None

    def narrowed(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` (from 0) of the text at this place."""
        if self.column is None:
            return self
        return replace(self, column=self.column + start, end_column=self.column + end)

    def joined(self, other: Source) -> Source:
        """From the beginning of this place to the end of another on the same line or page."""
        if self.line is not None and self.line == other.line:
            return replace(self, end_column=other.end_column)
        if self.bbox and other.bbox and self.page == other.page:
            (a, b, c, d), (e, f, g, h) = self.bbox, other.bbox
            return replace(self, bbox=(min(a, e), min(b, f), max(c, g), max(d, h)))
        return self


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters of a text from ``offset`` on stand at ``source``.

    One for one, unless they are ``whole``: then any of them stands at all of it, as the one
    character that an entity means, or the letters of a word in a box.
    """

    offset: int
    source: Source
    whole: bool = False

    def place(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` of the text."""
        if self.whole:
            return self.source
        return self.source.narrowed(start - self.offset, end - self.offset)


def placed(anchors: Sequence[Anchor], start: int, end: int) -> Source:
    """The place of characters ``start`` to ``end`` (from 0) of a text; one line's worth at most."""
    first, last = _over(anchors, start), _over(anchors, max(end - 1, start))
    if first is last:
        return first.place(start, end)
    return first.place(start, start + 1).joined(last.place(max(end - 1, start), end))


def _over(anchors: Sequence[Anchor], at: int) -> Anchor:
    """The anchor that a character belongs to."""
    return anchors[max(bisect.bisect_right(anchors, at, key=lambda a: a.offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell, and where it stands as a whole.

    Without ``anchors`` its characters stand one for one at ``source``, wherever that has columns.
    """

    text: str
    source: Source
    anchors: tuple[Anchor, ...] = ()

    def place(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` (from 0) of the text."""
        if not self.anchors:
            return self.source.narrowed(start, end)
        there = placed(self.anchors, start, end)
        return replace(there, table=self.source.table, row=self.source.row, col=self.source.col)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, header rows included; a cell that a row lacks is None.

    ``headings`` are the headings it stands under, outermost first; ``notes`` the short lines
    such as "(JPY million)" between the last heading and the table.
    """

    number: int
    rows: tuple[tuple[Cell | None, ...], ...]
    headings: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a list item or a paragraph; lines are joined by a newline.

    ``level`` is 0 for prose and 1 or more for a heading (1 is outermost). ``text`` has emphasis
    marks blanked and full-width forms narrowed, character for character, so that offsets hold.
    """

    text: str
    anchors: tuple[Anchor, ...]
    level: int = 0
    headings: tuple[Passage, ...] = field(default=(), repr=False)

    def source(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` (from 0); one line's worth at most."""
        return placed(self.anchors, start, end)


Block = Passage | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in reading order, and its lines for showing them again.

    A file that is no text for people, such as PDF or HTML, has no ``lines``: its blocks are shown.

    ``remarks`` are what a person should know about how it was read, in plain words; ``unread`` the
    parts that could not be read at all, each with its place. ``tagging`` is what a filing marks for
    machines, where it does; ``formulas`` what a workbook's cells say that they are computed from.
    """

    path: str
    sha256: str
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    tagging: Tagging = UNTAGGED
    formulas: tuple[Formula, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Passage))

    @property
    def texts(self) -> Iterator[str]:
        """Every text that a reader of the document sees: its lines, or else what its blocks say."""
        yield from self.lines
        for block in () if self.lines else self.blocks:
            if isinstance(block, Passage):
                yield block.text
            else:
                yield from (cell.text for row in block.rows for cell in row if cell)
