"""Percentages: growth and shares that two other figures of the table explain.

Evidence. A column of percentages is tried against the pairs of amount columns, as the growth of
one over the other or as the share of one in the other or in one of its own rows; a row of
percentages against the pairs of rows, or as the growth of one row from column to column. Each
percentage that comes out right is worth the bits that chance would have needed, given how finely
it is printed. Words such as "change" or "% of", periods a year apart, standing next to the pair
and a second column computed alike are worth a few more; every pair tried costs. The hypothesis that
most figures confirm convicts the one that differs, unless it differs by a last digit only, which
forced totals and loose rounding do, or a hypothesis hardly less likely bears it out. A slip of the
pen that explains the difference speaks for conviction.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._change_beside import change_beside_bits
from auditor.relations.discovered._column_changes import HeadedLine, column_hypotheses
from auditor.relations.discovered._lines import fact_line, facts_both_ways
from auditor.relations.discovered._quotients import quotient_relations
from auditor.relations.discovered._row_changes import row_hypotheses
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._thresholds import (
    CHANGE_STEPS,
    GROWTH_CONVICTS,
    PERCENTAGE_CONVICTS,
)

ORDER = 20


def discover(scene: Scene) -> Iterator[Relation | Unfinished]:
    """The percentages of every table that two other figures of the table explain."""
    for grid in scene.grids:
        steps = Steps(CHANGE_STEPS)
        for band in grid.bands:
            columns = _columns(grid, band, scene)
            for found in (*column_hypotheses(columns, steps), *row_hypotheses(band, columns)):
                bits = found.bits_with_slips + change_beside_bits(found, columns)
                enough = GROWTH_CONVICTS if found.kind is Kind.GROWTH else PERCENTAGE_CONVICTS
                yield from quotient_relations(
                    found, convicts=bits >= enough, enough=enough, bits=bits
                )
        yield from steps.ended(grid.table.number, "percentages")


def _columns(grid: Grid, band: Band, scene: Scene) -> list[HeadedLine]:
    """The band's columns with their facts by row."""
    _, by_column = facts_both_ways(grid, band, scene)
    found = []
    for column in band.columns:
        facts = by_column[column.index]
        period = next((f.period for f in facts.values() if f.period), None)
        label = " ".join(t for t in column.headings if not t.startswith("("))  # notes say units
        found.append((column, fact_line(column.index, label, "", facts, period)))
    return found
