"""Averages: lines that state the mean of a run of other lines, down columns and along rows.

Evidence. Each position where the mean of the run prints as the line's figure is worth the bits
that chance would have needed: how many times the tolerance goes into the spread of the parts. A
word such as "average" is worth a few more, every run tried costs. Without the word only
overwhelming evidence makes an average, and none convicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from math import log2
from typing import NamedTuple

from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._lines import (
    FactLine,
    all_whole,
    fact_line,
    facts_both_ways,
    rows_of_band,
)
from auditor.relations.discovered._quotients import Number
from auditor.relations.discovered._relations import confidence_of, discovered
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._thresholds import (
    AVERAGE_CERTAIN,
    AVERAGE_CONVICTS,
    AVERAGE_ENOUGH,
    AVERAGE_ENOUGH_UNNAMED,
    AVERAGE_FAILURE,
    AVERAGE_GAP,
    AVERAGE_LONGEST_RUN,
    AVERAGE_MOST,
    AVERAGE_NAMED,
    AVERAGE_STEPS,
    FEWEST_UNNAMED,
    FLOAT_SLACK,
    MOST_NAMESAKES,
    MOST_PROBES,
    POSITIONS_PER_DIFFERENCE,
)

ORDER = 30
_AVERAGE = re.compile(r"\baverage|\bavg\b|\bmean\b|\bmoyenne|\bmedia\b|平均", re.IGNORECASE)


class Mean(NamedTuple):
    """A line as the mean of a run of lines.

    ``holds`` are positions with the bits that each gives, ``fails`` positions.
    """

    target: FactLine
    parts: tuple[FactLine, ...]
    holds: Mapping[int, float]
    fails: tuple[int, ...]
    bits: float
    named: bool


def discover(scene: Scene) -> Iterator[Relation | Unfinished]:
    """The averages of every table, down its columns and along its rows."""
    for grid in scene.grids:
        steps = Steps(AVERAGE_STEPS)
        for band in grid.bands:
            for lines in _both_ways(grid, band, scene):
                for mean in _means(lines, steps):
                    yield from _relations(mean)
        yield from steps.ended(grid.table.number, "averages")


def _both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[Sequence[FactLine], ...]:
    """The band's rows and its columns."""
    _, by_column = facts_both_ways(grid, band, scene)
    columns = [
        fact_line(c.index, c.headings[-1] if c.headings else "", "", by_column[c.index])
        for c in band.columns
    ]
    return rows_of_band(grid, band, scene), columns


def _means(lines: Sequence[FactLine], steps: Steps) -> Iterator[Mean]:
    """The lines that are means, each with its best run; parts of a mean are no mean of it."""
    may_be = [at for at, target in enumerate(lines) if _may_be_mean(target, len(lines))]
    sums = _running_sums(lines) if may_be else {}
    for at in may_be:
        best = max(_candidates(lines, at, sums, steps), key=lambda m: m.bits, default=None)
        if best is not None and best.bits >= (
            AVERAGE_ENOUGH if best.named else AVERAGE_ENOUGH_UNNAMED
        ):
            yield best


def _may_be_mean(target: FactLine, count: int) -> bool:
    """Whether a line has figures enough for the evidence that it needs, among so many lines."""
    named = _AVERAGE.search(target.label) is not None
    most = AVERAGE_MOST * len(target.numbers) - _tried(count)
    if named:
        return bool(target.facts) and most + AVERAGE_NAMED >= AVERAGE_ENOUGH
    return most >= AVERAGE_ENOUGH_UNNAMED and len(target.facts) > 1 and not all_whole(target)


def _tried(count: int) -> float:
    """What it costs to try the runs near a line, among so many lines."""
    return log2(1 + 2 * AVERAGE_GAP * min(count, AVERAGE_LONGEST_RUN))


Running = Sequence[tuple[float, float, int]]
"""The sum of values, of half-units and the count of the lines before each."""
Sums = Mapping[int, Running]
"""The same by position."""
Test = tuple[Running, float, float]
"""What a run is tested by at one position: the sums there, the line's figure and its half-unit."""


def _running_sums(lines: Sequence[FactLine]) -> Sums:
    positions = {p for line in lines for p in line.numbers}
    return {
        p: list(
            accumulate(
                (line.numbers.get(p) for line in lines),
                _with_number,
                initial=(0.0, 0.0, 0),
            )
        )
        for p in positions
    }


def _with_number(
    before: tuple[float, float, int], number: Number | None
) -> tuple[float, float, int]:
    if number is None:
        return before
    return before[0] + number[0], before[1] + number[1], before[2] + 1


