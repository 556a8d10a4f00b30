"""Gaps: the times that are missing between the first and the last of a series of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.periods import Day, Time, time_of
from auditor.datafiles.columns.records import CodedColumn, Rows
from auditor.datafiles.columns.written_times import written_like
from auditor.datafiles.thresholds import MOST_ITEMISED
from auditor.datafiles.verdicts.keys import Groups
from auditor.model.period import Period


class Gap(NamedTuple):
    """A time that is missing, as the file would write it, and the record before it."""

    name: str
    row: int


class Gaps(NamedTuple):
    """How many series there are, how many of them have gaps, and the first of the times missing."""

    series: int
    broken: int
    missing: int
    first: tuple[Gap, ...]


class _Sorts(NamedTuple):
    """By code of a time: its sort (times of one sort follow one another) and its month.

    ``steps`` are the months from one time of a sort to the next.
    """

    sort: Rows
    month: Rows
    steps: NDArray[np.int64]


def gaps(times: CodedColumn, series: Groups, rows: Rows) -> Gaps:
    """The times missing in each series; quarters among quarters, years among years."""
    sorts = _sorts(times.values)
    codes = times.codes[rows]
    sort, month = sorts.sort[codes], sorts.month[codes]
    told = series.of * len(sorts.steps) + sort
    order = np.lexsort((month, told))
    told, month, ordered = told[order], month[order], rows[order]
    apart = np.diff(month)
    step = sorts.steps[sort[order][:-1]] if len(order) > 1 else apart
    wide = (told[1:] == told[:-1]) & (apart > step)
    places = np.flatnonzero(wide)
    number = int((-(-apart[places] // step[places]) - 1).sum())
    first = islice(_named(places, times, ordered, step, apart), MOST_ITEMISED)
    return Gaps(len(np.unique(told)), len(np.unique(told[places])), number, tuple(first))


def follow_in_steps(values: Sequence[str]) -> bool:
    """Whether it can be told what time comes next: not of the working days of a month."""
    times = map(time_of, values)
    return len({time.day for time in times if isinstance(time, Day)}) <= 1


def _named(places: Rows, times: CodedColumn, rows: Rows, step: Rows, apart: Rows) -> Iterator[Gap]:
    for place in places[:MOST_ITEMISED].tolist():
        text = times.at(int(rows[place]))
        time = time_of(text)
        for months in range(int(step[place]), int(apart[place]), int(step[place])):
            if time is not None:
                yield Gap(written_like(text, _later(time, months)), int(rows[place]))


def _later(time: Time, months: int) -> Time:
    return Day(time.month + months, time.day) if isinstance(time, Day) else time.shifted(months)


def _sorts(values: Sequence[str]) -> _Sorts:
    """Periods by their length, days by their number in the month."""
    named = [time_of(value) for value in values]
    kinds = {_kind(time): None for time in named if time is not None}
    numbers = {kind: number for number, kind in enumerate(kinds)}
    sort = np.array([-1 if t is None else numbers[_kind(t)] for t in named], np.int64)
    month = np.array([0 if t is None else _month(t) for t in named], np.int64)
    steps = [_step(np.unique(month[sort == number]), kind) for kind, number in numbers.items()]
    return _Sorts(sort, month, np.array(steps or [1], np.int64))


def _kind(time: Time) -> tuple[bool, int]:
    return (True, time.day) if isinstance(time, Day) else (False, time.months)


def _month(time: Period | Day) -> int:
    return time.month if isinstance(time, Day) else time.last


def _step(months: Rows, kind: tuple[bool, int]) -> int:
    """The months from one time to the next: the length of a period, if any two follow so.

    Otherwise what most are apart, the fewest of several: the fourth quarters of some years are a
    series too.
    """
    apart = np.diff(months)
    is_day, length = kind
    if not is_day and length and (len(apart) < 2 or (apart == length).any()):
        return length
    if not len(apart):
        return 1
    often = np.bincount(apart)
    return int(np.argmax(often))
