"""Typed text: statements in columns of characters, as old filings set them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.model.document import Anchor, Block, Cell, Passage, Source, Table
from auditor.model.places.line import LinePlace
from auditor.readers._html.flow import Mark, Preformatted
from auditor.readers._html.writing import Places, typed_line


def typed_blocks(typed: Preformatted, places: Places) -> Iterator[Block]:
    """The passages and tables of typed lines, read as plain text, at their places in the page."""
    from auditor.readers import text

    lines = [typed_line(line) for line in typed.lines]
    read = text.read("\n".join(line.text for line in lines).encode(), places.path)
    in_page = _PlacesInPage([line.marks for line in lines], places)
    for block in read.blocks:
        if isinstance(block, Passage):
            yield Passage(block.text, in_page.anchors(block.anchors), block.level)
        else:
            yield Table(block.number, tuple(tuple(map(in_page.cell, row)) for row in block.rows))


def renumbered(table: Table, number: int) -> Table:
    """The table as the page's ``number``-th."""
    return replace(
        table,
        number=number,
        rows=tuple(
            tuple(cell and replace(cell, source=cell.source._replace(table=number)) for cell in row)
            for row in table.rows
        ),
    )


class _PlacesInPage:
    """Where in the page what stands in typed lines stands."""

    def __init__(self, lines: Sequence[Sequence[Mark]], places: Places) -> None:
        self._lines, self._places = lines, places

    def cell(self, cell: Cell | None) -> Cell | None:
        if cell is None:
            return None
        return replace(cell, source=self.source(cell.source), anchors=self.anchors(cell.anchors))

    def anchors(self, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        """The anchors, cut where the page has markup within their lines."""
        return tuple(found for anchor in anchors for found in self._cut(anchor))

    def _cut(self, anchor: Anchor) -> Iterator[Anchor]:
        source = anchor.source
        start, end = _span(source)
        marks = self._marks(source)
        if anchor.whole or not any(start < mark.offset < end or mark.whole for mark in marks):
            yield replace(anchor, source=self.source(source))
            return
        for mark, following in zip(marks, [*(m.offset for m in marks[1:]), end], strict=True):
            first, last = max(mark.offset, start), min(max(following, mark.offset), end)
            if first < last:
                part = source._replace(at=LinePlace(source.line or 1, first + 1, last + 1))
                yield Anchor(anchor.offset + first - start, self.source(part), mark.whole)

    def source(self, source: Source) -> Source:
        """The place in the page of a place in the typed lines."""
        marks = self._marks(source)
        start, end = _span(source)
        if not marks:
            return source
        first = marks[max(bisect_right(marks, start, key=_offset) - 1, 0)]
        last = marks[max(bisect_right(marks, max(end - 1, start), key=_offset) - 1, 0)]
        begin = first.start if first.whole else first.start + start - first.offset
        stop = last.end if last.whole else last.start + end - last.offset
        place = Mark(0, begin, stop, whole=False, element=first.element)
        return self._places.source(place, source.table, source.row, source.col)

    def _marks(self, source: Source) -> Sequence[Mark]:
        return self._lines[(source.line or 1) - 1]


def _span(source: Source) -> tuple[int, int]:
    """Its columns, from 0."""
    start = (source.column or 1) - 1
    return start, (source.end_column or start + 1) - 1


def _offset(mark: Mark) -> int:
    return mark.offset
