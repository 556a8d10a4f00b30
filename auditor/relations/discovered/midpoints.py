"""Midpoints: what is called so lies halfway between what is called low and high.

Evidence. The three names stand side by side over columns, or below each other as rows. The words
are certain, so that one row is enough to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Term
from auditor.model.scene import Scene
from auditor.notation.range_names import ENDS, end_of_range
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._relations import discovered

ORDER = 9
TITLE = "The midpoint lies halfway between low and high"


def discover(scene: Scene) -> Iterator[Relation]:
    """The midpoints of every table, in columns and in rows."""
    for grid in scene.grids:
        for band in grid.bands:
            yield from judged(_averages(grid, band, scene), fewest=0, per_failure=2)


def _averages(grid: Grid, band: Band, scene: Scene) -> Iterator[Relation]:
    columns = [(c.index, c.headings[-1] if c.headings else "") for c in band.columns]
    rows = [(r.index, r.label) for r in band.rows]
    found = [(0, three) for three in _threes(rows)] + [(1, three) for three in _threes(columns)]
    if not found:
        return
    by_way = facts_both_ways(grid, band, scene)
    for way, (low, high, middle) in found:
        facts = by_way[way]
        for place, target in facts[middle].items():
            a, b = facts[low].get(place), facts[high].get(place)
            if a is not None and b is not None and _are_alike((target, a, b)):
                yield discovered(Kind.AVERAGE, target, (Term(a), Term(b)), TITLE)


def _threes(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, int]]:
    """The lines called low, high and midpoint, by their index, each three that stand together."""
    seen: Mapping[str, int] = {}
    for index, label in lines:
        name = end_of_range(label)
        if not name:
            continue
        seen = {name: index} if name in seen else {**seen, name: index}
        if len(seen) == len(ENDS):
            yield seen["low"], seen["high"], seen["middle"]
            seen = {}


def _are_alike(facts: Sequence[Fact]) -> bool:
    """Whether figures are amounts of one unit and scale, none of them a dash."""
    figures = [f.figure for f in facts]
    units = {(f.unit, f.scale) for f in figures}
    return len(units) == 1 and not any(f.nil for f in figures)
