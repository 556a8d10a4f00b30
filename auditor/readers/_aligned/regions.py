"""Regions: which lines of a document are a table's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.readers._aligned.chunks import Chunk
from auditor.readers._aligned.columns import aligned
from auditor.readers._aligned.labels import goes_on
from auditor.readers._aligned.lines import Line
from auditor.readers._aligned.words import Scale
from auditor.readers._outline import NOTE

LINES_BETWEEN = 6
"""Lines without figures that two rows of a table may have between them."""

FARTHEST = 7.0
"""Times the leading: rows further apart are of different tables."""

REMEMBERED = 30
"""Figures at most that a row is compared with: the last ones of each table."""

RESTART_GAP = 1.2
"""Times the leading: headings below such a gap are those of another table."""

COLUMN_WIDTH = 16
"""Times the gap between cells at most from a heading's left edge to the right one of the first column."""

HEADER_LINES = 12
CORNER_WORDS = 3
"""In the corner beside headings; a longer text is the label of a row."""

FAR_LEFT = 4
"""Times the gap between cells: how far a heading may begin left of its figures."""

WRAPPED = 0.2
"""Times the leading: lines of one heading are no further apart."""

LABELS_UNDER = 3
"""Lines of labels at most between the headings and the first row."""

HEADER_GAP = 2.6
"""Times the leading, from the table up to a line that heads its columns."""

PAGE_NUMBERS = 2000
"""From here on whole numbers in one column are no page numbers of a table of contents."""

_CONTENTS = re.compile(r"\b(?:contents|index|page)\b|目次", re.IGNORECASE)
_CONTINUED = re.compile(r"[-–—]*\s*[(\[]?\s*\bcont(?:inued|['’]?d)?\b\.?\s*[)\]]?", re.IGNORECASE)
_MEASURE = re.compile(r"[0-9][0-9.,]*\s?(?:years?|yrs?|months?|weeks?|days?|hours?)", re.IGNORECASE)
_TOTAL = re.compile(r"\btotals?\b|合計|計$", re.IGNORECASE)


Extent = tuple[float, float]


class Region(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) are a table; its body begins with line ``body``."""

    first: int
    body: int
    last: int


def regions(lines: Sequence[Line], scale: Scale) -> list[Region]:
    """The tables among the lines, from top to bottom."""
    found: list[Region] = []
    free = 0
    for run in _runs(lines, scale):
        region = _region(lines, run, free, scale)
        if region is not None:
            found.append(region)
            free = region.last
    return found


def _runs(lines: Sequence[Line], scale: Scale) -> Iterator[list[int]]:
    """Rows that go on below each other, by their places among the lines."""
    run: list[int] = []
    recent: list[Chunk] = []
    for at, line in enumerate(lines):
        if not line.is_row:
            continue
        if run and not (_goes_on(lines, run, at, recent, scale) and _fits(line, recent, scale)):
            yield run
            run, recent = [], []
        run.append(at)
        recent = [*recent, *line.figures][-REMEMBERED:]
    if run:
        yield run


def _fits(line: Line, recent: Sequence[Chunk], scale: Scale) -> bool:
    """Whether at least half of a row's figures stand below others."""
    fit = sum(any(aligned(a, b, scale) for a in reversed(recent)) for b in line.figures)
    return 2 * fit >= len(line.figures)


def _goes_on(
    lines: Sequence[Line], run: list[int], to: int, recent: Sequence[Chunk], scale: Scale
) -> bool:
    """Whether what stands between the last row and another may stand within a table."""
    last = run[-1]
    steps = [(lines[at], lines[at + 1]) for at in range(last, to)]
    if len(steps) > LINES_BETWEEN + 1 or any(_breaks(*step, scale) for step in steps):
        return False
    first = min(c.right for c in recent)
    between = lines[last + 1 : to]
    if any(_crosses(line, first) and line.reads_on for line in between):
        return False
    if lines[last].page != lines[to].page:
        return all(_may_follow(line, lines, run[0], first) for line in between)
    return not _restarts(steps[:-1], first, scale)


def _may_follow(line: Line, lines: Sequence[Line], begun: int, first_right: float) -> bool:
    """Whether a line between pages repeats what heads the table, or is a label of its own."""
    if line.is_years or line.right > first_right:
        return is_repeated(line, lines, begun)
    return True


def is_repeated(line: Line, lines: Sequence[Line], begun: int) -> bool:
    """Whether a line says again what one at the head of a table does."""
    said = _said(line)
    return any(_said(other) == said for other in lines[max(begun - HEADER_LINES, 0) : begun])


def _said(line: Line) -> str:
    return _CONTINUED.sub("", line.text).strip().lower()


def _restarts(steps: Sequence[tuple[Line, Line]], first_right: float, scale: Scale) -> bool:
    """Whether the columns are headed anew: below a gap, or below a title."""
    apart = False
    for above, below in steps:
        apart = apart or below.top - above.bottom > RESTART_GAP * scale.leading
        apart = apart or _crosses(below, first_right)
        over = below.left > first_right - scale.gap * COLUMN_WIDTH or below.is_years
        if apart and over and not _crosses(below, first_right):
            return True
    return False


def _breaks(above: Line, below: Line, scale: Scale) -> bool:
    """Whether two lines are far apart, or of different columns of text on one page."""
    if above.flow == below.flow:
        return below.top - above.bottom > FARTHEST * scale.leading
    return above.page == below.page


def _crosses(line: Line, first_right: float) -> bool:
    """Whether a line runs across the first column of figures, as no label does."""
    return any(c.left < first_right < c.right and not c.counts for c in line.chunks)


