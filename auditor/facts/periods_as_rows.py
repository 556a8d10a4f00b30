"""Periods as rows: tables whose rows are times and whose columns are what is stated of them.

Their figures mean what they would mean were the rows columns, and are read so: the label of a row
heads its figures, and the heading of a column is their label.
"""

from __future__ import annotations

from collections.abc import Mapping

from auditor.facts.column_meanings import ColumnMeaning, column_meaning, names_a_time
from auditor.facts.usage import Usage
from auditor.model.grid import Band, Column, Grid, Row
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods

FEWEST_PERIODS = 2
"""Rows that are different times: one alone may be the heading of what stands below it."""

_BESIDE = deferred(
    r"[%％]|\bchange\b|\bgrowth\b|per ?cent|\bpct\b|\bratio\b|\bmargin\b|\brate\b"
    r"|増減|前年比|前期比"
)
"""A column that states something of another column of its row, or of the row above."""
_LETTER = deferred(r"[^\W\d_]")


def headings_of_rows(grid: Grid, band: Band, usage: Usage) -> Mapping[int, ColumnMeaning]:
    """What the labels of a band's rows say of their figures, by row; empty where rows are no times.

    Each row with figures must then be a time or a change between times, and each column be headed
    by words alone.
    """
    if not all(_states_words(column, usage) for column in band.columns):
        return {}
    stated = {place[0] for place in grid.figures}
    found: dict[int, ColumnMeaning] = {}
    for row in band.rows:
        if row.index in stated:
            column = Column(row.index, tuple(filter(None, (row.group, row.label))))
            if not names_a_time(column, usage):
                return {}
            found[row.index] = column_meaning(column, usage, frozenset())
    times = {m.period for m in found.values() if m.period and not m.measure}
    return found if len(times) >= FEWEST_PERIODS else {}


def column_as_row(column: Column) -> Row:
    """The row that a column is in a table so read."""
    return Row(column.index, column.heading)


def _states_words(column: Column, usage: Usage) -> bool:
    """Whether a column is headed by what it states, and not by a time, nor beside another."""
    heading = column.heading
    if not _LETTER.search(heading) or _BESIDE.search(heading.casefold()):
        return False
    return not any(True for _ in periods(heading, usage.calendar))
