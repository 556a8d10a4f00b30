"""Duplicates: what is tagged the same in several places must be the same figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.relations.tagged.matched import TaggedFact

RULE = "same-tagged-fact"
TITLE = "The same tagged fact in two places"
WHY = "Both figures carry the same tag: the same concept, period, part of the company and unit."
CONVENTIONS = (Rounding.NEAREST, Rounding.TRUNCATE)


class DuplicateFacts(NamedTuple):
    """All tags that state one thing, the most precise of them first.

    ``agree`` is whether one unrounded value may stand behind all of them, rounded or cut off.
    """

    members: tuple[TaggedFact, ...]
    agree: bool

    @property
    def chosen(self) -> TaggedFact:
        """The one that speaks for all in a calculation, within what the others leave it."""
        first, *others = self.members
        if not others or not self.agree:
            return first
        others_allow = tuple(
            _in_units_of(first, other) for other in others if _narrows(first, other)
        )
        if not others_allow:
            return first
        figure = first.fact.figure._replace(beside=others_allow)
        return first._replace(fact=first.fact._replace(figure=figure))


def duplicate_facts(group: Sequence[TaggedFact]) -> DuplicateFacts:
    """The tags of a group; a figure tagged twice where it stands is one."""
    once = {one.fact.number: one for one in reversed(group)}
    members = tuple(sorted(once.values(), key=_precision))
    return DuplicateFacts(members, any(_meet(members, rounding) for rounding in CONVENTIONS))


def ties(group: DuplicateFacts) -> Iterator[Relation]:
    """Each of the tags tied to the most precise of them; dashes state too little to be tied."""
    members = [one for one in group.members if not one.fact.figure.nil]
    for other in members[1:]:
        yield _tie(other, members[0])
    apart = _farthest_apart(members)
    if apart is not None and members[0] not in apart:
        yield _tie(*apart)


def _tie(one: TaggedFact, other: TaggedFact) -> Relation:
    factor = other.factor / one.factor
    term = Term(other.fact, 1 if factor > 0 else -1, Role.SAME, abs(factor))
    return Relation(Kind.TIE, one.fact, (term,), RULE, TITLE, WHY, units_tagged=True)


def _precision(one: TaggedFact) -> tuple[Fraction, bool, bool, int]:
    """Sorts first what is most precise, then what is displayed, and in a table."""
    figure = one.fact.figure
    unit = figure.last_unit if figure.accuracy is None else figure.accuracy
    return unit * abs(one.factor), one.tag.hidden, not one.fact.in_table, one.fact.number


def _meet(members: Sequence[TaggedFact], rounding: Rounding) -> bool:
    """Whether one value is allowed by all of them; dashes state too little to exclude any."""
    met: Interval | None = members[0].interval(rounding)
    for one in members[1:]:
        if met is not None and not one.fact.figure.nil:
            met = met.overlap(one.interval(rounding))
    return met is not None


def _narrows(first: TaggedFact, other: TaggedFact) -> bool:
    """Whether the other may exclude something of what the first allows."""
    if other.fact.figure.nil:
        return False
    pairs = ((first.interval(r), other.interval(r)) for r in CONVENTIONS)
    return any(own.overlap(its) != own for own, its in pairs)


def _in_units_of(first: TaggedFact, other: TaggedFact) -> Figure:
    """The other's figure as it would be printed where the first stands."""
    factor = other.factor * other.fact.sign / (first.factor * first.fact.sign)
    figure = other.fact.figure
    power = _power(abs(factor))
    accuracy = None if figure.accuracy is None else figure.accuracy * abs(factor)
    digits = figure.digits if factor > 0 else -figure.digits
    return figure._replace(digits=digits, scale=figure.scale + power, accuracy=accuracy)


def _power(factor: Fraction) -> int:
    """The exponent of a power of ten."""
    return len(str(factor.numerator)) - len(str(factor.denominator))


def _farthest_apart(members: Sequence[TaggedFact]) -> tuple[TaggedFact, TaggedFact] | None:
    """The two that leave no value between them, though both may agree with the most precise."""
    if len(members) < 3:
        return None
    for rounding in CONVENTIONS:
        above = max(members, key=lambda one: one.interval(rounding).low)
        below = min(members, key=lambda one: one.interval(rounding).high)
        if above.interval(rounding).overlap(below.interval(rounding)) is None:
            return above, below
    return None
