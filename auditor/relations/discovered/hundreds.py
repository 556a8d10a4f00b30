"""Hundreds: columns of percentages under a line called a total that says 100 %.

Evidence. The total says that the percentages above it are the parts of one whole, and in another
column of the table they are. The one column where they are not, by more than their rounding, be it
that it alone says something else than 100 %, is doubtful if a slip of the pen explains it. A column
in which a part states nothing (as "less than 1 %" does) is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model.fact import Fact
from auditor.model.grid import Band
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import Footing
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_thresholds import TOTAL_MOST_PARTS
from auditor.relations.discovered._quotients import WHOLE
from auditor.relations.discovered._total_names import is_named_total

ORDER = 44
TITLE = "The percentages of a whole make 100 %"
FEWEST = 2
"""Percentages that make a whole."""


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The hundreds of every table that no other discovery makes of anything."""
    sums = [one for one in found if not isinstance(one, Unfinished) and one.kind is Kind.SUM]
    known = {one.target.number for one in sums}
    for grid in scene.grids:
        for band in grid.bands:
            if any(is_named_total(row.label) for row in band.rows):
                by_row, _ = facts_both_ways(grid, band, scene)
                for footings in _wholes(band, by_row):
                    told = _told(footings)
                    yield from (one for one in told if one.target.number not in known)


def _wholes(band: Band, by_row: Mapping[int, Mapping[int, Fact]]) -> Iterator[Sequence[Footing]]:
    """By each total of 100 %, its columns with the percentages above it."""
    parts: list[Mapping[int, Fact]] = []
    for row in band.rows:
        facts = by_row[row.index]
        if not is_named_total(row.label):
            if facts:
                parts.append(facts)
            continue
        if FEWEST <= len(parts) <= TOTAL_MOST_PARTS:
            yield [
                Footing(facts[c], tuple((one[c], 1) for one in parts))
                for c in _full(facts)
                if all(c in one and _is_share(one[c]) for one in parts)
            ]
        parts = []


def _full(total: Mapping[int, Fact]) -> Sequence[int]:
    """The columns where a total says 100 %, and the only one where it says something else."""
    per_cent = [c for c, fact in total.items() if fact.figure.is_percent]
    whole = [c for c in per_cent if total[c].value == WHOLE]
    return per_cent if len(whole) == len(per_cent) - 1 else whole


def _is_share(fact: Fact) -> bool:
    return fact.figure.nil or (fact.figure.is_percent and fact.value >= 0)


def _told(footings: Sequence[Footing]) -> Iterator[Relation]:
    """What comes out, and the one column that does not beside others that do."""
    held = [one for one in footings if one.holds]
    failed = [one for one in footings if not one.holds]
    for one in held:
        yield replace(one.relation(TITLE), tells=len(footings) > 1)
    if held and len(failed) == 1 and failed[0].slipped:
        yield failed[0].relation(TITLE, Severity.WARNING)
