"""Whole numbers: relations of plainly printed figures, reckoned without fractions.

Most relations are of figures that were rounded to their last digit. In halves of the smallest last
unit among them everything is a whole number, so that their residual is exact and takes a fraction
of the time. The general way is ``model.relation.value_range``; both give the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term

LINEAR = frozenset((Kind.SUM, Kind.DIFFERENCE, Kind.POINTS, Kind.TIE))
QUOTIENTS = frozenset((Kind.RATIO, Kind.GROWTH))
OVER = frozenset((Role.NUMERATOR, Role.LATER))
UNDER = frozenset((Role.DENOMINATOR, Role.EARLIER))


class Halves(NamedTuple):
    """A signed sum of figures in halves of ``10**place``: as printed, and how far it may be off."""

    middle: int
    room: int
    place: int

    @property
    def low(self) -> int:
        return self.middle - self.room

    @property
    def high(self) -> int:
        return self.middle + self.room

    @property
    def interval(self) -> Interval:
        """All it may come to, in base units."""
        return _interval(self.low, self.high, self.place)

    def is_within(self, place: int) -> bool:
        """Whether it is, as printed, no more than half of ``10**place`` from zero."""
        return abs(self.middle) <= int(10 ** (place - self.place))

    def at(self, place: int) -> Halves:
        """The same counted in halves of a smaller unit."""
        more = int(10 ** (self.place - place))
        return Halves(self.middle * more, self.room * more, place)


Weighted = tuple[Figure, Fraction | int]


def in_halves(figures: Iterable[Weighted], rounding: Rounding) -> Halves | None:
    """The sum of figures, each with its weight and entering once.

    None where they are not rounded to the nearest, where one says what it is good to by something
    else than its last digit, or a weight is no whole number.
    """
    middle = room = 0
    place: int | None = None
    for figure, weight in figures:
        if figure.accuracy is not None or figure.beside or weight.denominator != 1:
            return None
        if figure.nil:
            continue
        own = figure.place
        if place is None:
            place = own
        elif own < place:
            more = int(10 ** (place - own))
            middle, room, place = middle * more, room * more, own
        units = weight.numerator * int(10 ** (own - place))
        middle += 2 * figure.digits * units
        room += abs(units)
    return Halves(middle, room, place or 0) if rounding is Rounding.NEAREST else None


def sum_of(terms: Iterable[Term], rounding: Rounding) -> Halves | None:
    """The signed sum of terms; a figure that enters twice counts once, as one unrounded value."""
    return in_halves(_weighted(terms).values(), rounding)


def residual_of(relation: Relation, rounding: Rounding) -> Halves | None:
    """What the inputs of a linear relation come to less its target; None as for ``in_halves``."""
    if rounding is not Rounding.NEAREST or relation.kind not in LINEAR:
        return None
    found = in_halves(_weighted((*relation.inputs, Term(relation.target, -1))).values(), rounding)
    place = relation.target.figure.place
    return found if found is None or found.place <= place else found.at(place)


def left_by(relation: Relation, number: int, rounding: Rounding) -> Interval | None:
    """What the other figures of a linear relation leave one of them, in base units.

    None as for ``in_halves``, and where the figure counts other than once.
    """
    if rounding is not Rounding.NEAREST or relation.kind not in LINEAR:
        return None
    weighted = _weighted((*relation.inputs, Term(relation.target, -1)))
    _, weight = weighted.pop(number)
    others = in_halves(weighted.values(), rounding) if abs(weight) == 1 else None
    if others is None:
        return None
    return others.interval if weight < 0 else -others.interval


def residual_of_quotient(relation: Relation, rounding: Rounding) -> Interval | None:
    """What the numerators may be less the printed quotient of the denominators, in base units.

    None as for ``in_halves``, and where a figure stands in both.
    """
    if rounding is not Rounding.NEAREST or relation.kind not in QUOTIENTS:
        return None
    above = _weighted(t for t in relation.inputs if t.role in OVER)
    below = _weighted(t for t in relation.inputs if t.role in UNDER)
    over, under = in_halves(above.values(), rounding), in_halves(below.values(), rounding)
    target = in_halves([(relation.target.figure, relation.target.sign)], rounding)
    if over is None or under is None or target is None or not above.keys().isdisjoint(below):
        return None
    place = min(over.place, under.place)
    over, under = over.at(place), under.at(place)
    low, high, parts = _quotient(relation, target)
    products = [q * end for q in (low, high) for end in (under.low, under.high)]
    ends = parts * over.low - max(products), parts * over.high - min(products)
    found = _interval(*ends, place)
    return found.times(Fraction(1, parts))


def _quotient(relation: Relation, target: Halves) -> tuple[int, int, int]:
    """The ends of what numerator over denominator is said to be, in so many parts of one."""
    per_cent = relation.target.figure.is_percent or relation.kind is Kind.GROWTH
    parts = 200 if per_cent else 2
    low, high = target.low, target.high
    if target.place < 0:
        parts *= int(10**-target.place)
    else:
        low, high = low * int(10**target.place), high * int(10**target.place)
    base = parts if relation.kind is Kind.GROWTH else 0
    return low + base, high + base, parts


def _weighted(terms: Iterable[Term]) -> dict[int, Weighted]:
    """By the number of its fact each figure, with what it is multiplied by in all."""
    found: dict[int, Weighted] = {}
    for term in terms:
        fact = term.fact
        before = found.get(fact.number)
        weight = term.factor * fact.sign
        found[fact.number] = fact.figure, weight if before is None else before[1] + weight
    return found


def _interval(low: int, high: int, place: int) -> Interval:
    """From so many to so many halves of a power of ten."""
    if place >= 0:
        return Interval(Fraction(low * 10**place, 2), Fraction(high * 10**place, 2))
    whole = 2 * 10**-place
    return Interval(Fraction(low, whole), Fraction(high, whole))
