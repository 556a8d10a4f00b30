"""Stacked subtotals: blocks that each end in their own sum, under a total of those sums.

Spruce, pine and softwood; beech, oak and hardwood; total harvest: nothing but the last is called a
total. Evidence. Every line down to the total belongs to a block that comes out to the digit, so
that the total is of their sums: where it is not, and a slip of the pen explains it, that is a
doubt. Where one block alone does not come out and the total does, with its sum or with its parts,
that block is doubtful likewise. Columns of which more than one fails are made otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import Footing, of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_thresholds import STACK_LONGEST, TOTAL_LEAST
from auditor.relations.discovered._total_names import adds_down, is_named_total, is_no_part

ORDER = 44
TITLE = "A total is made of the sums of the blocks above it"
FEWEST = 2
"""Blocks that make a stack, and lines that make a block."""


class Stack(NamedTuple):
    """A column's total with the blocks above it; ``loose``: lines that belong to none."""

    total: Fact
    blocks: Sequence[Footing]
    loose: Sequence[Fact]


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The stacks of every table whose total no other discovery makes of anything."""
    sums = [one for one in found if not isinstance(one, Unfinished) and one.kind is Kind.SUM]
    known = {one.target.number for one in sums if one.tells}
    for grid in scene.grids:
        for band in grid.bands:
            if any(is_named_total(row.label) for row in band.rows):
                _, by_column = facts_both_ways(grid, band, scene)
                columns = [by_column[c.index] for c in band.columns if adds_down(c.heading)]
                told = [
                    list(_told(one)) for facts in columns for one in _stacks(band, facts, known)
                ]
                failing = [sums for sums in told if not all(one.tells for one in sums)]
                for sums in told:
                    if sums not in failing or len(failing) == 1:
                        yield from _new(sums, known)


def _new(sums: Sequence[Relation], known: Collection[int]) -> Iterator[Relation]:
    """The sums, unless what fails among them is known otherwise."""
    if all(one.tells or one.target.number not in known for one in sums):
        for one in sums:
            if one.target.number not in known:
                yield replace(one, tells=True)


def _stacks(band: Band, facts: Mapping[int, Fact], known: Collection[int]) -> Iterator[Stack]:
    """A column's totals, each with the blocks since the one before it."""
    lines: list[Fact] = []
    for row in band.rows:
        fact = facts.get(row.index)
        if fact is None or fact.figure.is_percent:
            continue
        if not is_named_total(row.label):
            if not is_no_part(row.label):
                lines.append(fact)
            continue
        is_open = fact.number not in known and 2 * FEWEST < len(lines) <= STACK_LONGEST
        if is_open and of_one_unit([fact, *lines]):
            yield _stack(fact, lines)
        lines = []


def _stack(total: Fact, lines: Sequence[Fact]) -> Stack:
    blocks: list[Footing] = []
    loose: list[Fact] = []
    run: list[Fact] = []
    for line in lines:
        first = _start(line, run)
        if first is None:
            run.append(line)
        else:
            blocks.append(_of(line, run[first:]))
            loose += run[:first]
            run = []
    return Stack(total, blocks, [*loose, *run])


def _start(line: Fact, run: Sequence[Fact]) -> int | None:
    """From where on the lines of a run make a line to the digit: the longest that do."""
    if abs(line.figure.digits) < TOTAL_LEAST:
        return None
    gap = line.value - sum(fact.value for fact in run)
    for first in range(len(run) - FEWEST + 1):
        if gap == 0:
            return first
        gap += run[first].value
    return None


def _of(total: Fact, parts: Sequence[Fact]) -> Footing:
    return Footing(total, tuple((fact, 1) for fact in parts))


def _told(stack: Stack) -> Iterator[Relation]:
    """The sums of a stack; the one that does not come out does not tell yet."""
    total, blocks, loose = stack
    if abs(total.figure.digits) < TOTAL_LEAST:
        return
    sums = [block.total for block in blocks]
    if not loose and len(blocks) >= FEWEST:
        yield from _all(blocks)
        yield from _judged(_of(total, sums))
    elif blocks and len(loose) > FEWEST:
        *parts, last = loose
        for others in ([last], parts):
            whole = _of(total, [*sums, *others])
            if whole.holds and abs(last.figure.digits) >= TOTAL_LEAST and _of(last, parts).slipped:
                yield from _all((*blocks, whole))
                yield from _judged(_of(last, parts))
                return


def _all(footings: Iterable[Footing]) -> Iterator[Relation]:
    return (one.relation(TITLE) for one in footings)


def _judged(footing: Footing) -> Iterator[Relation]:
    """The sum, where it holds or a slip explains that it does not."""
    if footing.holds:
        yield footing.relation(TITLE)
    elif footing.slipped:
        yield replace(footing.relation(TITLE, Severity.WARNING), tells=False)
