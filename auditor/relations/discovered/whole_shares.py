"""Whole shares: percentages of parts that make a total, beside the total's 100 %.

Evidence. The amounts of the parts add up to the row called total, and in a column of percentages
that row shows 100 %: then each part's percentage is its share of it. A few parts with shares in
whole per cent are enough, which statistics are not told apart from chance by. One that comes out,
and twice as many as do not; off by a last digit is no error, since shares are made to add up. The
shares of a sister column, which stand as far from their amounts and all come out, count as well;
without them as many as do not are enough for a doubt where slips of the pen explain all that fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model.fact import Fact
from auditor.model.figure import of_one_unit
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import (
    is_nearly_right,
    judged,
    parted,
    slipped,
)
from auditor.relations.discovered._named_thresholds import (
    WHOLE_SHARES_DOUBTED,
    WHOLE_SHARES_FEWEST,
    WHOLE_SHARES_PER_FAILURE,
)
from auditor.relations.discovered._quotients import WHOLE
from auditor.relations.discovered._relations import discovered, sum_of, told_in
from auditor.relations.discovered._total_names import is_named_total

ORDER = 41
TITLE = "The percentage is the part's share of the total"
Rows = Sequence[Mapping[int, Fact]]


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The shares of every total of 100 % of which no other discovery would tell what is wrong."""
    known = told_in(found, Kind.RATIO)
    for grid in scene.grids:
        for band in grid.bands:
            columns = list(_shares(grid, band, scene))
            for shares in columns:
                if known.isdisjoint(share.target.number for share in shares):
                    yield from _told(shares, [other for other in columns if other is not shares])


def _told(shares: Sequence[Relation], others: Sequence[Sequence[Relation]]) -> Iterator[Relation]:
    """What comes out of a column, and what does not where enough does."""
    held, failed = parted(shares)
    wrong = [share for share in failed if not is_nearly_right(share)]
    if len(wrong) < 2 or len(held) < WHOLE_SHARES_FEWEST or not all(map(slipped, wrong)):
        yield from judged(shares, fewest=WHOLE_SHARES_FEWEST, per_failure=WHOLE_SHARES_PER_FAILURE)
        return
    beside = sum(len(other) for other in others if _is_sister(other, shares))
    if len(held) + beside >= WHOLE_SHARES_PER_FAILURE * len(wrong):
        yield from wrong
    elif len(held) >= len(wrong) and len(held) >= WHOLE_SHARES_DOUBTED:
        yield from (replace(share, severity=Severity.WARNING) for share in wrong)
    yield from (replace(share, tells=False) for share in held)


def _is_sister(other: Sequence[Relation], shares: Sequence[Relation]) -> bool:
    """Whether another column's percentages are as far from their amounts, and all come out."""
    return (
        bool(other and shares)
        and _distance(other[0]) == _distance(shares[0])
        and not parted(other)[1]
    )


def _distance(share: Relation) -> int:
    """By how many columns a percentage stands behind the amount that it is of."""
    amount = share.inputs[0].fact
    return (share.target.source.col or 0) - (amount.source.col or 0)


def _shares(grid: Grid, band: Band, scene: Scene) -> Iterator[Sequence[Relation]]:
    """By each column of percentages and total of 100 %, the shares that its parts have."""
    if not any(is_named_total(row.label) for row in band.rows):
        return
    by_row, _ = facts_both_ways(grid, band, scene)
    parts: list[Mapping[int, Fact]] = []
    for row in band.rows:
        facts = by_row[row.index]
        if is_named_total(row.label):
            full = (c for c, f in facts.items() if f.figure.is_percent and f.value == WHOLE)
            yield from (_best(column, facts, parts) for column in full)
            parts = []
        elif facts:
            parts.append(facts)


def _best(column: int, total: Mapping[int, Fact], parts: Rows) -> Sequence[Relation]:
    """The percentages of a column as shares of the amounts of the column that most bear out."""
    amounts = [c for c in total if c != column and _adds_up(c, total, parts)]
    ways = [_relations(column, c, total[c], parts) for c in amounts]
    return max(ways, key=lambda relations: len(parted(relations)[0]), default=())


def _adds_up(column: int, total: Mapping[int, Fact], parts: Rows) -> bool:
    """Whether the amounts of all parts make the total."""
    stated = [facts[column] for facts in parts if column in facts]
    figures = [fact.figure for fact in (total[column], *stated)]
    if len(stated) < max(2, len(parts)) or any(f.is_percent or f.nil for f in figures):
        return False
    alike = all(of_one_unit(figures[0], f) and f.scale == figures[0].scale for f in figures)
    return alike and bool(parted([sum_of(total[column], stated)])[0])


def _relations(column: int, amounts: int, total: Fact, parts: Rows) -> Sequence[Relation]:
    under = Term(total, 1, Role.DENOMINATOR)
    return [
        discovered(
            Kind.RATIO, facts[column], (Term(facts[amounts], 1, Role.NUMERATOR), under), TITLE
        )
        for facts in parts
        if column in facts and facts[column].figure.is_percent and total.value > 0
    ]
