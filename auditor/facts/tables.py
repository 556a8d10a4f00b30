"""Tables: the facts that a document's tables state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.facts.column_headings import head_notes
from auditor.facts.column_meanings import ColumnMeaning, column_meaning, inner_first, scope_of
from auditor.facts.compared_columns import ComparedColumns, compared_columns
from auditor.facts.periods_as_rows import column_as_row, headings_of_rows
from auditor.facts.quarter_columns import with_quarters
from auditor.facts.relative_columns import with_relative_periods
from auditor.facts.thresholds import LARGEST_NOTE
from auditor.facts.usage import Usage, unit_of
from auditor.model.document import Cell
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import POINTS, Figure
from auditor.model.grid import Band, Column, Grid, Row
from auditor.model.period import Period
from auditor.notation.units import (
    Unit,
    in_per_cent,
    in_unit,
    row_says_per_cent,
    signed_once,
)
from auditor.notation.vocabulary import Lexicon, cleaned


def table_facts(grid: Grid, usage: Usage, number: int) -> Iterator[Fact]:
    """The facts of a table, row by row; figures are numbered from ``number`` on."""
    for band in grid.bands:
        turned = headings_of_rows(grid, band, usage)
        read = _turned_facts(grid, band, usage, turned, number) if turned else None
        for fact in read or _band_facts(grid, band, usage, number):
            yield fact
            number = fact.number + 1


def _band_facts(grid: Grid, band: Band, usage: Usage, number: int) -> Iterator[Fact]:
    """The facts of a band, row by row."""
    per_cent = _per_cent_columns(grid, band)
    meanings = {c.index: column_meaning(c, usage, per_cent) for c in band.columns}
    headings = with_relative_periods(meanings, _around(grid, band), usage.calendar)
    headings = with_quarters(headings, _around(grid, band), usage.calendar)
    compared, usual = compared_columns(headings), _usual_measures(grid, band, headings)
    unit = unit_of(grid.table, band, usage.unit)
    scope = scope_of((band.title, *inner_first(grid.table.headings)), usage.lexicon)
    columns = [c for c in band.columns if not _numbers_notes(grid, band, c)]
    over = tuple(h.text for h in grid.table.headings)
    for row in band.rows:
        figures = {
            c.index: grid.figures[row.index, c.index]
            for c in columns
            if (row.index, c.index) in grid.figures
        }
        rates = any(f.is_percent and headings[i].measure is None for i, f in figures.items())
        named = _named(row, over, usage.lexicon)
        read = _RowReader(row, named, over, headings, unit, scope, usage, compared, usual, rates)
        for index, figure in figures.items():
            cell = grid.table.rows[row.index][index]
            if cell is None:
                continue
            yield read.fact(number, index, figure, cell)
            number += 1


def _turned_facts(
    grid: Grid, band: Band, usage: Usage, headings: Mapping[int, ColumnMeaning], number: int
) -> Iterator[Fact]:
    """The facts of a band whose rows are times, row by row."""
    headings = with_relative_periods(headings, _around(grid, band), usage.calendar)
    compared = compared_columns(headings)
    usual = {index: meaning.measure or Measure.AMOUNT for index, meaning in headings.items()}
    unit = unit_of(grid.table, band, usage.unit)
    scope = scope_of((band.title, *inner_first(grid.table.headings)), usage.lexicon)
    columns = {c.index: c for c in band.columns if not _numbers_notes(grid, band, c)}
    over = tuple(h.text for h in grid.table.headings)
    readers: dict[int, _RowReader] = {}
    for row, column in sorted(grid.figures):
        if row not in headings or column not in columns:
            continue
        if column not in readers:
            figures = {r: grid.figures[r, column] for r in headings if (r, column) in grid.figures}
            rates = any(f.is_percent and not headings[i].measure for i, f in figures.items())
            turned = column_as_row(columns[column])
            named = _named(turned, over, usage.lexicon)
            readers[column] = _RowReader(
                turned, named, over, headings, unit, scope, usage, compared, usual, rates
            )
        cell = grid.table.rows[row][column]
        if cell is not None:
            fact = readers[column].fact(number, row, grid.figures[row, column], cell)
            yield fact._replace(turned=True)
            number += 1


def _usual_measures(
    grid: Grid, band: Band, headings: Mapping[int, ColumnMeaning]
) -> dict[int, Measure]:
    """What a dash stands for in a column of changes: growth where others in it are per cent."""
    found = {}
    for index, heading in headings.items():
        if heading.measure in (Measure.CHANGE, Measure.GROWTH):
            inside = (grid.figures.get((row.index, index)) for row in band.rows)
            others = [figure.is_percent for figure in inside if figure and not figure.nil]
            of_others = Measure.GROWTH if any(others) else Measure.CHANGE
            found[index] = of_others if others else heading.measure
    return found


def _numbers_notes(grid: Grid, band: Band, column: Column) -> bool:
    """Whether a column states the numbers of notes and no amounts."""
    if not head_notes(column.headings):
        return False
    places = ((row.index, column.index) for row in band.rows)
    stated = [figure for place in places if (figure := grid.figures.get(place))]
    return all(not f.unit and abs(f.value) < LARGEST_NOTE for f in stated)


def _around(grid: Grid, band: Band) -> Iterator[str]:
    """What stands around a table and may say its period, nearest first."""
    yield band.title
    yield from reversed(grid.table.notes)
    yield from inner_first(grid.table.headings)


def _per_cent_columns(grid: Grid, band: Band) -> frozenset[int]:
    """The columns of percentages that show their sign once, beside an amount."""
    rows = {
        row.index: [
            (c.index, f) for c in band.columns if (f := grid.figures.get((row.index, c.index)))
        ]
        for row in band.rows
    }
    columns: dict[int, list[Figure]] = {}
    among_amounts: set[int] = set()
    for stated in rows.values():
        signed = [index for index, figure in stated if figure.is_percent]
        if len(signed) < sum(not figure.nil for _, figure in stated):
            among_amounts.update(signed)
        for index, figure in stated:
            columns.setdefault(index, []).append(figure)
    return frozenset(c for c in among_amounts if signed_once(columns[c]))


class _Named(NamedTuple):
    """What a row's label names: as printed, its concept and the segment that this is of."""

    label: str
    concept: str
    segment: str


