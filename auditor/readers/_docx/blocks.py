"""Blocks: the passages and tables that a story's paragraphs and tables make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.document import Block, Passage
from auditor.notation.numerals import narrowed
from auditor.readers._docx.flow import NumberedTable
from auditor.readers._docx.headings import heading_level
from auditor.readers._docx.lines import StoryLine
from auditor.readers._docx.paragraphs import Paragraph
from auditor.readers._docx.tables import table
from auditor.readers._docx.tabs import tab_table

if TYPE_CHECKING:
    from lxml.etree import _Element


class StoryBlock(NamedTuple):
    """A block, or none where a blank line stands, and what hangs on it."""

    block: Block | None
    anchored: tuple[_Element, ...]


def story_blocks(lines: Sequence[StoryLine], tables: Iterator[int]) -> Iterator[StoryBlock]:
    """What the lines of a story make, in order; ``tables`` numbers the tables of tab stops."""
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _belongs(lines[at], lines[end]):
            end += 1
        anchored = tuple(element for line in lines[at:end] for element in line.anchored)
        yield StoryBlock(_block(lines, at, end, tables), anchored)
        at = end


def _belongs(first: StoryLine, line: StoryLine) -> bool:
    """Whether a line is part of what another began: rows of a table, text of a paragraph."""
    if first.kind == "text":
        return line.kind == "text" and line.owner is first.owner
    return first.kind == line.kind == "row"


def _block(lines: Sequence[StoryLine], at: int, end: int, tables: Iterator[int]) -> Block | None:
    first = lines[at]
    if isinstance(first.owner, NumberedTable):
        return table(first.owner.slots, first.owner.number, first.owner.place)
    if first.kind == "blank":
        return None
    if first.kind == "row":
        return tab_table(lines[at:end], next(tables))
    return _passage(first.owner, first.start, lines[end - 1].end, heading_level(lines, at, end))


def _passage(owner: Paragraph, start: int, end: int, level: int) -> Passage:
    return Passage(narrowed(owner.text[start:end]), owner.cut(start, end), level)
