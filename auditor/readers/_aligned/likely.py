"""Likely lines: which of a text's lines can be a table's at all, told by a look at characters.

Prose takes most of a report, and cutting it into words most of the time that reading would take. A
line that no blank, leader or figure beside another parts is one text; one that is long states no
figure either. Such lines are passed over where no others are near: they would have made no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.readers._aligned.thresholds import (
    CONTENTS_ABOVE,
    CONTENTS_WITHIN,
    EDGE_LINES,
    HEADER_LINES,
    LINES_BETWEEN,
    LONGEST_CELL,
    LONGEST_FIGURE,
)

_DIGIT = deferred(r"\d")
_LETTER = deferred(r"[^\W\d_]")
_PARTED = deferred(r"\s\s|[.…_·]{2}|\.\s\.|…|[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""What may set two texts of a line apart: see ``chunks``."""
_BESIDE = deferred(r"[\d.,'’)>%\]–—―-]\s(?:US|[ACS]|HK|NT)?[($€£¥￥₩₹<△▲+−\d–—―-]")
"""What may set a figure apart from one beside it, unless a word stands before them."""
_CODES = frozenset(("EUR", "USD", "GBP", "CHF", "RMB"))
"""Currencies that may stand before a figure: see ``chunks``."""

ENOUGH = 2
"""Figures that rows must state between them to be a table: see ``regions``."""
FARTHEST_ROW = LONGEST_CELL + LINES_BETWEEN + 1
"""Lines from a row to the next of its table at most, where texts beside its figures may go on."""
ABOVE = HEADER_LINES + CONTENTS_ABOVE + 1
WITHIN = CONTENTS_WITHIN + 1
"""Lines above the first row and from the last one on in which what a table is may be told."""


class Likely(NamedTuple):
    """A line that may state figures: its place among all, how many figures at most, its reach.

    The next row of the same table is no further below than ``reach`` lines.
    """

    at: int
    figures: int
    reach: int


def likely_lines(
    lines: Sequence[tuple[int, int, str]], is_figure: Callable[[str], bool]
) -> frozenset[int]:
    """The places of lines that may be a table's, with those near enough to head it or to follow.

    Of each line its page, its part, both rising, and its text without blanks around it. No table
    goes on in another part of the same page. ``is_figure`` says whether a short line states a
    figure after all.
    """
    found: set[int] = set()
    for run in _runs(lines, _stating(lines, is_figure)):
        if sum(row.figures for row in run) >= ENOUGH:
            last = run[-1]
            found.update(range(max(run[0].at - ABOVE, 0), last.at + max(last.reach, WITHIN) + 1))
    return frozenset(at for at in found if at < len(lines))


def _stating(
    lines: Iterable[tuple[int, int, str]], is_figure: Callable[[str], bool]
) -> Iterator[Likely]:
    for at, (_, _, line) in enumerate(lines):
        figures = _most_figures(line, is_figure)
        if figures:
            yield Likely(at, figures, FARTHEST_ROW if _LETTER.search(line) else LINES_BETWEEN + 1)


def _runs(lines: Sequence[tuple[int, int, str]], rows: Iterable[Likely]) -> Iterator[list[Likely]]:
    """Rows that are near enough to the one before to be of one table."""
    run: list[Likely] = []
    for row in rows:
        if run and not _may_go_on(lines, run[-1], row.at):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _may_go_on(lines: Sequence[tuple[int, int, str]], last: Likely, at: int) -> bool:
    """Whether a table may go on in that line; on another page what both repeat is not counted."""
    (page, part, _), (own_page, own_part, _) = lines[last.at], lines[at]
    if page == own_page:
        return part == own_part and at - last.at <= last.reach
    return at - last.at <= last.reach + 2 * EDGE_LINES * (own_page - page)


def _stands_beside(line: str) -> bool:
    """Whether a figure may be set apart from one beside it: only where no word precedes both."""
    beside = _BESIDE.search(line)
    before = line[: beside.start() + 1].split() if beside else ()
    return beside is not None and all(w in _CODES for w in before if w.isalpha())


def _most_figures(line: str, is_figure: Callable[[str], bool]) -> int:
    """How many figures a line may state: none, one, or as many as make a table."""
    if not _DIGIT.search(line):
        return 0
    if _PARTED.search(line):
        return ENOUGH
    if not line.partition(" ")[0].isalpha() and _stands_beside(line):
        return ENOUGH
    return int(len(line) - line.count(" ") <= LONGEST_FIGURE and is_figure(line))
