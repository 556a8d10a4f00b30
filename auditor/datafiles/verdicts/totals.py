"""Totals: the operands of one side of a rule added up, for every target at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import Numbers
from auditor.datafiles.verdicts.bound_rules import BoundRule, Operand
from auditor.datafiles.verdicts.intervals import (
    ColumnFigures,
    Exponents,
    Integers,
    IntervalEnds,
    finest_exponent,
    interval_ends,
    rescaled,
    sizes,
)
from auditor.model.figure import Rounding

COARSE = 100
"""An exponent to begin with, coarser than most; what lies on a coarse grid is on a finer."""


class Part(NamedTuple):
    """An operand, and for each of its groups the finest exponent and the largest size."""

    operand: Operand
    numbers: Numbers
    exponent: Exponents
    size: NDArray[np.float64]
    subtracted: bool


class Side(NamedTuple):
    """The same for every target, over all operands of a side."""

    parts: tuple[Part, ...]
    exponent: Exponents
    size: NDArray[np.float64]


def side_of(
    bound: BoundRule, numbers: Mapping[str, Numbers], signs: Sequence[int], subtracted_sign: int = 0
) -> Side:
    """The operands of these signs; those of ``subtracted_sign`` are taken away."""
    size = len(bound.targets)
    parts = tuple(
        _part(
            operand, numbers[operand.cells.column], size, subtracted=operand.sign == subtracted_sign
        )
        for operand in bound.operands
        if operand.sign in signs
    )
    exponent, most = np.full(size, COARSE, np.int16), np.zeros(size)
    for part in parts:
        exponent = np.minimum(exponent, part.exponent[part.operand.group_of_target])
        most = most + part.size[part.operand.group_of_target]
    return Side(parts, exponent, most)


def _part(operand: Operand, numbers: Numbers, size: int, *, subtracted: bool) -> Part:
    figures = ColumnFigures(numbers, operand.rows)
    exponent = np.full(size, COARSE, np.int16)
    np.minimum.at(exponent, operand.groups, finest_exponent(figures))
    return Part(operand, numbers, exponent, _added_up(operand, sizes(figures), size), subtracted)


def _added_up(operand: Operand, weights: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    return np.bincount(operand.groups, weights, minlength=size).astype(np.float64, copy=False)


def total(
    side: Side, exponent: Exponents, rounding: Rounding, dtype: np.dtype[Any]
) -> IntervalEnds:
    """What a side may add up to for every target, in halves of ``10**exponent``."""
    zero, no = np.zeros(len(exponent), dtype), np.zeros(len(exponent), np.bool_)
    whole = IntervalEnds(zero, zero, no, no)
    for part in side.parts:
        added = _of_targets(part, exponent, rounding, dtype)
        whole = IntervalEnds(
            whole.low + added.low,
            whole.high + added.high,
            whole.low_open | added.low_open,
            whole.high_open | added.high_open,
        )
    return whole


def _of_targets(
    part: Part, exponent: Exponents, rounding: Rounding, dtype: np.dtype[Any]
) -> IntervalEnds:
    """One operand's share, which targets of a common group have in common."""
    operand = part.operand
    figures = ColumnFigures(part.numbers, operand.rows)
    each = interval_ends(figures, part.exponent[operand.groups], rounding, dtype)
    size = len(operand.group_of_target)
    low, high = (_summed(end, operand, size) for end in (each.low, each.high))
    low_open, high_open = (
        np.bincount(operand.groups[end], minlength=size) > 0
        for end in (each.low_open, each.high_open)
    )
    groups = operand.group_of_target
    found = IntervalEnds(low[groups], high[groups], low_open[groups], high_open[groups])
    found = rescaled(found, part.exponent[groups], exponent, dtype)
    if part.subtracted:
        return IntervalEnds(-found.high, -found.low, found.high_open, found.low_open)
    return found


def _summed(values: Integers, operand: Operand, size: int) -> Integers:
    result = np.zeros(size, values.dtype)
    np.add.at(result, operand.groups, values)
    return result
