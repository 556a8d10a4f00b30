"""Grids: tables with their headings, rows and figures told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.model.document import Table
from auditor.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its index from 0 in the table, with its headings from top to bottom."""

    index: int
    headings: tuple[str, ...]

    @property
    def heading(self) -> str:
        return " ".join(self.headings)


@dataclass(frozen=True, slots=True)
class Row:
    """A body row by its index from 0 in the table.

    ``group`` is the label of the row without figures that it stands under ("" for none).
    """

    index: int
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Consecutive body rows under one set of column headings.

    ``title`` is what stands in the corner of the header, ``header`` the indices of its rows;
    ``columns`` are those that hold figures.
    """

    title: str
    header: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its bands from top to bottom, and its figures by (row, column) from 0.

    ``unknown`` are the numbers in a notation that is not known, each by its place in its cell.
    """

    table: Table
    bands: tuple[Band, ...]
    figures: Mapping[tuple[int, int], Figure]
    unknown: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
