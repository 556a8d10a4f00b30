"""Strays: records that a misspelt column keeps out of the group that they may belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.datafiles.columns.records import Records
from auditor.datafiles.verdicts.data_file import Group
from auditor.model.dataset import Cells, DataRule


class Stray(NamedTuple):
    """A record, and the column in which it says what is not allowed."""

    row: int
    column: str


def may_lack(group: Group, strays: Iterable[Stray], records: Records) -> bool:
    """Whether a check adds up all others there are, and a stray record may be one of them."""
    open_ = [cells for cells, _, _ in group.inputs if any(not values for _, values in cells.where)]
    return any(_may_be_of(stray, cells, group, records) for cells in open_ for stray in strays)


def _may_be_of(stray: Stray, cells: Cells, group: Group, records: Records) -> bool:
    """Whether the record stands in that place but for the column that is wrong."""
    told = {*group.rule.by, *(name for name, _ in cells.where)} - {stray.column}
    return all(_fits(name, stray.row, cells, group, records) for name in told)


def _fits(name: str, row: int, cells: Cells, group: Group, records: Records) -> bool:
    column, where = records.coded[name], dict(cells.where)
    if name not in where:
        return column.at(row) == column.at(group.target)
    if where[name]:
        return column.at(row) in where[name]
    return column.at(row) not in _excluded(name, group.rule)


def _excluded(name: str, rule: DataRule) -> Sequence[str]:
    return dict(rule.target.where)[name]
