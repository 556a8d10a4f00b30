"""Sums along columns and rows: totals, nested subtotals, signed statements, differences.

Evidence. A hypothesis says that one line is the signed sum of others. Each position where it
holds is worth the bits that chance would have needed: how many times the rounding tolerance goes
into the size of the figures. Words that name totals and a run that reaches back to the last
heading or total are worth a few more; every alternative that was tried costs. A hypothesis that
gathers enough bits is a relation. Where it fails at a position, the position is convicted only if
the others carry the evidence with a large margin, or if one slip of the pen explains the failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2

from auditor.discover._matrix import Entry, Line, Matrix, across, downward, entries
from auditor.discover._slips import slip_bits
from auditor.fact import Fact
from auditor.grid import Grid
from auditor.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.scene import Scene

ORDER = 10
LONGEST_RUN = 60
"""Lines looked back over for the parts of one total: keeps the time linear."""

ENOUGH = 8.0
"""Bits at which a hypothesis is taken for the structure of the table."""
CONVICTS = 11.0
"""Bits, with those of the slip that explains it, at which a failing position is convicted."""

_TOTAL = re.compile(
    r"\btotals?\b|\bsum\b|\bnet\b|合計|総計|小計|^計$|純額|\bgross\b|\bend(?:ing)?\b|\bprofit\b"
    r"|\bincome\b|\bearnings\b|\ball\b|\boverall\b|\bcombined\b|\bconsolidated\b",
    re.IGNORECASE,
)
_STRONG_TOTAL = re.compile(r"\b(?:sub)?-?totals?\b|合計|総計|小計|^計$", re.IGNORECASE)


_TAKEN_AWAY = re.compile(
    r"^less\b|\bless:|deduct|cost|expense|tax(?:es)?\b|allowance|depreciation|amortization"
    r"|loss|charge|provision|eliminat|interest|控除|費用|原価|税|損失",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Line ``total`` is the sum of ``parts``, each (line, sign); lines by their place in order."""

    total: int
    parts: tuple[tuple[int, int], ...]
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    bits: float
    slips: float = 0.0

    @property
    def convicts(self) -> bool:
        """Whether the evidence carries the positions where it fails."""
        return bool(self.fails) and self.bits + self.slips >= CONVICTS


def discover(scene: Scene) -> Iterator[Relation]:
    """The sums of every table, down its columns and across its rows."""
    for grid in scene.grids:
        for band in grid.bands:
            found = entries(grid, band)
            if not found:
                continue
            for matrix in (downward(grid, band, found), across(grid, band, found)):
                for hypothesis in explained(matrix):
                    yield from _relations(hypothesis, matrix, grid, scene)


def explained(matrix: Matrix) -> list[Hypothesis]:
    """The accepted hypotheses: totals after their parts first, then before them."""
    search = _Search(matrix)
    search.run()
    return search.accepted


@dataclass
class _Search:
    """One pass over a matrix; ``frontier`` are the lines that no total has explained yet."""

    matrix: Matrix
    accepted: list[Hypothesis] = field(default_factory=list)

    def run(self) -> None:
        lines = self.matrix.lines
        usable = [i for i, line in enumerate(lines) if line.added]
        self._pass(usable)
        taken = {h.total for h in self.accepted} | {
            p for h in self.accepted for p, _ in h.parts
        }
        totals = {h.total for h in self.accepted}
        left = [i for i in usable if i not in taken or i in totals]
        self._pass(left[::-1], before=True)

    def _pass(self, order: Sequence[int], *, before: bool = False) -> None:
        frontier: list[int] = []
        known = {h.total for h in self.accepted}
        for at in order:
            best = None
            if at not in known and len(frontier) >= 2:
                best = self._best(at, frontier[-LONGEST_RUN:], before=before)
            if best is not None:
                self.accepted.append(best)
                first = min(frontier.index(p) for p, _ in best.parts)
                del frontier[first:]
            frontier.append(at)

    def _best(self, total: int, frontier: Sequence[int], *, before: bool) -> Hypothesis | None:
        best: Hypothesis | None = None
        for hypothesis in hypotheses(self.matrix, total, frontier, before=before):
            if best is None or _rank(hypothesis) > _rank(best):
                best = hypothesis
        if best is None:
            return None
        return best if best.bits >= ENOUGH or best.convicts else None


