"""Row quotients: one row over another, column by column, where a third row states the quotient."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import log10
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._relations import discovered


class Quotient(NamedTuple):
    """A printed quotient with the two figures of its column; ``power`` of ten is what lies between.

    Of a tax or a loss in brackets it is the amount that is meant.
    """

    target: Fact
    over: Fact
    under: Fact
    power: int
    title: str

    @property
    def relation(self) -> Relation:
        sign = -1 if self.target.value * self.over.value < 0 else 1
        over = Term(self.over, sign, Role.NUMERATOR, Fraction(10) ** self.power)
        return discovered(
            Kind.RATIO, self.target, (over, Term(self.under, 1, Role.DENOMINATOR)), self.title
        )

    @property
    def slip(self) -> float:
        """Bits for one mistyped figure explaining that it does not come out."""
        figure = self.over.figure
        over = self.over._replace(figure=figure._replace(scale=figure.scale + self.power))
        return misprint_bits(Kind.RATIO, (_positive(self.target), _positive(over), self.under))


def _positive(fact: Fact) -> Fact:
    return fact._replace(sign=-fact.sign) if fact.value < 0 else fact


class Tried(NamedTuple):
    """Two rows as what a quotient is computed from: the columns that come out, and the others."""

    held: Sequence[Quotient]
    failed: Sequence[Quotient]


def tried(
    threes: Sequence[tuple[Fact, Fact, Fact]], title: str, *, in_one_unit: bool = False
) -> Tried:
    """Printed quotients, each with its two figures: those that come out, and those that do not.

    Unless all are ``in_one_unit``, a power of ten may lie between, as of cents and thousands: one
    and the same in all columns.
    """
    power = 0 if in_one_unit else _power(threes)
    quotients = [Quotient(*three, power, title) for three in threes]
    states = [(one, verdict(one.relation, Rounding.NEAREST).status) for one in quotients]
    return Tried(
        tuple(one for one, status in states if status is Status.HOLDS),
        tuple(one for one, status in states if status is Status.VIOLATED),
    )


def _power(threes: Sequence[tuple[Fact, Fact, Fact]]) -> int:
    """The power of ten between a quotient and its two figures, in most columns."""
    powers = sorted(
        round(log10(abs(float(t.value * b.value / a.value)))) for t, a, b in threes if t.value
    )
    return powers[len(powers) // 2] if powers else 0
