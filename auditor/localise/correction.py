"""Correction: what a figure should print so that the relations it breaks hold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from auditor.check import allowed, printed_value
from auditor.fact import Fact
from auditor.figure import Figure, Rounding
from auditor.interval import Interval
from auditor.numerals import printed
from auditor.relation import Kind, Relation
from auditor.wording import decimal


def suggestion(number: int, relations: Sequence[Relation], rounding: Rounding) -> str:
    """What the figure should print so that every relation it breaks holds, "" if nothing does."""
    fact = next(f for r in relations for f in r.facts if f.number == number)
    wanted = joint_interval(number, relations, rounding)
    if wanted is None:
        return ""
    value = _nominal(fact, relations)
    unit = fact.figure.last_unit
    if value is None or not _prints_within(value, fact.figure, wanted, rounding):
        value = _rounded((wanted.low + wanted.high) / 2, unit)
    return printed(value, fact.figure)


def joint_interval(
    number: int, relations: Sequence[Relation], rounding: Rounding
) -> Interval | None:
    """What the figure may be under all these relations; None when they leave nothing or all."""
    bounds = _bounds(number, relations, rounding)
    found = bounds[0] if bounds else None
    for other in bounds[1:]:
        found = found and found.overlap(other)
    return found


def reconcilable(number: int, relations: Sequence[Relation], rounding: Rounding) -> bool:
    """Whether one value of the figure could satisfy all these relations."""
    bounded = _bounds(number, relations, rounding)
    return not bounded or joint_interval(number, relations, rounding) is not None


def is_unlikely_slip(fact: Fact, relations: Sequence[Relation], rounding: Rounding) -> bool:
    """Whether the figure would need the other sign and other digits too to satisfy these."""
    wanted = joint_interval(fact.number, relations, rounding)
    value = fact.figure.value
    if wanted is None or value == 0 or -value in wanted:
        return False
    return wanted.negative if value > 0 else wanted.positive


def _bounds(number: int, relations: Sequence[Relation], rounding: Rounding) -> list[Interval]:
    """What each relation that bounds the figure allows it to be."""
    found = (allowed(relation, number, rounding) for relation in relations)
    return [interval for interval in found if interval is not None]


def shown_interval(interval: Interval | None, fact: Fact) -> tuple[str, str] | None:
    """The interval in the figure's printed unit, two digits finer than it is printed."""
    if interval is None:
        return None
    unit = Fraction(10) ** fact.figure.scale
    places = max(0, -fact.figure.exponent) + 2
    return decimal(interval.low / unit, places), decimal(interval.high / unit, places)


def telling(relation: Relation, culprit: int) -> tuple[bool, int, int]:
    """Sorts first the relation that shows the error most plainly."""
    return relation.target.number != culprit, len(relation.inputs), relation.target.number


def _nominal(fact: Fact, relations: Sequence[Relation]) -> Fraction | None:
    """The value that the plainest relation gives when its other figures are taken as exact."""
    main = min(relations, key=lambda r: telling(r, fact.number))
    if main.target.number == fact.number:
        value = printed_value(main)
        return None if value is None else _rounded(fact.sign * value, fact.figure.last_unit)
    if main.kind is Kind.TIE:
        return _rounded(main.target.figure.value, fact.figure.last_unit)
    bounds = allowed(main, fact.number, Rounding.EXACT)
    middle = None if bounds is None else (bounds.low + bounds.high) / 2
    return None if middle is None else _rounded(middle, fact.figure.last_unit)


def _prints_within(value: Fraction, figure: Figure, wanted: Interval, rounding: Rounding) -> bool:
    unit = figure.last_unit
    reach = unit / 2 if rounding is not Rounding.TRUNCATE else unit
    return Interval(value - reach, value + reach).overlap(wanted) is not None


def _rounded(value: Fraction, unit: Fraction) -> Fraction:
    """To the nearest unit, halves away from zero."""
    steps = abs(value) / unit
    whole = (steps.numerator * 2 + steps.denominator) // (steps.denominator * 2)
    return whole * unit if value >= 0 else -whole * unit
