"""Wording: relations and findings in sentences that a non-programmer understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from auditor.checks.verdict import printed_value
from auditor.findings.places import where
from auditor.findings.thresholds import COMMON, MOST_LISTED
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import POINTS, Figure
from auditor.model.finding import Suspect
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Verdict
from auditor.notation.numerals import printed

_NONE = "nothing"
OPEN = "More than one figure may be wrong."
NAMELESS = {True: "a row without a label", False: "a figure in the text"}
"""What a fact without a label is called, by whether it stands in a table."""
FOLLOWED = "No single wrong figure explains this, as what is computed from {text} agrees with it."


def sentence(relation: Relation, computed: str) -> str:
    """What the relation says against what is printed; ``computed`` is what the inputs give."""
    target = relation.target
    name, text = subject(target), target.text
    if relation.kind is Kind.TIE:
        other = relation.inputs[0].fact
        return (_published if relation.is_published else _stated_twice)(name, target, other)
    given = working(relation, computed)
    if relation.kind in (Kind.GROWTH, Kind.RATIO):
        plainly = f"{name}: {text}{_against(target)} is printed, but {given}."
        return plainly if relation.whole is None else _shares(relation)
    if relation.kind is Kind.DIFFERENCE and all(t.role is Role.PART for t in relation.inputs):
        return f"{name} is printed as {text}, but the difference is {computed}: {given}."
    if relation.kind in (Kind.POINTS, Kind.DIFFERENCE):
        return f"{name}: a change of {text}{_against(target)} is printed, but {given}."
    if relation.kind is Kind.AVERAGE:
        return f"{name} is printed as {text}, but the average is off: {given}."
    return f"{name} is printed as {text}, but its parts give {computed}: {given}."


def files_named(relation: Relation) -> str:
    """Which figures stand in which file, where they stand in several; else ""."""
    facts = [fact for fact in relation.facts if fact.text]
    paths = dict.fromkeys(fact.source.path for fact in facts)
    if len(paths) == 1 or relation.kind is Kind.TIE:
        return ""
    first, *others = (_in_file([f for f in facts if f.source.path == path]) for path in paths)
    return f"That is {first} against {' and '.join(others)}."


def _in_file(facts: Sequence[Fact]) -> str:
    """Where figures of one file stand: "1,302 in statements.csv at line 3"."""
    source = facts[0].source
    if len(facts) == 1:
        return f"{facts[0].text} {where_in_file(source)}"
    lines = sorted({fact.source.line for fact in facts if fact.source.line is not None})
    if not lines:
        return f"{len(facts)} figures in {_page(source)}"
    at = f"line {lines[0]}" if len(lines) == 1 else f"lines {lines[0]} to {lines[-1]}"
    return f"{len(facts)} figures in {_page(source)} at {at}"


def _stated_twice(name: str, fact: Fact, other: Fact) -> str:
    here, there = place(fact), place(other)
    if fact.source.path != other.source.path:  # pages of one document, or files that go together
        here, there = where_in_file(fact.source), where_in_file(other.source)
    return f"{name} is {fact.text} {here}, but {other.text} {there}."


def _page(source: Source) -> str:
    return re.split(r"[/\\]", source.path)[-1]


def where_in_file(source: Source) -> str:
    """A place in words, its file among others named too: "in segments.csv at line 3"."""
    return f"in {_page(source)} {where(source)}".strip()


def _published(name: str, fact: Fact, other: Fact) -> str:
    there = " ".join(filter(None, (f"in {other.source.path}", where(other.source))))
    return (
        f"{name} is {fact.text} {place(fact)}, but {other.text} was published {there},"
        " and nothing says that it was restated."
    )


def working(relation: Relation, computed: str) -> str:
    """The calculation with the printed figures, as for a pocket calculator."""
    if relation.kind is Kind.TIE:
        return f"{relation.target.text} against {relation.inputs[0].fact.text}"
    if relation.whole is not None:
        return f"{calculation(relation)} = {_total(relation)}"
    return f"{calculation(relation)} = {computed}"


def _shares(relation: Relation) -> str:
    """What shares come to in words, beginning with the first of them."""
    first = relation.shares[0].fact
    others = len(relation.shares) - 1
    what = f"{subject(first)} and the {others} others of its whole"
    return f"{what} add up to {_total(relation)}, not to {relation.whole}."


def _total(relation: Relation) -> str:
    """What figures that make a whole add up to as printed."""
    facts = [term.fact for term in relation.shares]
    finest = min(facts, key=lambda fact: fact.figure.place)
    return printed(sum((fact.value for fact in facts), Fraction()), finest.figure)


def calculation(relation: Relation) -> str:
    """What the target follows from, in the figures as printed: "26,444 / 25,000 - 1"."""
    inputs = relation.inputs
    if relation.whole is not None:
        return _sum(relation.shares)
    if relation.kind in (Kind.GROWTH, Kind.RATIO):
        inputs = _unturned(inputs)
        over = _chain(t for t in inputs if t.role in (Role.LATER, Role.NUMERATOR))
        under = _chain(t for t in inputs if t.role in (Role.EARLIER, Role.DENOMINATOR))
        return f"{over} / {under}{' - 1' if relation.kind is Kind.GROWTH else ''}"
    if relation.kind is Kind.AVERAGE:
        return f"({_sum(inputs)}) / {len(inputs)}"
    return _sum(inputs)


def tie_words(verdict: Verdict) -> str:
    """A check that holds, as a tick list has it: "14,007 = 630 + 3,871, within rounding"."""
    relation = verdict.relation
    how = "to the digit" if verdict.exact else "within rounding"
    if relation.whole is not None:
        return f"{calculation(relation)} = {relation.whole}, {how}"
    return f"{relation.target.text} = {calculation(relation)}, {how}"


def _unturned(inputs: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of a quotient as they are printed, where all of them are turned round."""
    if not all(term.fact.sign < 0 for term in inputs):
        return inputs
    return tuple(replace(term, fact=term.fact._replace(sign=1)) for term in inputs)


