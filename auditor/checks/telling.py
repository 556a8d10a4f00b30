"""Telling: of which figures a check that holds would show that they are wrong.

The roundings of all its figures leave a sum some room. A figure that is smaller than that, the
"3" among twenty lines of a statement, could be any other, and the sum would still hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from auditor.model.fact import Fact
from auditor.model.relation import Kind
from auditor.model.verdict import Status, Verdict

_SUMS = (Kind.SUM, Kind.DIFFERENCE)


ALONE = (
    "it comes out, but nothing else bears it out: were one of its figures wrong, none would tell"
)


def as_told(verdict: Verdict) -> Verdict:
    """The verdict, not checkable where only its own coming out speaks for the relation."""
    if verdict.status is not Status.HOLDS or verdict.relation.tells:
        return verdict
    return replace(verdict, status=Status.NOT_CHECKABLE, exact=False, residual=None, reason=ALONE)


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
