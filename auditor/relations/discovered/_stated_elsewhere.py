"""What the tables of a document print elsewhere: whether a claim may be of another row."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation
from auditor.model.verdict import Status
from auditor.relations.discovered._series import printed
from auditor.relations.discovered._stated_thresholds import CLAIM_REACH

PAIR = 2


class Elsewhere:
    """What the tables of a document print, to tell whether a claim may be of another row."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts

    @cached_property
    def _values(self) -> Mapping[bool, Sequence[float]]:
        of = [f for f in self._facts if f.in_table and not f.figure.nil]
        return {
            per_cent: sorted(abs(printed(f).value) for f in of if f.figure.is_percent == per_cent)
            for per_cent in (True, False)
        }

    @cached_property
    def _rows(self) -> Mapping[str, Sequence[tuple[Fact, Fact]]]:
        """The amounts that stand side by side in the rows of a name."""
        rows: dict[str, list[tuple[Fact, Fact]]] = defaultdict(list)
        amounts = [f for f in self._facts if f.in_table and f.measure is Measure.AMOUNT]
        for one, next_one in pairwise(amounts):
            if _row_of(one) == _row_of(next_one) and one.concept == next_one.concept:
                rows[one.concept].append((one, next_one))
        return rows

    def gives(self, fails: Relation) -> bool:
        """Whether amounts side by side in another row of that name give a change that fails here.

        It is then of that row, whatever the two rows are called the same for.
        """
        if fails.kind not in (Kind.DIFFERENCE, Kind.GROWTH) or len(fails.inputs) != PAIR:
            return False
        later, earlier = fails.inputs
        own = {_row_of(later.fact), _row_of(earlier.fact)}
        pairs = self._rows.get(later.fact.concept, ())
        others = [pair for pair in pairs if _row_of(pair[0]) not in own]
        return any(
            verdict(
                replace(fails, inputs=(replace(later, fact=new), replace(earlier, fact=old))),
                Rounding.NEAREST,
            ).status
            is Status.HOLDS
            for new, old in others[:CLAIM_REACH]
        )

    def prints(self, claim: Fact) -> bool:
        """Whether some table prints what the claim states."""
        mine = printed(claim)
        values = self._values[claim.figure.is_percent]
        value = abs(mine.value)
        at = bisect_left(values, value - mine.half)
        return at < len(values) and values[at] <= value + mine.half


def _row_of(fact: Fact) -> tuple[int | None, int | None]:
    return fact.source.table, fact.source.row
