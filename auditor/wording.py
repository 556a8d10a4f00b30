"""Wording: relations and findings in sentences that a non-programmer understands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from auditor.document import Source
from auditor.fact import Fact
from auditor.figure import POINTS, Figure
from auditor.interval import Interval
from auditor.relation import Kind, Relation, Role, Term

_NONE = "nothing"
_NEEDS_QUOTES = re.compile(r"[\s'!]")

FARTHEST = 1_000
"""The last column that a person finds by counting, or by scrolling in an editor."""


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


def where(source: Source) -> str:
    """A place in words, as its format counts; "" where nothing tells."""
    if source.line is not None and (is_near(source) or source.table is None):
        far = "" if is_near(source) else f", column {source.column}"
        return f"at line {source.line}{far}"
    if source.sheet or source.cell:
        return f"in {cell_name(source)}"
    if source.page is not None:
        return f"on page {source.page}"
    if source.table is not None:
        row = "" if source.row is None else f", row {source.row}"
        return f"in table {source.table}{row}"
    if source.paragraph is not None:
        story = f"{story_name(source)}, " if story_name(source) else ""
        return f"in {story}paragraph {source.paragraph}"
    return f"in {element_name(source)}" if source.element else ""


def is_near(source: Source) -> bool:
    """Whether one finds it by its line: some web pages are a single line."""
    return source.line is not None and (source.column or 1) <= FARTHEST


def element_name(source: Source) -> str:
    """What an element is called: by its name, such as "footnote 3", or else its id, "#f12"."""
    return story_name(source) or (f"#{source.element}" if source.element else "")


def story_name(source: Source) -> str:
    """The note, text box or the like that counts its own paragraphs; "" for the body."""
    return source.element if source.element and " " in source.element else ""  # no id has blanks


def cell_name(source: Source) -> str:
    """A workbook's cell or sheet, such as "Segments!B7"; a name with blanks in quotes."""
    sheet = source.sheet or ""
    if _NEEDS_QUOTES.search(sheet):
        sheet = "'{}'".format(sheet.replace("'", "''"))
    return "!".join(part for part in (sheet, source.cell) if part)


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
