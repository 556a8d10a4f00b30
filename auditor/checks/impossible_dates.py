"""Impossible dates: days that no calendar has, such as "February 30, 2025" or "31 June"."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from typing import NamedTuple

from auditor.model.citation import Citation
from auditor.model.document import Cell, Document, Passage, Table
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred
from auditor.notation.month_names import FOREIGN, NUMBERS, month_number

RULE = "impossible-date"

_DAYS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_MONTH = "(?:" + "|".join(sorted({*NUMBERS, *FOREIGN}, key=len, reverse=True)) + ")"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|\.|er)"
_DATES = tuple(
    deferred(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<month>{_MONTH})\.? (?P<day>\d\d)(?:st|nd|rd|th)?,? {_YEAR}",
        rf"(?<![\d.,])(?P<day>\d\d){_ORDINAL}? (?:de )?(?P<month>{_MONTH})\.?,? (?:de )?{_YEAR}",
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])",
        r"(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|[1-9])月(?P<day>[0-3]?\d)日",
    )
)
"""Dates with their year: without one "Feb 30" may be a month of 2030."""
_HINT = deferred(r"(?<!\d)(?:3\d|29)(?!\d)")
"""Days that not every month has: around them alone dates are looked for."""
_NEAR = 24
"""Characters before and behind the day that hold the rest of its date."""
_WHY = "What is reported for a day that there is not is reported for another."


class _Day(NamedTuple):
    start: int
    end: int
    last: int


def impossible_dates(document: Document) -> Iterator[Oddity]:
    """The first mention of each day that there is not."""
    told: set[str] = set()
    for text, place in _texts(document):
        for day in _impossible(text):
            printed = text[day.start : day.end]
            if printed.casefold() not in told:
                told.add(printed.casefold())
                source = place.source if isinstance(place, Passage) else place.place
                yield _oddity(Citation("date", printed, source(day.start, day.end)), day.last)


def _texts(document: Document) -> Iterator[tuple[str, Passage | Cell]]:
    for block in document.blocks:
        if isinstance(block, Passage):
            yield block.text, block
        elif isinstance(block, Table):
            yield from ((cell.text, cell) for row in block.rows for cell in row if cell)


def _impossible(text: str) -> Iterator[_Day]:
    if ("3" not in text and "29" not in text) or _names_no_month(text):
        return
    for hint in _HINT.finditer(text):
        first = max(0, hint.start() - _NEAR)
        for found in _dates(text, first, hint.end() + _NEAR):
            named = found["month"]
            month = int(named) if named.isdecimal() else month_number(named)
            is_short = month == 2 and not isleap(int(found["year"]))
            last = _DAYS[month] - is_short
            if last < int(found["day"]):
                yield _Day(*found.span(), last)


def _names_no_month(text: str) -> bool:
    """Whether a text has no letters and no dash, as most cells of a table: seen at once."""
    return text.isascii() and "-" not in text and text.lower() == text.upper()


def _dates(text: str, first: int, last: int) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        yield from pattern.finditer(text, first, last)


def _oddity(date: Citation, last: int) -> Oddity:
    message = f"There is no {date.text}: that month ends with day {last}."
    return Oddity(RULE, Kind.LABEL, message, (date,), certain=True, why=_WHY)
