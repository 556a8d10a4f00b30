"""Series: table rows as figures by period, scenario and scope, so that tables can be compared.

Floating point selects candidates here; the exact check decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple, TypeVar

from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.model.scene import Scene
from auditor.relations.discovered._thresholds import FLOAT_SLACK, SERIES_REACH

ColumnKey = tuple[int, int, str, str]
"""What a column holds: the months of its period (``key_of``), its scenario and its scope."""

_WORD = re.compile(r"[^\W\d_]+")


class Printed(NamedTuple):
    """A fact with its value and half a unit of its last digit, as floating point base units."""

    fact: Fact
    value: float
    half: float


class Series(NamedTuple):
    """A row of a table; ``per_cent`` tells rows of percentages from rows of amounts."""

    table: int
    row: int
    concept: str
    per_cent: bool
    at: Mapping[ColumnKey, Printed]

    @property
    def block(self) -> int:
        """Where the row's table stands in the document; only of a row with figures."""
        return next(iter(self.at.values())).fact.block

    def shared(self, *others: Series) -> list[ColumnKey]:
        """The keys that all of them print, in this row's order."""
        return [key for key in self.at if all(key in other.at for other in others)]


@lru_cache(maxsize=1)
def series_in(scene: Scene) -> tuple[Series, ...]:
    """The rows of a scene's tables; each discovery that compares rows asks for them."""
    return tuple(series_of(scene.facts))


def series_of(facts: Iterable[Fact]) -> list[Series]:
    """The rows of all tables in reading order; a key that a row prints twice is left out."""
    rows: dict[tuple[int, int, bool], dict[ColumnKey, list[Fact]]] = defaultdict(dict)
    for fact in facts:
        if not fact.in_table or fact.measure is not Measure.AMOUNT or fact.figure.nil:
            continue
        if fact.period and fact.concept:
            place = (*fact.line, fact.figure.is_percent)
            key = key_of(fact.period, fact)
            rows[place].setdefault(key, []).append(fact)
    return [
        Series(table, row, next(iter(keys.values()))[0].concept, per_cent, at)
        for (table, row, per_cent), keys in rows.items()
        if (at := _once(keys))
    ]


def key_of(period: Period, fact: Fact) -> ColumnKey:
    """The column that states the fact's kind of figure for a period; quicker to look up by."""
    return period.first or 0, period.last, fact.scenario, fact.scope


def _once(keys: Mapping[ColumnKey, Sequence[Fact]]) -> dict[ColumnKey, Printed]:
    return {key: printed(facts[0]) for key, facts in keys.items() if len(facts) == 1}


def printed(fact: Fact) -> Printed:
    """The fact as floating point."""
    figure = fact.figure
    unit = 10.0 ** (figure.exponent + figure.scale)
    return Printed(fact, fact.sign * figure.digits * unit, unit / 2)


def by_column(rows: Iterable[Series]) -> dict[ColumnKey, list[Series]]:
    """The rows that print each column, in order."""
    found: dict[ColumnKey, list[Series]] = defaultdict(list)
    for row in rows:
        for key in row.at:
            found[key].append(row)
    return found


def near(rows: Sequence[Series], block: int) -> Sequence[Series]:
    """Those of the rows, in reading order, that stand nearest to a block, to either side."""
    return nearest(rows, block, SERIES_REACH)


def nearest(rows: Sequence[Series], block: int, reach: int) -> Sequence[Series]:
    """So many of the rows, in reading order, before a block and behind it."""
    first = bisect_left(rows, block, key=lambda r: r.block)
    last = bisect_right(rows, block, key=lambda r: r.block)
    return rows[max(0, first - reach) : last + reach]


Placed = TypeVar("Placed", Fact, Series)


def groups_near(groups: Sequence[Sequence[Placed]], block: int) -> Sequence[Sequence[Placed]]:
    """Those of the rows' or tables' members, in reading order, that stand nearest to a block."""
    first = bisect_left(groups, block, key=lambda members: members[0].block)
    return groups[max(0, first - SERIES_REACH) : first + SERIES_REACH]


def by_table(rows: Iterable[Series]) -> dict[int, list[Series]]:
    """The rows of each table."""
    found: dict[int, list[Series]] = defaultdict(list)
    for row in rows:
        found[row.table].append(row)
    return found


def adds_up(total: Printed, parts: Sequence[Printed]) -> bool:
    """Whether the rounding of the printed figures leaves room for the parts to make the total."""
    apart = abs(total.value - sum(part.value for part in parts))
    return apart <= total.half + sum(part.half for part in parts) + FLOAT_SLACK * abs(total.value)


def bits(total: Printed, parts: Sequence[Printed]) -> float:
    """How many bits of chance an agreement excludes: the digits that had to be right."""
    room = 2 * (total.half + sum(part.half for part in parts))
    return log2(max(1.0, abs(total.value) / room))


def same_unit(*figures: Printed) -> bool:
    """Whether amounts may be compared: of no two units, and none with a scale left unsaid."""
    units = {p.fact.figure.unit for p in figures} - {""}
    return len(units) < 2 and len({p.fact.figure.scale > 0 for p in figures}) == 1


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of a label, in lower case."""
    return frozenset(_WORD.findall(text.casefold()))
