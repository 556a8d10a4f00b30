"""Middle sums: a line made of those right above it, that leads to a total below.

Evidence. "Gross deferred tax assets, valuation allowance, net of allowance, total liabilities, net
deferred tax assets": the third follows from the first two, the last from the third and the fourth.
Where the third is wrong, both sums fail at once, so that in a table of two columns neither is found
at all; but the last follows from the first two and the fourth, the third left out, in every column.
Each column where it does is worth the bits that chance would have needed, the word total a few
more. Where the line in the middle alone fails in one column, and comes out in another, it is
convicted if a slip of the pen explains it. In a table of one column it is doubtful, where the slip
is such that chance would hardly have offered one. Of the lines between the line and the total,
those that make another are left to that. Where lines stand over what they are made of, as in Korean
balance sheets, they are taken to stand below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import gcd, log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Grid
from auditor.model.relation import Kind, Relation, Severity, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._matrix import Matrix, summable
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._stacked_lines import made_of, with_parts_first
from auditor.relations.discovered._sum_slips import slip_bits
from auditor.relations.discovered._thresholds import (
    ACQUITS,
    MIDDLE_ALONE,
    MIDDLE_CONVICTS,
    MOST_BELOW,
    MOST_OUTSIDE,
    SUBTOTAL_LONGEST_RUN,
    TOTAL_NAME,
)
from auditor.relations.discovered._total_names import is_named_total

ORDER = 13
FEWEST_ROWS = 5
"""Two parts, what they make, something besides, and the total."""


class _Added(NamedTuple):
    """What lines come to at a position, give or take ``half``, and how many of them state it."""

    value: int
    half: int
    stated: int


class _Middle(NamedTuple):
    """Lines that make the one in the middle, and those that make the total, it left out.

    It comes out at the positions ``holds``, and not at ``fails``.
    """

    parts: tuple[int, ...]
    middle: int
    others: tuple[int, ...]
    total: int
    holds: tuple[int, ...]
    fails: int


def discover(scene: Scene) -> Iterator[Relation]:
    """The sums that one wrong figure in the middle breaks, down the columns of every table."""
    for grid in scene.grids:
        for band, made in zip(grid.bands, summable(grid, scene), strict=True):
            if len(band.rows) >= FEWEST_ROWS and made is not None:
                for matrix in (made.matrix, *with_parts_first(made.matrix)):
                    for middle in _middles(matrix):
                        yield from _relations(middle, matrix, grid, scene)


def _middles(matrix: Matrix) -> Iterator[_Middle]:
    for at, line in enumerate(matrix.lines[:-1]):
        if at > 1 and line.added and (len(line.entries) > 1 or len(matrix.positions) == 1):
            for parts, holds, fails in _runs(matrix, at):
                found = _led_to(matrix, parts, at, holds, fails)
                if found is not None:
                    yield found
                    break


def _runs(matrix: Matrix, middle: int) -> list[tuple[tuple[int, ...], tuple[int, ...], int]]:
    """The runs right above a line that make it up but in one position, which a slip explains.

    None where some run makes it up everywhere. In a table of one column that position is all.
    """
    found: list[tuple[tuple[int, ...], tuple[int, ...], int]] = []
    target = {p: e for p, e in matrix.lines[middle].entries.items() if not e.nil}
    gaps = {p: entry.value for p, entry in target.items()}
    halves = {p: entry.half for p, entry in target.items()}
    for first in range(middle - 1, max(-1, middle - SUBTOTAL_LONGEST_RUN - 1), -1):
        line = matrix.lines[first]
        if not line.added:
            break
        for p in target:
            if (entry := line.entries.get(p)) is not None:
                gaps[p] -= entry.value
                halves[p] += entry.half
        fails = [p for p, gap in gaps.items() if abs(gap) > halves[p]]
        if not fails:
            return []
        if first == middle - 1 or len(fails) != 1:
            continue
        (wrong,) = fails
        holds = tuple(p for p in target if p != wrong and target[p].value)
        slip = slip_bits(target[wrong], gaps[wrong], halves[wrong])
        if (holds or len(matrix.positions) == 1) and slip is not None:
            found.append((tuple(range(first, middle)), holds, wrong))
    return found


def _led_to(
    matrix: Matrix, parts: tuple[int, ...], middle: int, holds: tuple[int, ...], fails: int
) -> _Middle | None:
    """The total below that the parts make with other lines, wherever the middle stands."""
    tried = len(parts) - 1
    for total, others in _ends(matrix, parts[0], middle):
        found = _Middle(parts, middle, others, total, holds, fails)
        bits = _bits(matrix, found)
        bits += 0.0 if holds or bits <= ACQUITS else _slip_worth(matrix, found)
        called = TOTAL_NAME if is_named_total(matrix.lines[total].label) else 0.0
        enough = MIDDLE_CONVICTS if holds else MIDDLE_ALONE
        if bits + called - log2(tried) >= enough:
            return found
        tried += 1
    return None


def _ends(matrix: Matrix, first: int, middle: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each total below with the other lines that may make it, the nearest first.

    Those between it and the middle, the last of them, what they make, or with those above the
    parts.
    """
    for total in range(middle + 1, min(middle + SUBTOTAL_LONGEST_RUN, len(matrix.lines))):
        between = tuple(range(middle + 1, total))
        if not matrix.lines[total].added:
            continue
        if 0 < len(between) <= MOST_BELOW:
            yield total, between
        if len(between) > 1:
            yield total, between[-1:]
            made = made_of(matrix, between)
            if 1 < len(made) <= MOST_BELOW and len(made) < len(between):
                yield total, made
        if len(between) <= MOST_BELOW:
            for outside in range(1, min(MOST_OUTSIDE, first) + 1):
                yield total, (*range(first - outside, first), *between)


