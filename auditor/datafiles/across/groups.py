"""Groups of files: the records of all files of a kind, and which file each is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import BLANK, Numbers
from auditor.datafiles.columns.records import CodedColumn, Records
from auditor.datafiles.verdicts.audit import DataAudit
from auditor.datafiles.verdicts.keys import keys_of
from auditor.model.dataset import DataSet, qualified

Bools = NDArray[np.bool_]


class GroupRecords(NamedTuple):
    """The records of a group of files, one file after the other.

    ``starts`` is the number that each file's first record has among them. ``numbers`` are the
    columns of figures, called as rules between files call them. ``repeated`` are the records whose
    key stands twice in their file; ``superseded`` those whose key a later file has again.
    """

    name: str
    data: DataSet
    starts: tuple[int, ...]
    records: Records
    numbers: Mapping[str, Numbers]
    repeated: Bools | None
    superseded: Bools

    def located(self, row: int) -> tuple[int, int]:
        """Which file a record is of, and which of its records it is."""
        file = int(self.file_of(np.array([row]))[0])
        return file, row - self.starts[file]

    def file_of(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which file each of these records is of."""
        return np.searchsorted(self.starts, rows, side="right") - 1


def group_records(name: str, data: DataSet, audits: Sequence[DataAudit]) -> GroupRecords:
    """The records of these files of a group."""
    sizes = [audit.records.size for audit in audits]
    starts = (0, *np.cumsum(sizes)[:-1].tolist())
    records = _joined(audits)
    numbers = {
        qualified(name, column.name): _joined_numbers(column.name, audits, starts)
        for column in data.numeric
        if any(column.name in audit.numbers for audit in audits)
    }
    found = [audit.repeated for audit in audits]
    repeated = None
    if any(one is not None for one in found):
        none = (np.zeros(size, np.bool_) for size in sizes)
        repeated = np.concatenate(
            [a if a is not None else b for a, b in zip(found, none, strict=True)]
        )
    superseded = _superseded(data, records, starts)
    return GroupRecords(name, data, starts, records, numbers, repeated, superseded)


def _joined(audits: Sequence[DataAudit]) -> Records:
    """The columns that identify records, of all files; their figures are numbers already."""
    if len(audits) == 1:
        return audits[0].records
    every = [audit.records for audit in audits]
    names = tuple(dict.fromkeys(name for records in every for name in records.names))
    coded = {
        name: _joined_column([_column(name, records) for records in every])
        for name in dict.fromkeys(name for records in every for name in records.coded)
    }
    return Records(sum(records.size for records in every), names, coded, MappingProxyType({}))


def _column(name: str, records: Records) -> CodedColumn:
    """A file's column; blank where it has none of that name."""
    blank = CodedColumn(np.zeros(records.size, np.int32), ("",))
    return records.coded.get(name, blank)


def _joined_column(columns: Sequence[CodedColumn]) -> CodedColumn:
    places: dict[str, int] = {}
    codes = []
    for column in columns:
        own = [places.setdefault(value, len(places)) for value in column.values]
        codes.append(np.array(own, np.int32)[column.codes])
    return CodedColumn(np.concatenate(codes), tuple(places))


def _joined_numbers(name: str, audits: Sequence[DataAudit], starts: Sequence[int]) -> Numbers:
    every = [audit.numbers.get(name) or _no_numbers(audit.records.size) for audit in audits]
    if len(every) == 1:
        return every[0]
    return Numbers(
        np.concatenate([one.digits for one in every]),
        np.concatenate([one.exponent for one in every]),
        np.concatenate([one.width for one in every]),
        np.concatenate([one.marks for one in every]),
        {
            start + row: digits
            for start, one in zip(starts, every, strict=True)
            for row, digits in one.large.items()
        },
    )


def _no_numbers(size: int) -> Numbers:
    none = np.zeros(size, np.int16)
    return Numbers(np.zeros(size, np.int64), none, none, np.full(size, BLANK, np.uint8), {})


def _superseded(data: DataSet, records: Records, starts: Sequence[int]) -> Bools:
    """The records that a later file shows again: what it says is what counts."""
    found = np.zeros(records.size, np.bool_)
    key = [records.coded[name] for name in data.key if name in records.coded]
    if len(starts) == 1 or not key or len(key) < len(data.key):
        return found
    keys, _ = keys_of([column.codes for column in key], [len(c.values) for c in key])
    files = np.searchsorted(starts, np.arange(records.size), side="right")
    order = np.lexsort((files, keys))
    again = (keys[order][1:] == keys[order][:-1]) & (files[order][1:] > files[order][:-1])
    found[order[:-1][again]] = True
    return found
