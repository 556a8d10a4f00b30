"""Applicable: where a declared calculation that does not hold says something of the figures.

Calculations 1.1 asks each calculation wherever its total and one item are stated. That refuses
filings that are right: a role for the parent company alone meets totals of the group, an item is
stated only for its members, a linkbase lists no row that the page adds up. What is told here is
the fault of a figure only where nothing of that kind explains it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.checks.verdict import allowed
from auditor.model.fact import Fact
from auditor.model.tagging import Context, Tagging
from auditor.relations.tagged.calculations import BoundCalculation, Groups, holds, relation
from auditor.relations.tagged.duplicates import CONVENTIONS, DuplicateFacts
from auditor.relations.tagged.matched import TaggedFact
from auditor.relations.tagged.slipped import is_slipped
from auditor.relations.thresholds import FEWEST_FAILING, MOST_ROWS_LACKED

Item = tuple[DuplicateFacts, Fraction]
Seat = tuple[str, Context, str]
"""A total's concept with its context and unit."""
Shape = tuple[int, frozenset[str]]
"""A calculation, by its place among all, with the items that are stated."""


class Lacking(NamedTuple):
    """A calculation that would hold with rows that its linkbase does not list."""

    bound: BoundCalculation
    rows: tuple[Fact, ...]


class Applied(NamedTuple):
    """The calculations to be checked, and what is wrong with those that blame the linkbase."""

    bound: tuple[BoundCalculation, ...]
    lacking: tuple[Lacking, ...] = ()
    never: tuple[tuple[BoundCalculation, ...], ...] = ()


class Columns:
    """What stands in a table's column: its figures by their rows, tagged or not."""

    def __init__(self, facts: Sequence[Fact], tagged: Sequence[TaggedFact]) -> None:
        by_number = {one.fact.number: one for one in tagged}
        self._figures: dict[tuple[int | None, int | None], list[Fact | TaggedFact]]
        self._figures = defaultdict(list)
        for fact in facts:
            if fact.in_table and not fact.figure.nil:
                found = by_number.get(fact.number, fact)
                self._figures[fact.source.table, fact.source.col].append(found)

    def between(self, bound: BoundCalculation) -> list[TaggedFact]:
        """The other figures of the column between a calculation's own; none across columns."""
        own = [part.chosen for part in bound.parts]
        places = {(one.fact.source.table, one.fact.source.col) for one in own}
        rows = [one.fact.source.row for one in own if one.fact.source.row is not None]
        if len(places) != 1 or len(rows) != len(own):
            return []
        numbers = {one.fact.number for one in own}
        total = bound.total.chosen
        return [
            one if isinstance(one, TaggedFact) else TaggedFact(total.tag, one, total.factor)
            for one in self._figures[places.pop()]
            if _fact(one).number not in numbers
            and min(rows) <= (_fact(one).source.row or 0) <= max(rows)
        ]


def applied(
    bound: Sequence[BoundCalculation], groups: Groups, columns: Columns, tagging: Tagging
) -> Applied:
    """The calculations as they are to be checked."""
    return _Filing(bound, groups, columns, tagging).applied()


