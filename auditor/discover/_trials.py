"""Trials: one line tried as the signed sum of a run of others, weighed in bits of evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import log2
from typing import NamedTuple

from auditor.discover._matrix import CHANGE, Entry, Line, Matrix
from auditor.discover._slips import slip_bits
from auditor.period import Period

ENOUGH = 8.0
"""Bits at which a hypothesis is taken for the structure of the table."""
CONVICTS = 10.0
"""Bits, with those of the slip that explains it, at which a failing position is convicted."""
ERROR_IS_RARE = 9.0
"""Bits that a misprint costs as an explanation: about one published calculation in 400 is wrong."""
NO_SLIP = -8.0
"""Bits for a failure that no slip of the pen explains."""
ACQUITS = -1000.0
"""Bits for a failure that is another structure, or another style of signs, and no error."""
BARELY = -7.0
"""Bits for a failure by no more than a unit beyond rounding: some publishers round loosely."""

LONGEST_TURNED = 14

_TOTAL = re.compile(
    r"\btotals?\b|\bsum\b|\bnet\b|合計|総計|小計|^計$|純額|\bgross\b|\bend(?:ing)?\b|\bprofit\b"
    r"|\bincome\b|\bearnings\b|\ball\b|\boverall\b|\bcombined\b|\bconsolidated\b",
    re.IGNORECASE,
)
_CALLED_TOTAL = re.compile(
    r"^\W*(?:net|gross|operating|comprehensive|consolidated|combined)\b|\bprofit\b|純|利益"
    r"|\b(?:income|earnings|loss|\(loss\))\s+(?:before|from operations)"
    r"|\bend(?:ing)?\b|\bbalances?\b.*\bend|\bcomprehensive income\b",
    re.IGNORECASE,
)
_STRONG_TOTAL = re.compile(r"\b(?:sub)?-?totals?\b|合計|総計|小計|^計$", re.IGNORECASE)
_TAKEN_AWAY = re.compile(
    r"^less\b|\bless:|deduct|cost|expense|tax(?:es)?\b|allowance|depreciation|amortization"
    r"|loss|charge|provision|eliminat|interest|liabilit|控除|費用|原価|税|損失|負債",
    re.IGNORECASE,
)

Parts = tuple[tuple[int, int], ...]


class Hypothesis(NamedTuple):
    """Line ``total`` is the sum of ``parts``, each (line, sign); lines by their place in order.

    ``bits`` speak for the structure, ``slips`` for its failures being misprints.
    """

    total: int
    parts: Parts
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    bits: float
    slips: float = 0.0

    @property
    def convicts(self) -> bool:
        """Whether the evidence carries the positions where it fails."""
        return bool(self.fails) and self.bits + self.slips >= CONVICTS

    @property
    def rank(self) -> tuple[float, int]:
        """By evidence, a failure counted as the rare thing it is; then the simplest."""
        failures = ERROR_IS_RARE * len(self.fails)
        return self.bits + self.slips - failures, -len(self.parts)


class Trial(NamedTuple):
    """A total against a run of lines: by how much the run exceeds it, and what rounding allows.

    ``run`` is nearest first; ``gaps`` and ``halves`` are in half-units by position; ``before``:
    the total stands before the run; ``reaches_back``: the run ends at a heading or a total.
    """

    matrix: Matrix
    total: int
    run: tuple[int, ...]
    gaps: Mapping[int, int]
    halves: Mapping[int, int]
    before: bool
    reaches_back: bool

    @property
    def line(self) -> Line:
        return self.matrix.lines[self.total]

    def entry(self, line: int, position: int) -> Entry | None:
        return self.matrix.lines[line].entries.get(position)


def is_called_total(label: str) -> bool:
    """Whether a line's label is what totals are called; a line without one often is a total."""
    return not label or any(p.search(label) for p in (_STRONG_TOTAL, _CALLED_TOTAL))


def trials(matrix: Matrix, total: int, frontier: Sequence[int], *, before: bool) -> Iterator[Trial]:
    """The total against the last two lines of the frontier, the last three, and so on."""
    lines = matrix.lines
    target = {p: e for p, e in lines[total].entries.items() if not e.nil}
    gaps = {p: -e.value for p, e in target.items()}
    halves = {p: e.half for p, e in target.items()}
    run: list[int] = []
    for place in range(len(frontier) - 1, -1, -1):
        at = frontier[place]
        run.append(at)
        for p in target:
            entry = lines[at].entries.get(p)
            if entry is not None:
                gaps[p] += entry.value
                halves[p] += entry.half
        back = place == 0 or lines[frontier[place - 1]].group != lines[at].group
        back = back or not lines[at - 1].added
        if len(run) > 1 and target:
            yield Trial(matrix, total, tuple(run), dict(gaps), dict(halves), before, back)


