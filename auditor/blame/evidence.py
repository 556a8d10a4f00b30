"""Evidence: what the checked relations say of each figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, reduce
from typing import NamedTuple

from auditor.blame.turned import without_turned
from auditor.checks.verdict import allowed, printed_value, target_is_rounded
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import Interval, point
from auditor.model.relation import Form, Relation, Term, forms_for, value_range
from auditor.model.verdict import Status, Verdict

NOBODY = -1
"""The number of a figure that no fact has: one that may be anything."""

Bound = Callable[[int, int], Interval | None]
"""By the place of a relation and the number of a figure: what the one lets the other be."""


class Evidence(NamedTuple):
    """The relations that were checked, and how each bounds its figures.

    A figure is named by its ``Fact.number``, a relation by its place in ``relations``.
    ``allowed`` is what a relation lets a figure be within rounding, ``agreeing`` where it holds to
    the digit, both in base units; ``at`` are the places of a figure's relations, ``figures`` the
    figures of a relation that could be wrong: all but dashes, what another document says, and
    inputs that nobody printed, such as a margin taken of two figures: their numbers are negative.
    ``mute`` relations could not be checked as printed, such as growth over a negative base: they
    forbid nothing, but with another figure they may agree to the digit.
    """

    relations: Sequence[Relation]
    violated: frozenset[int]
    mute: frozenset[int]
    figures: Sequence[frozenset[int]]
    at: Mapping[int, Sequence[int]]
    facts: Mapping[int, Fact]
    allowed: Bound
    agreeing: Bound
    rounding: Rounding

    def broken(self, number: int) -> list[int]:
        """The violated relations of a figure."""
        return [place for place in self.at[number] if place in self.violated]

    def alone_with(self, number: int, released: frozenset[int]) -> tuple[int, ...]:
        """The figure's relations in which no other of the ``released`` figures stands."""
        own = {number}
        return tuple(p for p in self.at[number] if self.figures[p] & released <= own)

    def only(self, places: frozenset[int]) -> Evidence:
        """The evidence of the relations at these places."""
        left = sorted(places)
        violated = frozenset(i for i, place in enumerate(left) if place in self.violated)
        mute = frozenset(i for i, place in enumerate(left) if place in self.mute)
        return evidence_about([self.relations[p] for p in left], violated, mute, self.rounding)

    def bounds(self, number: int, places: Iterable[int]) -> list[tuple[int, Interval]]:
        """What each relation that bounds the figure allows it to be, with the relation's place."""
        found = ((place, self.allowed(place, number)) for place in places)
        return [(place, interval) for place, interval in found if interval is not None]

    def common(self, number: int, places: Iterable[int]) -> Interval | None:
        """What the figure may be under all these relations; None: nothing, or anything."""
        allowed_each = self.bounds(number, places)
        found = allowed_each[0][1] if allowed_each else None
        for _, other in allowed_each[1:]:
            found = found and found.overlap(other)
        return found


def evidence_of(verdicts: Iterable[Verdict], rounding: Rounding) -> Evidence:
    """The evidence that the verdicts, reached under that rounding, give together.

    That an earlier document published the same confirms nothing: it may have been as wrong.
    """
    able = [v for v in verdicts if v.status is not Status.NOT_CHECKABLE or _is_mute(v)]
    able = [v for v in able if v.status is Status.VIOLATED or not v.relation.is_published]
    able = without_turned(able, rounding)
    contested = {
        key
        for v in able
        if v.status is Status.VIOLATED and v.relation.target.in_table
        for key in _claims(v.relation)
    }
    kept = [
        v
        for v in able
        if v.status is not Status.HOLDS or not contested.intersection(_claims(v.relation))
    ]
    violated = frozenset(i for i, v in enumerate(kept) if v.status is Status.VIOLATED)
    mute = frozenset(i for i, v in enumerate(kept) if v.status is Status.NOT_CHECKABLE)
    return evidence_about([v.relation for v in kept], violated, mute, rounding)


