"""Earnings per share: what was earned over the average number of shares, as the rows are named.

Evidence. The three rows stand in one table and are named; of several rows of a name those are meant
that most columns bear out, and a power of ten between them, as of cents
and thousands, is the same in all. Two columns
must come out. One that does not is an error where a slip of the pen explains it and no other pair
of rows gives it: what preferred shares or a split change convicts nobody. Diluted earnings are of
another profit where conversion would save interest: of them three must come out to convict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import log10
from typing import NamedTuple

from auditor.checks.verdict import printed_value
from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid, Row
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import is_nearly_right, parted, slipped
from auditor.relations.discovered._named_thresholds import (
    PER_SHARE_DILUTED,
    PER_SHARE_FAR_OFF,
    PER_SHARE_FEWEST,
    PER_SHARE_MOST_ROWS,
)
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._share_names import (
    counts_shares,
    dilution,
    is_earned,
    is_per_share,
)

ORDER = 23
TITLE = "Earnings per share are net income over the average number of shares"
Facts = Mapping[int, Fact]


class Tried(NamedTuple):
    """Two rows as what the amounts per share are computed from: what they bear out, and not."""

    held: Sequence[Relation]
    failed: Sequence[Relation]


def discover(scene: Scene) -> Iterator[Relation]:
    """The earnings per share of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            targets = [row for row in band.rows if is_per_share(f"{row.group} {row.label}")]
            if targets:
                yield from _of(targets, grid, band, scene)


def _of(targets: Sequence[Row], grid: Grid, band: Band, scene: Scene) -> Iterator[Relation]:
    shares = [row for row in band.rows if counts_shares(f"{row.group} {row.label}")]
    earned = [row for row in band.rows if is_earned(row.label) and row not in targets]
    if not shares or not earned:
        return
    by_row, _ = facts_both_ways(grid, band, scene)
    for row in targets:
        pairs = product(earned[:PER_SHARE_MOST_ROWS], _alike(row, shares)[:PER_SHARE_MOST_ROWS])
        tried = [
            Tried(*parted(_ratios(by_row[row.index], by_row[a.index], by_row[b.index])))
            for a, b in pairs
        ]
        is_diluted = dilution(row.group, row.label) is True
        yield from _judged(tried, PER_SHARE_DILUTED if is_diluted else PER_SHARE_FEWEST)


def _alike(row: Row, shares: Sequence[Row]) -> list[Row]:
    """The counts of shares that are not of the other dilution."""
    own = dilution(row.group, row.label)
    return [s for s in shares if None in (own, d := dilution(s.group, s.label)) or d is own]


def _judged(tried: Sequence[Tried], fewest: int) -> Iterator[Relation]:
    """What most columns bear out, and the column that nothing does."""
    best = max(tried, key=lambda one: len(one.held), default=None)
    if best is None or len(best.held) < PER_SHARE_FEWEST:
        return
    tells = len(best.failed) <= 1 and len(best.held) + len(best.failed) > fewest
    yield from (replace(relation, tells=tells) for relation in best.held)
    given = {r.target.number for one in tried for r in one.held}
    if len(best.failed) == 1 and len(best.held) >= fewest:
        for relation in best.failed:
            is_given = relation.target.number in given or is_nearly_right(relation)
            if slipped(relation) and not is_given and _is_far_off(relation):
                yield relation


def _is_far_off(relation: Relation) -> bool:
    """Whether more is wrong than an adjustment of what was earned, which is often not printed."""
    computed = printed_value(relation)
    printed = relation.target.value
    return computed is not None and abs(printed - computed) > abs(printed) * PER_SHARE_FAR_OFF


def _ratios(targets: Facts, over: Facts, under: Facts) -> list[Relation]:
    """Each column's amount per share with the two that give it, in one and the same unit."""
    threes = [
        (target, over[c], under[c])
        for c, target in targets.items()
        if c in over and c in under and target.value * over[c].value > 0 and under[c].value > 0
    ]
    powers = sorted(round(log10(float(t.value * b.value / a.value))) for t, a, b in threes)
    if not powers:
        return []
    weight = Fraction(10) ** powers[len(powers) // 2]
    return [
        discovered(
            Kind.RATIO,
            target,
            (Term(a, 1, Role.NUMERATOR, weight), Term(b, 1, Role.DENOMINATOR)),
            TITLE,
        )
        for target, a, b in threes
        if not target.figure.is_percent
    ]
