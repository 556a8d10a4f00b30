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
from dataclasses import replace
from typing import NamedTuple

from auditor.model.period import Period
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.relations.discovered._relations import sum_of, tie
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    adds_up,
    bits,
    by_column,
    by_table,
    key_of,
    near,
    same_unit,
    series_in,
)
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE, TABLE_ENOUGH

ORDER = 32
PARTS = (3, 6)
"""Months of the parts that a longer period is cut into."""

_OPENING = deferred(r"\b(?:beginning|start|opening)\b|期首", re.IGNORECASE)
_CLOSING = deferred(r"\b(?:end|closing|ending)\b|期末", re.IGNORECASE)
_EITHER_END = "@"
"""Stands for the word that tells an opening from a closing balance."""


class PeriodTotal(NamedTuple):
    """A figure and the others that it ought to be the sum of."""

    amount: Printed
    parts: tuple[Printed, ...]

    @property
    def holds(self) -> bool:
        return adds_up(self.amount, self.parts)


def discover(scene: Scene) -> Iterator[Relation]:
    """The periods that add up, and the balances carried over."""
    rows = [row for row in series_in(scene) if not row.per_cent]
    named: dict[str, list[Series]] = defaultdict(list)
    for row in rows:
        named[row.concept].append(row)
    columns = {concept: by_column(alike) for concept, alike in named.items()}
    parts = _PartKeys()
    for table in by_table(rows).values():
        added = [totals for row in table if (totals := _parts(row, columns[row.concept], parts))]
        for total, tells in _supported(added):
            found = sum_of(total.amount.fact, (part.fact for part in total.parts))
            yield replace(found, tells=tells)
        carried = [totals for row in table if (totals := _carried(row, table))]
        for total, tells in _supported(carried):
            yield replace(tie(total.amount.fact, total.parts[0].fact), tells=tells)


class _PartKeys(dict[ColumnKey, list[list[ColumnKey]]]):
    """By column, those of its parts: asked of every row that prints it."""

    def of(self, key: ColumnKey, total: Printed) -> list[list[ColumnKey]]:
        found = self.get(key)
        if found is None:
            found = self[key] = list(_keys_of_parts(total))
        return found


def _parts(
    row: Series, columns: Mapping[ColumnKey, Sequence[Series]], parts: _PartKeys
) -> list[PeriodTotal]:
    """The row's periods by their parts in the row that confirms most of them."""
    wanted = [
        (total, keys)
        for key, total in row.at.items()
        for keys in parts.of(key, total)
        if keys[0] in columns
    ]
    alike = {
        (other.table, other.row): other
        for _, keys in wanted
        for other in near(columns[keys[0]], row.block)
    }
    found = [_parts_in(alike[place], wanted) for place in sorted(alike)]
    return max(found, key=_agreements, default=[])


def _keys_of_parts(total: Printed) -> Iterator[list[ColumnKey]]:
    """The columns that would print the figure's quarters, and those of its halves."""
    for months in PARTS:
        parts = _period(total).parts(months)
        if parts:
            yield [key_of(part, total.fact) for part in parts]


def _parts_in(
    row: Series, wanted: Iterable[tuple[Printed, Sequence[ColumnKey]]]
) -> list[PeriodTotal]:
    found = []
    for total, keys in wanted:
        parts = tuple(row.at[key] for key in keys if key in row.at)
        if len(parts) == len(keys) and same_unit(total, *parts):
            found.append(PeriodTotal(total, parts))
    return found


def _period(total: Printed) -> Period:
    assert total.fact.period is not None  # of a series every figure has one
    return total.fact.period


def _carried(row: Series, table: Sequence[Series]) -> list[PeriodTotal]:
    """The row of opening balances with the closing balances of the period before."""
    name = _OPENING.sub(_EITHER_END, row.concept)
    if name == row.concept:
        return []
    closing = [r for r in table if r.row > row.row and _CLOSING.sub(_EITHER_END, r.concept) == name]
    if not closing:
        return []
    closed = closing[0].at
    found = []
    for total in row.at.values():
        period = _period(total)
        key = key_of(period.preceding, total.fact)
        if period.months and key in closed and same_unit(total, closed[key]):
            found.append(PeriodTotal(total, (closed[key],)))
    return found


def _agreements(totals: Sequence[PeriodTotal]) -> int:
    return sum(total.holds for total in totals)


def _supported(rows: Sequence[Sequence[PeriodTotal]]) -> Iterator[tuple[PeriodTotal, bool]]:
    """What holds, and what differs where the table's other figures speak for it.

    Each with whether it would be told, were it wrong.
    """
    sure = [row for row in rows if any(w.holds for w in row)]
    holds = [w for row in sure for w in row if w.holds]
    fails = [w for row in sure for w in row if not w.holds]
    if sum(bits(w.amount, w.parts) for w in holds) < TABLE_ENOUGH:
        return
    is_enough = len(holds) >= AGREE_PER_FAILURE * len(fails)
    tells = is_enough and len(holds) + len(fails) > AGREE_PER_FAILURE
    yield from ((total, tells) for total in holds)
    if len(holds) >= AGREE_PER_FAILURE * max(1, len(fails)):
        yield from ((total, True) for total in fails)
