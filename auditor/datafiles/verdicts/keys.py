"""Keys: which records agree in some columns, by one number a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.records import CodedColumn, Rows
from auditor.datafiles.thresholds import MOST_KEYS_IN_TABLE, TABLE_PER_RECORD

Keys = NDArray[np.int64]

LARGEST = 1 << 62
"""Up to here the key of one more column fits into 64 bits."""


class Sides(NamedTuple):
    """Comparable keys of two lists of records, all below ``size``."""

    left: Keys
    right: Keys
    size: int


class Matched(NamedTuple):
    """Groups are the different keys of the targets, each named by one target that has it.

    ``group_of_target`` is that of each target, ``group_of_record`` that of each other record: -1
    for none.
    """

    group_of_target: Rows
    group_of_record: Rows


def keys_of(columns: Sequence[NDArray[np.int32]], sizes: Sequence[int]) -> tuple[Keys, int]:
    """A number for each record that identifies it, and what they all are below."""
    sides = sides_of([(column, column[:0]) for column in columns], sizes)
    return sides.left, sides.size


def sides_of(
    columns: Sequence[tuple[NDArray[np.int32], NDArray[np.int32]]], sizes: Sequence[int]
) -> Sides:
    """The keys of the records on two sides, column by column."""
    if not columns:
        raise ValueError("a key has a column at least")
    left, right = (side.astype(np.int64) for side in columns[0])
    size = max(sizes[0], 1)
    for (more_left, more_right), count in zip(columns[1:], sizes[1:], strict=True):
        if size * max(count, 1) > LARGEST:
            left, right, size = _dense(left, right)
        left, right = left * count + more_left, right * count + more_right
        size *= max(count, 1)
    return Sides(left, right, size)


def _dense(left: Keys, right: Keys) -> Sides:
    """The same keys, numbered anew without gaps."""
    known, places = np.unique(np.concatenate((left, right)), return_inverse=True)
    return Sides(places[: len(left)], places[len(left) :], max(len(known), 1))


def matched(sides: Sides) -> Matched:
    """Which records on the right have the key of which target on the left."""
    if sides.size <= MOST_KEYS_IN_TABLE:
        places = np.full(sides.size, -1, np.int32)
        places[sides.left] = np.arange(len(sides.left), dtype=np.int32)
        return Matched(places[sides.left].astype(np.int64), places[sides.right].astype(np.int64))
    known, first, groups = np.unique(sides.left, return_index=True, return_inverse=True)
    at = np.searchsorted(known, sides.right)
    at[at == len(known)] = 0
    found = known[at] == sides.right if len(known) else np.zeros(len(at), np.bool_)
    return Matched(first[groups], np.where(found, first[at] if len(known) else -1, -1))


class Groups(NamedTuple):
    """Records by what they agree in: the group of each, and the place of the last of each group.

    Groups are numbered from 0, in whatever order.
    """

    of: Rows
    last: Rows

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.last)


def groups_of(columns: Sequence[NDArray[np.int32]], sizes: Sequence[int], records: int) -> Groups:
    """The groups of so many records by some of their columns; of none, all are one."""
    if not columns:
        last = np.full(min(records, 1), records - 1, np.int64)
        return Groups(np.zeros(records, np.int64), last)
    keys, size = keys_of(columns, sizes)
    own = np.arange(records)
    if size <= min(MOST_KEYS_IN_TABLE, TABLE_PER_RECORD * records):
        places = np.full(size, -1, np.int32)
        places[keys] = own
        there = np.flatnonzero(places >= 0)
        numbers = np.zeros(size, np.int32)
        numbers[there] = np.arange(len(there))
        return Groups(numbers[keys].astype(np.int64), places[there].astype(np.int64))
    known, of = np.unique(keys, return_inverse=True)
    last = np.zeros(len(known), np.int64)
    last[of] = own
    return Groups(of, last)


def repeated(columns: Sequence[CodedColumn]) -> NDArray[np.bool_] | None:
    """The records whose key another has too; None if all differ."""
    keys, _ = keys_of([column.codes for column in columns], [len(c.values) for c in columns])
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return np.isin(keys, twice) if len(twice) else None
