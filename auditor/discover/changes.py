"""Growth, shares and ratios: columns of percentages computed from two other figures.

Evidence. A column of percentages is tried against the pairs of amount columns: as the growth of
one over the other, or as the share of one in the other or in one of its own rows. Each percentage
that comes out right is worth the bits that chance would have needed, given how finely it is
printed; words such as "change" or "% of", and standing next to the pair, are worth a few more;
every pair tried costs. The reading that most rows confirm convicts the row that differs, unless
it differs by a last digit only, which forced totals and loose rounding do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from auditor.fact import Fact
from auditor.grid import Band, Column, Grid
from auditor.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.scene import Scene
from auditor.units import says_per_cent

ORDER = 20
ENOUGH = 9.0
"""Bits at which a reading is accepted."""
CONVICTS = 13.0
"""Bits at which it convicts the rows that differ."""
SPREAD = 30.0
"""Percentage points over which growth rates and shares of one table commonly spread."""
FAILURE = 4.0
"""Bits that a row which differs takes away."""

_CHANGE = re.compile(
    r"chang|\bchg\b|variance|\bvar\b|increase|decrease|growth|\bvs\.?\b|y/y|yoy|y-o-y|q/q|qoq"
    r"|増減|前期比|前年|伸び|Δ",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:%|％|percent\w*)\s*(?:of|to)\b|\bof\s+(?:total|net|revenue|sales)|share|mix|構成比|売上比"
    r"|margin",
    re.IGNORECASE,
)

Amounts = Mapping[int, Mapping[int, Fact]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column was computed: (target, over, under) for each row that bears it out or not."""

    kind: Kind
    holds: tuple[tuple[Fact, Fact, Fact], ...]
    fails: tuple[tuple[Fact, Fact, Fact], ...]
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The percentages of every table that two other figures of the table explain."""
    for grid in scene.grids:
        for band in grid.bands:
            yield from _band_relations(grid, band, scene)


def _band_relations(grid: Grid, band: Band, scene: Scene) -> Iterator[Relation]:
    stated: dict[int, dict[int, Fact]] = {c.index: {} for c in band.columns}
    for row in band.rows:
        for column in band.columns:
            fact = scene.at.get((grid.table.number, row.index, column.index))
            if fact is not None and not fact.figure.nil:
                stated[column.index][row.index] = fact
    amounts = {
        c.index: stated[c.index]
        for c in band.columns
        if stated[c.index] and not _states_per_cent(c, stated[c.index])
    }
    for column in band.columns:
        if column.index in amounts or not stated[column.index]:
            continue
        best = max(_readings(column, stated[column.index], amounts), key=_bits, default=None)
        if best is None or best.bits < ENOUGH:
            continue
        convicted = best.fails if best.bits >= CONVICTS else ()
        for target, over, under in (*best.holds, *convicted):
            yield _relation(best.kind, target, over, under)


def _bits(reading: Reading) -> float:
    return reading.bits


def _states_per_cent(column: Column, facts: Mapping[int, Fact]) -> bool:
    """Whether a column states percentages, by its figures or by its headings."""
    stated = sum(f.figure.is_percent for f in facts.values())
    return stated * 2 > len(facts) or any(says_per_cent(text) for text in column.headings)


def _readings(column: Column, rows: Mapping[int, Fact], amounts: Amounts) -> Iterator[Reading]:
    growth = 4.0 if _CHANGE.search(column.heading) else -4.0
    share = 4.0 if _SHARE.search(column.heading) else -2.0
    tried = 1 + 2 * log2(1 + len(amounts))
    beside = [i for i in amounts if i < column.index][-2:]
    for later, latest in amounts.items():
        near = 3.0 if later in beside else 0.0
        for earlier, base in amounts.items():
            if later == earlier:
                continue
            pairs = [(rows[r], latest[r], base[r]) for r in rows if r in latest and r in base]
            nearest = near + 3.0 if earlier in beside else near
            yield from _weighed(Kind.GROWTH, pairs, growth + nearest - tried)
            yield from _weighed(Kind.RATIO, pairs, share - tried)
        for whole in _wholes(rows, latest):
            pairs = [(rows[r], latest[r], latest[whole]) for r in rows if r in latest]
            yield from _weighed(Kind.RATIO, pairs, share + near - tried, forced=True)


def _wholes(rows: Mapping[int, Fact], amounts: Mapping[int, Fact]) -> Sequence[int]:
    """The row that shares may be shares of: its own is 100 %, or its amount is the largest."""
    full = [r for r, f in rows.items() if f.value == 100 and r in amounts][:3]
    return full or [max(amounts, key=lambda r: abs(amounts[r].value))]


def _weighed(
    kind: Kind, rows: Sequence[tuple[Fact, Fact, Fact]], bits: float, *, forced: bool = False
) -> Iterator[Reading]:
    """The reading with its evidence; ``forced``: shares may be made to add up to 100 %."""
    holds: list[tuple[Fact, Fact, Fact]] = []
    fails: list[tuple[Fact, Fact, Fact]] = []
    limit = max(1, len(rows) // 4)
    for target, over, under in rows:
        apart = _apart(kind, target, over, under)
        if apart is None:
            continue
        distance, width = apart
        if distance <= 0:
            holds.append((target, over, under))
            bits += max(0.0, log2(SPREAD / width)) if over is not under else 0.0
        elif distance > float(target.figure.last_unit) or not forced:
            fails.append((target, over, under))
            bits -= FAILURE
            if len(fails) > limit:
                return
    if len(holds) > 1:
        yield Reading(kind, tuple(holds), tuple(fails), bits)


def _apart(kind: Kind, target: Fact, over: Fact, under: Fact) -> tuple[float, float] | None:
    """(how far the printed percentage is from the quotient's range, width of both), in points.

    Floating point: this selects candidates, and the exact check decides. None when the base is
    not positive or the figures are no amounts.
    """
    if over.figure.is_percent or under.figure.is_percent:
        return None
    a, b = float(over.value), float(under.value)
    half_a, half_b = float(over.figure.last_unit) / 2, float(under.figure.last_unit) / 2
    if b <= half_b:
        return None
    corners = [(a + s * half_a) / (b + t * half_b) for s in (-1, 1) for t in (-1, 1)]
    less = 1.0 if kind is Kind.GROWTH else 0.0
    low, high = (min(corners) - less) * 100, (max(corners) - less) * 100
    half = float(target.figure.last_unit) / 2
    printed = float(target.value)
    slack = 1e-9 * max(1.0, abs(printed))
    distance = max(low - (printed + half), (printed - half) - high) - slack
    return distance, (high - low) + 2 * half


def _relation(kind: Kind, target: Fact, over: Fact, under: Fact) -> Relation:
    first, second = (
        (Role.LATER, Role.EARLIER) if kind is Kind.GROWTH else (Role.NUMERATOR, Role.DENOMINATOR)
    )
    return Relation(
        kind,
        target,
        (Term(over, 1, first), Term(under, 1, second)),
        str(kind),
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        confidence=0.9,
    )
