"""Excerpts: what a document shows around each figure that is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from auditor.findings.places import short_place
from auditor.findings.thresholds import REACH
from auditor.model.citation import Citation
from auditor.model.document import Cell, Document, Passage, Source
from auditor.model.fact import Fact
from auditor.model.report import Excerpt
from auditor.model.tagging import Tag

BAR = " | "
MORE = "…"


Row = Sequence[Cell | None]
Marked = tuple[str, int, int]
"""A text, with the characters that are marked in it."""


def excerpts(
    cited: Iterable[Citation], document: Document, facts: Sequence[Fact]
) -> tuple[Excerpt, ...]:
    """What the document shows around each citation, each place and text once.

    That is its line where the document has lines, else the row of its table, cells set apart by
    bars and blank ones left out, its paragraph, or a tag that nothing displays. ``facts`` are all
    of the document's.
    """
    places = dict.fromkeys(
        (citation.source, citation.text)
        for citation in cited
        if citation.source.path in document.files  # an earlier document is not shown again
    )
    shown = _Lines(document).around if document.lines else _Blocks(document, facts).around
    found = (shown(*place) for place in places)
    return tuple(excerpt for excerpt in found if excerpt)


class _Lines:
    """The lines of a document that has them."""

    def __init__(self, document: Document) -> None:
        self._lines = document.lines

    def around(self, source: Source, figure: str) -> Excerpt | None:
        """The line on which that text is cited."""
        if source.line is None or source.line > len(self._lines):
            return None
        start = (source.column or 1) - 1
        end = (source.end_column or start + 1) - 1 if source.column else start
        text = self._lines[source.line - 1].rstrip("\r\n")
        return Excerpt(source, figure, str(source.line), text, start, end)


class _Blocks:
    """The blocks of a document without lines, by what is cited of them."""

    def __init__(self, document: Document, facts: Sequence[Fact]) -> None:
        self._document = document
        self._facts = {(fact.source, fact.text): fact for fact in reversed(facts)}

    def around(self, source: Source, figure: str) -> Excerpt | None:
        """The row or paragraph in which that text is cited, or else what a tag says of it."""
        found = self._in_row if source.table is not None else self._in_passage
        marked = found(source, figure) or self._in_tag(source, figure)
        return marked and Excerpt(source, figure, short_place(source), *_near(*marked))

    def _in_row(self, source: Source, figure: str) -> Marked | None:
        row = self._rows.get((source.table, source.row), ())
        cell = next((c for c in row if c is not None and c.source.col == source.col), None)
        if cell is None:
            return None
        fact = self._facts.get((source, figure))
        start = fact.figure.start if fact else cell.text.find(figure)
        if cell.text[start : start + len(figure)] != figure:
            return _joined(row, cell, 0, len(cell.text))
        return _joined(row, cell, start, start + len(figure))

    @cached_property
    def _rows(self) -> Mapping[tuple[int | None, int | None], Row]:
        return {
            (cell.source.table, cell.source.row): row
            for table in self._document.tables
            for row in table.rows
            if (cell := next(filter(None, row), None)) is not None
        }

    def _in_passage(self, source: Source, figure: str) -> Marked | None:
        fact = self._facts.get((source, figure))
        if fact is None:
            return self._in_heading(source, figure)
        passage = self._document.blocks[fact.block]
        if not isinstance(passage, Passage):
            return None
        return passage.text, fact.figure.start, fact.figure.end

    def _in_heading(self, source: Source, words: str) -> Marked | None:
        """Words of a heading are no fact: the heading is the one in which they stand there."""
        for passage in self._document.passages:
            for start in _found(words, passage.text) if passage.level else ():
                if passage.source(start, start + len(words)) == source:
                    return passage.text, start, start + len(words)
        return None

    def _in_tag(self, source: Source, figure: str) -> Marked | None:
        tag = self._tags.get((source.path, source.line, source.column))
        if tag is None or tag.text != figure:
            return None
        text = BAR.join(filter(None, (tag.label, tag.about, figure)))
        return text, len(text) - len(figure), len(text)

    @cached_property
    def _tags(self) -> Mapping[tuple[str, int | None, int | None], Tag]:
        path, tags = self._document.path, self._document.tagging.tags
        return {(tag.path or path, tag.line, tag.column): tag for tag in tags}


def _found(words: str, text: str) -> Iterator[int]:
    """The offsets at which words stand in a text."""
    start = text.find(words)
    while words and start >= 0:
        yield start
        start = text.find(words, start + 1)


def _joined(row: Row, cited: Cell, start: int, end: int) -> Marked:
    """The texts of a row's cells, characters ``start`` to ``end`` of the cited one marked."""
    text, offset = "", 0
    for cell in row:
        if cell is None or not (cell.text.strip() or cell is cited):
            continue
        text += BAR if text else ""
        if cell is cited:
            offset = len(text) - (len(cell.text) - len(cell.text.lstrip()))
        text += cell.text.strip()
    first = max(start, len(cited.text) - len(cited.text.lstrip()))
    last = min(end, len(cited.text.rstrip()))
    return text, offset + first, offset + max(first, last)


def _near(text: str, start: int, end: int) -> Marked:
    """As much of a text as a person needs to find the figure in it."""
    first, last = max(start - REACH, 0), min(end + REACH, len(text))
    before, after = MORE if first else "", MORE if last < len(text) else ""
    moved = first - len(before)
    return f"{before}{text[first:last]}{after}", start - moved, end - moved
