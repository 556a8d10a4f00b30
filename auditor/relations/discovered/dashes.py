"""Dashes: no change printed as a dash.

Evidence. In a column of changes that other rows bear out (at least three, and none that
differs by more than rounding), a dash says that the two figures are equal. Three rows
that are equal to the digit or show their change, for each dash that is not, convict it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.model.fact import Fact, Measure
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._series import (
    Printed,
    Series,
    adds_up,
    key_of,
    printed,
    same_unit,
    series_in,
)
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE

ORDER = 33


def discover(scene: Scene) -> Iterator[Relation]:
    """The equalities that dashes in columns of changes state."""
    columns: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if fact.in_table and fact.measure is Measure.CHANGE:
            columns[fact.source.table or 0, fact.source.col or 0].append(fact)
    if not any(f.figure.nil for facts in columns.values() for f in facts):
        return
    rows = {(r.table, r.row): r for r in series_in(scene) if not r.per_cent}
    for facts in columns.values():
        yield from _equalities(facts, rows)


def _equalities(changes: Sequence[Fact], rows: dict[tuple[int, int], Series]) -> Iterator[Relation]:
    """The equalities of a column of changes that its other rows bear out."""
    stated = [(f, pair) for f in changes if (pair := _compared(f, rows))]
    right = sum(_bears_out(f, *pair) for f, pair in stated)
    dashes = [pair for f, pair in stated if f.figure.nil]
    equal = [(later, earlier) for later, earlier in dashes if later.value == earlier.value]
    other = [(later, earlier) for later, earlier in dashes if later.value != earlier.value]
    if len(stated) - right > 1 + len(other) or right < AGREE_PER_FAILURE:
        return
    for later, earlier in (*equal, *(other if right >= AGREE_PER_FAILURE * len(other) else ())):
        yield tie(later.fact, earlier.fact)


def _bears_out(change: Fact, later: Printed, earlier: Printed) -> bool:
    """Whether the printed change, not a dash, is the difference."""
    return not change.figure.nil and adds_up(later, [earlier, printed(change)])


def _compared(change: Fact, rows: dict[tuple[int, int], Series]) -> tuple[Printed, Printed] | None:
    """The later and the earlier figure of the change's own row."""
    row = rows.get((change.source.table or 0, change.source.row or 0))
    if row is None or not change.against or not change.against.period or not change.period:
        return None
    later = row.at.get(key_of(change.period, change))
    earlier = row.at.get(key_of(change.against.period, change))
    return (later, earlier) if later and earlier and same_unit(later, earlier) else None
