"""Lines of totals: a table's rows and columns with the amounts that may add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, POINTS
from auditor.model.grid import Band, Grid
from auditor.model.scene import Scene
from auditor.relations.discovered._footings import Called, Line, is_left_of_it
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._margin_names import is_revenue
from auditor.relations.discovered._named_thresholds import TOTAL_NEAR
from auditor.relations.discovered._total_names import (
    adds_down,
    is_called_subtotal,
    is_named_total,
    is_no_part,
    is_quarter,
    is_year_of,
)

QUARTERS = 4
"""Columns that make a year."""


def panels_of(grid: Grid) -> Iterator[list[Band]]:
    """The bands, those that stand side by side under the same headings together."""
    together: list[Band] = []
    for band in grid.bands:
        if together and not _goes_on(together[-1], band):
            yield together
            together = []
        together.append(band)
    if together:
        yield together


def _goes_on(band: Band, other: Band) -> bool:
    headings = [[c.headings for c in one.columns] for one in (band, other)]
    return band.header == other.header and headings[0] == headings[1]


def rows_of(grid: Grid, panels: Sequence[Band], scene: Scene) -> Iterator[Line]:
    """The rows of bands side by side, with the amounts that may add up, by their columns' places.

    None but the last row of the last of them ends the table.
    """
    known = _rows_of_bands(scene)
    for band in panels:
        if id(band) not in known:
            known[id(band)] = band, tuple(_rows(grid, band, scene))
        for line in known[id(band)][1]:
            ends = line.called is Called.LAST and band is not panels[-1]
            yield line._replace(called=Called.PART) if ends else line


@lru_cache(maxsize=1)
def _rows_of_bands(_scene: Scene) -> dict[int, tuple[Band, tuple[Line, ...]]]:
    """The rows of a scene's bands, each beside its band: several discoveries ask for them."""
    return {}


def _rows(grid: Grid, band: Band, scene: Scene) -> Iterator[Line]:
    by_row, _ = facts_both_ways(grid, band, scene)
    down = {c.index: n for n, c in enumerate(band.columns) if adds_down(c.heading)}
    first = min((c.index for c in band.columns), default=0)
    labels = [row.label for row in band.rows]
    for place, row in enumerate(band.rows):
        is_total = any(map(is_named_total, _names(grid, row.index, row.label, first)))
        if is_total or not is_no_part(row.label):
            called = Called.TOTAL if is_total else _called(place, labels)
            yield Line(row.label, row.group, _amounts(by_row[row.index], down), called)


def _called(place: int, labels: Sequence[str]) -> Called:
    """What a row is that is not called a total."""
    if is_called_subtotal(labels[place]):
        return Called.SUBTOTAL
    if is_revenue(labels[place]) and is_left_of_it(labels[place + 1 : place + TOTAL_NEAR]):
        return Called.REVENUE
    return Called.LAST if place == len(labels) - 1 else Called.PART


def columns_of(grid: Grid, band: Band, scene: Scene) -> list[Line]:
    """The band's columns, with the amounts that may add up, by row."""
    return _without_levels(_columns(grid, band, scene))


def _columns(grid: Grid, band: Band, scene: Scene) -> Iterator[Line]:
    """The band's columns, with the amounts that may add up, by row."""
    _, by_column = facts_both_ways(grid, band, scene)
    flat = {r.index: r.index for r in band.rows if not is_no_part(r.label)}
    quarters: list[str] = []
    for column in band.columns:
        if adds_down(column.heading):
            *over, heading = column.headings or ("",)
            amounts = _amounts(by_column[column.index], flat)
            is_total = is_named_total(heading) or (
                len(quarters) == QUARTERS and is_year_of(heading, quarters)
            )
            called = Called.TOTAL if is_total else Called.PART
            yield Line(heading, " ".join(over), amounts, called)
            quarters = [*quarters, heading] if is_quarter(heading) else []


def _without_levels(lines: Iterable[Line]) -> list[Line]:
    """The columns, without the totals of rows whose figures are levels, averages and the like.

    What is no larger than the largest before it, all of one sign, was not added up.
    """
    kept: list[Line] = []
    for line in lines:
        is_year_of_quarters = line.is_total and not is_named_total(line.label)
        kept.append(_flows(line, kept[-QUARTERS:]) if is_year_of_quarters else line)
    return kept


def _flows(year: Line, quarters: Sequence[Line]) -> Line:
    """The year without what is no larger than its largest quarter."""
    flows = {}
    for place, fact in year.facts.items():
        parts = [line.facts[place].value for line in quarters if place in line.facts]
        if len(parts) == QUARTERS and abs(fact.value) > max(map(abs, parts)):
            flows[place] = fact
    return year._replace(facts=flows)


def _amounts(facts: Mapping[int, Fact], where: Mapping[int, int]) -> Mapping[int, Fact]:
    """The facts that may add up, by what their positions are called."""
    return {
        where[place]: fact
        for place, fact in facts.items()
        if place in where and fact.figure.unit not in (PERCENT, POINTS, "x")
    }


def _names(grid: Grid, row: int, label: str, first: int) -> Iterator[str]:
    """The row's label, and its cells before the first figures: any may be called a total."""
    yield label
    yield from (cell.text for cell in grid.table.rows[row][:first] if cell)
