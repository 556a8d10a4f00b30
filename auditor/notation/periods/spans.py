"""Spans in words: the months that "three months ended June 30, 2020" and its like name."""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period, month
from auditor.notation.month_names import month_number
from auditor.notation.periods.dates import date_parts, end_month
from auditor.notation.periods.lazy_patterns import pattern
from auditor.notation.periods.number_words import COUNT, PART, length_of, part_of
from auditor.notation.periods.pieces import (
    ANY_DATE,
    ANY_GAP,
    DAY_AND_MONTH,
    FINAL_YEAR,
    GAP,
    MONTH_NAME,
    OF_YEAR,
    YEAR4,
)
from auditor.notation.thresholds import LATE

ENDED = rf"(?:(?:which|that){GAP})?(?:ended|ending|ends){GAP}(?:on{GAP})?"
TIME_TEXT = (
    rf"(?:(?:(?P<also>{COUNT})(?:(?:{GAP}|-)months?|-)?{GAP}(?:and|&){GAP})?"
    rf"(?P<count>{COUNT})(?:{GAP}|-)(?P<unit>month|week)s?(?:{GAP}fiscal)?"
    rf"|(?:fiscal(?:{GAP}|-))?(?P<kind>year|quarter|half)(?:[ -]year)?s?)(?:(?:{GAP}|-)periods?)?"
    rf"{GAP}(?:{ENDED}|(?:to|through){GAP})"
)
TIME_ENDED = pattern(rf"{TIME_TEXT}(?P<date>{ANY_DATE})", "end", "to ", "to\n", "through")
PART_OF_YEAR_ENDED = pattern(
    rf"{PART}{OF_YEAR}{GAP}(?:fiscal{GAP})?year{GAP}{ENDED}(?P<date>{ANY_DATE})",
    "end",
)
PART_ENDED = pattern(rf"{PART},?{GAP}{ENDED}(?P<date>{ANY_DATE})", "end")
DATE_TO_DATE = pattern(
    rf"(?P<first_date>{ANY_DATE}|{DAY_AND_MONTH})"
    rf"(?:,?{GAP}(?:to|through|until|thru|bis|au|à|al|a|até|hasta){GAP}|{ANY_GAP}[-–~]{ANY_GAP})"
    rf"(?P<date>{ANY_DATE})"
)
MONTH_TO_MONTH = pattern(
    rf"(?P<first>{MONTH_NAME})(?:{ANY_GAP}[-–—~]{ANY_GAP}|{GAP}(?:to|through|bis|à|a){GAP})"
    rf"(?P<last>{MONTH_NAME})(?:,?{GAP}|-)(?:(?:de|del){GAP})?(?P<year>{YEAR4})",
    "-",
    "–",
    "—",
    "~",
    "to",
    "through",
    "bis",
    "à",
    " a ",
)


def time_ended(match: re.Match[str], _: Calendar) -> Period | None:
    last, months = end_month(match["date"]), length_of(match)
    return Period(last - months + 1, last) if months else None


def part_of_year_ended(match: re.Match[str], _: Calendar) -> Period | None:
    number, months = part_of(match)
    last = end_month(match["date"]) - 12 + number * months
    return Period(last - months + 1, last) if number * months <= 12 else None


def part_ended(match: re.Match[str], _: Calendar) -> Period | None:
    last = end_month(match["date"])
    return Period(last - part_of(match)[1] + 1, last)


def from_date_to_date(match: re.Match[str], _: Calendar) -> Period | None:
    last = end_month(match["date"])
    dated = FINAL_YEAR.search(match["first_date"]) is not None
    year, number, day = date_parts(
        match["first_date"] if dated else f"{match['first_date']}, {match['date'][-4:]}"
    )
    first = month(year, number) + (1 if day >= LATE else 0)
    first -= 12 if first > last and not dated else 0
    return Period(first, last) if first <= last else None


def month_to_month(match: re.Match[str], _: Calendar) -> Period:
    """The span that "January-June 2023" names; a later first month is of the year before."""
    year = int(match["year"])
    first, last = (month(year, month_number(match[end])) for end in ("first", "last"))
    return Period(first if first <= last else first - 12, last)
