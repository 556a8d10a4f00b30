"""Shared columns: by one number a value, what records of different files agree in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.columns.periods import Time, served, time_of
from auditor.datafiles.verdicts.bound_rules import TIMES
from auditor.model.dataset import Shift

Codes = NDArray[np.int32]


class SharedColumn(NamedTuple):
    """A column that several groups of files have, each by its own name.

    ``columns`` are these names by group. ``values`` are all its values as they are first written,
    ``codes`` the number of each record's value, by group. Times are one however they are written.
    """

    columns: Mapping[str, str]
    values: tuple[str, ...]
    codes: Mapping[str, Codes]
    is_time: bool

    def shifted(self, group: str, shift: Shift) -> Codes:
        """The numbers of the times that a group's are compared with; -1 where that is not there."""
        if shift is Shift.SAME or not self.is_time:
            return self.codes[group]
        return np.array(served(self.values, shift), np.int32)[self.codes[group]]


def shared_columns(
    by: Sequence[Sequence[tuple[str, str]]], groups: Mapping[str, GroupRecords]
) -> tuple[SharedColumn, ...]:
    """The columns that a rule relates these groups by."""
    return tuple(_shared(dict(one), groups) for one in by)


def _shared(columns: Mapping[str, str], groups: Mapping[str, GroupRecords]) -> SharedColumn:
    kinds = [groups[group].data.column(name).type for group, name in columns.items()]
    is_time = all(kind in TIMES for kind in kinds)
    numbers: dict[str | Time, int] = {}
    texts: list[str] = []
    codes = {}
    for group, name in columns.items():
        column = groups[group].records.coded[name]
        own = []
        for text in column.values:
            meant = (time_of(text) if is_time else None) or text.strip()
            own.append(numbers.setdefault(meant, len(numbers)))
            if len(texts) < len(numbers):
                texts.append(text.strip())
        codes[group] = np.array(own or [0], np.int32)[column.codes]
    return SharedColumn(columns, tuple(texts), codes, is_time)
