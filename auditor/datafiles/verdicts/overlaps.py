"""Overlaps: the checks that a figure enters twice, as a share of a sum that it is part of.

Its unrounded value is one wherever it enters, so the two must not be taken to vary apart.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from auditor.datafiles.columns.records import Rows
from auditor.datafiles.verdicts.bound_rules import BoundRule, Operand
from auditor.model.dataset import Cells


def overlapping(bound: BoundRule) -> Rows:
    """The numbers of the targets whose check a figure enters twice."""
    size = len(bound.targets)
    own = np.arange(size)
    itself = Operand(bound.rule.target, 1, bound.targets, own, own, 1)
    found = np.zeros(size, np.bool_)
    for one, other in combinations((itself, *bound.operands), 2):
        if not _apart(one.cells, other.cells, bound.rule.target):
            found |= _common(one, other, size)
    return np.flatnonzero(found)


def _apart(one: Cells, other: Cells, target: Cells) -> bool:
    """Whether no record can stand in both places of one check."""
    if one.column != other.column or one.shift is not other.shift:
        return True
    values, theirs, own = dict(one.where), dict(other.where), dict(target.where)
    for name in values.keys() & theirs.keys():
        a, b = values[name], theirs[name]
        if not (a and b):  # the one are those that the target is not
            a, b = a or b, own[name]
            if a and set(a) <= set(b):
                return True
        elif not set(a) & set(b):
            return True
    return False


def _common(one: Operand, other: Operand, size: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether each target has a record in both."""
    _, here, there = np.intersect1d(one.rows, other.rows, return_indices=True)
    pairs = one.groups[here] * size + other.groups[there]
    return np.isin(one.group_of_target * size + other.group_of_target, pairs)