def _region(lines: Sequence[Line], run: list[int], free: int, scale: Scale) -> Region | None:
    rows = [lines[at] for at in run]
    last = run[-1] + 1
    first, body = _header(lines, run, free, scale)
    if first == run[0] and _label_begins_above(lines, run[0], free, scale):
        first = body = first - 1
    if _lists_pages(lines, rows, first) or not _is_table(rows, body - first):
        return None
    return Region(first, body, _with_rest(lines, run, last, scale))


def _is_table(rows: Sequence[Line], heading: int) -> bool:
    """Whether rows are enough of a table: two that say what they state, or one under headings."""
    stated = [c for row in rows for c in row.figures if any(map(str.isdigit, c.text))]
    labelled = sum(row.has_label for row in rows)
    if len(stated) < 2:
        return False
    widest = max(len(row.figures) for row in rows)
    if widest == 1 and 2 * sum(row.chunks[-1].counts for row in rows) < len(rows):
        return False
    if len(rows) == 1:
        return heading > 0 and widest > 1
    return labelled > 1 or (widest > 1 and (labelled > 0 or heading > 0))


def _lists_pages(lines: Sequence[Line], rows: Sequence[Line], first: int) -> bool:
    """Whether rows are a table of contents: one column of whole numbers that never fall."""
    listed = [row for row in rows if row.chunks[-1].counts and len(row.figures) == 1]
    if 3 * len(listed) < 2 * len(rows) or _TOTAL.search(rows[-1].text):
        return False
    texts = [row.figures[0].text for row in listed]
    if not all(text.isdigit() and int(text) < PAGE_NUMBERS for text in texts):
        return False
    numbers = list(map(int, texts))
    if numbers != sorted(numbers):
        return False
    above = lines[max(first - 4, 0) : first + 3]
    return len(rows) > 4 or any(_CONTENTS.search(line.text) for line in above)


def _header(lines: Sequence[Line], run: list[int], free: int, scale: Scale) -> tuple[int, int]:
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
        elif _is_label(line, zone[0], scale) and labels < LABELS_UNDER:
            labels += 1
        else:
            break
        if run[0] - at > HEADER_LINES:
            break
    return first, body


def _zones(lines: Sequence[Line], run: Sequence[int]) -> tuple[Extent, Extent]:
    """From the first column of figures to the last, and from the labels to the last."""
    rows = [lines[at] for at in run[:REMEMBERED]]
    left = min(c.left for row in rows for c in row.figures)
    right = max(c.right for row in rows for c in row.figures)
    return (left, right), (min(row.left for row in rows), right)


def _heads(line: Line, zone: Extent, extent: Extent, scale: Scale) -> bool:
    """Whether a line stands over the columns of figures, alone or beside a corner."""
    if line.is_years:
        return True
    if line.reads_on and len(line.chunks) == 1:
        return False
    over = [c for c in line.chunks if c.right > zone[0] + scale.near]
    if not over or any(c.left < zone[0] - 2 * scale.gap and c.right > zone[1] for c in over):
        return False
    if len(line.chunks) > 1:
        return len(line.chunks[0].words) <= CORNER_WORDS or not any(map(_measures, over))
    chunk = line.chunks[0]
    middle = (chunk.left + chunk.right) / 2
    off_centre = abs(middle - sum(extent) / 2)
    nearer = abs(middle - sum(zone) / 2) < off_centre
    return nearer or (off_centre > 3 * scale.gap and chunk.left > zone[0] - 2 * scale.gap)


def _titles(line: Line, below: Line, zone: Extent, scale: Scale) -> bool:
    """Whether a line apart from what is below begins too far left to head a column of figures."""
    if len(line.chunks) == 1 or below.top - line.bottom < scale.leading / 2:
        return False
    return any(c.left < zone[0] - FAR_LEFT * scale.gap and c.right > zone[0] for c in line.chunks)


def _measures(chunk: Chunk) -> bool:
    """Whether a chunk states a length of time or the like, as "8.1 years" does beside a label."""
    return _MEASURE.fullmatch(chunk.text) is not None


def _wraps(line: Line, below: Line, scale: Scale) -> bool:
    """Whether one text goes on in a heading so close below that both are of one cell."""
    over = [c for c in below.chunks if c.left < line.right and line.left < c.right]
    if len(line.chunks) > 1 or len(over) != 1 or len(below.chunks) == 1:
        return False
    off = abs(line.left + line.right - over[0].left - over[0].right) / 2
    return below.top - line.bottom < WRAPPED * scale.leading and off <= scale.near


def _is_label(line: Line, zone: float, scale: Scale) -> bool:
    """Whether a line is one short text in the column of labels, or a note or label across."""
    if len(line.chunks) > 1 or line.reads_on:
        return False
    if line.right < zone + scale.near or NOTE.fullmatch(line.text):
        return True
    return len(line.chunks[0].words) < 6 and line.text.endswith(":")


def _label_begins_above(lines: Sequence[Line], at: int, free: int, scale: Scale) -> bool:
    """Whether the label of a table's first row begins on the line above, nothing heading it."""
    if at <= free or lines[at - 1].flow != lines[at].flow:
        return False
    above, row = lines[at - 1], lines[at]
    close = row.top - above.bottom < 0.8 * scale.leading
    return close and goes_on(above.text, row.text) and _is_label(above, row.figures[0].left, scale)


def _with_rest(lines: Sequence[Line], run: list[int], last: int, scale: Scale) -> int:
    """The end of the table, with the line on which the last row's label goes on."""
    if last >= len(lines):
        return last
    row, rest = lines[run[-1]], lines[last]
    close = rest.flow == row.flow and rest.top - row.bottom < 0.8 * scale.leading
    text = rest.chunks[0].text
    if (
        close
        and len(rest.chunks) == 1
        and text[:1].islower()
        and _is_label(rest, min(c.left for c in row.figures), scale)
    ):
        return last + 1
    return last
