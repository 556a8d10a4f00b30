"""Lines: the rows and the columns of a band as its facts by position.

A line is a row or a column, a position the other dimension.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from auditor.model.fact import Fact
from auditor.model.figure import PERCENT
from auditor.model.grid import Band, Grid
from auditor.model.period import Period
from auditor.model.scene import Scene
from auditor.relations.discovered._quotients import Number, number_of


@dataclass(frozen=True, slots=True)
class FactLine:
    """A row or column: its place, its words, its facts and their numbers by position."""

    index: int
    label: str
    group: str
    facts: Mapping[int, Fact]
    numbers: Mapping[int, Number]
    period: Period | None = None


def fact_line(
    index: int, label: str, group: str, facts: Mapping[int, Fact], period: Period | None = None
) -> FactLine:
    """A line of these facts; dashes state nothing."""
    stated = {p: fact for p, fact in facts.items() if not fact.figure.nil}
    numbers = {p: number_of(f) for p, f in stated.items()}
    return FactLine(index, label, group, stated, numbers, period)


FactsByLine = dict[int, dict[int, Fact]]
"""Facts by a line's index, then by position."""


def facts_both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[FactsByLine, FactsByLine]:
    """A band's facts by row and column, and by column and row."""
    by_row: FactsByLine = {r.index: {} for r in band.rows}
    by_column: FactsByLine = {c.index: {} for c in band.columns}
    for row in band.rows:
        for column in band.columns:
            fact = scene.at.get((grid.table.number, row.index, column.index))
            if fact is not None:
                by_row[row.index][column.index] = by_column[column.index][row.index] = fact
    return by_row, by_column


def row_lines(band: Band, by_row: Mapping[int, Mapping[int, Fact]]) -> list[FactLine]:
    """The band's rows; one that states nothing is a line without facts."""
    return [fact_line(r.index, r.label, r.group, by_row.get(r.index, {})) for r in band.rows]


def all_whole(line: FactLine) -> bool:
    """Whether a line's figures are printed without decimals, as quotients seldom are."""
    return all(f.figure.exponent >= 0 for f in line.facts.values())


def in_per_cent(fact: Fact) -> Fact:
    """The fact read as a percentage that shows no sign."""
    return replace(fact, figure=replace(fact.figure, unit=PERCENT, scale=0))
