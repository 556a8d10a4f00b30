"""Sums along columns and rows: totals, nested subtotals, signed statements, differences.

Evidence. A hypothesis says that one line is the signed sum of others. Each position where it
holds is worth the bits that chance would have needed: how many times the rounding tolerance goes
into the size of the figures. Words that name totals and a run that reaches back to the last
heading or total are worth a few more; every alternative that was tried costs. A hypothesis that
gathers enough bits is the structure of the table. Where it fails at a position, the position is
convicted only if the others carry the evidence with a margin, and a slip of the pen that explains
the failure counts for it; a gap that is itself printed nearby speaks for another structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from auditor.discover._matrix import Line, Matrix, across, downward, entries
from auditor.discover._trials import (
    ENOUGH,
    Hypothesis,
    hypotheses,
    is_called_total,
    trials,
)
from auditor.fact import Fact
from auditor.figure import Figure
from auditor.grid import Grid
from auditor.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.scene import Scene

ORDER = 10
LONGEST_RUN = 60
"""Lines looked back over for the parts of one total: keeps the time linear."""


def discover(scene: Scene) -> Iterator[Relation]:
    """The sums of every table, down its columns and across its rows."""
    for grid in scene.grids:
        for band in grid.bands:
            found = entries(grid, band)
            if not found:
                continue
            periods = {
                c.index: fact.period
                for c in band.columns
                for r in band.rows[:1]
                if (fact := scene.at.get((grid.table.number, r.index, c.index)))
            }
            for matrix in (downward(band, found), across(band, found, periods)):
                for hypothesis in explained(matrix):
                    yield from _relations(hypothesis, matrix, grid, scene)


def explained(matrix: Matrix) -> list[Hypothesis]:
    """The accepted hypotheses: totals after their parts first, then before them."""
    search = _Search(matrix)
    search.run()
    return search.accepted


@dataclass
class _Search:
    """One pass over a matrix; what a total has explained is not looked at again."""

    matrix: Matrix
    accepted: list[Hypothesis] = field(default_factory=list)

    def run(self) -> None:
        """Lines called totals below their parts, then others, then totals above their parts."""
        lines = self.matrix.lines
        usable = [i for i, line in enumerate(lines) if line.added]
        named = {i for i in usable if is_called_total(lines[i].label)}
        self._pass(usable, named, before=False)
        self._pass(usable, set(usable) - named, before=False)
        self._pass(usable[::-1], set(usable), before=True)

    def _pass(self, order: Sequence[int], totals: AbstractSet[int], *, before: bool) -> None:
        """Each line tried as a total of the lines that no earlier pass has made parts of one."""
        frontier: list[int] = []
        known = {h.total for h in self.accepted}
        parts = {p for h in self.accepted for p, _ in h.parts}
        for at in order:
            best = None
            if at in totals and at not in known and len(frontier) > 1:
                best = self._best(at, frontier[-LONGEST_RUN:], before=before)
            if best is not None:
                self.accepted.append(best)
                first = min(frontier.index(p) for p, _ in best.parts)
                del frontier[first:]
            if at not in parts:
                frontier.append(at)

    def _best(self, total: int, frontier: Sequence[int], *, before: bool) -> Hypothesis | None:
        found = (
            hypothesis
            for trial in trials(self.matrix, total, frontier, before=before)
            for hypothesis in hypotheses(trial)
        )
        best = max(found, key=lambda h: h.rank, default=None)
        if best is None or not (best.bits >= ENOUGH or best.convicts):
            return None
        return best


def _relations(
    hypothesis: Hypothesis, matrix: Matrix, grid: Grid, scene: Scene
) -> Iterator[Relation]:
    lines = matrix.lines

    def fact(line: Line, position: int) -> Fact | None:
        row, column = matrix.cell(line.index, position)
        return scene.at.get((grid.table.number, row, column)) or blank(grid, row, column)

    convicted = hypothesis.fails if hypothesis.convicts else ()
    for p in (*hypothesis.holds, *convicted):
        target = fact(lines[hypothesis.total], p)
        terms = tuple(
            Term(found, sign, Role.PART)
            for i, sign in hypothesis.parts
            if (found := fact(lines[i], p)) is not None
        )
        if target is None or not terms:
            continue
        yield Relation(
            Kind.SUM,
            target,
            terms,
            str(Kind.SUM),
            origin=Origin.DISCOVERED,
            severity=Severity.ERROR,
            confidence=round(min(0.99, hypothesis.bits / 40), 3),
        )


def blank(grid: Grid, row: int, column: int) -> Fact | None:
    """An empty cell as the part of a sum that it is: nothing, but in its place; None if absent.

    It is no printed figure, so its number is one that no figure has.
    """
    cell = grid.table.rows[row][column] if column < len(grid.table.rows[row]) else None
    if cell is None or cell.text.strip():
        return None
    number = -(grid.table.number * BLANKS_PER_TABLE + row * grid.table.width + column + 1)
    return Fact(number, Figure("", 0, 0, 0, nil=True), cell.source, "", "")


BLANKS_PER_TABLE = 10**9
