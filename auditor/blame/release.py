"""Release: whether other values of some figures could satisfy all that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.blame.evidence import Evidence
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, forms, value_range

MOST_ROWS = 300
"""Inequalities up to which elimination goes on; with more, the figures count as satisfiable."""


class Row(NamedTuple):
    """A linear inequality: the sum of factor x figure is at most ``limit``."""

    factors: dict[int, Fraction]
    limit: Fraction


def joint_interval(number: int, places: Iterable[int], evidence: Evidence) -> Interval | None:
    """What the figure may be under all these relations; None when they leave nothing or all."""
    bounds = _bounds(number, places, evidence)
    found = bounds[0][1] if bounds else None
    for _, other in bounds[1:]:
        found = found and found.overlap(other)
    return found


def conflict(released: frozenset[int], evidence: Evidence) -> frozenset[int] | None:
    """Other figures, one of which must be wrong too; None when releasing these is enough.

    Asked of each figure by itself for the relations that it alone of them stands in, those that
    hold included: a correction that breaks what held corrects nothing. Then of those that stand
    together in a relation, by eliminating one after the other.
    """
    for number in sorted(released):
        clash = _clash(number, evidence.alone_with(number, released), evidence)
        if clash is not None:
            return frozenset().union(*(evidence.figures[p] for p in clash)) - released
    for group, places in _together(released, evidence):
        rows = [r for p in places if p not in evidence.mute for r in _rows(p, group, evidence)]
        if not _satisfiable(rows, group):
            return frozenset().union(*(evidence.figures[p] for p in places)) - released
    return None


def _bounds(number: int, places: Iterable[int], evidence: Evidence) -> list[tuple[int, Interval]]:
    """What each relation that bounds the figure allows it to be, with the relation's place."""
    found = ((place, evidence.allowed(place, number)) for place in places)
    return [(place, interval) for place, interval in found if interval is not None]


def _clash(number: int, places: Iterable[int], evidence: Evidence) -> tuple[int, int] | None:
    """Two of the relations that no one value of the figure satisfies; None when one does all.

    Intervals that meet two by two all meet, so the highest low end and the lowest high end tell.
    """
    bounds = _bounds(number, places, evidence)
    if not bounds:
        return None
    above, low = max(bounds, key=lambda b: (b[1].low, b[1].low_open))
    below, high = min(bounds, key=lambda b: (b[1].high, not b[1].high_open))
    return None if low.overlap(high) else (above, below)


def _together(
    released: frozenset[int], evidence: Evidence
) -> Iterator[tuple[frozenset[int], list[int]]]:
    """The released figures that relations join, with all the relations they stand in."""
    left = {p: evidence.figures[p] & released for n in sorted(released) for p in evidence.at[n]}
    groups = [mine for mine in left.values() if len(mine) > 1]
    while groups:
        group = groups.pop()
        while any(group & other for other in groups):
            group = group.union(*(other for other in groups if group & other))
            groups = [other for other in groups if not group & other]
        yield group, [place for place, mine in left.items() if mine & group]


def _rows(place: int, group: frozenset[int], evidence: Evidence) -> Iterator[Row]:
    """The inequalities that a relation puts on the released figures.

    A printed percentage that is itself released can follow whatever the amounts come to.
    """
    relation = evidence.relations[place]
    mine = evidence.figures[place] & group
    quotient = relation.kind in (Kind.RATIO, Kind.GROWTH)
    if len(mine) == 1 or (quotient and relation.target.number in mine):
        for number in mine if len(mine) == 1 else ():
            yield from _one_row_each(number, evidence.allowed(place, number))
        return
    values = {f.number: f.figure.interval(evidence.rounding) for f in relation.facts}
    ends = forms(relation, evidence.rounding)
    if quotient and _divides_by_negative(relation):
        ends = ends[::-1]
    for form, sides in zip(ends, ((1,), (-1,)) if len(ends) > 1 else ((1, -1),), strict=True):
        own = {n: Fraction(form[n]) for n in sorted(mine) if form.get(n)}
        rest = value_range({n: f for n, f in form.items() if n not in own}, values)
        for side in sides:  # the form may reach zero from below, from above
            reach = rest.high if side > 0 else -rest.low
            yield Row({n: -side * f for n, f in own.items()}, reach)


def _one_row_each(number: int, interval: Interval | None) -> Iterator[Row]:
    if interval is not None:
        yield Row({number: Fraction(1)}, interval.high)
        yield Row({number: Fraction(-1)}, -interval.low)


def _divides_by_negative(relation: Relation) -> bool:
    under = (t for t in relation.inputs if t.role in (Role.DENOMINATOR, Role.EARLIER))
    return sum(t.factor * t.fact.value for t in under) < 0


def _satisfiable(rows: Sequence[Row], group: Iterable[int]) -> bool:
    """Whether values exist for all figures, which are eliminated one by one (Fourier, Motzkin)."""
    left = list(rows)
    for number in sorted(group):
        above = [r for r in left if r.factors.get(number, 0) > 0]
        below = [r for r in left if r.factors.get(number, 0) < 0]
        if len(left) + len(above) * len(below) > MOST_ROWS:
            return True
        left = [r for r in left if not r.factors.get(number)]
        left += [_without(number, a, b) for a in above for b in below]
    return all(row.limit >= 0 for row in left)


def _without(number: int, above: Row, below: Row) -> Row:
    """Both inequalities added up so that the figure cancels out."""
    a, b = above.factors[number], -below.factors[number]
    factors = {
        n: f
        for n in above.factors | below.factors
        if (f := above.factors.get(n, 0) / a + below.factors.get(n, 0) / b) and n != number
    }
    return Row(factors, above.limit / a + below.limit / b)
