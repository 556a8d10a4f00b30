"""Paragraphs: lines of running text, list items and headings, as passages of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from auditor.model.document import Anchor, Passage
from auditor.notation.numerals import narrowed
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.tables import spelled
from auditor.readers._aligned.thresholds import (
    LABEL_INDENT_GAPS,
    LARGER,
    LARGEST_LEVELS,
    PARAGRAPH_GAP,
    REACHES,
)
from auditor.readers._aligned.words import Scale
from auditor.readers._outline import NOTE, is_bullet, reads_as_heading
from auditor.readers._thresholds import HEADING_LENGTH

BOLD_LEVEL, CENTRED_LEVEL = 6, 7

_SENTENCE_ENDS = (".", ":", ";", "。", "!", "?")

_CHANGES = re.compile(r"\s*+[(（](?>.*[0-9]\s?[%％]).*[)）]\s*+")
"""What a line says about the figure on the line above it, as no table's note does."""


def passages(lines: Sequence[PrintedLine], usual: float, scale: Scale) -> Iterator[Passage]:
    """The passages that lines in reading order make up; ``usual`` is the usual size of type."""
    for group in _paragraphs(lines, _margins(lines), scale):
        text, anchors = _joined(group, scale)
        if text:
            yield Passage(text, anchors, _level(group, text, usual))


def usual_size(lines: Iterable[PrintedLine]) -> float:
    """The size of type that most of the text is in."""
    sizes = Counter[float]()
    for line in lines:
        for word in line.words:
            sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _margins(lines: Iterable[PrintedLine]) -> dict[int, float]:
    """How far to the right each flow goes."""
    found: dict[int, float] = {}
    for line in lines:
        found[line.flow] = max(line.right, found.get(line.flow, 0.0))
    return found


def _paragraphs(
    lines: Sequence[PrintedLine], margins: Mapping[int, float], scale: Scale
) -> Iterator[list[PrintedLine]]:
    group: list[PrintedLine] = []
    for line in lines:
        if group and not _goes_on(group, line, margins, scale):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(
    group: Sequence[PrintedLine], line: PrintedLine, margins: Mapping[int, float], scale: Scale
) -> bool:
    """Whether a line belongs to the paragraph above it."""
    above = group[-1]
    if _CHANGES.fullmatch(line.text):
        return _is_close(above, line, scale)
    if is_bullet(line.text) or NOTE.fullmatch(line.text) or _is_bold(above) != _is_bold(line):
        return False
    if above.flow != line.flow:
        return line.text[:1].islower() and not above.text.endswith(_SENTENCE_ENDS)
    if len(group) == 1 and above.right < REACHES * margins[above.flow]:
        return False
    indented = len(group) == 1
    flush = abs(above.left - line.left) <= (
        LABEL_INDENT_GAPS * scale.gap if indented else scale.gap
    )
    return flush and _is_close(above, line, scale) and _was_full(group, line, scale)


def _is_close(above: PrintedLine, line: PrintedLine, scale: Scale) -> bool:
    """Whether a line is as close below another, and of the same size, as those of a paragraph."""
    near = line.top - above.bottom <= PARAGRAPH_GAP * scale.leading
    return above.flow == line.flow and near and _same_size(above, line)


def _was_full(group: Sequence[PrintedLine], line: PrintedLine, scale: Scale) -> bool:
    """Whether the first word of a line had no room left on the line above."""
    first = line.words[0]
    margin = max(x.right for x in (*group, line))
    return group[-1].right + scale.gap + first.right - first.left > margin - scale.near


def _is_bold(line: PrintedLine) -> bool:
    """Whether all words are bold; a mark before them may be of another font."""
    said = [word for word in line.words if any(map(str.isalnum, word.text))]
    return all(word.bold for word in said or line.words)


def _same_size(a: PrintedLine, b: PrintedLine) -> bool:
    sizes = sorted((_size((a,)), _size((b,))))
    return sizes[1] < LARGER * sizes[0]


def _size(group: Sequence[PrintedLine]) -> float:
    return median(word.size for line in group for word in line.words)


def _joined(group: Sequence[PrintedLine], scale: Scale) -> tuple[str, tuple[Anchor, ...]]:
    """The text, its lines joined by a newline but for a word that a hyphen parts, and anchors."""
    text, anchors = "", list[Anchor]()
    for line in group:
        piece, places = spelled(line.words, scale)
        if text.endswith("-") and text[-2:-1].isalpha() and piece[:1].islower():
            text = text[:-1]
        elif text:
            text += "\n"
        anchors += [Anchor(len(text) + a.offset, a.source, a.whole) for a in places]
        text += piece
    return narrowed(text), tuple(anchors)


def _level(group: Sequence[PrintedLine], text: str, usual: float) -> int:
    """The level of a heading by its type: larger, bold, or in capitals; 0 for a paragraph."""
    if len(text) > 2 * HEADING_LENGTH or len(group) > 2 or not _may_head(text):
        return 0
    ratio = _size(group) / usual
    if ratio >= LARGER:
        return max(LARGEST_LEVELS - int((ratio - 1) / (LARGER - 1)) + 1, 1)
    if all(map(_is_bold, group)):
        return BOLD_LEVEL
    return CENTRED_LEVEL if text.isupper() and len(group) == 1 else 0


def _may_head(text: str) -> bool:
    line = text.replace("\n", " ")
    return not line.endswith(_SENTENCE_ENDS) and reads_as_heading(line[:HEADING_LENGTH])
