"""Regions: which lines of a document are a table's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import Chunk
from auditor.readers._aligned.columns import aligned
from auditor.readers._aligned.labels import goes_on
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.overhead import (
    header,
    is_label,
    is_parted,
    label_begins_above,
)
from auditor.readers._aligned.thresholds import (
    COLUMN_WIDTH,
    CONTENTS_ABOVE,
    CONTENTS_WITHIN,
    FARTHEST,
    FEWEST_ENTRIES,
    FIGURES_REMEMBERED,
    GOES_ON_GAP,
    HEADER_LINES,
    LARGER,
    LINES_BETWEEN,
    LONGEST_CELL,
    MOST_COLUMNS,
    PAGE_NUMBERS,
    ROWS_TO_BRIDGE,
    SET_SOLID,
    TITLE_GAP,
)
from auditor.readers._aligned.words import Scale
from auditor.readers._continued import GOES_ON

_CONTENTS = deferred(r"\b(?:contents|index|page)\b|目次", re.IGNORECASE)
_CONTINUED = deferred(
    r"(?:(?<![-–—])[-–—]++)?(?:(?<!\s)\s++)?(?:[(\[]\s*+)?"
    rf"(?:{GOES_ON}|\bcont\b)\.?\s*[)\]]?",
    re.IGNORECASE,
)
_TOTAL = deferred(r"\btotals?\b|合計|計$", re.IGNORECASE)


class Region(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) are a table; its body begins with line ``body``."""

    first: int
    body: int
    last: int


def regions(lines: Sequence[PrintedLine], scale: Scale) -> list[Region]:
    """The tables among the lines, from top to bottom."""
    found: list[Region] = []
    free = 0
    for run in _runs(lines, scale):
        region = _region(lines, run, free, scale)
        if region is not None:
            found.append(region)
            free = region.last
    return found


def _runs(lines: Sequence[PrintedLine], scale: Scale) -> Iterator[list[int]]:
    """Rows that go on below each other, by their places among the lines."""
    run: list[int] = []
    recent: list[Chunk] = []
    for at, line in enumerate(lines):
        if not line.is_row:
            continue
        if run and not (
            _goes_on(lines, run, at, recent, scale)
            and (_fits(line, recent, scale) or _is_bridged(lines, run, at, recent, scale))
        ):
            yield run
            run, recent = [], []
        run.append(at)
        recent = [*recent, *line.figures][-FIGURES_REMEMBERED:]
    if run:
        yield run


def _fits(line: PrintedLine, recent: Sequence[Chunk], scale: Scale) -> bool:
    """Whether at least half of a row's figures stand below others."""
    fit = sum(any(aligned(a, b, scale) for a in reversed(recent)) for b in line.figures)
    return 2 * fit >= len(line.figures)


def _is_bridged(
    lines: Sequence[PrintedLine], run: list[int], at: int, recent: Sequence[Chunk], scale: Scale
) -> bool:
    """Whether a row has figures in other columns than those above, and one right below in both.

    So print trial balances: debits in one column, credits in the other, and a total of each.
    """
    if run[-1] != at - 1:
        return False
    for row in lines[at + 1 : at + 1 + ROWS_TO_BRIDGE]:
        if not row.is_row or row.flow != lines[at].flow:
            return False
        under = [c for c in row.figures if any(aligned(c, f, scale) for f in lines[at].figures)]
        others = [c for c in row.figures if c not in under]
        if under and any(aligned(c, f, scale) for c in others for f in recent):
            return True
    return False


def _goes_on(
    lines: Sequence[PrintedLine], run: list[int], to: int, recent: Sequence[Chunk], scale: Scale
) -> bool:
    """Whether what stands between the last row and another may stand within a table."""
    last = run[-1]
    steps = [(lines[at], lines[at + 1]) for at in range(last, to)]
    if len(steps) > LONGEST_CELL + LINES_BETWEEN + 1:
        return False
    between = sum(not _wraps(lines[last], line, scale) for line, _ in steps[1:])
    if between > LINES_BETWEEN or any(_breaks(*step, scale) for step in steps):
        return False
    first = min(c.right for c in recent)
    inner = lines[last + 1 : to]
    if any(_crosses(line, first, scale) and line.reads_on for line in inner):
        return False
    if lines[last].page != lines[to].page:
        return all(_may_follow(line, lines, run[0], first) for line in inner)
    return not _restarts(steps[:-1], first, scale)


def _wraps(row: PrintedLine, line: PrintedLine, scale: Scale) -> bool:
    """Whether a line is only what texts of a row, beyond its label, go on with below them."""
    texts = [c for c in row.chunks if not c.counts]
    under = [_under(chunk, texts, scale) for chunk in line.chunks]
    return None not in under and any(under)


