"""Columns: where the figures of a table stand below each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from auditor.readers._aligned.chunks import Chunk, Kind, chunk_of
from auditor.readers._aligned.lines import PrintedLine, line_of
from auditor.readers._aligned.thresholds import LABEL_SHARE, LONGEST_TAIL
from auditor.readers._aligned.words import Scale


class AlignedColumn(NamedTuple):
    """What stands below each other, from the left edge of the widest to the right edge.

    ``outer`` is the left edge with the signs set apart from their numbers.
    """

    left: float
    right: float
    outer: float

    @property
    def middle(self) -> float:
        """Of all of it."""
        return (self.outer + self.right) / 2

    def overlap(self, left: float, right: float) -> float:
        """How much of it lies between two edges."""
        return min(self.right, right) - max(self.left, left)


class _Stack(NamedTuple):
    """Chunks with one right edge; ``rows`` are the lines they are on."""

    left: float
    edge: float
    right: float
    outer: float
    rows: frozenset[int]


def aligned(a: Chunk, b: Chunk, scale: Scale) -> bool:
    """Whether two figures stand below each other: by their right edges, or one over the other."""
    if abs(a.edge - b.edge) <= scale.near:
        return True
    shared = min(a.edge, b.edge) - max(a.inner, b.inner)
    return shared > min(a.edge - a.inner, b.edge - b.inner) / 2


def border(rows: Sequence[PrintedLine]) -> float:
    """Where labels end at the latest: what begins left of it is a label, if it is a number too."""
    labels = [row.left for row in rows if row.chunks[0].has_letters]
    figures = [c.left for row in rows for c in row.figures if c is not row.chunks[0]]
    if not labels or not figures:
        return -inf
    return min(labels) + (min(figures) - min(labels)) * LABEL_SHARE


def columns(rows: Sequence[PrintedLine], left: float, scale: Scale) -> tuple[AlignedColumn, ...]:
    """The columns of rows of figures, from left to right; labels begin left of ``left``."""
    stated = [(c, r) for r, line in enumerate(rows) for c in line.figures if c.left > left]
    stacks = _merged(_by_right_edge(stated, scale))
    return tuple(AlignedColumn(s.left, s.right, s.outer) for s in stacks)


def _by_right_edge(stated: Iterable[tuple[Chunk, int]], scale: Scale) -> list[_Stack]:
    stacks: list[list[tuple[Chunk, int]]] = []
    for chunk, row in sorted(stated, key=lambda one: (one[0].edge, one[1])):
        if stacks and chunk.edge - stacks[-1][-1][0].edge <= scale.near / 2:
            stacks[-1].append((chunk, row))
        else:
            stacks.append([(chunk, row)])
    return [
        _Stack(
            min(c.inner for c, _ in stack),
            stack[-1][0].edge,
            max(c.right for c, _ in stack),
            min(c.left for c, _ in stack),
            frozenset(r for _, r in stack),
        )
        for stack in stacks
    ]


def _merged(stacks: list[_Stack]) -> list[_Stack]:
    """The stacks, those over each other that share no row made one: closest right edges first."""
    while True:
        pairs = [
            (b.edge - a.edge, i)
            for i, (a, b) in enumerate(pairwise(stacks))
            if b.left < a.edge and not a.rows & b.rows
        ]
        if not pairs:
            return stacks
        _, at = min(pairs)
        a, b = stacks[at : at + 2]
        one = _over(a, b)
        stacks = [*stacks[:at], one, *stacks[at + 2 :]]


def _over(a: _Stack, b: _Stack) -> _Stack:
    left, outer = min(a.left, b.left), min(a.outer, b.outer)
    return _Stack(left, b.edge, max(a.right, b.right), outer, a.rows | b.rows)


def with_figures_apart(
    line: PrintedLine, among: Sequence[AlignedColumn], scale: Scale
) -> PrintedLine:
    """The line, a figure that hardly a blank sets apart from the label before it on its own."""
    parts = [p for chunk in line.chunks for p in _label_and_figure(chunk, line, among, scale)]
    if len(parts) == len(line.chunks):
        return line
    return line_of(tuple(parts), line.top, line.bottom, line.flow, line.page)


def _label_and_figure(
    chunk: Chunk, line: PrintedLine, among: Sequence[AlignedColumn], scale: Scale
) -> tuple[Chunk, ...]:
    if chunk.kind is not Kind.TEXT or len(chunk.words) < 2:
        return (chunk,)
    for size in range(min(LONGEST_TAIL, len(chunk.words) - 1), 0, -1):
        figure = chunk_of(chunk.words[-size:], scale)
        below = [c for c in among if abs(c.right - figure.right) <= scale.near]
        taken = any(other.right > figure.right - scale.near for other in line.figures[:1])
        if figure.kind is Kind.FIGURE and below and (taken or not line.figures):
            return chunk_of(chunk.words[:-size], scale), figure
    return (chunk,)


def column_of(chunk: Chunk, among: Sequence[AlignedColumn], scale: Scale) -> int | None:
    """The column that a chunk stands in: the one it shares most with; None beside all of them."""
    best, found = 0.0, None
    for index, column in enumerate(among):
        shared = column.overlap(chunk.inner, chunk.right)
        if abs(column.right - chunk.right) <= scale.near:
            shared += chunk.right - chunk.inner
        if shared > best:
            best, found = shared, index
    return found
