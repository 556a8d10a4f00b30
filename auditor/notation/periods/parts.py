"""Parts of a year that a text names without its year, in other languages than English.

"In den ersten neun Monaten", "au premier semestre", "im Vorjahresquartal": whether all that a
sentence so names is the one span that the figures around it are about.
"""

from __future__ import annotations

import re

from auditor.model.period import Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods.foreign import COUNTS, LENGTHS, WORDS
from auditor.notation.periods.number_words import ORDINALS
from auditor.notation.periods.pieces import GAP

MONTHS_A_YEAR = 12
_FIRST = r"(?:ersten|premiers|primeros|primeiros|primi|eerste)"
_NUMBER = rf"(?:{'|'.join(WORDS)}|[1-4](?:\.|er|re|e|ème|nd|[º°ª]|[oa])?)"
_PART = (
    rf"(?:(?P<ordinal>(?<!\w){_NUMBER}){GAP})?(?:(?<!\w)vorjahres)?"
    r"(?P<kind>quartal|trimest(?:re|er)|halbjahr|semest(?:re|er)|kwartaal|halfjaar)"
    rf"|(?:(?<!\w){_FIRST}{GAP})?(?<!\w)(?P<count>{'|'.join(COUNTS)}|[369]){GAP}(?:{_FIRST}{GAP})?"
    r"(?:monat|mois|meses|mesi|maand)|(?P<nine>neunmonat|九个月|前三季度)"
    r"|(?P<korean>[1-4])분기|(?P<half>[상하])반기|第?(?P<chinese>[一二三四1-4])季度?|(?P<year>[上下])半年"
)
_NAMED, _WHOLE = (
    deferred(_PART, re.IGNORECASE),
    deferred(rf"(?:{_PART})[a-z]{{0,2}}", re.IGNORECASE),
)
_LAST = r"(?P<last>vorquartal[se]?|trimestre (?:anterior|précédent|precedente)|전분기|上一?季度)"
_ITS_NAME = rf"(?:{_LAST}|(?:{_PART})[a-z]{{0,2}})"
_BEHIND, _BEFORE = (
    deferred(rf"[^\S\n]{{1,2}}(?:im|au|del?|en el|no|do|nel|in)[^\S\n]{_ITS_NAME}", re.IGNORECASE),
    deferred(
        rf"(?:[(（]\s?(?:(?:im|au|en el|no)\s)?{_ITS_NAME}\s?[:：]?|(?P<so>전분기)\s?[(（])\s?\Z",
        re.IGNORECASE,
    ),
)
_KINDS = deferred(
    r"quartal|trimest|halbjahr|semest|kwartaal|halfjaar|monat|mois|meses|mesi|maand|woche|분기|반기"
    r"|개월|季|半年|个月|jaarhelft|half jaar",
    re.IGNORECASE,
)


def names_only(text: str, period: Period, calendar: Calendar) -> bool:
    """Whether each part of a year that a text names is as long as a period, and has its place.

    The year may be another one, as of what is compared with: it is not looked at.
    """
    if period.is_instant or not 0 < period.months < MONTHS_A_YEAR:
        return False
    found = list(_NAMED.finditer(text))
    kinds = sum(1 for _ in _KINDS.finditer(text))
    return bool(found) and kinds == len(found) and all(_is(f, period, calendar) for f in found)


def part_behind(text: str, at: int, later: Period, calendar: Calendar) -> Period | None:
    """The part of a year that follows an offset, the last of its place before a later one."""
    return _last_before(_BEHIND.match(text, at), later, calendar)


def part_before(text: str, at: int, later: Period, calendar: Calendar) -> Period | None:
    """The part of a year that brackets open with in front of an offset: "(3. Quartal: 5)"."""
    start = max(0, at - len("(im vierten Quartal: CHF "))
    return _last_before(_BEFORE.search(text, start, at), later, calendar)


def _last_before(found: re.Match[str] | None, later: Period, calendar: Calendar) -> Period | None:
    if found is None:
        return None
    if found["last"] or found.groupdict().get("so"):
        return later.preceding
    number, months = _place(found)
    if number is None or months != later.months:
        return None
    year = later.last // MONTHS_A_YEAR
    spans = (calendar.span(year + by, (number - 1) * months, months) for by in (1, 0, -1))
    return next((span for span in spans if span.last < later.last), None)


def without_parts(text: str) -> str:
    """The text without the parts of a year that it names."""
    return _WHOLE.sub(" ", text)


def _is(found: re.Match[str], period: Period, calendar: Calendar) -> bool:
    number, months = _place(found)
    if months != period.months:
        return False
    first = None if number is None else (number - 1) * months
    year = period.last // MONTHS_A_YEAR
    spans = (calendar.span(year + by, first, months) for by in (0, 1) if first is not None)
    return first is None or any(span.last == period.last for span in spans)


def _place(found: re.Match[str]) -> tuple[int | None, int]:
    """Which of its length a part of the year is (from 1; None where unsaid), and its months."""
    if kind := found["kind"]:
        months = next(n for name, n in LENGTHS.items() if kind.lower().startswith(name))
        ordinal = (found["ordinal"] or "").lower()
        return (WORDS.get(ordinal) or (int(ordinal[0]) if ordinal else None)), months
    if count := found["count"]:
        return 1, COUNTS.get(count.lower()) or int(count)
    if found["nine"]:
        return 1, 9
    if half := found["half"] or found["year"]:
        return (1 if half in "상上" else 2), 6
    return ORDINALS[found["korean"] or found["chinese"]], 3
