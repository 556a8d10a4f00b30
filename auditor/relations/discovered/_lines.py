"""Lines: the rows and the columns of a band as its facts by position.

A line is a row or a column, a position the other dimension.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from auditor.model.fact import Fact
from auditor.model.figure import PERCENT
from auditor.model.grid import Band, Grid
from auditor.model.period import Period
from auditor.model.scene import Scene
from auditor.relations.discovered._quotients import Number, number_of
from auditor.relations.discovered._thresholds import MOST_NAMED_ROWS, QUOTIENT_REACH


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


FactsByLine = Mapping[int, Mapping[int, Fact]]
"""Facts by a line's index, then by position."""


class BandFacts:
    """A band's facts by row and column, and by column and row; and its rows as lines."""

    def __init__(self, table: int, band: Band, scene: Scene) -> None:
        self.band = band  # kept, so that no other one is taken for it
        by_row: dict[int, dict[int, Fact]] = {r.index: {} for r in band.rows}
        by_column: dict[int, dict[int, Fact]] = {c.index: {} for c in band.columns}
        columns = [(c.index, by_column[c.index]) for c in band.columns]
        at = scene.at
        for row, of_row in by_row.items():
            for column, of_column in columns:
                fact = at.get((table, row, column))
                if fact is not None:
                    of_row[column] = of_column[row] = fact
        self.both_ways: tuple[FactsByLine, FactsByLine] = (by_row, by_column)

    @cached_property
    def has_per_cent(self) -> bool:
        by_row, _ = self.both_ways
        return any(f.figure.is_percent for facts in by_row.values() for f in facts.values())

    @cached_property
    def rows(self) -> Sequence[FactLine]:
        return tuple(row_lines(self.band, self.both_ways[0]))


@lru_cache(maxsize=1)
def _of_bands(_scene: Scene) -> dict[int, BandFacts]:
    """What was found of a scene's bands: nearly every discovery asks for it."""
    return {}


def _band_facts(grid: Grid, band: Band, scene: Scene) -> BandFacts:
    known = _of_bands(scene)
    found = known.get(id(band))
    if found is None:
        found = known[id(band)] = BandFacts(grid.table.number, band, scene)
    return found


def facts_both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[FactsByLine, FactsByLine]:
    """A band's facts by row and column, and by column and row."""
    return _band_facts(grid, band, scene).both_ways


def has_per_cent(grid: Grid, band: Band, scene: Scene) -> bool:
    """Whether any of the band's figures is a percentage."""
    return _band_facts(grid, band, scene).has_per_cent


def rows_of_band(grid: Grid, band: Band, scene: Scene) -> Sequence[FactLine]:
    """The band's rows; one that states nothing is a line without facts."""
    return _band_facts(grid, band, scene).rows


def row_lines(band: Band, by_row: FactsByLine) -> list[FactLine]:
    """The band's rows with these facts; one that states nothing is a line without facts."""
    return [fact_line(r.index, r.label, r.group, by_row.get(r.index, {})) for r in band.rows]


def lines_around(lines: Sequence[FactLine], index: int) -> Sequence[FactLine]:
    """Of lines in their order those from which a quotient at ``index`` may be taken."""
    at = bisect_left(lines, index, key=lambda line: line.index)
    return lines[max(0, at - QUOTIENT_REACH) : at + QUOTIENT_REACH + 1]


def nearest(lines: Sequence[FactLine], index: int) -> list[FactLine]:
    """Of lines in their order the few other ones nearest to ``index``, in their order."""
    at = bisect_left(lines, index, key=lambda line: line.index)
    around = lines[max(0, at - MOST_NAMED_ROWS) : at + MOST_NAMED_ROWS + 1]
    others = [line for line in around if line.index != index]
    kept = sorted(others, key=lambda line: abs(line.index - index))[:MOST_NAMED_ROWS]
    return sorted(kept, key=lambda line: line.index)


def all_whole(line: FactLine) -> bool:
    """Whether a line's figures are printed without decimals, as quotients seldom are."""
    return all(f.figure.exponent >= 0 for f in line.facts.values())


def in_per_cent(fact: Fact) -> Fact:
    """The fact read as a percentage that shows no sign."""
    return fact._replace(figure=fact.figure._replace(unit=PERCENT, scale=0))
