"""Slack: by how many printed units each figure could change without any relation showing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import floor

from auditor.checks.verdict import allowed
from auditor.model.citation import Citation
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Relation
from auditor.model.verdict import Slack, Status, Verdict
from auditor.solve.bounds import BOUNDLESS, printed_bounds, tightened
from auditor.solve.components import Terms, components_of
from auditor.solve.program import Program
from auditor.solve.thresholds import NEARBY


def slacks(verdicts: Sequence[Verdict], terms: Terms) -> tuple[Slack, ...]:
    """The slack of every figure that a relation which holds covers, in reading order."""
    rounding = terms.rounding
    facts: dict[int, Fact] = {}
    covering: dict[int, list[Relation]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.status is Status.HOLDS:
            for fact in verdict.relation.facts:
                relation = verdict.relation
                other = relation.is_published and fact is not relation.target
                if not other and fact.text and not fact.figure.nil:
                    facts[fact.number] = fact
                    covering[fact.number].append(verdict.relation)
    within: dict[int, list[Program]] = defaultdict(list)
    for program in (component.program for component in components_of(verdicts, terms)):
        for fact in program.facts:
            within[fact.number].append(program)
    return tuple(
        _slack(
            facts[number],
            _values_left(number, covering[number], within[number], rounding),
            rounding,
        )
        for number in sorted(facts)
    )


def _values_left(
    number: int, relations: Sequence[Relation], programs: Sequence[Program], rounding: Rounding
) -> Interval | None:
    """What the figure may be by each relation alone, and by those around it together."""
    found = [allowed(relation, number, rounding) for relation in relations]
    found += [_nearby(program, number) for program in programs]
    common: Interval | None = None
    for interval in found:
        if interval is not None:
            common = interval if common is None else common.overlap(interval) or common
    return common


def _nearby(program: Program, number: int) -> Interval | None:
    """What the rows around a figure leave it, in base units; None for all or nothing."""
    columns = program.columns((number,))
    bounds = printed_bounds(program, (number,))
    if tightened(program, bounds, _rows_around(program, number)) is not None:
        return None
    low, high = bounds.low[columns[0]], bounds.high[columns[0]]
    if max(-low, high) >= BOUNDLESS:
        return None
    return Interval(program.value(columns[0], low), program.value(columns[0], high))


def _rows_around(program: Program, number: int) -> list[int]:
    """The rows nearest to the figure, through the figures that they share."""
    reached: dict[int, None] = {}
    seen = edge = frozenset(program.columns((number,)))
    while edge and len(reached) < NEARBY:
        rows = sorted({r for column in edge for r in program.rows_of[column]} - reached.keys())
        near = [place for place in rows[:NEARBY] if program.asks(place, (number,))]
        reached |= dict.fromkeys(near)
        edge = frozenset(column for r in near for column in program.rows[r].columns) - seen
        seen |= edge
    return sorted(reached)


def _slack(fact: Fact, left: Interval | None, rounding: Rounding) -> Slack:
    """The most units that the printed figure can move either way and still meet what is left."""
    cited = Citation("figure", fact.text, fact.source)
    if left is None:
        return Slack(cited, None)
    printed, unit = fact.figure.interval(rounding), fact.figure.last_unit
    up, down = (left.high - printed.low) / unit, (printed.high - left.low) / unit
    return Slack(cited, max(0, floor(up), floor(down)))
