"""Missing times: years that lack a quarter or a half, and years of which only these are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from auditor.datafiles.columns.periods import NEEDED, time_of
from auditor.datafiles.columns.records import Records
from auditor.datafiles.columns.written_times import written_like
from auditor.datafiles.thresholds import MOST_EXPLAINED, MOST_ITEMISED
from auditor.datafiles.verdicts.audit import CheckedRule, DataAudit
from auditor.datafiles.verdicts.bound_rules import TIMES, BoundRule, Operand, matching
from auditor.datafiles.verdicts.checks import Check, checks_of
from auditor.datafiles.verdicts.keys import groups_of
from auditor.datafiles.verdicts.lacking import Key
from auditor.datafiles.verdicts.missing_parts import MissingPart
from auditor.datafiles.verdicts.missing_totals import MissingTotal
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.datafiles.verdicts.peers import Series, are_holes, is_missing, series_of
from auditor.model.dataset import DataSet
from auditor.model.period import Period

MONTHS = 12


def missing_quarters(data: DataSet, audit: DataAudit) -> tuple[MissingPart, ...]:
    """The years that lack some of their quarters or halves, where others have all of theirs."""
    times = _times(data)
    return tuple(part for one in audit.checked for part in _of_rule(one, times, audit.records))


def missing_years(data: DataSet, audit: DataAudit) -> tuple[MissingTotal, ...]:
    """The years of which all quarters or halves are there and no record of their total."""
    times = _times(data)
    return tuple(
        total for one in audit.checked for total in _totals(one.bound, times, audit.records)
    )


def _times(data: DataSet) -> tuple[str, ...]:
    return tuple(column.name for column in data.columns if column.type in TIMES)


def _of_rule(one: CheckedRule, times: Sequence[str], records: Records) -> Iterator[MissingPart]:
    bound = one.bound
    time = next((name for name in bound.rule.by if name in times), None)
    for place, operand in enumerate(bound.operands):
        needed = NEEDED.get(operand.cells.shift)
        if needed is None or time is None or not len(bound.targets):
            continue
        number = np.bincount(operand.groups, minlength=len(bound.targets))
        there = number[operand.group_of_target]
        series = series_of(bound.rule.by, times, records, bound.targets)
        lacking = is_missing(series, there == needed) | are_holes(series, there == needed)
        lacking &= (one.outcomes == Outcome.FIGURE_MISSING) & (there > 0) & (there < needed)
        for check in checks_of(bound, np.flatnonzero(lacking)[:MOST_EXPLAINED]):
            keys = tuple(_quarters(check, place, time, needed, records))
            if keys:
                yield MissingPart(check, keys)


def _quarters(check: Check, place: int, time: str, needed: int, records: Records) -> Iterator[Key]:
    """The keys of the parts of a year that are not there, though earlier and later ones are.

    Where the file begins or ends within the year, the others were never in it.
    """
    cells, _, rows = check.inputs[place]
    column = records.coded[time]
    year, there = time_of(column.at(check.target)), {time_of(column.at(row)) for row in rows}
    where = dict(cells.where)
    known = [p.last for p in map(_period, column.values) if p and p.months == MONTHS // needed]
    first, last = min(known, default=0), max(known, default=0)
    held = tuple(
        (name, records.coded[name].at(check.target))
        for name in check.rule.by
        if name != time and name not in where
    )
    named = tuple((name, " or ".join(values)) for name, values in cells.where)
    if isinstance(year, Period):
        for part in year.parts(MONTHS // needed):
            if part not in there and first < part.last < last:
                yield (*held, *named, (time, written_like(column.at(rows[0]), part)))


def _totals(bound: BoundRule, times: Sequence[str], records: Records) -> Iterator[MissingTotal]:
    time = next((name for name in bound.rule.by if name in times), None)
    for operand in bound.operands:
        needed = NEEDED.get(operand.cells.shift)
        if needed is not None and time is not None and len(bound.targets):
            yield from _years(bound, operand, time, needed, records)


def _years(
    bound: BoundRule, operand: Operand, time: str, needed: int, records: Records
) -> Iterator[MissingTotal]:
    rule, column = bound.rule, records.coded[time]
    periods = [_period(value) for value in column.values]
    length = np.array([0 if p is None else p.months for p in periods], np.int64)[column.codes]
    year = np.array([0 if p is None else p.last // MONTHS for p in periods], np.int64)[column.codes]
    left = matching(operand.cells, rule.target, records) & (length == MONTHS // needed)
    left[operand.rows] = False
    rows = np.concatenate((bound.targets, np.flatnonzero(left)))
    others = [records.coded[name] for name in rule.by if name != time]
    base = year[rows] - year[rows].min()
    codes = [*(one.codes[rows] for one in others), base.astype(np.int32)]
    sizes = [*(len(one.values) for one in others), int(base.max()) + 1]
    groups = groups_of(codes, sizes, len(rows))
    has = np.zeros(groups.size, np.bool_)
    has[groups.of[: len(bound.targets)]] = True
    whole = np.bincount(groups.of, minlength=groups.size) == needed
    alike = groups_of(codes[:-1], sizes[:-1], len(rows)).of[groups.last]
    lacking = is_missing(Series(alike, base[groups.last], timed=True), has) & whole
    for group in np.flatnonzero(lacking)[:MOST_ITEMISED].tolist():
        parts = rows[groups.of == group].tolist()
        held = tuple((name, records.coded[name].at(parts[0])) for name in rule.by if name != time)
        first = int(year[parts[0]]) * MONTHS
        name = written_like(column.at(int(bound.targets[0])), Period(first, first + MONTHS - 1))
        yield MissingTotal(rule, (*held, (time, name)), tuple(parts))


def _period(text: str) -> Period | None:
    """A span of months within a calendar year, as which quarters are told."""
    time = time_of(text)
    within = isinstance(time, Period) and time.first is not None
    return time if within and isinstance(time, Period) else None
