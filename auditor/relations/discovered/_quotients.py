"""Quotients: printed percentages and ratios, weighed against the figures they may come from.

Floating point throughout: this selects candidates, and the exact check decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from math import log, log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, POINTS
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.notation.deferred import deferred
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._thresholds import (
    DIGIT_SPENDS,
    FEWEST_QUOTIENTS,
    FLOAT_SLACK,
    PER_CENT_SPREAD,
    POINTS_SPREAD,
    QUOTIENT_FAILURE,
    QUOTIENT_MOST,
    QUOTIENTS_PER_FAILURE,
    RATIO_SPREAD,
)

WHOLE = 100
"""Per cent that all shares make together."""

_TERMS = {
    Kind.GROWTH: (Role.LATER, Role.EARLIER, 1),
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR, 1),
    Kind.POINTS: (Role.LATER, Role.EARLIER, -1),
}

OF_AVERAGES = deferred(
    r"\breturns?\s+on\b|\bro(?:e|a|ic|ce|te|nw)\b|(?:資本|資産).{0,6}利益率|\bturnover\b|回転",
    re.IGNORECASE,
)
"""Ratios that publishers take over the average of a year, or over its end."""

Number = tuple[float, float]
"""A printed value and half its last unit, in base units."""
Triple = tuple[Fact, Fact, Fact]
"""A target, what it is computed from and what that is taken over."""


class QuotientHypothesis(NamedTuple):
    """How a line was computed: the figures that bear it out and those that do not.

    ``over`` and ``under`` are how far the two lines are from the target's, for comparing the
    hypotheses of two targets. ``slips`` are bits for the figures that differ being misprints,
    ``worths`` what each of those that hold gave, in their order. ``may_convict``: what differs may
    be an error at all.
    """

    kind: Kind
    holds: tuple[Triple, ...]
    fails: tuple[Triple, ...]
    bits: float
    over: int = 0
    under: int = 0
    slips: float = 0.0
    worths: tuple[float, ...] = ()
    may_convict: bool = True

    @property
    def bits_with_slips(self) -> float:
        return self.bits + self.slips


def number_of(fact: Fact) -> Number:
    """The printed value with half its last unit, without a fraction in between."""
    figure = fact.figure
    return number(fact.sign * figure.digits, figure.exponent + figure.scale)


def number(digits: int, place: int) -> Number:
    """So many units of a decimal place, with half a unit."""
    if place > 0:
        unit = 10**place
        return float(digits * unit), float(unit) / 2
    unit = 10**-place
    return digits / unit, 1 / unit / 2


MayBeForced = Callable[[int, Sequence[Triple]], bool]
"""Whether one share of a line of them, by its place, may have been made to fit with others."""


def never_forced(_at: int, _rows: Sequence[Triple]) -> bool:
    """Quotients that nobody makes add up."""
    return False


OtherBase = Callable[[int], Triple | None]
"""A share of a line of them, by its place, with what it is taken over where that is another."""


def always_here(_at: int) -> Triple | None:
    """Quotients that are all taken over the figures next to them."""
    return None


def always_forced(_at: int, _rows: Sequence[Triple]) -> bool:
    """Shares of which it is not known what they add up with."""
    return True


def weighed(  # noqa: C901  # one loop over what a line states, with all that excuses a figure
    kind: Kind,
    rows: Iterable[Triple],
    bits: float,
    *,
    forced: MayBeForced = never_forced,
    elsewhere: OtherBase = always_here,
) -> QuotientHypothesis | None:
    """The hypothesis with its evidence, None where too many figures differ.

    ``forced`` says of which figures a last digit off says nothing, ``elsewhere`` which are taken
    over another figure.
    """
    rows = list(rows)
    holds: list[Triple] = []
    fails: list[Triple] = []
    aside: list[Triple] = []
    worths: list[float] = []
    nearly: list[Triple] = []
    seen: set[Triple] = set()
    limit = max(1, len(rows) // QUOTIENTS_PER_FAILURE)
    spread = RATIO_SPREAD
    for at, triple in enumerate(rows):
        target, over, under = triple
        apart = _apart(kind, triple, spread)
        if apart is None:
            continue
        distance, chance = apart
        if distance <= 0:
            if not holds:
                spread = _spread([target for target, _, _ in rows])
            holds.append(triple)
            counts = triple not in seen and over.value != under.value and over.value
            worths.append(_worth(chance) if counts else 0.0)
            bits += worths[-1]
            seen.add(triple)
        elif (other := elsewhere(at)) is not None:
            aside += [other] if other[1] is not other[2] else []
        elif forced is never_forced or distance > 2 * number_of(target)[1]:
            fails.append(triple)
        elif not forced(at, rows):
            nearly.append(triple)
        if len(fails) > limit:
            return None
    if len(fails) + len(nearly) <= limit:  # beside a share that is wrong it is not known which fit
        fails += nearly
    bits -= QUOTIENT_FAILURE * len(fails)
    if len(holds) < FEWEST_QUOTIENTS:
        return None
    given = (*worths, *(0.0 for _ in aside))
    return QuotientHypothesis(kind, (*holds, *aside), tuple(fails), bits, worths=given)


def _worth(chance: float) -> float:
    """Bits of a quotient that comes out right as rarely as that by chance."""
    return min(QUOTIENT_MOST, max(0.0, -log2(chance))) if chance else QUOTIENT_MOST


def _spread(targets: Iterable[Fact]) -> float:
    """The natural logarithm of the factor over which printed ratios spread, within RATIO_SPREAD.

    Ratios that hardly differ bear each other out no more than one of them alone.
    """
    sizes = [abs(number_of(t)[0]) for t in targets if t.figure.digits]
    return min(RATIO_SPREAD, log(max(sizes) / min(sizes))) if sizes else 0.0


def _apart(kind: Kind, triple: Triple, spread: float) -> tuple[float, float] | None:
    """(how far the printed figure is from the range computed, chance that it falls inside).

    None when the base is not positive or the figures are no amounts. ``spread`` is that of plain
    ratios; of percentages it is taken to be the same everywhere.
    """
    target, over, under = triple
    if kind is Kind.POINTS:
        return _points_apart(target, over, under)
    if target.figure.unit == POINTS:
        return None
    (a, half_a), (b, half_b) = number_of(over), number_of(under)
    printed, half = number_of(target)
    if b <= half_b:
        return None
    per_cent = target.figure.unit == PERCENT or kind is Kind.GROWTH
    of_shares = PERCENT in (over.figure.unit, under.figure.unit)
    if kind is Kind.RATIO and per_cent and of_shares:
        return None
    least, most = a - half_a, a + half_a
    low = least / (b - half_b if least < 0 else b + half_b)
    high = most / (b + half_b if most < 0 else b - half_b)
    per = 100.0 if per_cent else 1.0
    less = 1.0 if kind is Kind.GROWTH else 0.0
    low, high = (low - less) * per, (high - less) * per
    slack = FLOAT_SLACK * max(1.0, abs(printed))
    distance = max(low - (printed + half), (printed - half) - high) - slack
    if of_shares and distance > 0:  # a change of percentages may be in points
        return None
    width = (high - low) + 2 * half
    return distance, width / max(width, PER_CENT_SPREAD if per_cent else spread * abs(printed))


def chance_of(kind: Kind, triple: Triple) -> float:
    """The chance that figures like these agree; 0 where none can."""
    apart = _apart(kind, triple, RATIO_SPREAD)
    return apart[1] if apart else 0.0


def _points_apart(target: Fact, over: Fact, under: Fact) -> tuple[float, float]:
    (a, half_a), (b, half_b), (printed, half) = map(number_of, (over, under, target))
    width = half_a + half_b + half
    distance = abs(a - b - printed) - width - FLOAT_SLACK * max(1.0, abs(a))
    return distance, min(1.0, 2 * width / POINTS_SPREAD)


def quotient_relation(kind: Kind, triple: Triple) -> Relation:
    """The relation of that kind between three figures."""
    target, over, under = triple
    first, second, sign = _TERMS[kind]
    return discovered(kind, target, (Term(over, 1, first), Term(under, sign, second)))


def quotient_relations(
    hypothesis: QuotientHypothesis,
    *,
    convicts: bool,
    enough: float = 0.0,
    bits: float | None = None,
) -> Iterator[Relation]:
    """The relations that a hypothesis says hold, with those that fail where it convicts.

    One that holds tells if what the others give, ``bits`` being what all do, is ``enough`` to
    convict it were it to fail.
    """
    holds, fails = hypothesis.holds, hypothesis.fails if convicts else ()
    whole = hypothesis.bits if bits is None else bits
    limit = max(1, (len(holds) + len(hypothesis.fails)) // QUOTIENTS_PER_FAILURE)
    may_fail = hypothesis.may_convict and len(hypothesis.fails) < limit
    for triple, worth in zip(holds, hypothesis.worths or repeat(0.0), strict=False):
        left = whole - worth - QUOTIENT_FAILURE
        tells = may_fail and len(holds) > FEWEST_QUOTIENTS and left + digit_bits(worth) >= enough
        yield replace(quotient_relation(hypothesis.kind, triple), tells=tells)
    yield from (quotient_relation(hypothesis.kind, triple) for triple in fails)


def digit_bits(worth: float) -> float:
    """What it would be worth that a wrong digit explains that such a quotient does not come out."""
    return max(0.0, worth - DIGIT_SPENDS)
