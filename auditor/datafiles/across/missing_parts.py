"""Missing parts: sums between files that fail, and lack a part that the times around them have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.binding import Linked, agreeing, unshifted
from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.across.shared import SharedColumn
from auditor.datafiles.columns.periods import time_of
from auditor.datafiles.columns.written_times import first_month
from auditor.datafiles.thresholds import MOST_ALTERNATIVES, MOST_EXPLAINED
from auditor.datafiles.verdicts.audit import CheckedRule
from auditor.datafiles.verdicts.bound_rules import ANY_NUMBER, Operand
from auditor.datafiles.verdicts.checks import Check, checks_of
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.relation import Kind

Groups = Mapping[str, GroupRecords]
Member = tuple[int, ...]
Key = tuple[tuple[str, str], ...]


class MissingPart(NamedTuple):
    """A failing check, and the records of a group that it lacks, by what they would be known.

    ``sure``: both the time before and the one after have them, so that none begins or ends there.
    """

    check: Check
    group: str
    keys: tuple[Key, ...]
    sure: bool


def missing_parts(link: Linked, checked: CheckedRule, groups: Groups) -> Iterator[MissingPart]:
    """The failing sums that lack what their neighbours in time have."""
    time = next((one for one in link.by if one.is_time), None)
    failing = checked.having(Outcome.VIOLATED)[:MOST_EXPLAINED]
    if checked.bound.rule.kind is not Kind.SUM or time is None or not len(failing):
        return
    for operand in unshifted(checked.bound):
        free = _free(operand, link.by, groups)
        if operand.needed == ANY_NUMBER and free:
            yield from _of_operand(link, checked, operand, free, time, failing.tolist(), groups)


def _free(operand: Operand, by: Sequence[SharedColumn], groups: Groups) -> tuple[str, ...]:
    """The columns over whose values the operand is added up."""
    cells = operand.cells
    fixed = {one.columns[cells.group] for one in agreeing(cells, by)}
    fixed |= {name for name, values in cells.where if values}
    return tuple(name for name in groups[cells.group].data.key if name not in fixed)


def _of_operand(  # noqa: PLR0913, PLR0917  # a rule, an operand of it, and what is asked
    link: Linked,
    checked: CheckedRule,
    operand: Operand,
    free: Sequence[str],
    time: SharedColumn,
    failing: Sequence[int],
    groups: Groups,
) -> Iterator[MissingPart]:
    group = groups[operand.cells.group]
    around = _neighbours(link, time, failing)
    wanted = sorted({one for found in around.values() for one in found} | {*failing})
    members: dict[int, set[Member]] = {}
    codes = [group.records.coded[name].codes for name in free]
    for target, row in operand.rows_of(np.array(wanted, np.int64)):
        members.setdefault(target, set()).add(tuple(int(one[row]) for one in codes))
    for target, others in around.items():
        there = [members.get(one, set()) for one in others]
        lacking = set.intersection(*there) - members.get(target, set()) if there else set()
        if 0 < len(lacking) <= MOST_ALTERNATIVES:
            keys = tuple(_key(link, operand, free, one, target, groups) for one in sorted(lacking))
            (check,) = checks_of(checked.bound, np.array([target]))
            yield MissingPart(check, group.name, keys, len(others) > 1)


def _neighbours(link: Linked, time: SharedColumn, failing: Sequence[int]) -> dict[int, list[int]]:
    """For each failing target those right before and after it that are of the same series."""
    name = link.bound.rule.target.group
    rows = link.bound.targets
    apart = [one.codes[name][rows] for one in link.by if one is not time]
    months = np.array(
        [first_month(own) if (own := time_of(text)) else -1 for text in time.values], np.int64
    )[time.codes[name][rows]]
    series: list[NDArray[np.int64]] = [months, *(one.astype(np.int64) for one in apart)]
    order = np.lexsort(series)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    found: dict[int, list[int]] = {}
    for target in failing:
        near = [int(place[target]) + step for step in (-1, 1)]
        found[target] = [
            int(order[one])
            for one in near
            if 0 <= one < len(order) and all(c[order[one]] == c[target] for c in apart)
        ]
    return found


def _key(  # noqa: PLR0913, PLR0917  # a rule, an operand of it, and what it lacks
    link: Linked,
    operand: Operand,
    free: Sequence[str],
    member: Member,
    target: int,
    groups: Groups,
) -> Key:
    """By what the record would be known, in the order of its group's key."""
    cells, own = operand.cells, link.bound.rule.target.group
    row = int(link.bound.targets[target])
    said = {
        one.columns[cells.group]: one.values[int(one.codes[own][row])]
        for one in agreeing(cells, link.by)
    }
    said |= {name: values[0] for name, values in cells.where if len(values) == 1}
    coded = groups[cells.group].records.coded
    said |= {name: coded[name].values[code] for name, code in zip(free, member, strict=True)}
    return tuple((name, said[name]) for name in groups[cells.group].data.key if name in said)
