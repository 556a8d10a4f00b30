"""Documents: what a reader made of a file, with the exact place of every piece."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.formula import Formula
from auditor.model.picture import Picture
from auditor.model.places import OF_EVERY_PLACE, Place
from auditor.model.places.whole import WholeFile
from auditor.model.tagging import UNTAGGED, Tagging

if TYPE_CHECKING:  # it cites, and citations name places in documents
    from auditor.model.oddity import Oddity

WHOLE_FILE = WholeFile()


class Source(NamedTuple):
    """Where something stands: ``at`` a place in a file, as the file's format counts.

    ``table`` counts the document's tables, ``row`` and ``col`` its own rows and columns, from 1;
    what does not apply is None.
    """

    path: str
    at: Place = WHOLE_FILE
    table: int | None = None
    row: int | None = None
    col: int | None = None
    row_label: str | None = None
    column_label: str | None = None

    @property
    def line(self) -> int | None:
        """Its line, where the format has lines."""
        return self.at.characters.line

    @property
    def column(self) -> int | None:
        """Its first character, where the format counts characters."""
        return self.at.characters.column

    @property
    def end_column(self) -> int | None:
        """Just past its last character, where the format counts characters."""
        return self.at.characters.end_column

    def narrowed(self, start: int, end: int) -> Source:
        """The place of characters ``start`` to ``end`` (from 0) of the text at this place."""
        return self._moved(self.at.narrowed(start, end))

    def joined(self, other: Source) -> Source:
        """From the beginning of this place to the end of another, where one place can be both."""
        return self._moved(self.at.joined(other.at))

    def nearby(self) -> Source:
        """The place of a blank beside it, as far as one can tell."""
        return self._moved(self.at.nearby())

    def bare(self) -> Source:
        """The place without what tells no two figures apart, such as its labels."""
        return self._replace(at=self.at.bare(), row_label=None, column_label=None)

    def _moved(self, at: Place) -> Source:
        if at is self.at:
            return self
        return Source(
            self.path, at, self.table, self.row, self.col, self.row_label, self.column_label
        )

    @property
    def known(self) -> Iterator[tuple[str, object]]:
        """What is known of it, each by its name, in the order of every report."""
        for name, ours in _names(type(self.at)):
            value = getattr(self if ours else self.at, name)
            if value is not None:
                yield name, value


@lru_cache
def _names(kind: type[Place]) -> tuple[tuple[str, bool], ...]:
    """The fields of a source at such a place in their order, and whether they are its own."""
    every = (*((f, True) for f in OF_EVERY_PLACE), *((f, False) for f in kind.FIELDS))
    return tuple((f.name, ours) for f, ours in sorted(every, key=lambda pair: pair[0].rank))


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
        return there._replace(table=self.source.table, row=self.source.row, col=self.source.col)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, header rows included; a cell that a row lacks is None.

    ``headings`` are the headings it stands under, outermost first; ``notes`` the short lines
    such as "(JPY million)" between the last heading and the table. ``stores_numbers``: its cells
    hold numbers, which are shown with decimal points whatever the language around them.
    """

    number: int
    rows: tuple[tuple[Cell | None, ...], ...]
    headings: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    stores_numbers: bool = False

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

Drawing = Callable[[Iterable[int]], Iterator[tuple[int, Picture | None]]]
"""Pages by number, from 1, each as it is asked for; None for one that cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in reading order, and its lines for showing them again.

    A file that is no text for people, such as PDF or HTML, has no ``lines``: its blocks are shown.

    ``remarks`` are what a person should know about how it was read, in plain words; ``unread`` the
    parts that could not be read at all, each with its place. ``tagging`` is what a filing marks for
    machines, where it does; ``formulas`` what a workbook's cells say that they are computed from,
    ``oddities`` those of its cells whose formulas show that something is wrong, ``error_origins``
    (table, row, column) those that show an error which they took from no other. ``pages`` are the
    paths of the files that it is made of, where that is not the one at ``path``. ``drawn``
    draws the pages of these numbers, where that can be done.
    """

    path: str
    sha256: str
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    tagging: Tagging = UNTAGGED
    formulas: tuple[Formula, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    error_origins: frozenset[tuple[int, int, int]] = frozenset()
    pages: tuple[str, ...] = ()
    drawn: Drawing | None = field(default=None, repr=False, compare=False)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that citations of it may name."""
        return self.pages or (self.path,)

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
