"""Periods in words: the spans of months and points in time that a text mentions.

Longer than most modules because it lists every form in which periods are written.
All patterns are bounded, so that time is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from auditor.model.period import Calendar, Period, month
from auditor.notation.numerals import narrowed

Mention = tuple[int, int, Period]
"""Start and end (from 0) in the text, and the period named there."""

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "sixteen": 16, "twenty": 20, "twenty-four": 24,
    "twenty-six": 26, "twenty-seven": 27, "twenty-eight": 28, "thirty-six": 36, "thirty-nine": 39,
    "forty": 40, "forty-eight": 48, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4,
}  # fmt: skip
_LENGTHS = {"q": 3, "quarter": 3, "h": 6, "half": 6, "year": 12}
_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_SPILL = 7  # 52-week years end on a weekday: up to this day a month is counted to the one before
_CENTURY_TURNS = 70  # two-digit years from here on are of the 20th century
_LATE = 25  # and start on one: from this day on, to the one after

_S = r"[ \t\n]{1,3}"
_S0 = r"[ \t\n]{0,3}"
_Y4 = r"(?:19|20)[0-9]{2}(?![0-9])"
_Y2 = r"[0-9]{2}(?![0-9])"
_M = r"(?:1[0-2]|0?[1-9])(?![0-9])"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![A-Za-z])\.?"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
_DATE = (
    rf"(?:(?P<name>{_NAME})(?:,?{_S}|-)(?:(?P<day>{_DAY})(?:,[ \n]?|{_S}))?"
    rf"|(?P<day_before>{_DAY})(?:{_S}|-)(?:of{_S})?(?P<name_after>{_NAME})(?:,?{_S}|-))"
    rf"(?P<year>{_Y4})"
)
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", _DATE)
_DAY_AND_MONTH = rf"(?:{_NAME}{_S}{_DAY}|{_DAY}{_S}{_NAME})"
_ENDED = rf"(?:(?:which|that){_S})?(?:ended|ending|ends){_S}(?:on{_S})?"
_COUNT = rf"(?:[0-9]{{1,2}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_ORDINAL = "(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_PART = rf"{_ORDINAL}(?:{_S}|-)(?:fiscal{_S})?(?:(?P<kind>quarter|half)s?)"
_TIME = (
    rf"(?:(?:(?P<also>{_COUNT})(?:(?:{_S}|-)months?|-)?{_S}(?:and|&){_S})?"
    rf"(?P<count>{_COUNT})(?:{_S}|-)(?P<unit>month|week)s?"
    rf"|(?:fiscal(?:{_S}|-))?(?P<kind>year|quarter|half)(?:[ -]year)?s?)(?:(?:{_S}|-)periods?)?"
    rf"{_S}(?:{_ENDED}|(?:to|through){_S})"
)
_FISCAL = rf"(?:FY|CY|(?:fiscal|calendar)(?:{_S}years?)?|years?)"
_OF_YEAR = rf"(?:,?{_S}(?:of|in|for))?(?:{_S}the)?"
_FISCAL_YEAR = rf"{_OF_YEAR}{_S0}{_FISCAL}{_S0}['’]?(?:{_Y4}|{_Y2})|,?{_OF_YEAR}{_S}{_Y4}"
_PLAIN_YEAR = (
    rf"{_Y4}(?![A-Za-z_%/年]|[.,:–-][0-9]|[ ]?(?:million|billion|thousand|trillion|per[ ]?cent"
    r"|shares|employees|people|units|千|百万|億|円|株|人|名))"
)
_JAPANESE_YEAR = r"(?:(?:19|20)[0-9]{2}|(?:昭和|平成|令和)[ ]?(?:元|[0-9]{1,2}))(?=[ ]?年)"


class _Form(NamedTuple):
    """A pattern compiled when first tried; only texts with one of ``needs`` can fit it.

    Together the patterns take longer to compile than a whole statement to audit.
    """

    text: str
    needs: tuple[str, ...] = ()
    flags: re.RegexFlag = re.IGNORECASE

    def match(self, plain: str, at: int) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).match(plain, at)

    def search(self, plain: str, at: int = 0) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).search(plain, at)

    def fullmatch(self, plain: str) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).fullmatch(plain)

    def may_fit(self, lowered: str) -> bool:
        return not self.needs or any(word in lowered for word in self.needs)


@cache
def _compiled(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(text, flags)


def _pattern(text: str, *needs: str) -> _Form:
    return _Form(text, needs)


def _exact(text: str, *needs: str) -> _Form:
    return _Form(text, needs, re.NOFLAG)


_DATE_ALONE = _pattern(_DATE)
_TIME_ENDED = _pattern(rf"{_TIME}(?P<date>{_ANY_DATE})", "end", "to ", "to\n", "through")
_TIME_IN_HEADER = _pattern(rf"(?<![0-9A-Za-z]){_TIME}(?P<date>{_DAY_AND_MONTH})(?![0-9A-Za-z])")
_DAY_IN_HEADER = _pattern(rf"(?<![0-9A-Za-z])(?P<date>{_DAY_AND_MONTH})(?![0-9A-Za-z])")
_PART_OF_YEAR_ENDED = _pattern(
    rf"{_PART}{_OF_YEAR}{_S}(?:fiscal{_S})?year{_S}{_ENDED}(?P<date>{_ANY_DATE})",
    "end",
)
_PART_ENDED = _pattern(rf"{_PART},?{_S}{_ENDED}(?P<date>{_ANY_DATE})", "end")
_PART_OF_YEAR = _pattern(
    rf"(?:{_PART}|first{_S}(?P<count>three|six|nine){_S}months)(?P<year>{_FISCAL_YEAR})",
    "quarter",
    "half",
    "months",
)
_LABEL = _pattern(
    rf"(?:(?P<ordinal>[1-4])(?P<kind>Q|H)|(?P<count>[69])M)"
    rf"(?P<year>[-/'’]?(?:{_Y4}|{_Y2})|{_S}['’]{_Y2}|{_FISCAL_YEAR})",
    "q",
    "h",
    "m",
)
_LABEL_LETTER_FIRST = _pattern(
    rf"(?P<kind>Q|H)(?P<ordinal>[1-4])(?P<year>[-/]?{_Y4}|[-/'’]{_Y2}|{_S}['’]{_Y2}|{_FISCAL_YEAR})",
    "q",
    "h",
)
_YEAR_FIRST = rf"(?P<year>{_FISCAL}{_S0}['’]?(?:{_Y4}|{_Y2})|{_Y4})(?:{_S}|-|,{_S})?"
_YEAR_THEN_PART = _pattern(
    rf"{_YEAR_FIRST}(?:{_PART}|(?P<count>[69])M)(?![0-9A-Za-z])", "quarter", "half", "m"
)
_YEAR_THEN_LETTER = _pattern(
    rf"{_YEAR_FIRST}(?P<kind>Q|H)(?P<ordinal>[1-4])(?![0-9A-Za-z])", "q", "h"
)
_YEAR_THEN_NUMBER = _pattern(
    rf"{_YEAR_FIRST}(?P<ordinal>[1-4])(?P<kind>Q|H)(?![0-9A-Za-z])", "q", "h"
)
_YEAR_TO_MONTH = _pattern(rf"FY{_S0}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>{_M})", "fy")
_YEAR_TO_MONTH_FIRST = _pattern(rf"FY{_S0}(?P<month>1[0-2]|0?[1-9])/(?P<year>{_Y4}|{_Y2})", "fy")
_YEAR_ACROSS = _pattern(
    rf"{_FISCAL}{_S0}(?P<year>(?:19|20)[0-9]{{2}})[/–-](?:{_Y4}|{_Y2})",
    "fy",
    "cy",
    "year",
    "fiscal",
    "calendar",
)
_YEAR = _pattern(
    rf"(?:(?:full[ -]|fiscal{_S})?{_FISCAL}{_S0}(?P<year>{_Y4})"
    rf"|(?:FY|CY){_S0}['’]?(?P<short>{_Y2}))(?![/.,-]?[0-9])",
    "fy",
    "cy",
    "year",
    "fiscal",
    "calendar",
)
_DATES = _pattern(
    rf"(?P<first_date>{_ANY_DATE}|{_DAY_AND_MONTH})"
    rf"(?:,?{_S}(?:to|through|until|thru){_S}|{_S0}[-–~]{_S0})(?P<date>{_ANY_DATE})"
)
_SLASHES = _exact(
    rf"(?P<year>(?:19|20)[0-9]{{2}})[/.](?P<month>{_M})[ ]?[-–~〜][ ]?"
    rf"(?:(?P<last_year>(?:19|20)[0-9]{{2}})[/.])?(?P<last_month>{_M})(?![/.]?[0-9])",
    "/",
    ".",
)
_JAPANESE_SPAN = _exact(
    rf"(?P<year>{_JAPANESE_YEAR})[ ]?年[ ]?(?P<month>{_M})月(?:[ ]?{_D}日)?"
    r"[ ]?(?:[-–~〜]|から|至)[ ]?"
    rf"(?:(?P<last_year>{_JAPANESE_YEAR})[ ]?年[ ]?)?(?P<last_month>{_M})月(?:[ ]?{_D}日)?",
    "月",
)
_JAPANESE = _exact(
    rf"(?P<year>{_JAPANESE_YEAR})[ ]?年"
    rf"(?:(?P<fiscal>度)|[ ]?(?P<month>{_M})月(?:(?P<term>期)|[ ]?(?P<day>{_D})日|末)?)?"
    r"(?:[ ]?第(?P<quarter>[1-4一二三四])四半期(?:累計(?:期間)?)?|[ ]?(?P<half>中間期?))?",
    "年",
)
_NUMERIC_DATE = _exact(
    rf"(?P<year>(?:19|20)[0-9]{{2}})[/.-](?P<month>{_M})[/.-](?P<day>{_D})(?![/.-]?[0-9])",
    "/",
    ".",
    "-",
)
_AMERICAN_DATE = _exact(rf"(?P<month>{_M})/(?P<day>{_D})/(?P<year>{_Y4}|{_Y2})", "/")
_DOTTED_DATE = _exact(rf"(?P<day>{_D})\.(?P<month>{_M})\.(?P<year>{_Y4})(?![./-]?[0-9])", ".")
_DAY_FIRST_DATE = _exact(rf"(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>{_M})/(?P<year>{_Y4})", "/")
_NUMERIC_MONTH = _exact(rf"(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>{_M})(?![/.-]?[0-9])", "/")
# "Mar-24", as spreadsheets show a month; "Dec-31" may be a day.
_SHORT_DATE = _pattern(
    rf"(?:(?:(?P<day>{_DAY})-)(?P<name>{_NAME})-(?P<year>{_Y2})"
    rf"|(?P<month>{_NAME})(?:-(?!2[89]|3[01])|[ ]?['’])(?P<year_after>{_Y2}))"
    rf"(?![-/.]?[0-9A-Za-z]|,?[ ]{_Y4})",
    "-",
    "'",
    "’",
)
_MONTH_TO_MONTH = _pattern(
    rf"(?P<first>{_NAME})(?:{_S0}[-–—~]{_S0}|{_S}(?:to|through){_S})(?P<last>{_NAME})"
    rf"(?:,?{_S}|-)(?P<year>{_Y4})",
    "-",
    "–",
    "—",
    "~",
    "to",
    "through",
)
_BARE_YEAR = _pattern(
    r"(?<![-–])"
    r"(?<!period of )(?<!period in )(?<!periods of )(?<!periods in )"  # of unsaid length
    r"(?<!months of )(?<!months in )"
    rf"(?P<year>{_PLAIN_YEAR})"
)
_NEXT_YEAR = _pattern(
    rf"(?:,|,?{_S}(?:and|or|&|vs\.?|versus|compared{_S}(?:to|with))){_S}(?:(?:in|of|for){_S})?"
    rf"(?:(?:the{_S})?(?:same|corresponding|comparable){_S}(?:periods?|quarters?|half){_S}"
    rf"(?:(?:in|of){_S})?)?(?P<next>{_PLAIN_YEAR})"
)
_NEXT_DATE = _pattern(rf"(?:,|,?{_S}(?:and|or|&|vs\.?|versus)){_S}(?P<next>{_ANY_DATE})")
_THEN_ENDED = _pattern(rf",?{_S0}\(?{_ENDED}(?P<date>{_ANY_DATE})\)?")
_OPENING = re.compile(r"[ \t\n]{0,3}\(")
_START = _pattern(
    r"(?<![0-9A-Za-z_$€£¥#])(?:(?<![.,/])[0-9]|FY|CY|[QH][1-4]|fiscal|calendar|full|year"
    r"|quarter|half|first|second|third|fourth|one|two|three|four|five|six|nine|ten|twelve"
    r"|thirteen|fourteen|sixteen|twenty|thirty|forty|fifty|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec|昭和|平成|令和)"
)
_DIGIT = re.compile("[0-9０-９]")
_FINAL_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}\Z")
_TELLS_A_CALENDAR = _pattern(r"ended|ending|ends|期|[(（]")


Reader = Callable[[re.Match[str], Calendar], Period | None]
"""What a matched form means under a calendar; None when it means nothing after all."""


class _Reading(NamedTuple):
    """A mention as read; ``named`` is what its label means, whatever months stand beside it."""

    start: int
    end: int
    period: Period
    named: Period
    match: re.Match[str]
    reader: Reader


def periods(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """The periods that a text mentions, in order; each ``label`` is the text that names it.

    A label with its months in parentheses, "1H06 (2006/4-2006/9)", is one mention.
    """
    if not _DIGIT.search(text):
        return ()
    return tuple(
        (r.start, r.end, Period(r.period.first, r.period.last, text[r.start : r.end]))
        for r in _readings(narrowed(text), calendar)
    )


def month_span(text: str) -> tuple[int, int] | None:
    """Months and end month (1 to 12) of a heading whose year stands elsewhere.

    "Three Months Ended March 31," is (3, 3); a point in time such as "December 31," has 0 months.
    """
    if not _DIGIT.search(text):
        return None
    plain = narrowed(text)
    spanned = _TIME_IN_HEADER.search(plain)
    found = spanned or _DAY_IN_HEADER.search(plain)
    if found is None:
        return None
    ends = _end_month(f"{found['date']}, 2001") % 12 + 1
    return (_length(spanned) if spanned else 0), ends


def calendar_of(texts: Iterable[str]) -> Calendar:
    """The fiscal year that texts tell of; the calendar year when they tell nothing.

    Where a label stands with its months, "1H06 (2006/4-2006/9)", they decide. Otherwise the year
    ends in the month that is most often said to end one, and is named after the year it ends in.
    """
    stated: Counter[Calendar] = Counter()
    implied: Counter[Calendar] = Counter()
    for text in texts:
        if _DIGIT.search(text) and _TELLS_A_CALENDAR.search(text):
            for reading in _readings(narrowed(text), Calendar()):
                stated.update(_stated_calendar(reading))
                implied.update(_implied_calendar(reading))
            implied.update(_header_calendar(text))
    ranked = stated.most_common(1) or implied.most_common(1)
    return ranked[0][0] if ranked else Calendar()


def _opening(offset: int, *, named_by_end: bool) -> Calendar:
    """The calendar of fiscal years that open that many months (0 to 11) into a calendar year."""
    return Calendar(offset + 1, named_by_end and offset > 0)


def _stated_calendar(reading: _Reading) -> tuple[Calendar, ...]:
    """The calendar under which a label means the months beside it.

    The reading was made by calendar years, so that the distance between the two tells it.
    """
    named, period = reading.named, reading.period
    if named is period or named.first is None or period.first is None:
        return ()
    shift = period.first - named.first
    if named.months != period.months or not -12 < shift < 12:
        return ()
    return (_opening(shift % 12, named_by_end=shift < 0),)


def _implied_calendar(reading: _Reading) -> tuple[Calendar, ...]:
    """The calendar that "year ended March 31, 2007" or a quarter's end implies."""
    period, match = reading.period, reading.match
    if period.first is None:
        return ()
    if reading.reader in (_part_of_year_ended, _part_ended):
        number, months = _part(match)
        return (_opening((period.first - (number - 1) * months) % 12, named_by_end=True),)
    whole_year = reading.reader is _time_ended and match["kind"] and period.months == 12
    if whole_year or (reading.reader is _japanese and match["term"]):
        return (_opening(period.first % 12, named_by_end=True),)
    return ()


