"""Growth rows: a row called growth beneath the amounts of its years, or named after them.

Evidence. The names say it all: "Growth" right below a row of amounts, or "Revenue growth" beside
one row called revenue, in columns of which one is a year after another. One column is enough to
look. Where another column comes out, one that does not is an error if a slip of the pen explains
it, and doubtful if not; where none does, the growth may be of something else (organic, at constant
rates), and only a slip of the pen tells: as an error where chance hardly offers it, else a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import of_one_unit
from auditor.model.grid import Band, Grid, Row
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.notation.units import says_per_cent
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._growth_names import growth_of
from auditor.relations.discovered._lines import facts_both_ways, in_per_cent
from auditor.relations.discovered._named_judging import judged, parted
from auditor.relations.discovered._named_thresholds import (
    GROWTH_ROWS_ALONE,
    GROWTH_ROWS_FEWEST,
    GROWTH_ROWS_PER_FAILURE,
)
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._relations import discovered

ORDER = 23
TITLE = "The row states how the amounts grew over the year before"


class Growth(NamedTuple):
    """A printed growth with the amounts of its year and of the year before."""

    target: Fact
    later: Fact
    earlier: Fact

    @property
    def relation(self) -> Relation:
        terms = Term(self.later, 1, Role.LATER), Term(self.earlier, 1, Role.EARLIER)
        return discovered(Kind.GROWTH, self.target, terms, TITLE)


def discover(scene: Scene) -> Iterator[Relation]:
    """The rows of growth of every table that names them."""
    for grid in scene.grids:
        for band in grid.bands:
            for growths in _rows_of_growth(grid, band, scene):
                yield from _judged(growths)


def _judged(growths: list[Growth]) -> Iterator[Relation]:
    """What comes out, and what does not where the row is understood."""
    relations = [one.relation for one in growths]
    held, failed = parted(relations)
    if len(held) == 1 and not failed:
        yield held[0]  # wrong, it would be told alone
        return
    if not held and len(failed) == 1:
        wrong = next(one for one in growths if one.relation == failed[0])
        slip = misprint_bits(Kind.GROWTH, wrong)
        if slip > 0:
            sure = slip >= GROWTH_ROWS_ALONE
            yield replace(failed[0], severity=Severity.ERROR if sure else Severity.WARNING)
        return
    yield from judged(relations, fewest=GROWTH_ROWS_FEWEST, per_failure=GROWTH_ROWS_PER_FAILURE)


def _rows_of_growth(grid: Grid, band: Band, scene: Scene) -> Iterator[list[Growth]]:
    by_row, _ = facts_both_ways(grid, band, scene)
    for row in band.rows:
        stated = by_row[row.index]
        in_per_cents = says_per_cent(row.label) or any(f.figure.is_percent for f in stated.values())
        amounts = _amounts_of(row, band) if in_per_cents else None
        if amounts:
            beneath = list(by_row[amounts.index].values())
            growths = (_growth(target, beneath) for target in stated.values())
            yield [one for one in growths if one]


def _amounts_of(row: Row, band: Band) -> Row | None:
    """The row of amounts that a row of growth speaks of."""
    name = growth_of(row.label)
    if name is None:
        return None
    if name:
        named = [other for other in band.rows if normal(other.label) == name]
        return named[0] if len(named) == 1 else None
    above = next((a for a, b in pairwise(band.rows) if b is row), None)
    return above if above and growth_of(above.label) is None else None


def _growth(target: Fact, amounts: list[Fact]) -> Growth | None:
    """The growth with its amounts, where they are of one unit and of one sign."""
    if target.period is None or target.figure.nil:
        return None
    later, earlier = (
        [f for f in amounts if f.period == period and f.scenario == target.scenario]
        for period in (target.period, target.period.year_before)
    )
    if len(later) != 1 or len(earlier) != 1 or not _is_comparable(later[0], earlier[0]):
        return None
    if later[0].value < 0:  # a cost as it grows
        later, earlier = ([f._replace(sign=-f.sign) for f in one] for one in (later, earlier))
    return Growth(in_per_cent(target), later[0], earlier[0])


def _is_comparable(later: Fact, earlier: Fact) -> bool:
    if later.figure.is_percent or earlier.figure.is_percent:
        return False
    alike = of_one_unit(later.figure, earlier.figure) and later.figure.scale == earlier.figure.scale
    return alike and later.value * earlier.value > 0
