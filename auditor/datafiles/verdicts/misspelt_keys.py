"""Checks that may lack a record, as what is wrong in it keeps it out of where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.datafiles.columns.records import Records
from auditor.datafiles.verdicts.checks import Check
from auditor.datafiles.verdicts.lacking import Key
from auditor.model.dataset import Cells, DataRule


class MisspeltKey(NamedTuple):
    """A record, and the column in which it says what is not allowed."""

    row: int
    column: str


def may_lack_a_record(
    check: Check, misspelt: Iterable[MisspeltKey], ragged: Iterable[int], records: Records
) -> bool:
    """Whether a check adds up all others there are, and such a record may be one of them.

    That is a misspelt one, or one of which it cannot be told which field belongs to which column.
    """
    open_ = [cells for cells, _, _ in check.inputs if any(not values for _, values in cells.where)]
    return any(
        any(_may_belong(key, cells, check, records) for key in misspelt)
        or any(_names_all(row, cells, check, records) for row in ragged)
        for cells in open_
    )


def is_misplaced(
    key: Key, misspelt: Iterable[MisspeltKey], ragged: Iterable[int], records: Records
) -> bool:
    """Whether a record that seems to be missing may be such a one."""
    said = dict(key)
    return any(
        one.column in said
        and all(records.coded[n].at(one.row) == v for n, v in key if n != one.column)
        for one in misspelt
    ) or any(all(value in _said(row, records) for value in said.values()) for row in ragged)


def _said(row: int, records: Records) -> str:
    return "\n".join(records.text(name, row) for name in (*records.coded, *records.printed))


def _names_all(row: int, cells: Cells, check: Check, records: Records) -> bool:
    """Whether a record says, in whatever field, all that it shares with the target."""
    shared = {*check.rule.by} - {name for name, _ in cells.where}
    said = _said(row, records)
    return all(records.coded[name].at(check.target) in said for name in shared)


def _may_belong(key: MisspeltKey, cells: Cells, check: Check, records: Records) -> bool:
    """Whether the record stands in that place but for the column that is wrong."""
    others = {*check.rule.by, *(name for name, _ in cells.where)} - {key.column}
    return all(_fits(name, key.row, cells, check, records) for name in others)


def _fits(name: str, row: int, cells: Cells, check: Check, records: Records) -> bool:
    column, where = records.coded[name], dict(cells.where)
    if name not in where:
        return column.at(row) == column.at(check.target)
    if where[name]:
        return column.at(row) in where[name]
    return column.at(row) not in _excluded(name, check.rule)


def _excluded(name: str, rule: DataRule) -> Sequence[str]:
    return dict(rule.target.where)[name]
