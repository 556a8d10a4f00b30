"""Named margins: a row that is called the margin of another, over the row that is called revenue.

Evidence. The names say it all: "EBITDA margin" beside "EBITDA" and one row called revenue. One
column is enough to look. Where another column comes out, one that does not is an error if a slip
of the pen explains it, and doubtful if not; where none does, the margin may be of something else
(adjusted, before a charge): a slip that chance hardly offers convicts, a likelier one is a doubt.
Where the table has no row of revenue, it is that of the same time in another, if all that state one
state the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding, of_one_unit
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.relations.discovered._lines import (
    FactLine,
    fact_line,
    nearest,
    rows_of_band,
)
from auditor.relations.discovered._margin_names import (
    is_margin_of_row_above,
    is_revenue,
    result_of_margin,
    states_result,
)
from auditor.relations.discovered._named_thresholds import (
    NAMED_MARGIN_ALONE,
    NAMED_MARGIN_DOUBTFUL,
)
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._relations import discovered

ORDER = 23


class Margin(NamedTuple):
    """A printed margin with the result and the revenue of its column."""

    target: Fact
    over: Fact
    under: Fact

    @property
    def relation(self) -> Relation:
        terms = Term(self.over, 1, Role.NUMERATOR), Term(self.under, 1, Role.DENOMINATOR)
        return discovered(Kind.RATIO, self.target, terms)

    @property
    def status(self) -> Status:
        return verdict(self.relation, Rounding.NEAREST).status

    @property
    def slip(self) -> float:
        """Bits for one mistyped figure explaining that it does not come out."""
        return misprint_bits(Kind.RATIO, self)


class Reading(NamedTuple):
    """A row of margins over two rows: the columns that come out, and those that do not."""

    right: tuple[Margin, ...]
    wrong: tuple[Margin, ...]


def discover(scene: Scene) -> Iterator[Relation]:
    """The margins of every table that names them."""
    elsewhere = Revenues(scene)
    for grid in scene.grids:
        for band in grid.bands:
            yield from _of_band(grid, band, elsewhere)


class Revenues:
    """What the tables of a document state as revenue, for a table that only names margins."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def line(self, target: FactLine) -> FactLine:
        """The revenue of the time of each figure of a line, by the same positions."""
        facts = {p: self._by_time.get(_time(fact)) for p, fact in target.facts.items()}
        return fact_line(target.index, "", "", {p: fact for p, fact in facts.items() if fact})

    @cached_property
    def _by_time(self) -> Mapping[object, Fact]:
        """The revenue of each time, where all tables that state one state the same."""
        found: dict[object, Fact] = {}
        differing: set[object] = set()
        for grid in self.scene.grids:
            rows = (row for band in grid.bands for row in band.rows if is_revenue(row.label))
            for row in rows:
                for column in {c.index for band in grid.bands for c in band.columns}:
                    fact = self.scene.at.get((grid.table.number, row.index, column))
                    if fact is None or fact.period is None or fact.figure.is_percent:
                        continue
                    if found.setdefault(_time(fact), fact).value != fact.value:
                        differing.add(_time(fact))
        return {time: fact for time, fact in found.items() if time not in differing}


def _time(fact: Fact) -> object:
    return fact.period, fact.scenario, fact.scope


def _of_band(grid: Grid, band: Band, elsewhere: Revenues) -> Iterator[Relation]:
    named = [(row.index, name) for row in band.rows if (name := result_of_margin(row.label))]
    below = [(a.index, b.index) for a, b in pairwise(band.rows) if is_margin_of_row_above(b.label)]
    revenues = [row.index for row in band.rows if is_revenue(row.label)]
    if not named and not (below and revenues):
        return
    lines = {line.index: line for line in rows_of_band(grid, band, elsewhere.scene)}
    taken_of = [lines[i] for i in revenues]
    for above, index in below if revenues else ():
        readings = [
            _reading(lines[index], lines[above], under) for under in nearest(taken_of, above)
        ]
        if len(readings) == 1:
            yield from _judged(readings[0], alone=True)
    of_name = {name: _stating(name, lines.values()) for _, name in named}
    for index, name in named:
        overs = nearest(of_name[name], index)
        unders = nearest(taken_of, index) if revenues else [elsewhere.line(lines[index])]
        readings = [_reading(lines[index], over, under) for over in overs for under in unders]
        best = max(readings, key=lambda each: len(each.right), default=None)
        if best is not None:
            yield from _judged(best, alone=bool(revenues) and len(readings) == 1)


def _stating(name: str, lines: Collection[FactLine]) -> list[FactLine]:
    """The lines that state the result that margins of this name are taken of."""
    labels = {label for label in {line.label for line in lines} if states_result(label, name)}
    return [line for line in lines if line.label in labels]


def _reading(target: FactLine, over: FactLine, under: FactLine) -> Reading:
    made = [
        Margin(fact, over.facts[p], under.facts[p])
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts and _is_margin(fact, over.facts[p], under.facts[p])
    ]
    states = [(margin, margin.status) for margin in made]
    return Reading(
        tuple(m for m, status in states if status is Status.HOLDS),
        tuple(m for m, status in states if status is Status.VIOLATED),
    )


def _is_margin(target: Fact, over: Fact, under: Fact) -> bool:
    """Whether the three state a percentage and two amounts of one unit, none of them a change."""
    amounts = all(f.measure is Measure.AMOUNT for f in (target, over, under))
    alike = of_one_unit(over.figure, under.figure) and over.figure.scale == under.figure.scale
    per_cent = target.figure.is_percent and not over.figure.is_percent
    return amounts and alike and per_cent and under.value > 0


def _judged(found: Reading, *, alone: bool) -> Iterator[Relation]:
    """What comes out, and what does not where the names are understood."""
    is_understood = len(found.wrong) <= max(1, len(found.right) // 2)
    tells = is_understood and len(found.right) + len(found.wrong) > 1
    yield from (replace(margin.relation, tells=tells) for margin in found.right)
    if not is_understood:
        return
    for margin in found.wrong:
        slip = margin.slip
        if (found.right and slip > 0) or (alone and slip >= NAMED_MARGIN_ALONE):
            yield margin.relation
        elif found.right or (alone and slip >= NAMED_MARGIN_DOUBTFUL):
            yield replace(margin.relation, severity=Severity.WARNING)
