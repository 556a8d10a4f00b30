"""Relations: what printed figures must obey together, linear in their unrounded values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import Interval

PER_CENT = Fraction(1, 100)
ONE = Fraction(1)


class Kind(StrEnum):
    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    GROWTH = "growth"
    POINTS = "points"
    AVERAGE = "average"
    TIE = "tie"
    LABEL = "label"
    SCHEMA = "schema"
    COMPLETENESS = "completeness"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Origin(StrEnum):
    DECLARED = "declared"
    DISCOVERED = "discovered"


class Role(StrEnum):
    """What an input does in its relation."""

    PART = "part"
    LATER = "later"
    EARLIER = "earlier"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    SAME = "same fact"


@dataclass(frozen=True, slots=True)
class Term:
    """A fact with the sign it enters the relation with, and the weight where that is not one."""

    fact: Fact
    sign: int = 1
    role: Role = Role.PART
    weight: Fraction = ONE

    @property
    def factor(self) -> Fraction | int:
        """What its value is multiplied by."""
        return self.sign if self.weight is ONE or self.weight == 1 else self.sign * self.weight


@dataclass(frozen=True, slots=True)
class Relation:
    """``target`` follows from ``inputs`` in the way ``kind`` says.

    sum and difference: the signed sum of the inputs. average: their mean. points: later less
    earlier. tie: the same value. ratio: numerators over denominators (times 100 when the target is
    in per cent). growth: later over earlier less one, in per cent.
    ``missing`` names the operands that the document does not print; such a relation
    cannot be checked. ``confidence`` (0 to 1) is below 1 only for discovered relations.
    ``rounding`` is the convention that it is checked under, where not under the document's.
    ``units_tagged`` is whether tags say what its figures count, whatever is printed beside them.
    ``tells``: were one of its figures wrong, what else bears it out would still say so; a relation
    that rests on nothing but its own coming out shows nothing by it.
    """

    kind: Kind
    target: Fact
    inputs: tuple[Term, ...]
    rule: str
    title: str = ""
    why: str = ""
    origin: Origin = Origin.DECLARED
    severity: Severity = Severity.ERROR
    confidence: float = 1.0
    missing: tuple[str, ...] = ()
    rounding: Rounding | None = None
    units_tagged: bool = False
    tells: bool = True

    @property
    def is_published(self) -> bool:
        """Whether it ties a figure to what another document published."""
        if self.rounding is None:  # two documents need not follow one convention
            return False
        return any(term.fact.source.path != self.target.source.path for term in self.inputs)

    @property
    def whole(self) -> Fraction | None:
        """What its figures add up to, if it says that of shares: each is its own part of them all.

        One, or a hundred where they are in per cent; None for any other relation.
        """
        if self.kind is not Kind.RATIO or not self.inputs:
            return None
        (first, *rest), own = self.inputs, self.target.number
        if first.role is not Role.NUMERATOR or first.fact.number != own:
            return None
        others = {term.fact.number for term in rest if term.role is Role.DENOMINATOR}
        if len(others) < max(2, len(rest)) or own not in others:
            return None
        return 1 / PER_CENT if self.target.figure.is_percent else ONE

    @property
    def shares(self) -> tuple[Term, ...]:
        """The figures that make a whole, each once."""
        return self.inputs[1:]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.target, *[term.fact for term in self.inputs])


Form = Mapping[int, Fraction | int]
"""A linear form: coefficients on the unrounded values behind figures, by ``Fact.number``."""


def forms(relation: Relation, rounding: Rounding) -> tuple[Form, ...]:
    """The linear forms whose values, taken together, must enclose zero.

    One form for a relation that is linear as it stands. For a printed percentage there are two,
    one for each end of what the percentage may have been: the residual is linear in the
    percentage for fixed amounts and linear in the amounts for a fixed percentage, so its
    extremes over all unrounded values lie at those two ends.
    """
    return forms_for(relation, relation.target.interval(rounding))


def forms_for(relation: Relation, printed: Interval) -> tuple[Form, ...]:
    """The same, with a printed percentage taken to be anywhere in ``printed``."""
    inputs = relation.inputs
    if relation.kind in (Kind.SUM, Kind.DIFFERENCE, Kind.POINTS, Kind.TIE):
        return (_combined(((relation.target, -1), *_signed(inputs))),)
    if relation.kind is Kind.AVERAGE:
        return (_combined(((relation.target, -len(inputs)), *_signed(inputs))),)
    if relation.kind in (Kind.RATIO, Kind.GROWTH):
        stated = stated_quotient(relation, printed)
        over = [t for t in inputs if t.role in (Role.NUMERATOR, Role.LATER)]
        under = [t for t in inputs if t.role in (Role.DENOMINATOR, Role.EARLIER)]
        return tuple(
            _combined((*_signed(over), *_signed(under, -quotient)))
            for quotient in (stated.low, stated.high)
        )
    raise ValueError(f"a {relation.kind} relation has no arithmetic")


def stated_quotient(relation: Relation, printed: Interval) -> Interval:
    """What a printed ratio or growth says that numerator over denominator is."""
    per_cent = relation.target.figure.is_percent or relation.kind is Kind.GROWTH
    quotient = printed.times(PER_CENT) if per_cent else printed
    if relation.kind is Kind.GROWTH:
        return quotient + Interval(Fraction(1), Fraction(1))
    return quotient


def value_range(form: Form, intervals: Mapping[int, Interval]) -> Interval:
    """The exact range of a linear form while each figure stays in its interval.

    Summed over one common denominator: rational addition step by step takes five times as long.
    """
    lows: dict[int, int] = {}
    highs: dict[int, int] = {}
    low_open = high_open = False
    for number, factor in form.items():
        interval = intervals[number]
        times, divided = factor.as_integer_ratio()
        low, high = interval.low, interval.high
        if times > 0:
            low_open, high_open = low_open or interval.low_open, high_open or interval.high_open
        elif times < 0:
            low, high = high, low
            low_open, high_open = low_open or interval.high_open, high_open or interval.low_open
        else:
            continue
        above, below = low.as_integer_ratio()
        below *= divided
        lows[below] = lows.get(below, 0) + above * times
        above, below = high.as_integer_ratio()
        below *= divided
        highs[below] = highs.get(below, 0) + above * times
    return Interval(_sum(lows), _sum(highs), low_open, high_open)


def sum_of_products(pairs: Iterable[tuple[Fraction, Fraction | int]]) -> Fraction:
    """The exact sum of the products of each pair."""
    over: dict[int, int] = {}
    for one, other in pairs:
        (above, below), (times, divided) = one.as_integer_ratio(), other.as_integer_ratio()
        below *= divided
        over[below] = over.get(below, 0) + above * times
    return _sum(over)


def _sum(over: Mapping[int, int]) -> Fraction:
    """The sum of fractions, each of a denominator its own."""
    if len(over) == 1:
        ((below, above),) = over.items()
        return Fraction(above, below)
    whole = lcm(*over)
    return Fraction(sum([above * (whole // below) for below, above in over.items()]), whole)


def _signed(terms: Iterable[Term], factor: Fraction | int = 1) -> list[tuple[Fact, Fraction | int]]:
    return [(t.fact, t.factor * factor) for t in terms]


def _combined(pairs: Iterable[tuple[Fact, Fraction | int]]) -> Form:
    """Coefficients of the same fact added up: its unrounded value is one wherever it enters."""
    total: dict[int, Fraction | int] = {}
    for fact, coefficient in pairs:
        total[fact.number] = total.get(fact.number, 0) + coefficient * fact.sign
    return total