def _is_mute(verdict: Verdict) -> bool:
    """Whether a relation that could not be checked could be, were one of its figures another."""
    relation = verdict.relation
    return not relation.missing and not any(f.figure.nil for f in relation.facts)


def _claims(relation: Relation) -> Iterator[object]:
    """What two relations of a table share that cannot both be meant.

    Two figures of a row have one difference and one rate of growth: where two columns claim it
    (growth as reported, growth at constant rates), or where the same figures are read in two
    ways, the one that happens to hold confirms nothing. The shares of one sum are no rivals: in
    each another figure stands twice.
    """
    table = relation.target.source.table
    yield table, relation.kind, tuple(sorted(term.fact.number for term in relation.inputs))
    yield table, frozenset(fact.number for fact in relation.facts)


def evidence_about(
    relations: Sequence[Relation],
    violated: frozenset[int],
    mute: frozenset[int],
    rounding: Rounding,
) -> Evidence:
    """The evidence of relations, of which the ``violated`` and the ``mute`` are named by place."""

    def bound(place: int, number: int) -> Interval | None:
        return None if place in mute else allowed(relations[place], number, rounding)

    at: dict[int, list[int]] = defaultdict(list)
    facts: dict[int, Fact] = {}
    figures = []
    for place, relation in enumerate(relations):
        own = relation.facts
        in_question = (relation.target,) if relation.is_published else own
        named = frozenset(
            f.number
            for f in in_question
            if not f.figure.nil and (f.number >= 0 or f is relation.target)
        )
        figures.append(named)
        for number in named:
            at[number].append(place)
        for fact in own:
            facts.setdefault(fact.number, fact)
    exact = cache(lambda place, number: agreeing(relations[place], number))
    return Evidence(relations, violated, mute, figures, at, facts, cache(bound), exact, rounding)


def agreeing(relation: Relation, number: int) -> Interval | None:
    """The values of a figure with which the relation agrees to the digit, the others as printed."""
    target = relation.target
    if relation.whole is not None:
        others = (t.fact.value for t in relation.shares if t.fact.number != number)
        return point(relation.whole - sum(others))
    half = target.figure.last_unit / 2 if target_is_rounded(relation) else Fraction(0)
    if number == target.number:
        value = printed_value(relation)
        around = None if value is None else Interval(value - half, value + half)
        return -around if around and target.sign < 0 else around
    stated = Interval(target.figure.value - half, target.figure.value + half)
    values = {f.number: point(f.figure.value) for f in relation.facts} | {target.number: stated}
    linear = forms_for(relation, -stated if target.sign < 0 else stated)
    found = [_solved(form, number, values) for form in linear if form.get(number)]
    return reduce(Interval.hull, found) if len(found) == len(linear) else None


def fitting(relation: Relation, term: Term) -> Interval | None:
    """What a fact in the place of that input must be for the relation to agree to the digit.

    None where nothing bounds it. With a value outside it does not agree; within, how the fact's
    figure is printed may yet forbid it.
    """
    lone = term.fact._replace(number=NOBODY, sign=1)
    open_to_all = with_input(relation, term, lone)
    target, half = relation.target, relation.target.figure.last_unit / 2
    stated = Interval(target.figure.value - half, target.figure.value + half)
    linear = forms_for(open_to_all, -stated if target.sign < 0 else stated)
    own = [form[NOBODY] for form in linear]
    if min(own) <= 0 <= max(own):
        return None
    values = {f.number: point(f.figure.value) for f in relation.facts} | {target.number: stated}
    return reduce(Interval.hull, (_solved(form, NOBODY, values) for form in linear))


def with_input(relation: Relation, term: Term, other: Fact) -> Relation:
    """The relation with another fact in the place of one input."""
    swapped = (replace(t, fact=other) if t is term else t for t in relation.inputs)
    return replace(relation, inputs=tuple(swapped))


def _solved(form: Form, number: int, values: Mapping[int, Interval]) -> Interval:
    """What a figure must be for a linear form to be zero."""
    rest = {n: factor for n, factor in form.items() if n != number}
    return value_range(rest, values).times(Fraction(-1) / form[number])
