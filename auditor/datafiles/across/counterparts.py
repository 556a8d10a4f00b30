"""Counterparts: the records that a rule relates and that stand in one of the files only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.binding import Linked, agreeing, rows_of, unshifted
from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.across.shared import SharedColumn
from auditor.datafiles.columns.periods import Time, time_of
from auditor.datafiles.columns.records import Rows
from auditor.datafiles.columns.written_times import first_month
from auditor.datafiles.verdicts.bound_rules import matching
from auditor.datafiles.verdicts.keys import sides_of
from auditor.model.dataset import Cells, DataRule
from auditor.model.mistake import nearest
from auditor.model.relation import Kind

Groups = Mapping[str, GroupRecords]
Keys = NDArray[np.int64]
Identity = tuple[str, frozenset[tuple[str, str | Time]]]
BOTH_WAYS = (Kind.TIE, Kind.SUM, Kind.DIFFERENCE)
"""Kinds of which the operands need a target as well: a margin need not be stated of every year."""


class OneSided(NamedTuple):
    """Records of one group whose counterpart is not in another, so many, ``row`` the first.

    ``key`` is what the counterpart would be known by. ``whole``: the other group has no such record
    of that time; ``at_end``: nor of any time beyond it. ``near`` is the record that may be
    meant, -1 for none, by ``near_column``. ``others`` are rules that miss the same.
    """

    rule: DataRule
    present: Cells
    absent: Cells
    row: int
    key: tuple[tuple[str, str], ...]
    number: int = 1
    whole: bool = False
    at_end: bool = False
    near: int = -1
    near_column: str = ""
    others: tuple[str, ...] = ()

    @property
    def identity(self) -> Identity:
        """The record that is missing, whichever rule misses it and however its time is written."""
        return identity_of(self.absent.group, self.key)


def identity_of(group: str, key: Iterable[tuple[str, str]]) -> Identity:
    """A record of a group by what it is known by; times are one however they are written."""
    return group, frozenset((name, time_of(value) or value.strip()) for name, value in key)


class _Side(NamedTuple):
    """Some records of a group, and by what they are known: a number in all that is shared."""

    cells: Cells
    rows: Rows
    keys: Keys
    stated: NDArray[np.bool_]


def one_sided(link: Linked, groups: Groups) -> Iterator[OneSided]:
    """The records without a counterpart; none where nothing has one, which is told otherwise."""
    rule = link.bound.rule
    assert rule.across is not None
    if rule.across.one_sided or rule.across.repeats:
        return
    for operand in unshifted(link.bound):
        by = agreeing(operand.cells, link.by)
        if not by:
            continue
        left, right = _sides(rule, operand.cells, by, groups)
        if not np.isin(left.keys, right.keys).any():
            continue
        lacking = _without(left, right)
        extra = _without(right, left)
        extra = extra[_asked(rule.target, right.cells, extra, by)]
        yield from _told(rule, left, right, lacking, extra, by, groups)


def _sides(
    rule: DataRule, cells: Cells, by: Sequence[SharedColumn], groups: Groups
) -> tuple[_Side, _Side]:
    own, other = (np.flatnonzero(rows_of(one, rule, groups)) for one in (rule.target, cells))
    columns = [(one.codes[rule.target.group][own], one.codes[cells.group][other]) for one in by]
    keys = sides_of(columns, [len(one.values) for one in by])
    sides = ((rule.target, own, keys.left), (cells, other, keys.right))
    found = (
        _Side(one, rows, key, ~groups[one.group].numbers[one.column].absent()[rows])
        for one, rows, key in sides
    )
    left, right = found
    return left, right


def _without(side: _Side, other: _Side) -> Rows:
    """The records of a side that hold a figure and have no counterpart, the first of each key."""
    alone = side.stated & ~np.isin(side.keys, other.keys)
    return side.rows[alone]


def _asked(
    target: Cells, cells: Cells, rows: Rows, by: Sequence[SharedColumn]
) -> NDArray[np.bool_]:
    """Of the records of an operand those which the target's own values allow a counterpart."""
    wanted = np.ones(len(rows), np.bool_)
    allowed = dict(target.where)
    for one in by:
        values = allowed.get(one.columns[target.group])
        if values:
            known = np.array([text in values for text in one.values], np.bool_)
            wanted &= known[one.codes[cells.group][rows]]
    return wanted


def _told(  # noqa: PLR0913, PLR0917  # both sides, and what of each is alone
    rule: DataRule,
    left: _Side,
    right: _Side,
    lacking: Rows,
    extra: Rows,
    by: Sequence[SharedColumn],
    groups: Groups,
) -> Iterator[OneSided]:
    spare = {_code_key(right.cells, row, by): row for row in reversed(extra.tolist())}
    meant: set[tuple[int, ...]] = set()
    for one in _of_side(rule, left, right, lacking, by, groups):
        near = None if one.whole else _near(left.cells, one.row, spare, by)
        if near is None:
            yield one
            continue
        key, name = near
        meant.add(key)
        yield one._replace(near=spare[key], near_column=name)
    if rule.kind not in BOTH_WAYS:
        return
    kept = [row for row in extra.tolist() if _code_key(right.cells, row, by) not in meant]
    yield from _of_side(rule, right, left, np.array(kept, np.int64), by, groups)


def _code_key(cells: Cells, row: int, by: Sequence[SharedColumn]) -> tuple[int, ...]:
    return tuple(int(one.codes[cells.group][row]) for one in by)