def _header_calendar(text: str) -> tuple[Calendar, ...]:
    """The calendar that a heading such as "Year Ended December 31," implies."""
    found = month_span(text)
    return (_opening(found[1] % 12, named_by_end=True),) if found and found[0] == 12 else ()


# --- From text to readings ------------------------------------------------------------------


def _readings(plain: str, calendar: Calendar) -> Iterator[_Reading]:
    at = 0
    lowered = plain.lower()
    forms = [(form, reader) for form, reader in _FORMS if form.may_fit(lowered)]
    while begin := _START.search(plain, at):
        reading = _reading(plain, begin.start(), calendar, forms)
        if reading is None:
            at = begin.end()
            continue
        for one in _listed(plain, reading):
            yield one
            at = one.end


def _reading(
    plain: str, start: int, calendar: Calendar, forms: Iterable[tuple[_Form, Reader]]
) -> _Reading | None:
    """The first form that fits at an offset, with the months that stand beside a label."""
    for pattern, reader in forms:
        match = pattern.match(plain, start)
        named = reader(match, calendar) if match else None
        if match is not None and named is not None:
            end, period = match.end(), named
            if reader in _LABELS:
                end, period = _with_its_months(plain, end, named)
            return _Reading(start, end, period, named, match, reader)
    return None


