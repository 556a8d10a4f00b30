"""Misprints: whether one slip of the pen explains a quotient that its two figures do not give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import log2

from auditor.checks.slips import slip_cost
from auditor.model.fact import Fact
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.relations.discovered._quotients import Triple, chance_of, number_of

Meant = tuple[Fact, float, float]
"""A fact with the range that two others leave it."""


def misprint_bits(kind: Kind, triple: Triple) -> float:
    """Bits for a failure that a slip of the pen explains: nothing where none does.

    As many as chance would have needed for the slip to set the figures right, less what the slip
    spends and less the choice among the three figures.
    """
    costs = [
        slip_cost(fact.figure, _of_figure(fact, Interval(Fraction(low), Fraction(high))))
        for fact, low, high in _meant(kind, triple)
    ]
    chance = chance_of(kind, triple)
    if not costs or not chance:
        return 0.0
    return max(0.0, -log2(chance) - min(costs) - log2(len(costs)))


def _of_figure(fact: Fact, meant: Interval) -> Interval:
    """What the figure would be for the fact to mean that: words may turn it round."""
    return -meant if fact.sign < 0 else meant


def _meant(kind: Kind, triple: Triple) -> Iterator[Meant]:
    """What each of the three may have meant, where the base and the quotient are positive."""
    target, over, under = triple
    (printed, half), (a, half_a), (b, half_b) = map(number_of, triple)
    if kind is Kind.POINTS:
        yield target, a - b - half_a - half_b, a - b + half_a + half_b
        yield over, printed + b - half - half_b, printed + b + half + half_b
        yield under, a - printed - half_a - half, a - printed + half_a + half
        return
    per = 100.0 if target.figure.is_percent else 1.0
    less = 1.0 if kind is Kind.GROWTH else 0.0
    if b > half_b:
        corners = [(a + s * half_a) / (b + t * half_b) - less for s in (-1, 1) for t in (-1, 1)]
        yield target, min(corners) * per, max(corners) * per
    low, high = ((printed + s * half) / per + less for s in (-1, 1))
    if low > 0 and b > half_b:
        yield over, low * (b - half_b), high * (b + half_b)
    if low > 0 and a > half_a:
        yield under, (a - half_a) / high, (a + half_a) / low
