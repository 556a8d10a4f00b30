"""Placed relations: relations by the places of their figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from auditor.facts.locators import Atlas
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.rule import Reads

QUOTIENTS = (Kind.GROWTH, Kind.RATIO)
ONE_EACH = (Kind.DIFFERENCE, Kind.POINTS)


class CellPlace(NamedTuple):
    """Where a figure stands in a table: the table from 1, its row and column from 0."""

    table: int
    row: int
    column: int
    heading: str  # the reference to the column


class PassagePlace(NamedTuple):
    """Where a figure stands in prose: the block, and which of its figures from 1."""

    block: int
    figure: int


class PlacedFigure(NamedTuple):
    """A relation's figure: its place, whether it is added, how it is read, its label, its time."""

    where: CellPlace | PassagePlace
    adds: bool
    reads: Reads | None
    label: str
    when: str


class PlacedRelation(NamedTuple):
    """A relation by its places; the inputs that are added come first."""

    relation: Relation
    target: PlacedFigure
    inputs: tuple[PlacedFigure, ...]

    @property
    def figures(self) -> tuple[PlacedFigure, ...]:
        return (self.target, *self.inputs)


class FactPlaces(NamedTuple):
    """The facts as printed and, by number, which figure of its passage each of prose is."""

    atlas: Atlas
    printed: Mapping[int, Fact]
    order: Mapping[int, int]


def placed_relation(relation: Relation, places: FactPlaces) -> PlacedRelation | None:
    """The relation by its places; None where a rule cannot say it."""
    target = _placed(Term(relation.target), relation.kind, places)
    inputs = [_placed(term, relation.kind, places) for term in relation.inputs]
    placed = tuple(sorted((i for i in inputs if i is not None), key=lambda i: not i.adds))
    if target is None or len(placed) < len(inputs) or not _sayable(relation.kind, placed):
        return None
    return PlacedRelation(relation, target, placed)


def adds(term: Term, kind: Kind) -> bool:
    """Whether the term stands among the first operands of its rule."""
    if kind in QUOTIENTS:
        return term.role not in (Role.EARLIER, Role.DENOMINATOR)
    return term.sign > 0


def _sayable(kind: Kind, inputs: tuple[PlacedFigure, ...]) -> bool:
    """Whether a rule of that kind can have these operands."""
    added = sum(figure.adds for figure in inputs)
    if kind is Kind.TIE:
        return len(inputs) == added == 1
    if kind in ONE_EACH:
        return len(inputs) == 2 and added == 1
    if kind in QUOTIENTS:
        return 0 < added < len(inputs)
    return added > 0 and len(inputs) > 1 and (kind is Kind.SUM or added == len(inputs))


def _placed(term: Term, kind: Kind, places: FactPlaces) -> PlacedFigure | None:
    """The term's figure by its place; None where rules have no name for the place."""
    fact = term.fact
    where = _cell_place(fact, places.atlas) or _passage_place(fact, places.order)
    sign = fact.sign * (term.sign if kind in QUOTIENTS else 1)
    reads = _reads(fact, places.printed.get(fact.number), sign)
    when = fact.period.label.partition(" (")[0] if fact.period else ""
    return where and PlacedFigure(where, adds(term, kind), reads, fact.label, when)


def _cell_place(fact: Fact, atlas: Atlas) -> CellPlace | None:
    source = fact.source
    if source.table is None or not source.row or not source.col:
        return None
    row, column = source.row - 1, source.col - 1
    if row not in atlas.bands[source.table] or column not in atlas.columns(source.table, row):
        return None
    heading = atlas.column_name(source.table, row, column)
    return CellPlace(source.table, row, column, heading)


def _passage_place(fact: Fact, order: Mapping[int, int]) -> PassagePlace | None:
    return PassagePlace(fact.block, order[fact.number]) if fact.number in order else None


def _reads(fact: Fact, printed: Fact | None, sign: int) -> Reads | None:
    if printed is not None and fact.figure != printed.figure:
        return Reads.PER_CENT if fact.figure.unit == PERCENT else Reads.NUMBER
    return Reads.NEGATIVE if sign < 0 else None
