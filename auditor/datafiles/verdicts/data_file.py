"""Relations: single checks of a data file as all of the auditor knows them, named and cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.figures import data_figure, in_column
from auditor.datafiles.columns.locations import Places
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.verdicts.bound_rules import Bound, Operand
from auditor.model.dataset import Cells, Column, ColumnType, DataRule, DataSet, Shift
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, Figure
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation, Role, Term

Wanted = Sequence[tuple[int, int, tuple[Operand, ...]]]
TIMES = (ColumnType.PERIOD, ColumnType.DATE)


class Cell(NamedTuple):
    """A record and one of its columns of figures."""

    row: int
    column: str


class Group(NamedTuple):
    """One check: its target, and the records that stand in each place of its rule."""

    rule: DataRule
    target: int
    inputs: tuple[tuple[Cells, int, tuple[int, ...]], ...]

    @property
    def cells(self) -> Iterator[Cell]:
        yield Cell(self.target, self.rule.target.column)
        for cells, _, rows in self.inputs:
            yield from (Cell(row, cells.column) for row in rows)


def groups_of(bound: Bound, targets: Rows) -> tuple[Group, ...]:
    """The checks of some targets, by their numbers."""
    found = [_rows_of(operand, targets) for operand in bound.operands]
    return tuple(
        Group(
            bound.rule,
            int(bound.targets[target]),
            tuple(
                (operand.cells, operand.sign, tuple(rows.get(target, ())))
                for operand, rows in zip(bound.operands, found, strict=True)
            ),
        )
        for target in targets.tolist()
    )


def _rows_of(operand: Operand, targets: Rows) -> Mapping[int, Sequence[int]]:
    rows: dict[int, list[int]] = {}
    for target, row in operand.rows_of(targets):
        rows.setdefault(target, []).append(row)
    return rows


def touching(bound: Bound, cells: Mapping[str, NDArray[np.bool_]]) -> Rows:
    """The numbers of the targets whose checks have one of these figures: by column, the records."""
    found = cells[bound.rule.target.column][bound.targets]
    for operand in bound.operands:
        units = np.zeros(len(found), np.bool_)
        units[operand.units[cells[operand.cells.column][operand.rows]]] = True
        found |= units[operand.of_targets]
    return np.flatnonzero(found)


class Reading(NamedTuple):
    """A data file with what is needed to name and to cite its figures."""

    data: DataSet
    records: Records
    places: Places
    path: str

    def relation(self, group: Group) -> Relation:
        """The check as a relation between facts."""
        rule = group.rule
        target = self.fact(Cell(group.target, rule.target.column))
        assert target is not None  # as it is a figure, there is a check
        terms, missing = self._terms(group)
        return Relation(
            rule.kind,
            replace(target, figure=_quoted(target.figure, rule)),
            terms,
            rule.id,
            rule.title,
            rule.why,
            severity=rule.severity,
            missing=missing,
        )

    def _terms(self, group: Group) -> tuple[tuple[Term, ...], tuple[str, ...]]:
        terms, missing = [], []
        for cells, sign, rows in group.inputs:
            role, factor = _role(group.rule, sign)
            facts = [self.fact(Cell(row, cells.column)) for row in rows]
            terms += [Term(fact, factor, role) for fact in facts if fact is not None]
            if not facts or None in facts:
                missing.append(_named(cells))
        return tuple(terms), tuple(missing)

    def fact(self, cell: Cell) -> Fact | None:
        """The figure in a cell; None where there is none."""
        column = self.data.column(cell.column)
        text = self.records.text(cell.column, cell.row)
        figure = data_figure(text)
        if figure is None or cell.row in self.records.ragged:
            return None
        units = self.records.coded.get(column.unit_in)
        unit = units.at(cell.row) if units else ""
        if unit and not self._is_known(unit, column):
            return None
        figure = in_column(figure, column, unit)
        label = self.label(cell)
        return Fact(
            cell.row * len(self.records.names) + self.records.col(cell.column),
            figure,
            self.source(cell, figure.start, figure.end),
            label,
            "",
            period=Period(None, 0, self.moment(cell.row) or label),
        )

    def _is_known(self, unit: str, column: Column) -> bool:
        allowed = self.data.column(column.unit_in).values
        return not allowed or unit in allowed

    def source(self, cell: Cell, start: int = 0, end: int | None = None) -> Source:
        """The place of a cell, or of some of its characters."""
        place = self.places.of(cell.row, self.records.col(cell.column))
        whole = Source(
            self.path,
            *place,
            table=1,
            row=self.records.number(cell.row),
            col=self.records.col(cell.column),
            row_label=self.key(cell.row) or None,
            column_label=cell.column,
        )
        return whole if end is None else whole.narrowed(start, end)

    def key(self, row: int) -> str:
        """The columns that tell a record, with their values: "period 2025-Q1, segment Total"."""
        coded = self.records.coded
        names = self.data.key or tuple(name for name in coded if self._tells(name))
        return ", ".join(f"{name} {coded[name].at(row)}" for name in names)

    def _tells(self, name: str) -> bool:
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


def _quoted(figure: Figure, rule: DataRule) -> Figure:
    """A printed quotient in the unit that its rule says: a growth is in per cent unless it does."""
    if rule.kind is Kind.GROWTH and rule.per_cent is False:
        good_to = figure.accuracy and figure.accuracy * 100
        return replace(figure, unit=PERCENT, scale=figure.scale + 2, accuracy=good_to)
    if rule.kind is Kind.GROWTH or rule.per_cent:
        return replace(figure, unit=PERCENT)
    if rule.kind is Kind.RATIO and rule.per_cent is False:
        return replace(figure, unit="")
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
    return named if cells.shift is Shift.SAME else f"{named}, {cells.shift}"