def _rank(hypothesis: Hypothesis) -> tuple[float, int]:
    return hypothesis.bits + hypothesis.slips - 6 * len(hypothesis.fails), -len(hypothesis.parts)


def hypotheses(
    matrix: Matrix, total: int, frontier: Sequence[int], *, before: bool
) -> Iterator[Hypothesis]:
    """Every way in which the total may be made of the last lines of the frontier."""
    lines = matrix.lines
    target = lines[total].entries
    positions = [p for p, e in target.items() if not e.nil]
    if not positions:
        return
    sums = {p: 0 for p in positions}
    halves = {p: target[p].half for p in positions}
    run: list[int] = []
    for place in range(len(frontier) - 1, -1, -1):
        at = frontier[place]
        run.append(at)
        back = place == 0 or lines[frontier[place - 1]].group != lines[at].group
        for p in positions:
            entry = lines[at].entries.get(p)
            if entry is not None:
                sums[p] += entry.value
                halves[p] += entry.half
        if len(run) < 2:
            continue
        yield from _plain(matrix, total, run, sums, halves, positions, before, back)
        yield from _first_less_rest(matrix, total, run, sums, halves, positions, before, back)
        if len(run) <= 14:
            yield from _one_turned(matrix, total, run, sums, halves, positions, before, back)


def _plain(
    matrix: Matrix,
    total: int,
    run: Sequence[int],
    sums: dict[int, int],
    halves: dict[int, int],
    positions: Sequence[int],
    before: bool,
    back: bool,
) -> Iterator[Hypothesis]:
    target = matrix.lines[total].entries
    gaps = {p: sums[p] - target[p].value for p in positions}
    parts = tuple((i, 1) for i in reversed(run))
    found = _weighed(matrix, total, parts, gaps, halves, 1.0 + log2(len(run)), before, back)
    if found:
        yield found


def _first_less_rest(
    matrix: Matrix,
    total: int,
    run: Sequence[int],
    sums: dict[int, int],
    halves: dict[int, int],
    positions: Sequence[int],
    before: bool,
    back: bool,
) -> Iterator[Hypothesis]:
    lines = matrix.lines
    first = run[-1] if not before else run[-1]
    target = lines[total].entries
    gaps = {}
    for p in positions:
        lead = lines[first].entries.get(p)
        gaps[p] = (2 * lead.value if lead else 0) - sums[p] - target[p].value
    parts = tuple((i, 1 if i == first else -1) for i in reversed(run))
    found = _weighed(matrix, total, parts, gaps, halves, 2.0 + log2(len(run)), before, back)
    if found:
        yield found


def _one_turned(
    matrix: Matrix,
    total: int,
    run: Sequence[int],
    sums: dict[int, int],
    halves: dict[int, int],
    positions: Sequence[int],
    before: bool,
    back: bool,
) -> Iterator[Hypothesis]:
    """One part subtracted, or one left out."""
    lines = matrix.lines
    target = lines[total].entries
    for turned in run if len(run) == 2 else run[:-1]:
        for factor, cost in ((2, 3.0), (1, 4.0)):
            if factor == 1 and len(run) < 3:
                continue
            gaps = {}
            for p in positions:
                entry = lines[turned].entries.get(p)
                gaps[p] = sums[p] - target[p].value - (factor * entry.value if entry else 0)
            if not any(abs(gaps[p]) <= halves[p] for p in positions):
                continue
            parts = tuple(
                (i, -1 if i == turned else 1)
                for i in reversed(run)
                if factor == 2 or i != turned
            )
            found = _weighed(
                matrix, total, parts, gaps, halves, cost + 2 * log2(len(run)), before, back
            )
            if found:
                yield found


