"""Blanks: an empty cell as the part of a sum that it is, nothing but in its place."""

from __future__ import annotations

from auditor.model.document import Cell, Table
from auditor.model.fact import Fact
from auditor.model.figure import Figure

_NUMBERS_PER_TABLE = 10**9
"""How far apart the numbers of two tables' empty cells begin: more than any table has cells."""


def blank_fact(table: Table, row: int, column: int, cell: Cell) -> Fact:
    """The empty cell at (row, column), both from 0; its number is negative, as no figure's is."""
    number = -(table.number * _NUMBERS_PER_TABLE + row * table.width + column + 1)
    return Fact(number, Figure("", 0, 0, 0, nil=True), cell.source, "", "")
