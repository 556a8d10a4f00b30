"""Claims alone: what sentences claim for certain, be their subject in a table or not."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._series import printed, same_unit

MOVES = {Measure.GROWTH: Kind.GROWTH, Measure.CHANGE: Kind.DIFFERENCE, Measure.POINTS: Kind.POINTS}


def claim_of(fact: Fact) -> Fact | None:
    """The fact, or what it claims of a subject that no table names, where all slots are filled."""
    if fact.certain or fact.spoken is None:
        return fact if fact.certain else None
    number, source, block = fact.number, fact.source, fact.block
    return fact.spoken._replace(number=number, source=source, block=block, headings=fact.headings)


def base_of(moved: Fact) -> Period | None:
    """The time that a movement is compared with: the one that is named, else a year before."""
    named = moved.against.period if moved.against else None
    return named or (moved.period.year_before if moved.period else None)


def between_two(moved: Fact, later: Fact, earlier: Fact) -> Iterator[Relation]:
    """A movement from one amount to another; nothing where their units say that it is none."""
    kind = MOVES[moved.measure]
    per_cent = later.figure.is_percent and earlier.figure.is_percent
    if (kind is Kind.POINTS) is not per_cent or not are_alike(later, earlier):
        return
    if kind is Kind.DIFFERENCE and not are_alike(moved, later):
        return
    less = 1 if kind is Kind.GROWTH else -1
    yield discovered(kind, moved, (Term(later, 1, Role.LATER), Term(earlier, less, Role.EARLIER)))


def are_alike(one: Fact, other: Fact) -> bool:
    """Whether two amounts are of one unit, neither of them a percentage of something."""
    return same_unit(printed(one), printed(other))
