"""Undeclared: sums of an instance that comes without its calculations, seen where they hold.

Facts are written in the order of their statement. Where a total follows its parts in one context
and is their sum, it is asked for the same in others, of the parts that stand there. One that is
called a total is asked for what precedes it, down from the total before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from auditor.checks.verdict import allowed
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.relations.tagged.calculations import ContextUnit, holds
from auditor.relations.tagged.duplicates import CONVENTIONS
from auditor.relations.tagged.matched import TaggedFact
from auditor.relations.tagged.slipped import is_slipped
from auditor.relations.thresholds import (
    FEWEST_NAMED_PARTS,
    FEWEST_UNDECLARED_PARTS,
    MOST_UNDECLARED_PARTS,
)

RULE = "sum"
WHY = (
    "Its calculations are not there; elsewhere in it the same total is the sum of what precedes it."
)

NAMED = "Its calculations are not there; it is called a total, and these precede it."
_TOTAL = "Total"


def undeclared_sums(found: Sequence[TaggedFact]) -> Iterator[Relation]:
    """The sums that an instance shows in one context, with those in others that hold or slipped."""
    seats: dict[ContextUnit, list[TaggedFact]] = defaultdict(list)
    for one in found:
        seats[one.tag.context, one.tag.unit].append(one)
    begins: dict[str, str] = {}
    for listed in seats.values():
        begins = {**dict(_shown(listed)), **begins}
    for listed in seats.values():
        yield from _asked(listed, begins)
        yield from _named(listed, begins)
    for whole, around in _wholes(found).items():
        if not any(one.tag.concept in begins for one in seats.get(whole, ())):
            yield from _made_up_by_members(_with_members(around, whole))


def _wholes(found: Sequence[TaggedFact]) -> Mapping[ContextUnit, list[TaggedFact]]:
    """What is stated of each whole company and of its members, at one time and in one unit."""
    around: dict[ContextUnit, list[TaggedFact]] = defaultdict(list)
    for one in found:
        if len(one.tag.context.parts) <= 1:
            around[replace(one.tag.context, parts=()), one.tag.unit].append(one)
    return around


def _made_up_by_members(listed: Sequence[TaggedFact]) -> Iterator[Relation]:
    """The sums that a list with what members state shows."""
    begins = dict(_shown(listed))
    yield from (asked for asked in _asked(listed, begins) if holds(asked))


def _with_members(around: Sequence[TaggedFact], whole: ContextUnit) -> list[TaggedFact]:
    """What is stated of the whole, and of its members what is not stated of the whole."""
    stated = {one.tag.concept for one in around if one.tag.context == whole[0]}
    return [one for one in around if one.tag.context == whole[0] or one.tag.concept not in stated]


def _asked(listed: Sequence[TaggedFact], begins: Mapping[str, str]) -> Iterator[Relation]:
    """The totals of one context with what stands from their first part on."""
    last: dict[str, int] = {}
    for at, total in enumerate(listed):
        start = last.get(begins.get(total.tag.concept, ""))
        last[total.tag.concept] = at
        if start is not None and FEWEST_UNDECLARED_PARTS <= at - start <= MOST_UNDECLARED_PARTS:
            asked = _sum(total, listed[start:at])
            if holds(asked) or _slipped(asked):
                yield asked


def _is_called_total(concept: str) -> bool:
    """Whether "Total" is the first or the last word of a concept's name."""
    name = concept.rpartition(":")[2]
    opens = name.startswith(_TOTAL) and not name[len(_TOTAL) :][:1].islower()
    return opens or name.endswith(_TOTAL)


def _named(listed: Sequence[TaggedFact], begins: Mapping[str, str]) -> Iterator[Relation]:
    """What is called a total and never seen as one, with what stands since the total before it."""
    start = 0
    for at, total in enumerate(listed):
        if not _is_called_total(total.tag.concept):
            continue
        if total.tag.concept not in begins and at - start >= FEWEST_NAMED_PARTS:
            asked = replace(
                _sum(total, listed[max(start, at - MOST_UNDECLARED_PARTS) : at]), why=NAMED
            )
            if holds(asked) or _slipped(asked):
                yield asked
        start = at + 1


def _shown(listed: Sequence[TaggedFact]) -> Iterator[tuple[str, str]]:
    """The concepts of totals that are the sum of what precedes them, with the first part's."""
    for at, total in enumerate(listed):
        before = listed[max(0, at - MOST_UNDECLARED_PARTS) : at][::-1]
        sums = accumulate(one.tag.value for one in before)
        for count, value in enumerate(sums, start=1):
            if count >= FEWEST_UNDECLARED_PARTS and value and value == total.tag.value:
                yield total.tag.concept, before[count - 1].tag.concept
                break


def _sum(total: TaggedFact, parts: Sequence[TaggedFact]) -> Relation:
    terms = []
    for one in parts:
        factor = one.factor / total.factor
        terms.append(Term(one.fact, 1 if factor > 0 else -1, Role.PART, abs(factor)))
    return Relation(
        Kind.SUM,
        total.fact,
        tuple(terms),
        RULE,
        why=WHY,
        origin=Origin.DISCOVERED,
        severity=Severity.WARNING,
        units_tagged=True,
    )


def _slipped(asked: Relation) -> bool:
    """Whether one slip in the total is all that keeps a sum from holding."""
    return any(
        is_slipped(asked.target.figure, allowed(asked, asked.target.number, rounding))
        for rounding in CONVENTIONS
    )
