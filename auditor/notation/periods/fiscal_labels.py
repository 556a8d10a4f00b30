"""Fiscal labels: the years, halves and quarters that "2Q06", "FY2024" and their like name."""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period, month
from auditor.notation.periods.dates import year_of
from auditor.notation.periods.lazy_patterns import exact, pattern
from auditor.notation.periods.number_words import PART, count_of, part_of
from auditor.notation.periods.pieces import (
    ANY_GAP,
    GAP,
    MONTH,
    OF_YEAR,
    PLAIN_YEAR,
    YEAR2,
    YEAR4,
)

FISCAL = rf"(?:FY|CY|(?:fiscal|calendar)(?:{GAP}years?)?|years?)"
FISCAL_YEAR = (
    rf"{OF_YEAR}{ANY_GAP}{FISCAL}{ANY_GAP}['’]?(?:{YEAR4}|{YEAR2})|,?{OF_YEAR}{GAP}{YEAR4}"
)
_NOT_LAST = "".join(f"(?<!{word} )" for word in ("last", "final", "next", "other", "remaining"))
PART_OF_YEAR = pattern(
    rf"(?:{PART}|(?:first{GAP}|{_NOT_LAST})(?P<count>three|six|nine){GAP}months)(?P<year>{FISCAL_YEAR})",
    "quarter",
    "half",
    "months",
)
_ALONE = rf"[ ](?<![\s\S]{{4}}){YEAR2}\Z"
"""The year of a text that is nothing but such a label, as the heading of a column: "Q1 24"."""
LABEL = pattern(
    rf"(?:(?P<ordinal>[1-4])(?P<kind>Q|H)|(?P<count>[69])M)"
    rf"(?P<year>[-/'’]?(?:{YEAR4}|{YEAR2})|{GAP}['’]{YEAR2}|{FISCAL_YEAR}|{_ALONE})",
    "q",
    "h",
    "m",
    opens="123469",
)
LABEL_LETTER_FIRST = pattern(
    rf"(?P<kind>Q|H)(?P<ordinal>[1-4])(?P<year>[-/]?{YEAR4}|[-/'’]{YEAR2}|{GAP}['’]{YEAR2}|{FISCAL_YEAR}|{_ALONE})",
    "q",
    "h",
    opens="qh",
)
_YEAR_FIRST = rf"(?P<year>{FISCAL}{ANY_GAP}['’]?(?:{YEAR4}|{YEAR2})|{YEAR4})(?:{GAP}|-|,{GAP})?"
YEAR_THEN_PART = pattern(
    rf"{_YEAR_FIRST}(?:{PART}|(?P<count>[69])M)(?![0-9A-Za-z])",
    "quarter",
    "half",
    "m",
    opens="fcy12",
)
YEAR_THEN_LETTER = pattern(
    rf"{_YEAR_FIRST}(?P<kind>Q|H)(?P<ordinal>[1-4])(?![0-9A-Za-z])",
    "q",
    "h",
    opens="fcy12",
)
YEAR_THEN_NUMBER = pattern(
    rf"{_YEAR_FIRST}(?P<ordinal>[1-4])(?P<kind>Q|H)(?![0-9A-Za-z])",
    "q",
    "h",
    opens="fcy12",
)
YEAR_TO_MONTH = pattern(rf"FY{ANY_GAP}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>{MONTH})", "fy")
YEAR_TO_MONTH_FIRST = pattern(
    rf"FY{ANY_GAP}(?P<month>1[0-2]|0?[1-9])/(?P<year>{YEAR4}|{YEAR2})", "fy"
)
YEAR_ACROSS = pattern(
    rf"{FISCAL}{ANY_GAP}(?P<year>(?:19|20)[0-9]{{2}})[/–-](?:{YEAR4}|{YEAR2})",
    "fy",
    "cy",
    "year",
    "fiscal",
    "calendar",
    opens="fcy",
)
BARE_YEAR_ACROSS = exact(
    r"(?<![0-9/–-])(?P<year>20(?:1[2-9]|[2-9][0-9]))[/–-](?:(?:20)?[0-9]{2})(?![0-9]|[./,–-][0-9])",
    "/",
    "–",
    "-",
    opens="2",
)
"""Of the years in which a month cannot be meant: "2024/25" and not "2011/12"."""
YEAR = pattern(
    rf"(?:(?:full[ -]|fiscal{GAP})?{FISCAL}{ANY_GAP}(?P<year>{YEAR4})"
    rf"|(?:FY|CY){ANY_GAP}['’]?(?P<short>{YEAR2})|(?-i:F)(?P<letter>1[5-9]|2[0-9]))"
    r"(?![/.,-]?[0-9])(?!\w)",
    "fy",
    "f1",
    "f2",
    "cy",
    "year",
    "fiscal",
    "calendar",
    opens="fcy",
)
BARE_YEAR = pattern(
    r"(?<![-–])"
    r"(?<!period of )(?<!period in )(?<!periods of )(?<!periods in )"  # of unsaid length
    r"(?<!months of )(?<!months in )"
    rf"(?P<year>{PLAIN_YEAR})",
    opens="12",
)


def part_of_year(match: re.Match[str], calendar: Calendar) -> Period | None:
    groups, year = match.groupdict(), year_of(match["year"])
    if groups.get("count"):
        return calendar.span(year, 0, count_of(groups["count"]))
    number, months = part_of(match)
    return calendar.span(year, (number - 1) * months, months) if number * months <= 12 else None


def whole_year(match: re.Match[str], calendar: Calendar) -> Period:
    own = Calendar() if match[0].lower().startswith(("calendar", "cy")) else calendar
    return own.span(year_of(match[0]), 0, 12)


def year_to_month(match: re.Match[str], _: Calendar) -> Period:
    last = month(year_of(match["year"]), int(match["month"]))
    return Period(last - 11, last)


def year_across(match: re.Match[str], calendar: Calendar) -> Period | None:
    """The year from 2023 into 2024 that "FY2023/24" names."""
    year = int(match["year"])
    follows = year_of(match[0]) == year + 1
    return Calendar(calendar.first_month).span(year, 0, 12) if follows else None
