"""Growth, shares and differences: columns of percentages computed from two other figures.

Evidence. A column (or row) of percentages is tried against every pair of amount columns: as the
growth of one over the other, or as one's share of the other or of one of its own totals. A pair is
accepted when it reproduces nearly every percentage that it can, at least three of them (two when
the heading says "change" or "% of"), counted in bits: a percentage with d digits that comes out
right by chance costs one in 10**d. The pair that most rows confirm convicts the row that differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from auditor.check import verdict
from auditor.fact import Fact
from auditor.figure import Rounding
from auditor.finding import Status
from auditor.grid import Band, Column, Grid
from auditor.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.scene import Scene
from auditor.units import says_per_cent

ORDER = 20
ENOUGH = 9.0
CONVICTS = 14.0

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

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column of percentages was computed, and how well each row bears it out."""

    kind: Kind
    holds: tuple[Relation, ...]
    fails: tuple[Relation, ...]
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The percentages of every table that two other figures of the table explain."""
    for grid in scene.grids:
        for band in grid.bands:
            yield from _band_relations(_Cells(grid, band, scene))


@dataclass(frozen=True, slots=True)
class _Cells:
    """A band's facts by row and column."""

    grid: Grid
    band: Band
    scene: Scene

    def fact(self, row: int, column: int) -> Fact | None:
        return self.scene.at.get((self.grid.table.number, row, column))

    @property
    def rows(self) -> Sequence[int]:
        return [row.index for row in self.band.rows]

    def column(self, column: int) -> dict[int, Fact]:
        """The column's facts by row, dashes left out."""
        found = {}
        for row in self.rows:
            fact = self.fact(row, column)
            if fact is not None and not fact.figure.nil:
                found[row] = fact
        return found


def _band_relations(cells: _Cells) -> Iterator[Relation]:
    columns = {c.index: cells.column(c.index) for c in cells.band.columns}
    amounts = {
        i: rows for i, rows in columns.items() if rows and not _is_per_cent(cells.band, i, rows)
    }
    for column in cells.band.columns:
        rows = columns[column.index]
        if not rows or column.index in amounts:
            continue
        best = _best(_readings(column, rows, amounts))
        if best is None:
            continue
        yield from best.holds
        if best.fails and best.bits >= CONVICTS:
            yield from best.fails


def _is_per_cent(band: Band, index: int, rows: Mapping[int, Fact]) -> bool:
    stated = sum(f.figure.is_percent for f in rows.values())
    if stated * 2 > len(rows):
        return True
    column = next(c for c in band.columns if c.index == index)
    return any(says_per_cent(text) for text in column.headings)


def _best(readings: Iterator[Reading]) -> Reading | None:
    best: Reading | None = None
    for reading in readings:
        if best is None or reading.bits > best.bits:
            best = reading
    return best if best is not None and best.bits >= ENOUGH else None


def _readings(
    column: Column,
    rows: Mapping[int, Fact],
    amounts: Mapping[int, Mapping[int, Fact]],
) -> Iterator[Reading]:
    prior_growth = 4.0 if _CHANGE.search(column.heading) else -4.0
    prior_share = 4.0 if _SHARE.search(column.heading) else -2.0
    tried = 1 + log2(1 + len(amounts) ** 2)
    for later, latest in amounts.items():
        for earlier, base in amounts.items():
            if later == earlier:
                continue
            pairs = {r: (latest[r], base[r]) for r in rows if r in latest and r in base}
            found = _weighed(Kind.GROWTH, rows, pairs, prior_growth - tried)
            if found:
                yield found
            found = _weighed(Kind.RATIO, rows, pairs, prior_share - tried)
            if found:
                yield found
        for whole in _wholes(rows, latest):
            pairs = {r: (latest[r], latest[whole]) for r in rows if r in latest}
            found = _weighed(Kind.RATIO, rows, pairs, prior_share - tried)
            if found:
                yield found


def _wholes(rows: Mapping[int, Fact], amounts: Mapping[int, Fact]) -> Iterator[int]:
    """Rows whose own share is 100 %, or the largest amount's."""
    full = [r for r, f in rows.items() if f.value == 100 and r in amounts]
    yield from full[:3]
    if not full and amounts:
        yield max(amounts, key=lambda r: abs(amounts[r].value))


def _weighed(
    kind: Kind,
    rows: Mapping[int, Fact],
    pairs: Mapping[int, tuple[Fact, Fact]],
    bits: float,
) -> Reading | None:
    holds: list[Relation] = []
    fails: list[Relation] = []
    limit = max(1, len(pairs) // 4)
    for row, (over, under) in pairs.items():
        if over.figure.is_percent or under.figure.is_percent:
            continue
        relation = _relation(kind, rows[row], over, under)
        status = verdict(relation, Rounding.NEAREST).status
        if status is Status.HOLDS:
            holds.append(relation)
            bits += _worth(rows[row]) if over is not under else 0.0
        elif status is Status.VIOLATED:
            fails.append(relation)
            if len(fails) > limit:
                return None
    if len(holds) < 2:
        return None
    return Reading(kind, tuple(holds), tuple(fails), bits - 3 * len(fails))


def _worth(fact: Fact) -> float:
    """Bits that one percentage coming out right is worth: how finely it is printed."""
    size = abs(fact.figure.digits)
    return log2(1 + min(size, 1000)) if size else 0.5


def _relation(kind: Kind, target: Fact, over: Fact, under: Fact) -> Relation:
    roles = (
        (Role.LATER, Role.EARLIER) if kind is Kind.GROWTH else (Role.NUMERATOR, Role.DENOMINATOR)
    )
    return Relation(
        kind,
        target,
        (Term(over, 1, roles[0]), Term(under, 1, roles[1])),
        str(kind),
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        confidence=0.9,
    )