def _slip_worth(matrix: Matrix, found: _Middle) -> float:
    """How rarely chance would have offered a slip that explains the line in the middle."""
    entry = matrix.lines[found.middle].entries[found.fails]
    parts = _added(matrix, found.parts, found.fails)
    half = entry.half + parts.half
    spent = slip_bits(entry, entry.value - parts.value, half)
    finest = max(half, _grain(matrix, (*found.parts, found.middle)))
    return 0.0 if spent is None else log2(1 + abs(entry.value) / finest) - spent


def _bits(matrix: Matrix, found: _Middle) -> float:
    """What it is worth that the total comes out wherever the middle stands; it acquits if not.

    The same figures over again are the same evidence. Where the others state nothing, the total
    only repeats the middle; where one part alone states something, so does the middle.
    """
    bits = 0.0
    seen: set[int] = set()
    grain = 0
    for p in (*found.holds, found.fails):
        whole = matrix.lines[found.total].entries.get(p)
        parts, others = _added(matrix, found.parts, p), _added(matrix, found.others, p)
        if whole is None or not whole.value or not (parts.stated and others.stated):
            return ACQUITS
        half = whole.half + parts.half + others.half
        gap = whole.value - parts.value - others.value
        if abs(gap) > half or (p == found.fails and parts.stated == 1):
            return ACQUITS
        if p == found.fails and abs(parts.value) <= half:
            return ACQUITS  # the total comes out with the parts or without
        if abs(whole.value) not in seen:
            seen.add(abs(whole.value))
            grain = grain or _grain(matrix, (*found.parts, *found.others, found.total))
            bits += log2(1 + abs(whole.value) / max(2 * half, grain))
    return bits


def _grain(matrix: Matrix, lines: Sequence[int]) -> int:
    """What the figures of lines are multiples of: noughts behind it say nothing."""
    return gcd(*(matrix.lines[i].grain for i in lines))


def _added(matrix: Matrix, lines: Sequence[int], position: int) -> _Added:
    found = [e for i in lines if (e := matrix.lines[i].entries.get(position)) is not None]
    stated = sum(entry.value != 0 for entry in found)
    return _Added(sum(e.value for e in found), sum(e.half for e in found), stated)


def _relations(found: _Middle, matrix: Matrix, grid: Grid, scene: Scene) -> Iterator[Relation]:
    """The middle from its parts, the total from the middle, and what the total comes to without."""

    def facts(lines: Sequence[int], position: int) -> list[Fact]:
        cells = (matrix.cell(matrix.lines[i].index, position) for i in lines)
        return [f for cell in cells if (f := scene.at.get((grid.table.number, *cell))) is not None]

    for p in (*found.holds, found.fails):
        for whole, lines in (
            (found.middle, found.parts),
            (found.total, (found.middle, *found.others)),
            (found.total, (*found.parts, *found.others)),
        ):
            target, parts = facts((whole,), p), facts(lines, p)
            if target and len(parts) > 1:
                relation = discovered(Kind.SUM, target[0], [Term(part) for part in parts])
                yield relation if found.holds else replace(relation, severity=Severity.WARNING)
