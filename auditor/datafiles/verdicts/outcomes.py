"""Outcomes: what the checks of a rule come to, all at once, as ``checks.verdict`` decides one.

Every figure is two integers, the ends of what it may stand for, in halves of the finest unit of its
check. Where 64 bits would not do, Python's own integers do the same; floating point tells which.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import ABSENT, NIL, PER_CENT, Numbers
from auditor.datafiles.verdicts.bound_rules import ANY_NUMBER, BoundRule, Operand
from auditor.datafiles.verdicts.intervals import (
    INT64,
    PYTHON,
    Bools,
    ColumnFigures,
    Integers,
    IntervalEnds,
    exceeds_64_bits,
    finest_exponent,
    interval_ends,
    powers_of_ten,
    rescaled,
    sizes,
)
from auditor.datafiles.verdicts.totals import Side, side_of, total
from auditor.model.figure import Rounding
from auditor.model.relation import Kind

QUOTIENTS = (Kind.RATIO, Kind.GROWTH)


class Outcome(IntEnum):
    """What a check came to: from FIGURE_MISSING on it could not be carried out."""

    HOLDS = 0
    VIOLATED = 1
    FIGURE_MISSING = 2
    RECORD_REPEATED = 3
    ALL_NIL = 4
    TARGET_NIL = 5
    BASE_NOT_POSITIVE = 6
    DIVISOR_MAY_BE_ZERO = 7


Dtype = np.dtype[Any]
NumbersByColumn = Mapping[str, Numbers]
Repeated = Mapping[str, Bools]
"""By column of figures, the records whose key another has."""
NO_REPEATED: Repeated = MappingProxyType({})


def outcomes(
    bound: BoundRule, numbers: NumbersByColumn, rounding: Rounding, repeated: Repeated = NO_REPEATED
) -> NDArray[np.int8]:
    """What the check of each target comes to."""
    result = _countable(bound, numbers, repeated)
    checkable = result == Outcome.HOLDS
    decided, unsafe = _decided(bound, numbers, rounding, INT64)
    result[checkable] = decided[checkable]
    again = np.flatnonzero(checkable & unsafe)
    if len(again):
        result[again], _ = _decided(bound.for_targets(again), numbers, rounding, PYTHON)
    return result


def _countable(bound: BoundRule, numbers: NumbersByColumn, repeated: Repeated) -> NDArray[np.int8]:
    """HOLDS but where what is there, or is not, or is nothing but dashes, allows no check."""
    size = len(bound.targets)
    missing = np.zeros(size, np.bool_)
    own = repeated.get(bound.rule.target.column)
    several = np.zeros(size, np.bool_) if own is None else own[bound.targets]
    figures, nils = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for operand in bound.operands:
        marks = numbers[operand.cells.column].marks[operand.rows]
        there, nil, absent = (
            _counts(operand, chosen)
            for chosen in (slice(None), (marks & NIL) != 0, (marks & ABSENT) != 0)
        )
        wanted = operand.needed if operand.wanted is None else operand.wanted
        missing = missing | (there < np.maximum(wanted, 1)) | (absent > 0)
        if operand.needed != ANY_NUMBER:
            several = several | (there > wanted)
        twice = repeated.get(operand.cells.column)
        if twice is not None:
            several = several | (_counts(operand, twice[operand.rows]) > 0)
        figures += there
        nils += nil
    result = np.zeros(size, np.int8)
    if bound.rule.kind in (Kind.SUM, *QUOTIENTS):
        marks = numbers[bound.rule.target.column].marks[bound.targets]
        result[(marks & NIL) != 0] = Outcome.TARGET_NIL
    result[nils == figures] = Outcome.ALL_NIL
    result[missing] = Outcome.FIGURE_MISSING
    result[several] = Outcome.RECORD_REPEATED
    return result


def _counts(operand: Operand, chosen: Bools | slice) -> NDArray[np.int64]:
    """How many of the chosen records of an operand each target has."""
    size = len(operand.group_of_target)
    counts = np.bincount(operand.groups[chosen], minlength=size)
    return counts[operand.group_of_target]


def _decided(
    bound: BoundRule, numbers: NumbersByColumn, rounding: Rounding, dtype: Dtype
) -> tuple[NDArray[np.int8], Bools]:
    """What each check comes to, and those for which integers of 64 bits may not do."""
    if bound.rule.kind in QUOTIENTS:
        return _quotients(bound, numbers, rounding, dtype)
    return _sums(bound, numbers, rounding, dtype)


def _sums(
    bound: BoundRule, numbers: NumbersByColumn, rounding: Rounding, dtype: Dtype
) -> tuple[NDArray[np.int8], Bools]:
    """Violated unless so many times the target can be what its operands add up to."""
    target = numbers[bound.rule.target.column]
    figures = ColumnFigures(target, bound.targets)
    side = side_of(bound, numbers, (1, -1), subtracted_sign=-1)
    own = finest_exponent(figures)
    exponent = np.minimum(side.exponent, own)
    times = _times(bound)
    stated = rescaled(interval_ends(figures, own, rounding, dtype), own, exponent, dtype)
    parts = total(side, exponent, rounding, dtype)
    factor = times.astype(dtype)
    low, high = parts.low - factor * stated.high, parts.high - factor * stated.low
    from_below = (low < 0) | ((low == 0) & ~(parts.low_open | stated.high_open))
    from_above = (high > 0) | ((high == 0) & ~(parts.high_open | stated.low_open))
    return _outcome(from_below, from_above), exceeds_64_bits(
        side.size + times * sizes(figures), exponent
    )


def _times(bound: BoundRule) -> NDArray[np.int64]:
    """How often the target enters: in an average as often as it has inputs."""
    size = len(bound.targets)
    if bound.rule.kind is not Kind.AVERAGE:
        return np.ones(size, np.int64)
    counts = (np.bincount(o.groups, minlength=size)[o.group_of_target] for o in bound.operands)
    times: NDArray[np.int64] = np.sum([*counts], axis=0, dtype=np.int64)
    return times


def _quotients(
    bound: BoundRule, numbers: NumbersByColumn, rounding: Rounding, dtype: Dtype
) -> tuple[NDArray[np.int8], Bools]:
    """Violated unless the numerator can be the stated quotient times the denominator."""
    over, under = side_of(bound, numbers, (1,)), side_of(bound, numbers, (-1,))
    exponent = np.minimum(over.exponent, under.exponent)
    x, y = (total(side, exponent, rounding, dtype) for side in (over, under))
    stated, denominator = _stated(bound, numbers, rounding, dtype)
    result = _quotient(stated, denominator, x, y)
    positive = (y.low > 0) | ((y.low == 0) & y.low_open)
    negative = (y.high < 0) | ((y.high == 0) & y.high_open)
    if bound.rule.kind is Kind.GROWTH:
        result[~positive.astype(np.bool_)] = Outcome.BASE_NOT_POSITIVE
    else:
        result[~(positive | negative).astype(np.bool_)] = Outcome.DIVISOR_MAY_BE_ZERO
    return result, _exceed_64_bits(bound, numbers, (over, under), exponent)


def _quotient(
    stated: tuple[Integers, Integers], denominator: Integers, x: IntervalEnds, y: IntervalEnds
) -> NDArray[np.int8]:
    """The range of x less a quotient times y, over both ends of the quotient, around zero."""
    from_below = from_above = np.zeros(len(denominator), np.bool_)
    for q in stated:
        ends = q * y.low, q * y.high
        low = x.low * denominator - np.maximum(*ends)
        high = x.high * denominator - np.minimum(*ends)
        low_open = x.low_open | np.where(q > 0, y.high_open, (q < 0) & y.low_open)
        high_open = x.high_open | np.where(q > 0, y.low_open, (q < 0) & y.high_open)
        from_below = from_below | (low < 0) | ((low == 0) & ~low_open)
        from_above = from_above | (high > 0) | ((high == 0) & ~high_open)
    return _outcome(from_below, from_above)


def _outcome(from_below: Integers, from_above: Integers) -> NDArray[np.int8]:
    holds = (from_below & from_above).astype(np.bool_)
    return np.where(holds, Outcome.HOLDS, Outcome.VIOLATED).astype(np.int8)


def _stated(
    bound: BoundRule, numbers: NumbersByColumn, rounding: Rounding, dtype: Dtype
) -> tuple[tuple[Integers, Integers], Integers]:
    """What a printed ratio or growth says at least and at most, over a common denominator."""
    figures = ColumnFigures(numbers[bound.rule.target.column], bound.targets)
    per_cent = _in_per_cent(bound, figures)
    exponent = finest_exponent(figures)
    growth = bound.rule.kind is Kind.GROWTH
    printed = interval_ends(figures, exponent, rounding, dtype, per_cent | growth)
    whole = np.where(per_cent, 100, 1).astype(dtype) * 2 * powers_of_ten(-exponent, dtype)
    up, less = powers_of_ten(exponent, dtype), whole if growth else 0 * whole
    return (printed.low * up + less, printed.high * up + less), whole


def _exceed_64_bits(
    bound: BoundRule,
    numbers: NumbersByColumn,
    sides: tuple[Side, Side],
    exponent: NDArray[np.int16],
) -> Bools:
    """Whether the products of a check may not fit into 64 bits."""
    figures = ColumnFigures(numbers[bound.rule.target.column], bound.targets)
    down = np.float64(10) ** np.maximum(-finest_exponent(figures).astype(np.float64), 0)
    whole = np.where(_in_per_cent(bound, figures), 200.0, 2.0) * down
    over, under = sides
    return exceeds_64_bits(
        over.size * whole + under.size * (whole + sizes(figures) * down), exponent
    )


def _in_per_cent(bound: BoundRule, figures: ColumnFigures) -> Bools:
    """Whether a printed quotient is in per cent: as the rule says, else as the figure does."""
    said = bound.rule.per_cent
    if said is None and bound.rule.kind is Kind.GROWTH:
        said = True
    if said is not None:
        return np.full(len(figures.rows), said)
    shown: Bools = (figures.numbers.marks[figures.rows] & PER_CENT) != 0
    return shown
