"""A change beside its percentage: the difference of the very figures that a growth is taken of."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.relation import Kind
from auditor.relations.discovered._column_changes import CALLED_CHANGE, HeadedLine
from auditor.relations.discovered._lines import FactLine
from auditor.relations.discovered._quotients import QuotientHypothesis, Triple
from auditor.relations.discovered._thresholds import CHANGE_BESIDE, FEWEST_CHANGES


def change_beside_bits(found: QuotientHypothesis, columns: Sequence[HeadedLine]) -> float:
    """Bits for a column next to a growth's that is called a change too, and is the change in all.

    It leaves no doubt of which two columns are compared, nor that their figures are right.
    """
    rows = (*found.holds, *found.fails)
    if found.kind is not Kind.GROWTH or len(rows) < FEWEST_CHANGES:
        return 0.0
    at = next((i for i, (_, line) in enumerate(columns) if rows[0][0] in line.facts.values()), None)
    if at is None or not CALLED_CHANGE.search(columns[at][0].heading):
        return 0.0
    beside = [columns[i] for i in (at - 1, at + 1) if 0 <= i < len(columns)]
    return max(
        (
            CHANGE_BESIDE
            for column, line in beside
            if CALLED_CHANGE.search(column.heading) and _states_changes(line, columns[at][1], rows)
        ),
        default=0.0,
    )


def _states_changes(line: FactLine, growth: FactLine, rows: Sequence[Triple]) -> bool:
    """Whether a column states the change of every row, to rounding."""
    places = {fact.number: place for place, fact in growth.facts.items()}
    for target, later, earlier in rows:
        change = line.facts.get(places.get(target.number, -1))
        if change is None or change.figure.is_percent:
            return False
        near = (change.figure.last_unit + later.figure.last_unit + earlier.figure.last_unit) / 2
        if abs(later.value - earlier.value - change.value) > near:
            return False
    return True
