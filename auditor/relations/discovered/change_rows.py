"""Change rows: a row called a percent change, or a change, under the two rows that it compares.

Evidence. The row's name says what it is, and the two rows above it are named after two periods, or
after this year and the last. Two columns must come out, over all
blocks of a table, and two for each that does not; that one is an error where a slip of the pen
explains it, else doubtful. Shares, margins and what has no positive base are not compared in per
cent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import POINTS
from auditor.model.grid import Band, Grid, Row
from auditor.model.period import Calendar
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.units import says_per_cent
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import facts_both_ways, in_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import (
    CHANGE_ROWS_FEWEST,
    CHANGE_ROWS_PER_FAILURE,
)
from auditor.relations.discovered._period_names import named_period
from auditor.relations.discovered._relations import discovered

ORDER = 22
TITLE = "The row states how the two above it differ"

_PER_CENT = deferred(
    r"(?:percent(?:age)?|per cent|%) ?(?:of )?"
    r"(?:change|increase|decrease|growth|var(?:iance|\.)?|chg\.?)?"
    r"(?: ?\(?(?:decrease|decline)\)?)?"
    r"|(?:change|growth|increase|increase \(decrease\)|variance|yoy|y/y|year[- ]over[- ]year"
    r"|year[- ]on[- ]year)(?: (?:change|growth|rate))? ?(?:[(（]?(?:%|in %|percent)[)）]?)"
    r"|growth(?: rate)?|yoy|(?:対?前[年期]比?)?増減率|伸び率|増加率"
    r"|veränderung (?:in )?(?:%|prozent)|(?:variation|évolution|variación) (?:en )?%",
)
_AMOUNT = deferred(
    r"(?:net |\$ )?(?:change|increase|decrease|difference|variance)(?: \(decrease\))?|増減額?|差額?"
    r"|veränderung|variation|variación",
)
_POINTS = deferred(
    r"(?:net )?(?:change|increase|decrease|difference|variance)?(?: \(decrease\))? ?[(,]? ?(?:in )?"
    r"(?:percentage points?|per ?cent points?|%-?points?|pps?|p\.p\.|ppts?|pts?)\)?"
    r"|(?:percentage|%)[- ]points? (?:change|difference)"
    r"|veränderung \(?(?:in )?(?:%-punkten|prozentpunkten|pp)\)?"
    r"|増減[(（]?(?:ポイント|pt)[)）]?",
)
_THIS, _LAST = (
    deferred(r"(?:this|current|present) (?:fiscal )?(?:year|period|quarter)|当期|当年度|当四半期"),
    deferred(r"(?:last|prior|previous) (?:fiscal )?(?:year|period|quarter)|前期|前年度|前年同期"),
)


KINDS = (Kind.GROWTH, Kind.DIFFERENCE, Kind.POINTS)


class Pair(NamedTuple):
    """The facts of two rows by column."""

    later: Mapping[int, Fact]
    earlier: Mapping[int, Fact]


def discover(scene: Scene) -> Iterator[Relation]:
    """The change rows of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            by_kind: dict[Kind, list[Relation]] = {kind: [] for kind in KINDS}
            for relation in _changes(grid, band, scene):
                by_kind[relation.kind].append(relation)
            for relations in by_kind.values():
                yield from judged(
                    relations, fewest=CHANGE_ROWS_FEWEST, per_failure=CHANGE_ROWS_PER_FAILURE
                )


def _changes(grid: Grid, band: Band, scene: Scene) -> Iterator[Relation]:
    called = [(at, kind) for at, row in enumerate(band.rows) if (kind := _kind(row.label))]
    if not called:
        return
    by_row, _ = facts_both_ways(grid, band, scene)
    for at, kind in called:
        above = [r for r in band.rows[max(0, at - 3) : at] if not _kind(r.label)][-2:]
        pair = _pair(above, by_row, scene.calendar)
        if pair is not None:
            for column, target in by_row[band.rows[at].index].items():
                if relation := _relation(kind, target, column, pair):
                    yield relation


def _kind(label: str) -> Kind | None:
    text = normal(label)
    if _PER_CENT.fullmatch(text):
        return Kind.GROWTH
    if _POINTS.fullmatch(text):
        return Kind.POINTS
    if _AMOUNT.fullmatch(text):
        return Kind.GROWTH if says_per_cent(label) else Kind.DIFFERENCE
    return None


def _pair(
    rows: list[Row], by_row: Mapping[int, Mapping[int, Fact]], calendar: Calendar
) -> Pair | None:
    """Two rows named after two periods, the later one first."""
    if len(rows) != 2:
        return None
    first, second = rows
    a, b = named_period(first.label, calendar), named_period(second.label, calendar)
    if a and b and a != b:
        later, earlier = (first, second) if a.last > b.last else (second, first)
    elif _THIS.fullmatch(normal(first.label)) and _LAST.fullmatch(normal(second.label)):
        later, earlier = first, second
    elif _LAST.fullmatch(normal(first.label)) and _THIS.fullmatch(normal(second.label)):
        later, earlier = second, first
    else:
        return None
    return Pair(by_row[later.index], by_row[earlier.index])


def _relation(kind: Kind, target: Fact, column: int, pair: Pair) -> Relation | None:
    later, earlier = pair.later.get(column), pair.earlier.get(column)
    if later is None or earlier is None or target.figure.nil:
        return None
    if kind is Kind.POINTS:
        return _points(target, later, earlier)
    if later.figure.is_percent or earlier.figure.is_percent or later.figure.nil:
        return None
    if kind is Kind.DIFFERENCE:
        terms = Term(later, 1, Role.LATER), Term(earlier, -1, Role.EARLIER)
        return None if target.figure.is_percent else discovered(kind, target, terms, TITLE)
    if later.value <= 0 or earlier.value <= 0:
        return None
    terms = Term(later, 1, Role.LATER), Term(earlier, 1, Role.EARLIER)
    return discovered(kind, in_per_cent(target), terms, TITLE)


def _points(target: Fact, later: Fact, earlier: Fact) -> Relation | None:
    """The change of two percentages, whether or not it says that it is in points."""
    if not (later.figure.is_percent and earlier.figure.is_percent) or later.figure.nil:
        return None
    terms = Term(later, 1, Role.LATER), Term(earlier, -1, Role.EARLIER)
    figure = target.figure
    if not figure.unit or figure.is_percent:
        target = target._replace(figure=figure._replace(unit=POINTS, scale=0))
    return discovered(Kind.POINTS, target, terms, TITLE)
