"""Telling: of which figures a check that holds would show that they are wrong.

The roundings of all its figures leave a sum some room. A figure that is smaller than that, the
"3" among twenty lines of a statement, could be any other, and the sum would still hold. Growth of
$1.4 billion from $1.3 billion may be anything from nothing to 16 %, and a printed 8 % as well be 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from auditor.checks.thresholds import FEW_DIGITS
from auditor.model.fact import Fact
from auditor.model.relation import Kind, Role
from auditor.model.verdict import Status, Verdict

_SUMS = (Kind.SUM, Kind.DIFFERENCE)


ALONE = (
    "it comes out, but nothing else bears it out: were one of its figures wrong, none would tell"
)
COARSE = "its amounts are too coarse to tell this percentage from another"


def as_told(verdict: Verdict) -> Verdict:
    """The verdict, not checkable where only its own coming out speaks for the relation.

    Nor where a sentence prints the amounts of a growth with so few digits that any would come out;
    in a table the column bears it out.
    """
    if verdict.status is not Status.HOLDS:
        return verdict
    if not verdict.relation.tells:
        return _untold(verdict, ALONE)
    is_claim = not verdict.relation.target.in_table
    return _untold(verdict, COARSE) if is_claim and _is_coarse(verdict) else verdict


def _untold(verdict: Verdict, reason: str) -> Verdict:
    return replace(verdict, status=Status.NOT_CHECKABLE, exact=False, residual=None, reason=reason)


def _is_coarse(verdict: Verdict) -> bool:
    """Whether two amounts of one or two digits leave a growth more room than it is large."""
    relation, residual = verdict.relation, verdict.residual
    if relation.kind is not Kind.GROWTH or residual is None or len(relation.inputs) != 2:
        return False
    if any(abs(term.fact.figure.digits) >= FEW_DIGITS for term in relation.inputs):
        return False
    printed = relation.target
    base = max(abs(term.fact.value) for term in relation.inputs if term.role is Role.EARLIER)
    room = (residual.high - residual.low) * 100 - base * printed.figure.last_unit
    return room > base * max(_size(printed), printed.figure.last_unit)


def tied_by(verdict: Verdict) -> Iterator[Fact]:
    """The figures that a check ties: it holds, and would not were they off by half and more.

    Half a figure is more than half the room, which is what the residual may be off to either side.
    """
    if verdict.status is Status.HOLDS:
        room = _room(verdict)
        yield from (fact for fact in verdict.relation.facts if not _is_lost(fact, room))


def lost_in(verdict: Verdict) -> Iterator[Fact]:
    """The figures of a check that holds which are too small for it to tell."""
    if verdict.status is Status.HOLDS:
        room = _room(verdict)
        yield from (fact for fact in verdict.relation.facts if _is_lost(fact, room))


def _room(verdict: Verdict) -> tuple[int, int]:
    """How far the figures of a sum may be off together, as a ratio of whole numbers."""
    if verdict.residual is None or verdict.relation.kind not in _SUMS:
        return 0, 1
    return (verdict.residual.high - verdict.residual.low).as_integer_ratio()


def _is_lost(fact: Fact, room: tuple[int, int]) -> bool:
    over, under = room
    if not over:
        return False
    size, parts = _size(fact).as_integer_ratio()
    return size * under < over * parts


def _size(fact: Fact) -> Fraction:
    """How large a figure is; a nought may be any figure of as many digits, half of the largest."""
    if fact.figure.digits or fact.figure.nil:
        return abs(fact.figure.value)
    digits = sum(char.isdecimal() for char in fact.text)
    return fact.figure.last_unit * Fraction(10**digits, 2)
