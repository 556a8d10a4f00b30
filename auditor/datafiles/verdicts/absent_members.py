"""Absent members: values that a column may have, that sums lack, and that no record has at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from auditor.datafiles.thresholds import FEWEST_WITHOUT
from auditor.datafiles.verdicts.audit import CheckedRule, DataAudit
from auditor.datafiles.verdicts.checks import Check, checks_of
from auditor.datafiles.verdicts.disconnected import occurring
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.dataset import DataSet, Shift


class AbsentMembers(NamedTuple):
    """What no record of a file has, though a rule adds it up, with the first check that fails.

    ``checks`` are all checks that its rule could make, none of which holds.
    """

    check: Check
    column: str
    values: tuple[str, ...]
    checks: int


def absent_members(data: DataSet, audit: DataAudit) -> tuple[AbsentMembers, ...]:
    """What the rules lack of which not one check holds.

    Where some hold, the file does without those members, and a figure is wrong; so it may be where
    there is but one.
    """
    return tuple(
        found
        for one in audit.checked
        if one.bound.rule.required and not (one.outcomes == Outcome.HOLDS).any()
        for found in _of(one, data, audit)
    )


def _of(one: CheckedRule, data: DataSet, audit: DataAudit) -> Iterator[AbsentMembers]:
    failing, rule = one.having(Outcome.VIOLATED), one.bound.rule
    own = dict(rule.target.where)
    open_ = (n for c in rule.plus if c.shift is Shift.SAME for n, values in c.where if not values)
    for name in dict.fromkeys(open_) if len(failing) >= FEWEST_WITHOUT else ():
        there = occurring(audit.records.coded[name])
        allowed = data.column(name).values
        values = tuple(v for v in allowed if v not in there and v not in own.get(name, ()))
        if values:
            (first,) = checks_of(one.bound, np.array(failing[:1], np.int64))
            yield AbsentMembers(first, name, values, len(failing))
