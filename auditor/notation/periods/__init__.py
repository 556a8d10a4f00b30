"""Periods: the spans of months and points in time that texts name."""

from __future__ import annotations

from auditor.notation.periods.calendars import calendar_of
from auditor.notation.periods.mentions import Mention, periods
from auditor.notation.periods.parts import names_only, part_before, part_behind, without_parts
from auditor.notation.periods.without_year import month_span, part_of_a_year

__all__ = [
    "Mention",
    "calendar_of",
    "month_span",
    "names_only",
    "part_before",
    "part_behind",
    "part_of_a_year",
    "periods",
    "without_parts",
]
