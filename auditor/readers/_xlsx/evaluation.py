"""Evaluation: what a formula gives with the numbers that its cells store, exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.readers._xlsx.expressions import Call, Cells, Expression, Named, Number
from auditor.readers._xlsx.thresholds import ARITHMETIC, MOST_DECIMALS

HALF = Fraction(1, 2)


class Computed(NamedTuple):
    """What a formula gives, and how large the numbers are that it is computed from."""

    value: Fraction
    size: Fraction


class Cellwise(NamedTuple):
    """Where numbers come from: ``number`` of a cell, 0 for a blank one, None if it is not known.

    ``numbers`` are those of a range, which passes over blanks and texts; None likewise.
    """

    number: Callable[[Cells | Named], Fraction | None]
    numbers: Callable[[Cells | Named], Sequence[Fraction] | None]


class UnknownError(Exception):
    """What it gives is not known; ``function`` is the one that is not followed, "" for none."""

    def __init__(self, function: str = "") -> None:
        super().__init__(function)
        self.function = function


def evaluated(found: Expression, cells: Cellwise) -> Computed:
    """What an expression gives; raises UnknownError."""
    if isinstance(found, Number):
        return Computed(Fraction(found.value), abs(Fraction(found.value)))
    if isinstance(found, Cells | Named):
        number = cells.number(found)
        if number is None:
            raise UnknownError
        return Computed(number, abs(number))
    if found.function in _OPERATORS and len(found.arguments) == 2:
        one, other = (evaluated(argument, cells) for argument in found.arguments)
        return _OPERATORS[found.function](one, other)
    return _of_call(found, cells)


def _of_call(found: Call, cells: Cellwise) -> Computed:
    match found:
        case Call("negative", (inner,)):
            given = evaluated(inner, cells)
            return given._replace(value=-given.value)
        case Call("ABS", (inner,)):
            given = evaluated(inner, cells)
            return given._replace(value=abs(given.value))
        case Call("ROUND", (inner, Number(digits))) if abs(digits) <= MOST_DECIMALS:
            return _rounded(evaluated(inner, cells), int(digits))
        case Call(function, arguments) if function in _OF_MANY:
            every = [one for argument in arguments for one in _each(argument, cells)]
            return _OF_MANY[function](every)
        case Call(function):
            raise UnknownError(function)


def _each(found: Expression, cells: Cellwise) -> Iterator[Computed]:
    """The numbers that an argument stands for: many, if it is a range."""
    if isinstance(found, Cells | Named):
        numbers = cells.numbers(found)
        if numbers is None:
            raise UnknownError
        yield from (Computed(number, abs(number)) for number in numbers)
    else:
        yield evaluated(found, cells)


def _added(one: Computed, other: Computed) -> Computed:
    return Computed(one.value + other.value, one.size + other.size)


def _less(one: Computed, other: Computed) -> Computed:
    return Computed(one.value - other.value, one.size + other.size)


def _times(one: Computed, other: Computed) -> Computed:
    return Computed(one.value * other.value, one.size * other.size)


def _over(one: Computed, other: Computed) -> Computed:
    if not other.value:
        raise UnknownError
    return Computed(one.value / other.value, one.size * other.size / (other.value * other.value))


def _rounded(given: Computed, digits: int) -> Computed:
    """Halves away from zero; what may be either side of a half, as programs compute, is unknown."""
    scaled = abs(given.value) * Fraction(10) ** digits
    near = given.size * ARITHMETIC * Fraction(10) ** digits
    below, above = (int(scaled + HALF - near), int(scaled + HALF + near))
    if below != above:
        raise UnknownError
    value = Fraction(above) / Fraction(10) ** digits
    return Computed(value if given.value >= 0 else -value, given.size)


def _sum(every: Sequence[Computed]) -> Computed:
    return Computed(
        sum((one.value for one in every), Fraction(0)),
        sum((one.size for one in every), Fraction(0)),
    )


def _average(every: Sequence[Computed]) -> Computed:
    if not every:
        raise UnknownError
    whole = _sum(every)
    return Computed(whole.value / len(every), whole.size / len(every))


def _least(every: Sequence[Computed]) -> Computed:
    return min(every, default=Computed(Fraction(0), Fraction(0)))


def _greatest(every: Sequence[Computed]) -> Computed:
    return max(every, default=Computed(Fraction(0), Fraction(0)))


_OPERATORS: Mapping[str, Callable[[Computed, Computed], Computed]] = {
    "+": _added,
    "-": _less,
    "*": _times,
    "/": _over,
}
_OF_MANY: Mapping[str, Callable[[Sequence[Computed]], Computed]] = {
    "SUM": _sum,
    "AVERAGE": _average,
    "MIN": _least,
    "MAX": _greatest,
}
