"""Completeness: whether the records are there that a rule file says must be.

All groups of records are counted at once; only the first that lack some are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import MOST_ITEMISED, MOST_KEYS_IN_TABLE
from auditor.datafiles.verdicts.gaps import follow_in_steps, gaps
from auditor.datafiles.verdicts.keys import Groups, groups_of
from auditor.datafiles.verdicts.lacking import Key, Lacking, Miscounted, Rare, Told
from auditor.datafiles.verdicts.sound_values import sound_rows
from auditor.model.dataset import Completeness, DataSet
from auditor.model.verdict import Status

Bools = NDArray[np.bool_]

NO_STEPS = "its dates are of several days of a month, and nothing tells which days there must be"


class Demand(NamedTuple):
    """What a rule asks of the records, and what came of it.

    ``holds`` and ``lacks`` count the groups of records it was asked of; of what they lack the first
    are ``told``, and ``more`` are not. ``declined`` is why it could not be asked ("" if it was).
    """

    rule: Completeness
    holds: int
    lacks: int
    told: tuple[Told, ...]
    more: int = 0
    declined: str = ""

    @property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many groups came to each status, of those to which any came."""
        found = (
            (Status.HOLDS, self.holds),
            (Status.VIOLATED, self.lacks),
            (Status.NOT_CHECKABLE, int(bool(self.declined))),
        )
        return tuple((status, number) for status, number in found if number)


def demands(data: DataSet, records: Records) -> tuple[Demand, ...]:
    """What came of every rule for whose columns the file has."""
    asked = [rule for rule in data.complete if {*rule.columns} <= {*records.names}]
    return tuple(_demand(rule, data, records) for rule in asked) if records.size else ()


def _demand(rule: Completeness, data: DataSet, records: Records) -> Demand:
    rows = sound_rows(rule.columns, rule.where, data, records)
    unnamed: tuple[Told, ...] = tuple(_unnamed(rule, data, records))
    if not len(rows):
        return Demand(rule, 0, 1, unnamed or (Lacking(_where(rule), records.size - 1),))
    judge = _each if rule.each else _gapless if rule.without_gaps else _counted
    found = judge(rule, records, rows)
    told = (*unnamed, *found.told)
    return found._replace(told=told, lacks=found.lacks + len(unnamed))


def _where(rule: Completeness) -> Key:
    return tuple((name, " or ".join(values)) for name, values in rule.where)


def _unnamed(rule: Completeness, data: DataSet, records: Records) -> Iterator[Lacking]:
    """The values that the rule or the column names and that no record has."""
    named = dict(rule.where)
    for name in dict.fromkeys((*named, *rule.each)):
        column = records.coded[name]
        there = {column.values[code] for code in np.unique(column.codes).tolist()}
        for value in named.get(name) or data.column(name).values:
            if value not in there:
                yield Lacking(((name, value),), records.size - 1)


def _groups(names: Sequence[str], records: Records, rows: Rows) -> Groups:
    """The groups of some records; the last of each is one of the file's."""
    columns = [records.coded[name] for name in names]
    codes = [column.codes[rows] for column in columns]
    found = groups_of(codes, [len(column.values) for column in columns], len(rows))
    return found._replace(last=rows[found.last])


def _key(names: Sequence[str], records: Records, row: int) -> Key:
    return tuple((name, records.coded[name].at(row)) for name in names)


