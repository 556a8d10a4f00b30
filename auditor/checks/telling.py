"""Telling: of which figures a check that holds would show that they are wrong.

The roundings of all its figures leave a sum some room. A figure that is smaller than that, the
"3" among twenty lines of a statement, could be any other, and the sum would still hold. Growth of
$1.4 billion from $1.3 billion may be anything from nothing to 16 %, and a printed 8 % as well be 2.
Earnings of 0.37 a share would be that with a million shares more or less of 128,641,762.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from auditor.checks.thresholds import FEW_DIGITS
from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Role
from auditor.model.verdict import Status, Verdict

_SUMS = (Kind.SUM, Kind.DIFFERENCE)
_QUOTIENTS = (Kind.RATIO, Kind.GROWTH)
HUNDRED = 100
BLURRED = "the percentages and ratios computed from it are too coarse to confirm most of its digits"


ALONE = "these figures agree, but only with each other: were one wrong, nothing else would show it"
COARSE = "its amounts are rounded too much to tell this percentage from the next one"


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
    Of a quotient those that it tells most digits of.
    """
    if verdict.status is Status.HOLDS:
        room = _room(verdict)
        coarse = {fact.number for fact in blurred_in(verdict)}
        for fact in verdict.relation.facts:
            if fact.number not in coarse and not _is_lost(fact, room):
                yield fact


def blurred_in(verdict: Verdict) -> Iterator[Fact]:
    """The amounts of a quotient that holds which it leaves most of their digits open.

    Its last unit leaves an amount so many of its own. A digit is told where one more or less of it
    is more than that; the last two are left to rounding.
    """
    relation = verdict.relation
    if verdict.status is not Status.HOLDS or relation.kind not in _QUOTIENTS:
        return
    over, under = _blur(relation)
    for term in relation.inputs:
        digits = abs(term.fact.figure.digits)
        told = [10**n * under > digits * over for n in range(2, len(str(digits)))]
        if term.fact.number != relation.target.number and 2 * sum(told) < len(told):
            yield term.fact


def _blur(relation: Relation) -> tuple[int, int]:
    """Which part of an amount half a last unit of the quotient is, as a ratio of whole numbers."""
    target = relation.target.figure
    if relation.kind is Kind.RATIO:
        return 1, 2 * max(abs(target.digits), 1)
    whole = abs(HUNDRED + target.value)
    return (target.last_unit / (2 * whole)).as_integer_ratio() if whole else (1, 2)


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
    figure = fact.figure
    plain = figure.digits or figure.nil
    size, parts = (figure.value if plain else _size(fact)).as_integer_ratio()
    return abs(size) * under < over * parts


def _size(fact: Fact) -> Fraction:
    """How large a figure is; a nought may be any figure of as many digits, half of the largest."""
    if fact.figure.digits or fact.figure.nil:
        return abs(fact.figure.value)
    digits = sum(char.isdecimal() for char in fact.text)
    return fact.figure.last_unit * Fraction(10**digits, 2)
