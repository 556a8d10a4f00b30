"""Hypotheses: what a figure would have said were it the misprint, and how likely that is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, e, floor, log2
from typing import NamedTuple

from auditor.blame.evidence import Evidence
from auditor.blame.likeness import Likelier
from auditor.blame.thresholds import QUOTIENT_TO_THE_DIGIT, TO_THE_DIGIT, TO_THE_DIGIT_ELSE
from auditor.checks.slips import Meant, coincidence_bits, meant, slip_bits
from auditor.checks.thresholds import NO_SLIP
from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, sum_of_products

HUNDRED = Fraction(100)
OVER = (Role.NUMERATOR, Role.LATER)
UNDER = (Role.DENOMINATOR, Role.EARLIER)

Copy = Callable[[int, int], Meant | None]
"""By a figure's number and the value it should have: the slip that took its text from elsewhere."""


class Around(NamedTuple):
    """What the rest of the document says of a figure, relations apart."""

    copied: Copy
    likelier: Likelier


class Hypothesis(NamedTuple):
    """A figure should have been ``value``, in units of its last digit, and ``slip`` was made.

    ``bits`` say how unlikely that is, over all values that it may have been; ``wanted`` is what
    the relations leave it, in base units. ``slip`` is "" where none is known.
    """

    number: int
    value: int | None
    bits: float
    slip: str
    wanted: Interval | None


class _Agreement(NamedTuple):
    """The whole units with which a relation holds to the digit, and the bits it costs if not.

    ``farther`` are the bits for each unit beyond, squared: what rounding seldom adds up to.
    """

    first: int
    last: int
    bits: float
    farther: float

    def missed(self, value: int) -> float:
        if self.first <= value <= self.last:
            return 0.0
        off = self.first - value if value < self.first else value - self.last
        return self.bits + self.farther * off * off


def hypothesis(
    number: int,
    places: Sequence[int],
    evidence: Evidence,
    wanted: Interval | None,
    around: Around,
) -> Hypothesis:
    """The hypothesis that the figure is wrong and should have been something in ``wanted``.

    Three things speak for a value: that a slip of the pen turns it into what is printed, that the
    relations hold to the digit with it, as they should if it is right, and that it is like the
    figures around it.
    """
    figure = evidence.facts[number].figure
    if wanted is None:
        return Hypothesis(number, None, NO_SLIP, "", None)
    first, last = _whole_units(wanted, figure, evidence.rounding)
    agreements = list(_agreements(number, places, evidence))
    now = sum(a.missed(figure.digits) for p, a in agreements if p not in evidence.violated)

    def bits(value: int) -> float:
        missed = sum(a.missed(value) for _, a in agreements) - now
        return missed + around.likelier(number, value)

    plain = _plainest(first, last, agreements, bits)
    slips = [m for m in meant(figure) if first <= m.value <= last]
    found = [(slip_bits(m.ways, figure) + bits(m.value), m.value, m.slip) for m in slips]
    found.append((NO_SLIP + bits(plain), plain, ""))
    copy = around.copied(number, plain)
    if copy:
        found.append((coincidence_bits(copy.ways) + bits(plain), plain, copy.slip))

    def of_relations(one: tuple[float, int, str]) -> tuple[float, int, bool]:
        """Which value it should be is for its relations to say, not for its neighbours."""
        return one[0] - around.likelier(number, one[1]), abs(one[1] - plain), one[2] == ""

    best = min(found, key=of_relations)
    return Hypothesis(number, best[1], _together(f[0] for f in found), best[2], wanted)


def _together(bits: Iterator[float]) -> float:
    """The bits of any of several exclusive cases; what a thousand relations say has no power."""
    each = tuple(bits)
    least = min(each)
    return least - log2(sum(2.0 ** (least - b) for b in each))


