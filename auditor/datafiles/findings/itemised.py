"""What an audit of a data file found, as far as it is told one by one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from auditor.datafiles.findings.schema_findings import Broken
from auditor.datafiles.verdicts.audit import DataAudit
from auditor.datafiles.verdicts.data_file import Group
from auditor.datafiles.verdicts.misspelt_keys import Stray, may_lack
from auditor.datafiles.verdicts.schema import failures
from auditor.model.dataset import DataSet

MOST_TOLD = 100
"""Cells of a column that break its schema in one way, and repeated keys, told one by one."""


class Found(NamedTuple):
    """The audit, with what of it is told: checks violated, those around them, all if ``listed``.

    ``lacking`` are checks that fail, but may lack a record that breaks the schema. ``repeated`` are
    the records of each key that several have. ``more`` says what is not told.
    """

    audit: DataAudit
    violated: tuple[Group, ...]
    lacking: tuple[Group, ...]
    around: tuple[Group, ...]
    listed: tuple[Group, ...]
    broken: tuple[Broken, ...]
    repeated: tuple[tuple[int, ...], ...]
    ragged: tuple[int, ...]
    more: tuple[str, ...]

    @property
    def rows(self) -> set[int]:
        """The records that are cited."""
        groups = (*self.violated, *self.around, *self.listed)
        cited = {cell.row for group in groups for cell in group.cells}
        cited |= {one.row for one in self.broken} | {*self.ragged}
        return cited | {row for rows in self.repeated for row in rows}


def found_in(data: DataSet, audit: DataAudit, *, listed: bool) -> Found:
    """All that is told of an audit; its checks one by one if they are few and to be ``listed``."""
    broken, more = _broken(data, audit)
    strays = [Stray(b.row, b.column.name) for b in broken if b.column.name in audit.records.coded]
    failing = audit.violated()
    lacking = tuple(group for group in failing if may_lack(group, strays, audit.records))
    violated = tuple(group for group in failing if group not in lacking) if lacking else failing
    repeated, uncounted = _repeated(data, audit)
    ragged = tuple(audit.records.ragged)
    if len(ragged) > MOST_TOLD:
        more += (f"{len(ragged) - MOST_TOLD:,} more records have too many fields or too few",)
    return Found(
        audit,
        violated,
        lacking,
        audit.around(violated),
        audit.every() if listed else (),
        broken,
        repeated,
        ragged[:MOST_TOLD],
        (*more, *uncounted),
    )


def _broken(data: DataSet, audit: DataAudit) -> tuple[tuple[Broken, ...], tuple[str, ...]]:
    """The first cells that break their column's schema, and how many more there are."""
    told: list[Broken] = []
    more = []
    for column, check, rows in failures(data, audit.records, audit.numbers):
        first = [row for row in rows[:MOST_TOLD].tolist() if row not in audit.records.ragged]
        told += [Broken(column, check, row) for row in first]
        if len(rows) > MOST_TOLD:
            left = f"{len(rows) - MOST_TOLD:,}"
            more.append(f"{left} more cells of {column.name} break its declaration ({check})")
    return tuple(told), tuple(more)


def _repeated(
    data: DataSet, audit: DataAudit
) -> tuple[tuple[tuple[int, ...], ...], tuple[str, ...]]:
    """The records of the first keys that several have, and how many more keys there are."""
    if audit.repeated is None:
        return (), ()
    keys: dict[tuple[str, ...], list[int]] = {}
    columns = [audit.records.coded[name] for name in data.key]
    for row in np.flatnonzero(audit.repeated).tolist():
        keys.setdefault(tuple(column.at(row) for column in columns), []).append(row)
    groups = [tuple(rows) for rows in keys.values()]
    left = len(groups) - MOST_TOLD
    more = (f"{left:,} more keys stand more than once",) if left > 0 else ()
    return tuple(groups[:MOST_TOLD]), more
