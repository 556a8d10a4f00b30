"""Flows: what stands side by side on a page, such as two columns of text or two tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.readers._aligned.chunks import Chunk
from auditor.readers._aligned.lines import PrintedLine, lines
from auditor.readers._aligned.thresholds import (
    DEEPEST_CUT,
    DISTINCT_LABELS,
    EDGES_TRIED,
    FEWEST_FLOW_LINES,
    FILLED,
    LABEL_INDENT_GAPS,
    MARGIN_GAPS,
    MOSTLY,
    PROSE_WORDS,
)
from auditor.readers._aligned.words import Scale

Side = list[tuple[Chunk, ...]]
"""The chunks of each line on one side of an edge."""


class _Cut(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) have something else right of ``edge``."""

    first: int
    last: int
    edge: float


def flows(page: Sequence[PrintedLine], scale: Scale, depth: int = 0) -> Iterator[list[PrintedLine]]:
    """The lines of a page by flows, in reading order: left before right."""
    cut = _cut(page, scale) if depth < DEEPEST_CUT else None
    if cut is None:
        if page:
            yield list(page)
        return
    yield from flows(page[: cut.first], scale, depth + 1)
    both = page[cut.first : cut.last]
    for side in (True, False):
        words = [w for line in both for w in line.words if (w.middle < cut.edge) is side]
        yield from flows(lines(words, scale), scale, depth + 1)
    yield from flows(page[cut.last :], scale, depth + 1)


def _cut(page: Sequence[PrintedLine], scale: Scale) -> _Cut | None:
    for edge in _edges(page, scale):
        for first, last in _clear(page, edge, scale):
            part = page[first:last]
            starts = sum(any(abs(c.left - edge) <= scale.near for c in x.chunks) for x in part)
            if starts >= FEWEST_FLOW_LINES and _parts(part, edge, scale):
                return _Cut(first, last, edge - scale.near)
    return None


def _edges(page: Sequence[PrintedLine], scale: Scale) -> list[float]:
    """Left edges, other than the page's own, at which texts begin; the commonest first."""
    if not page:
        return []
    margin = min(line.left for line in page) + MARGIN_GAPS * scale.gap
    lefts = sorted(
        c.left for line in page for c in line.chunks if c.has_letters and c.left > margin
    )
    groups: list[list[float]] = []
    for left in lefts:
        if groups and left - groups[-1][0] <= scale.near:
            groups[-1].append(left)
        else:
            groups.append([left])
    common = [g for g in groups if len(g) >= FEWEST_FLOW_LINES]
    return [g[0] for g in sorted(common, key=len, reverse=True)[:EDGES_TRIED]]


def _clear(page: Sequence[PrintedLine], edge: float, scale: Scale) -> Iterator[tuple[int, int]]:
    """Runs of lines that nothing crosses an edge in."""
    first = 0
    for at, line in enumerate(page):
        if any(c.left < edge - scale.near and c.right > edge - scale.gap for c in line.chunks):
            if at > first:
                yield first, at
            first = at + 1
    if len(page) > first:
        yield first, len(page)


def _parts(part: Sequence[PrintedLine], edge: float, scale: Scale) -> bool:
    """Whether each side of an edge can stand for itself."""
    left = _side(part, edge, scale, right=False)
    right = _side(part, edge, scale, right=True)
    if min(len(left), len(right)) < FEWEST_FLOW_LINES:
        return False
    if _is_prose(right):
        return _is_prose(left) or _is_table(left)
    if not _is_table(right):
        return False
    return _is_prose(left) or (_is_table(left) and _are_labels(right, edge, scale))


def _side(part: Sequence[PrintedLine], edge: float, scale: Scale, *, right: bool) -> Side:
    sides = (
        tuple(c for c in line.chunks if (c.left >= edge - scale.near) is right) for line in part
    )
    return [side for side in sides if side]


def _is_prose(side: Side) -> bool:
    """Whether most lines are running text that fills the width."""
    left, width = min(s[0].left for s in side), max(s[-1].right for s in side)
    width -= left
    running = [
        s
        for s in side
        if len(s) == 1 and len(s[0].words) >= PROSE_WORDS and s[0].right - left > FILLED * width
    ]
    return len(side) > FEWEST_FLOW_LINES and len(running) > MOSTLY * len(side)


def _is_table(side: Side) -> bool:
    """Whether most lines are a label and figures."""
    rows = [s for s in side if s[0].has_letters and not s[0].counts and any(map(_is_number, s))]
    return len(rows) >= FEWEST_FLOW_LINES - 1 and 2 * len(rows) >= len(side)


def _is_number(chunk: Chunk) -> bool:
    return chunk.counts and any(c.isdigit() for c in chunk.text)


def _are_labels(side: Side, edge: float, scale: Scale) -> bool:
    """Whether the texts that begin at an edge name rows: no two the same, and not far indented."""
    firsts = [
        s[0] for s in side if s[0].has_letters and s[0].left < edge + LABEL_INDENT_GAPS * scale.gap
    ]
    names = {chunk.text for chunk in firsts}
    return len(firsts) > MOSTLY * len(side) and len(names) > DISTINCT_LABELS * len(firsts)