def _under(chunk: Chunk, texts: Sequence[Chunk], scale: Scale) -> int | None:
    """The place of the text that another begins at the left edge of."""
    near = (at for at, text in enumerate(texts) if abs(text.left - chunk.left) <= scale.near)
    return next(near, None)


def _may_follow(
    line: PrintedLine, lines: Sequence[PrintedLine], begun: int, first_right: float
) -> bool:
    """Whether a line between pages repeats what heads the table, or is a label of its own."""
    if line.is_years or line.right > first_right:
        return is_repeated(line, lines, begun)
    return True


def is_repeated(line: PrintedLine, lines: Sequence[PrintedLine], begun: int) -> bool:
    """Whether a line says again what one at the head of a table does."""
    said = _said(line)
    return any(_said(other) == said for other in lines[max(begun - HEADER_LINES, 0) : begun])


def _said(line: PrintedLine) -> str:
    return _CONTINUED.sub("", line.text).strip().lower()


def _restarts(
    steps: Sequence[tuple[PrintedLine, PrintedLine]], first_right: float, scale: Scale
) -> bool:
    """Whether the columns are headed anew: below a gap, or below a title."""
    apart = False
    usual = steps[0][0].size if steps else 0.0
    for above, below in steps:
        apart = apart or below.size >= LARGER * usual
        apart = apart or below.top - above.bottom > TITLE_GAP * scale.leading
        apart = apart or _crosses(below, first_right, scale)
        over = below.left > first_right - scale.gap * COLUMN_WIDTH
        over = below.is_years or (over and not _crosses(below, first_right, scale))
        if apart and (over or (not below.figures and is_parted(below, scale))):
            return True
    return False


def _breaks(above: PrintedLine, below: PrintedLine, scale: Scale) -> bool:
    """Whether two lines are far apart, or of different columns of text on one page."""
    if above.flow == below.flow:
        return below.top - above.bottom > FARTHEST * scale.leading
    return above.page == below.page


def _crosses(line: PrintedLine, first_right: float, scale: Scale) -> bool:
    """Whether a line runs across the first column of figures, as no label does."""
    beyond = first_right + scale.near
    return any(c.left < first_right and beyond < c.right and not c.counts for c in line.chunks)


def _region(lines: Sequence[PrintedLine], run: list[int], free: int, scale: Scale) -> Region | None:
    rows = [lines[at] for at in run]
    last = run[-1] + 1
    first, body = header(lines, run, free, scale)
    if first == run[0] and label_begins_above(lines, run[0], free, scale):
        first = body = first - 1
    if _lists_pages(lines, rows, first) or not _is_table(rows, body - first):
        return None
    return Region(first, body, _with_rest(lines, run, last, scale))


def _is_table(rows: Sequence[PrintedLine], heading: int) -> bool:
    """Whether rows are enough of a table: two that say what they state, or one under headings."""
    stated = [c for row in rows for c in row.figures if any(map(str.isdigit, c.text))]
    labelled = sum(row.has_label for row in rows)
    if len(stated) < 2 or max(len(row.figures) for row in rows) > MOST_COLUMNS:
        return False
    widest = max(len(row.figures) for row in rows)
    if widest == 1 and 2 * sum(row.chunks[-1].counts for row in rows) < len(rows):
        return False
    if len(rows) == 1:
        return heading > 0 and widest > 1
    return labelled > 1 or (widest > 1 and (labelled > 0 or heading > 0))


def _lists_pages(lines: Sequence[PrintedLine], rows: Sequence[PrintedLine], first: int) -> bool:
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
    above = lines[max(first - CONTENTS_ABOVE, 0) : first + CONTENTS_WITHIN]
    return len(rows) > FEWEST_ENTRIES or any(_CONTENTS.search(line.text) for line in above)


def _with_rest(lines: Sequence[PrintedLine], run: list[int], last: int, scale: Scale) -> int:
    """The end of the table, with the lines on which the last row's texts or label go on."""
    if last >= len(lines):
        return last
    row = lines[run[-1]]
    while last < len(lines) and _is_next(lines, last, scale) and _wraps(row, lines[last], scale):
        last += 1
    if last > run[-1] + 1 or last >= len(lines):
        return last
    rest = lines[last]
    close = rest.flow == row.flow and rest.top - row.bottom < GOES_ON_GAP * scale.leading
    left = min(c.left for c in row.figures)
    label = " ".join(c.text for c in row.chunks if c.left < left)
    if close and goes_on(label, rest.text) and is_label(rest, left, scale):
        return last + 1
    return last


def _is_next(lines: Sequence[PrintedLine], at: int, scale: Scale) -> bool:
    """Whether a line is right below the one before it."""
    above, line = lines[at - 1], lines[at]
    return above.flow == line.flow and line.top - above.bottom < SET_SOLID * scale.leading
