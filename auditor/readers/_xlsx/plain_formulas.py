"""Plain formulas: sums and quotients of cells, which a person can check with the figures shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditor.readers._xlsx.addresses import LAST_COLUMN, LAST_ROW, Place, Span
from auditor.readers._xlsx.expressions import Call, Cells, Expression, Named, Number
from auditor.readers._xlsx.thresholds import LARGEST_SUM
from auditor.readers._xlsx.tokens import Reference

SUBTOTALS_OF_SUM = (9, 109)
_HUNDRED = Decimal(100)


class Addend(NamedTuple):
    """A cell that a formula takes times ``sign * 10**power``; ``ranged`` if as one of a range.

    A cell of a range may be blank or hold a text, which is then passed over.
    """

    sheet: str
    place: Place
    sign: int = 1
    power: int = 0
    ranged: bool = False


class PlainFormula(NamedTuple):
    """The sum of ``over``, or that divided by the sum of ``under``, times ``10**power``.

    ``kind`` as relations have it. ``decimals`` are those that the formula itself rounds to.
    """

    kind: str
    over: tuple[Addend, ...]
    under: tuple[Addend, ...] = ()
    power: int = 0
    decimals: int | None = None


class Surroundings(NamedTuple):
    """What a formula's cell does not say: its sheet, and what names and subtotals there are.

    ``named`` finds the sheet and range of a name or of a table's column; ``filtered`` tells
    whether rows within a range are hidden.
    """

    sheet: str
    named: Callable[[Named], tuple[str, Span] | None]
    is_subtotal: Callable[[str, Place], bool]
    filtered: Callable[[str, Span], bool]


class _NotPlainError(Exception):
    """The formula computes something else."""


def plain_formula(found: Expression, place: Place, around: Surroundings) -> PlainFormula | None:
    """What the formula of a cell states; None for anything but sums and plain quotients."""
    try:
        plain = _plain(found, place, around)
    except _NotPlainError:
        return None
    cells = (*plain.over, *plain.under)
    inside = all(0 < a.place.row <= LAST_ROW and 0 < a.place.column <= LAST_COLUMN for a in cells)
    itself = any(a.place == place and a.sheet == around.sheet for a in cells)
    return plain if cells and inside and not itself else None


def _plain(found: Expression, place: Place, around: Surroundings) -> PlainFormula:
    match found:
        case Call("IFERROR", (inner, *_)):
            return _plain(inner, place, around)
        case Call("ROUND", (inner, Number(digits))) if digits == int(digits):
            return _plain(inner, place, around)._replace(decimals=int(digits))
        case Call("*", (Call("/") as inner, Number(factor))) if factor == _HUNDRED:
            return _plain(inner, place, around)._replace(power=2)
        case Call("AVERAGE", arguments):
            return PlainFormula("average", tuple(_of_all(arguments, place, around)))
        case _:
            return _quotient(found, place, around) or _sum(_linear(found, place, around))


def _sum(addends: tuple[Addend, ...]) -> PlainFormula:
    signs = sorted(addend.sign for addend in addends)
    if signs == [1]:
        return PlainFormula("tie", addends)
    is_difference = signs == [-1, 1] and not any(addend.ranged for addend in addends)
    return PlainFormula("difference" if is_difference else "sum", addends)


def _quotient(found: Expression, place: Place, around: Surroundings) -> PlainFormula | None:
    match found:
        case Call("-", (Call("/", (later, earlier)), Number(one))) if one == 1:
            return PlainFormula(
                "growth", _linear(later, place, around), _linear(earlier, place, around)
            )
        case Call("/", (over, under)) if not isinstance(under, Number):
            return _ratio(_linear(over, place, around), _linear(under, place, around))
        case _:
            return None


def _ratio(over: tuple[Addend, ...], under: tuple[Addend, ...]) -> PlainFormula:
    """A quotient; (a - b) / b is a growth."""
    later = list(over)
    for addend in under:
        taken = addend._replace(sign=-addend.sign)
        if taken not in later:
            return PlainFormula("ratio", over, under)
        later.remove(taken)
    return PlainFormula("growth", tuple(later), under)


def _linear(found: Expression, place: Place, around: Surroundings) -> tuple[Addend, ...]:
    """The cells that an expression adds and takes away."""
    if isinstance(found, Cells) and found.first == found.last:
        return (_addend(found.first, place, around),)
    if isinstance(found, Named):
        sheet, span = _named(found, around)
        if span.first == span.last:
            return (Addend(sheet, span.first),)
    if isinstance(found, Call):
        return tuple(_of_call(found, place, around))
    raise _NotPlainError


def _of_call(found: Call, place: Place, around: Surroundings) -> Iterable[Addend]:
    match found:
        case Call("+" | "-" as sign, (one, other)):
            second = _linear(other, place, around)
            return *_linear(one, place, around), *(second if sign == "+" else _turned(second))
        case Call("negative", (inner,)):
            return _turned(_linear(inner, place, around))
        case Call("*", (inner, Number(factor))) | Call("*", (Number(factor), inner)):
            return _scaled(_linear(inner, place, around), factor, _power(factor))
        case Call("/", (inner, Number(factor))):
            return _scaled(_linear(inner, place, around), factor, -_power(factor))
        case Call("SUM", arguments):
            return _of_all(arguments, place, around)
        case Call("SUBTOTAL", (Number(function), *ranges)) if function in SUBTOTALS_OF_SUM:
            return _of_subtotal(ranges, place, around)
        case _:
            raise _NotPlainError


def _of_all(
    arguments: tuple[Expression, ...], place: Place, around: Surroundings
) -> Iterator[Addend]:
    """Every cell of the ranges that a function is given, and of the sums among them."""
    for argument in arguments:
        if isinstance(argument, Named) or (
            isinstance(argument, Cells) and argument.first != argument.last
        ):
            sheet, span = _range(argument, place, around)
            yield from (Addend(sheet, cell, ranged=True) for cell in cells_of(span))
        else:
            yield from _linear(argument, place, around)


def _of_subtotal(
    arguments: Sequence[Expression], place: Place, around: Surroundings
) -> Iterator[Addend]:
    """The cells of a subtotal, which passes over other subtotals; rows hidden leave it untold."""
    for argument in arguments:
        if not isinstance(argument, Cells | Named):
            raise _NotPlainError
        sheet, span = _range(argument, place, around)
        if around.filtered(sheet, span):
            raise _NotPlainError
        for cell in cells_of(span):
            if not around.is_subtotal(sheet, cell):
                yield Addend(sheet, cell, ranged=True)


def _range(argument: Cells | Named, place: Place, around: Surroundings) -> tuple[str, Span]:
    if isinstance(argument, Named):
        return _named(argument, around)
    return argument.first.sheet or around.sheet, Span(
        argument.first.at(place), argument.last.at(place)
    )


def cells_of(span: Span) -> Iterator[Place]:
    """The cells of a range, row by row; refuses one that is too large or runs backwards."""
    rows = range(span.first.row, span.last.row + 1)
    columns = range(span.first.column, span.last.column + 1)
    if not 0 < len(rows) * len(columns) <= LARGEST_SUM:
        raise _NotPlainError
    return (Place(row, column) for row in rows for column in columns)


def _named(name: Named, around: Surroundings) -> tuple[str, Span]:
    found = around.named(name)
    if found is None:
        raise _NotPlainError
    return found


def _addend(reference: Reference, place: Place, around: Surroundings) -> Addend:
    return Addend(reference.sheet or around.sheet, reference.at(place))


def _turned(addends: tuple[Addend, ...]) -> tuple[Addend, ...]:
    return tuple(addend._replace(sign=-addend.sign) for addend in addends)


def _scaled(addends: tuple[Addend, ...], factor: Decimal, power: int) -> tuple[Addend, ...]:
    scaled = tuple(addend._replace(power=addend.power + power) for addend in addends)
    return _turned(scaled) if factor < 0 else scaled


def _power(factor: Decimal) -> int:
    """The power of ten that a factor's size is; 1,000 turns units into thousands."""
    power = factor.adjusted()
    if abs(factor) != Decimal(1).scaleb(power):
        raise _NotPlainError
    return power
