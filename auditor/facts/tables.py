"""Extraction: the facts that a document's tables state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from auditor.model.document import Cell, Document, Passage, Table
from auditor.model.fact import CONSOLIDATED, RESULT, Comparison, Fact, Measure
from auditor.model.figure import POINTS, Figure
from auditor.model.grid import Band, Column, Grid, Row
from auditor.model.period import Calendar, Period
from auditor.notation.numerals import cell_figure
from auditor.notation.periods import calendar_of, periods
from auditor.notation.units import (
    Unit,
    in_per_cent,
    in_unit,
    row_says_per_cent,
    says_per_cent,
    signed_once,
    stated_unit,
)
from auditor.notation.vocabulary import Lexicon, cleaned

_YEAR = re.compile(r"(?:19|20)\d\d")
CHANGES = (Measure.CHANGE, Measure.GROWTH, Measure.POINTS)


class Reading(NamedTuple):
    """How to read a document: its words, its fiscal calendar and its usual unit."""

    lexicon: Lexicon
    calendar: Calendar
    unit: Unit


class Heading(NamedTuple):
    """What a column's headings say of the figures below."""

    column: Column
    period: Period | None
    scenario: str
    measure: Measure | None
    base: str
    per_cent: bool
    unit: Unit | None


def reading_of(document: Document, lexicon: Lexicon) -> Reading:
    """How to read this document."""
    texts = [p.text for p in document.passages]
    for table in document.tables:
        texts.extend(cell.text for row in table.rows for cell in row if cell and cell.text)
    units = Counter(u for t in document.tables if (u := table_unit(t)) is not None)
    usual = units.most_common(1)[0][0] if units else Unit()
    return Reading(lexicon, calendar_of(texts), usual)


def table_unit(table: Table) -> Unit | None:
    """The unit stated in the notes above a table, in its corner or in its nearest heading."""
    corners = [row[0].text for row in table.rows[:2] if row and row[0] and not _has_figures(row)]
    inner = [h.text for h in table.headings[-2:]][::-1]
    return stated_unit((*reversed(table.notes), *corners, *inner))


def _has_figures(row: Sequence[Cell | None]) -> bool:
    """Whether a row states figures beside its label; years may head columns."""
    texts = [cell.text for cell in row[1:] if cell]
    return any(not _YEAR.fullmatch(t.strip()) and cell_figure(t) is not None for t in texts)


def table_facts(grid: Grid, reading: Reading, number: int) -> Iterator[Fact]:
    """The facts of a table, row by row; figures are numbered from ``number`` on."""
    for band in grid.bands:
        per_cent = _per_cent_columns(grid, band)
        headings = {c.index: _heading(c, reading, per_cent) for c in band.columns}
        unit = table_unit(grid.table) or _band_unit(band) or reading.unit
        scope = _scope((band.title, *_inner_first(grid.table.headings)), reading.lexicon)
        for row in band.rows:
            figures = {
                c.index: grid.figures[row.index, c.index]
                for c in band.columns
                if (row.index, c.index) in grid.figures
            }
            for index, figure in figures.items():
                cell = grid.table.rows[row.index][index]
                if cell is None:
                    continue
                read = _RowReader(grid, band, row, headings, figures, unit, scope, reading)
                yield read.fact(number, index, figure, cell)
                number += 1


def _per_cent_columns(grid: Grid, band: Band) -> frozenset[int]:
    """The columns of percentages that show their sign once, beside an amount."""
    rows = {
        row.index: [
            (c.index, f) for c in band.columns if (f := grid.figures.get((row.index, c.index)))
        ]
        for row in band.rows
    }
    columns: dict[int, list[Figure]] = {}
    beside: set[int] = set()
    for stated in rows.values():
        signed = [index for index, figure in stated if figure.is_percent]
        if len(signed) < sum(not figure.nil for _, figure in stated):
            beside.update(signed)
        for index, figure in stated:
            columns.setdefault(index, []).append(figure)
    return frozenset(c for c in beside if signed_once(columns[c]))


def _band_unit(band: Band) -> Unit | None:
    """The unit in a note among the headings, "(in thousands)", which holds for every column."""
    notes = (t for c in band.columns for t in c.headings if t.startswith("("))
    return next((u for note in notes if (u := stated_unit((note,))) and u.scale), None)


