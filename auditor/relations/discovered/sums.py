"""Sums along columns and rows: totals, nested subtotals, signed statements, differences.

Evidence. A hypothesis says that one line is the signed sum of others. Each position where it
holds is worth the bits that chance would have needed: how many times the rounding tolerance goes
into the size of the figures. Words that name totals and a run that reaches back to the last
heading or total are worth a few more; every alternative that was tried costs. A hypothesis that
gathers enough bits is the structure of the table. Where it fails at a position, the position is
convicted only if the others carry the evidence with a margin, and a slip of the pen that explains
the failure counts for it; a gap that is itself printed nearby speaks for another structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.model.fact import Fact
from auditor.model.grid import Band, Column, Grid
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene, Unfinished
from auditor.relations.blanks import blank_fact
from auditor.relations.discovered._matrix import (
    IntegerLine,
    Matrix,
    across,
    downward,
    entries,
    fine_rows,
    summable,
)
from auditor.relations.discovered._relations import confidence_of, discovered
from auditor.relations.discovered._search import sums_of
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._thresholds import FEWEST_SHARES, HOLDS_PER_FAILURE, SUM_STEPS
from auditor.relations.discovered._trials import Parts, SumHypothesis

ORDER = 10


def discover(scene: Scene) -> Iterator[Relation | Unfinished]:
    """The sums of every table, down its columns and across its rows."""
    for grid in scene.grids:
        steps = Steps(SUM_STEPS)
        yield from _sums(grid, scene, steps)
        yield from steps.ended(grid.table.number, "sums")


def _sums(grid: Grid, scene: Scene, steps: Steps) -> Iterator[Relation]:
    for matrix in (*_downward(grid, scene), *_across(grid, scene)):
        found = sums_of(matrix, steps)
        for hypothesis in found:
            yield from _relations(hypothesis, matrix, grid, scene)
        if matrix.downward:
            for column in _shares(found, matrix, grid):
                for hypothesis in found:
                    if not _adds_up_at(hypothesis, column, matrix, grid):
                        continue
                    alike = hypothesis._replace(holds=(column,), fails=(), telling=frozenset)
                    yield from _relations(alike, matrix, grid, scene)


def _downward(grid: Grid, scene: Scene) -> Iterator[Matrix]:
    """Rows to add up; the totals of one band are parts in the next one of the same columns."""
    first = 0
    for behind, band in enumerate(grid.bands, start=1):
        if behind == len(grid.bands) or not _same_columns(band, grid.bands[behind]):
            matrix = _down(grid, scene, range(first, behind))
            if matrix is not None:
                yield matrix
                if any(line.fine for line in matrix.lines):
                    yield fine_rows(matrix)
            first = behind


def _down(grid: Grid, scene: Scene, run: Sequence[int]) -> Matrix | None:
    """The rows of the bands at these places."""
    if len(run) == 1:
        made = summable(grid, scene)[run[0]]
        return made and made.matrix
    joined = _joined([grid.bands[at] for at in run])
    found = entries(grid, joined)
    return downward(joined, found) if found else None


def _same_columns(one: Band, other: Band) -> bool:
    """Whether one band's columns are all, or all but a few, of the other's."""
    few, many = sorted(({c.index for c in band.columns} for band in (one, other)), key=len)
    return few <= many and 2 * len(few) >= len(many)


def _joined(bands: Sequence[Band]) -> Band:
    """The bands as one, under the headings of the longest that has each column."""
    columns: dict[int, Column] = {}
    for band in sorted(bands, key=lambda b: -len(b.rows)):
        for column in band.columns:
            columns.setdefault(column.index, column)
    rows = tuple(row for band in bands for row in band.rows)
    return replace(bands[0], columns=tuple(columns[c] for c in sorted(columns)), rows=rows)


def _across(grid: Grid, scene: Scene) -> Iterator[Matrix]:
    """Columns to add up, band by band."""
    for band, made in zip(grid.bands, summable(grid, scene), strict=True):
        if made is not None:
            periods = {
                c.index: fact.period
                for c in band.columns
                for r in band.rows[:1]
                if (fact := scene.at.get((grid.table.number, r.index, c.index)))
            }
            yield across(band, made.entries, periods, tuple(_unfilled(grid, band)))


def _relations(
    hypothesis: SumHypothesis, matrix: Matrix, grid: Grid, scene: Scene
) -> Iterator[Relation]:
    lines = matrix.lines

    amounts = frozenset(matrix.positions)

    def fact(line: IntegerLine, position: int) -> Fact | None:
        row, column = matrix.cell(line.index, position)
        if position in amounts and position not in line.entries:
            return _blank(grid, row, column)  # a percentage among amounts is no part of their sum
        return scene.at.get((grid.table.number, row, column)) or _blank(grid, row, column)

    convicted = hypothesis.fails if hypothesis.convicts else ()
    others = len(hypothesis.holds) - 1
    may_fail = bool(convicted) or len(hypothesis.fails) < max(1, others // HOLDS_PER_FAILURE)
    telling = hypothesis.telling() if may_fail else frozenset[int]()
    whole, parts = _as_sum(hypothesis)
    for p in (*hypothesis.holds, *convicted):
        target = fact(lines[whole], p)
        terms = [
            Term(found, sign, Role.PART)
            for i, sign in parts
            if (found := fact(lines[i], p)) is not None
        ]
        if target is None or len(terms) < 2:
            continue
        kind = Kind.DIFFERENCE if sorted(t.sign for t in terms) == [-1, 1] else Kind.SUM
        if kind is Kind.DIFFERENCE:
            terms.sort(key=lambda t: -t.sign)
        confidence = confidence_of(hypothesis.bits)
        tells = p in telling or p in convicted
        yield discovered(kind, target, terms, confidence=confidence, tells=tells)


def _shares(found: Sequence[SumHypothesis], matrix: Matrix, grid: Grid) -> Iterator[int]:
    """Columns of percentages that add up as the amounts in the same rows do, without exception."""
    for column in sorted({c for _, c in grid.figures} - set(matrix.positions)):
        outcomes = [o for h in found if (o := _adds_up_at(h, column, matrix, grid)) is not None]
        if len(outcomes) >= FEWEST_SHARES and all(outcomes):
            yield column


def _adds_up_at(hypothesis: SumHypothesis, column: int, matrix: Matrix, grid: Grid) -> bool | None:
    """Whether a column's figures add up, to rounding; None where they do not say."""
    lines = matrix.lines
    total = grid.figures.get((lines[hypothesis.total].index, column))
    parts = [
        (figure, sign)
        for i, sign in hypothesis.parts
        if (figure := grid.figures.get((lines[i].index, column))) is not None
    ]
    if total is None or total.nil or len(parts) < 2:
        return None
    if any(figure.unit != total.unit for figure, _ in parts if not figure.nil):
        return None
    gap = total.value - sum(sign * figure.value for figure, sign in parts)
    return 2 * abs(gap) <= total.last_unit + sum(f.last_unit for f, _ in parts if not f.nil)