def computed(relation: Relation) -> str:
    """What the printed inputs give, in the target's style."""
    value = printed_value(relation)
    if value is None:
        return "?"
    return printed(relation.target.sign * value, relation.target.figure)


def joint_sentence(relations: Sequence[Relation]) -> str:
    """What relations that hold one by one say together."""
    steps = "; ".join(step(relation) for relation in relations[:MOST_LISTED])
    more = len(relations) - MOST_LISTED
    return (
        "Each of these agrees within rounding, but no unrounded values satisfy them together:"
        f" {steps}{f'; and {more} more' if more > 0 else ''}."
    )


def step(relation: Relation) -> str:
    """One relation as for a pocket calculator, with what is printed where it differs."""
    target, given = relation.target, computed(relation)
    if relation.whole is not None:
        return working(relation, given)
    against = "" if given == target.text else f" (printed {target.text})"
    return f"{subject(target)}: {working(relation, given)}{against}"


def accusation(
    fact: Fact, suspects: Sequence[Suspect], *, named: bool, in_files: bool = False
) -> Iterator[str]:
    """Which figure is wrong, as far as one can tell, and how that came about.

    ``named``: the sentence before does not say already which figure is meant; ``in_files``: figures
    of several files are in question.
    """
    placed = where_in_file if in_files else where
    first = suspects[0]
    alike = [s for s in suspects if s.confidence >= COMMON * first.confidence]
    if len(alike) > 1:
        names = [f"{s.citation.text} {placed(s.citation.source)}" for s in alike]
        yield f"One of these is wrong, and nothing tells which: {', '.join(names)}."
    else:
        if named:
            should = f", which should be {first.suggestion}" if first.suggestion else ""
            here = placed(fact.source)
            yield f"Most likely wrong is {fact.text} {here}, {_called(fact)}{should}."
        if first.slip:
            yield f"It seems that {first.slip}."


def reserve(fact: Fact, *, is_open: bool, is_followed: bool) -> Iterator[str]:
    """What else than a figure being wrong would explain the same, or follows from it."""
    if is_open:
        yield OPEN
    if is_followed:
        yield FOLLOWED.format(text=fact.text)


def subject(fact: Fact) -> str:
    """What a fact is about: its label, and its period or column where they tell."""
    called = _called(fact)
    return called if fact.label else f"{called[0].upper()}{called[1:]}"


def _called(fact: Fact) -> str:
    """The same within a sentence: what has no label begins with a small letter."""
    label = fact.label or NAMELESS[fact.in_table]
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


def interval_ends(interval: Interval, figure: Figure) -> tuple[str, str]:
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
