"""Subtotals that a total passes over: their parts stand in it without them.

Evidence. The lines right above a line make it up, and a total below adds the same lines to what
stands above them and leaves the line out. Each position where the line comes out right is worth the
bits that chance would have needed, the total must come out right wherever it is stated. Where the
line alone fails, it is convicted if a slip of the pen explains it: all its parts are borne out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Grid
from auditor.model.relation import Kind, Relation, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._matrix import IntegerLine, Matrix, summable
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._sum_slips import slip_bits
from auditor.relations.discovered._thresholds import (
    MOST_BELOW,
    MOST_OUTSIDE,
    SUBTOTAL_CONVICTS,
    SUBTOTAL_LONGEST_RUN,
    SUM_CONVICTS,
)
from auditor.relations.discovered._totals import is_called_total

ORDER = 12

FEWEST_ABOVE = 3
"""Two parts, and a line above them that the total below adds besides."""


class _Run(NamedTuple):
    """Lines ``first`` to ``total - 1`` against the line ``total``, by position."""

    first: int
    total: int
    holds: tuple[int, ...]
    fails: tuple[int, ...]


def discover(scene: Scene) -> Iterator[Relation]:
    """The subtotals of every table, down its columns."""
    for grid in scene.grids:
        for made in summable(grid, scene):
            if made is not None:
                for run in _subtotals(made.matrix):
                    yield from _relations(run, made.matrix, grid, scene)


def _subtotals(matrix: Matrix) -> Iterator[_Run]:
    for total, line in enumerate(matrix.lines[:-1]):  # a total stands below, a line above its parts
        if line.added and total >= FEWEST_ABOVE:
            for run in _runs(matrix, total):
                if _is_enough(matrix, run, run.holds) and _is_passed_over(matrix, run):
                    yield run
                    break


def _runs(matrix: Matrix, total: int) -> Iterator[_Run]:
    """The runs right above a line that make it up somewhere and fail at most once."""
    target = {p: e for p, e in matrix.lines[total].entries.items() if not e.nil}
    gaps = {p: -entry.value for p, entry in target.items()}
    halves = {p: entry.half for p, entry in target.items()}
    for first in range(total - 1, max(0, total - SUBTOTAL_LONGEST_RUN - 1), -1):
        line = matrix.lines[first]
        if not line.added:
            return
        for p in target:
            if (entry := line.entries.get(p)) is not None:
                gaps[p] += entry.value
                halves[p] += entry.half
        holds = tuple(p for p, gap in gaps.items() if abs(gap) <= halves[p] and target[p].value)
        if first < total - 1 and holds and len(target) - len(holds) <= 1:
            fails = tuple(p for p in target if p not in holds)
            yield _Run(first, total, holds, fails)


def _gap(matrix: Matrix, lines: Sequence[int], position: int) -> int:
    """What lines add up to at a position."""
    found = (matrix.lines[i].entries.get(position) for i in lines)
    return sum(entry.value for entry in found if entry)


def _half(matrix: Matrix, lines: Sequence[int], position: int) -> int:
    found = (matrix.lines[i].entries.get(position) for i in lines)
    return sum(entry.half for entry in found if entry)


def _is_enough(matrix: Matrix, run: _Run, holds: Iterable[int]) -> bool:
    """Whether chance would hardly have made the line come out right in all these positions."""
    seen: set[tuple[int, ...]] = set()
    bits = -log2(SUBTOTAL_LONGEST_RUN)
    for p in holds:
        values = _stated(matrix, run, p)
        if len(values) > 1 and values not in seen:
            seen.add(values)
            entry = matrix.lines[run.total].entries[p]
            bits += log2(1 + abs(entry.value) / (2 * _half(matrix, range(run.first, run.total), p)))
    return bits >= (SUBTOTAL_CONVICTS if _begins_a_block(matrix, run.first) else SUM_CONVICTS)


def _begins_a_block(matrix: Matrix, first: int) -> bool:
    """Whether a line is the first of the table, or of those under one heading, or a total."""
    if first == 0 or is_called_total(matrix.lines[first].label):
        return True
    above = matrix.lines[first - 1]
    return not above.added or above.group != matrix.lines[first].group


def _stated(matrix: Matrix, run: _Run, position: int) -> tuple[int, ...]:
    found = (matrix.lines[i].entries.get(position) for i in range(run.first, run.total))
    return tuple(entry.value for entry in found if entry and entry.value)


def _is_passed_over(matrix: Matrix, run: _Run) -> bool:
    """Whether a total below adds the run to lines above it, wherever the line is stated."""
    inside = range(run.first, run.total)
    positions = (*run.holds, *run.fails)
    for outside in range(1, min(MOST_OUTSIDE, run.first) + 1):
        above = range(run.first - outside, run.first)
        for at in range(run.total + 1, min(run.total + MOST_BELOW + 2, len(matrix.lines))):
            parts = [*above, *inside, *range(run.total + 1, at)]
            if all(_makes_up(matrix, parts, at, p) for p in positions):
                return True
    return False


def _makes_up(matrix: Matrix, parts: Sequence[int], total: int, position: int) -> bool:
    """Whether lines that add up make a figure that is stated."""
    entry = matrix.lines[total].entries.get(position)
    if entry is None or not entry.value or not all(matrix.lines[i].added for i in parts):
        return False
    gap = _gap(matrix, parts, position) - entry.value
    return abs(gap) <= _half(matrix, [*parts, total], position)


def _relations(run: _Run, matrix: Matrix, grid: Grid, scene: Scene) -> Iterator[Relation]:
    convicted = [p for p in run.fails if _is_slip(matrix, run, p)]

    def fact(line: IntegerLine, position: int) -> Fact | None:
        row, column = matrix.cell(line.index, position)
        return scene.at.get((grid.table.number, row, column))

    for p in (*run.holds, *convicted):
        target = fact(matrix.lines[run.total], p)
        parts = [found for i in range(run.first, run.total) if (found := fact(matrix.lines[i], p))]
        if target is not None and len(parts) > 1:
            others = [o for o in run.holds if o != p]
            tells = p in convicted or (not run.fails and _is_enough(matrix, run, others))
            yield discovered(Kind.SUM, target, [Term(part) for part in parts], tells=tells)


def _is_slip(matrix: Matrix, run: _Run, position: int) -> bool:
    """Whether a slip of the pen makes the line what it is printed as."""
    entry = matrix.lines[run.total].entries[position]
    inside = range(run.first, run.total)
    if not _stated(matrix, run, position):
        return False
    gap = entry.value - _gap(matrix, inside, position)
    return slip_bits(entry, gap, _half(matrix, [*inside, run.total], position)) is not None
