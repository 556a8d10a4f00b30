"""The joint program: what a set of relations asks, all at once, of the values behind figures.

Figures are columns, relations are rows, printed intervals are bounds. Everything is counted in
whole grid steps, a fixed part of each figure's last printed unit, so that tightening bounds is
integer arithmetic, rounded outwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, gcd, lcm
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Form, Relation, forms_for, value_range
from auditor.solve.thresholds import STEPS


class Row(NamedTuple):
    """A sum of factor x column that is at least zero (``floor``), at most (``ceiling``) or both.

    ``relation`` is the place of the relation that asks for it.
    """

    relation: int
    columns: tuple[int, ...]
    factors: tuple[int, ...]
    floor: bool
    ceiling: bool


class Program:
    """Relations over shared figures, in grid steps: ``low`` and ``high`` bound each column."""

    def __init__(self, relations: Sequence[Relation], rounding: Rounding, stretch: int = 0) -> None:
        """``stretch`` widens every printed interval by so many grid steps either side."""
        self.relations = tuple(relations)
        self.rounding = rounding
        facts = {_reading(f): f for relation in relations for f in relation.facts}
        self.facts = tuple(facts.values())
        self._places = {reading: place for place, reading in enumerate(facts)}
        self._units = [f.figure.last_unit for f in self.facts]
        self._intervals = [_stretched(f, rounding, stretch) for f in self.facts]
        ends = list(zip(self._intervals, self._units, strict=True))
        self.low = [floor(interval.low / unit * STEPS) for interval, unit in ends]
        self.high = [ceil(interval.high / unit * STEPS) for interval, unit in ends]
        self.printed = [_steps(f.figure.value, f.figure.last_unit) for f in self.facts]
        self.rows = tuple(row for place in range(len(relations)) for row in self._rows(place))

    @cached_property
    def _read_as(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for place, fact in enumerate(self.facts):
            found[fact.number].append(place)
        return found

    def columns(self, numbers: Collection[int]) -> list[int]:
        """The columns of figures, one for each way in which a figure is read."""
        return sorted(column for number in numbers for column in self._read_as.get(number, ()))

    def _rows(self, place: int) -> Iterator[Row]:
        """What one relation asks."""
        relation = self.relations[place]
        columns = {f.number: self._places[_reading(f)] for f in relation.facts}
        intervals = {number: self._intervals[column] for number, column in columns.items()}
        stated = intervals[relation.target.number]
        asked = forms_for(relation, -stated if relation.target.sign < 0 else stated)
        for side in _sides(asked, intervals):
            entries = [(columns[number], factor) for number, factor in side.form.items() if factor]
            if entries:
                numbers, factors = self._scaled(entries)
                yield Row(place, numbers, factors, side.floor, side.ceiling)

    def _scaled(
        self, entries: Sequence[tuple[int, Fraction | int]]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Columns, and their factors on grid steps, whole and as small as they go."""
        scaled = [factor * self._units[column] for column, factor in entries]
        whole = lcm(*(factor.denominator for factor in scaled))
        factors = [factor.numerator * (whole // factor.denominator) for factor in scaled]
        common = gcd(*factors)
        return tuple(column for column, _ in entries), tuple(f // common for f in factors)

    @cached_property
    def rows_of(self) -> tuple[tuple[int, ...], ...]:
        """The rows that each column stands in."""
        found: list[list[int]] = [[] for _ in self.facts]
        for place, row in enumerate(self.rows):
            for column in row.columns:
                found[column].append(place)
        return tuple(map(tuple, found))

    def rows_without(self, released: Collection[int]) -> list[int]:
        """The rows that still ask something when these figures may be anything."""
        return [place for place in range(len(self.rows)) if self.asks(place, released)]

    def asks(self, place: int, released: Collection[int]) -> bool:
        """Whether a row still asks something when these figures may be anything.

        A printed percentage is no column but what its rows are made of; one of several that make
        a whole is both.
        """
        row = self.rows[place]
        relation = self.relations[row.relation]
        target = relation.target
        if relation.whole is not None and target.number in released:
            return False
        return target.number not in released or self._places[_reading(target)] in row.columns

    def value(self, column: int, steps: int) -> Fraction:
        """Grid steps of a column in base units."""
        return self._units[column] * Fraction(steps, STEPS)

    @cached_property
    def is_tree(self) -> bool:
        """Whether rows and columns form no cycle: then bounds that stay apart are met together.

        The two rows of a printed percentage share their columns and count as a cycle, but for
        those of one base, which bound a quotient between two values.
        """
        joined = _Joined(len(self.facts))
        seen: set[tuple[int, tuple[int, ...]]] = set()
        for row in self.rows:
            if (row.relation, row.columns) in seen:
                continue
            seen.add((row.relation, row.columns))
            if not all(joined.joins(row.columns[0], other) for other in row.columns[1:]):
                return False
        return True


class _Joined:
    """Numbers from nought grouped by having been joined."""

    def __init__(self, count: int) -> None:
        self._over = list(range(count))

    def group(self, member: int) -> int:
        over = self._over
        while over[member] != member:
            over[member] = over[over[member]]
            member = over[member]
        return member

    def joins(self, one: int, other: int) -> bool:
        """Whether the two were apart until now."""
        a, b = self.group(one), self.group(other)
        self._over[a] = b
        return a != b


def components(relations: Sequence[Relation]) -> list[list[int]]:
    """The places of relations that share figures, directly or through others, together."""
    places: dict[int, int] = {}
    for relation in relations:
        for fact in relation.facts:
            places.setdefault(fact.number, len(places))
    joined = _Joined(len(places))
    for relation in relations:
        for fact in relation.facts:
            if not fact.figure.nil:
                joined.joins(places[fact.number], places[_anchor(relation).number])
    found: dict[int, list[int]] = defaultdict(list)
    for place, relation in enumerate(relations):
        found[joined.group(places[_anchor(relation).number])].append(place)
    return list(found.values())


def _anchor(relation: Relation) -> Fact:
    """A figure of the relation that ties it to others: a dash is nought everywhere."""
    return next((f for f in relation.facts if not f.figure.nil), relation.target)


def _reading(fact: Fact) -> tuple[int, int]:
    """A figure in the scale it is read in: "1.5" may be read as such and as thousands."""
    return fact.number, fact.figure.scale


def _stretched(fact: Fact, rounding: Rounding, steps: int) -> Interval:
    """The closed interval behind a figure, so many grid steps wider either side."""
    interval = fact.figure.interval(rounding)
    by = fact.figure.last_unit * Fraction(0 if fact.figure.nil else steps, STEPS)
    return Interval(interval.low - by, interval.high + by)


def _steps(value: Fraction, unit: Fraction) -> int:
    """A value on the grid; figures print whole and half units, which lie on it."""
    return int(value / unit * STEPS)


class _Side(NamedTuple):
    """A form that is at least zero, at most zero, or both."""

    form: Form
    floor: bool
    ceiling: bool


def _sides(asked: tuple[Form, ...], intervals: Mapping[int, Interval]) -> Iterator[_Side]:
    """What the forms of a relation ask.

    The two forms of a printed quotient differ by its width times its base, whose sign says which
    of them is the larger; a base of no certain sign asks for nothing.
    """
    at_low, at_high = asked[0], asked[-1]
    apart = {n: factor - at_high.get(n, 0) for n, factor in at_low.items()}
    if not any(apart.values()):
        yield _Side(at_low, floor=True, ceiling=True)
        return
    base = value_range(apart, intervals)
    if base.positive or base.negative:
        yield _Side(at_low, base.positive, base.negative)
        yield _Side(at_high, base.negative, base.positive)
