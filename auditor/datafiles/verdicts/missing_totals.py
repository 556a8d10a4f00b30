"""Missing totals: groups of records without one of what follows from them, though peers have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import MOST_ITEMISED
from auditor.datafiles.verdicts.audit import DataAudit
from auditor.datafiles.verdicts.bound_rules import TIMES, BoundRule, matching
from auditor.datafiles.verdicts.keys import groups_of
from auditor.datafiles.verdicts.lacking import Key
from auditor.datafiles.verdicts.peers import are_holes, is_missing, series_of
from auditor.model.dataset import Cells, DataRule, DataSet, Shift
from auditor.model.relation import Kind


class MissingTotal(NamedTuple):
    """A total, or quotient, that has no record; ``parts`` are those that it would be made of."""

    rule: DataRule
    key: Key
    parts: tuple[int, ...]


def missing_totals(data: DataSet, audit: DataAudit) -> tuple[MissingTotal, ...]:
    """The first totals that most of their peers have and they have not."""
    times = [column.name for column in data.columns if column.type in TIMES]
    return tuple(
        total for one in audit.checked for total in _of_rule(one.bound, times, audit.records)
    )


def _of_rule(bound: BoundRule, times: list[str], records: Records) -> Iterator[MissingTotal]:
    rule, parts_of = bound.rule, _parts_of(bound.rule)
    names = [name for name in rule.by if name not in dict(rule.plus[0].where)]
    named = _named(rule, names)
    if not parts_of or named is None:
        return
    parts = np.zeros(records.size, np.bool_)
    for cells in parts_of:
        parts |= matching(cells, rule.target, records)
    alike = Cells(rule.target.column, tuple((n, v) for n, v in rule.target.where if n in names))
    parts &= matching(alike, rule.target, records)
    for operand in bound.operands:
        if operand.cells.shift is Shift.SAME:
            parts[operand.rows] = False
    left = np.flatnonzero(parts)
    if len(left):
        usual = _usual_number(bound)
        for total in _totals(rule, names, named, times, left, records):
            if 2 * len(total.parts) > usual:  # a period of which little is shown needs no total
                yield total


def _parts_of(rule: DataRule) -> tuple[Cells, ...]:
    """What stands beside the total in its own period; nothing where these differ in their columns.

    A total of other periods, as a year of its quarters, is not told by what stands beside it.
    """
    cells = tuple(one for one in (*rule.plus, *rule.minus) if one.shift is Shift.SAME)
    columns = {tuple(name for name, _ in one.where) for one in cells}
    alike = len(columns) == 1 and () not in columns and rule.plus[0] in cells
    return cells if alike else ()


def _usual_number(bound: BoundRule) -> float:
    """Of how many parts a total is made that is there."""
    size = len(bound.targets)
    own = [o for o in bound.operands if o.cells.shift is Shift.SAME]
    counts = [np.bincount(o.groups, minlength=size)[o.group_of_target] for o in own]
    return float(np.median(np.sum(counts, axis=0))) if size else 0.0


def _named(rule: DataRule, names: list[str]) -> Key | None:
    """What tells a total besides what its parts share with it; None if that is not one thing."""
    own = [(name, values) for name, values in rule.target.where if name not in names]
    if any(len(values) != 1 for _, values in own) or not own:
        return None
    return tuple((name, value) for name, (value,) in own)


def _totals(  # noqa: PLR0913, PLR0917  # the rule, what tells its groups, and the file
    rule: DataRule, names: list[str], named: Key, times: list[str], left: Rows, records: Records
) -> Iterator[MissingTotal]:
    targets = np.flatnonzero(matching(rule.target, rule.target, records))
    rows = np.concatenate((targets, left))
    columns = [records.coded[name] for name in names]
    groups = groups_of(
        [column.codes[rows] for column in columns], [len(c.values) for c in columns], len(rows)
    )
    has = np.zeros(groups.size, np.bool_)
    has[groups.of[: len(targets)]] = True
    series = series_of(names, times, records, rows[groups.last])
    lacking = is_missing(series, has)
    if rule.kind is not Kind.SUM:
        lacking &= are_holes(series, has)
    for group in np.flatnonzero(lacking)[:MOST_ITEMISED].tolist():
        parts = left[groups.of[len(targets) :] == group].tolist()
        enough = len(parts) > 1 or rule.kind is not Kind.SUM
        if enough and all(_has(cells, rule, parts, records) for cells in _parts_of(rule)):
            held = tuple((name, records.coded[name].at(parts[0])) for name in names)
            yield MissingTotal(rule, (*held, *named), tuple(parts))


def _has(cells: Cells, rule: DataRule, parts: list[int], records: Records) -> bool:
    """Whether one of the parts is what stands in a place of the rule."""
    own = dict(rule.target.where)
    return any(
        all(
            (records.coded[name].at(row) in values)
            if values
            else (records.coded[name].at(row) not in own[name])
            for name, values in cells.where
        )
        for row in parts
    )
