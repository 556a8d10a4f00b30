"""Bound rules: the records that a rule relates, for every target at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import Numbers
from auditor.datafiles.columns.periods import NEEDED, Run, have_parts, run_of, served
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.verdicts.keys import Matched, Sides, matched, sides_of
from auditor.model.dataset import RUNNING, Cells, ColumnType, DataRule, DataSet, Shift
from auditor.model.relation import Kind

ANY_NUMBER = 0
TIMES = (ColumnType.PERIOD, ColumnType.DATE)
SUMMED = (Kind.SUM, Kind.AVERAGE, Kind.GROWTH, Kind.RATIO)

Where = Mapping[str, NDArray[np.bool_]]
"""By column, which of its values may stand there."""


class Operand(NamedTuple):
    """What stands in one place of a rule.

    ``rows`` are its records, in the file's order, and ``groups`` what each belongs to: the number
    of a target. ``group_of_target`` is the group of each target: targets may share their operands.
    ``needed`` is how many records a target needs; ANY_NUMBER: as many as there are. ``wanted`` says
    it target by target, where it is not the same for all; a record then may be in several groups.
    """

    cells: Cells
    sign: int
    rows: Rows
    groups: Rows
    group_of_target: Rows
    needed: int
    wanted: Rows | None = None

    def rows_of(self, targets: Rows) -> Iterator[tuple[int, int]]:
        """(target, record) for each of these targets, in the file's order."""
        wanted: dict[int, list[int]] = {}
        for target in targets.tolist():
            wanted.setdefault(int(self.group_of_target[target]), []).append(target)
        asked = np.zeros(len(self.group_of_target), np.bool_)
        asked[[*wanted]] = True
        found = np.flatnonzero(asked[self.groups])
        for group, row in zip(self.groups[found].tolist(), self.rows[found].tolist(), strict=True):
            yield from ((target, row) for target in wanted[group])

    @property
    def taken(self) -> int:
        """How many records all targets take together: those of one key many times over."""
        sizes = np.bincount(self.groups, minlength=len(self.group_of_target))
        return int(sizes[self.group_of_target].sum())

    def for_targets(self, targets: Rows) -> Operand:
        """The same for some of the targets only, which are numbered anew."""
        numbers = np.full(len(self.group_of_target) + 1, -1, np.int64)
        groups = self.group_of_target[targets]
        numbers[groups] = np.arange(len(targets))
        mine = numbers[self.groups]
        inside = mine >= 0
        return self._replace(
            rows=self.rows[inside],
            groups=mine[inside],
            group_of_target=numbers[groups],
            wanted=None if self.wanted is None else self.wanted[targets],
        )


class BoundRule(NamedTuple):
    """A rule with the records of its targets and operands."""

    rule: DataRule
    targets: Rows
    operands: tuple[Operand, ...]

    def for_targets(self, targets: Rows) -> BoundRule:
        """The same for some of the targets only."""
        return self._replace(
            targets=self.targets[targets],
            operands=tuple(operand.for_targets(targets) for operand in self.operands),
        )


def bound_rule(
    rule: DataRule, data: DataSet, records: Records, numbers: Mapping[str, Numbers]
) -> BoundRule:
    """The rule's targets, which are the figures printed there, with what each follows from."""
    chosen = matching(rule.target, rule.target, records)
    chosen &= ~numbers[rule.target.column].absent()
    for shift in {cells.shift for cells in (*rule.plus, *rule.minus)} & NEEDED.keys():
        for name in _times_among(rule.by, data):  # a quarter has no quarters
            whole = have_parts(records.coded[name].values, shift)
            chosen &= np.array(whole, np.bool_)[records.coded[name].codes]
    for shift in {cells.shift for cells in (*rule.plus, *rule.minus)} & RUNNING:
        for name in _times_among(rule.by, data)[:1]:  # a year is not run up to
            run = run_of(records.coded[name].values, shift)
            chosen &= np.array(run.wanted or [0], np.int64)[records.coded[name].codes] > 0
    targets = np.flatnonzero(chosen)
    signed = [(cells, 1) for cells in rule.plus] + [(cells, -1) for cells in rule.minus]
    operands = (_operand(rule, cells, sign, targets, data, records) for cells, sign in signed)
    return BoundRule(rule, targets, tuple(operands))