def _with_its_months(plain: str, end: int, named: Period) -> tuple[int, Period]:
    """Where a label ends that ends at ``end`` at the earliest, and the period it means."""
    ended = _THEN_ENDED.match(plain, end)
    if ended:
        last = _end_month(ended["date"])
        return ended.end(), Period(last - named.months + 1, last)
    opening = _OPENING.match(plain, end)
    if opening is None:
        return end, named
    for pattern, reader in _SPANS:
        match = pattern.match(plain, opening.end())
        period = reader(match, Calendar()) if match else None
        if match is not None and period is not None and plain.startswith(")", match.end()):
            return match.end() + 1, period
    return end, named


def _listed(plain: str, reading: _Reading) -> Iterator[_Reading]:
    """A reading and those that share its words: "six months ended June 30, 2020 and 2019"."""
    start, period, match = reading.start, reading.period, reading.match
    if reading.reader is _time_ended and match["also"]:
        start = match.start("count")
        other = Period(period.last - _count(match["also"]) + 1, period.last)
        yield reading._replace(end=match.end("also"), period=other, named=other)
    current = reading._replace(start=start)
    yield current
    while follower := _follower(plain, current):
        current = follower
        yield current


def _follower(plain: str, reading: _Reading) -> _Reading | None:
    """The next item of a list of years, or of dates that a span ended on."""
    period, end = reading.period, reading.end
    if reading.reader in (_time_ended, _part_ended):
        found = _NEXT_DATE.match(plain, end)
        if found:
            moved = period.shifted(_end_month(found["next"]) - period.last)
            return _Reading(*found.span("next"), moved, moved, reading.match, reading.reader)
    year = _FINAL_YEAR.search(plain, end - 5, end)
    found = _NEXT_YEAR.match(plain, end) if year else None
    if year is None or found is None:
        return None
    moved = period.shifted((int(found["next"]) - int(year[0])) * 12)
    return _Reading(*found.span("next"), moved, moved, reading.match, reading.reader)


