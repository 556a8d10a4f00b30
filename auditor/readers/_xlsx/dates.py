"""Dates and times as a format section shows them, so that no reader of theirs can mistake them.

A two-digit year is written with four, and where day and month are both numbers and the day stands
first, or the year stands after a month alone, the date is written year first.
Names are English in every locale.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from auditor.readers._xlsx.codes import DATE, DIGIT, LITERAL, Part, Section

SECONDS = 86_400
LAST_DAY = 2_958_465
"""31 December 9999."""
LEAP_BUG = 60
"""The 29 February 1900 that never was; before it the count is one day less."""
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # a workbook's dates have no time zone
_EPOCH_1904_AFTER = 1462

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NOON = ("am/pm", "a/p")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ERAS = (
    (datetime(2019, 5, 1), "令和", "R"),  # noqa: DTZ001
    (datetime(1989, 1, 8), "平成", "H"),  # noqa: DTZ001
    (datetime(1926, 12, 25), "昭和", "S"),  # noqa: DTZ001
    (datetime(1912, 7, 30), "大正", "T"),  # noqa: DTZ001
    (datetime(1868, 9, 8), "明治", "M"),  # noqa: DTZ001
)
_PLAIN_SEPARATORS = re.compile(r"[-\s,./]*|[年月]")
_DAY_FIRST = re.compile(r"d{1,2}[-/\s]m{1,2}[-/\s]y+")
_YEAR_AFTER_MONTH = re.compile(r"m{1,2}[-/.\s]y+")
_ISO_DATE = (Part(DATE, "yyyy"), Part(LITERAL, "-"), Part(DATE, "mm"), Part(LITERAL, "-"))
ISO_DATE = (*_ISO_DATE, Part(DATE, "dd"))
_YEAR_AND_MONTH = (Part(DATE, "yyyy"), Part(LITERAL, "/"), Part(DATE, "mm"))


def shown_date(serial: Decimal, section: Section, *, since_1904: bool) -> str | None:
    """A day number as a section shows it; None where there is no such day."""
    places = sum(part.kind == DIGIT for part in section.parts)
    exact = Decimal(1).scaleb(-min(places, 6))
    seconds = (serial * SECONDS).quantize(exact, rounding=ROUND_HALF_UP)
    days, rest = divmod(seconds, SECONDS)
    if since_1904:
        days += _EPOCH_1904_AFTER
    if not 0 <= days <= LAST_DAY:
        return None
    day = int(days) + (1 if days < LEAP_BUG else 0)
    moment = _EPOCH + timedelta(days=day, seconds=int(rest))
    parts = _unambiguous(section.parts)
    return "".join(_piece(parts, i, moment, days * SECONDS + rest) for i in range(len(parts)))


def _unambiguous(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, those of a date that could be mistaken for another written year first."""
    dated = [
        i
        for i, p in enumerate(parts)
        if p.kind == DATE and p.text[0].lower() in "ymd" and not _is_minute(parts, i)
    ]
    if not dated:
        return tuple(parts)
    first, last = dated[0], dated[-1] + 1
    written = "".join(part.text for part in parts[first:last]).lower()
    if _DAY_FIRST.fullmatch(written):
        return (*parts[:first], *ISO_DATE, *parts[last:])
    if _YEAR_AFTER_MONTH.fullmatch(written):
        return (*parts[:first], *_YEAR_AND_MONTH, *parts[last:])
    return tuple(
        Part(LITERAL, " ") if _sets_off_year(parts, i) else part for i, part in enumerate(parts)
    )


def _sets_off_year(parts: Sequence[Part], at: int) -> bool:
    """Whether a part is an apostrophe or the like before a year: "Mar'24"."""
    following = parts[at + 1] if at + 1 < len(parts) else None
    return (
        at > 0
        and parts[at].kind == LITERAL
        and parts[at - 1].kind == DATE
        and following is not None
        and following.kind == DATE
        and following.text[0].lower() == "y"
        and not _PLAIN_SEPARATORS.fullmatch(parts[at].text)
    )


def _is_minute(parts: Sequence[Part], at: int) -> bool:
    """Whether an m stands for minutes: after hours, or before seconds."""
    text = parts[at].text.lower()
    if text[0] != "m" or len(text) > 2:
        return False
    before = next((p for p in reversed(parts[:at]) if p.kind == DATE), None)
    after = next((p for p in parts[at + 1 :] if p.kind == DATE), None)
    return (before is not None and "h" in before.text.lower()) or (
        after is not None and "s" in after.text.lower()
    )


def _piece(parts: Sequence[Part], at: int, moment: datetime, seconds: Decimal) -> str:
    part = parts[at]
    if part.kind != DATE:
        return _fraction(parts, at, seconds)
    text = part.text.lower()
    if text.startswith("["):
        over = {"h": 3600, "m": 60, "s": 1}[text[1]]
        return f"{int(seconds // over):0{len(text) - 2}d}"
    if text[0] in "ahs" or _is_minute(parts, at):
        return _of_clock(parts, part, moment)
    return _of_day(text, moment)


def _of_clock(parts: Sequence[Part], part: Part, moment: datetime) -> str:
    """Hours, of twelve where morning and afternoon are told, minutes or seconds."""
    text = part.text.lower()
    if text in _NOON:
        morning, _, evening = part.text.partition("/")
        return morning if moment.hour < 12 else evening
    value = {"h": moment.hour, "m": moment.minute, "s": moment.second}[text[0]]
    if text[0] == "h" and any(p.text.lower() in _NOON for p in parts):
        value = (value + 11) % 12 + 1
    return f"{value:0{min(len(text), 2)}d}"


def _fraction(parts: Sequence[Part], at: int, seconds: Decimal) -> str:
    """Anything but a date's letters: a literal, or the fraction of a second after a point."""
    part = parts[at]
    if part.kind == DIGIT:
        place = sum(p.kind == DIGIT for p in parts[: at + 1])
        return str(int(seconds % 1 * 10**place) % 10)
    return part.text


def _of_day(text: str, moment: datetime) -> str:
    if text[0] in "yb":
        return str(moment.year)
    if text[0] == "m":
        name = _MONTHS[moment.month - 1]
        return (str(moment.month), f"{moment.month:02d}", name[:3], name, name[0])[
            min(len(text), 5) - 1
        ]
    if text[0] == "d":
        name = _DAYS[moment.weekday()]
        return (str(moment.day), f"{moment.day:02d}", name[:3], name)[min(len(text), 4) - 1]
    return _of_era(text, moment)


def _of_era(text: str, moment: datetime) -> str:
    """The name of a Japanese era (g) or the year within it (e)."""
    opened, name, letter = next((era for era in _ERAS if moment >= era[0]), _ERAS[-1])
    if text[0] == "g":
        return letter if len(text) == 1 else name[: len(text) - 1]
    return f"{moment.year - opened.year + 1:0{min(len(text), 2)}d}"