def columns_of(rule: DataRule) -> set[str]:
    """The columns without which a rule says nothing of a file."""
    cells = (rule.target, *rule.plus, *rule.minus)
    keys = {name for one in cells for name in (*dict(one.where), *one.every)}
    return {*rule.by, *keys, *(one.column for one in cells)}


def _operand(  # noqa: PLR0913, PLR0917  # a rule, an operand of it, and the file
    rule: DataRule, cells: Cells, sign: int, targets: Rows, data: DataSet, records: Records
) -> Operand:
    own = np.arange(len(targets))
    if cells.is_own_record:  # another column of it
        return Operand(cells, sign, targets, own, own, 1)
    rows = np.flatnonzero(matching(cells, rule.target, records))
    apart = {*dict(cells.where), *cells.every}
    by = [name for name in rule.by if name not in apart]
    rows, found = _matched(cells, by, targets, rows, data, records)
    mine = found.group_of_record >= 0
    needed = _needed(rule, cells, by, data)
    wanted = None
    for name in _times_among(by, data)[:1] if cells.shift in RUNNING and needed else ():
        run = run_of(records.coded[name].values, cells.shift)
        wanted = np.array(run.wanted, np.int64)[records.coded[name].codes[targets]]
    return Operand(
        cells, sign, rows[mine], found.group_of_record[mine], found.group_of_target, needed, wanted
    )


def _matched(  # noqa: PLR0913, PLR0917  # as above
    cells: Cells,
    by: Sequence[str],
    targets: Rows,
    rows: Rows,
    data: DataSet,
    records: Records,
) -> tuple[Rows, Matched]:
    """The rows whose time, shifted, is in the file, and which target each belongs to."""
    sides, sizes = [], []
    running = _times_among(by, data)[:1] if cells.shift in RUNNING else []
    for name in running:
        rows, times = counted_for(rows, records.coded[name].codes, _run(name, cells, records))
    for name in by:
        column = records.coded[name]
        right = times if name in running else column.codes[rows]
        if cells.shift not in {Shift.SAME, *RUNNING} and name in _times_among(by, data):
            right = np.array(served(column.values, cells.shift), np.int32)[right]
        sides.append((column.codes[targets], right))
        sizes.append(len(column.values))
    in_file = np.logical_and.reduce([right >= 0 for _, right in sides]) if sides else None
    if in_file is not None and not in_file.all():
        rows = rows[in_file]
        sides = [(left, right[in_file]) for left, right in sides]
    none = Sides(np.zeros(len(targets), np.int64), np.zeros(len(rows), np.int64), 1)
    return rows, matched(sides_of(sides, sizes) if sides else none)


def _run(name: str, cells: Cells, records: Records) -> Run:
    return run_of(records.coded[name].values, cells.shift)


def counted_for(rows: Rows, codes: NDArray[np.int32], run: Run) -> tuple[Rows, NDArray[np.int32]]:
    """Each row once for every time that it counts for, and that time; ``codes`` are its own."""
    operands, targets = (np.array(one, np.int64) for one in (run.operands, run.targets))
    order = np.argsort(operands, kind="stable")
    each = np.bincount(operands, minlength=len(run.wanted))[codes[rows]]
    first = np.searchsorted(operands[order], codes[rows])
    within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    places = np.repeat(first, each) + within
    return np.repeat(rows, each), targets[order][places].astype(np.int32)


def _times_among(by: Sequence[str], data: DataSet) -> list[str]:
    return [name for name in by if data.column(name).type in TIMES]


def _needed(rule: DataRule, cells: Cells, by: Sequence[str], data: DataSet) -> int:
    """How many records stand in one place: as many as there are where columns are left free."""
    fixed = {*by, *(name for name, values in cells.where if values)}
    free = {*data.key} - fixed if data.key else {*rule.by} - fixed
    others = any(not values for _, values in cells.where)
    if rule.kind in SUMMED and (others or free):
        return ANY_NUMBER
    return NEEDED.get(cells.shift, 1)


def matching(cells: Cells, target: Cells, records: Records) -> NDArray[np.bool_]:
    """The records that have the values asked for."""
    there = np.ones(records.size, np.bool_)
    for name, values in cells.where:
        column = records.coded[name]
        excluded = dict(target.where)[name] if not values else ()
        wanted = [v not in excluded if not values else v in values for v in column.values]
        there &= np.array(wanted, np.bool_)[column.codes]
    return there
