"""Binding: the records of different files that a rule relates, for every target at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.across.shared import SharedColumn, shared_columns
from auditor.datafiles.columns.periods import NEEDED, have_parts
from auditor.datafiles.columns.records import Rows
from auditor.datafiles.verdicts.bound_rules import (
    ANY_NUMBER,
    SUMMED,
    BoundRule,
    Operand,
    matching,
)
from auditor.datafiles.verdicts.keys import Matched, Sides, keys_of, matched, sides_of
from auditor.model.dataset import Cells, DataRule, Shift

Groups = Mapping[str, GroupRecords]
Bools = NDArray[np.bool_]


class Linked(NamedTuple):
    """A rule with the records of its targets and operands, and the columns these agree in."""

    bound: BoundRule
    by: tuple[SharedColumn, ...]


def can_be_bound(rule: DataRule, groups: Groups) -> bool:
    """Whether the files have every column that the rule needs."""
    assert rule.across is not None
    needed = [(group, name) for one in rule.across.by for group, name in one]
    for cells in (rule.target, *rule.plus, *rule.minus):
        needed += [(cells.group, name) for name in (*dict(cells.where), *cells.every)]
        if cells.column not in groups[cells.group].numbers:
            return False
    return all(name in groups[group].records.coded for group, name in needed)


def linked(rule: DataRule, groups: Groups) -> Linked:
    """The rule's targets, which are the figures printed there, with what each follows from."""
    assert rule.across is not None
    by = shared_columns(rule.across.by, groups)
    if rule.across.repeats:
        return Linked(_shown_again(rule, by, groups[rule.target.group]), by)
    group = groups[rule.target.group]
    chosen = rows_of(rule.target, rule, groups)
    chosen &= ~group.numbers[rule.target.column].absent()
    for shift in {cells.shift for cells in (*rule.plus, *rule.minus)} & NEEDED.keys():
        for column in (one for one in by if one.is_time):
            whole = np.array(have_parts(column.values, shift), np.bool_)
            chosen &= whole[column.codes[group.name]]
    targets = np.flatnonzero(chosen)
    signed = [(cells, 1) for cells in rule.plus] + [(cells, -1) for cells in rule.minus]
    operands = (_operand(rule, cells, sign, targets, by, groups) for cells, sign in signed)
    return Linked(BoundRule(rule, targets, tuple(operands)), by)


def rows_of(cells: Cells, rule: DataRule, groups: Groups) -> Bools:
    """The records of its group that have the values that a place of the rule asks for."""
    group = groups[cells.group]
    found: Bools = matching(cells, rule.target, group.records) & ~group.superseded
    return found


def _operand(  # noqa: PLR0913, PLR0917  # a rule, an operand of it, and the files
    rule: DataRule,
    cells: Cells,
    sign: int,
    targets: Rows,
    by: Sequence[SharedColumn],
    groups: Groups,
) -> Operand:
    own = np.arange(len(targets))
    if cells.is_own_record and cells.group == rule.target.group:
        return Operand(cells, sign, targets, own, own, 1)
    rows = np.flatnonzero(rows_of(cells, rule, groups))
    rows, found = _matched(cells, rule.target.group, targets, rows, agreeing(cells, by))
    mine = found.group_of_record >= 0
    needed = _needed(rule, cells, by, groups[cells.group])
    return Operand(
        cells, sign, rows[mine], found.group_of_record[mine], found.group_of_target, needed
    )


def agreeing(cells: Cells, by: Sequence[SharedColumn]) -> list[SharedColumn]:
    """The columns in which an operand is as the target."""
    apart = {*dict(cells.where), *cells.every}
    return [one for one in by if one.columns[cells.group] not in apart]


def _matched(
    cells: Cells, group: str, targets: Rows, rows: Rows, by: Sequence[SharedColumn]
) -> tuple[Rows, Matched]:
    """The rows whose time, shifted, is in the files, and which target each belongs to."""
    sides = [(c.codes[group][targets], c.shifted(cells.group, cells.shift)[rows]) for c in by]
    there = np.ones(len(rows), np.bool_)
    for _, right in sides:
        there &= right >= 0
    rows = rows[there]
    sides = [(left, right[there]) for left, right in sides]
    if not sides:
        none = np.zeros(len(targets), np.int64), np.zeros(len(rows), np.int64)
        return rows, matched(Sides(*none, 1))
    return rows, matched(sides_of(sides, [len(column.values) for column in by]))


def _needed(rule: DataRule, cells: Cells, by: Sequence[SharedColumn], group: GroupRecords) -> int:
    """How many records stand in one place: as many as there are where columns are left free."""
    columns = {one.columns[cells.group] for one in agreeing(cells, by)}
    fixed = columns | {name for name, values in cells.where if values}
    free = {*group.data.key} - fixed if group.data.key else {"records"} - fixed
    others = any(not values for _, values in cells.where)
    if rule.kind in SUMMED and (others or free):
        return ANY_NUMBER
    return NEEDED.get(cells.shift, 1)


def _shown_again(rule: DataRule, by: Sequence[SharedColumn], group: GroupRecords) -> BoundRule:
    """Each record that an earlier file of the group has too, with that of the last such file."""
    numbers = group.numbers[rule.target.column]
    chosen = matching(rule.target, rule.target, group.records) & ~numbers.absent()
    rows = np.flatnonzero(chosen)
    columns = [column.codes[group.name][rows] for column in by]
    keys, _ = keys_of(columns, [len(column.values) for column in by])
    files = group.file_of(rows)
    order = np.lexsort((files, keys))
    same = keys[order][1:] == keys[order][:-1]
    again = same & (files[order][1:] > files[order][:-1])
    later, earlier = rows[order[1:][again]], rows[order[:-1][again]]
    own = np.arange(len(later))
    by_place = np.argsort(later, kind="stable")
    later, earlier = later[by_place], earlier[by_place]
    return BoundRule(rule, later, (Operand(rule.plus[0], 1, earlier, own, own, 1),))


def unshifted(bound: BoundRule) -> Iterator[Operand]:
    """The operands of another group that are of the target's own time."""
    for operand in bound.operands:
        cells = operand.cells
        own = cells.is_own_record and cells.group == bound.rule.target.group
        if cells.shift is Shift.SAME and not own:
            yield operand
