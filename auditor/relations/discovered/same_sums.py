"""Same sums: what adds up in one column of a table, tried in its other columns.

Evidence. Another discovery found that a row is the sum of others where it comes out, or what is
left of one, and kept silent of a column where it does not, for want of evidence. Where one of the
rows is called a total or what is left (gross, net, operating), all columns but one come out, and
neither a figure printed nearby nor another run of rows accounts for the gap, a careful reader would
ask: it is doubtful, and an error where a slip of the pen explains it and two columns come out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log2

from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import (
    Called,
    Footing,
    Line,
    Parts,
    footings,
    is_explained,
)
from auditor.relations.discovered._named_thresholds import (
    SAME_SUM_DOUBTFUL,
    SAME_SUM_ENOUGH,
    TOTAL_LEAST,
    TOTAL_LIKE,
)
from auditor.relations.discovered._total_lines import rows_of
from auditor.relations.discovered._totals import is_called_total

ORDER = 39
ADDED = (Kind.SUM, Kind.DIFFERENCE)
TITLE = "The row is the sum of others in the columns beside it"

Structure = tuple[int, Parts]
"""A line by its place, and those that it is the sum of."""


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The sums of every table in the columns where nobody looked."""
    sums = [r for r in found if not isinstance(r, Unfinished) and r.kind in ADDED]
    by_table: dict[int, list[Relation]] = defaultdict(list)
    for relation in sums:
        if relation.target.source.table is not None:
            by_table[relation.target.source.table].append(relation)
    known = {relation.target.number for relation in sums}
    for grid in scene.grids:
        for band in grid.bands if grid.table.number in by_table else ():
            yield from _of(grid, band, scene, by_table[grid.table.number], known)


def _of(
    grid: Grid, band: Band, scene: Scene, sums: Sequence[Relation], known: AbstractSet[int]
) -> Iterator[Relation]:
    lines = list(rows_of(grid, [band], scene))
    places = {f.number: (n, c) for n, line in enumerate(lines) for c, f in line.facts.items()}
    for at, parts in dict.fromkeys(filter(None, (_structure(r, places) for r in sums))):
        if any(_is_called(lines[i]) for i in (at, *(i for i, _ in parts))):
            yield from _judged(at, footings(at, parts, lines), lines, known)


def _is_called(line: Line) -> bool:
    """Whether a row is called a total, or what is left."""
    return line.called is Called.TOTAL or is_called_total(line.label)


def _structure(relation: Relation, places: Mapping[int, tuple[int, int]]) -> Structure | None:
    """The rows that a sum down a column is of; None where it is none."""
    if not all(fact.number in places or fact.figure.nil for fact in relation.facts):
        return None
    terms = [(*places[t.fact.number], t.sign) for t in relation.inputs if t.fact.number in places]
    if relation.target.number not in places or len(terms) < 2:
        return None
    at, column = places[relation.target.number]
    if any(c != column for _, c, _ in terms):
        return None
    return at, tuple(sorted((line, sign) for line, _, sign in terms))


def _judged(
    at: int, columns: Mapping[int, Footing], lines: Sequence[Line], known: AbstractSet[int]
) -> Iterator[Relation]:
    """What holds in further columns, and the only column that does not."""
    held = [f for f in columns.values() if f.holds]
    failed = [(p, f) for p, f in columns.items() if not f.holds]
    if len(failed) != 1 or sum(map(_bits, held)) < SAME_SUM_ENOUGH:
        return
    ((place, footing),) = failed
    if footing.total.number in known or abs(footing.total.figure.digits) < TOTAL_LEAST:
        return
    if is_explained(place, columns, at, lines):
        return
    if footing.slipped and len(held) >= TOTAL_LIKE:
        yield footing.relation(TITLE)
    elif abs(footing.gap) < abs(footing.total.value) * SAME_SUM_DOUBTFUL:
        yield footing.relation(TITLE, Severity.WARNING)


def _bits(footing: Footing) -> float:
    return log2(1 + float(abs(footing.total.value) / (2 * footing.room)))
