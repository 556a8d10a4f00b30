"""Names of periods: the one that a line is named after."""

from __future__ import annotations

from auditor.model.period import Calendar, Period
from auditor.notation.periods import periods


def named_period(label: str, calendar: Calendar) -> Period | None:
    """The only period that a label names; None where it names none, or several."""
    found = {period for _, _, period in periods(label, calendar)}
    return found.pop() if len(found) == 1 else None
