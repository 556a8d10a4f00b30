"""Relative periods: columns that are headed "this year" and "last year", or 当 and 前.

Which year that is stands in a heading over the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.notation.deferred import deferred

_RELATIVE = deferred(
    r"(?:(?P<now>当)|(?P<before>前))(?:第?[1-4\uff11-\uff14一二三四]?四半期|中間|事業|連結|会計|累計"
    r"|年度|年|期間|期|同)+(?P<end>末)?"
    r"|(?:(?P<this>this|current)|(?P<last>last|prior|previous))[ ]?(?P<span>year|period|half)"
    r"(?P<year_end>[ -]end)?",
    re.IGNORECASE,
)
_YEAR = 12


def with_relative_periods(facts: Iterable[Fact], spoken: Period | None) -> list[Fact]:
    """The facts of a table, those of relative columns in the period that its heading names."""
    return [_placed(fact, spoken) for fact in facts]


def _placed(fact: Fact, spoken: Period | None) -> Fact:
    if fact.period is not None or spoken is None or spoken.is_instant:
        return fact
    found = _RELATIVE.fullmatch((fact.source.column_label or "").strip())
    if found is None or (found["span"] == "year" and spoken.months != _YEAR):
        return fact
    before = found["before"] or found["last"]
    period = spoken.year_before if before else spoken
    return replace(fact, period=period.end if found["end"] or found["year_end"] else period)
