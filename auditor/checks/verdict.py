"""Checking: whether unrounded values exist that print as a relation's figures and satisfy it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from auditor.checks.whole_numbers import (
    Halves,
    left_by,
    residual_of,
    residual_of_quotient,
    sum_of,
)
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, POINTS, Rounding
from auditor.model.interval import Interval
from auditor.model.relation import (
    Kind,
    Relation,
    Role,
    Term,
    forms,
    forms_for,
    sum_of_products,
    value_range,
)
from auditor.model.verdict import Status, Verdict

HUNDRED = Fraction(100)
SHARES = (Role.DENOMINATOR,)


def verdict(relation: Relation, rounding: Rounding) -> Verdict:
    """Violated only if no unrounded values behind the printed figures satisfy the relation."""
    rounding = relation.rounding or rounding
    reason = why_not_checkable(relation, rounding)
    if reason:
        return Verdict(relation, Status.NOT_CHECKABLE, reason=reason)
    plainly = residual_of(relation, rounding)
    residual = _residual(relation, rounding) if plainly is None else plainly.interval
    if 0 in residual:
        exact = agrees_to_the_digit(relation) if plainly is None else _agrees(relation, plainly)
        return Verdict(relation, Status.HOLDS, exact, residual)
    reason = _why_not_comparable(relation)
    if reason:
        return Verdict(relation, Status.NOT_CHECKABLE, reason=reason)
    return Verdict(relation, Status.VIOLATED, False, residual)


def _residual(relation: Relation, rounding: Rounding) -> Interval:
    """What the inputs may come to less what the target may be, in base units."""
    whole = relation.whole
    if whole is not None:
        return _whole(relation.shares, SHARES, rounding) + Interval(-whole, -whole)
    plainly = residual_of_quotient(relation, rounding)
    if plainly is not None:
        return plainly
    intervals = {f.number: f.figure.interval(rounding) for f in relation.facts}
    ranges = [value_range(form, intervals) for form in forms(relation, rounding)]
    return ranges[0] if len(ranges) == 1 else ranges[0].hull(ranges[1])


def _agrees(relation: Relation, plainly: Halves) -> bool:
    """Whether the inputs, taken as exact, print as the target's digits."""
    if not target_is_rounded(relation):
        return plainly.middle == 0
    return plainly.is_within(relation.target.figure.place)


def _why_not_comparable(relation: Relation) -> str:
    """The reason that amounts which disagree may not be compared, "" if they may.

    A difference of two figures one of which is blank states nothing.

    A table that states no unit may be in millions; beside a figure that says "million" its
    figures could mean anything, and only agreement would be telling. Where tags say the units,
    what is printed need not.
    """
    if relation.units_tagged:
        return ""
    two = relation.kind in (Kind.DIFFERENCE, Kind.POINTS) and len(relation.inputs) == 2
    if two and not all(term.fact.text for term in relation.inputs):
        return "one of the two figures is blank"
    quotient = relation.kind in (Kind.RATIO, Kind.GROWTH)
    facts = [f for f in relation.facts if not (f.figure.nil or (quotient and f is relation.target))]
    units = {PERCENT if f.figure.unit == POINTS else f.figure.unit for f in facts} - {""}
    if len(units) > 1 and relation.kind is not Kind.RATIO:
        return "the figures are in different units: " + ", ".join(sorted(units))
    scaled = any(f.figure.scale > 0 for f in facts)
    bare = next((f for f in facts if f.figure.scale == 0 and f.in_table), None)
    if scaled and bare is not None:
        return f"the unit of {bare.text} is not stated"
    return ""


def why_not_checkable(relation: Relation, rounding: Rounding) -> str:
    """The reason a relation cannot be checked, "" if it can.

    Missing operands are not zero. A nil dash is zero, but where the total or every part is a
    dash nothing is stated. Growth needs a base that is surely positive.
    """
    if relation.missing:
        return "not printed: " + ", ".join(relation.missing)
    inputs = relation.inputs
    if all(term.fact.figure.nil for term in inputs):
        return "every part is a dash"
    if relation.target.figure.nil and relation.kind in (Kind.SUM, Kind.RATIO, Kind.GROWTH):
        return "the total is a dash" if relation.kind is Kind.SUM else "a dash is no percentage"
    if relation.kind is Kind.GROWTH and not _whole(inputs, (Role.EARLIER,), rounding).positive:
        return "the figure that it grew from may be zero or negative"
    if relation.kind is Kind.RATIO:
        divisor = _whole(inputs, (Role.DENOMINATOR,), rounding)
        if not (divisor.positive or divisor.negative):
            return "the divisor may be zero"
    return ""


def nearly_holds(relation: Relation, rounding: Rounding) -> bool:
    """Whether the relation would hold if every figure were off by half a unit more than rounding.

    Publishers who add up what they have already rounded, or round twice, are off by so much.
    """
    intervals = {
        f.number: _stretched(f.figure.interval(rounding), f.figure.last_unit / 2)
        for f in relation.facts
    }
    stated = _stretched(relation.target.interval(rounding), relation.target.figure.last_unit / 2)
    ranges = [value_range(form, intervals) for form in forms_for(relation, stated)]
    whole = ranges[0] if len(ranges) == 1 else ranges[0].hull(ranges[1])
    return 0 in whole


