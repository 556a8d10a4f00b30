"""Instances: relations by the places of their figures."""

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


class Cell(NamedTuple):
    """Where a figure stands in a table: the table from 1, its row and column from 0."""

    table: int
    row: int
    column: int
    heading: str  # the reference to the column


class Line(NamedTuple):
    """Where a figure stands in prose: the block, and which of its figures from 1."""

    block: int
    figure: int


class Seat(NamedTuple):
    """A figure of a relation: its place, whether it is added, how it is read, and its label."""

    spot: Cell | Line
    adds: bool
    reads: Reads | None
    label: str


class Instance(NamedTuple):
    """A relation by its places; the inputs that are added come first."""

    relation: Relation
    target: Seat
    inputs: tuple[Seat, ...]

    @property
    def seats(self) -> tuple[Seat, ...]:
        return (self.target, *self.inputs)


class Gazetteer(NamedTuple):
    """The facts as printed and, by number, which figure of its passage each of prose is."""

    atlas: Atlas
    printed: Mapping[int, Fact]
    order: Mapping[int, int]


def instance_of(relation: Relation, gazetteer: Gazetteer) -> Instance | None:
    """The relation by its places; None where a rule cannot say it."""
    target = _seat(Term(relation.target), relation.kind, gazetteer)
    inputs = [_seat(term, relation.kind, gazetteer) for term in relation.inputs]
    seated = tuple(sorted((s for s in inputs if s is not None), key=lambda s: not s.adds))
    if target is None or len(seated) < len(inputs) or not _sayable(relation.kind, seated):
        return None
    return Instance(relation, target, seated)


def adds(term: Term, kind: Kind) -> bool:
    """Whether the term stands among the first operands of its rule."""
    if kind in QUOTIENTS:
        return term.role not in (Role.EARLIER, Role.DENOMINATOR)
    return term.sign > 0


def _sayable(kind: Kind, inputs: tuple[Seat, ...]) -> bool:
    added = sum(seat.adds for seat in inputs)
    if kind is Kind.TIE:
        return len(inputs) == added == 1
    if kind in ONE_EACH:
        return len(inputs) == 2 and added == 1
    if kind in QUOTIENTS:
        return 0 < added < len(inputs)
    return added > 0 and len(inputs) > 1 and (kind is Kind.SUM or added == len(inputs))


def _seat(term: Term, kind: Kind, gazetteer: Gazetteer) -> Seat | None:
    fact = term.fact
    spot = _cell(fact, gazetteer.atlas) or _line(fact, gazetteer.order)
    sign = fact.sign * (term.sign if kind in QUOTIENTS else 1)
    reads = _reads(fact, gazetteer.printed.get(fact.number), sign)
    return spot and Seat(spot, adds(term, kind), reads, fact.label)


def _cell(fact: Fact, atlas: Atlas) -> Cell | None:
    source = fact.source
    if source.table is None or not source.row or not source.col:
        return None
    row, column = source.row - 1, source.col - 1
    if row not in atlas.bands[source.table] or column not in atlas.columns(source.table, row):
        return None
    heading = atlas.column_name(source.table, row, column)
    return Cell(source.table, row, column, heading)


def _line(fact: Fact, order: Mapping[int, int]) -> Line | None:
    return Line(fact.block, order[fact.number]) if fact.number in order else None


def _reads(fact: Fact, printed: Fact | None, sign: int) -> Reads | None:
    if printed is not None and fact.figure != printed.figure:
        return Reads.PER_CENT if fact.figure.unit == PERCENT else Reads.NUMBER
    return Reads.NEGATIVE if sign < 0 else None
