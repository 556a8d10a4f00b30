"""Peers: groups of records that are alike but for their time, and tell what each should have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.periods import Day, time_of
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import LEAST_PEERS
from auditor.datafiles.verdicts.keys import groups_of

Bools = NDArray[np.bool_]


class Series(NamedTuple):
    """Groups of records, each with the series that it belongs to, and their order in time.

    ``timed`` says that they have a time, and neighbours in it.
    """

    of: Rows
    month: Rows
    timed: bool

    def only(self, places: Rows) -> Series:
        """The same of some of the groups."""
        return self._replace(of=self.of[places], month=self.month[places])


def series_of(by: Sequence[str], times: Sequence[str], records: Records, rows: Rows) -> Series:
    """The series of groups, each told by a record: alike in all of ``by`` but the time.

    Quarters are a series, and the years beside them another. Without a time all are one.
    """
    time = next((name for name in by if name in times), None)
    columns = [records.coded[name] for name in by if name != time and time is not None]
    codes, sizes = [column.codes[rows] for column in columns], [len(c.values) for c in columns]
    month = np.zeros(len(rows), np.int64)
    if time is not None:
        of_time = records.coded[time]
        named = [time_of(value) for value in of_time.values]
        kinds = [-1 if isinstance(t, Day) else t.months if t else -2 for t in named]
        months = [0 if t is None else t.month if isinstance(t, Day) else t.last for t in named]
        different, kind = np.unique(np.array(kinds, np.int32), return_inverse=True)
        codes.append(kind.astype(np.int32)[of_time.codes[rows]])
        sizes.append(len(different))
        month = np.array(months, np.int64)[of_time.codes[rows]]
    return Series(groups_of(codes, sizes, len(rows)).of, month, time is not None)


def is_missing(series: Series, has: Bools) -> Bools:
    """The groups that lack what most of their peers have.

    In time, both neighbours have it, or the only one: what begins or ends is not missing elsewhere.
    """
    wanted = ~has & _most_have(series, has)
    if not series.timed or not wanted.any():
        return wanted
    beside = _beside(series, has)
    held: Bools = beside.before | beside.after
    return wanted & held & (beside.before | beside.is_first) & (beside.after | beside.is_last)


def are_holes(series: Series, has: Bools) -> Bools:
    """The groups that lack what both their neighbours in time have, however few peers do."""
    if not series.timed or has.all():
        return np.zeros(len(has), np.bool_)
    beside = _beside(series, has)
    return ~has & beside.before & beside.after


def may_be_missing(series: Series, has: Bools) -> Bools:
    """The groups beside which something begins or ends, or lacks its first or its last."""
    if not series.timed or has.all():
        return np.zeros(len(has), np.bool_)
    beside = _beside(series, has)
    inside = ~beside.is_first & ~beside.is_last
    return ~has & inside & (beside.before ^ beside.after)


def _most_have(series: Series, has: Bools) -> Bools:
    if not len(has):
        return has
    number = int(series.of.max()) + 1
    with_it = np.bincount(series.of, has, minlength=number)[series.of]
    peers = np.bincount(series.of, minlength=number)[series.of] - 1
    most: Bools = (peers >= LEAST_PEERS) & (2 * with_it > peers)
    return most


class _Beside(NamedTuple):
    """Of each group: whether the one before has it, and the one after; whether there is none."""

    before: Bools
    after: Bools
    is_first: Bools
    is_last: Bools


def _beside(series: Series, has: Bools) -> _Beside:
    order = np.lexsort((series.month, series.of))
    alike = series.of[order][1:] == series.of[order][:-1]
    before, after = np.zeros(len(has), np.bool_), np.zeros(len(has), np.bool_)
    is_first, is_last = np.ones(len(has), np.bool_), np.ones(len(has), np.bool_)
    before[order[1:]] = alike & has[order[:-1]]
    after[order[:-1]] = alike & has[order[1:]]
    is_first[order[1:]] = ~alike
    is_last[order[:-1]] = ~alike
    return _Beside(before, after, is_first, is_last)
