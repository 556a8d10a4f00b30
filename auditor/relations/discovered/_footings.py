"""Footings: totals with the parts that their names give them, position by position."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import Enum, auto
from fractions import Fraction
from itertools import combinations, takewhile
from typing import NamedTuple

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.model.fact import Fact
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.relations.discovered._additivity import names_what_is_taken
from auditor.relations.discovered._named_thresholds import (
    TOTAL_CHANCE,
    TOTAL_MOST_PAIRED,
    TOTAL_NEAR,
    TOTAL_RUNS,
)
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._totals import is_called_result


class Called(Enum):
    """What a line is called: a part, a total, what balance sheets add up to; or it is the last.

    Or it is revenue of which costs are taken below it, and so what the lines above it come to.
    """

    PART = auto()
    TOTAL = auto()
    SUBTOTAL = auto()
    LAST = auto()
    REVENUE = auto()


class Line(NamedTuple):
    """A row or a column: its name, the heading it stands under and its amounts by position."""

    label: str
    group: str
    facts: Mapping[int, Fact]
    called: Called

    @property
    def is_total(self) -> bool:
        return self.called is not Called.PART


Parts = tuple[tuple[int, int], ...]
"""Lines by their place, each with its sign."""


class Footing(NamedTuple):
    """A total at one position, with its parts and the sign each counts with."""

    total: Fact
    parts: tuple[tuple[Fact, int], ...]

    @property
    def gap(self) -> Fraction:
        """By how much the total is too large, in base units."""
        return self.total.value - sum(sign * fact.value for fact, sign in self.parts)

    @property
    def room(self) -> Fraction:
        """How large the gap may be for rounding alone."""
        facts = (self.total, *(fact for fact, _ in self.parts))
        return sum((f.figure.last_unit for f in facts if not f.figure.nil), Fraction(0)) / 2

    @property
    def holds(self) -> bool:
        """Whether the gap is within rounding, counted in halves of the smallest last unit."""
        signed = [(self.total, 1), *((fact, -sign) for fact, sign in self.parts)]
        least = min(fact.figure.place for fact, _ in signed)
        gap = room = 0
        for fact, sign in signed:
            figure = fact.figure
            unit = 10 ** (figure.place - least)
            gap += 2 * sign * fact.sign * figure.digits * unit
            room += 0 if figure.nil else unit
        return abs(gap) <= room

    @property
    def slipped(self) -> bool:
        """Whether one figure, mistyped, would explain the gap."""
        signs = [(self.total, 1), *((fact, -sign) for fact, sign in self.parts)]
        return any(mistyped(fact, sign * self.gap, self.room) for fact, sign in signs)

    def relation(self, title: str, severity: Severity = Severity.ERROR) -> Relation:
        terms = [Term(fact, sign, Role.PART) for fact, sign in self.parts]
        return replace(discovered(Kind.SUM, self.total, terms, title), severity=severity)


def mistyped(fact: Fact, excess: Fraction, room: Fraction) -> bool:
    """Whether a slip makes the figure too large by the excess, give or take the rounding."""
    if fact.figure.nil:
        return False
    meant = fact.value - excess
    low, high = sorted((fact.sign * (meant - room), fact.sign * (meant + room)))
    return slip_cost(fact.figure, Interval(low, high)) < NO_SLIP


def footings(at: int, parts: Parts, lines: Sequence[Line]) -> dict[int, Footing]:
    """A total with its parts, position by position, where at least two of them state something."""
    found = {}
    for place, total in lines[at].facts.items():
        stated = [(lines[i].facts[place], sign) for i, sign in parts if place in lines[i].facts]
        some = sum(not fact.figure.nil for fact, _ in stated)
        if some > 1 and not total.figure.nil and of_one_unit([total, *(f for f, _ in stated)]):
            found[place] = Footing(total, tuple(stated))
    return found


def of_one_unit(facts: Sequence[Fact]) -> bool:
    """Whether amounts count the same: of one scale and currency."""
    figures = [f.figure for f in facts if not f.figure.nil]
    units = {f.unit for f in figures} - {""}
    return len(units) < 2 and len({f.scale for f in figures}) == 1


def is_explained(
    place: int, columns: Mapping[int, Footing], at: int, lines: Sequence[Line]
) -> bool:
    """Whether another reading accounts for a gap: what is printed nearby, or other lines' sum.

    A gap that small figures meet by chance is not accounted for by one of them, and by a part that
    the total of another column needs only where it is left out, to the digit. So must other lines
    make a small total, which they come near to anyway.
    """
    footing = columns[place]
    room, gap = footing.room, footing.gap
    above = _stated(lines[max(0, at - TOTAL_NEAR) : at][::-1], place)
    below = _stated(lines[at + 1 : at + TOTAL_NEAR], place)
    needed = _needed(place, columns, lines)
    own = [(sign * fact.value, fact.number in needed) for fact, sign in footing.parts if fact.value]
    parts = {abs(value) for value, _ in own}
    free = [value for value, is_needed in own if not is_needed]
    bound = [value for value, is_needed in own if is_needed]
    by_a_digit = _is_one_digit(gap / footing.total.figure.last_unit)
    twice = () if by_a_digit else [value for value, _ in own]
    taken = free if len(free) > TOTAL_MOST_PAIRED else [*free, *_paired(free)]
    ways = (
        ([*twice, *(x for v in taken for x in (-v, -2 * v))], room),
        ([-v for v in bound], Fraction(0)),
        ([x for v in (*above, *below) if abs(v) not in parts for x in (v, -v)], room),
    )
    for values, within in ways:
        telling = abs(gap) > 2 * room * len(values) * TOTAL_CHANCE
        if telling and any(abs(gap - value) <= within for value in values):
            return True
    near = room if abs(footing.total.value) > 2 * room * TOTAL_RUNS else Fraction(0)
    heads = () if is_left_of_it([one.label for one in lines[at + 1 : at + TOTAL_NEAR]]) else below
    return any(_runs_make(footing.total.value, run, near) for run in (above, heads))


def is_left_of_it(below: Sequence[str]) -> bool:
    """Whether lines of these labels below a total are what is taken of it, and what is left."""
    count = sum(1 for _ in takewhile(names_what_is_taken, below))
    return 0 < count < len(below) and is_called_result(below[count])


def _needed(place: int, columns: Mapping[int, Footing], lines: Sequence[Line]) -> AbstractSet[int]:
    """The figures of a column whose lines the total of another one needs to come out."""
    stated = [line.facts for line in lines if place in line.facts]
    held = {other: {f.number for f, _ in o.parts} for other, o in columns.items() if o.holds}
    return {
        facts[place].number
        for facts in stated
        for other, parts in held.items()
        if other in facts and facts[other].number in parts
        if abs(facts[other].value) > columns[other].room
    }


def _is_one_digit(units: Fraction) -> bool:
    """Whether a gap is what one wrong digit leaves, so that a round part equals it readily."""
    return len(str(abs(int(units))).rstrip("0")) == 1


def _stated(lines: Iterable[Line], place: int) -> list[Fraction]:
    found = (line.facts.get(place) for line in lines)
    return [fact.value for fact in found if fact is not None and fact.value]


def _paired(values: Sequence[Fraction]) -> list[Fraction]:
    """What any two of them come to."""
    return [a + b for a, b in combinations(values, 2)]


def _runs_make(total: Fraction, values: Iterable[Fraction], room: Fraction) -> bool:
    """Whether some first ones of the values make the total."""
    made = Fraction(0)
    for count, value in enumerate(values):
        made += value
        if count and abs(made - total) <= room:
            return True
    return False
