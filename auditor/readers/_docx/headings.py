"""Headings: which paragraphs head what follows them, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.notation.numerals import narrowed
from auditor.readers._docx.lines import StoryLine
from auditor.readers._docx.paragraphs import Paragraph
from auditor.readers._docx.thresholds import MOST_BETWEEN
from auditor.readers._outline import NOTE, reads_as_heading
from auditor.readers._thresholds import HEADING_LENGTH

BOLD, PLAIN, BRACKETED = 11, 12, 13
"""Levels of headings that only look like one; those of styles are above them."""

_BRACKETS = re.compile(r"\s*(?:<<?[^<>]+>>?|[◆■●【〔].*+)\s*+")


def heading_level(lines: Sequence[StoryLine], first: int, end: int) -> int:
    """The level of the passage that lines ``first`` to ``end`` make; 0 if it is prose."""
    line = lines[first]
    owner = line.owner
    if not isinstance(owner, Paragraph):
        return 0
    if line.kind == "heading":
        return owner.style.level or 0
    if end - first > 1 or (line.start, line.end) != (0, len(owner.text)) or owner.style.listed:
        return 0
    return _look(lines, first, narrowed(owner.text), owner)


def _look(lines: Sequence[StoryLine], at: int, text: str, owner: Paragraph) -> int:
    """The level of a one-line paragraph by how it looks and stands."""
    if _BRACKETS.fullmatch(text) and len(text) <= HEADING_LENGTH:
        return BRACKETED
    if owner.style.caption:
        return PLAIN if _is_above_table(lines, at) else 0
    if not reads_as_heading(text):
        return 0
    if owner.bold:
        return BOLD
    stands_alone = not _is_text(lines, at - 1) and not _is_text(lines, at + 1)
    return PLAIN if stands_alone or _is_above_table(lines, at) else 0


def _is_text(lines: Sequence[StoryLine], at: int) -> bool:
    return 0 <= at < len(lines) and lines[at].kind == "text"


def _is_above_table(lines: Sequence[StoryLine], at: int) -> bool:
    """Whether a table follows, notes such as "(JPY million)" and blank lines passed over."""
    for line in lines[at + 1 : at + 2 + MOST_BETWEEN]:
        if line.kind in {"row", "table"}:
            return True
        if line.kind != "blank" and not NOTE.fullmatch(narrowed(line.text)):
            return False
    return False
