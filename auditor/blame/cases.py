"""Cases: the conflicts that wrong figures must explain, and what letting figures go leaves of them.

A conflict is a set of relations that cannot all be right, so that one of its figures is wrong. A
relation that is violated is a conflict by itself; relations that all hold may be one together.
Either way the question is the same: which figures, were they something else, leave no conflict?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from auditor.blame.evidence import Evidence
from auditor.blame.thresholds import MOST_JOINTLY
from auditor.model.fact import Fact
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, forms, value_range
from auditor.solve.conflict import Solver
from auditor.solve.conflict import conflict as joint_conflict
from auditor.solve.exact import Inequality, contradiction
from auditor.solve.program import Program
from auditor.solve.ranges import values_left
from auditor.solve.thresholds import CERTAIN

Released = frozenset[int]
"""Figures that may be anything."""


class Conflict(NamedTuple):
    """Places of relations that cannot all be right, and the figures one of which is wrong.

    Figures that were released already are not among them.
    """

    places: frozenset[int]
    figures: frozenset[int]


class Case(NamedTuple):
    """Conflicts to be explained together, and how to ask whether figures explain them.

    ``known`` are the conflicts to begin with; ``left`` is one that releasing figures leaves, None
    where none is left; ``wanted`` is what one of the released figures may be, in base units;
    ``broken`` are the places of the relations that show a figure, one of those released, to be
    wrong. ``largest`` is the number of figures at most that are blamed together; ``jointly`` says
    that every relation holds by itself, ``mildest`` how severe it is to break them at most.
    """

    evidence: Evidence
    known: tuple[Conflict, ...]
    left: Callable[[Released], Conflict | None]
    wanted: Callable[[int, Released], Interval | None]
    broken: Callable[[int, Released], tuple[int, ...]]
    largest: int
    jointly: bool
    mildest: Severity

    @property
    def is_discovered(self) -> bool:
        """Whether nobody declared any of the relations in conflict."""
        places = frozenset[int]().union(*(conflict.places for conflict in self.known))
        return all(self.evidence.relations[p].origin is Origin.DISCOVERED for p in places)


def violated_cases(evidence: Evidence) -> Iterator[Case]:
    """The violated relations, grouped so that no figure stands in two groups."""

    @cache
    def left(released: Released) -> Conflict | None:
        return _left(released, evidence)

    def wanted(number: int, released: Released) -> Interval | None:
        every = evidence.common(number, evidence.alone_with(number, released))
        return every or evidence.common(number, evidence.broken(number))

    def broken(number: int, _released: Released) -> tuple[int, ...]:
        return tuple(evidence.broken(number))

    for group in _groups(evidence):
        known = tuple(Conflict(frozenset({p}), evidence.figures[p]) for p in group)
        yield Case(
            evidence, known, left, wanted, broken,
            largest=len(evidence.facts), jointly=False, mildest=Severity.ERROR,
        )  # fmt: skip


def surer_cases(case: Case) -> Iterator[Case]:
    """A case by those relations alone that could convict a figure by themselves.

    What nothing explains may hold a relation that was misread, be it violated or not, and a
    misreading must not hide an error beside it. None where no violated relation is so sure, or
    all relations that the case's figures reach are.
    """
    evidence = case.evidence
    conflicting = frozenset[int]().union(*(conflict.places for conflict in case.known))
    broken = frozenset(place for place in conflicting if _is_sure(place, evidence))
    if not case.jointly and broken:
        reached, is_whole = _surely_reached(broken, evidence)
        if broken < conflicting or not is_whole:
            yield from violated_cases(evidence.only(reached))


def _is_sure(place: int, evidence: Evidence) -> bool:
    return evidence.relations[place].confidence >= CERTAIN


def _surely_reached(broken: frozenset[int], evidence: Evidence) -> tuple[frozenset[int], bool]:
    """The ``broken`` relations and the sure ones that hold which figures join to them.

    And whether that is all that they are joined to.
    """
    left, is_whole = list(broken), True
    reached, entered = set(broken), set[int]()
    while left:
        for number in evidence.figures[left.pop()] - entered:
            entered.add(number)
            for place in evidence.at[number]:
                if place in reached:
                    continue
                if place in evidence.violated or not _is_sure(place, evidence):
                    is_whole = False
                    continue
                reached.add(place)
                left.append(place)
    return frozenset(reached), is_whole


def joint_case(
    program: Program, solver: Solver, evidence: Evidence, mildest: Severity
) -> Case | None:
    """A program whose relations all hold and contradict each other; None where they do not."""
    at_place = {id(relation): place for place, relation in enumerate(evidence.relations)}
    places = [at_place[id(relation)] for relation in program.relations]

    @cache
    def left(released: Released) -> Conflict | None:
        found = joint_conflict(program, solver, released)
        if found is None:
            return None
        at = frozenset(places[own] for own in found)
        return Conflict(at, frozenset[int]().union(*(evidence.figures[p] for p in at)) - released)

    def without(number: int, released: Released) -> Conflict | None:
        """What contradicts itself unless this one is released, too."""
        return left(released - {number})

    @cache
    def wanted(number: int, released: Released) -> Interval | None:
        conflict = without(number, released)
        own = [i for i, place in enumerate(places) if conflict and place in conflict.places]
        return values_left(program, own, evidence.facts[number], released - {number})

    def broken(number: int, released: Released) -> tuple[int, ...]:
        conflict = without(number, released)
        return tuple(sorted(conflict.places)) if conflict else ()

    first = left(frozenset())
    if first is None:
        return None
    return Case(
        evidence, (first,), left, wanted, broken,
        largest=MOST_JOINTLY, jointly=True, mildest=mildest,
    )  # fmt: skip


def _groups(evidence: Evidence) -> list[list[int]]:
    """The places of violated relations that share figures, directly or through others."""
    left = dict.fromkeys(sorted(evidence.violated))
    entered: set[int] = set()
    found = []
    while left:
        group, reached = [], [left.popitem()[0]]
        while reached:
            place = reached.pop()
            group.append(place)
            for number in evidence.figures[place] - entered:
                entered.add(number)
                for other in evidence.broken(number):
                    if other in left:
                        del left[other]
                        reached.append(other)
        found.append(sorted(group))
    return sorted(found)


def _left(released: Released, evidence: Evidence) -> Conflict | None:
    """A conflict that no values of the released figures settle; None where some do.

    Asked of each figure by itself for the relations that it alone of them stands in, those that
    hold included: a correction that breaks what held corrects nothing. Then of those that stand
    together in a relation.
    """
    for number in sorted(released):
        clash = _clash(number, evidence.alone_with(number, released), evidence)
        if clash is not None:
            return _conflict(clash, released, evidence)
    for group, places in _together(released, evidence):
        stated = [
            (place, row)
            for place in places
            if place not in evidence.mute
            for row in _inequalities(place, group, released, evidence)
        ]
        rows = contradiction([row for _, row in stated])
        if rows is not None:
            return _conflict((stated[row][0] for row in rows), released, evidence)
    return None


def _conflict(places: Iterable[int], released: Released, evidence: Evidence) -> Conflict:
    at = frozenset(places)
    return Conflict(at, frozenset[int]().union(*(evidence.figures[p] for p in at)) - released)


def _clash(number: int, places: Iterable[int], evidence: Evidence) -> tuple[int, int] | None:
    """Two of the relations that no one value of the figure satisfies; None when one does all.

    Intervals that meet two by two all meet, so the highest low end and the lowest high end tell.
    """
    bounds = evidence.bounds(number, places)
    if not bounds:
        return None
    above, low = max(bounds, key=lambda b: (b[1].low, b[1].low_open))
    below, high = min(bounds, key=lambda b: (b[1].high, not b[1].high_open))
    return None if low.overlap(high) else (above, below)


def _together(
    released: Released, evidence: Evidence
) -> Iterator[tuple[frozenset[int], Sequence[int]]]:
    """The released figures that relations join, with all the relations they stand in."""
    left = {p: evidence.figures[p] & released for n in sorted(released) for p in evidence.at[n]}
    groups = [mine for mine in left.values() if len(mine) > 1]
    while groups:
        group = groups.pop()
        while touching := [other for other in groups if group & other]:
            groups = [other for other in groups if not group & other]
            group = group.union(*touching)
        yield group, [place for place, mine in left.items() if mine & group]


def _inequalities(
    place: int, group: frozenset[int], released: Released, evidence: Evidence
) -> Iterator[Inequality]:
    """What a relation asks of the released figures.

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
    if quotient and _divides_by_negative(relation, released, evidence):
        ends = ends[::-1]
    for form, sides in zip(ends, ((1,), (-1,)) if len(ends) > 1 else ((1, -1),), strict=True):
        own = {n: Fraction(form[n]) for n in sorted(mine) if form.get(n)}
        rest = value_range({n: f for n, f in form.items() if n not in own}, values)
        for side in sides:  # the form may reach zero from below, from above
            reach = rest.high if side > 0 else -rest.low
            yield Inequality({n: -side * f for n, f in own.items()}, reach)


def _one_row_each(number: int, interval: Interval | None) -> Iterator[Inequality]:
    if interval is not None:
        yield Inequality({number: Fraction(1)}, interval.high)
        yield Inequality({number: Fraction(-1)}, -interval.low)


def _divides_by_negative(relation: Relation, released: Released, evidence: Evidence) -> bool:
    """Whether a quotient's base is negative: with a released figure as its own relations want it.

    A base whose sign alone is turned is divided by as it should be, not as it is printed.
    """
    under = [t for t in relation.inputs if t.role in (Role.DENOMINATOR, Role.EARLIER)]
    return sum(t.factor * _meant(t.fact, released, evidence) for t in under) < 0


def _meant(fact: Fact, released: Released, evidence: Evidence) -> Fraction:
    """The value of a figure, or where it is released the middle of what it may be alone."""
    if fact.number not in released:
        return fact.value
    wanted = evidence.common(fact.number, evidence.alone_with(fact.number, released))
    return fact.value if wanted is None else fact.sign * (wanted.low + wanted.high) / 2
