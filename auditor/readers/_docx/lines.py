"""Lines: what the lines of a story's paragraphs are: text, rows set with tab stops, or blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from auditor.readers._docx.columns import states_amount
from auditor.readers._docx.flow import Item, NumberedTable
from auditor.readers._docx.paragraphs import Paragraph, merged
from auditor.readers._docx.thresholds import FEWEST_ROWS
from auditor.readers._thresholds import HEADING_LENGTH

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKED = re.compile(r"\s*(?:[-–—•·○●◆■◇▪*o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])\t+[^\t]*")
"""A list item whose mark was typed and set apart by a tab."""

Kind = Literal["text", "heading", "row", "tabs", "indented", "blank", "table"]


class StoryLine(NamedTuple):
    """Characters ``start`` to ``end`` (from 0) of a paragraph, or a whole table.

    A heading by its style is one line. The notes and text boxes that hang on a paragraph hang on
    its first line.
    """

    kind: Kind
    owner: Paragraph | NumberedTable
    start: int = 0
    end: int = 0
    anchored: tuple[_Element, ...] = ()

    @property
    def text(self) -> str:
        return self.owner.text[self.start : self.end] if isinstance(self.owner, Paragraph) else ""


def lines(items: Iterable[Item]) -> list[StoryLine]:
    """The lines of a story; ``row`` is one of a table set with tab stops."""
    return list(_with_rows(list(_lines(items))))


def _lines(items: Iterable[Item]) -> Iterator[StoryLine]:
    for _, run in groupby(items, key=lambda item: isinstance(item, Paragraph)):
        together = list(run)
        for one in merged(item for item in together if isinstance(item, Paragraph)):
            yield from _lines_of(one)
        for item in together:
            if isinstance(item, NumberedTable):
                yield StoryLine("table", item, anchored=item.anchored)


def _lines_of(paragraph: Paragraph) -> Iterator[StoryLine]:
    """A paragraph's lines; those of a table of contents are none, for they state nothing."""
    text, style = paragraph.text, paragraph.style
    if style.contents:
        return
    if style.level and text.strip():
        yield StoryLine("heading", paragraph, 0, len(text), paragraph.anchored)
        return
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield StoryLine(_kind(line), paragraph, start, end, () if start else paragraph.anchored)
        start = end + 1


def _kind(line: str) -> Kind:
    if not line.strip():
        return "indented" if "\t" in line else "blank"
    if "\t" in line.strip():
        return "text" if _MARKED.fullmatch(line) else "tabs"
    return "indented" if "\t" in line and len(line) <= HEADING_LENGTH else "text"


def _with_rows(found: Sequence[StoryLine]) -> Iterator[StoryLine]:
    """The lines, those with tab stops told to be rows of a table or text."""
    for tabbed, run in groupby(found, key=lambda line: line.kind in {"tabs", "indented"}):
        together = list(run)
        if not tabbed:
            yield from together
        elif _is_table(together):
            yield from (line._replace(kind="row") for line in together)
        else:
            yield from (line._replace(kind=_without_tabs(line)) for line in together)


def _without_tabs(line: StoryLine) -> Kind:
    return "text" if line.text.strip() else "blank"


def _is_table(together: Sequence[StoryLine]) -> bool:
    """Whether lines with tab stops are a table: a figure stands beside something else."""
    if len(together) < FEWEST_ROWS:
        return False
    rows = ([text for text in line.text.split("\t") if text.strip()] for line in together)
    return any(states_amount(text) for row in rows for text in row[1:])