def _candidates(lines: Sequence[FactLine], at: int, sums: Sums, steps: Steps) -> Iterator[Mean]:
    """The runs near a line whose mean it may state, with their evidence."""
    target = lines[at]
    named = _AVERAGE.search(target.label) is not None
    probes = _probes(target)
    tests = [(sums[p], *target.numbers[p]) for p in probes]
    tried = _tried(len(lines))
    for start, end in _runs(at, len(lines)):
        if not steps.allow(1):
            return
        if not _plausible((start, end), tests):
            continue
        if not steps.allow((end - start) * len(target.numbers)):
            return
        found = _weighed(
            target, lines[start:end], (AVERAGE_NAMED if named else 0.0) - tried, named=named
        )
        if found is not None:
            yield found
    if named:
        for parts in _namesakes(lines, target):
            found = _weighed(target, parts, AVERAGE_NAMED - tried, named=True)
            if found is not None:
                yield found


def _namesakes(lines: Sequence[FactLine], target: FactLine) -> Iterator[Sequence[FactLine]]:
    """The lines wherever they stand that bear the average's name: all, or some side by side."""
    name = _without_average(target.label)
    found = [line for line in lines if line is not target and line.label.casefold().strip() == name]
    if name and 1 < len(found) <= MOST_NAMESAKES:
        for start, end in combinations(range(len(found) + 1), 2):
            if end - start > 1:
                yield found[start:end]


def _without_average(label: str) -> str:
    return _AVERAGE.sub("", label).strip(" -:.()").casefold()


def _probes(target: FactLine) -> list[int]:
    """Positions to test a run by: those whose figure is not zero, if any."""
    telling = [p for p, (value, _) in target.numbers.items() if value]
    return (telling or list(target.numbers))[:MOST_PROBES]


def _runs(at: int, count: int) -> Iterator[tuple[int, int]]:
    """The runs of at least two lines that end shortly before a line or begin shortly after it."""
    for gap in range(AVERAGE_GAP + 1):
        end, start = at - gap, at + 1 + gap
        yield from (
            (first, end) for first in range(end - 2, max(-1, end - AVERAGE_LONGEST_RUN - 1), -1)
        )
        yield from (
            (start, last) for last in range(start + 2, min(count, start + AVERAGE_LONGEST_RUN) + 1)
        )


def _plausible(run: tuple[int, int], tests: Sequence[Test]) -> bool:
    """Whether the run's mean prints as the line's figure at most of the probes."""
    first, last = run
    spared = (len(tests) - 1) // 2
    for before, value, half in tests:
        start, end = before[first], before[last]
        count = end[2] - start[2]
        total = end[0] - start[0]
        tolerance = half * count + (end[1] - start[1]) + FLOAT_SLACK * max(1.0, abs(total))
        if count < 2 or abs(total - value * count) > tolerance:
            if not spared:
                return False
            spared -= 1
    return bool(tests)


def _within(total: float, wanted: float, tolerance: float) -> bool:
    return abs(total - wanted) <= tolerance + FLOAT_SLACK * max(1.0, abs(total))


def _weighed(
    target: FactLine, parts: Sequence[FactLine], bits: float, *, named: bool
) -> Mean | None:
    """The line as the mean of the parts with its evidence, None where it cannot be."""
    holds: dict[int, float] = {}
    fails: list[int] = []
    seen: set[tuple[float, float]] = set()
    limit = len(target.numbers) // POSITIONS_PER_DIFFERENCE
    for p, (value, half) in target.numbers.items():
        stated = [line.numbers[p] for line in parts if p in line.numbers]
        if len(stated) < 2:
            continue
        tolerance = half * len(stated) + sum(h for _, h in stated)
        total = sum(v for v, _ in stated)
        if not _within(total, value * len(stated), tolerance):
            fails.append(p)
            bits -= AVERAGE_FAILURE
            if len(fails) > limit:
                return None
            continue
        holds[p] = 0.0 if (value, total) in seen else _worth(stated, tolerance)
        seen.add((value, total))
        bits += holds[p]
    if not holds or (len(parts) < FEWEST_UNNAMED and not named and bits < AVERAGE_CERTAIN):
        return None
    return Mean(target, tuple(parts), holds, tuple(fails), bits, named)


def _worth(stated: Sequence[Number], tolerance: float) -> float:
    """Bits of a mean that comes out right: how often the tolerance goes into the parts' spread."""
    values = [value for value, _ in stated]
    spread = (max(values) - min(values)) * len(stated) / 2
    return min(AVERAGE_MOST, max(0.0, log2(spread / tolerance))) if spread and tolerance else 0.0


def _relations(mean: Mean) -> Iterator[Relation]:
    convicted = mean.fails if mean.named and mean.bits >= AVERAGE_CONVICTS else ()
    may_fail = mean.named and len(mean.fails) < len(mean.target.numbers) // POSITIONS_PER_DIFFERENCE
    for p in (*mean.holds, *convicted):
        left = mean.bits - mean.holds.get(p, 0.0) - AVERAGE_FAILURE
        tells = p in convicted or (may_fail and left >= AVERAGE_CONVICTS)
        parts = [Term(line.facts[p], 1, Role.PART) for line in mean.parts if p in line.facts]
        confidence = confidence_of(mean.bits)
        target = mean.target.facts[p]
        yield discovered(Kind.AVERAGE, target, parts, confidence=confidence, tells=tells)
