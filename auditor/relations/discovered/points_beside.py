"""Points beside: a column of points or basis points behind the two percentages that it compares.

"Change (bps)" over bare numbers, "Improvement / (deterioration)" over "120 bp". Evidence. The
heading or the figures say that they are points, and two columns of percentages stand before them;
most rows must come out, and which of the two is the later is what they bear out. A row that comes
out with the other sign is a style: a cost ratio that fell is a gain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.figure import POINTS
from auditor.model.grid import Band, Column, Grid
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene, Unfinished
from auditor.notation.deferred import deferred
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged, parted
from auditor.relations.discovered._named_thresholds import (
    POINTS_BESIDE_FEWEST,
    POINTS_BESIDE_PER_FAILURE,
)
from auditor.relations.discovered._relations import discovered

ORDER = 42
TITLE = "The points are the later percentage less the earlier"
_BASIS_POINTS = deferred(r"\bbps?\b|\bbasis points?\b|ベーシス|\bbasispunkte?n?\b")
_WHOLE_POINTS = deferred(
    r"\b(?:percentage|per ?cent|%)[- ]?points?\b|\bp\.?p\.?t?s?\b|prozentpunkt|ポイント"
)
Facts = Mapping[int, Fact]


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The points of every column that no other discovery made anything of."""
    known = {
        one.target.number
        for one in found
        if not isinstance(one, Unfinished) and one.kind is Kind.POINTS
    }
    for grid in scene.grids:
        for band in grid.bands:
            for relations in _of_band(grid, band, scene):
                if known.isdisjoint(relation.target.number for relation in relations):
                    yield from judged(
                        relations,
                        fewest=POINTS_BESIDE_FEWEST,
                        per_failure=POINTS_BESIDE_PER_FAILURE,
                    )


def _of_band(grid: Grid, band: Band, scene: Scene) -> Iterator[Sequence[Relation]]:
    """What each column of points states of the two columns of percentages before it."""
    if len(band.columns) < 1 + 2:
        return
    _, by_column = facts_both_ways(grid, band, scene)
    percentages: list[Facts] = []
    for column in band.columns:
        facts = by_column[column.index]
        points = _points(column, facts)
        if points and len(percentages) == 1 + 1:
            first, second = percentages
            ways = [_relations(points, first, second), _relations(points, second, first)]
            yield max(ways, key=lambda relations: len(parted(relations)[0]))
        if points or not facts or not all(f.figure.is_percent for f in facts.values()):
            percentages = []
        else:
            percentages.append(facts)


def _points(column: Column, facts: Facts) -> Facts:
    """The column's figures as points, as they or its heading say; none where neither does."""
    stated = {row: fact for row, fact in facts.items() if not fact.figure.nil}
    if all(fact.figure.unit == POINTS for fact in stated.values()):
        return stated
    heading = column.heading.casefold()
    is_basis = _BASIS_POINTS.search(heading) is not None
    bare = all(fact.figure.unit in ("", POINTS) for fact in stated.values())
    if not bare or not (is_basis or _WHOLE_POINTS.search(heading)):
        return {}
    scale = -2 if is_basis else 0
    return {
        row: fact._replace(figure=fact.figure._replace(unit=POINTS, scale=scale))
        for row, fact in stated.items()
    }


def _relations(points: Facts, later: Facts, earlier: Facts) -> Sequence[Relation]:
    made = [
        (_relation(target, later[row], earlier[row]), row)
        for row, target in points.items()
        if row in later and row in earlier
    ]
    failed = {id(relation) for relation in parted(r for r, _ in made)[1]}
    return [
        relation
        for relation, row in made
        if id(relation) not in failed
        or parted([_relation(points[row], earlier[row], later[row])])[1]
    ]


def _relation(target: Fact, later: Fact, earlier: Fact) -> Relation:
    terms = Term(later, 1, Role.LATER), Term(earlier, -1, Role.EARLIER)
    return discovered(Kind.POINTS, target, terms, TITLE)