class _RowReader(NamedTuple):
    grid: Grid
    band: Band
    row: Row
    headings: dict[int, Heading]
    figures: dict[int, Figure]
    unit: Unit
    scope: str
    reading: Reading

    def fact(self, number: int, index: int, figure: Figure, cell: Cell) -> Fact:
        heading = self.headings[index]
        lexicon = self.reading.lexicon
        figure = self._with_unit(figure, heading)
        measure = self._measure(figure, heading)
        concept = lexicon.concept(self.row.label)
        label = cleaned(self.row.label)
        source = replace(
            cell.place(figure.start, figure.end),
            row_label=label or None,
            column_label=heading.column.heading or None,
        )
        return Fact(
            number,
            figure,
            source,
            label,
            concept,
            measure,
            heading.period or (None if measure is Measure.AMOUNT else self._current(heading)),
            self._against(measure, heading),
            heading.scenario,
            self.scope,
            lexicon.segment(concept, self.headings_over),
            headings=self.headings_over,
        )

    @property
    def headings_over(self) -> tuple[str, ...]:
        return tuple(h.text for h in self.grid.table.headings)

    def _with_unit(self, figure: Figure, heading: Heading) -> Figure:
        if figure.nil:
            return figure
        if heading.per_cent or (row_says_per_cent(self.row.label) and not _is_money(heading)):
            return in_per_cent(figure)
        unit = heading.unit or self.unit
        if heading.unit and not heading.unit.scale:  # "$ change" names a currency, no scale
            unit = Unit(heading.unit.currency, self.unit.scale)
        return in_unit(figure, unit, self.row.label)

    def _measure(self, figure: Figure, heading: Heading) -> Measure:
        """What the column states of this row: "Change" means growth or points by its unit."""
        if heading.measure not in (Measure.CHANGE, Measure.GROWTH):
            return heading.measure or Measure.AMOUNT
        if figure.nil:
            return self._usual_measure(heading.column.index, heading.measure)
        if figure.unit == POINTS:
            return Measure.POINTS
        if figure.is_percent:
            amounts = [f for i, f in self.figures.items() if self._states_amount(i)]
            return Measure.POINTS if any(f.is_percent for f in amounts) else Measure.GROWTH
        return Measure.CHANGE

    def _usual_measure(self, index: int, named: Measure) -> Measure:
        """What a dash in the column stands for: growth where the figures beside it are per cent."""
        beside = [
            figure
            for row in self.band.rows
            if (figure := self.grid.figures.get((row.index, index))) and not figure.nil
        ]
        if not beside:
            return named
        return Measure.GROWTH if any(f.is_percent for f in beside) else Measure.CHANGE

    def _states_amount(self, index: int) -> bool:
        return self.headings[index].measure is None

    def _against(self, measure: Measure, heading: Heading) -> Comparison | None:
        if measure is Measure.AMOUNT:
            return None
        if measure is Measure.SHARE:
            base = self.reading.lexicon.concept(heading.base) if heading.base else None
            return Comparison(concept=base, text=heading.column.heading)
        current = heading.period or self._current(heading)
        earlier = self._earlier(current, heading)
        return Comparison(period=earlier, text=heading.column.heading)

    def _periods(self, heading: Heading) -> list[Period]:
        """The periods of the amounts that a column compares, in printed order, each once."""
        return _stated(self._compared(heading)) or _stated(self.headings.values())

    def _compared(self, heading: Heading) -> list[Heading]:
        """The columns to the left of one of changes, back to another after which others begin.

        Two blocks stand side by side so: "2025, 2024, change" of the quarter, then of the half.
        """
        left = [h for i, h in self.headings.items() if i < heading.column.index]
        while left and left[-1].measure in CHANGES:
            left.pop()
        begins = [n for n, h in enumerate(left, start=1) if h.measure in CHANGES]
        return left[begins[-1] :] if begins else left

    def _current(self, heading: Heading) -> Period | None:
        return next(iter(self._periods(heading)), None)

    def _earlier(self, current: Period | None, heading: Heading) -> Period | None:
        others = [p for p in self._periods(heading) if p != current]
        if current and current.year_before in others:
            return next(p for p in others if p == current.year_before)
        return next(iter(others), None)


def _stated(headings: Iterable[Heading]) -> list[Period]:
    """The periods of the results among the amounts."""
    found = [h.period for h in headings if h.period and h.measure is None and h.scenario == RESULT]
    return list(dict.fromkeys(found))


def _is_money(heading: Heading) -> bool:
    return heading.unit is not None


def _heading(column: Column, reading: Reading, per_cent: AbstractSet[int]) -> Heading:
    lexicon = reading.lexicon
    scenario = next((s for t in column.headings if (s := lexicon.scenarios.name(t))), RESULT)
    named = next(((m, t) for t in reversed(column.headings) if (m := lexicon.measure(t))), None)
    return Heading(
        column,
        _period(column, reading.calendar),
        scenario,
        named[0] if named else None,
        lexicon.measures.rest(named[1]) if named else "",
        column.index in per_cent or any(says_per_cent(text) for text in column.headings),
        stated_unit(reversed(column.headings)),
    )


def _inner_first(headings: Sequence[Passage]) -> list[str]:
    return [h.text for h in reversed(headings)]


def _scope(texts: Iterable[str], lexicon: Lexicon) -> str:
    """The scope that the nearest wording names."""
    for text in texts:
        named = lexicon.scopes.name(text)
        if named:
            return named
    return CONSOLIDATED


def _period(column: Column, calendar: Calendar) -> Period | None:
    """The period a column's headings name together ("Three months ended" over "June 30, 2020")."""
    whole = [p for _, _, p in periods(column.heading, calendar)]
    spans = [p for p in whole if not p.is_instant]
    if spans or whole:
        return (spans or whole)[-1]
    apart = [p for text in column.headings for _, _, p in periods(text, calendar)]
    return apart[-1] if apart else None