# --- From matches to periods ----------------------------------------------------------------


def _year(text: str) -> int:
    """The year at the end of a label, of two or four digits."""
    digits = text[-4:] if text[-4:].isdigit() else text[-2:]
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURNS else 1900)


def _japanese_year(text: str) -> int:
    era = _ERAS.get(text[:2])
    if era is None:
        return int(text)
    return era + (1 if text.endswith("元") else int(text[2:]))


def _spilled(year: int, number: int, day: int) -> int:
    """The month that ends nearest a day: April 1 closes March."""
    return month(year, number) - (1 if day <= _SPILL else 0)


def _end_month(text: str) -> int:
    """The month that a date in words ends; a month without a day ends itself."""
    year, number, day = _date_parts(text)
    return _spilled(year, number, day or _LATE)


def _date_parts(text: str) -> tuple[int, int, int]:
    """Year, month and day of a date in words; day 0 when it has none."""
    match = _DATE_ALONE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    name = match["name"] or match["name_after"]
    day = match["day"] or match["day_before"] or "0"
    return int(match["year"]), _MONTHS[name[:3].lower()], int(re.sub(r"[^0-9]", "", day))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS[text.lower()]


def _length(match: re.Match[str]) -> int:
    """Months of a "three months", "26 weeks" or "year" that ended; weeks to the nearest month."""
    if match["kind"]:
        return _LENGTHS[match["kind"].lower()]
    count = _count(match["count"])
    return count if match["unit"].lower() == "month" else (count * 12 + 26) // 52


