"""Headers: which columns each heading above a table spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from auditor.readers._aligned.chunks import Chunk, chunk_of
from auditor.readers._aligned.columns import AlignedColumn
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.spans import extent, middle_of, spans
from auditor.readers._aligned.thresholds import (
    CORNER_REACH,
    HEADING_LEADING,
    RULE_ABOVE,
    RULE_CLEAR,
)
from auditor.readers._aligned.words import Rule, Scale, Word
from auditor.readers._outline import NOTE

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

CORNER = -1
"""In place of a column: over the labels."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over columns ``first`` to ``last`` (inclusive, from 0), perhaps on several lines."""

    first: int
    last: int
    words: tuple[Word, ...]
    top: float
    bottom: float


Labels = tuple[float, float]
"""The left edge of the labels, and the right one of the longest."""


def heading_rows(
    lines: Sequence[PrintedLine],
    columns: Sequence[AlignedColumn],
    labels: Labels,
    rules: Sequence[Rule],
    scale: Scale,
) -> list[list[Heading]]:
    """The headings by rows, from top to bottom; lines of one heading are made one.

    A note such as "(In millions)" among them has a row of its own, the last.
    """
    found: list[Heading] = []
    notes: list[Heading] = []
    for line, headings in _by_line(lines, columns, labels, rules, scale):
        if _is_note(line):
            notes += headings
            continue
        for heading in headings:
            above = _above(found, heading, rules, scale)
            if above is None:
                found.append(heading)
            else:
                found[above] = _stacked(found[above], heading)
    return [*_levels(found), *([note] for note in notes)]


def _by_line(
    lines: Sequence[PrintedLine],
    columns: Sequence[AlignedColumn],
    labels: Labels,
    rules: Sequence[Rule],
    scale: Scale,
) -> list[tuple[PrintedLine, list[Heading]]]:
    """The headings on each line; those of single columns are as wide as the columns are.

    They are told from the lowest line up, since what stands higher spans what stands below.
    """
    found: list[tuple[PrintedLine, list[Heading]]] = []
    below: PrintedLine | None = None
    for line in reversed(lines):
        under = below.chunks if below else None
        if under and len(line.chunks) < sum(
            _YEAR.search(chunk.text) is not None for chunk in under
        ):
            under = ()  # "Year ended March 31," goes on in all the years below it
        headings = list(_on_line(line, under, columns, labels, rules, scale))
        found.append((line, headings))
        columns = columns if _is_note(line) else _widened(columns, headings)
        below = line
    return found[::-1]


def _is_note(line: PrintedLine) -> bool:
    return len(line.chunks) == 1 and NOTE.fullmatch(line.text) is not None


def _widened(columns: Sequence[AlignedColumn], headings: Iterable[Heading]) -> list[AlignedColumn]:
    wide = list(columns)
    for heading in headings:
        if heading.first == heading.last != CORNER:
            left, right, outer = wide[heading.first]
            right = max(right, *(word.right for word in heading.words))
            outer = min(outer, heading.words[0].left)
            wide[heading.first] = AlignedColumn(left, right, outer)
    return wide


def _on_line(  # noqa: PLR0913, PLR0917
    line: PrintedLine,
    under: Sequence[Chunk] | None,
    columns: Sequence[AlignedColumn],
    labels: Labels,
    rules: Sequence[Rule],
    scale: Scale,
) -> Iterator[Heading]:
    """The headings on one line; ``under`` are the chunks of the next that they may go on in."""
    parts = [part for chunk in line.chunks for part in _parts(chunk, columns, scale)]
    over = [p for p in parts if not _is_corner(p, columns, labels)]
    for part in parts:
        if _is_corner(part, columns, labels):
            yield Heading(CORNER, CORNER, part.words, part.top, part.bottom)
    drawn = [rule for rule in rules if rule.left > labels[0] + scale.near]
    if len(over) > len(columns) and over[0].right < columns[0].outer:
        over_labels = over.pop(0)  # over a column that states nothing
        yield Heading(CORNER, CORNER, over_labels.words, over_labels.top, over_labels.bottom)
    extents = [extent(part, over, under, drawn, scale) for part in over]
    for part, (first, last) in zip(over, spans(extents, columns), strict=True):
        yield Heading(first, last, part.words, part.top, part.bottom)


