"""Rules that check nothing in a file, as what they look for is called otherwise there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from auditor.datafiles.columns.records import CodedColumn, Records
from auditor.datafiles.thresholds import MOST_VALUES_COMPARED
from auditor.datafiles.verdicts.audit import DataAudit
from auditor.datafiles.verdicts.bound_rules import columns_of, matching
from auditor.model.dataset import DataRule, DataSet
from auditor.model.mistake import nearest


class Unfound(NamedTuple):
    """A value that rules look for in a column, and that no record has there.

    ``near`` is the value there that was probably meant ("" for none), ``row`` its first record (-1
    for none), ``others`` are values that the column does have.
    """

    rules: tuple[DataRule, ...]
    column: str
    value: str
    near: str
    row: int
    others: tuple[str, ...]


class Unanswered(NamedTuple):
    """A rule that has targets, so many and this the first, none with what it follows from."""

    rule: DataRule
    target: int
    checks: int


class Disconnected(NamedTuple):
    """What keeps rules from checking anything."""

    unfound: tuple[Unfound, ...] = ()
    without_target: tuple[DataRule, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()

    @property
    def rows(self) -> set[int]:
        """The records that show it."""
        shown = (*(one.row for one in self.unfound), *(one.target for one in self.unanswered))
        return {row for row in shown if row >= 0}


def disconnected(data: DataSet, audit: DataAudit) -> Disconnected:
    """What keeps rules from checking anything in a file that has the columns for them."""
    records = audit.records
    if not records.size:
        return Disconnected()
    rules = [r for r in data.rules if r.required and columns_of(r) <= {*records.names}]
    unfound = _unfound_names(rules, records)
    told = {rule.id for one in unfound for rule in one.rules}
    return Disconnected(
        tuple(one for one in unfound if not _is_misspelt(one, data)),
        tuple(_without_target(rules, records, told)),
        tuple(_unanswered(audit, told)),
    )


def _unfound_names(rules: Iterable[DataRule], records: Records) -> tuple[Unfound, ...]:
    """Every value that no record has, once, with the rules that look for it."""
    wanted: dict[tuple[str, str], list[DataRule]] = {}
    for rule in rules:
        for name in dict.fromkeys(_looked_for(rule)):
            wanted.setdefault(name, []).append(rule)
    there = {column: occurring(records.coded[column]) for column, _ in wanted}
    named = {column: {value for name, value in wanted if name == column} for column in there}
    return tuple(
        unfound_value(tuple(mine), column, value, sorted(there[column] - named[column]), records)
        for (column, value), mine in wanted.items()
        if value not in there[column]
    )


def _is_misspelt(one: Unfound, data: DataSet) -> bool:
    """Whether what was meant is no value that the column allows, which is told of each cell."""
    allowed = data.column(one.column).values
    return bool(allowed and one.near) and one.near not in allowed


def _without_target(
    rules: Iterable[DataRule], records: Records, told: set[str]
) -> Iterator[DataRule]:
    """The rules whose values all occur, but never in one record."""
    for rule in rules:
        named = rule.id not in told and rule.target.where
        if named and not matching(rule.target, rule.target, records).any():
            yield rule


def _unanswered(audit: DataAudit, told: set[str]) -> Iterator[Unanswered]:
    """The rules of whose checks not one could be carried out, for want of records."""
    for one in audit.checked:
        rule, targets = one.bound.rule, one.bound.targets
        wants = any(not len(operand.rows) for operand in one.bound.operands)
        if rule.required and rule.id not in told and wants and len(targets):
            yield Unanswered(rule, int(targets[0]), len(targets))


def _looked_for(rule: DataRule) -> Iterator[tuple[str, str]]:
    """The columns with the values by which a rule tells records."""
    for cells in (rule.target, *rule.plus, *rule.minus):
        yield from ((name, value) for name, values in cells.where for value in values)


def occurring(column: CodedColumn) -> set[str]:
    """The values that some record has."""
    numbers = np.bincount(column.codes, minlength=len(column.values)).tolist()
    return {value for value, number in zip(column.values, numbers, strict=True) if number}


def unfound_value(
    rules: tuple[DataRule, ...], name: str, value: str, spare: Sequence[str], records: Records
) -> Unfound:
    """A value with the nearest one that no rule looks for."""
    column = records.coded[name]
    others = tuple(spare[:MOST_VALUES_COMPARED]) or tuple(sorted(occurring(column)))
    near = nearest(value, others) or (spare[0] if len(spare) == 1 else "")
    row = int(np.argmax(column.codes == column.values.index(near))) if near else -1
    return Unfound(rules, name, value, near, row, others)