def _part(match: re.Match[str]) -> tuple[int, int]:
    """Which part of a year a match names (from 1), and how many months such a part has."""
    return _ORDINALS[match["ordinal"].lower()], _LENGTHS[match["kind"].lower()]


def _time_ended(match: re.Match[str], _: Calendar) -> Period | None:
    last, months = _end_month(match["date"]), _length(match)
    return Period(last - months + 1, last) if months else None


def _part_of_year_ended(match: re.Match[str], _: Calendar) -> Period | None:
    number, months = _part(match)
    last = _end_month(match["date"]) - 12 + number * months
    return Period(last - months + 1, last) if number * months <= 12 else None


def _part_ended(match: re.Match[str], _: Calendar) -> Period | None:
    last = _end_month(match["date"])
    return Period(last - _part(match)[1] + 1, last)


def _part_of_year(match: re.Match[str], calendar: Calendar) -> Period | None:
    groups, year = match.groupdict(), _year(match["year"])
    if groups.get("count"):
        return calendar.span(year, 0, _count(groups["count"]))
    number, months = _part(match)
    return calendar.span(year, (number - 1) * months, months) if number * months <= 12 else None


def _whole_year(match: re.Match[str], calendar: Calendar) -> Period:
    own = Calendar() if match[0].lower().startswith(("calendar", "cy")) else calendar
    return own.span(_year(match[0]), 0, 12)


