"""Placed rules: the relations of rules that say where in the document their figures stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.facts.locators import Atlas
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT
from auditor.model.relation import Kind, Relation, Term
from auditor.model.rule import Operand, Place, Reads, Rule
from auditor.relations.blanks import blank_fact
from auditor.relations.declared.book import Book
from auditor.relations.declared.roles import role_of

ADDING = (Kind.SUM, Kind.DIFFERENCE)
"""Kinds to which an empty cell adds nothing; elsewhere it is absent."""


class TargetCell(NamedTuple):
    """Where a target stands: the numbers are those of its row and column among the rule's."""

    table: int
    row: int
    column: int
    nth_row: int
    nth_column: int


def placed(rule: Rule, book: Book) -> Iterator[Relation]:
    """Each target that is printed with its operands; one that is not printed is missing."""
    place, atlas = rule.target.place, book.atlas
    if place is None:
        return
    if place.passage:
        target = _in_passage(place, book)
        if target is not None:
            yield _relation(rule, target, None, book, atlas)
        return
    for spot in _spots(place, atlas):
        target = book.by_cell.get((spot.table, spot.row + 1, spot.column + 1))
        if target is not None:
            yield _relation(rule, _read(target, place.reads), spot, book, atlas)


def _spots(place: Place, atlas: Atlas) -> Iterator[TargetCell]:
    """The cells that a target's place names, row by row."""
    table = atlas.table(place.table)
    if table is None:
        return
    rows = [atlas.row(table, name) for name in place.rows] or atlas.rows(table)
    for nth_row, row in enumerate(rows):
        if row is None:
            continue
        named = [atlas.column(table, row, name) for name in place.columns]
        for nth_column, column in enumerate(named or atlas.columns(table, row)):
            if column is not None:
                yield TargetCell(table, row, column, nth_row, nth_column)


def _relation(
    rule: Rule, target: Fact, spot: TargetCell | None, book: Book, atlas: Atlas
) -> Relation:
    terms: list[Term] = []
    missing: list[str] = []
    for operand, sign in (*((o, 1) for o in rule.plus), *((o, -1) for o in rule.minus)):
        place = operand.place or Place()
        found = _operand(place, spot, book, atlas, blanks=rule.kind in ADDING)
        if found is None:
            missing.append(_words(operand))
        else:
            role, signed = role_of(rule.kind, sign)
            terms.append(Term(_read(found, place.reads), signed, role))
    return Relation(
        rule.kind,
        target,
        tuple(terms),
        rule.id,
        rule.title,
        rule.why,
        severity=rule.severity,
        missing=tuple(missing),
    )


def _operand(
    place: Place, spot: TargetCell | None, book: Book, atlas: Atlas, *, blanks: bool
) -> Fact | None:
    if place.passage:
        return _in_passage(place, book)
    cell = _cell(place, spot, atlas)
    if cell is None:
        return None
    table, row, column = cell
    found = book.by_cell.get((table, row + 1, column + 1))
    return found or (_blank(atlas, *cell) if blanks else None)


def _cell(place: Place, spot: TargetCell | None, atlas: Atlas) -> tuple[int, int, int] | None:
    """(table, row, column) of an operand, what it does not say taken from the target."""
    table = atlas.table(place.table) if place.table else spot and spot.table
    if table is None:
        return None
    row = _row(place, spot, table, atlas)
    column = None if row is None else _column(place, spot, (table, row), atlas)
    return None if row is None or column is None else (table, row, column)


def _row(place: Place, spot: TargetCell | None, table: int, atlas: Atlas) -> int | None:
    if place.rows:
        return atlas.row(table, _paired(place.rows, spot.nth_row if spot else 0))
    if spot is None or spot.table == table:
        return spot and spot.row
    return atlas.row(table, atlas.row_name(spot.table, spot.row))


def _column(place: Place, spot: TargetCell | None, at: tuple[int, int], atlas: Atlas) -> int | None:
    if place.columns:
        return atlas.column(*at, _paired(place.columns, spot.nth_column if spot else 0))
    if spot is None or spot.table == at[0]:
        return spot and spot.column
    return atlas.column(*at, atlas.column_name(spot.table, spot.row, spot.column))


def _paired(names: Sequence[str], nth: int) -> str:
    """The name that goes with the target's; one name goes with all."""
    return names[nth] if nth < len(names) and len(names) > 1 else names[0]


def _in_passage(place: Place, book: Book) -> Fact | None:
    block = book.atlas.passage(place.passage)
    figures = book.by_passage.get(block, []) if block is not None else []
    return _read(figures[place.figure - 1], place.reads) if place.figure <= len(figures) else None


def _read(fact: Fact, reads: Reads | None) -> Fact:
    """The fact as its rule reads it; but for the rule's word a figure counts as it is printed."""
    if reads is Reads.PER_CENT:
        return fact._replace(figure=fact.figure._replace(unit=PERCENT, scale=0), sign=1)
    if reads is Reads.NUMBER:
        return fact._replace(figure=fact.figure._replace(unit="", scale=0), sign=1)
    sign = -1 if reads is Reads.NEGATIVE else 1
    return fact if fact.sign == sign else fact._replace(sign=sign)


def _blank(atlas: Atlas, number: int, row: int, column: int) -> Fact | None:
    """An empty cell as a part that adds nothing; None where something stands in it."""
    table = atlas.tables[number]
    cells = table.rows[row]
    cell = cells[column] if column < len(cells) else None
    if cell is None or cell.text.strip():
        return None
    return blank_fact(table, row, column, cell)


def _words(operand: Operand) -> str:
    place = operand.place or Place()
    return ", ".join((*place.rows, *place.columns)) or place.passage or place.table
