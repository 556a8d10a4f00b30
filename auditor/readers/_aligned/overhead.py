"""Overhead: which lines above a table head its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import Chunk
from auditor.readers._aligned.labels import goes_on
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.thresholds import (
    CAPTION_WORDS,
    CELL_LEADING,
    CORNER_WORDS,
    FAR_LEFT,
    GOES_ON_GAP,
    HEADER_GAP,
    HEADER_LINES,
    LABELS_UNDER,
    OFF_CENTRE_GAPS,
    ROWS_REMEMBERED,
    TITLE_GAP,
)
from auditor.readers._aligned.words import Scale
from auditor.readers._outline import NOTE

_MEASURE = deferred(r"[0-9][0-9.,]*\s?(?:years?|yrs?|months?|weeks?|days?|hours?)", re.IGNORECASE)


Extent = tuple[float, float]


def header(
    lines: Sequence[PrintedLine], run: list[int], free: int, scale: Scale
) -> tuple[int, int]:
    """Where the headings of a table begin, and where its body does."""
    zone, extent = _zones(lines, run)
    first = body = run[0]
    labels = 0
    for at in range(run[0] - 1, free - 1, -1):
        line, below = lines[at], lines[at + 1]
        if line.flow != below.flow or below.top - line.bottom > HEADER_GAP * scale.leading:
            break
        if (_heads(line, zone, extent, scale) and not _titles(line, below, zone, scale)) or (
            first == at + 1 < run[0] and _wraps(line, below, scale)
        ):
            first, body = at, (at + 1 if first == run[0] else body)
            labels = 0
        elif is_label(line, zone[0], scale) and labels < LABELS_UNDER:
            labels += 1
        else:
            break
        if run[0] - at > HEADER_LINES:
            break
    while first < body and len(lines[first].chunks) == 1 and NOTE.fullmatch(lines[first].text):
        first += 1  # a note above the headings is about the table
    return first, body


def _zones(lines: Sequence[PrintedLine], run: Sequence[int]) -> tuple[Extent, Extent]:
    """From the first column of figures to the last, and from the labels to the last."""
    rows = [lines[at] for at in run[:ROWS_REMEMBERED]]
    left = min(c.left for row in rows for c in row.figures)
    right = max(c.right for row in rows for c in row.figures)
    return (left, right), (min(row.left for row in rows), right)


def _heads(line: PrintedLine, zone: Extent, extent: Extent, scale: Scale) -> bool:
    """Whether a line stands over the columns of figures, alone or beside a corner."""
    if line.is_years:
        return True
    if (line.reads_on or line.chunks[0].is_listed) and not is_parted(line, scale):
        return False
    over = [c for c in line.chunks if c.right > zone[0] + scale.near]
    if not over or any(c.left < zone[0] - 2 * scale.gap and c.right > zone[1] for c in over):
        return False
    if is_parted(line, scale):
        return len(line.chunks[0].words) <= CORNER_WORDS or not any(map(_measures, over))
    middle = (line.left + line.right) / 2
    off_centre = abs(middle - sum(extent) / 2)
    nearer = abs(middle - sum(zone) / 2) < off_centre
    return nearer or (
        off_centre > OFF_CENTRE_GAPS * scale.gap and line.left > zone[0] - 2 * scale.gap
    )


def is_parted(line: PrintedLine, scale: Scale) -> bool:
    """Whether a wide gap parts a line, and not only a blank between words."""
    return any(b.left - a.right >= scale.gap for a, b in pairwise(line.chunks))


def _titles(line: PrintedLine, below: PrintedLine, zone: Extent, scale: Scale) -> bool:
    """Whether a line apart from what is below begins too far left to head a column of figures."""
    if not is_parted(line, scale) or below.top - line.bottom < TITLE_GAP * scale.leading:
        return False
    return any(c.left < zone[0] - FAR_LEFT * scale.gap and c.right > zone[0] for c in line.chunks)


def _measures(chunk: Chunk) -> bool:
    """Whether a chunk states a length of time or the like, as "8.1 years" does beside a label."""
    return _MEASURE.fullmatch(chunk.text) is not None


def _wraps(line: PrintedLine, below: PrintedLine, scale: Scale) -> bool:
    """Whether one text goes on in a heading so close below that both are of one cell."""
    over = [c for c in below.chunks if c.left < line.right and line.left < c.right]
    if len(line.chunks) > 1 or len(over) != 1 or len(below.chunks) == 1:
        return False
    off = abs(line.left + line.right - over[0].left - over[0].right) / 2
    return below.top - line.bottom < CELL_LEADING * scale.leading and off <= scale.near


def is_label(line: PrintedLine, zone: float, scale: Scale) -> bool:
    """Whether a line is one short text in the column of labels, or a note or label across."""
    if len(line.chunks) > 1 or line.reads_on:
        return False
    if line.right < zone + scale.near or NOTE.fullmatch(line.text):
        return True
    return len(line.chunks[0].words) <= CAPTION_WORDS and line.text.endswith(":")


def label_begins_above(lines: Sequence[PrintedLine], at: int, free: int, scale: Scale) -> bool:
    """Whether the label of a table's first row begins on the line above, nothing heading it."""
    if at <= free or lines[at - 1].flow != lines[at].flow:
        return False
    above, row = lines[at - 1], lines[at]
    close = row.top - above.bottom < GOES_ON_GAP * scale.leading
    return close and goes_on(above.text, row.text) and is_label(above, row.figures[0].left, scale)
