"""Differences between lines far apart: what is left, a variance, a spread, wherever it stands.

Evidence. Every three lines of a long table are tried as one less another. Each position where the
third is the difference, to rounding, is worth the bits that chance would have needed; the same
figures over again count once, and a figure of zero makes the others copies and counts nothing.
So many alternatives are tried that only many positions without an exception are enough, and
nothing is convicted: a line that differs once is read in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import Figure
from auditor.model.grid import Grid
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._matrix import CALLED_DIFFERENCE
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._thresholds import (
    DIFFERENCE_ENOUGH,
    DIFFERENCE_FEWEST,
    DIFFERENCE_MOST_LINES,
    DIFFERENCE_STEPS,
    WEAK_CONFIDENCE,
)

ORDER = 12


class UnitLine(NamedTuple):
    """A row or column: its words, and its figures in half-units of the finest, by position."""

    label: str
    facts: Mapping[int, Fact]
    values: Mapping[int, tuple[int, int]]


def discover(scene: Scene) -> Iterator[Relation | Unfinished]:
    """The differences in every table, between its columns and between its rows."""
    for grid in scene.grids:
        steps = Steps(DIFFERENCE_STEPS)
        for band in grid.bands:
            if len(band.rows) < DIFFERENCE_FEWEST and len(band.columns) < DIFFERENCE_FEWEST:
                continue
            by_row, by_column = facts_both_ways(grid, band, scene)
            rows = [(r.label, by_row[r.index]) for r in band.rows]
            columns = [(c.heading, by_column[c.index]) for c in band.columns]
            for lines in (*_of_one_unit(columns, grid), *_of_one_unit(rows, grid)):
                for whole, part, rest in _differences(lines, steps):
                    yield from _relations(whole, part, rest)
        yield from steps.ended(grid.table.number, "differences")


def _differences(
    lines: Sequence[UnitLine], steps: Steps
) -> Iterator[tuple[UnitLine, UnitLine, UnitLine]]:
    """Every (whole, part, rest) among the lines with whole - part = rest.

    Of lines that state the same figures, those that stand closest together.
    """
    if not 2 < len(lines) <= DIFFERENCE_MOST_LINES:
        return
    tried = log2(len(lines) ** 3)
    found: dict[object, tuple[tuple[int, int], tuple[UnitLine, UnitLine, UnitLine]]] = {}
    for places in combinations(range(len(lines)), 3):
        three = [lines[i] for i in places]
        if not _may_differ(*three):
            continue
        if not steps.allow(len(three[0].values)):
            break
        shared = [p for p in three[0].values if all(p in line.values for line in three[1:])]
        if len(shared) < DIFFERENCE_FEWEST:
            continue
        span = (places[2] - places[0], places[2] - places[1])
        for at, whole in enumerate(three):
            others = three[:at] + three[at + 1 :]
            if _evidence(whole, others, shared) - tried >= DIFFERENCE_ENOUGH:
                stated = frozenset(tuple(line.values[p] for p in shared) for line in three)
                if stated not in found or span < found[stated][0]:
                    found[stated] = span, (whole, *_part_and_rest(others))
    for _, difference in found.values():
        yield difference


def _may_differ(one: UnitLine, two: UnitLine, three: UnitLine) -> bool:
    """Whether one of three lines is the sum of the others at the first position of all."""
    for p, (a, x) in one.values.items():
        if p in two.values and p in three.values:
            (b, y), (c, z) = two.values[p], three.values[p]
            return min(abs(a - b - c), abs(b - a - c), abs(c - a - b)) <= x + y + z
    return False


def _evidence(whole: UnitLine, others: Sequence[UnitLine], shared: Sequence[int]) -> float:
    """Bits for a whole that is the sum of the others; 0 if it once is not."""
    bits, seen = 0.0, set()
    first, second = others
    for p in shared:
        (total, a), (one, b), (other, c) = whole.values[p], first.values[p], second.values[p]
        gap = abs(total - one - other)
        if gap > a + b + c:
            return 0.0
        if total and one and other and (one, other) not in seen:
            seen.add((one, other))
            bits += log2(1 + min(abs(one), abs(other)) / (gap + 2 * max(a, b, c)))
    return bits if len(seen) >= DIFFERENCE_FEWEST else 0.0


def _part_and_rest(others: Sequence[UnitLine]) -> tuple[UnitLine, UnitLine]:
    """Which of the two is reported as the difference: the one so called, else the later one."""
    first, second = others
    if CALLED_DIFFERENCE.search(first.label) and not CALLED_DIFFERENCE.search(second.label):
        return second, first
    return first, second


def _of_one_unit(
    lines: Iterable[tuple[str, Mapping[int, Fact]]], grid: Grid
) -> Iterator[list[UnitLine]]:
    """The lines that print enough different figures, by the unit they print."""
    by_unit: dict[str, list[tuple[str, Mapping[int, Fact], Mapping[int, Figure]]]] = {}
    for label, facts in lines:
        if len(facts) < DIFFERENCE_FEWEST:
            continue
        figures = {p: f for p, fact in facts.items() if not (f := _printed(fact, grid)).nil}
        units = {figure.unit for figure in figures.values()}
        if len({f.value for f in figures.values()}) >= DIFFERENCE_FEWEST and len(units) == 1:
            by_unit.setdefault(units.pop(), []).append((label, facts, figures))
    for kept in by_unit.values():
        finest = min(f.exponent + f.scale for *_, figures in kept for f in figures.values())
        yield [
            UnitLine(label, facts, {p: _entry(f, finest) for p, f in figures.items()})
            for label, facts, figures in kept
        ]


def _printed(fact: Fact, grid: Grid) -> Figure:
    """The figure as it stands, whatever a heading makes of it."""
    source = fact.source
    return grid.figures[(source.row or 1) - 1, (source.col or 1) - 1]


def _entry(figure: Figure, finest: int) -> tuple[int, int]:
    half = int(10 ** (figure.exponent + figure.scale - finest))
    return 2 * figure.digits * half, half


def _relations(whole: UnitLine, part: UnitLine, rest: UnitLine) -> Iterator[Relation]:
    for p in sorted(rest.values):
        if p in whole.values and p in part.values and _comparable(whole, part, rest, p):
            per_cent = all(line.facts[p].figure.is_percent for line in (whole, part, rest))
            kind = Kind.POINTS if per_cent else Kind.DIFFERENCE
            roles = (Role.LATER, Role.EARLIER) if per_cent else (Role.PART, Role.PART)
            terms = Term(whole.facts[p], 1, roles[0]), Term(part.facts[p], -1, roles[1])
            found = discovered(kind, rest.facts[p], terms, confidence=WEAK_CONFIDENCE, tells=False)
            yield replace(found, severity=Severity.WARNING)


def _comparable(whole: UnitLine, part: UnitLine, rest: UnitLine, position: int) -> bool:
    """Whether the three figures have one scale where headings give it to some of them."""
    return len({line.facts[position].figure.scale for line in (whole, part, rest)}) == 1