def _as_sum(hypothesis: SumHypothesis) -> tuple[int, Parts]:
    """Total and parts without subtractions where that can be: revenue = costs + profit."""
    whole = [i for i, sign in hypothesis.parts if sign > 0]
    if len(hypothesis.parts) < 3 or len(whole) > 1:
        return hypothesis.total, hypothesis.parts
    return whole[0], tuple((i, 1) for i in sorted(hypothesis.lines - {whole[0]}))


def _unfilled(grid: Grid, band: Band) -> Iterator[Column]:
    """Columns with a heading of their own among the band's, and nothing filled in yet."""
    used = [c.index for c in band.columns]
    for c in range(min(used) + 1, max(used)):
        headings = tuple(text for r in band.header if (text := _text(grid, r, c)))
        if c not in used and headings:
            yield Column(c, headings)


def _text(grid: Grid, row: int, column: int) -> str:
    cells = grid.table.rows[row]
    cell = cells[column] if column < len(cells) else None
    return cell.text.strip() if cell else ""


def _blank(grid: Grid, row: int, column: int) -> Fact | None:
    """A cell without figure as the part of a sum that it is: nothing, but in its place.

    None where there is no cell, or where its figure is of a kind that does not add up.
    """
    cell = grid.table.rows[row][column] if column < len(grid.table.rows[row]) else None
    if cell is None or (row, column) in grid.figures:
        return None
    return blank_fact(grid.table, row, column, cell)
