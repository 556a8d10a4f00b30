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

    Quarters are a series, and the years beside them another.
    """
    time = next((name for name in by if name in times), None)
    columns = [records.coded[name] for name in by if name != time]
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


def should_have(series: Series, has: Bools) -> Bools:
    """The groups that lack what most of their peers have.

    In time, one neighbour at least has it: what ended is not missing ever after.
    """
    if not len(has):
        return has
    number = int(series.of.max()) + 1
    with_it = np.bincount(series.of, has, minlength=number)[series.of]
    peers = np.bincount(series.of, minlength=number)[series.of] - 1
    wanted: Bools = ~has & (peers >= LEAST_PEERS) & (2 * with_it > peers)
    if series.timed and wanted.any():
        before, after = _beside(series, has)
        wanted &= before | after
    return wanted


def are_holes(series: Series, has: Bools) -> Bools:
    """The groups that lack what both their neighbours in time have, and most of their peers."""
    wanted = should_have(series, has)
    if not series.timed:
        return np.zeros(len(has), np.bool_)
    before, after = _beside(series, has)
    return wanted & before & after


def _beside(series: Series, has: Bools) -> tuple[Bools, Bools]:
    """Which groups have one before them that has it, and which one after."""
    order = np.lexsort((series.month, series.of))
    alike = series.of[order][1:] == series.of[order][:-1]
    before, after = np.zeros(len(has), np.bool_), np.zeros(len(has), np.bool_)
    before[order[1:]] = alike & has[order[:-1]]
    after[order[:-1]] = alike & has[order[1:]]
    return before, after