def _year_to_month(match: re.Match[str], _: Calendar) -> Period:
    last = month(_year(match["year"]), int(match["month"]))
    return Period(last - 11, last)


def _year_across(match: re.Match[str], calendar: Calendar) -> Period | None:
    """The year from 2023 into 2024 that "FY2023/24" names."""
    year = int(match["year"])
    follows = _year(match[0]) == year + 1
    return Calendar(calendar.first_month).span(year, 0, 12) if follows else None


def _dates(match: re.Match[str], _: Calendar) -> Period | None:
    last = _end_month(match["date"])
    dated = _FINAL_YEAR.search(match["first_date"]) is not None
    year, number, day = _date_parts(
        match["first_date"] if dated else f"{match['first_date']}, {match['date'][-4:]}"
    )
    first = month(year, number) + (1 if day >= _LATE else 0)
    first -= 12 if first > last and not dated else 0
    return Period(first, last) if first <= last else None


def _months(match: re.Match[str], _: Calendar) -> Period | None:
    """Spans such as "2006/4-2006/9" and "2006/4-9"; a lower last month is the next year's."""
    year, first_month, last_month = match.group("year", "month", "last_month")
    first = month(_japanese_year(year), int(first_month))
    last_year = match["last_year"]
    last = month(_japanese_year(last_year or year), int(last_month))
    last += 12 if last < first and not last_year else 0
    return Period(first, last) if first <= last else None


