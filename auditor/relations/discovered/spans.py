"""Spans: figures of a period that follow from those of its parts or of the period before.

Evidence. A row's half year is the sum of its quarters, a year that of its halves or quarters, when
another row of the same concept (or the same row) prints every part and the two agree in one
period at least. Three agreements in a table, and three for each failure, convict the one that
differs; averages, rates and balances never add up and so never come that far. What a row calls
the end of a period is what its sibling calls the beginning of the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.model.period import Period
from auditor.model.relation import Kind, Origin, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._series import (
    Key,
    Printed,
    Series,
    adds_up,
    bits,
    by_column,
    by_table,
    key_of,
    near,
    same_unit,
    series_of,
)

ORDER = 32
CONVICTS = 3
"""Agreements in one table, and for each failure in it, that convict."""
ENOUGH = 10.0
"""Bits that a table's agreements must be worth."""
PARTS = (3, 6)
"""Months of the parts that a longer period is cut into."""

_OPENING = re.compile(r"\b(?:beginning|start|opening)\b|期首", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:end|closing|ending)\b|期末", re.IGNORECASE)
_MARK = "@"


class Whole(NamedTuple):
    """A figure and the others that it ought to be the sum of."""

    total: Printed
    parts: tuple[Printed, ...]

    @property
    def holds(self) -> bool:
        return adds_up(self.total, self.parts)


def discover(scene: Scene) -> Iterator[Relation]:
    """The periods that add up, and the balances carried over."""
    rows = [row for row in series_of(scene.facts) if not row.per_cent]
    named: dict[str, list[Series]] = defaultdict(list)
    for row in rows:
        named[row.concept].append(row)
    columns = {concept: by_column(alike) for concept, alike in named.items()}
    for table in by_table(rows).values():
        added = [readings for row in table if (readings := _parts(row, columns[row.concept]))]
        for whole in _supported(added):
            yield _sum(whole)
        carried = [readings for row in table if (readings := _carried(row, table))]
        for whole in _supported(carried):
            yield _tie(whole)


def _parts(row: Series, columns: Mapping[Key, Sequence[Series]]) -> list[Whole]:
    """The row's periods by their parts in the row that confirms most of them."""
    wanted = [(total, keys) for total in row.at.values() for keys in _keys_of_parts(total)]
    alike = {
        (other.table, other.row): other
        for _, keys in wanted
        for other in near(columns.get(keys[0], ()), row.block)
    }
    found = [_parts_in(alike[place], wanted) for place in sorted(alike)]
    return max(found, key=_agreements, default=[])


def _keys_of_parts(total: Printed) -> Iterator[list[Key]]:
    """The columns that would print the figure's quarters, and those of its halves."""
    for months in PARTS:
        parts = _period(total).parts(months)
        if parts:
            yield [key_of(part, total.fact) for part in parts]


def _parts_in(row: Series, wanted: Iterable[tuple[Printed, Sequence[Key]]]) -> list[Whole]:
    found = []
    for total, keys in wanted:
        parts = tuple(row.at[key] for key in keys if key in row.at)
        if len(parts) == len(keys) and same_unit(total, *parts):
            found.append(Whole(total, parts))
    return found


def _period(total: Printed) -> Period:
    assert total.fact.period is not None  # of a series every figure has one
    return total.fact.period


def _carried(row: Series, table: Sequence[Series]) -> list[Whole]:
    """The row of opening balances with the closing balances of the period before."""
    name = _OPENING.sub(_MARK, row.concept)
    if name == row.concept:
        return []
    closing = [r for r in table if r.row > row.row and _CLOSING.sub(_MARK, r.concept) == name]
    if not closing:
        return []
    ends = closing[0].at
    found = []
    for total in row.at.values():
        period = _period(total)
        key = key_of(period.preceding, total.fact)
        if period.months and key in ends and same_unit(total, ends[key]):
            found.append(Whole(total, (ends[key],)))
    return found


def _agreements(readings: Sequence[Whole]) -> int:
    return sum(w.holds for w in readings)


def _supported(rows: Sequence[Sequence[Whole]]) -> Iterator[Whole]:
    """What holds, and what differs where the table's other figures speak for it."""
    sure = [row for row in rows if any(w.holds for w in row)]
    holds = [w for row in sure for w in row if w.holds]
    fails = [w for row in sure for w in row if not w.holds]
    if sum(bits(w.total, w.parts) for w in holds) < ENOUGH:
        return
    yield from holds
    if len(holds) >= CONVICTS * max(1, len(fails)):
        yield from fails


def _sum(whole: Whole) -> Relation:
    parts = tuple(Term(part.fact, 1, Role.PART) for part in whole.parts)
    return _relation(Kind.SUM, whole, parts)


def _tie(whole: Whole) -> Relation:
    return _relation(Kind.TIE, whole, (Term(whole.parts[0].fact, 1, Role.SAME),))


def _relation(kind: Kind, whole: Whole, terms: tuple[Term, ...]) -> Relation:
    return Relation(
        kind,
        whole.total.fact,
        terms,
        str(kind),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )
