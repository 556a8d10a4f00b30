"""Drafts: rules that declare exactly the relations of a signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.facts.locators import Atlas
from auditor.model.fact import Fact
from auditor.model.relation import Relation
from auditor.model.rule import Operand, Place, Rule
from auditor.suggest.placed_relations import (
    QUOTIENTS,
    CellPlace,
    PassagePlace,
    PlacedFigure,
    adds,
)
from auditor.suggest.signatures import Signature, signature
from auditor.suggest.thresholds import MOST_LINES_TRIED

Arithmetic = tuple[object, ...]


class Draft(NamedTuple):
    """A rule still without its words, and what it is to declare."""

    rule: Rule
    signature: Signature


class DraftContext(NamedTuple):
    """What drafts are tried on: the document's names, and what a rule declares there.

    ``declared`` gives the relations of a rule that can be checked; ``known`` is the arithmetic of
    all that were discovered.
    """

    atlas: Atlas
    declared: Callable[[Rule], Iterable[Relation]]
    known: frozenset[Arithmetic]


def drafts(wanted: Signature, context: DraftContext) -> Iterator[Draft]:
    """The plainest rule that declares all of the signature and nothing that was not discovered.

    Where none does, rules for its instances, one by one, as far as rules can say them.
    """
    arithmetic = {arithmetic_of(i.relation) for i in wanted.instances}
    for rule in _plainest_first(wanted, context.atlas):
        if arithmetic <= _made(rule, context):
            yield Draft(rule, wanted)
            return
    if len(wanted.instances) > 1:
        for instance in wanted.instances:
            yield from drafts(signature([instance], by_row=wanted.by_row), context)


def _made(rule: Rule, context: DraftContext) -> set[Arithmetic]:
    """What a rule declares; none of it where it declares what was not discovered."""
    made = set()
    for relation in context.declared(rule):
        arithmetic = arithmetic_of(relation)
        if arithmetic not in context.known:
            return set()
        made.add(arithmetic)
    return made


def arithmetic_of(relation: Relation) -> Arithmetic:
    """What two relations share that check the same figures, read alike, in the same way."""
    target = relation.target
    quotient = relation.kind in QUOTIENTS
    inputs = sorted(
        (*_read(t.fact), t.sign * t.fact.sign, quotient and adds(t, relation.kind))
        for t in relation.inputs
    )
    return relation.kind, *_read(target), target.sign, *inputs


def _read(fact: Fact) -> tuple[int, str, int]:
    return fact.number, fact.figure.unit, fact.figure.scale


def _plainest_first(wanted: Signature, atlas: Atlas) -> Iterator[Rule]:
    """The rule for every row or column of the table, then the one for those that are named."""
    for every in (True, False) if _is_frequent(wanted, atlas) else (False,):
        places = _places(wanted, atlas, every=every)
        if places is not None:
            yield _rule(wanted, places)


def _is_frequent(wanted: Signature, atlas: Atlas) -> bool:
    """Whether the pattern is found in so many of the rows, or columns, that all may be tried."""
    where = wanted.first.target.where
    if not isinstance(where, CellPlace):
        return True
    table = where.table
    lines = atlas.bands[table] if wanted.by_row else atlas.columns(table, where.row)
    return len(lines) <= MOST_LINES_TRIED * len(wanted.instances)


def _rule(wanted: Signature, places: Sequence[Place]) -> Rule:
    target, *operands = (Operand("", place=place) for place in places)
    added = [figure.adds for figure in wanted.first.inputs]
    return Rule(
        "",
        wanted.kind,
        "",
        target,
        tuple(o for o, plus in zip(operands, added, strict=True) if plus),
        tuple(o for o, plus in zip(operands, added, strict=True) if not plus),
        severity=wanted.severity,
    )


def _places(wanted: Signature, atlas: Atlas, *, every: bool) -> list[Place] | None:
    """The places of the target and its operands; None if they cannot be said of every row."""
    found = []
    target = _Axes(wanted, 0)
    for nth in range(len(wanted.first.figures)):
        own = _Axes(wanted, nth)
        place = _passage(own.figure, atlas) or (
            _named(own, atlas, every=every) if nth == 0 else _relative(own, target, atlas)
        )
        if every and nth and _goes_by(place, by_row=wanted.by_row):
            return None
        found.append(place)
    return found


def _goes_by(place: Place, *, by_row: bool) -> bool:
    """Whether a place names several rows, or columns, that go with the target's."""
    return len(place.rows if by_row else place.columns) > 1


class _Axes(NamedTuple):
    """One figure of a signature, looked at down its rows or along its columns."""

    wanted: Signature
    nth: int

    @property
    def figure(self) -> PlacedFigure:
        return self.wanted.first.figures[self.nth]

    @property
    def down(self) -> list[CellPlace | PassagePlace]:
        return [line[0].figures[self.nth].where for line in self.wanted.lines]

    @property
    def along(self) -> list[CellPlace | PassagePlace]:
        return [instance.figures[self.nth].where for instance in self.wanted.lines[0]]

    def rows(self, atlas: Atlas) -> tuple[str, ...]:
        return tuple(atlas.row_name(c.table, c.row) for c in self.down if isinstance(c, CellPlace))

    def columns(self) -> tuple[str, ...]:
        return tuple(c.heading for c in self.along if isinstance(c, CellPlace))


def _passage(figure: PlacedFigure, atlas: Atlas) -> Place | None:
    where = figure.where
    if isinstance(where, CellPlace):
        return None
    passage = atlas.passage_name(where.block)
    return Place(passage=passage, figure=where.figure, reads=figure.reads)


def _named(own: _Axes, atlas: Atlas, *, every: bool) -> Place:
    """The target's place; ``every``: in all rows, or columns, that the pattern goes on along."""
    by_row = own.wanted.by_row
    return Place(
        _table(own.figure, atlas),
        () if every and by_row else own.rows(atlas),
        () if every and not by_row else own.columns(),
        reads=own.figure.reads,
    )


def _relative(own: _Axes, target: _Axes, atlas: Atlas) -> Place:
    """An operand's place, what it shares with the target left out."""
    same_table = _table_of(own.figure) == _table_of(target.figure)
    rows, columns = own.rows(atlas), own.columns()
    shares_row = same_table and _places_alike(own.down, target.down, "row")
    shares_column = same_table and _places_alike(own.along, target.along, "column")
    return Place(
        "" if same_table else _table(own.figure, atlas),
        () if shares_row else _once(rows),
        () if shares_column else _once(columns),
        reads=own.figure.reads,
    )


def _places_alike(
    one: Sequence[CellPlace | PassagePlace], other: Sequence[CellPlace | PassagePlace], axis: str
) -> bool:
    return [getattr(c, axis) for c in one] == [getattr(c, axis) for c in other]


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names; one that all are, once."""
    return names[:1] if len(set(names)) == 1 else names


def _table_of(figure: PlacedFigure) -> int | None:
    return figure.where.table if isinstance(figure.where, CellPlace) else None


def _table(figure: PlacedFigure, atlas: Atlas) -> str:
    number = _table_of(figure)
    return "" if number is None else atlas.table_name(number)
