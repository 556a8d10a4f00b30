"""Documents: what a reader made of a file, with the exact place of every piece."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands. Everything counts from 1; ``end_column`` is just past the end.

    ``table`` counts the document's tables, ``row`` and ``col`` its own rows and columns.
    Fields that do not apply to a format are None.
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

    def narrowed(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` (from 0) of the text at this place."""
        if self.column is None:
            return self
        return replace(self, column=self.column + start, end_column=self.column + end)


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; ``text`` keeps its length, so that offsets in it are columns of the file."""

    text: str
    source: Source


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
class Anchor:
    """Characters of a passage from ``offset`` on stand at ``source``."""

    offset: int
    source: Source


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
        index = bisect.bisect_right(self.anchors, start, key=lambda a: a.offset) - 1
        anchor = self.anchors[max(index, 0)]
        return anchor.source.narrowed(start - anchor.offset, end - anchor.offset)


Block = Passage | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in reading order, and its lines for showing them again.

    ``remarks`` are what a person should know about how it was read, in plain words; ``unread`` the
    parts that could not be read at all, each with its place.
    """

    path: str
    sha256: str
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Passage))