def _weighed(
    matrix: Matrix,
    total: int,
    parts: tuple[tuple[int, int], ...],
    gaps: dict[int, int],
    halves: dict[int, int],
    cost: float,
    before: bool,
    reaches_back: bool,
) -> Hypothesis | None:
    """The hypothesis with its evidence; None when it holds nowhere or fails too often."""
    lines = matrix.lines
    target = lines[total].entries
    holds, fails, bits = [], [], -cost
    for p, gap in gaps.items():
        stated = [e for i, _ in parts if (e := lines[i].entries.get(p)) and e.value]
        if abs(gap) <= halves[p]:
            holds.append(p)
            if target[p].value and stated:
                worth = log2(1 + abs(target[p].value) / halves[p])
                bits += worth if len(stated) > 1 else worth / 3
        elif stated:
            fails.append(p)
        elif target[p].value:
            continue
    if not holds and not fails:
        return None
    if len(fails) > max(1, len(holds) // 4):
        return None
    bits += _layout(matrix, total, parts, before, reaches_back)
    slips = sum(_slip_bits(matrix, total, parts, p, gaps[p], halves[p]) for p in fails)
    return Hypothesis(total, parts, tuple(holds), tuple(fails), bits, slips)


def _layout(
    matrix: Matrix,
    total: int,
    parts: tuple[tuple[int, int], ...],
    before: bool,
    reaches_back: bool,
) -> float:
    """Bits from words and from where the run begins."""
    lines = matrix.lines
    line = lines[total]
    bits = -3.0 if before else 0.0
    if _STRONG_TOTAL.search(line.label) or not line.label:
        bits += 4
    elif _TOTAL.search(line.label):
        bits += 2
    if any(sign < 0 for _, sign in parts):
        bits += _subtraction(line.label, [lines[i].label for i, s in parts if s < 0])
    first = parts[0][0]
    if not before and (reaches_back or not lines[first - 1].added):
        bits += 3
    group = lines[first].group
    if group and _same_words(group, line.label):
        bits += 3
    return bits


def _subtraction(label: str, taken: Sequence[str]) -> float:
    """Bits for a total that takes lines away: plain where words say so, odd where they do not."""
    if all(_TAKEN_AWAY.search(text) for text in taken):
        return 2.0
    if _STRONG_TOTAL.search(label):
        return -10.0
    return 0.0 if _TOTAL.search(label) or not label else -6.0


def _same_words(group: str, label: str) -> bool:
    """Whether a total's label names the heading over its parts."""
    words = set(re.findall(r"\w{3,}", group.casefold()))
    return bool(words) and words <= set(re.findall(r"\w{3,}", label.casefold()))


def _slip_bits(
    matrix: Matrix,
    total: int,
    parts: tuple[tuple[int, int], ...],
    position: int,
    gap: int,
    half: int,
) -> float:
    """What one slip of the pen that explains the gap is worth; less than nothing if none does."""
    lines = matrix.lines
    cells: list[tuple[Entry, int]] = [(lines[total].entries[position], -1)]
    cells += [(e, s) for i, s in parts if (e := lines[i].entries.get(position))]
    spent = [
        spend
        for entry, sign in cells
        if not entry.nil and (spend := slip_bits(entry, gap * sign, half)) is not None
    ]
    if not spent:
        return -8.0
    size = max(abs(e.value) for e, _ in cells)
    return max(0.0, log2(1 + size / half) - min(spent) - log2(len(cells)))


def _relations(
    hypothesis: Hypothesis, matrix: Matrix, grid: Grid, scene: Scene
) -> Iterator[Relation]:
    lines = matrix.lines
    number = grid.table.number

    def fact(line: Line, position: int) -> Fact | None:
        row, column = matrix.cell(line.index, position)
        return scene.at.get((number, row, column))

    convicted = hypothesis.fails if hypothesis.convicts else ()
    for p in (*hypothesis.holds, *convicted):
        target = fact(lines[hypothesis.total], p)
        terms = [
            Term(found, sign, Role.PART)
            for i, sign in hypothesis.parts
            if (found := fact(lines[i], p)) is not None
        ]
        if target is None or not terms:
            continue
        yield Relation(
            Kind.SUM,
            target,
            tuple(terms),
            "sum",
            origin=Origin.DISCOVERED,
            severity=Severity.ERROR,
            confidence=min(0.99, hypothesis.bits / 40),
        )
