"""Spread margins: a table of percentages that are one table's figures over another's, cell by cell.

Revenue by segment, profit by segment, margin by segment: three tables with the same rows and
columns. Evidence. Each cell that comes out is of two figures found by its own row and column; three
such are no chance. One that does not, among three times as many, is an error where a slip of the
pen explains it, else doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import of_one_unit
from auditor.model.grid import Grid
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._named_judging import judged, parted
from auditor.relations.discovered._named_thresholds import (
    SPREAD_FEWEST,
    SPREAD_PER_FAILURE,
    SPREAD_REACH,
)
from auditor.relations.discovered._row_quotients import Quotient

ORDER = 33
TITLE = "Each percentage is the same cell of one table over that of another"
Cells = Mapping[tuple[str, str], Fact]
"""The facts of a table by the names of their row and column, where just one has them."""


class Spread(NamedTuple):
    """A table's cells, all of them percentages or none; ``at`` is its place among the tables."""

    at: int
    cells: Cells
    in_per_cent: bool


def discover(scene: Scene) -> Iterator[Relation]:
    """The percentages of every table whose cells two tables around it explain."""
    spreads = [s for at, grid in enumerate(scene.grids) if (s := _spread(at, grid, scene))]
    for place, margins in enumerate(spreads):
        if margins.in_per_cent:
            near = spreads[max(0, place - SPREAD_REACH) : place + SPREAD_REACH + 1]
            yield from _of(margins, [s for s in near if not s.in_per_cent])


def _spread(at: int, grid: Grid, scene: Scene) -> Spread | None:
    named = [
        ((normal(row.label), normal(column.heading)), fact)
        for band in grid.bands
        for row in band.rows
        for column in band.columns
        if (fact := scene.at.get((grid.table.number, row.index, column.index)))
        and not fact.figure.nil
    ]
    often = Counter(name for name, _ in named)
    cells = {name: fact for name, fact in named if often[name] == 1 and name[0]}
    kinds = {fact.figure.is_percent for fact in cells.values()}
    if len(cells) <= SPREAD_FEWEST or len(kinds) > 1:
        return None
    return Spread(at, cells, kinds.pop())


def _of(margins: Spread, amounts: Sequence[Spread]) -> Iterator[Relation]:
    """The margins over the two tables that give most of them."""
    covering = [each for each in amounts if margins.cells.keys() <= each.cells.keys()]
    ways = [
        _relations(margins.cells, over.cells, under.cells)
        for over, under in permutations(covering, 2)
    ]
    best = max(ways, key=lambda relations: len(parted(relations)[0]), default=[])
    yield from judged(best, fewest=SPREAD_FEWEST, per_failure=SPREAD_PER_FAILURE)


def _relations(margins: Cells, over: Cells, under: Cells) -> list[Relation]:
    return [
        Quotient(fact, over[name], under[name], 0, TITLE).relation
        for name, fact in margins.items()
        if under[name].value > 0
        and over[name].value
        and of_one_unit(over[name].figure, under[name].figure)
        and over[name].figure.scale == under[name].figure.scale
    ]
