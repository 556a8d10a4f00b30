"""Mistakable: which figures of a document may be taken for another, found by their values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from math import ceil, floor, lcm
from operator import itemgetter

from auditor.model.fact import Fact
from auditor.model.interval import Interval

Value = tuple[int, int]
"""A value as a ratio of whole numbers, which is quicker to look up than a fraction."""


def value_of(fact: Fact) -> Value:
    """What the fact's figure says."""
    return fact.figure.value.as_integer_ratio()


class Alternatives:
    """Facts of different values, each the first in the document that states its value."""

    def __init__(self, facts: Mapping[Value, Fact]) -> None:
        self._facts = facts

    def count(self, known: AbstractSet[Value]) -> int:
        """How many there are whose figures say none of the ``known`` values."""
        return len(self._facts) - sum(value in self._facts for value in known)

    def within(self, interval: Interval | None, known: AbstractSet[Value]) -> list[Fact]:
        """Those of them with a value in the interval or at its ends, in the document's order.

        All where there is no interval.
        """
        found: Iterable[Fact] = self._facts.values()
        if interval is not None:
            units, values, facts = self._by_value
            first = bisect_left(values, ceil(interval.low * units))
            found = facts[first : bisect_right(values, floor(interval.high * units))]
        unknown = (fact for fact in found if value_of(fact) not in known)
        return sorted(unknown, key=lambda fact: fact.number)

    @cached_property
    def _by_value(self) -> tuple[int, Sequence[int], Sequence[Fact]]:
        """In how many units a whole is counted, the facts' values in them, and the facts so."""
        units = lcm(*{below for _, below in self._facts})
        counted = [
            (fact.sign * above * (units // below), fact)
            for (above, below), fact in self._facts.items()
        ]
        counted.sort(key=itemgetter(0))
        return units, [value for value, _ in counted], [fact for _, fact in counted]


Stated = dict[tuple[Hashable, ...], dict[Value, Fact]]
"""By what tells facts apart, the first fact of each value."""


class Mistakable:
    """The facts of a document, in its order, by what they state."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._stated: dict[Hashable, Stated] = {}
        for fact in facts:
            if fact.concept and not fact.figure.nil:
                alike = self._stated.setdefault(_shared(fact), {})
                alike.setdefault(_told_by(fact), {}).setdefault(value_of(fact), fact)
        self._known: dict[Hashable, Alternatives] = {}

    def for_(self, fact: Fact) -> Alternatives:
        """The facts of the same concept that one thing only tells apart from this one."""
        asked = _shared(fact), _told_by(fact)
        if asked not in self._known:
            self._known[asked] = Alternatives(self._differing_in_one(fact))
        return self._known[asked]

    def _differing_in_one(self, fact: Fact) -> Mapping[Value, Fact]:
        own = _told_by(fact)
        found: dict[Value, Fact] = {}
        for other, facts in self._stated.get(_shared(fact), {}).items():
            if sum(a != b for a, b in zip(other, own, strict=True)) == 1:
                for value, one in facts.items():
                    if value not in found or one.number < found[value].number:
                        found[value] = one
        return found


def _shared(fact: Fact) -> Hashable:
    """What two facts must share for their figures to be taken for each other."""
    return fact.concept, fact.measure, fact.figure.unit, fact.figure.scale


def _told_by(fact: Fact) -> tuple[Hashable, ...]:
    """What tells two facts of a concept apart."""
    return fact.period, fact.scenario, (fact.scope, fact.segment)
