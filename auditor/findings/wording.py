"""Wording: relations and findings in sentences that a non-programmer understands."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from auditor.findings.places import where
from auditor.model.fact import Fact
from auditor.model.figure import POINTS, Figure
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term

_NONE = "nothing"


def sentence(relation: Relation, computed: str) -> str:
    """What the relation says against what is printed; ``computed`` is what the inputs give."""
    target = relation.target
    name, printed = subject(target), target.text
    if relation.kind is Kind.TIE:
        other = relation.inputs[0].fact
        return f"{name} is {printed} {place(target)}, but {other.text} {place(other)}."
    given = working(relation, computed)
    if relation.kind in (Kind.GROWTH, Kind.RATIO):
        return f"{name}: {printed}{_against(target)} is printed, but {given}."
    if relation.kind is Kind.DIFFERENCE and all(t.role is Role.PART for t in relation.inputs):
        return f"{name} is printed as {printed}, but the difference is {computed}: {given}."
    if relation.kind in (Kind.POINTS, Kind.DIFFERENCE):
        return f"{name}: a change of {printed}{_against(target)} is printed, but {given}."
    if relation.kind is Kind.AVERAGE:
        return f"{name} is printed as {printed}, but the average is off: {given}."
    return f"{name} is printed as {printed}, but its parts give {computed}: {given}."


def working(relation: Relation, computed: str) -> str:
    """The calculation with the printed figures, as for a pocket calculator."""
    inputs = relation.inputs
    if relation.kind in (Kind.GROWTH, Kind.RATIO):
        over = _chain(t for t in inputs if t.role in (Role.LATER, Role.NUMERATOR))
        under = _chain(t for t in inputs if t.role in (Role.EARLIER, Role.DENOMINATOR))
        less = " - 1" if relation.kind is Kind.GROWTH else ""
        return f"{over} / {under}{less} = {computed}"
    if relation.kind is Kind.TIE:
        return f"{relation.target.text} against {inputs[0].fact.text}"
    if relation.kind is Kind.AVERAGE:
        return f"({_sum(inputs)}) / {len(inputs)} = {computed}"
    return f"{_sum(inputs)} = {computed}"


def subject(fact: Fact) -> str:
    """What a fact is about: its label, and its period or column where they tell."""
    label = fact.label or "This figure"
    when = fact.period.label.partition(" (")[0] if fact.period else ""
    if not when and fact.in_table:
        when = fact.source.column_label or ""
    return f"{label} ({when})" if when and when.casefold() not in label.casefold() else label


def place(fact: Fact) -> str:
    """Where a fact stands, in words."""
    return where(fact.source)


def _against(target: Fact) -> str:
    against = target.against
    if against is None or not against.text or target.in_table:
        return ""
    link = "from" if target.figure.unit == POINTS else "compared with"
    return f" {link} {against.text}"


def _chain(terms: Iterable[Term]) -> str:
    listed = tuple(terms)
    return _sum(listed) if len(listed) == 1 else f"({_sum(listed)})"


def _sum(terms: Iterable[Term]) -> str:
    text = ""
    for term in terms:
        if not term.fact.text:  # an empty cell
            continue
        minus = term.sign * term.fact.sign < 0
        joint = (" - " if minus else " + ") if text else ("-" if minus else "")
        text += joint + _weighted(term)
    return text or _NONE


def _weighted(term: Term) -> str:
    """The figure with its weight; a weight that only moves the point changes the unit."""
    weight = max(term.weight, 1 / term.weight)
    moves = weight.denominator == 1 and str(weight).strip("0") == "1"
    return term.fact.text if moves else f"{term.weight} x {term.fact.text}"


def ends(interval: Interval, figure: Figure) -> tuple[str, str]:
    """An interval's ends in a figure's printed unit, two digits finer than it is printed."""
    unit = Fraction(10) ** figure.scale
    places = max(0, -figure.exponent) + 2
    return decimal(interval.low / unit, places), decimal(interval.high / unit, places)


def decimal(value: Fraction, places: int) -> str:
    """A value as a decimal string, rounded half away from zero at ``places`` decimals."""
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    digits = f"{whole:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 and whole else text