def _each(rule: Completeness, records: Records, rows: Rows) -> Demand:
    """Every combination that occurs, in every group."""
    by, each = _groups(rule.by, records, rows), _groups(rule.each, records, rows)
    pairs = _distinct(by.of * each.size + each.of, by.size * each.size)
    often = np.bincount(pairs % each.size, minlength=each.size)
    wanted: Bools = 2 * often >= by.size  # what most lack is strange where it does stand
    pairs = pairs[wanted[pairs % each.size]]
    there = np.bincount(pairs // each.size, minlength=by.size)
    asked = int(np.count_nonzero(wanted))
    lacking = np.flatnonzero(there < asked)
    lacking = lacking[np.argsort(by.last[lacking], kind="stable")]
    strange = np.flatnonzero(~wanted)
    rare: tuple[Told, ...] = tuple(
        _rare(rule, records, each, often, by.size, strange[:MOST_ITEMISED])
    )
    first = lacking[:MOST_ITEMISED]
    mine = pairs[np.isin(pairs // each.size, first)]
    absent = tuple(_absent(rule, records, by, each, wanted, mine, first))
    number = int((asked - there).sum()) + len(strange)
    told: tuple[Told, ...] = (*rare, *absent)[:MOST_ITEMISED]
    holds, lacks = by.size - len(lacking), len(lacking) + len(strange)
    return Demand(rule, holds, lacks, told, number - len(told))


def _rare(  # noqa: PLR0913, PLR0917  # the combinations, and how often each stands
    rule: Completeness, records: Records, each: Groups, often: Rows, of: int, strange: Rows
) -> Iterator[Rare]:
    for one in strange.tolist():
        last = int(each.last[one])
        yield Rare(_key(rule.each, records, last), last, int(often[one]), of)


def _absent(  # noqa: PLR0913, PLR0917  # the two sides of the pairs, and which of them are there
    rule: Completeness,
    records: Records,
    by: Groups,
    each: Groups,
    wanted: Bools,
    pairs: Rows,
    lacking: Rows,
) -> Iterator[Lacking]:
    """The first combinations that some groups lack, the groups as they are ordered."""
    for group in lacking.tolist():
        missing = wanted.copy()
        missing[pairs[pairs // each.size == group] % each.size] = False
        last = int(by.last[group])
        held = _key(rule.by, records, last)
        for one in np.flatnonzero(missing)[:MOST_ITEMISED].tolist():
            yield Lacking((*held, *_key(rule.each, records, int(each.last[one]))), last)


def _distinct(numbers: Rows, size: int) -> Rows:
    """The different ones of some numbers below a size, in order."""
    if size > MOST_KEYS_IN_TABLE:
        return np.unique(numbers)
    there = np.zeros(size, np.bool_)
    there[numbers] = True
    return np.flatnonzero(there)


def _counted(rule: Completeness, records: Records, rows: Rows) -> Demand:
    """So many records, in every group."""
    by = _groups(rule.by, records, rows)
    numbers = np.bincount(by.of, minlength=by.size)
    least = 0 if rule.at_least is None else rule.at_least
    wrong = numbers < least
    if rule.at_most is not None:
        wrong |= numbers > rule.at_most
    places = np.flatnonzero(wrong)
    places = places[np.argsort(by.last[places], kind="stable")]
    told = tuple(
        Miscounted(_key(rule.by, records, int(by.last[one])), int(by.last[one]), int(numbers[one]))
        for one in places[:MOST_ITEMISED].tolist()
    )
    return Demand(rule, by.size - len(places), len(places), told, len(places) - len(told))


def _gapless(rule: Completeness, records: Records, rows: Rows) -> Demand:
    """No time missing between the first and the last, in every group."""
    by = _groups(rule.by, records, rows)
    times = records.coded[rule.without_gaps]
    if not follow_in_steps(times.values):
        return Demand(rule, 0, 0, (), declined=NO_STEPS)
    found = gaps(times, by, rows)
    nowhere = gaps(times, _groups((), records, rows), rows)  # told once, and not of every group
    names = {gap.name for gap in nowhere.first}
    own = [gap for gap in found.first if gap.name not in names] if rule.by else []
    told = (
        *(Lacking(((rule.without_gaps, gap.name),), gap.row) for gap in nowhere.first),
        *(
            Lacking((*_key(rule.by, records, gap.row), (rule.without_gaps, gap.name)), gap.row)
            for gap in own
        ),
    )
    said = len(found.first) if rule.by else len(told)
    return Demand(
        rule, found.series - found.broken, found.broken, told[:MOST_ITEMISED], found.missing - said
    )
