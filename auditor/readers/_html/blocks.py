"""Blocks: the passages and tables of a page, with the places of their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.model.document import Anchor, Block, Cell, Passage, Table
from auditor.notation.numerals import narrowed
from auditor.readers._html.flow import FigureTable, Paragraph, PlacedText, Preformatted, ShownBlock
from auditor.readers._html.thresholds import MOST_HEADING_LINES
from auditor.readers._html.typed import renumbered, typed_blocks
from auditor.readers._html.writing import Places, written
from auditor.readers._outline import NOTE, reads_as_heading

BOLD_HEADING, OTHER_HEADING = 7, 8
"""Levels of headings that look like one; those of tags are above them."""

_BRACKETED = re.compile(r"\s*[【〔◆■●].*")


def blocks(shown: Iterable[ShownBlock], places: Places) -> Iterator[Block]:
    """Passages and numbered tables in reading order."""
    number = 0
    for one in shown:
        if isinstance(one, FigureTable):
            number += 1
            yield _table(one, number, places)
        elif isinstance(one, Preformatted):
            for block in typed_blocks(one, places):
                if isinstance(block, Table):
                    number += 1
                    yield renumbered(block, number)
                else:
                    yield block
        else:
            yield from _passages(one, places)


def _table(statement: FigureTable, number: int, places: Places) -> Table:
    return Table(
        number,
        tuple(
            tuple(_cell(cell, (number, r, c), places) for c, cell in enumerate(row, start=1))
            for r, row in enumerate(statement.rows, start=1)
        ),
    )


def _cell(cell: PlacedText, at: tuple[int, int, int], places: Places) -> Cell:
    first, last = cell.marks[0], cell.marks[-1]
    source = places.source(first._replace(end=last.end), *at)
    plain = first is last and not first.whole
    return Cell(cell.text, source, () if plain else places.anchors(cell.marks))


def _passages(paragraph: Paragraph, places: Places) -> Iterator[Passage]:
    """A paragraph as one passage, or as a heading for each of its lines."""
    level = _level(paragraph)
    apart = [(line,) for line in paragraph.lines] if level else [paragraph.lines]
    for lines in apart:
        text, marks = written(lines, "\n")
        anchors: tuple[Anchor, ...] = places.anchors(marks)
        plain = narrowed(text)
        yield Passage(plain, anchors, 0 if NOTE.fullmatch(plain) else level)


def _level(paragraph: Paragraph) -> int:
    """How deep a heading stands, by its tag or its look; 0 for prose."""
    if paragraph.level or paragraph.side_by_side or paragraph.item:
        return paragraph.level
    runs = tuple(paragraph.runs)
    bold = all(run.bold for run in runs)
    striking = bold or paragraph.centered or all(run.marked for run in runs)
    if len(paragraph.lines) > MOST_HEADING_LINES or not (striking or len(paragraph.lines) == 1):
        return 0
    lines = [narrowed(written((line,), " ").text) for line in paragraph.lines]
    if not striking and not _BRACKETED.fullmatch(lines[0]):
        return 0
    if not all(reads_as_heading(text) or NOTE.fullmatch(text) for text in lines):
        return 0
    return BOLD_HEADING if bold else OTHER_HEADING
