"""Growth beside amounts: rows are periods, and each amount has a column of its growth behind it.

So the first page of Japanese results is set, and many a summary of several years. Evidence. The
rows are named after periods, a column in per cent stands right behind one of amounts, under the
same heading or called a growth, and states for each period how the amount differs from that of the
row a year before. Two of them must come out over the whole table, and two for each
that does not; that one is an error where a slip of the pen explains it, else doubtful. A column
that is called a share, a margin or a ratio is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from auditor.model.fact import Fact
from auditor.model.grid import Band, Column, Grid
from auditor.model.period import Calendar, Period
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.relations.discovered._lines import facts_both_ways, in_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import (
    GROWTH_BESIDE_FEWEST,
    GROWTH_BESIDE_PER_FAILURE,
)
from auditor.relations.discovered._period_names import named_period
from auditor.relations.discovered._relations import discovered

ORDER = 22
TITLE = "Growth over the row a year before"
YEAR = 12
"""Months."""

_BARE = deferred(r"[(（]?(?:[%％]|percent|pct\.?)[)）]?")
_GROWTH = deferred(
    r"\b(?:growth|change|yoy|y/y|increase|year[- ]over[- ]year|veränderung|wachstum)\b"
    r"|増減率|前年比|前期比|伸び率|成長率",
)
_OTHER = deferred(
    r"\bof\b|\bmargin|\bratio|\bshare|\brate\b|\bcagr\b|organic|constant|currency"
    r"|構成|利益率|比率|達成"
)


def discover(scene: Scene) -> Iterator[Relation]:
    """The growth columns of every table whose rows are periods."""
    for grid in scene.grids:
        for band in grid.bands:
            beside = [(a, b) for a, b in pairwise(band.columns) if _is_growth_of(b, a)]
            if beside and (before := _years(band, scene.calendar)):
                found = _growths(grid, band, scene, beside, before)
                yield from judged(
                    found, fewest=GROWTH_BESIDE_FEWEST, per_failure=GROWTH_BESIDE_PER_FAILURE
                )


def _is_growth_of(column: Column, amounts: Column) -> bool:
    """Whether a column states by its heading the growth of the one before it."""
    if column.index != amounts.index + 1:
        return False
    own = column.headings[-1].strip().casefold() if column.headings else ""
    if _OTHER.search(own):
        return False
    if _GROWTH.search(own):
        return True
    return bool(_BARE.fullmatch(own)) and column.headings[:-1] in (amounts.headings[:-1], ())


def _years(band: Band, calendar: Calendar) -> Mapping[int, int]:
    """By the index of a row, that of the row for the same time a year before."""
    rows: dict[Period, int] = {}
    for row in band.rows:
        if period := named_period(row.label, calendar):
            rows.setdefault(period, row.index)
    lengths = {(p.first, p.last): index for p, index in rows.items()}
    before = {}
    for period, index in rows.items():
        first = None if period.first is None else period.first - YEAR
        earlier = lengths.get((first, period.last - YEAR))
        if earlier is not None:
            before[index] = earlier
    return before


def _growths(
    grid: Grid,
    band: Band,
    scene: Scene,
    beside: list[tuple[Column, Column]],
    before: Mapping[int, int],
) -> Iterator[Relation]:
    by_row, _ = facts_both_ways(grid, band, scene)
    for amounts, growth in beside:
        for row, earlier_row in before.items():
            target = by_row[row].get(growth.index)
            later, earlier = (by_row[r].get(amounts.index) for r in (row, earlier_row))
            if target and later and earlier and _is_comparable(target, later, earlier):
                terms = Term(later, 1, Role.LATER), Term(earlier, 1, Role.EARLIER)
                yield discovered(Kind.GROWTH, in_per_cent(target), terms, TITLE)


def _is_comparable(target: Fact, later: Fact, earlier: Fact) -> bool:
    if target.figure.nil or later.figure.is_percent or earlier.figure.is_percent:
        return False
    return later.value > 0 and earlier.value > 0
