"""Operands: the facts that may stand in each place of a rule, seen from its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.period import Period
from auditor.model.relation import Role, Term
from auditor.model.rule import SAME, Operand, When
from auditor.relations.declared.book import Book, ColumnMeaning
from auditor.relations.declared.targets import stands_within

BASE = "base"

_PARTS = {When.ITS_QUARTERS: 3, When.ITS_HALVES: 6}


class OperandSlot(NamedTuple):
    """One place to be taken by a fact: of an operand, a period and a scenario.

    ``crosses``: a segment's total may be made of concepts that are not narrowed to the segment,
    as its rule names it on purpose.
    """

    operand: Operand
    period: Period | None
    scenario: str
    crosses: bool = False


def slots(operand: Operand, target: Fact, *, crosses: bool) -> list[OperandSlot]:
    """The places that an operand asks for; none when the target does not say which."""
    scenario = operand.scenario or target.scenario
    if operand.when is When.COMPARED and target.against:
        scenario = target.against.scenario or scenario
    return [
        OperandSlot(operand, period, scenario, crosses) for period in _periods(operand.when, target)
    ]


def _periods(when: When, target: Fact) -> Sequence[Period | None]:
    period, against = target.period, target.against
    if when is When.SAME:
        return [period]
    if when is When.COMPARED:
        if against is None or not (against.period or against.scenario):
            return []
        return [against.period or period]
    if period is None:
        return []
    if when is When.IN_BETWEEN:
        return _in_between(period, against)
    return period.parts(_PARTS[when]) if when in _PARTS else [_moved(period, when)]


def _in_between(period: Period, against: Comparison | None) -> Sequence[Period]:
    """The months after the date compared with, up to the period's own end."""
    if against is None or against.period is None or against.period.last >= period.last:
        return []
    return [Period(against.period.last + 1, period.last)]


def _moved(period: Period, when: When) -> Period:
    return {
        When.YEAR_BEFORE: period.year_before,
        When.PRECEDING: period.preceding,
        When.ITS_END: period.end,
        When.ITS_START: Period(None, period.last - period.months),
    }[when]


def candidates(slot: OperandSlot, target: Fact, book: Book) -> list[Fact]:
    """The facts that may take a slot, in reading order.

    A target narrowed to a part takes the facts of that part, or those under its heading.
    """
    operand, concept = slot.operand, _concept(slot.operand, target, book)
    if concept is None:
        return []
    column = ColumnMeaning(slot.period, slot.scenario, operand.scope or target.scope)
    near = book.near(target, concept, operand.measure, column)
    if operand.measure is target.measure:
        near = [f for f in near if f.number != target.number]
    found = [f for f in near if stands_within(f, operand.within)] if operand.within else near
    segment = target.segment if operand.segment is None else operand.segment
    own = [f for f in found if segment in (f.segment, *f.headings)]
    return own or [f for f in found if slot.crosses and f.segment == ""]


def _concept(operand: Operand, target: Fact, book: Book) -> str | None:
    if operand.concept == SAME:
        return target.concept
    if operand.concept == BASE:
        return target.against.concept if target.against else None
    return book.lexicon.concept(operand.concept)


def main_table(pools: Iterable[Sequence[Fact]], target: Fact) -> int | None:
    """The table that prints most of the operands: the target's own if it does, else the first."""
    count: dict[int, int] = defaultdict(int)
    for pool in pools:
        for block in {f.block for f in pool if f.in_table}:
            count[block] += 1
    if not count:
        return None
    return min(count, key=lambda b: (-count[b], b != target.block, b))


def nearest(pool: Sequence[Fact], target: Fact, table: int | None) -> Fact:
    """The candidate in the target's passage or table, in its column, in ``table``, in any."""

    def distance(fact: Fact) -> tuple[bool, bool, bool, bool, int]:
        apart = fact.block != target.block
        return (
            apart,
            not apart and fact.source.col != target.source.col,
            fact.block != table,
            not fact.in_table,
            fact.number,
        )

    here = [fact for fact in pool if fact.block == target.block]
    return min(here or pool, key=distance)


def derived(slot: OperandSlot, target: Fact, role: Role, book: Book) -> tuple[Term, ...]:
    """What is not printed may follow: from the sum that defines it, or from a printed change."""
    concept = _concept(slot.operand, target, book)
    if concept is None or role is not Role.EARLIER:
        return ()
    return _by_definition(concept, slot, target, book) or _by_change(slot, target, book)


def _by_definition(concept: str, slot: OperandSlot, target: Fact, book: Book) -> tuple[Term, ...]:
    rule = book.definitions.get((concept, target.segment))
    if rule is None or rule.minus:
        return ()
    crosses = bool(rule.target.segment)
    parts = [OperandSlot(o, slot.period, slot.scenario, crosses) for o in rule.plus]
    pools = [candidates(part, target, book) for part in parts]
    if not all(pools):
        return ()
    table = main_table(pools, target)
    return tuple(Term(nearest(pool, target, table), 1, Role.EARLIER) for pool in pools)


def _by_change(slot: OperandSlot, target: Fact, book: Book) -> tuple[Term, ...]:
    """The later amount less the change that is printed in the same table or passage."""
    if target.measure is not Measure.GROWTH or slot.operand.measure is not Measure.AMOUNT:
        return ()
    later = book.in_same_block(target, Measure.AMOUNT)
    change = [
        f
        for f in book.in_same_block(target, Measure.CHANGE)
        if f.against and f.against.period == slot.period
    ]
    if not (later and change):
        return ()
    return Term(later[0], 1, Role.EARLIER), Term(change[0], -1, Role.EARLIER)


def missing_name(slot: OperandSlot, target: Fact) -> str:
    """The fact that nothing takes the slot of, in words."""
    what = target.label if slot.operand.concept == SAME else slot.operand.concept
    when = slot.period.label if slot.period and slot.period.label else ""
    if target.against and slot.operand.when is When.COMPARED:
        when = target.against.text or when
    state = "" if slot.scenario == target.scenario else slot.scenario
    return " ".join(word for word in (what, when, state) if word)