def _stretched(interval: Interval, by: Fraction) -> Interval:
    return Interval(interval.low - by, interval.high + by)


def printed_value(relation: Relation) -> Fraction | None:
    """What the target would be if every printed input were exact, in the target's base units."""
    inputs = relation.inputs
    if relation.whole is not None:
        return relation.whole - _printed_sum(_other_shares(relation, relation.target.number))
    if relation.kind in (Kind.RATIO, Kind.GROWTH):
        over = _printed_sum(t for t in inputs if t.role in (Role.NUMERATOR, Role.LATER))
        under = _printed_sum(t for t in inputs if t.role in (Role.DENOMINATOR, Role.EARLIER))
        if under == 0:
            return None
        quotient = over / under
        if relation.kind is Kind.GROWTH:
            return (quotient - 1) * HUNDRED
        return quotient * HUNDRED if relation.target.figure.is_percent else quotient
    total = _printed_sum(inputs)
    return total / len(inputs) if relation.kind is Kind.AVERAGE else total


def agrees_to_the_digit(relation: Relation) -> bool:
    """Whether the printed inputs, taken as exact, print as the target's digits."""
    value = printed_value(relation)
    if value is None:
        return False
    unit = relation.target.figure.last_unit
    return (
        abs(value - relation.target.value) * 2 <= unit
        if target_is_rounded(relation)
        else (value == relation.target.value)
    )


def holds_as_printed(relation: Relation) -> bool:
    """Whether the figures satisfy the relation as printed, rounded to the nearest.

    Sooner asked than the verdict, which then is that it holds; else this tells nothing.
    """
    figures = [fact.figure for fact in relation.facts]
    plain = all(figure.accuracy is None and not figure.beside for figure in figures)
    checkable = plain and not why_not_checkable(relation, Rounding.NEAREST)
    return checkable and agrees_to_the_digit(relation)


def target_is_rounded(relation: Relation) -> bool:
    """Whether the target is coarser than what its inputs give, so that it had to be rounded."""
    if relation.kind in (Kind.RATIO, Kind.GROWTH, Kind.AVERAGE):
        return relation.whole is None
    place = relation.target.figure.place
    return any(term.fact.figure.place < place for term in relation.inputs)


def allowed(relation: Relation, number: int, rounding: Rounding) -> Interval | None:
    """What the figure ``number`` may be, in base units, given the relation's other figures.

    None when nothing bounds it. Exact for linear relations; for a printed percentage the hull
    over the percentage's own rounding.
    """
    rounding = relation.rounding or rounding
    whole = relation.whole
    if whole is not None:
        others = _whole([*_other_shares(relation, number)], SHARES, rounding)
        return Interval(whole, whole) + -others
    if number == relation.target.number and relation.kind in (Kind.RATIO, Kind.GROWTH):
        return _allowed_quotient(relation, rounding)
    plainly = left_by(relation, number, rounding)
    if plainly is not None:
        return plainly
    intervals = {f.number: f.figure.interval(rounding) for f in relation.facts}
    found: Interval | None = None
    linear = forms(relation, rounding)
    if min(form.get(number, 0) for form in linear) <= 0 <= max(f.get(number, 0) for f in linear):
        return None  # it cancels out, as in a share of itself
    for form in linear:
        own = form[number]
        rest = {n: c for n, c in form.items() if n != number}
        solved = value_range(rest, intervals).times(Fraction(-1) / own)
        found = solved if found is None else found.hull(solved)
    return found


def _other_shares(relation: Relation, number: int) -> Iterator[Term]:
    """What a figure makes a whole with."""
    return (term for term in relation.shares if term.fact.number != number)


def _allowed_quotient(relation: Relation, rounding: Rounding) -> Interval | None:
    over = _whole(relation.inputs, (Role.NUMERATOR, Role.LATER), rounding)
    under = _whole(relation.inputs, (Role.DENOMINATOR, Role.EARLIER), rounding)
    try:
        quotient = over.divided_by(under)
    except ZeroDivisionError:
        return None
    if relation.kind is Kind.GROWTH:
        quotient = quotient + Interval(Fraction(-1), Fraction(-1))
    per_cent = relation.target.figure.is_percent or relation.kind is Kind.GROWTH
    value = quotient.times(HUNDRED) if per_cent else quotient
    return -value if relation.target.sign < 0 else value


def _whole(inputs: Sequence[Term], roles: tuple[Role, ...], rounding: Rounding) -> Interval:
    """The range of a signed sum over distinct figures; a figure entering twice counts once."""
    own = [term for term in inputs if term.role in roles]
    plainly = sum_of(own, rounding)
    if plainly is not None:
        return plainly.interval
    factors: dict[int, Fraction | int] = {}
    facts: dict[int, Fact] = {}
    for term in own:
        number = term.fact.number
        factors[number] = factors.get(number, 0) + term.factor * term.fact.sign
        facts[number] = term.fact
    return value_range(factors, {n: f.figure.interval(rounding) for n, f in facts.items()})


def _printed_sum(terms: Iterable[Term]) -> Fraction:
    return sum_of_products((t.fact.value, t.factor) for t in terms)
