"""Foreign forms: quarters, halves and months of a year as other languages than English name them.

"3. Quartal 2025", "T3 2025", "tercer trimestre de 2025", "3T25", "2025년 3분기", "2025年第三季度".
"""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period, month
from auditor.notation.periods.dates import spilled, year_of
from auditor.notation.periods.lazy_patterns import exact, pattern
from auditor.notation.periods.number_words import ORDINALS
from auditor.notation.periods.pieces import ANY_GAP, DAY, GAP, MONTH, YEAR2, YEAR4
from auditor.notation.thresholds import LATE

WORDS = {
    "erstes": 1, "ersten": 1, "zweites": 2, "zweiten": 2, "drittes": 3, "dritten": 3, "viertes": 4,
    "vierten": 4, "premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4,
    "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "primeiro": 1, "terceiro": 3, "quarto": 4,
    "primo": 1, "secondo": 2, "terzo": 3, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4,
}  # fmt: skip
COUNTS = {
    "drei": 3, "sechs": 6, "neun": 9, "trois": 3, "six": 6, "neuf": 9, "tres": 3, "seis": 6,
    "nueve": 9, "três": 3, "nove": 9, "tre": 3, "sei": 6,
}  # fmt: skip
LENGTHS = {
    "quartal": 3,
    "trimest": 3,
    "kwartaal": 3,
    "halbjah": 6,
    "semest": 6,
    "halfjaa": 6,
    "hj": 6,
}
OPENINGS = tuple(dict.fromkeys((*WORDS, *COUNTS)))
"""The words that a form begins with, where it begins with no digit."""
_OF = (
    rf"(?:,?{GAP}(?:(?:de|del|do|des|di|van|im|in){GAP})?(?:(?:l['’]|la{GAP}|el{GAP})?"
    rf"(?:geschäftsjahr(?:e?s)?|jahre?s|exercice|exercício|ejercicio|año|ano|esercizio|anno){GAP})?"
    rf"|/)"
)
_YEAR = rf"(?P<year>{YEAR4})"
PART = pattern(
    rf"(?:(?P<word>{'|'.join(WORDS)})|(?P<ordinal>[1-4])(?:\.|er|re|e|ème|nd|[º°ª]|[oa])?){GAP}"
    rf"(?P<kind>quartals?|trimest(?:re|er)|halbjahre?s?|semest(?:re|er)|kwartaal|halfjaar"
    rf"|hj\.?){_OF}{_YEAR}",
    "quartal",
    "trimest",
    "halbjahr",
    "semest",
    "kwartaal",
    "halfjaar",
    "hj",
)
LETTERED = exact(
    rf"(?:(?P<kind>[TS])(?P<ordinal>[1-4])(?:[ /-]?(?P<year>{YEAR4})|[ /'’-]?(?P<short>{YEAR2}))"
    rf"|(?P<ordinal_first>[1-4])(?P<kind_last>[TS])(?:[ /-]?(?P<year_last>{YEAR4})"
    rf"|[ /'’-]?(?P<short_last>{YEAR2})))(?![0-9A-Za-z])",
    "t",
    "s",
    opens="ts1234",
)
MONTHS = pattern(
    rf"(?:(?P<word>{'|'.join(COUNTS)})|(?P<count>[369])){GAP}(?:ersten{GAP}|premiers{GAP}|primeros{GAP})?"
    rf"(?:monaten?|mois|meses|mesi){_OF}{_YEAR}",
    "monat",
    "mois",
    "meses",
    "mesi",
)
KOREAN = exact(
    rf"(?P<year>{YEAR4})년{ANY_GAP}(?:제?(?P<quarter>[1-4]){ANY_GAP}분기{ANY_GAP}(?P<whole>누적|누계)?"
    rf"|(?P<half>상|하)반기|(?P<month>{MONTH})월(?:{ANY_GAP}(?P<day>{DAY})일)?)",
    "년",
)
EASTERN_END = exact(
    rf"(?P<year>{YEAR4})[.년年/]{ANY_GAP}(?P<month>{MONTH})(?:월|月)?{ANY_GAP}(?:말|末)",
    "말",
    "末",
)
CHINESE = exact(
    rf"(?P<year>{YEAR4})年(?:第?(?P<quarter>[一二三四1-4])季度?|(?P<three>前三季度)"
    rf"|(?P<half>上|下)?半年度?|(?P<first>{MONTH})(?:月)?[-–—~至]{ANY_GAP}(?P<last>{MONTH})月(?!期))",
    "年",
)


CHINESE_ENDED = exact(
    rf"(?P<year>{YEAR4})年(?P<month>{MONTH})月(?P<day>{DAY})日止(?:(?P<count>[三六九])[個个]月|年度)",
    "止",
)


def part(match: re.Match[str], calendar: Calendar) -> Period | None:
    """A quarter or half: "3. Quartal 2025"."""
    number = WORDS[match["word"].lower()] if match["word"] else int(match["ordinal"])
    months = next(n for name, n in LENGTHS.items() if match["kind"].lower().startswith(name))
    return _part(number, months, int(match["year"]), calendar)


def lettered(match: re.Match[str], calendar: Calendar) -> Period | None:
    """A quarter or half by its letter: "T3 2025", "1S25"."""
    number = int(match["ordinal"] or match["ordinal_first"])
    months = 3 if "T" in (match["kind"] or match["kind_last"]) else 6
    year = match["year"] or match["short"] or match["year_last"] or match["short_last"]
    return _part(number, months, year_of(year), calendar)


def months(match: re.Match[str], calendar: Calendar) -> Period:
    """The first months of a year: "neun Monate 2025"."""
    count = COUNTS[match["word"].lower()] if match["word"] else int(match["count"])
    return calendar.span(int(match["year"]), 0, count)


def korean(match: re.Match[str], calendar: Calendar) -> Period:
    year = int(match["year"])
    if match["month"]:
        return Period(None, spilled(year, int(match["month"]), int(match["day"] or LATE)))
    if match["half"]:
        return calendar.span(year, 0 if match["half"] == "상" else 6, 6)
    number = int(match["quarter"])
    if match["whole"]:
        return calendar.span(year, 0, 3 * number)
    return calendar.span(year, 3 * (number - 1), 3)


def eastern_end(match: re.Match[str], _: Calendar) -> Period:
    """The end of a month: "2025.9말", "2025년 9월말", "2025年9月末"."""
    return Period(None, spilled(int(match["year"]), int(match["month"]), LATE))


def chinese(match: re.Match[str], calendar: Calendar) -> Period | None:
    year = int(match["year"])
    if match["three"]:
        return calendar.span(year, 0, 9)
    if match["quarter"]:
        return calendar.span(year, 3 * (ORDINALS[match["quarter"]] - 1), 3)
    if match["first"]:
        first, last = month(year, int(match["first"])), month(year, int(match["last"]))
        return Period(first, last) if first <= last else None
    return calendar.span(year, 6 if match["half"] == "下" else 0, 6)


def chinese_ended(match: re.Match[str], _: Calendar) -> Period:
    """What ends with a day: "截至2025年6月30日止六個月"."""
    last = month(int(match["year"]), int(match["month"]))
    return Period(last - (_MONTHS_ENDED.get(match["count"] or "", 12) - 1), last)


_MONTHS_ENDED = {"三": 3, "六": 6, "九": 9}


def _part(number: int, length: int, year: int, calendar: Calendar) -> Period | None:
    fits = number * length <= 12
    return calendar.span(year, (number - 1) * length, length) if fits else None
