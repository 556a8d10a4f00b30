"""Formulas as relations: what a workbook's own formulas say of the figures that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from auditor.model.document import Document, Table
from auditor.model.fact import Fact
from auditor.model.formula import Formula, Operand
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.notation.numerals import cell_figure
from auditor.relations.blanks import blank_fact

RULE = "formula"
PER_CENT = 2
"""The power of ten from a stored 0.12 to the value of 12 %."""

_QUOTIENTS = (Kind.RATIO, Kind.GROWTH)


def formula_relations(document: Document, facts: Iterable[Fact]) -> Iterator[Relation]:
    """What the document's formulas say of its facts.

    A formula computes with what its cells store. So it speaks of the figures only as far as all
    of them are read in the unit that they are stored in, or all in the same other one.
    """
    if not document.formulas:
        return
    seen = _Seen(
        {(f.source.table, f.source.row, f.source.col): f for f in facts if f.in_table},
        {table.number: table for table in document.tables},
    )
    for formula in document.formulas:
        relation = _relation(formula, seen)
        if relation is not None:
            yield relation


def without_sums_of_quotients(
    relations: Iterable[Relation], document: Document
) -> Iterator[Relation]:
    """The relations but for sums of what the workbook divides, each by another cell.

    A price or a cost a head does not add up over months, whatever the row is called. Shares of one
    whole do: they are all divided by the same.
    """
    bases: dict[_At, frozenset[_At]] = {
        (formula.target.table, formula.target.row, formula.target.column): frozenset(
            (one.table, one.row, one.column) for one in formula.operands if one.under
        )
        for formula in document.formulas
        if formula.kind == Kind.RATIO
    }
    for relation in relations:
        if not (bases and relation.kind is Kind.SUM and _divided_apart(relation, bases)):
            yield relation


_At = tuple[int | None, int | None, int | None]


def _divided_apart(relation: Relation, bases: Mapping[_At, frozenset[_At]]) -> bool:
    """Whether all inputs of a relation are divided, and not by the same."""
    sources = [term.fact.source for term in relation.inputs]
    under = [bases.get((one.table, one.row, one.col)) for one in sources]
    return all(under) and len({*under}) > 1


class _Read(NamedTuple):
    """A fact behind an operand; ``unit`` is the power of ten from what is stored to its value."""

    fact: Fact
    operand: Operand
    unit: int


class _Seen(NamedTuple):
    facts: Mapping[tuple[int | None, int | None, int | None], Fact]
    tables: Mapping[int, Table]

    def read(self, operand: Operand) -> _Read | None:
        """The operand's figure, or its blank cell; None for a cell read as something else."""
        fact = self.facts.get((operand.table, operand.row, operand.column))
        table, row, column = self.tables[operand.table], operand.row - 1, operand.column - 1
        cell = table.rows[row][column]
        if cell is None or (fact is None and cell.text):
            return None
        if fact is None:
            return _Read(blank_fact(table, row, column, cell), operand, 0)
        alone = cell_figure(cell.text)
        if alone is None:
            return None
        return _Read(fact, operand, fact.figure.scale - alone.scale - operand.shift)


def _relation(formula: Formula, seen: _Seen) -> Relation | None:
    target = seen.read(formula.target)
    read = [seen.read(operand) for operand in formula.operands]
    inputs = [one for one in read if one is not None]
    if target is None or not target.fact.text or len(inputs) < len(read):
        return None
    if Kind(formula.kind) in _QUOTIENTS:
        kind, terms = _quotient(formula, target, inputs)
    else:
        kind, terms = _sum(formula, target, inputs)
    if not terms:
        return None
    why = f"The workbook computes it: {formula.text}."
    if formula.exact:
        terms = tuple(replace(term, fact=_exactly(term.fact)) for term in terms)
    return Relation(kind, target.fact, terms, RULE, why=why)


def _exactly(fact: Fact) -> Fact:
    """The fact without any rounding: what is shown of it is all there is."""
    return fact._replace(figure=fact.figure._replace(accuracy=Fraction(0)))


Terms = tuple[Term, ...]


def _sum(formula: Formula, target: _Read, inputs: Sequence[_Read]) -> tuple[Kind, Terms]:
    """The terms of a sum, an average or a tie; none where the figures are in different units."""
    kind = Kind(formula.kind)
    if len(_units((target, *inputs))) > 1:
        return kind, ()
    role = Role.SAME if kind is Kind.TIE else Role.PART
    signs = [one.operand.sign * target.operand.sign for one in inputs]
    if kind is Kind.TIE and signs == [-1]:
        kind, role = Kind.SUM, Role.PART
    return kind, tuple(Term(one.fact, sign, role) for one, sign in zip(inputs, signs, strict=True))


def _quotient(formula: Formula, target: _Read, inputs: Sequence[_Read]) -> tuple[Kind, Terms]:
    """The terms of a ratio or growth; none where it is shown as something else.

    A growth that is not shown in per cent is the ratio of the difference to its base.
    """
    per_cent = target.fact.figure.is_percent
    kind = Kind.GROWTH if per_cent and formula.kind == Kind.GROWTH else Kind.RATIO
    shown_so = target.unit == (PER_CENT if per_cent else 0) and target.operand.sign > 0
    if not shown_so or len(_units(inputs)) > 1:
        return kind, ()
    over, under = Role.NUMERATOR, Role.DENOMINATOR
    if kind is Kind.GROWTH:
        over, under = Role.LATER, Role.EARLIER
    terms = [
        Term(one.fact, one.operand.sign, under if one.operand.under else over) for one in inputs
    ]
    if formula.kind == Kind.GROWTH and kind is Kind.RATIO:
        terms += [Term(t.fact, -t.sign, over) for t in terms if t.role is under]
    return kind, tuple(terms)


def _units(read: Iterable[_Read]) -> frozenset[int]:
    """The powers of ten between what is stored and what is read, nothing at all left out."""
    return frozenset(one.unit for one in read if not one.fact.figure.nil)