def _named(row: Row, over: Sequence[str], lexicon: Lexicon) -> _Named:
    concept = lexicon.concept(row.label)
    return _Named(cleaned(row.label), concept, lexicon.segment(concept, over))


class _RowReader(NamedTuple):
    row: Row
    named: _Named
    over: tuple[str, ...]  # the headings that the table stands under
    headings: Mapping[int, ColumnMeaning]
    unit: Unit
    scope: str
    usage: Usage
    compared: Mapping[int, ComparedColumns]
    usual: Mapping[int, Measure]
    has_rates: bool  # whether an amount of the row is in per cent

    def fact(self, number: int, index: int, figure: Figure, cell: Cell) -> Fact:
        heading = self.headings[index]
        figure = self._with_unit(figure, heading)
        measure = self._measure(figure, heading)
        source = cell.place(figure.start, figure.end)._replace(
            row_label=self.named.label or None,
            column_label=heading.column.heading or None,
        )
        return Fact(
            number,
            figure,
            source,
            self.named.label,
            self.named.concept,
            measure,
            heading.period or self._compared_period(measure, heading),
            self._against(measure, heading),
            heading.scenario,
            self.scope,
            self.named.segment,
            headings=self.over,
        )

    def _with_unit(self, figure: Figure, heading: ColumnMeaning) -> Figure:
        if figure.nil:
            return figure
        if heading.per_cent or (row_says_per_cent(self.row.label) and not _is_money(heading)):
            return in_per_cent(figure)
        unit = heading.unit or self.unit
        if heading.unit and not heading.unit.scale:  # "$ change" names a currency, no scale
            unit = Unit(heading.unit.currency, self.unit.scale)
        return in_unit(figure, unit, self.row.label)

    def _measure(self, figure: Figure, heading: ColumnMeaning) -> Measure:
        """What the column states of this row: "Change" means growth or points by its unit."""
        if heading.measure not in (Measure.CHANGE, Measure.GROWTH):
            return heading.measure or Measure.AMOUNT
        if figure.nil:
            return self.usual[heading.column.index]
        if figure.unit == POINTS:
            return Measure.POINTS
        if figure.is_percent:
            return Measure.POINTS if self.has_rates else Measure.GROWTH
        return Measure.CHANGE

    def _compared_period(self, measure: Measure, heading: ColumnMeaning) -> Period | None:
        return None if measure is Measure.AMOUNT else self.compared[heading.column.index].current

    def _against(self, measure: Measure, heading: ColumnMeaning) -> Comparison | None:
        if measure is Measure.AMOUNT:
            return None
        if measure is Measure.SHARE:
            base = self.usage.lexicon.concept(heading.base) if heading.base else None
            return Comparison(concept=base, text=heading.column.heading)
        compared = self.compared[heading.column.index]
        earlier = heading.earlier or compared.earlier(heading.period or compared.current)
        return Comparison(period=earlier, text=heading.column.heading)


def _is_money(heading: ColumnMeaning) -> bool:
    return heading.unit is not None
