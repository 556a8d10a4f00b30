"""Dates: points in time, in words and in digits."""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period, month
from auditor.notation.month_names import month_number
from auditor.notation.periods.lazy_patterns import exact, pattern
from auditor.notation.periods.pieces import (
    DATE_TEXT,
    DAY,
    MONTH,
    MONTH_NAME,
    NTH_DAY,
    YEAR2,
    YEAR4,
)
from auditor.notation.thresholds import CENTURY_TURNS, LATE, SPILL

DATE = pattern(DATE_TEXT)
DIGIT_DATE = exact(
    rf"(?P<year>(?:19|20)[0-9]{{2}})[/.-](?P<month>{MONTH})[/.-](?P<day>{DAY})(?![/.-]?[0-9])",
    "/",
    ".",
    "-",
    opens="12",
)
AMERICAN_DATE = exact(
    rf"(?P<month>{MONTH})/(?P<day>{DAY})/(?P<year>{YEAR4}|{YEAR2})", "/", opens="0123456789"
)
DOTTED_DATE = exact(
    rf"(?P<day>{DAY})\.(?P<month>{MONTH})\.(?P<year>{YEAR4})(?![./-]?[0-9])",
    ".",
    opens="0123456789",
)
DAY_FIRST_DATE = exact(
    rf"(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>{MONTH})/(?P<year>{YEAR4})", "/", opens="123"
)
DIGIT_MONTH = exact(
    rf"(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>{MONTH})(?![/.-]?[0-9])", "/", opens="12"
)
# "Mar-24", as spreadsheets show a month; "Dec-31" may be a day.
SHORT_DATE = pattern(
    rf"(?:(?:(?P<day>{NTH_DAY})-)(?P<name>{MONTH_NAME})-(?P<year>{YEAR2})"
    rf"|(?P<month>{MONTH_NAME})(?:-(?!2[89]|3[01])|[ ]?['’])(?P<year_after>{YEAR2}))"
    rf"(?![-/.]?[0-9A-Za-z]|,?[ ]{YEAR4})",
    "-",
    "'",
    "’",
)


def year_of(text: str) -> int:
    """The year at the end of a label, of two or four digits."""
    digits = text[-4:] if text[-4:].isdigit() else text[-2:]
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < CENTURY_TURNS else 1900)


def spilled(year: int, number: int, day: int) -> int:
    """The month that ends nearest a day: April 1 closes March."""
    return month(year, number) - (1 if day <= SPILL else 0)


def end_month(text: str) -> int:
    """The month that a date in words ends; a month without a day ends itself."""
    year, number, day = date_parts(text)
    return spilled(year, number, day or LATE)


def date_parts(text: str) -> tuple[int, int, int]:
    """Year, month and day of a date in words; day 0 when it has none."""
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    name = match["name"] or match["name_after"]
    day = match["day"] or match["day_before"] or "0"
    return int(match["year"]), month_number(name), int(re.sub(r"[^0-9]", "", day))


def date_in_words(match: re.Match[str], _: Calendar) -> Period:
    return Period(None, end_month(match[0]))


def date_in_digits(match: re.Match[str], _: Calendar) -> Period:
    year, number, day = year_of(match["year"]), int(match["month"]), int(match["day"])
    return Period(None, spilled(year, number, day))


def month_in_digits(match: re.Match[str], _: Calendar) -> Period:
    return Period(None, month(int(match["year"]), int(match["month"])))


def short_date(match: re.Match[str], _: Calendar) -> Period:
    name, year = match["name"] or match["month"], year_of(match["year"] or match["year_after"])
    day = int(re.sub(r"[^0-9]", "", match["day"] or "") or LATE)
    return Period(None, spilled(year, month_number(name), day))
