"""Flow sections: the flows of a statement of cash flows that are the lines above each added up.

Evidence. "Net cash used in investing activities" is what stands between it and the flow before it,
and "net cash provided by operating activities" what stands above it from the net result on; the
change in cash is those flows, with the effect of exchange rates. Small statements, of two columns
and few digits, bear out none of this by their arithmetic alone; the names do. One column must come
out, and another convicts only where a slip of the pen explains it: what is a part of another line
or is stated apart has the sums differ in any other way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.grid import Band, Row
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import Footing, of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import FLOW_MOST, RUN_PER_FAILURE
from auditor.relations.discovered._relations import told_in
from auditor.relations.discovered._run_names import (
    is_between,
    is_change_in_cash,
    is_effect_of_exchange,
    is_flow_total,
    is_net_result,
)

ORDER = 43
TITLE = "The flow is what stands above it"
Facts = Mapping[int, Fact]


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The flows of every statement that no other discovery adds up."""
    known = told_in(found, Kind.SUM)
    for grid in scene.grids:
        for band in grid.bands:
            runs = list(_runs(band))
            by_row = facts_both_ways(grid, band, scene)[0] if runs else {}
            for run in runs:
                sums = _sums([by_row[row.index] for row in run])
                if known.isdisjoint(one.target.number for one in sums):
                    told = judged(sums, fewest=1, per_failure=RUN_PER_FAILURE)
                    yield from (one for one in told if one.severity is Severity.ERROR)


def _runs(band: Band) -> Iterator[Sequence[Row]]:
    """Rows that make a flow or the change in cash, that one last."""
    totals: list[Row] = []
    run: list[Row] = []
    for row in band.rows:
        if is_flow_total(row):
            yield from _closed(run, row)
            totals, run = [*totals, row], []
        elif totals and is_change_in_cash(row):
            effects = [one for one in run if is_effect_of_exchange(one)]
            if len(totals) == _FLOWS and len(effects) == len(run):
                yield (*totals, *effects, row)
            totals, run = [], []
        elif is_net_result(row) and not totals:
            run = [row]
        elif run or totals:
            run.append(row)


_FLOWS = 3
"""Operating, investing, financing."""


def _closed(run: Sequence[Row], total: Row) -> Iterator[Sequence[Row]]:
    """The run with its total, where none of its rows is a part of another."""
    if 1 < len(run) <= FLOW_MOST and not any(map(is_between, run)):
        yield (*run, total)


def _sums(rows: Sequence[Facts]) -> list[Relation]:
    """By column, the last row as the sum of the others."""
    footings = (_footing([facts.get(column) for facts in rows]) for column in rows[-1])
    return [one.relation(TITLE) for one in footings if one]


def _footing(facts: Sequence[Fact | None]) -> Footing | None:
    """A column's last figure with the others, two of which state something."""
    *parts, total = facts
    stated = [fact for fact in parts if fact is not None]
    if total is None or total.figure.nil or sum(not f.figure.nil for f in stated) <= 1:
        return None
    if any(f.figure.is_percent for f in (total, *stated)) or not of_one_unit((total, *stated)):
        return None
    return Footing(total, tuple((fact, 1) for fact in stated))