def _near(
    cells: Cells, row: int, spare: Mapping[tuple[int, ...], int], by: Sequence[SharedColumn]
) -> tuple[tuple[int, ...], str] | None:
    """A record of the other side that differs in one name, and hardly in that."""
    own = _code_key(cells, row, by)
    for place, column in enumerate(by):
        if column.is_time:
            continue
        others = {
            column.values[key[place]]: key
            for key in spare
            if key[:place] + key[place + 1 :] == own[:place] + own[place + 1 :]
        }
        text = nearest(column.values[own[place]], others)
        if text:
            return others[text], column.columns[cells.group]
    return None


def _of_side(  # noqa: PLR0913, PLR0917  # a rule, two sides of it, and the files
    rule: DataRule,
    side: _Side,
    other: _Side,
    rows: Rows,
    by: Sequence[SharedColumn],
    groups: Groups,
) -> Iterator[OneSided]:
    """What is alone on one side: each key once, and a time that the other has not at all once."""
    time = next((one for one in by if one.is_time), None)
    known = set(time.codes[other.cells.group][other.rows].tolist()) if time else set()
    found: dict[object, OneSided] = {}
    for row in rows.tolist():
        code = int(time.codes[side.cells.group][row]) if time else -1
        whole = time is not None and code not in known
        key: object = code if whole else _code_key(side.cells, row, by)
        if key in found:
            found[key] = found[key]._replace(number=found[key].number + 1)
            continue
        named = [_named(one, side.cells, other.cells, row, groups) for one in by]
        if whole and time:
            named = [_named(time, side.cells, other.cells, row, groups)]
        if not (whole and time and _has_none(time, code, other.cells.group)):
            known_by = {name for name, _ in named}
            named += [
                (name, values[0])
                for name, values in other.cells.where
                if len(values) == 1 and name not in known_by
            ]
        found[key] = OneSided(
            rule,
            side.cells,
            other.cells,
            row,
            tuple(named),
            whole=whole,
            at_end=whole and time is not None and _is_beyond(time, code, known),
        )
    yield from found.values()


def _has_none(time: SharedColumn, code: int, group: str) -> bool:
    """Whether a group has no record at all of a time."""
    return not bool((time.codes[group] == code).any())


def _named(
    column: SharedColumn, present: Cells, absent: Cells, row: int, groups: Groups
) -> tuple[str, str]:
    """The column of the group that lacks a record, and what it would say there."""
    own = groups[present.group].records.coded[column.columns[present.group]].at(row)
    return column.columns[absent.group], own.strip()


def _is_beyond(time: SharedColumn, code: int, known: set[int]) -> bool:
    """Whether a time lies before or after all that are known."""
    own = time_of(time.values[code])
    others = [found for one in known if (found := time_of(time.values[one])) is not None]
    if own is None or not others:
        return False
    months = [first_month(one) for one in others]
    return not min(months) < first_month(own) < max(months)


def missing_again(link: Linked, groups: Groups) -> Iterator[OneSided]:
    """What of a time that two files in turn both show stands in one of them only."""
    rule, group = link.bound.rule, groups[link.bound.rule.target.group]
    assert rule.across is not None
    time = next((one for one in link.by if one.is_time), None)
    if rule.across.one_sided or not rule.across.repeats or time is None:
        return
    every = np.flatnonzero(matching(rule.target, rule.target, group.records))
    files = group.file_of(every)
    for later in range(1, len(group.starts)):
        sides = [every[files == number] for number in (later - 1, later)]
        yield from _missing_between(rule, sides, link.by, time, groups)


def _missing_between(
    rule: DataRule,
    sides: Sequence[Rows],
    by: Sequence[SharedColumn],
    time: SharedColumn,
    groups: Groups,
) -> Iterator[OneSided]:
    cells, codes = rule.target, time.codes[rule.target.group]
    common = set(codes[sides[0]].tolist()) & set(codes[sides[1]].tolist())
    alone = [_alone(cells, own, other, by, codes, common) for own, other in (sides, sides[::-1])]
    spare = {_code_key(cells, row, by): row for row in reversed(alone[1])}
    meant: set[tuple[int, ...]] = set()
    for row in alone[0]:
        one = _shown_once(rule, row, sides[1], by, groups)
        near = _near(cells, row, spare, by)
        if near is None:
            yield one
        else:
            meant.add(near[0])
            yield one._replace(near=spare[near[0]], near_column=near[1])
    for row in alone[1]:
        if _code_key(cells, row, by) not in meant:
            yield _shown_once(rule, row, sides[0], by, groups)


def _alone(  # noqa: PLR0913, PLR0917  # two files, and what they agree in
    cells: Cells,
    own: Rows,
    other: Rows,
    by: Sequence[SharedColumn],
    codes: NDArray[np.int32],
    common: set[int],
) -> list[int]:
    """The records of common times that the other file has not; none where it shows a part only."""
    mine = {_code_key(cells, row, by): row for row in own.tolist() if int(codes[row]) in common}
    theirs = {_code_key(cells, row, by) for row in other.tolist()}
    found = [row for key, row in mine.items() if key not in theirs]
    return [] if 2 * len(found) > len(mine) else found


def _shown_once(
    rule: DataRule, row: int, other: Rows, by: Sequence[SharedColumn], groups: Groups
) -> OneSided:
    """A record that another file of the group should show too, of which that is the first."""
    cells = rule.target
    named = tuple(_named(one, cells, cells, row, groups) for one in by)
    return OneSided(rule, cells, cells, row, named, near=int(other[0]))
