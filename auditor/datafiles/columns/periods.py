"""Times: the periods and dates by which a data file's records are identified."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.model.dataset import Shift
from auditor.model.period import Calendar, Period, month
from auditor.notation.periods import periods

NEEDED = {Shift.ITS_QUARTERS: 4, Shift.ITS_HALVES: 2, Shift.ITS_MONTHS: 12}
"""How many operands a target has, where that is not one."""
_MONTHS_OF = {Shift.ITS_QUARTERS: 3, Shift.ITS_HALVES: 6, Shift.ITS_MONTHS: 1}

_YEAR = r"(?:FY ?)?((?:19|20)[0-9]{2})"
_PART = re.compile(rf"{_YEAR}[-_/ ]?([QH])([1-4])|([QH])([1-4])[-_/ ]?{_YEAR}", re.IGNORECASE)
_WHOLE = re.compile(_YEAR, re.IGNORECASE)
_MONTH = re.compile(r"((?:19|20)[0-9]{2})[-/]?(0[1-9]|1[0-2])|((?:19|20)[0-9]{2})-?M([0-9]{1,2})")
_DATE = re.compile(r"([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[T ][0-9:.]+Z?)?")


class Day(NamedTuple):
    """A day of a month counted from year 0; the last of its month is 31, however long that is."""

    month: int
    day: int


Time = Period | Day


@cache
def time_of(text: str) -> Time | None:
    """The period or the day that a cell names as a whole; None if it names none."""
    text = text.strip()
    if found := _DATE.fullmatch(text):
        return _day(*map(int, found.groups()))
    if found := _PART.fullmatch(text):
        year, kind, number = found.group(1, 2, 3) if found[1] else found.group(6, 4, 5)
        return _part(int(year), 3 if kind in "Qq" else 6, int(number))
    if found := _WHOLE.fullmatch(text):
        return Period(month(int(found[1]), 1), month(int(found[1]), 12))
    if found := _MONTH.fullmatch(text):
        year, number = found.group(1, 2) if found[1] else found.group(3, 4)
        return _month(int(year), int(number))
    named = periods(text, Calendar())
    return named[0][2] if [mention[:2] for mention in named] == [(0, len(text))] else None


def is_date(text: str) -> bool:
    """Whether a cell is a date as ISO 8601 writes it."""
    try:
        date.fromisoformat(text.strip()[:10])
    except ValueError:
        return False
    return _DATE.fullmatch(text.strip()) is not None


def _day(year: int, number: int, day: int) -> Day | None:
    if not (1 <= number <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, number)[1]):
        return None
    return Day(month(year, number), 31 if day == monthrange(year, number)[1] else day)


def _month(year: int, number: int) -> Period | None:
    first = month(year, number)
    return Period(first, first) if 1 <= number <= 12 else None


def _part(year: int, months: int, number: int) -> Period | None:
    if months * number > 12:
        return None
    first = month(year, 1) + months * (number - 1)
    return Period(first, first + months - 1)


def served(values: Sequence[str], shift: Shift) -> list[int]:
    """For each of these times, the place of that whose operand it is; -1 for none."""
    named = ((time_of(text), place) for place, text in enumerate(values))
    places = {time: place for time, place in named if time is not None}
    times = (time_of(text) for text in values)
    if shift in NEEDED:
        whole = _wholes(places, shift)
        wanted = (None if time is None else whole.get(time) for time in times)
    else:
        wanted = (None if time is None else _SERVES[shift](time) for time in times)
    return [-1 if time is None else places.get(time, -1) for time in wanted]


def have_parts(values: Sequence[str], shift: Shift) -> list[bool]:
    """Which of these times are years, which have quarters, halves and months."""
    times = map(time_of, values)
    return [time is not None and any(_parts(time, shift)) for time in times]


class Run(NamedTuple):
    """Of a column of times, which of them each target adds up, its own among them.

    ``operands`` and ``targets`` are pairs of places in the list of times; ``wanted`` is how many
    times each of the list needs: 0 if nothing is added up to it.
    """

    operands: tuple[int, ...]
    targets: tuple[int, ...]
    wanted: tuple[int, ...]


def run_of(values: Sequence[str], shift: Shift) -> Run:
    """The times of a year up to each, or those of the twelve months up to each.

    The times of one target are all as long as its own. A day stands for what has passed since the
    day before, where days are as many months apart all over the column.
    """
    times = [time_of(text) for text in values]
    step = _months_between(time for time in times if isinstance(time, Day))
    lasts: dict[tuple[int, int, int], list[int]] = {}
    for place, time in enumerate(times):
        if (kind := _kind(time, step)) is not None:
            lasts.setdefault((*kind, _last(time)), []).append(place)
    pairs: list[tuple[int, int]] = []
    wanted = [0] * len(values)
    for place, time in enumerate(times):
        kind = _kind(time, step)
        if kind is None:
            continue
        last = _last(time)
        number = (last % 12 + 1) // kind[0] if shift is Shift.YEAR_TO_DATE else 12 // kind[0]
        wanted[place] = number
        before = range(last, last - number * kind[0], -kind[0])
        pairs += [(one, place) for at in before for one in lasts.get((*kind, at), ())]
    operands, targets = zip(*pairs, strict=True) if pairs else ((), ())
    return Run(tuple(operands), tuple(targets), tuple(wanted))


def _kind(time: Time | None, step: int) -> tuple[int, int] | None:
    """How many months a time stands for, and which day; None where no year is made of such."""
    if isinstance(time, Day):
        months, day = step, time.day
    else:
        months, day = (0, 0) if time is None else (time.months, 0)
    fits = 0 < months < 12 and 12 % months == 0 and (_last(time) + 1) % months == 0
    return (months, day) if fits else None


def _last(time: Time | None) -> int:
    """The month in which a time ends."""
    if time is None:
        return 0
    return time.month if isinstance(time, Day) else time.last


def _months_between(days: Iterable[Day]) -> int:
    """How many months apart days are that follow each other; 0 where not all are the same."""
    months = sorted({day.month for day in days})
    apart = {later - earlier for earlier, later in pairwise(months)}
    return min(apart) if apart and all(one % min(apart) == 0 for one in apart) else 0


def _wholes(times: dict[Time, int], shift: Shift) -> dict[Time, Time]:
    """The quarters, halves or months of every period, with what they are part of."""
    return {part: time for time in times for part in _parts(time, shift)}


def _parts(time: Time, shift: Shift) -> Iterator[Time]:
    if isinstance(time, Period) and time.months == 12:
        yield from time.parts(_MONTHS_OF[shift])


def _year_after(time: Time) -> Time:
    return Day(time.month + 12, time.day) if isinstance(time, Day) else time.shifted(12)


def _next(time: Time) -> Time:
    return _year_after(time) if isinstance(time, Day) else time.shifted(time.months or 12)


_SERVES: dict[Shift, Callable[[Time], Time]] = {
    Shift.YEAR_BEFORE: _year_after,
    Shift.PRECEDING: _next,
}
