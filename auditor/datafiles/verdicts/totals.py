"""Totals: the operands of one side of a rule added up, for every target at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import Numbers
from auditor.datafiles.verdicts.bound_rules import Bound, Operand
from auditor.datafiles.verdicts.intervals import (
    Ends,
    Exact,
    Kept,
    Places,
    ends_of,
    finest,
    rescaled,
    sizes,
)
from auditor.model.figure import Rounding

COARSE = 100
"""A place to begin with, coarser than most figures; what lies on a coarse grid is on a finer."""


class Part(NamedTuple):
    """An operand, and for each of its units the finest place and how large it may be at most."""

    operand: Operand
    numbers: Numbers
    place: Places
    size: NDArray[np.float64]
    taken: bool


class Side(NamedTuple):
    """The same for every target, over all operands of a side."""

    parts: tuple[Part, ...]
    place: Places
    size: NDArray[np.float64]


def side_of(
    bound: Bound, numbers: Mapping[str, Numbers], signs: Sequence[int], taken: int = 0
) -> Side:
    """The operands of these signs; those of the sign ``taken`` are taken away."""
    size = len(bound.targets)
    parts = tuple(
        _part(operand, numbers[operand.cells.column], size, taken=operand.sign == taken)
        for operand in bound.operands
        if operand.sign in signs
    )
    place, most = np.full(size, COARSE, np.int16), np.zeros(size)
    for part in parts:
        place = np.minimum(place, part.place[part.operand.of_targets])
        most = most + part.size[part.operand.of_targets]
    return Side(parts, place, most)


def _part(operand: Operand, numbers: Numbers, size: int, *, taken: bool) -> Part:
    kept = Kept(numbers, operand.rows)
    place = np.full(size, COARSE, np.int16)
    np.minimum.at(place, operand.units, finest(kept))
    return Part(operand, numbers, place, _added_up(operand, sizes(kept), size), taken)


def _added_up(operand: Operand, weights: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    return np.bincount(operand.units, weights, minlength=size).astype(np.float64, copy=False)


def total(side: Side, place: Places, rounding: Rounding, dtype: np.dtype[Any]) -> Ends:
    """What a side may add up to for every target, in halves of ``10**place``."""
    zero, no = np.zeros(len(place), dtype), np.zeros(len(place), np.bool_)
    whole = Ends(zero, zero, no, no)
    for part in side.parts:
        added = _of_targets(part, place, rounding, dtype)
        whole = Ends(
            whole.low + added.low,
            whole.high + added.high,
            whole.low_open | added.low_open,
            whole.high_open | added.high_open,
        )
    return whole


def _of_targets(part: Part, place: Places, rounding: Rounding, dtype: np.dtype[Any]) -> Ends:
    """One operand's share, which targets with a common unit have in common."""
    operand = part.operand
    kept = Kept(part.numbers, operand.rows)
    each = ends_of(kept, part.place[operand.units], rounding, dtype)
    size = len(operand.of_targets)
    low, high = (_summed(end, operand, size) for end in (each.low, each.high))
    low_open, high_open = (
        np.bincount(operand.units[end], minlength=size) > 0
        for end in (each.low_open, each.high_open)
    )
    units = operand.of_targets
    found = Ends(low[units], high[units], low_open[units], high_open[units])
    found = rescaled(found, part.place[units], place, dtype)
    if part.taken:
        return Ends(-found.high, -found.low, found.high_open, found.low_open)
    return found


def _summed(values: Exact, operand: Operand, size: int) -> Exact:
    result = np.zeros(size, values.dtype)
    np.add.at(result, operand.units, values)
    return result
