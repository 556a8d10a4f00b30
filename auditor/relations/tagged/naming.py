"""Naming: what a tag is about, in the words of its labels and of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from auditor.model.period import Period, month
from auditor.model.tagging import Context, Tag
from auditor.relations.thresholds import PERIOD_DAYS_OFF

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_DAYS_OF_MONTH = 30.4375


def name_of(tag: Tag) -> str:
    """The concept in words, and the part of the company that it is stated for."""
    return f"{tag.label}, {tag.about}" if tag.about else tag.label


def period_of(context: Context) -> Period | None:
    """The months of a context, named in plain words; None where it lasts for ever."""
    if context.end == date.max:
        return None
    start, end = context.start, context.end
    last = month(end.year, end.month)
    if start is None:
        return Period(None, last, in_words(end))
    months = _whole_months(start, end)
    if months is None:
        return Period(month(start.year, start.month), last, f"{in_words(start)} to {in_words(end)}")
    length = "year" if months == 12 else f"{_COUNTS[months - 1]} month{'s' * (months > 1)}"
    return Period(last - months + 1, last, f"{length} to {in_words(end)}")


def in_words(day: date) -> str:
    """A day such as "29 March 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _whole_months(start: date, end: date) -> int | None:
    """How many months a span lasts, up to a year; None if it is no whole number of them."""
    days = (end - start + timedelta(days=1)).days
    months = round(days / _DAYS_OF_MONTH)
    near = abs(days - months * _DAYS_OF_MONTH) <= PERIOD_DAYS_OFF
    return months if 1 <= months <= len(_COUNTS) and near else None