def hypotheses(trial: Trial) -> Iterator[Hypothesis]:
    """The ways in which the run may make the total: added, first less the rest, one turned."""
    run, lines, target = trial.run, trial.matrix.lines, trial.line.entries
    gaps = trial.gaps
    length = log2(len(run))
    yield from _weighed(trial, tuple((i, 1) for i in reversed(run)), gaps.__getitem__, 1.0 + length)
    first = lines[run[-1]].entries

    def led(p: int) -> int:
        """The first line twice, less the run's own sum, less the total."""
        lead = first.get(p)
        return (2 * lead.value if lead else 0) - gaps[p] - 2 * target[p].value

    parts = tuple((i, 1 if i == run[-1] else -1) for i in reversed(run))
    yield from _weighed(trial, parts, led, 2.0 + length)
    if len(run) <= LONGEST_TURNED:
        for turned in run if len(run) == 2 else run[:-1]:
            yield from _turned(trial, turned, 2 * length)


def _turned(trial: Trial, turned: int, cost: float) -> Iterator[Hypothesis]:
    """One line of the run subtracted, or left out."""
    entries, gaps = trial.matrix.lines[turned].entries, trial.gaps
    for factor, extra in ((2, 3.0), (1, 4.0)):
        if factor == 1 and len(trial.run) < 3:
            continue

        def turned_gap(p: int, factor: int = factor) -> int:
            entry = entries.get(p)
            return gaps[p] - factor * entry.value if entry else gaps[p]

        if not _may_hold(trial, turned_gap):
            continue
        kept = [i for i in reversed(trial.run) if factor == 2 or i != turned]
        parts = tuple((i, -1 if i == turned else 1) for i in kept)
        yield from _weighed(trial, parts, turned_gap, cost + extra)


def _may_hold(trial: Trial, gap_of: Callable[[int], int]) -> bool:
    """Whether one of the first positions holds; where all of them fail, too many do."""
    probes = islice(trial.gaps, 1 + most_failures(len(trial.gaps)))
    return any(abs(gap_of(p)) <= trial.halves[p] for p in probes)


