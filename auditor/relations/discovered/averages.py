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
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._quotients import Line, Number, all_whole, facts_both_ways, line

ORDER = 30
ENOUGH = 14.0
"""Bits at which a line called an average is one."""
ENOUGH_UNNAMED = 40.0
"""Bits at which any other line is."""
CONVICTS = 24.0
"""Bits at which a named average convicts the positions that differ."""
CERTAIN = 200.0
"""Bits at which even the mean of two lines needs no name."""
NAMED = 8.0
"""Bits for a line that is called an average."""
FAILURE = 6.0
"""Bits that a position which differs takes away."""
MOST = 10.0
"""Bits that one position may contribute."""
GAP = 8
"""Lines that may stand between an average and its run."""
FEWEST_UNNAMED = 3
"""Lines of which a line not called an average may be one; any two have a line halfway."""
LONGEST_RUN = 120
"""Lines that a run may have: keeps the time bounded."""
MOST_NAMESAKES = 12
"""Lines of one name among which an average's parts are looked for."""
PROBES = 3
"""Positions that must bear a run out before it is weighed in full."""

_AVERAGE = re.compile(r"\baverage|\bavg\b|\bmean\b|\bmoyenne|\bmedia\b|平均", re.IGNORECASE)


class Mean(NamedTuple):
    """A line as the mean of a run of lines; ``holds`` and ``fails`` are positions."""

    target: Line
    parts: tuple[Line, ...]
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    bits: float
    named: bool


def discover(scene: Scene) -> Iterator[Relation]:
    """The averages of every table, down its columns and along its rows."""
    for grid in scene.grids:
        for band in grid.bands:
            for lines in _both_ways(grid, band, scene):
                for mean in means(lines):
                    yield from _relations(mean)


def _both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[list[Line], list[Line]]:
    """The band's rows and its columns."""
    by_row, by_column = facts_both_ways(grid, band, scene)
    rows = [line(r.index, r.label, r.group, by_row[r.index]) for r in band.rows]
    columns = [
        line(c.index, c.headings[-1] if c.headings else "", "", by_column[c.index])
        for c in band.columns
    ]
    return rows, columns


def means(lines: Sequence[Line]) -> Iterator[Mean]:
    """The lines that are means, each with its best run; parts of a mean are no mean of it."""
    sums = _running_sums(lines)
    for at, target in enumerate(lines):
        named = _AVERAGE.search(target.label) is not None
        if target.facts and (named or (len(target.facts) > 1 and not all_whole(target))):
            best = max(_candidates(lines, at, sums), key=lambda m: m.bits, default=None)
            if best is not None and best.bits >= (ENOUGH if best.named else ENOUGH_UNNAMED):
                yield best


Sums = Mapping[int, Sequence[tuple[float, float, int]]]
"""By position: the sum of values, of half-units and the count of the lines before each."""


def _running_sums(lines: Sequence[Line]) -> Sums:
    positions = {p for ln in lines for p in ln.numbers}
    return {
        p: list(
            accumulate(
                (ln.numbers.get(p) for ln in lines),
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


def _candidates(lines: Sequence[Line], at: int, sums: Sums) -> Iterator[Mean]:
    """The runs near a line whose mean it may state, with their evidence."""
    target = lines[at]
    named = _AVERAGE.search(target.label) is not None
    probes = _probes(target)
    runs = [run for run in _runs(at, len(lines)) if _plausible(run, probes, target, sums)]
    tried = log2(1 + 2 * GAP * min(len(lines), LONGEST_RUN))
    for start, end in runs:
        found = _weighed(target, lines[start:end], (NAMED if named else 0.0) - tried, named=named)
        if found is not None:
            yield found
    if named:
        for parts in _namesakes(lines, target):
            found = _weighed(target, parts, NAMED - tried, named=True)
            if found is not None:
                yield found


def _namesakes(lines: Sequence[Line], target: Line) -> Iterator[Sequence[Line]]:
    """The lines wherever they stand that bear the average's name: all, or some side by side."""
    name = _without_average(target.label)
    found = [ln for ln in lines if ln is not target and ln.label.casefold().strip() == name]
    if name and 1 < len(found) <= MOST_NAMESAKES:
        for start, end in combinations(range(len(found) + 1), 2):
            if end - start > 1:
                yield found[start:end]


def _without_average(label: str) -> str:
    return _AVERAGE.sub("", label).strip(" -:.()").casefold()


def _probes(target: Line) -> list[int]:
    """Positions to test a run by: those whose figure is not zero, if any."""
    telling = [p for p, (value, _) in target.numbers.items() if value]
    return (telling or list(target.numbers))[: 2 * PROBES]


def _runs(at: int, count: int) -> Iterator[tuple[int, int]]:
    """The runs of at least two lines that end shortly before a line or begin shortly after it."""
    for gap in range(GAP + 1):
        end, start = at - gap, at + 1 + gap
        yield from ((first, end) for first in range(end - 2, max(-1, end - LONGEST_RUN - 1), -1))
        yield from ((start, last) for last in range(start + 2, min(count, start + LONGEST_RUN) + 1))


def _plausible(run: tuple[int, int], probes: Sequence[int], target: Line, sums: Sums) -> bool:
    """Whether the run's mean prints as the line's figure at most of the probes."""
    borne = 0
    for tested, p in enumerate(probes):
        start, end = sums[p][run[0]], sums[p][run[1]]
        count = end[2] - start[2]
        value, half = target.numbers[p]
        tolerance = half * count + (end[1] - start[1])
        borne += count > 1 and _within(end[0] - start[0], value * count, tolerance)
        if 2 * borne + 2 < tested:
            return False
    return 2 * borne > len(probes)


def _within(total: float, wanted: float, tolerance: float) -> bool:
    return abs(total - wanted) <= tolerance + 1e-9 * max(1.0, abs(total))


def _weighed(target: Line, parts: Sequence[Line], bits: float, *, named: bool) -> Mean | None:
    holds: list[int] = []
    fails: list[int] = []
    seen: set[tuple[float, float]] = set()
    limit = len(target.numbers) // 5
    for p, (value, half) in target.numbers.items():
        stated = [ln.numbers[p] for ln in parts if p in ln.numbers]
        if len(stated) < 2:
            continue
        tolerance = half * len(stated) + sum(h for _, h in stated)
        total = sum(v for v, _ in stated)
        if not _within(total, value * len(stated), tolerance):
            fails.append(p)
            bits -= FAILURE
            if len(fails) > limit:
                return None
            continue
        holds.append(p)
        if (value, total) in seen:
            continue
        seen.add((value, total))
        values = [v for v, _ in stated]
        spread = (max(values) - min(values)) * len(stated) / 2
        bits += min(MOST, max(0.0, log2(spread / tolerance))) if spread and tolerance else 0.0
    if not holds or (len(parts) < FEWEST_UNNAMED and not named and bits < CERTAIN):
        return None
    return Mean(target, tuple(parts), tuple(holds), tuple(fails), bits, named)


def _relations(mean: Mean) -> Iterator[Relation]:
    convicted = mean.fails if mean.named and mean.bits >= CONVICTS else ()
    for p in (*mean.holds, *convicted):
        yield Relation(
            Kind.AVERAGE,
            mean.target.facts[p],
            tuple(Term(ln.facts[p], 1, Role.PART) for ln in mean.parts if p in ln.facts),
            str(Kind.AVERAGE),
            origin=Origin.DISCOVERED,
            severity=Severity.ERROR,
            confidence=round(min(0.99, mean.bits / 40), 3),
        )
