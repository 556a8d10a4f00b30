"""Japanese forms: eras, fiscal terms and quarters, and spans such as "2006/4-2006/9"."""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period, month
from auditor.notation.periods.dates import spilled
from auditor.notation.periods.lazy_patterns import exact
from auditor.notation.periods.number_words import ORDINALS
from auditor.notation.periods.pieces import DAY, MONTH
from auditor.notation.thresholds import LATE

ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era."""
_JAPANESE_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|(?:{'|'.join(ERAS)})[ ]?(?:元|[0-9]{{1,2}}))(?=[ ]?年)"
SLASHED_SPAN = exact(
    rf"(?P<year>(?:19|20)[0-9]{{2}})[/.](?P<month>{MONTH})[ ]?[-–~〜][ ]?"
    rf"(?:(?P<last_year>(?:19|20)[0-9]{{2}})[/.])?(?P<last_month>{MONTH})(?![/.]?[0-9])",
    "/",
    ".",
    opens="12",
)
JAPANESE_SPAN = exact(
    rf"(?P<year>{_JAPANESE_YEAR})[ ]?年[ ]?(?P<month>{MONTH})月(?:[ ]?{DAY}日)?"
    r"[ ]?(?:[-–~〜]|から|至)[ ]?"
    rf"(?:(?P<last_year>{_JAPANESE_YEAR})[ ]?年[ ]?)?(?P<last_month>{MONTH})月(?:[ ]?{DAY}日)?",
    "月",
)
JAPANESE = exact(
    rf"(?P<year>{_JAPANESE_YEAR})[ ]?年"
    rf"(?:(?P<fiscal>度)|[ ]?(?P<month>{MONTH})月(?:(?P<term>期)|[ ]?(?P<day>{DAY})日|末)?)?"
    r"(?:[ ]?第(?P<quarter>[1-4一二三四])四半期(?:累計(?:期間)?)?|[ ]?(?P<half>中間期?))?",
    "年",
)


def _japanese_year(text: str) -> int:
    era = ERAS.get(text[:2])
    if era is None:
        return int(text)
    return era + (1 if text.endswith("元") else int(text[2:]))


def span_of_months(match: re.Match[str], _: Calendar) -> Period | None:
    """Spans such as "2006/4-2006/9" and "2006/4-9"; a lower last month is the next year's."""
    year, first_month, last_month = match.group("year", "month", "last_month")
    first = month(_japanese_year(year), int(first_month))
    last_year = match["last_year"]
    last = month(_japanese_year(last_year or year), int(last_month))
    last += 12 if last < first and not last_year else 0
    return Period(first, last) if first <= last else None


def japanese_period(match: re.Match[str], calendar: Calendar) -> Period:
    """Years, quarters (cumulative in Japan), months and days such as "2024年3月期第2四半期"."""
    year, number, day = _japanese_year(match["year"]), match["month"], match["day"]
    if number and not match["term"]:
        return Period(None, spilled(year, int(number), int(day or LATE)))
    months = 6 if match["half"] else 12
    if match["quarter"]:
        months = 3 * ORDINALS[match["quarter"]]
    if number:
        first = month(year, int(number)) - 11
        return Period(first, first + months - 1)
    own = Calendar(calendar.first_month) if match["fiscal"] else calendar
    return own.span(year, 0, months)
