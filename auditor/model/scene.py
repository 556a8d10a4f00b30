"""Scenes: everything about a document that a discovery may look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.grid import Grid
from auditor.model.period import Calendar


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A search that was ended in a table, counted from 1, which is too large to be searched all."""

    table: int
    sought: str


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A document with its grids and facts; ``at`` finds a table's fact by (table, row, column).

    Tables count from 1, rows and columns from 0 as in the grids. A scene equals no other, so that
    what discoveries make of it is found by it.
    """

    document: Document
    grids: Sequence[Grid]
    facts: Sequence[Fact]
    at: Mapping[tuple[int, int, int], Fact]
    calendar: Calendar
