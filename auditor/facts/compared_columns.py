"""Compared columns: the periods of the amounts that a column of shares or changes compares.

Those are the columns to its left, back to another of changes after which others begin. Two blocks
stand side by side so: "2025, 2024, change" of the quarter, then of the half. Where no period is
read there, those of all columns count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from auditor.facts.column_meanings import ColumnMeaning
from auditor.model.fact import RESULT, Measure
from auditor.model.period import Period

CHANGES = (Measure.CHANGE, Measure.GROWTH, Measure.POINTS)


class ComparedColumns(NamedTuple):
    """The periods of results in printed order, each once: the keys, which are the values too."""

    periods: Mapping[Period, Period]

    @property
    def current(self) -> Period | None:
        return next(iter(self.periods), None)

    def earlier(self, current: Period | None) -> Period | None:
        """The period a year before the current one, else the first that is another."""
        before = self.periods.get(current.year_before) if current else None
        if before is not None and before != current:
            return before
        return next((period for period in self.periods if period != current), None)


def compared_columns(headings: Mapping[int, ColumnMeaning]) -> dict[int, ComparedColumns]:
    """What each column compares that states no amount; one look at each, however many there are."""
    every: dict[Period, Period] = {}
    for heading in headings.values():
        _add(heading, every)
    block: dict[Period, Period] = {}  # of the columns since the last of changes
    done, follows_change = block, False
    found = {}
    for index, heading in headings.items():
        before = done if follows_change else block
        if heading.measure in CHANGES:
            done, follows_change = before, True
            found[index] = ComparedColumns(done or every)
            continue
        if heading.measure is not None:  # a share has a period and is taken against none
            first = ComparedColumns(before or every).current
            found[index] = ComparedColumns({first: first} if first else {})
        if follows_change:
            block, follows_change = {}, False
        _add(heading, block)
    return found


def _add(heading: ColumnMeaning, periods: dict[Period, Period]) -> None:
    """Adds the period of a column of amounts that are results."""
    if heading.period and heading.measure is None and heading.scenario == RESULT:
        periods.setdefault(heading.period, heading.period)