class _Filing:
    """All bound calculations of a filing, to be judged beside each other."""

    def __init__(
        self,
        bound: Sequence[BoundCalculation],
        groups: Groups,
        columns: Columns,
        tagging: Tagging,
    ) -> None:
        self._bound, self._groups, self._columns = bound, groups, columns
        self._place = {id(one): number for number, one in enumerate(tagging.calculations)}
        self._within_tuples = tagging.within_tuples
        self._labels = {tag.concept: tag.label for tag in tagging.tags}
        self._linked: dict[str, set[str]] = defaultdict(set)
        for one in tagging.calculations:
            self._linked[one.rule] |= {one.total, *(item for item, _ in one.items)}
        self._holding = {id(b) for b in bound if b.agrees and holds(relation(b, {}))}
        self._shapes = {self._shape(b) for b in bound if id(b) in self._holding}
        self._seats: dict[Seat, list[BoundCalculation]] = defaultdict(list)
        for binding in bound:
            self._seats[_seat(binding)].append(binding)

    def applied(self) -> Applied:
        never = self._never()
        untold = {id(one) for group in never for one in group}
        completed = self._completed()
        lacked: dict[int, Lacking] = {}
        for found in completed.values():
            lacked.setdefault(self._place[id(found.bound.calculation)], found)
        kept: list[BoundCalculation] = []
        for one in self._bound:
            alike = lacked.get(self._place[id(one.calculation)])
            if id(one) in self._holding or not one.agrees:
                kept.append(one)
            elif id(one) in completed:
                kept.append(completed[id(one)].bound)
            elif alike and (whole := self._with_same_rows(one, alike)):
                kept.append(whole)
            elif id(one) not in untold:
                judged = self._judged(one)
                kept.append(judged._replace(doubtful=judged.doubtful or self._has_nested(one)))
        return Applied(tuple(kept), tuple(completed.values()), never)

    def _completed(self) -> Mapping[int, Lacking]:
        """By what was bound, the calculations that hold with rows that they do not list.

        One whose total another calculation gives there is that one's business.
        """
        failing = [b for b in self._bound if id(b) not in self._holding and b.agrees]
        told = {id(b): self._with_rows(b) for b in failing if not self._is_given(b)}
        return {place: found for place, found in told.items() if found is not None}

    def _is_given(self, one: BoundCalculation) -> bool:
        return any(id(other) in self._holding for other in self._seats[_seat(one)])

    def _with_same_rows(self, one: BoundCalculation, alike: Lacking) -> BoundCalculation | None:
        """A calculation with the rows of its column that another column showed to be lacking."""
        more = alike.bound.items[-len(alike.rows) :]
        weights = {row.label: weight for row, (_, weight) in zip(alike.rows, more, strict=True)}
        rows = [row for row in self._columns.between(one) if row.fact.label in weights]
        if not one.displayed or len(rows) != len(weights):
            return None
        added = ((DuplicateFacts((row,), True), weights[row.fact.label]) for row in rows)
        return one._replace(items=(*one.items, *added))

    def _judged(self, one: BoundCalculation) -> BoundCalculation:
        """A calculation that fails: as it is, completed, in doubt, or not to be checked."""
        missing = [c for c, _ in one.calculation.items if c not in one.stated]
        by_members = list(self._with_members(one, missing))
        for whole in by_members:
            if holds(relation(whole, {})):
                return whole
        if not missing or self._shape(one) in self._shapes:
            return one
        unchecked = one._replace(missing=tuple(self._labels.get(c, c) for c in missing))
        if self._is_explained(one):
            return unchecked
        if by_members:
            slips = [whole for whole in by_members if _a_slip_explains(whole)]
            return slips[0]._replace(doubtful=True) if slips else unchecked
        return one._replace(doubtful=one.displayed)

    def _has_nested(self, one: BoundCalculation) -> bool:
        """Whether tuples state more of its items: XBRL 2.1 adds these up too, 1.1 leaves them."""
        return any(concept in self._within_tuples for concept, _ in one.calculation.items)

    def _is_explained(self, one: BoundCalculation) -> bool:
        """Whether another calculation says what the total comes to, there, from more or rightly."""
        others = [o for o in self._seats[_seat(one)] if o is not one]
        return any(id(o) in self._holding or one.stated < o.stated for o in others)

    def _with_rows(self, one: BoundCalculation) -> Lacking | None:
        """The calculation with rows of the printed column that no item of its statement is."""
        if not one.displayed:
            return None
        linked = self._linked[one.calculation.rule]
        tag = one.total.chosen.tag
        rows = [
            row
            for row in self._columns.between(one)
            if row.tag is tag or (row.tag.unit == tag.unit and row.tag.concept not in linked)
        ]
        if not 0 < len(rows) <= MOST_ROWS_LACKED:
            return None
        for chosen in (rows, *((row,) for row in rows if len(rows) > 1)):
            for sign in (1, -1):
                more = tuple((DuplicateFacts((row,), True), Fraction(sign)) for row in chosen)
                whole = one._replace(items=(*one.items, *more))
                if holds(relation(whole, {})):
                    return Lacking(whole, tuple(row.fact for row in chosen))
        return None

    def _with_members(
        self, one: BoundCalculation, missing: Sequence[str]
    ) -> Iterator[BoundCalculation]:
        """The calculation with what is stated of its missing items for members, axis by axis."""
        weights = dict(one.calculation.items)
        stated: dict[str, list[Item]] = defaultdict(list)
        for concept in missing:
            for axis, group in _members(one, self._groups.get(concept, {})):
                stated[axis].append((group, weights[concept]))
        for _, items in sorted(stated.items()):
            yield one._replace(items=(*one.items, *items))

    def _never(self) -> tuple[tuple[BoundCalculation, ...], ...]:
        """The calculations of a page that fail wherever they are asked, and by no slip.

        A sign that is turned each time is none: the weight of the linkbase is.
        """
        found: dict[int, list[BoundCalculation]] = defaultdict(list)
        for one in self._bound:
            found[self._place[id(one.calculation)]].append(one)
        return tuple(
            tuple(group)
            for group in found.values()
            if len(group) >= FEWEST_FAILING
            and all(b.displayed and b.agrees and id(b) not in self._holding for b in group)
            and not any(self._with_rows(b) or not all(_slips(b)) for b in group)
            and not any(len(b.items) < len(b.calculation.items) for b in group)
        )

    def _shape(self, one: BoundCalculation) -> Shape:
        return self._place[id(one.calculation)], one.stated


def _seat(one: BoundCalculation) -> Seat:
    tag = one.total.members[0].tag
    return tag.concept, tag.context, tag.unit


def _fact(one: Fact | TaggedFact) -> Fact:
    return one.fact if isinstance(one, TaggedFact) else one


def _members(
    one: BoundCalculation, stated: Mapping[tuple[Context, str], DuplicateFacts]
) -> Iterator[tuple[str, DuplicateFacts]]:
    """What is stated of an item for one more member than the total is, with that member's axis."""
    tag = one.total.members[0].tag
    own = set(tag.context.parts)
    about = (tag.context.entity, tag.context.start, tag.context.end, tag.context.report)
    for (context, unit), group in stated.items():
        more = set(context.parts) - own
        same = (context.entity, context.start, context.end, context.report) == about
        if same and unit == tag.unit and own < set(context.parts) and len(more) == 1:
            yield more.pop()[0], group


def _a_slip_explains(one: BoundCalculation) -> bool:
    """Whether one figure, mistyped once, is all that keeps the calculation from holding."""
    return next(_slips(one), None) is not None


def _slips(one: BoundCalculation) -> Iterator[bool]:
    """For each figure that a slip may have made wrong, whether only its sign would be."""
    asked = relation(one, {})
    for fact in asked.facts:
        for rounding in CONVENTIONS:
            wanted = allowed(asked, fact.number, rounding)
            if wanted is not None and is_slipped(fact.figure, wanted):
                yield -fact.figure.value in wanted