def _japanese(match: re.Match[str], calendar: Calendar) -> Period:
    """Years, quarters (cumulative in Japan), months and days such as "2024年3月期第2四半期"."""
    year, number, day = _japanese_year(match["year"]), match["month"], match["day"]
    if number and not match["term"]:
        return Period(None, _spilled(year, int(number), int(day or _LATE)))
    months = 6 if match["half"] else 12
    if match["quarter"]:
        months = 3 * _ORDINALS[match["quarter"]]
    if number:
        first = month(year, int(number)) - 11
        return Period(first, first + months - 1)
    own = Calendar(calendar.first_month) if match["fiscal"] else calendar
    return own.span(year, 0, months)


def _date(match: re.Match[str], _: Calendar) -> Period:
    return Period(None, _end_month(match[0]))


def _numeric_date(match: re.Match[str], _: Calendar) -> Period:
    year, number, day = _year(match["year"]), int(match["month"]), int(match["day"])
    return Period(None, _spilled(year, number, day))


def _numeric_month(match: re.Match[str], _: Calendar) -> Period:
    return Period(None, month(int(match["year"]), int(match["month"])))


def _short_date(match: re.Match[str], _: Calendar) -> Period:
    name, year = match["name"] or match["month"], _year(match["year"] or match["year_after"])
    day = int(re.sub(r"[^0-9]", "", match["day"] or "") or _LATE)
    return Period(None, _spilled(year, _MONTHS[name[:3].lower()], day))


def _month_to_month(match: re.Match[str], _: Calendar) -> Period:
    """The span that "January-June 2023" names; a later first month is of the year before."""
    year = int(match["year"])
    first, last = (month(year, _MONTHS[match[end][:3].lower()]) for end in ("first", "last"))
    return Period(first if first <= last else first - 12, last)


# The first that fits wins: longer forms stand before those that could be their beginning.
_FORMS: tuple[tuple[_Form, Reader], ...] = (
    (_JAPANESE_SPAN, _months),
    (_JAPANESE, _japanese),
    (_TIME_ENDED, _time_ended),
    (_PART_OF_YEAR_ENDED, _part_of_year_ended),
    (_PART_ENDED, _part_ended),
    (_PART_OF_YEAR, _part_of_year),
    (_LABEL, _part_of_year),
    (_LABEL_LETTER_FIRST, _part_of_year),
    (_YEAR_THEN_PART, _part_of_year),
    (_YEAR_THEN_LETTER, _part_of_year),
    (_YEAR_THEN_NUMBER, _part_of_year),
    (_YEAR_TO_MONTH, _year_to_month),
    (_YEAR_TO_MONTH_FIRST, _year_to_month),
    (_YEAR_ACROSS, _year_across),
    (_YEAR, _whole_year),
    (_SLASHES, _months),
    (_NUMERIC_DATE, _numeric_date),
    (_DOTTED_DATE, _numeric_date),
    (_DAY_FIRST_DATE, _numeric_date),
    (_AMERICAN_DATE, _numeric_date),
    (_NUMERIC_MONTH, _numeric_month),
    (_DATES, _dates),
    (_MONTH_TO_MONTH, _month_to_month),
    (_DATE_ALONE, _date),
    (_SHORT_DATE, _short_date),
    (_BARE_YEAR, _whole_year),
)
_LABELS: frozenset[Reader] = frozenset((_part_of_year, _whole_year, _year_to_month, _japanese))
_SPANS: tuple[tuple[_Form, Reader], ...] = (
    (_JAPANESE_SPAN, _months),
    (_TIME_ENDED, _time_ended),
    (_SLASHES, _months),
    (_DATES, _dates),
)
