"""Statuses: what the checks of a rule come to, all at once, as ``auditor.check`` decides one.

Every figure is two integers, the ends of what it may stand for, in halves of the finest unit of its
group. Where 64 bits would not do, Python's own integers do the same; floating point tells which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.data.groups import ANY_NUMBER, Bound, Operand
from auditor.data.numbers import ABSENT, EXACT, LARGE, NIL, PER_CENT, Numbers
from auditor.data.records import Rows
from auditor.figure import Rounding
from auditor.relation import Kind

QUOTIENTS = (Kind.RATIO, Kind.GROWTH)
SAFE = float(1 << 60)
FINEST, COARSEST = 100, -100  # beyond any power of ten that a figure has

Exact = NDArray[Any]
"""Integers: of 64 bits where these do, else Python's."""
Bools = NDArray[np.bool_]


class Outcome(IntEnum):
    """What a check came to: from MISSING on it could not be carried out."""

    HOLDS = 0
    VIOLATED = 1
    MISSING = 2
    SEVERAL = 3
    ALL_NIL = 4
    TARGET_NIL = 5
    BASE = 6
    DIVISOR = 7


class Ends(NamedTuple):
    """What values may be, in halves of ``10**place``; an open end is not itself included."""

    low: Exact
    high: Exact
    low_open: Bools
    high_open: Bools


class _Side(NamedTuple):
    """The operands of one sign added up, for every target."""

    place: NDArray[np.int16]
    size: NDArray[np.float64]
    parts: tuple[_Part, ...]


class _Part(NamedTuple):
    """An operand with the finest unit of each of its units, and how large they may be at most."""

    operand: Operand
    numbers: Numbers
    place: NDArray[np.int16]
    size: NDArray[np.float64]


def outcomes(
    bound: Bound,
    numbers: Mapping[str, Numbers],
    rounding: Rounding,
    repeated: Bools | None = None,
) -> NDArray[np.int8]:
    """What the check of each target comes to. ``repeated`` are records whose key another has."""
    result = np.zeros(len(bound.targets), np.int8)
    _count(bound, numbers, repeated, result)
    open_ = result == Outcome.HOLDS
    decided, unsafe = _decided(bound, numbers, rounding, np.dtype(np.int64))
    result[open_] = decided[open_]
    again = np.flatnonzero(open_ & unsafe)
    if len(again):
        large, _ = _decided(bound.of(again), numbers, rounding, np.dtype(object))
        result[again] = large
    return result


def _count(
    bound: Bound, numbers: Mapping[str, Numbers], repeated: Bools | None, into: NDArray[np.int8]
) -> None:
    """Marks what cannot be checked because of what is there or not, or is nothing but dashes."""
    size = len(bound.targets)
    missing, several = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    figures, nils = np.zeros(size, np.int64), np.zeros(size, np.int64)
    if repeated is not None:
        several |= repeated[bound.targets]
    for operand in bound.operands:
        marks = numbers[operand.cells.column].marks[operand.rows]
        there = np.bincount(operand.units, minlength=size)
        nil = np.bincount(operand.units[(marks & NIL) != 0], minlength=size)
        absent = np.bincount(operand.units[(marks & ABSENT) != 0], minlength=size)
        units = operand.of_targets
        missing |= (there[units] < max(operand.needed, 1)) | (absent[units] > 0)
        if operand.needed != ANY_NUMBER:
            several |= there[units] > operand.needed
        if repeated is not None:
            twice = np.bincount(operand.units[repeated[operand.rows]], minlength=size)
            several |= twice[units] > 0
        figures += there[units]
        nils += nil[units]
    target = (numbers[bound.rule.target.column].marks[bound.targets] & NIL) != 0
    if bound.rule.kind in (Kind.SUM, *QUOTIENTS):
        into[target] = Outcome.TARGET_NIL
    into[nils == figures] = Outcome.ALL_NIL
    into[missing] = Outcome.MISSING
    into[several] = Outcome.SEVERAL


def _decided(
    bound: Bound, numbers: Mapping[str, Numbers], rounding: Rounding, dtype: np.dtype[Any]
) -> tuple[NDArray[np.int8], Bools]:
    """What each check comes to, and those for which integers of 64 bits may not do."""
    size = len(bound.targets)
    over = _side(bound, numbers, size, signs=(1,) if bound.rule.kind in QUOTIENTS else (1, -1))
    target = numbers[bound.rule.target.column]
    if bound.rule.kind in QUOTIENTS:
        under = _side(bound, numbers, size, signs=(-1,))
        place = np.minimum(over.place, under.place)
        x, y = _total(over, place, rounding, dtype), _total(under, place, rounding, dtype)
        return _quotient(bound, target, x, y, rounding, dtype), _unsafe_quotient(
            bound, target, over, under, place
        )
    own = _finest(target, bound.targets)
    place = np.minimum(over.place, own)
    times = _inputs(bound, size) if bound.rule.kind is Kind.AVERAGE else np.ones(size, np.int64)
    stated = _scaled(_ends(target, bound.targets, own, rounding, dtype), own, place, dtype)
    parts = _total(over, place, rounding, dtype)
    unsafe = over.size + _size(target, bound.targets) * times > SAFE * _ten(place)
    unsafe |= (target.marks[bound.targets] & LARGE) != 0
    return _linear(stated, parts, times.astype(dtype)), unsafe | _spread(over, own, place)


