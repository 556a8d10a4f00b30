"""Unreadable cells: sums that pass over a cell nobody understood are not told to be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation
from auditor.model.verdict import Status, Verdict

_UNREAD = "could not be read"
_WITHOUT_VALUE = {
    "stand-in": "says that an amount is not given",
    "error": "is the error of a program",
    "inexact": "is no one value",
}


class _Cell(NamedTuple):
    table: int
    row: int
    col: int


class _Box(NamedTuple):
    """The cells from the first to the last row and column of a relation's figures."""

    table: int
    rows: range
    cols: range

    def holds(self, cell: _Cell) -> bool:
        return cell.table == self.table and cell.row in self.rows and cell.col in self.cols


def declined_around(
    verdicts: Sequence[Verdict], not_read: Iterable[Citation], facts: Iterable[Fact]
) -> tuple[Verdict, ...]:
    """The verdicts, violated sums set aside that pass over nothing but what has no value.

    A sum that passes over other figures as well has chosen its parts, and means what it says.
    """
    unread = {
        cell: f"“{one.text}” stands among its parts and {_WITHOUT_VALUE.get(one.role, _UNREAD)}"
        for one in not_read
        if (cell := _cell(one.source)) is not None
    }
    if not unread or not any(v.status is Status.VIOLATED for v in verdicts):
        return tuple(verdicts)
    tables = {cell.table for cell in unread}
    read = [cell for f in facts if (cell := _cell(f.source)) is not None and cell.table in tables]
    unread = {cell: why for cell, why in unread.items() if cell not in read}

    def judged(verdict: Verdict) -> Verdict:
        if verdict.status is not Status.VIOLATED:
            return verdict
        reason = _passed_over(verdict.relation, unread, read)
        if not reason:
            return verdict
        return replace(verdict, status=Status.NOT_CHECKABLE, residual=None, reason=reason)

    return tuple(judged(verdict) for verdict in verdicts)


def _passed_over(relation: Relation, unread: dict[_Cell, str], read: Sequence[_Cell]) -> str:
    """Why a sum cannot be checked, of what stands among its parts; "" where nothing does."""
    if relation.kind not in (Kind.SUM, Kind.AVERAGE):
        return ""
    own = [_cell(fact.source) for fact in relation.facts]
    box = _box([cell for cell in own if cell is not None])
    if box is None or None in own:
        return ""
    among = [why for cell, why in unread.items() if box.holds(cell)]
    if not among or any(box.holds(cell) and cell not in own for cell in read):
        return ""
    return among[0]


def _box(cells: Sequence[_Cell]) -> _Box | None:
    """None where the cells stand in several tables, or in several rows and columns."""
    tables = {cell.table for cell in cells}
    rows, cols = [cell.row for cell in cells], [cell.col for cell in cells]
    if len(tables) != 1 or (len(set(rows)) > 1 and len(set(cols)) > 1):
        return None
    return _Box(tables.pop(), range(min(rows), max(rows) + 1), range(min(cols), max(cols) + 1))


def _cell(source: Source) -> _Cell | None:
    if source.table is None or source.row is None or source.col is None:
        return None
    return _Cell(source.table, source.row, source.col)
