"""A data file as people name and cite it: its checks as relations, its cells as facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from auditor.datafiles.columns.figures import data_figure, in_column
from auditor.datafiles.columns.locations import Places
from auditor.datafiles.columns.records import Records
from auditor.datafiles.verdicts.bound_rules import TIMES
from auditor.datafiles.verdicts.checks import Cell, Check
from auditor.model.dataset import Cells, DataRule, DataSet, DeclaredColumn, Shift, is_found
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, Figure
from auditor.model.period import Period
from auditor.model.relation import Kind, Origin, Relation, Role, Term


class DataFile(NamedTuple):
    """A data file with what is needed to name and to cite its figures.

    ``data`` is what a rule file declares of it, ``places`` are the lines of the records that may be
    cited, ``path`` is the file as the user names it. Its facts are numbered from ``first`` on, so
    that those of several files can be told apart.
    """

    data: DataSet
    records: Records
    places: Places
    path: str
    first: int = 0

    def relation(self, check: Check) -> Relation:
        """The check as a relation between facts."""
        return relation_of(check, self.fact)

    def fact(self, cell: Cell) -> Fact | None:
        """The figure in a cell; None where there is none."""
        column = self.data.column(cell.column)
        text = self.records.text(cell.column, cell.row)
        figure = None if column.is_blank(text) else data_figure(text, column.point)
        if figure is None or cell.row in self.records.ragged:
            return None
        units = self.records.coded.get(column.unit_in)
        unit = units.at(cell.row) if units else ""
        if unit and not self._may_be_in(unit, column):
            return None
        figure = in_column(figure, column, unit)
        label = self.label(cell)
        return Fact(
            self.first + cell.row * len(self.records.names) + self.records.col(cell.column),
            figure,
            self.source(cell, figure.start, figure.end),
            label,
            "",
            period=Period(None, 0, self.moment(cell.row) or label),
        )

    def _may_be_in(self, unit: str, column: DeclaredColumn) -> bool:
        allowed = self.data.column(column.unit_in).values
        return not allowed or unit in allowed

    def source(self, cell: Cell, start: int = 0, end: int | None = None) -> Source:
        """The place of a cell, or of some of its characters."""
        place = self.places.of(cell.row, self.records.col(cell.column))
        whole = Source(
            self.path,
            place,
            table=1,
            row=self.records.number(cell.row),
            col=self.records.col(cell.column),
            row_label=self.key(cell.row) or None,
            column_label=cell.column,
        )
        return whole if end is None else whole.narrowed(start, end)

    def key(self, row: int) -> str:
        """The values that identify a record: "period 2025-Q1, segment Total"."""
        coded = self.records.coded
        names = self.data.key or tuple(name for name in coded if self._identifies(name))
        return ", ".join(f"{name} {coded[name].at(row)}" for name in names if name in coded)

    def _identifies(self, name: str) -> bool:
        return all(name != column.unit_in for column in self.data.columns)

    def label(self, cell: Cell) -> str:
        """What a figure is called: its key, with the column where several hold figures."""
        key = self.key(cell.row)
        if len(self.records.printed) > 1 or not key:
            return f"{cell.column}, {key}" if key else cell.column
        return key

    def moment(self, row: int) -> str:
        """When a record is of, if it says so."""
        times = (c.name for c in self.data.columns if c.type in TIMES)
        name = next((name for name in times if name in self.records.coded), None)
        return self.records.coded[name].at(row) if name else ""


def relation_of(check: Check, fact_in: Callable[[Cell], Fact | None]) -> Relation:
    """A check as a relation between the facts that stand in its cells."""
    rule = check.rule
    target = fact_in(Cell(check.target, rule.target.column))
    assert target is not None  # as it is a figure, there is a check
    terms, missing = _terms(check, fact_in)
    return Relation(
        rule.kind,
        target._replace(figure=_quoted(target.figure, rule)),
        terms,
        rule.id,
        rule.title,
        rule.why,
        origin=Origin.DISCOVERED if is_found(rule.id) else Origin.DECLARED,
        severity=rule.severity,
        missing=missing,
    )


def _terms(
    check: Check, fact_in: Callable[[Cell], Fact | None]
) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    terms, missing = [], []
    for cells, sign, rows in check.inputs:
        role, factor = _role(check.rule, sign)
        facts = [fact_in(Cell(row, cells.column)) for row in rows]
        terms += [Term(fact, factor, role) for fact in facts if fact is not None]
        if not facts or None in facts:
            missing.append(_named(cells))
    return tuple(terms), tuple(missing)


def _quoted(figure: Figure, rule: DataRule) -> Figure:
    """A printed quotient in the unit that its rule says: a growth is in per cent unless it does."""
    if rule.kind is Kind.GROWTH and rule.per_cent is False:
        good_to = figure.accuracy and figure.accuracy * 100
        return figure._replace(unit=PERCENT, scale=figure.scale + 2, accuracy=good_to)
    if rule.kind is Kind.GROWTH or rule.per_cent:
        return figure._replace(unit=PERCENT)
    if rule.kind is Kind.RATIO and rule.per_cent is False:
        return figure._replace(unit="")
    return figure


def _role(rule: DataRule, sign: int) -> tuple[Role, int]:
    """What an operand does, and its sign in the relation."""
    if rule.kind is Kind.GROWTH:
        return (Role.LATER if sign > 0 else Role.EARLIER), 1
    if rule.kind is Kind.RATIO:
        return (Role.NUMERATOR if sign > 0 else Role.DENOMINATOR), 1
    shifted = any(cells.shift is not Shift.SAME for cells in rule.minus)
    if rule.kind is Kind.POINTS or (rule.kind is Kind.DIFFERENCE and shifted):
        return (Role.LATER if sign > 0 else Role.EARLIER), sign
    return (Role.SAME if rule.kind is Kind.TIE else Role.PART), sign


def _named(cells: Cells) -> str:
    """An operand in words: "segment Cloud", "metric Revenue a year before"."""
    where = ", ".join(f"{name} {' or '.join(values) or 'others'}" for name, values in cells.where)
    named = where or cells.column
    if cells.every:
        named = f"{named} of every {' and '.join(cells.every)}"
    return named if cells.shift is Shift.SAME else f"{named}, {cells.shift}"
