"""Residuals: by how much totals exceed their printed parts, and how often a convention does that.

What a figure lost in printing is evenly spread over one unit of its last digit. A total is what its
n parts and all that they lost come to, printed in turn. Cut off, the total of n parts that are all
added exceeds them by k units as often as n numbers between 0 and 1 add up to k and a fraction; each
part that is taken away, or negative, moves that down by one. Rounded to the nearest, it exceeds
them by k as often as those numbers add up to within half of k + n/2. The first are the Eulerian
numbers over n!, the second, for even n, those of type B over 2^n n!: all exact.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import log2
from typing import NamedTuple

from auditor.figure import PERCENT, POINTS
from auditor.relation import Kind, Relation

MOST_PARTS = 60
"""Parts of a sum beyond which its last digit says nothing."""
ADDED_UP = Fraction(1, 4)
"""The chance that a publisher added up what was printed, or that nothing had to be rounded."""
WRONG = Fraction(1, 64)
"""The chance that a total is off in its last digits for some other reason."""
MOST = 6.0
"""Bits that one total may speak for or against: it may be an error."""


class Residual(NamedTuple):
    """By how many units of the last digit a total exceeds its parts, its sign taken away.

    ``up`` counts the parts that cutting off moved towards the total's zero, ``down`` those it moved
    away from it.
    """

    excess: int
    up: int
    down: int

    @property
    def bits(self) -> float:
        """How much likelier the excess is if figures are cut off than if they are rounded."""
        parts = self.up + self.down
        if abs(self.excess) > parts + 1:
            return 0.0
        cut = _chance(self.excess, parts, _eulerian(parts), self.excess + self.down)
        half = parts // 2
        middle = _eulerian(parts) if parts % 2 else _eulerian_of_halves(parts)
        rounded = _chance(self.excess, parts, middle, self.excess + half)
        return max(-MOST, min(MOST, log2(cut) - log2(rounded)))


def residual(relation: Relation) -> Residual | None:
    """The residual of a sum of figures that are all printed to one digit, None of anything else.

    A printed zero lost nobody knows what; dashes lost nothing.
    """
    facts = [fact for fact in relation.facts if not fact.figure.nil]
    figures = [fact.figure for fact in facts]
    if relation.kind not in (Kind.SUM, Kind.DIFFERENCE) or relation.missing:
        return None
    units = {figure.last_unit for figure in figures}
    told = any(f.unit in (PERCENT, POINTS) or f.beside or f.accuracy is not None for f in figures)
    if told or len(units) != 1 or relation.target.figure.nil or not all(f.digits for f in figures):
        return None
    terms = [term for term in relation.inputs if not term.fact.figure.nil]
    if not 1 < len(terms) <= MOST_PARTS or any(term.weight != 1 for term in terms):
        return None
    unit, over = units.pop(), 1 if relation.target.value > 0 else -1
    values = [term.factor * term.fact.value for term in terms]
    excess = over * (relation.target.value - sum(values)) / unit
    up = sum(value * over > 0 for value in values)
    return Residual(int(excess), up, len(values) - up)


def _chance(excess: int, parts: int, spread: tuple[Fraction, ...], place: int) -> Fraction:
    """The chance of an excess, given how the sums of what was lost are spread."""
    fair = spread[place] if 0 <= place < len(spread) else Fraction(0)
    added = ADDED_UP if excess == 0 else Fraction(0)
    return WRONG / (2 * parts + 3) + (1 - WRONG) * ((1 - ADDED_UP) * fair + added)


@cache
def _eulerian(count: int) -> tuple[Fraction, ...]:
    """The chance that so many numbers between 0 and 1 add up to k and a fraction, for each k."""
    if count == 1:
        return (Fraction(1),)
    before = (Fraction(0), *_eulerian(count - 1), Fraction(0))
    return tuple(((k + 1) * before[k + 1] + (count - k) * before[k]) / count for k in range(count))


@cache
def _eulerian_of_halves(count: int) -> tuple[Fraction, ...]:
    """The chance that they add up to within half of k, for each k."""
    if count == 0:
        return (Fraction(1),)
    before = (Fraction(0), *_eulerian_of_halves(count - 1), Fraction(0))
    return tuple(
        ((2 * k + 1) * before[k + 1] + (2 * (count - k) + 1) * before[k]) / (2 * count)
        for k in range(count + 1)
    )
