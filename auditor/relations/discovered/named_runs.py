"""Named runs: rows one after another whose names say that the last is the others added up.

"Continuing operations", "Discontinued operations" and "Net income per share"; basic shares, what
dilutes them and diluted shares; the statutory tax rate, what changes it and the effective rate.
Evidence. The names say it all, so that one column that comes out is enough (two of rates, of which
some are often left out). Another that does not is an error where a slip of the pen explains it,
else doubtful. Off by what rounding apart leaves it convicts nobody, nor do diluted shares that are
the basic ones: in years of losses nothing dilutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.grid import Band, Row
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import Footing, of_one_unit
from auditor.relations.discovered._lines import facts_both_ways, in_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import RUN_PER_FAILURE, RUN_UNITS_APART
from auditor.relations.discovered._relations import told_in
from auditor.relations.discovered._run_names import RUNS, NamedRun

ORDER = 42
Facts = Mapping[int, Fact]


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The named runs of every table whose last row no other discovery adds up."""
    known = told_in(found, Kind.SUM)
    for grid in scene.grids:
        for band in grid.bands:
            runs = [(named, rows) for named in RUNS for rows in _runs(named, band)]
            by_row = facts_both_ways(grid, band, scene)[0] if runs else {}
            for named, rows in runs:
                sums = _sums(named, [by_row[row.index] for row in rows])
                if known.isdisjoint(one.target.number for one in sums):
                    yield from judged(sums, fewest=named.fewest, per_failure=RUN_PER_FAILURE)


def _runs(named: NamedRun, band: Band) -> Iterator[Sequence[Row]]:
    """The rows from each that is called the first to the one that is called the last."""
    run: list[Row] = []
    for row in band.rows:
        if len(run) > 1 and named.is_last(row):
            yield (*run, row)
            run = []
        elif run and len(run) <= named.most and named.is_step(row):
            run.append(row)
        else:
            run = [row] if named.is_first(row) else []


def _sums(named: NamedRun, rows: Sequence[Facts]) -> list[Relation]:
    """By column, the last row as the sum of the others, where it is stated."""
    footings = (_footing(named, [facts.get(column) for facts in rows]) for column in rows[-1])
    return [one.relation(named.title) for one in footings if one and not _may_be_meant(one)]


def _footing(named: NamedRun, facts: Sequence[Fact | None]) -> Footing | None:
    """A column's last figure with the others, where its ends and some step state something."""
    first, *steps, last = facts
    stated = [fact for fact in (last, first, *steps) if fact is not None]
    if first is None or last is None or first.figure.nil or last.figure.nil:
        return None
    if all(fact.figure.nil for fact in stated[2:]):
        return None
    if named.in_per_cent:
        is_rate = first.figure.is_percent and last.figure.is_percent
        stated = [in_per_cent(fact) for fact in stated] if is_rate else []
    elif any(fact.figure.is_percent for fact in stated) or not of_one_unit(stated):
        return None
    return Footing(stated[0], tuple((fact, 1) for fact in stated[1:])) if stated else None


def _may_be_meant(footing: Footing) -> bool:
    """Whether what does not come out was rounded apart, or the last repeats the first."""
    if footing.holds:
        return False
    repeats = footing.total.value == footing.parts[0][0].value
    return repeats or abs(footing.gap) <= RUN_UNITS_APART * footing.total.figure.last_unit
