"""Sound values: the records whose cells are what their columns allow, as far as keys are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.periods import is_date, time_of
from auditor.datafiles.columns.records import CodedColumn, Records, Rows
from auditor.model.dataset import ColumnType, DataSet, DeclaredColumn


def sound_rows(
    names: Sequence[str],
    where: Sequence[tuple[str, tuple[str, ...]]],
    data: DataSet,
    records: Records,
) -> Rows:
    """The records with these values, whose cells in some columns are what they may be.

    A cell that may not be is told as such, and no record is missing elsewhere because of it.
    """
    wanted = dict(where)
    there = np.ones(records.size, np.bool_)
    there[[row for row in records.ragged if row >= 0]] = False
    for name in names:
        column = records.coded[name]
        there &= _sound(column, data.column(name), wanted)[column.codes]
    return np.flatnonzero(there)


def _sound(
    column: CodedColumn, declared: DeclaredColumn, wanted: Mapping[str, tuple[str, ...]]
) -> NDArray[np.bool_]:
    """Which of a column's values are wanted and allowed."""
    said = wanted.get(declared.name, ())
    return np.array(
        [is_sound(value, declared) and (not said or value in said) for value in column.values],
        np.bool_,
    )


def form_of(pattern: str) -> Callable[[str], bool]:
    """What tells whether a whole cell has the form that a column asks for."""
    whole = re.compile(pattern)
    return lambda text: whole.fullmatch(text) is not None


def is_sound(value: str, declared: DeclaredColumn) -> bool:
    """Whether a cell that identifies its record says what its column allows."""
    if not value.strip() or (declared.values and value not in declared.values):
        return False
    if declared.pattern and not form_of(declared.pattern)(value):
        return False
    if declared.type is ColumnType.DATE:
        return is_date(value)
    return declared.type is not ColumnType.PERIOD or time_of(value) is not None
