"""Missing parts: the records without which a check fails or cannot be, though peers have theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from auditor.checks.verdict import verdict
from auditor.datafiles.columns.locations import NOWHERE
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import MOST_ALTERNATIVES, MOST_EXPLAINED, MOST_PLACES_COMPARED
from auditor.datafiles.verdicts.audit import CheckedRule, DataAudit
from auditor.datafiles.verdicts.bound_rules import TIMES, Operand
from auditor.datafiles.verdicts.checks import Check, checks_of
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.keys import groups_of
from auditor.datafiles.verdicts.lacking import Key
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.datafiles.verdicts.peers import (
    Bools,
    Series,
    are_holes,
    is_missing,
    may_be_missing,
    series_of,
)
from auditor.model.dataset import Cells, DataRule, DataSet, Shift
from auditor.model.figure import Rounding
from auditor.model.relation import Kind
from auditor.model.verdict import Status


class MissingPart(NamedTuple):
    """A check that fails, or cannot be carried out, for want of records with these keys.

    ``sure`` says that they are missing; if not, one of them may be: something begins or ends there.
    """

    check: Check
    keys: tuple[Key, ...]
    sure: bool = True


class _Keys(NamedTuple):
    """The keys of records that are missing, and of those of which one may be."""

    sure: list[Key]
    unsure: list[Key]

    @property
    def told(self) -> list[Key]:
        """Those that are missing; if none is, the few that may be."""
        return self.sure or (self.unsure if len(self.unsure) <= MOST_ALTERNATIVES else [])


def missing_parts(
    data: DataSet, audit: DataAudit, failing: Sequence[Check]
) -> tuple[MissingPart, ...]:
    """The checks that lack what most of their peers have.

    Of ``failing`` those that add up whatever others there are; of those that could not be carried
    out the sums that name a part and do not come out without it, and what else names a record that
    both its neighbours in time have.
    """
    times = [column.name for column in data.columns if column.type in TIMES]
    file = DataFile(data, audit.records, NOWHERE, "")
    found: list[MissingPart] = []
    for one in audit.checked:
        rule, targets = one.bound.rule, one.bound.targets
        own = (check for check in failing if check.rule is rule)
        mine = {check.target for check in own if not _exceeds(check, file)}
        if not mine and not (one.outcomes == Outcome.FIGURE_MISSING).any():
            continue
        series = series_of(rule.by, times, audit.records, targets)
        if rule.kind is Kind.SUM or any(cells.every for cells in rule.minus):
            found += _of_others(one, series, mine, audit.records)
        found += _named(one, series, data, audit)
    return tuple(found)


def _of_others(
    one: CheckedRule, series: Series, failing: set[int], records: Records
) -> Iterator[MissingPart]:
    """The parts that stand under the others of peers and not of a failing check."""
    wanted = np.isin(one.bound.targets, [*failing])
    for operand in one.bound.operands if wanted.any() else ():
        open_ = [name for name, values in operand.cells.where if not values]
        open_ += operand.cells.every
        if not open_ or operand.cells.shift is not Shift.SAME:
            continue
        near = np.flatnonzero(np.isin(series.of, series.of[wanted]))
        lacking = _lacking_members(operand, open_, series, near, wanted, records)
        for check, found in zip(
            checks_of(one.bound, np.array([*lacking], np.int64)), lacking.values(), strict=True
        ):
            held = _key(one.bound.rule, operand.cells, check.target, records)
            keys = tuple((*held, *member) for member in found.told)
            if keys:
                yield MissingPart(check, keys, bool(found.sure))


def _lacking_members(  # noqa: PLR0913, PLR0917  # the operand, its peers, and the file
    operand: Operand,
    names: Sequence[str],
    series: Series,
    near: Rows,
    wanted: Bools,
    records: Records,
) -> dict[int, _Keys]:
    """By target, the members that its peers have and it has not."""
    groups = operand.group_of_target[near]
    mine = np.isin(operand.groups, groups)
    rows, of = operand.rows[mine], operand.groups[mine]
    columns = [records.coded[name] for name in names]
    members = groups_of(
        [column.codes[rows] for column in columns], [len(c.values) for c in columns], len(rows)
    )
    if members.size * len(near) > MOST_PLACES_COMPARED:
        return {}
    found: dict[int, _Keys] = {}
    among, size = series.only(near), len(operand.group_of_target)
    for member in range(members.size):
        has = np.zeros(size, np.bool_)
        has[of[members.of == member]] = True
        here, row = has[groups], int(rows[members.last[member]])
        key = tuple((name, records.coded[name].at(row)) for name in names)
        sure = is_missing(among, here) | are_holes(among, here)
        for target in near[sure & wanted[near]].tolist():
            found.setdefault(target, _Keys([], [])).sure.append(key)
        for target in near[may_be_missing(among, here) & wanted[near]].tolist():
            found.setdefault(target, _Keys([], [])).unsure.append(key)
    return found


def _named(
    one: CheckedRule, series: Series, data: DataSet, audit: DataAudit
) -> Iterator[MissingPart]:
    """The records that a rule names and that peers have; of a sum, if it fails without them."""
    bound, file = one.bound, DataFile(data, audit.records, NOWHERE, "")
    adds_up, open_ = bound.rule.kind is Kind.SUM, one.outcomes == Outcome.FIGURE_MISSING
    found: dict[int, tuple[Check, _Keys]] = {}
    for operand in bound.operands:
        cells = operand.cells
        if not cells.where or cells.shift is not Shift.SAME or not all(dict(cells.where).values()):
            continue
        if cells.every:
            continue
        sure, unsure = _judged(operand, series, adds_up=adds_up)
        places = np.flatnonzero((sure | unsure) & open_)[:MOST_EXPLAINED]
        for place, check in zip(places.tolist(), checks_of(bound, places), strict=True):
            held = _key(bound.rule, cells, check.target, audit.records)
            key = (*held, *((name, value) for name, (value,) in cells.where))
            _, keys = found.setdefault(place, (check, _Keys([], [])))
            (keys.sure if sure[place] else keys.unsure).append(key)
    for check, keys in found.values():
        if keys.told and (not adds_up or _fails(check, file, audit.rounding)):
            yield MissingPart(check, tuple(keys.told), bool(keys.sure))


def _judged(operand: Operand, series: Series, *, adds_up: bool) -> tuple[Bools, Bools]:
    """The targets of which a record is missing here, and of which one may be.

    A sum can be asked whether it fails without; of what else there is, only holes are sure.
    """
    groups = np.zeros(len(operand.group_of_target), np.bool_)
    groups[operand.groups] = True
    has = groups[operand.group_of_target]
    if adds_up:
        return is_missing(series, has) | are_holes(series, has), may_be_missing(series, has)
    return is_missing(series, has) & are_holes(series, has), np.zeros(len(has), np.bool_)


def _fails(check: Check, file: DataFile, rounding: Rounding) -> bool:
    """Whether a sum does not come out of the parts that are there."""
    relation = replace(file.relation(check), missing=())
    return bool(relation.inputs) and verdict(relation, rounding).status is Status.VIOLATED


def _exceeds(check: Check, file: DataFile) -> bool:
    """Whether shares come to more than their whole, which one more would not mend."""
    relation = replace(file.relation(check), missing=())
    whole = relation.whole
    return whole is not None and sum(term.fact.value for term in relation.shares) > whole


def _key(rule: DataRule, cells: Cells, target: int, records: Records) -> Key:
    """What a part has in common with its target, and what else tells it."""
    where = dict(cells.where)
    apart = {*where, *cells.every}
    held = ((name, records.coded[name].at(target)) for name in rule.by if name not in apart)
    named = ((n, " or ".join(v)) for n, v in cells.where if v and not all(where.values()))
    return (*held, *named)


def is_explained(check: Check, keys: Iterable[Key], records: Records) -> bool:
    """Whether a record that is missing, by its key, is one of the others that a check adds up."""
    return any(
        _fits(dict(key), check, cells, records)
        for cells, _, _ in check.inputs
        if any(not values for _, values in cells.where)
        for key in keys
    )


def _fits(said: dict[str, str], check: Check, cells: Cells, records: Records) -> bool:
    where, own = dict(cells.where), dict(check.rule.target.where)
    return all(
        (value in where[name] if where[name] else value not in own[name])
        if name in where
        else records.coded[name].at(check.target) == value
        for name, value in said.items()
        if name in where or name in check.rule.by
    ) and {*check.rule.by} <= {*said} | {*where}