def _whole_units(wanted: Interval, figure: Figure, rounding: Rounding) -> tuple[int, int]:
    """The least and the greatest whole number of last units in ``wanted``.

    Where there is none, those that print a value in it: what is told to be meant should lie in the
    range that is told beside it, and a print at the very edge of rounding is hardly meant.
    """
    unit = figure.last_unit
    first, last = ceil(wanted.low / unit), floor(wanted.high / unit)
    if first <= last:
        return first, last
    if rounding is Rounding.EXACT:
        first, last = ceil(wanted.low / unit), floor(wanted.high / unit)
    elif rounding is Rounding.TRUNCATE:
        first, last = floor(wanted.low / unit), floor(wanted.high / unit)
    else:
        first = ceil(wanted.low / unit - Fraction(1, 2))
        last = floor(wanted.high / unit + Fraction(1, 2))
    return (first, last) if first <= last else (round(wanted.low / unit),) * 2


def _agreements(
    number: int, places: Sequence[int], evidence: Evidence
) -> Iterator[tuple[int, _Agreement]]:
    """Where each relation holds to the digit; cut-off amounts seldom do, and tell nothing."""
    unit = evidence.facts[number].figure.last_unit
    if evidence.rounding is Rounding.TRUNCATE:
        return
    for place in places:
        interval = evidence.agreeing(place, number)
        if interval is not None:
            bits = _bits_to_the_digit(evidence.relations[place], number)
            first, last = ceil(interval.low / unit), floor(interval.high / unit)
            if first <= last:
                is_mute = place in evidence.mute
                farther = 0.0 if is_mute else _bits_beyond(evidence.relations[place], number)
                yield place, _Agreement(first, last, bits, farther)


def _bits_to_the_digit(relation: Relation, number: int) -> float:
    """Bits for holding within rounding only; a quotient itself is computed from what is printed."""
    if relation.kind is Kind.RATIO and relation.target.number == number:
        return QUOTIENT_TO_THE_DIGIT
    return TO_THE_DIGIT.get(relation.kind, TO_THE_DIGIT_ELSE)


def _bits_beyond(relation: Relation, number: int) -> float:
    """Bits for each last unit, squared, by which a figure misses what its relation gives.

    Each figure is off by up to half a unit of its own, evenly, so that the variance of them all is
    a twelfth of the squares of what their units come to.
    """
    worth = _worths(relation)
    spread = sum_of_products((one, one) for one in worth.values())
    if not spread or number not in worth:
        return 0.0
    over, under = worth[number].as_integer_ratio()
    return 6 * over**2 * spread.denominator / (under**2 * spread.numerator) * log2(e)


def _worths(relation: Relation) -> Mapping[int, Fraction]:
    """By each figure, what a last unit of it changes in the relation."""
    if relation.whole is not None:
        return {term.fact.number: term.fact.figure.last_unit for term in relation.shares}
    own, of_base = relation.target.figure.last_unit, Fraction(1)
    if relation.kind in (Kind.RATIO, Kind.GROWTH):
        over, under = (_summed(relation, roles) for roles in (OVER, UNDER))
        if not under:
            return {}
        own *= under / (HUNDRED if relation.target.figure.is_percent else 1)
        of_base = -over / under
    elif relation.kind is Kind.AVERAGE:
        own *= len(relation.inputs)
    found = {relation.target.number: own}
    for term in relation.inputs:
        fact = term.fact
        if fact.figure.nil:
            continue
        unit = fact.figure.last_unit if term.factor == 1 else term.factor * fact.figure.last_unit
        worth = of_base * unit if term.role in UNDER else unit
        before = found.get(fact.number)
        found[fact.number] = worth if before is None else before + worth
    return found


def _summed(relation: Relation, roles: Collection[Role]) -> Fraction:
    return sum_of_products((t.fact.value, t.factor) for t in relation.inputs if t.role in roles)


def _plainest(
    first: int,
    last: int,
    agreements: Sequence[tuple[int, _Agreement]],
    bits: Callable[[int], float],
) -> int:
    """The value with which most relations hold to the digit; the middle one if none tells."""
    middle = (first + last) // 2
    ends = {end for _, a in agreements for end in (a.first, a.last, (a.first + a.last) // 2)}
    tried = [middle, *sorted(e for e in ends if first <= e <= last)]
    return min(tried, key=lambda v: (bits(v), abs(v - middle)))
