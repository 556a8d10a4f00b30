"""Earnings per share: what was earned over the average number of shares, as the rows are named.

Evidence. The three rows stand in one table and are named; of several rows of a name those are meant
that most columns bear out, and a power of ten between them, as of cents
and thousands, is the same in all. Two columns
must come out. One that does not is an error where a slip of the pen explains it and no other pair
of rows gives it: what preferred shares or a split change convicts nobody. Diluted earnings are of
another profit where conversion would save interest: of them three must come out to convict. Where
but one pair of rows is named, one column that comes out is enough for a doubt about the other. So
it is, be it off by a little only, where the basic or diluted amount of the same column comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from auditor.checks.slips import slip_ways
from auditor.checks.verdict import printed_value
from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid, Row
from auditor.model.relation import Relation, Severity
from auditor.model.scene import Scene
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import is_nearly_right, slipped
from auditor.relations.discovered._named_thresholds import (
    PER_SHARE_DILUTED,
    PER_SHARE_FAR_OFF,
    PER_SHARE_FEWEST,
    PER_SHARE_MOST_ROWS,
    PER_SHARE_USUAL,
)
from auditor.relations.discovered._row_quotients import Quotient, Tried, tried
from auditor.relations.discovered._share_names import (
    counts_shares,
    dilution,
    is_earned,
    is_per_share,
)

ORDER = 23
TITLE = "Earnings per share are net income over the average number of shares"
Facts = Mapping[int, Fact]


def discover(scene: Scene) -> Iterator[Relation]:
    """The earnings per share of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            yield from _of(band.rows, grid, band, scene)
            yield from _of([Row(c.index, c.heading) for c in band.columns], grid, band, scene)


def _of(lines: Sequence[Row], grid: Grid, band: Band, scene: Scene) -> Iterator[Relation]:
    """What the rows of a band state, or its columns where times stand below each other."""
    targets = [row for row in lines if is_per_share(f"{row.group} {row.label}")]
    if not targets:
        return
    shares = [row for row in lines if counts_shares(f"{row.group} {row.label}")]
    earned = [row for row in lines if is_earned(row.label) and row not in targets]
    if not shares or not earned:
        return
    by_row, by_column = facts_both_ways(grid, band, scene)
    by_row = by_row if lines is band.rows else by_column
    every = [(row, _ways(row, earned, shares, by_row)) for row in targets]
    for row, ways in every:
        is_diluted = dilution(row.group, row.label) is True
        needed = PER_SHARE_DILUTED if is_diluted else PER_SHARE_FEWEST
        yield from _judged(ways, needed)
        yield from _beside_its_twin(ways, _borne_out(row, every), is_diluted=is_diluted)


def _ways(
    row: Row, earned: Sequence[Row], shares: Sequence[Row], by_row: Mapping[int, Facts]
) -> list[Tried]:
    """An amount per share over each pair of rows that may give it."""
    pairs = product(earned[:PER_SHARE_MOST_ROWS], _alike(row, shares)[:PER_SHARE_MOST_ROWS])
    return [
        tried(_threes(by_row[row.index], by_row[a.index], by_row[b.index]), TITLE) for a, b in pairs
    ]


def _borne_out(row: Row, every: Sequence[tuple[Row, Sequence[Tried]]]) -> frozenset[int]:
    """The earnings that the amounts per share of the other dilution come out of."""
    own = dilution(row.group, row.label)
    return frozenset(
        quotient.over.number
        for other, ways in every
        if None not in (own, (its := dilution(other.group, other.label))) and its is not own
        for quotient in _best(ways).held
    )


def _alike(row: Row, shares: Sequence[Row]) -> list[Row]:
    """The counts of shares that are not of the other dilution."""
    own = dilution(row.group, row.label)
    return [s for s in shares if None in (own, d := dilution(s.group, s.label)) or d is own]


def _judged(ways: Sequence[Tried], fewest: int) -> Iterator[Relation]:
    """What most columns bear out, and the column that nothing does."""
    best = _best(ways)
    alone = len(ways) == 1
    if len(best.held) < (1 if alone else PER_SHARE_FEWEST):
        return
    needed = 1 if alone else fewest
    tells = len(best.failed) <= 1 and len(best.held) + len(best.failed) > needed
    yield from (replace(quotient.relation, tells=tells) for quotient in best.held)
    given = {quotient.target.number for one in ways for quotient in one.held}
    if len(best.failed) == 1 and len(best.held) >= needed:
        for quotient in best.failed:
            if quotient.target.number not in given and not is_nearly_right(quotient.relation):
                yield from _told(quotient, best, fewest)


def _best(ways: Sequence[Tried]) -> Tried:
    """The pair of rows that most columns bear out."""
    return max(ways, key=lambda one: len(one.held), default=Tried((), ()))


def _beside_its_twin(
    ways: Sequence[Tried], borne_out: frozenset[int], *, is_diluted: bool
) -> Iterator[Relation]:
    """A little off where the other dilution of the same column comes out: a doubt.

    What adjusts the earnings of one year adjusts them for both; but for what conversion would
    save, so that of diluted ones more columns must come out.
    """
    best = _best(ways)
    enough = len(best.held) >= (PER_SHARE_DILUTED if is_diluted else 1)
    if len(best.failed) != 1 or not enough:
        return
    given = {quotient.target.number for one in ways for quotient in one.held}
    quotient = best.failed[0]
    is_told = quotient.over.number in borne_out and quotient.target.number not in given
    is_small = not _is_far_off(quotient) and not is_nearly_right(quotient.relation)
    if is_told and is_small and quotient.slip > 0:
        yield replace(quotient.relation, severity=Severity.WARNING)


def _told(quotient: Quotient, best: Tried, fewest: int) -> Iterator[Relation]:
    """What does not come out, as an error or a doubt.

    By a little only two swapped digits are told, which chance seldom offers: an adjustment of what
    was earned is often not printed, of one year or of all.
    """
    if _is_far_off(quotient):
        is_sure = len(best.held) >= fewest and slipped(quotient.relation)
        if is_sure:
            yield quotient.relation
        elif quotient.slip > 0:
            yield replace(quotient.relation, severity=Severity.WARNING)
    elif len(best.held) >= PER_SHARE_USUAL and _is_swapped(quotient):
        yield replace(quotient.relation, severity=Severity.WARNING)


def _is_far_off(quotient: Quotient) -> bool:
    """Whether more is wrong than an adjustment of what was earned."""
    relation = quotient.relation
    computed = printed_value(relation)
    printed = relation.target.value
    return computed is not None and abs(printed - computed) > abs(printed) * PER_SHARE_FAR_OFF


def _is_swapped(quotient: Quotient) -> bool:
    """Whether the amount per share is the computed one with two digits swapped."""
    computed, figure = printed_value(quotient.relation), quotient.target.figure
    if computed is None:
        return False
    ways = slip_ways(figure.digits, round(computed / figure.last_unit))
    return 0 < ways <= len(str(figure.digits))


def _threes(targets: Facts, over: Facts, under: Facts) -> list[tuple[Fact, Fact, Fact]]:
    """Each column's amount per share with the two that may give it."""
    return [
        (target, over[c], under[c])
        for c, target in targets.items()
        if c in over and c in under and target.value * over[c].value > 0 and under[c].value > 0
        if not target.figure.is_percent
    ]
