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
from functools import cache, lru_cache
from math import log2
from typing import NamedTuple

from auditor.checks.convention.thresholds import (
    ADDED_UP,
    MOST_BITS,
    MOST_PARTS,
    NEVER_ROUNDED,
    WRONG,
)
from auditor.model.figure import PERCENT, POINTS, Figure
from auditor.model.relation import Kind, Relation


class Residual(NamedTuple):
    """By how many units of the last digit a total exceeds its parts, its sign taken away.

    ``up`` counts the parts that cutting off moved as it moved the total, ``down`` those that it
    moved the other way.
    """

    excess: int
    up: int
    down: int

    @property
    def bits(self) -> float:
        """How much likelier the excess is if figures are cut off than if they are rounded."""
        return _bits(self.excess, self.up, self.down)

    @property
    def bits_against_rounding(self) -> float:
        """How much unlikelier the excess is than none, if figures are rounded."""
        parts = self.up + self.down
        return log2(_chance_if_rounded(0, parts) / _chance_if_rounded(self.excess, parts))

    @property
    def bits_of_rounding(self) -> float:
        """How rarely rounding alone leaves a total so far from its parts, up or down."""
        return _bits_of_rounding(abs(self.excess), self.up + self.down)


def residual(relation: Relation) -> Residual | None:
    """The residual of a sum of figures that are all printed to one digit, None of anything else.

    A printed zero lost nobody knows what; dashes lost nothing.
    """
    if relation.kind not in (Kind.SUM, Kind.DIFFERENCE) or relation.missing:
        return None
    terms = [term for term in relation.inputs if not term.fact.figure.nil]
    if not 1 < len(terms) <= MOST_PARTS or any(term.weight != 1 for term in terms):
        return None
    figures = [relation.target.figure, *(term.fact.figure for term in terms)]
    if not all(map(_is_amount, figures)) or len({f.exponent + f.scale for f in figures}) > 1:
        return None
    total = relation.target.sign * figures[0].digits
    over = 1 if total > 0 else -1
    parts = [over * t.sign * t.fact.sign * t.fact.figure.digits for t in terms]
    up = sum(part > 0 for part in parts)
    return Residual(over * total - sum(parts), up, len(parts) - up)


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is an amount that its last digit alone says the precision of."""
    known_otherwise = figure.beside or figure.accuracy is not None
    return bool(figure.digits) and figure.unit not in (PERCENT, POINTS) and not known_otherwise


@lru_cache(maxsize=4096)
def _bits(excess: int, up: int, down: int) -> float:
    parts = up + down
    if abs(excess) > parts + 1:
        return 0.0
    cut = _chance(excess, parts, _eulerian(parts), excess + down)
    rounded = _chance_if_rounded(excess, parts)
    return max(-MOST_BITS, min(MOST_BITS, log2(cut / rounded)))


@lru_cache(maxsize=4096)
def _bits_of_rounding(excess: int, parts: int) -> float:
    spread = _spread_if_rounded(parts)
    middle = parts // 2
    beyond = sum(n for place, n in enumerate(spread) if abs(place - middle) >= excess)
    return -log2(Fraction(beyond, sum(spread))) if beyond else NEVER_ROUNDED


def _spread_if_rounded(parts: int) -> tuple[int, ...]:
    """How often so many parts leave their total each excess, from the least to the most."""
    return _eulerian(parts) if parts % 2 else _eulerian_of_halves(parts)


def _chance_if_rounded(excess: int, parts: int) -> Fraction:
    return _chance(excess, parts, _spread_if_rounded(parts), excess + parts // 2)


def _chance(excess: int, parts: int, spread: tuple[int, ...], place: int) -> Fraction:
    """The chance of an excess, given how the sums of what was lost are spread."""
    fair = Fraction(spread[place], sum(spread)) if 0 <= place < len(spread) else Fraction(0)
    added = ADDED_UP if excess == 0 else Fraction(0)
    return WRONG / (2 * parts + 3) + (1 - WRONG) * ((1 - ADDED_UP) * fair + added)


@cache
def _eulerian(count: int) -> tuple[int, ...]:
    """How often, of count!, so many numbers between 0 and 1 add up to k and a fraction."""
    if count == 1:
        return (1,)
    before = (0, *_eulerian(count - 1), 0)
    return tuple((k + 1) * before[k + 1] + (count - k) * before[k] for k in range(count))


@cache
def _eulerian_of_halves(count: int) -> tuple[int, ...]:
    """How often, of 2^count count!, they add up to within half of k."""
    if count == 0:
        return (1,)
    before = (0, *_eulerian_of_halves(count - 1), 0)
    return tuple(
        (2 * k + 1) * before[k + 1] + (2 * (count - k) + 1) * before[k] for k in range(count + 1)
    )
