"""Lone subtotals: a line without a name under the only line of its block, which repeats it.

Evidence. Balance sheets rule off every block, be it of one line: "Investments", and the same
figure under it without a word. Nothing stands between the heading and the line that it could be
the sum of besides. Where both print the same in one column, they are to print the same in all:
where they differ in one alone and a slip of the pen explains it, one of them is wrong. A gap
that is printed elsewhere in the column is another line, counted in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from auditor.model.fact import Fact
from auditor.model.grid import Band, Row
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._footings import mistyped, of_one_unit
from auditor.relations.discovered._lines import FactsByLine, facts_both_ways
from auditor.relations.discovered._named_thresholds import TOTAL_LEAST
from auditor.relations.discovered._relations import tie

ORDER = 14

Pairs = Mapping[int, tuple[Fact, Fact]]
"""The nameless figure and the one over it, by column."""


def discover(scene: Scene) -> Iterator[Relation]:
    """The lone subtotals of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            if any(not row.label for row in band.rows):
                by_row, by_column = facts_both_ways(grid, band, scene)
                for pairs in _lone(band, by_row):
                    yield from _judged(pairs, by_column)


def _lone(band: Band, by_row: FactsByLine) -> Iterator[Pairs]:
    """Each line without a name and the one right over it, where that alone has a heading."""
    for row, under in pairwise(band.rows):
        if under.label or not row.label or under.index != row.index + 1:
            continue
        if _is_headed(row, by_row):
            one, other = by_row[row.index], by_row[under.index]
            pairs = {c: (other[c], one[c]) for c in one if c in other}
            if pairs.keys() == one.keys() == other.keys():
                yield pairs


def _is_headed(row: Row, by_row: FactsByLine) -> bool:
    """Whether the row right above is its heading, without figures."""
    return bool(row.group) and not by_row.get(row.index - 1)


def _judged(pairs: Pairs, by_column: FactsByLine) -> Iterator[Relation]:
    """The pairs that print the same, and the only one that does not, by a slip."""
    if not all(of_one_unit(pair) for pair in pairs.values()):
        return
    same = [pair for pair in pairs.values() if pair[0].value == pair[1].value]
    telling = [pair for pair in same if abs(pair[0].figure.digits) >= TOTAL_LEAST]
    for nameless, over in same:
        others = len(telling) - ((nameless, over) in telling)
        if not nameless.figure.nil:
            yield replace(tie(nameless, over), tells=others > 0)
    differing = [(c, pair) for c, pair in pairs.items() if pair not in same]
    if telling and len(differing) == 1:
        ((column, (nameless, over)),) = differing
        if _is_slip(nameless, over) and not _is_printed(nameless, over, by_column[column]):
            yield tie(nameless, over)


def _is_slip(one: Fact, other: Fact) -> bool:
    """Whether one of two figures, mistyped, is the other."""
    gap, room = one.value - other.value, one.figure.last_unit / 2
    return mistyped(one, gap, room) or mistyped(other, -gap, room)


def _is_printed(one: Fact, other: Fact, column: Mapping[int, Fact]) -> bool:
    """Whether the column prints what is between them."""
    gap = abs(one.value - other.value)
    return any(abs(fact.value) == gap for fact in column.values())
