"""Turned ranges: what is called low is above what is called high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from auditor.model.citation import Citation
from auditor.model.figure import Figure
from auditor.model.grid import Band, Grid
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred
from auditor.notation.range_names import end_of_range
from auditor.notation.vocabulary import normal

RULE = "turned-range"

_TAKEN = deferred(
    r"loss|expense|cost|tax|interest|depreciation|amorti[sz]ation|declin|decreas|reduc|outflow"
    r"|capital expenditure|capex|shares|provision|deficit|less\b|dilut|aufwand|steuer|費|損失|減"
)
"""What is higher where the result is lower: in such rows the two ends may stand as they do."""
WHY = "The two ends of a range were taken for each other, or one of them is wrong."


class _Ends(NamedTuple):
    row: int
    label: str
    low: int
    high: int


def turned_ranges(grids: tuple[Grid, ...]) -> Iterator[Oddity]:
    """The ranges whose lower end is above the upper one, where all others of the table rise."""
    for grid in grids:
        for band in grid.bands:
            ends = list(_ends(band, grid.figures))
            turned = [one for one in ends if _rises(one, grid.figures) < 0]
            rising = sum(_rises(one, grid.figures) > 0 for one in ends)
            if len(turned) == 1 and rising:
                yield _oddity(grid, turned[0])


def _ends(band: Band, figures: Mapping[tuple[int, int], Figure]) -> Iterator[_Ends]:
    """The rows with both ends of a range, as positive figures of one unit."""
    named = [(c.index, end_of_range(c.headings[-1] if c.headings else "")) for c in band.columns]
    pairs = [(a, b) for (a, low), (b, high) in pairwise(named) if (low, high) == ("low", "high")]
    if not pairs:
        return
    rows = [r for r in band.rows if not _TAKEN.search(normal(f"{r.group} {r.label}"))]
    for row in rows:
        for low, high in pairs:
            a, b = figures.get((row.index, low)), figures.get((row.index, high))
            if a and b and a.unit == b.unit and min(a.value, b.value) > 0:
                yield _Ends(row.index, row.label, low, high)


def _rises(ends: _Ends, figures: Mapping[tuple[int, int], Figure]) -> int:
    low, high = figures[ends.row, ends.low].value, figures[ends.row, ends.high].value
    return (high > low) - (high < low)


def _oddity(grid: Grid, ends: _Ends) -> Oddity:
    cells = [grid.table.rows[ends.row][column] for column in (ends.low, ends.high)]
    cited = tuple(
        Citation(role, cell.text.strip(), cell.source._replace(row_label=ends.label or None))
        for role, cell in zip(("low", "high"), cells, strict=True)
        if cell is not None
    )
    said = " is above ".join(one.text for one in cited)
    message = f"“{ends.label}” is a range turned round: {said}."
    return Oddity(RULE, Kind.LABEL, message, cited, certain=False, why=WHY)