def _linear(target: Ends, parts: Ends, times: Exact) -> NDArray[np.int8]:
    """Violated unless so many times the target can be what the parts add up to."""
    low, high = parts.low - times * target.high, parts.high - times * target.low
    from_below = (low < 0) | ((low == 0) & ~(parts.low_open | target.high_open))
    from_above = (high > 0) | ((high == 0) & ~(parts.high_open | target.low_open))
    return _outcome(from_below, from_above)


def _quotient(  # noqa: PLR0913, PLR0917  # the rule, its three figures, and how to reckon
    bound: Bound, target: Numbers, x: Ends, y: Ends, rounding: Rounding, dtype: np.dtype[Any]
) -> NDArray[np.int8]:
    """Violated unless x can be the stated quotient times y: the hull over both ends of it."""
    positive = (y.low > 0) | ((y.low == 0) & y.low_open)
    negative = (y.high < 0) | ((y.high == 0) & y.high_open)
    numerators, denominator = _stated(bound, target, rounding, dtype)
    from_below = from_above = np.zeros(len(bound.targets), np.bool_)
    for q in numerators:
        ends = q * y.low, q * y.high
        low = x.low * denominator - np.maximum(*ends)
        high = x.high * denominator - np.minimum(*ends)
        low_open = x.low_open | np.where(q > 0, y.high_open, (q < 0) & y.low_open)
        high_open = x.high_open | np.where(q > 0, y.low_open, (q < 0) & y.high_open)
        from_below = from_below | (low < 0) | ((low == 0) & ~low_open)
        from_above = from_above | (high > 0) | ((high == 0) & ~high_open)
    result = _outcome(from_below, from_above)
    if bound.rule.kind is Kind.GROWTH:
        result[~positive.astype(np.bool_)] = Outcome.BASE
    else:
        result[~(positive | negative).astype(np.bool_)] = Outcome.DIVISOR
    return result


def _outcome(from_below: Exact, from_above: Exact) -> NDArray[np.int8]:
    holds = (from_below & from_above).astype(np.bool_)
    return np.where(holds, Outcome.HOLDS, Outcome.VIOLATED).astype(np.int8)


def _stated(
    bound: Bound, target: Numbers, rounding: Rounding, dtype: np.dtype[Any]
) -> tuple[tuple[Exact, Exact], Exact]:
    """What a printed ratio or growth says at least and at most, over a common denominator."""
    rows = bound.targets
    place = _finest(target, rows)
    printed = _ends(target, rows, place, rounding, dtype)
    hundreds = np.where(_in_per_cent(bound, target), 100, 1).astype(dtype)
    whole = hundreds * 2 * _power(np.maximum(-place, 0), dtype)
    up = _power(np.maximum(place, 0), dtype)
    less = whole if bound.rule.kind is Kind.GROWTH else 0 * whole
    return (printed.low * up + less, printed.high * up + less), whole


def _in_per_cent(bound: Bound, target: Numbers) -> Bools:
    """Whether a printed quotient is in per cent: as the rule says, else as the figure does."""
    said = bound.rule.per_cent
    if said is None and bound.rule.kind is Kind.GROWTH:
        said = True
    if said is not None:
        return np.full(len(bound.targets), said)
    return (target.marks[bound.targets] & PER_CENT) != 0


def _side(
    bound: Bound, numbers: Mapping[str, Numbers], size: int, signs: Sequence[int]
) -> _Side:
    place = np.full(size, FINEST, np.int16)
    most = np.zeros(size)
    parts = []
    for operand in bound.operands:
        if operand.sign in signs:
            part = _part(operand, numbers[operand.cells.column], size)
            np.minimum(place, part.place[operand.of_targets], out=place)
            most += part.size[operand.of_targets]
            parts.append(part)
    return _Side(place, most, tuple(parts))


def _part(operand: Operand, numbers: Numbers, size: int) -> _Part:
    place = np.full(size, FINEST, np.int16)
    np.minimum.at(place, operand.units, _finest(numbers, operand.rows))
    most = np.bincount(operand.units, _size(numbers, operand.rows), minlength=size)
    return _Part(operand, numbers, place, most)


def _total(side: _Side, place: NDArray[np.int16], rounding: Rounding, dtype: np.dtype[Any]) -> Ends:
    """The sum of a side's figures for every target, what is taken away with its ends turned."""
    size = len(place)
    zero, no = np.zeros(size, dtype), np.zeros(size, np.bool_)
    total = Ends(zero, zero, no, no)
    for part in side.parts:
        added = _scaled(_summed(part, rounding, dtype, size), part.place, place, dtype, part)
        if part.operand.sign < 0 and len(side.parts) > 1 or _is_taken(part, side):
            added = Ends(-added.high, -added.low, added.high_open, added.low_open)
        total = Ends(
            total.low + added.low,
            total.high + added.high,
            total.low_open | added.low_open,
            total.high_open | added.high_open,
        )
    return total
