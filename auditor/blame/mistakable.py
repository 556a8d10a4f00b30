"""Mistakable: which figures of a document may be taken for another, found by their values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import cached_property

from auditor.model.fact import Fact
from auditor.model.interval import Interval


class Alternatives:
    """Facts of different values, each the first in the document that states its value."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._first: dict[Fraction, Fact] = {}
        for fact in facts:
            self._first.setdefault(fact.figure.value, fact)

    def count(self, known: AbstractSet[Fraction]) -> int:
        """How many there are whose figures say none of the ``known`` values."""
        return len(self._first) - sum(value in self._first for value in known)

    def within(self, interval: Interval | None, known: AbstractSet[Fraction]) -> list[Fact]:
        """Those of them with a value in the interval or at its ends, in the document's order.

        All where there is no interval.
        """
        values, places = self._by_value
        if interval is not None:
            first, last = bisect_left(values, interval.low), bisect_right(values, interval.high)
            places = sorted(places[first:last])
        else:
            places = range(len(values))
        found = (self._in_order[place] for place in places)
        return [fact for fact in found if fact.figure.value not in known]

    @cached_property
    def _in_order(self) -> Sequence[Fact]:
        return list(self._first.values())

    @cached_property
    def _by_value(self) -> tuple[Sequence[Fraction], Sequence[int]]:
        """The values in order, and the place in the document's order of each."""
        pairs = sorted((fact.value, place) for place, fact in enumerate(self._in_order))
        return [value for value, _ in pairs], [place for _, place in pairs]


class Mistakable:
    """The facts of a document by what they state."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_concept: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.concept and not fact.figure.nil:
                self._by_concept[fact.concept].append(fact)
        self._known: dict[Hashable, Alternatives] = {}

    def for_(self, fact: Fact) -> Alternatives:
        """The facts of the same concept that one thing only tells apart from this one."""
        told = fact.concept, _counted(fact), _told_by(fact)
        if told not in self._known:
            others = self._by_concept.get(fact.concept, ())
            self._known[told] = Alternatives(f for f in others if _differ_in_one(f, fact))
        return self._known[told]


def _differ_in_one(other: Fact, fact: Fact) -> bool:
    if _counted(other) != _counted(fact):
        return False
    return sum(a != b for a, b in zip(_told_by(other), _told_by(fact), strict=True)) == 1


def _counted(fact: Fact) -> tuple[Hashable, ...]:
    """What two figures must share to be taken for each other."""
    return fact.measure, fact.figure.unit, fact.figure.scale


def _told_by(fact: Fact) -> tuple[Hashable, ...]:
    """What tells two facts of a concept apart."""
    return fact.period, fact.scenario, (fact.scope, fact.segment)
