"""Check rows: those whose every figure is to be zero, as they say or show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.checks.thresholds import NIL_ROWS_SHARE
from auditor.model.citation import Citation
from auditor.model.document import Cell, Document
from auditor.model.figure import Figure
from auditor.model.formula import Formula
from auditor.model.grid import Grid, Row
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred

RULE = "check-row"

_CHECKS = deferred(
    r"(?:balance |balancing |control |cross |footing |total |sum |bs |cf )?(?:checks?|checksum)"
    r"|(?:checks?|control) (?:row|line|total|figure|sum)|control|proof|out of balance"
    r"|kontrolle|kontrollsumme|kontrollrechnung|prüfung|prüfsumme|probe|abstimmung"
    r"|contrôle|vérification|control de cuadre|comprobación|verificación|verifica|controllo"
    r"|controle|verificação|検算|照合|チェック|校验|检查|核对|검증|확인",
    re.IGNORECASE,
)
"""The whole label of a row that may be there to be zero."""

_TO_BE_ZERO = deferred(
    r"(?:should|must|shall|has to|to) (?:be|equal|read) (?:zero|nil|0)\b|= ?0(?![\d.,])"
    r"|(?:muss|soll|sollte) (?:null|0)\b|doit être (?:nulle?|zéro|0)|debe ser (?:cero|0)"
    r"|deve (?:essere|ser) (?:zero|0)",
    re.IGNORECASE,
)
"""What a label says of a row whose figures are to be zero."""

_REST = deferred(r"\s?[:(：（].{0,100}\Z")
"""What a label goes on to say that is checked: "Check: assets - liabilities"."""
_AROUND = " :.()[]-–—*"
_WHY = "Whoever set the table up checks with this row that two of its figures are the same."


class _Checked(NamedTuple):
    """A row's figures by their column, and what each is the difference of, if it says."""

    row: Row
    figures: Mapping[int, Figure]
    differences: Mapping[int, Formula]


def check_rows(document: Document, grids: Sequence[Grid]) -> Iterator[Oddity]:
    """The figures of such rows that are not zero."""
    formulas = {(f.target.table, f.target.row, f.target.column): f for f in document.formulas}
    for grid in grids:
        rows = [row for band in grid.bands for row in band.rows if _may_check(row.label)]
        figures: dict[int, dict[int, Figure]] = {row.index: {} for row in rows}
        for (row_index, column), figure in grid.figures.items() if rows else ():
            if row_index in figures:
                figures[row_index][column] = figure
        for row in rows:
            yield from _unequal(grid, _checked(grid, row, figures[row.index], formulas))


def _may_check(label: str) -> bool:
    name = _REST.sub("", label.strip(_AROUND), count=1)
    return bool(_TO_BE_ZERO.search(label) or _CHECKS.fullmatch(name))


def _checked(
    grid: Grid,
    row: Row,
    figures: Mapping[int, Figure],
    formulas: Mapping[tuple[int, int, int], Formula],
) -> _Checked:
    at = {c: formulas.get((grid.table.number, row.index + 1, c + 1)) for c in figures}
    return _Checked(
        row, figures, {c: f for c, f in at.items() if f and Kind(f.kind) is Kind.DIFFERENCE}
    )


def _unequal(grid: Grid, found: _Checked) -> Iterator[Oddity]:
    zeros = sum(not f.value for f in found.figures.values())
    says_so = _TO_BE_ZERO.search(found.row.label)
    shows_so = zeros and NIL_ROWS_SHARE * zeros >= len(found.figures)
    for column, figure in found.figures.items():
        if figure.value and (says_so or shows_so or column in found.differences):
            yield _oddity(grid, found, column)


def _oddity(grid: Grid, found: _Checked, column: int) -> Oddity:
    cell = grid.table.rows[found.row.index][column]
    assert cell is not None
    formula = found.differences.get(column)
    compared = [] if formula is None else list(_compared(grid, formula))
    words = f"“{found.row.label}” is {cell.text.strip()} and should be zero"
    if len(compared) > 1:
        words += f": {compared[0].text} and {compared[1].text} should be the same"
    return Oddity(
        RULE,
        Kind.TIE,
        f"{words}.",
        (_citation(cell, found.row.label, "check"), *compared),
        certain=True,
        expected="0",
        why=_WHY,
    )


def _compared(grid: Grid, formula: Formula) -> Iterable[Citation]:
    """The figures of the same table that a check takes the difference of."""
    for operand in formula.operands:
        if operand.table == grid.table.number:
            row = grid.table.rows[operand.row - 1]
            cell = row[operand.column - 1]
            if cell is not None and cell.text:
                yield _citation(cell, row[0].text if row[0] else "", "compared")


def _citation(cell: Cell, label: str, role: str) -> Citation:
    return Citation(role, cell.text.strip(), cell.source._replace(row_label=label or None))