def most_failures(positions: int) -> int:
    """How many of so many positions may fail: one, or one for four that hold."""
    return max(1, positions // 5)


def _weighed(
    trial: Trial, parts: Parts, gap_of: Callable[[int], int], cost: float
) -> Iterator[Hypothesis]:
    """The hypothesis with its evidence, unless it fails too often."""
    holds: list[int] = []
    fails: list[int] = []
    limit = most_failures(len(trial.gaps))
    for p in trial.gaps:
        if abs(gap_of(p)) <= trial.halves[p]:
            holds.append(p)
        elif _stated(trial, parts, p):
            fails.append(p)
            if len(fails) > limit:
                return
    if len(fails) > max(1, len(holds) // 4) or not (holds or fails):
        return
    bits = _words(trial, parts) - cost + sum(_worth(trial, parts, p, gap_of(p)) for p in holds)
    slips = sum(_failure_bits(trial, parts, holds, p, gap_of(p)) for p in fails)
    yield Hypothesis(trial.total, parts, tuple(holds), tuple(fails), bits, slips)


def _stated(trial: Trial, parts: Parts, position: int) -> int:
    """How many parts state something but nothing at a position."""
    lines = trial.matrix.lines
    return sum(1 for i, _ in parts if (e := lines[i].entries.get(position)) and e.value)


def _is_copy(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether a subtraction comes out right only as a part repeats the total: a = a + b - b."""
    if all(sign > 0 for _, sign in parts):
        return False
    size = abs(trial.line.entries[position].value)
    return any((e := trial.entry(i, position)) and abs(e.value) == size for i, _ in parts)


def _worth(trial: Trial, parts: Parts, position: int, gap: int) -> float:
    """Bits for a sum that comes out right: how rarely chance would have come so near."""
    stated, target = _stated(trial, parts, position), trial.line.entries[position]
    if not (stated and target.value) or _is_copy(trial, parts, position):
        return 0.0
    worth = log2(1 + abs(target.value) / (abs(gap) + 2 * target.half))
    return worth if stated > 1 else worth / 3


def _words(trial: Trial, parts: Parts) -> float:
    """Bits from words, from where the run begins and from the periods of columns."""
    lines, line = trial.matrix.lines, trial.line
    bits = -3.0 if trial.before else 0.0
    if _STRONG_TOTAL.search(line.label) or not line.label:
        bits += 4
    elif _TOTAL.search(line.label):
        bits += 2
    taken = [lines[i].label for i, sign in parts if sign < 0]
    if trial.matrix.downward:
        bits += _subtraction(line.label, taken) if taken else 0.0
    else:
        bits += _across(line, [lines[i] for i, _ in parts], subtracts=bool(taken))
    if not trial.before and trial.reaches_back:
        bits += 3
    group = lines[parts[0][0]].group
    return bits + (3 if group and _same_words(group, line.label) else 0)


def _across(line: Line, parts: Sequence[Line], *, subtracts: bool) -> float:
    """Bits for columns: differences are called changes, and sums are of the same or parted time."""
    change = CHANGE.search(f"{line.group} {line.label}") is not None
    if subtracts:
        return 4.0 if change else -2.0
    bits = -4.0 if change else 0.0
    periods = [part.period for part in parts if part.period]
    if line.period is None or len(periods) < len(parts):
        return bits
    same = all(p == line.period for p in periods)
    return bits if same or _makes_up(line.period, periods) else bits - 15.0


def _makes_up(whole: Period, parts: Sequence[Period]) -> bool:
    """Whether consecutive spans make up the whole one."""
    spans = sorted((p.first, p.last) for p in parts if p.first is not None)
    joined = all(a[1] + 1 == b[0] for a, b in pairwise(spans))
    return (
        len(spans) == len(parts)
        and joined
        and (spans[0][0], spans[-1][1]) == (whole.first, whole.last)
    )


def _subtraction(label: str, taken: Sequence[str]) -> float:
    """Bits for a total that takes lines away: plain where words say so, odd where they do not."""
    if all(_TAKEN_AWAY.search(text) for text in taken):
        return 2.0
    if _STRONG_TOTAL.search(label):
        return -14.0
    return 0.0 if _TOTAL.search(label) or not label else -6.0


def _same_words(group: str, label: str) -> bool:
    """Whether a total's label names the heading over its parts."""
    words = set(re.findall(r"\w{3,}", group.casefold()))
    return bool(words) and words <= set(re.findall(r"\w{3,}", label.casefold()))


def _failure_bits(
    trial: Trial, parts: Parts, holds: Sequence[int], position: int, gap: int
) -> float:
    """What one slip of the pen that explains the gap is worth; less than nothing if none does."""
    half = trial.halves[position]
    target = trial.line.entries[position]
    if _is_structure(trial, parts, position, gap) or _is_sign_style(trial, parts, position, gap):
        return ACQUITS
    cells = [(target, -1, trial.total)]
    cells += [(e, s, i) for i, s in parts if (e := trial.entry(i, position))]
    spent = []
    for entry, sign, line in cells:
        if entry.nil:
            continue
        spend = slip_bits(entry, gap * sign, half)
        if spend is not None and (spend > SIGN_SPEND or _sign_is_known(trial, line, holds)):
            spent.append(spend)
    barely = BARELY if abs(gap) <= half + 2 * max(e.half for e, _, _ in cells) else 0.0
    if not spent:
        return NO_SLIP + barely
    size = max(abs(e.value) for e, _, _ in cells)
    return max(0.0, log2(1 + size / half) - min(spent) - log2(len(cells))) + barely


SIGN_SPEND = log2(4)
"""What a turned sign spends: it can happen in one way."""


def _sign_is_known(trial: Trial, line: int, holds: Sequence[int]) -> bool:
    """Whether the line's sign is borne out elsewhere; if not, the structure may subtract it."""
    label = trial.matrix.lines[line].label
    if _STRONG_TOTAL.search(trial.line.label) and not _TAKEN_AWAY.search(label):
        return True
    return any((e := trial.entry(line, p)) is not None and e.value for p in holds)


def _is_sign_style(trial: Trial, parts: Parts, position: int, gap: int) -> bool:
    """Whether only a sign is off where signs follow no rule: in changes of costs and outflows."""
    half = trial.halves[position]
    across = not trial.matrix.downward and any(sign < 0 for _, sign in parts)
    values = [e.value for i, _ in parts if (e := trial.entry(i, position))]
    if across:
        turned = abs(gap + 2 * trial.line.entries[position].value) <= half
        return turned and any(value < 0 for value in values)
    if position not in trial.matrix.changes:
        return False
    values.append(trial.line.entries[position].value)
    return any(abs(abs(gap) - 2 * abs(value)) <= half for value in values)


def _is_structure(trial: Trial, parts: Parts, position: int, gap: int) -> bool:
    """Whether the gap is a figure printed nearby, so that something was left out or counted twice.

    Among small figures a gap is soon one of them by chance, and says nothing.
    """
    half = trial.halves[position]
    inside = {i for i, _ in parts}
    column = [
        e
        for i, line in enumerate(trial.matrix.lines)
        if i != trial.total and (e := line.entries.get(position)) and e.value
    ]
    unstated = [
        e
        for p, e in trial.line.entries.items()
        if p != position and not any((x := trial.entry(i, p)) and x.value for i in inside)
    ]
    nearby = [*column, *unstated]
    if 2 * half * len(nearby) * CHANCE > abs(gap):
        return False
    return any(abs(abs(gap) - abs(e.value)) <= half for e in nearby)


CHANCE = 8
"""How much rarer than one in so many a coincidence must be to be taken for structure."""