def _is_corner(chunk: Chunk, columns: Sequence[AlignedColumn], labels: Labels) -> bool:
    """Whether a heading stands over the labels: beside the first column, or flush with them."""
    if middle_of(chunk) >= columns[0].outer:
        return False
    over_labels = chunk.right <= columns[0].outer and chunk.left < labels[1]
    return over_labels or chunk.left < labels[0] + CORNER_REACH * (columns[0].outer - labels[0])


def _parts(chunk: Chunk, columns: Sequence[AlignedColumn], scale: Scale) -> Iterator[Chunk]:
    """A chunk cut where a heading of the next column begins, after hardly more than a blank."""
    run: list[Word] = []
    for word in chunk.words:
        if run and _begins_another(run, word, columns):
            yield chunk_of(run, scale)
            run = []
        run.append(word)
    yield chunk_of(run, scale)


def _begins_another(run: Sequence[Word], word: Word, columns: Sequence[AlignedColumn]) -> bool:
    """Whether a word says again what the run began with, as "June 30, June 30," does."""
    gap = (run[-1].right + word.left) / 2
    between = any(a.middle < gap < b.middle for a, b in pairwise(columns))
    return between and word.text.lower() == run[0].text.lower() and len(word.text) > 2


def _above(
    found: Sequence[Heading], below: Heading, rules: Sequence[Rule], scale: Scale
) -> int | None:
    """The heading over the same columns that goes on with this line."""
    for at in range(len(found) - 1, -1, -1):
        heading = found[at]
        if (heading.first, heading.last) != (below.first, below.last):
            continue
        close = below.top - heading.bottom < HEADING_LEADING * scale.leading
        ruled = any(
            heading.bottom - RULE_ABOVE * scale.leading
            < r.top
            < below.bottom - RULE_CLEAR * scale.leading
            and r.left < heading.words[0].right
            and heading.words[0].left < r.right
            for r in rules
        )
        return at if close and not ruled else None
    return None


def _stacked(above: Heading, below: Heading) -> Heading:
    return replace(above, words=above.words + below.words, bottom=below.bottom)


def _levels(found: Sequence[Heading]) -> list[list[Heading]]:
    """Headings by rows: each as low as those below it, over the same columns, let it be.

    One that ends beside others is no lower than they are, whatever stands below it.
    """
    rows: list[list[Heading]] = []
    heights: dict[int, int] = {}
    for line in _by_last_line(h for h in found if h.first != CORNER):
        columns = [c for h in line for c in range(h.first, h.last + 1)]
        level = max(heights.get(c, 0) for c in columns)
        heights.update(dict.fromkeys(columns, level + 1))
        rows.extend([] for _ in range(level + 1 - len(rows)))
        rows[level] += line
    rows = [sorted(row, key=lambda h: h.first) for row in reversed(rows)]
    corners = sorted((h for h in found if h.first == CORNER), key=lambda h: h.bottom)
    return _with_corners(rows, corners)


def _by_last_line(found: Iterable[Heading]) -> Iterator[list[Heading]]:
    """The headings that end on one line, from the lowest up; no two are over one column."""
    line: list[Heading] = []
    for heading in sorted(found, key=lambda h: -h.bottom):
        apart = line and heading.bottom < (line[0].bottom + line[0].words[-1].top) / 2
        if apart or any(h.first <= heading.last and heading.first <= h.last for h in line):
            yield line
            line = []
        line.append(heading)
    if line:
        yield line


def _with_corners(rows: list[list[Heading]], corners: Sequence[Heading]) -> list[list[Heading]]:
    """Each corner in the row it stands beside; several beside one row are one text."""
    if not rows:
        return [[corner] for corner in corners]
    for corner in corners:
        at = min(
            range(len(rows)), key=lambda r: abs(max(h.bottom for h in rows[r]) - corner.bottom)
        )
        row = rows[at]
        if row[0].first == CORNER:
            row[0] = _stacked(row[0], corner)
        else:
            row.insert(0, corner)
    return rows
