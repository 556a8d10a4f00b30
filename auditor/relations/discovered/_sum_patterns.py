"""Patterns: the ways in which a run of lines may make a total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from math import log2

from auditor.relations.discovered._evidence import (
    Way,
    most_failures,
    weighed,
    weighed_as_spoilt,
)
from auditor.relations.discovered._matrix import Entry, Matrix
from auditor.relations.discovered._thresholds import (
    ADDED_COST,
    LED_COST,
    LEFT_OUT_COST,
    LONGEST_TURNED,
    TURNED_COST,
)
from auditor.relations.discovered._totals import takes_away
from auditor.relations.discovered._trials import Parts, SumHypothesis, Trial

SumPattern = Callable[[Trial], Iterator[SumHypothesis]]
"""The ways in which a run of lines may make a total."""


def added(trial: Trial) -> Iterator[SumHypothesis]:
    """The run added up."""

    def parts() -> Parts:
        return tuple((i, 1) for i in sorted(trial.run))

    cost = ADDED_COST + log2(len(trial.run))
    yield from weighed(trial, Way(parts, trial.gaps.__getitem__, cost, turns=False))


def plain(trial: Trial) -> Iterator[SumHypothesis]:
    """The run added up, or with subtractions where words name what is taken."""
    yield from added(trial)
    yield from (h for h in subtracted(trial) if is_worded(plain, h, trial.matrix))


def worded(trial: Trial) -> Iterator[SumHypothesis]:
    """The run added up, a line left out, or with subtractions where words name what is taken."""
    yield from added(trial)
    yield from (h for h in subtracted(trial) if is_worded(worded, h, trial.matrix))


def is_worded(pattern: SumPattern, hypothesis: SumHypothesis, matrix: Matrix) -> bool:
    """Whether words allow what signs made of the run: where none is taken, one was left out."""
    if all(sign > 0 for _, sign in hypothesis.parts):
        return pattern is worded
    return takes_away(matrix, hypothesis)


def signed(trial: Trial) -> Iterator[SumHypothesis]:
    """The run added, first less the rest, one subtracted, one left out."""
    yield from added(trial)
    yield from subtracted(trial)


def spoilt(trial: Trial) -> Iterator[SumHypothesis]:
    """The run added up, or less what words say is taken, where several slips spoilt it."""
    parts = tuple((i, 1) for i in sorted(trial.run))
    yield from weighed_as_spoilt(
        trial, parts, trial.gaps.__getitem__, ADDED_COST + log2(len(trial.run))
    )
    led_parts, led_gap = _led(trial)
    cost = LED_COST + log2(len(trial.run))
    for hypothesis in weighed_as_spoilt(trial, led_parts(), led_gap, cost):
        if takes_away(trial.matrix, hypothesis):
            yield hypothesis


def natural(hypothesis: SumHypothesis, matrix: Matrix) -> SumHypothesis:
    """A first line that is the sum of the others, stated of the last one where words say so.

    "Revenue = costs + profit" is "profit = revenue - costs".
    """
    first, last = hypothesis.total, max(i for i, _ in hypothesis.parts)
    if last < first or any(sign < 0 for _, sign in hypothesis.parts):
        return hypothesis
    parts = tuple((i, 1 if i == first else -1) for i in sorted(hypothesis.lines - {last}))
    turned = hypothesis._replace(total=last, parts=parts)
    return turned if takes_away(matrix, turned) else hypothesis


def subtracted(trial: Trial) -> Iterator[SumHypothesis]:
    """The first line less the rest, one subtracted, one left out."""
    run, length = trial.run, log2(len(trial.run))
    yield from weighed(trial, Way(*_led(trial), LED_COST + length, turns=True))
    if len(run) <= LONGEST_TURNED:
        for turned, factor in _turnable(trial):
            yield from _turned(trial, turned, factor, 2 * length)


def _led(trial: Trial) -> tuple[Callable[[], Parts], Callable[[int], int]]:
    """The first line less the rest: its parts and its gaps."""
    run, target = trial.run, trial.line.entries
    first = trial.matrix.lines[run[-1]].entries

    def gap(p: int) -> int:
        """The first line twice, less the run's own sum, less the total."""
        lead = first.get(p)
        return (2 * lead.value if lead else 0) - trial.gaps[p] - 2 * target[p].value

    def parts() -> Parts:
        return tuple((i, 1 if i == run[-1] else -1) for i in reversed(run))

    return parts, gap


def _turnable(trial: Trial) -> Iterator[tuple[int, int]]:
    """The lines that may be subtracted (2, twice their figures off) or left out (1).

    One of the first positions must come out right: where all of them fail, too many do. A line that
    is lost in rounding wherever it stands need not be left out.
    """
    run, lines = trial.run, trial.matrix.lines
    first = islice(trial.gaps, 1 + most_failures(len(trial.gaps)))
    probes = [(p, trial.gaps[p], trial.halves[p]) for p in first]
    factors = (2, 1) if len(run) > 2 else (2,)
    for turned in run if len(run) == 2 else run[-2::-1]:  # of two alike the nearer one is kept
        entries = lines[turned].entries
        for factor in factors if _counts(trial, entries) else factors[:1]:
            for p, gap, half in probes:
                entry = entries.get(p)
                if -half <= (gap - factor * entry.value if entry else gap) <= half:
                    yield turned, factor
                    break


def _counts(trial: Trial, entries: Mapping[int, Entry]) -> bool:
    """Whether a line is anywhere larger than what rounding leaves the sum."""
    halves = trial.halves
    for p, (value, _, _) in entries.items():
        half = halves.get(p)
        if half is not None and abs(value) > half:
            return True
    return False


def _turned(trial: Trial, turned: int, factor: int, cost: float) -> Iterator[SumHypothesis]:
    """One line of the run subtracted, or left out."""
    entries, gaps = trial.matrix.lines[turned].entries, trial.gaps

    def turned_gap(p: int) -> int:
        entry = entries.get(p)
        return gaps[p] - factor * entry.value if entry else gaps[p]

    def parts() -> Parts:
        kept = [i for i in reversed(trial.run) if factor == 2 or i != turned]
        return tuple((i, -1 if i == turned else 1) for i in kept)

    if factor == 1:
        yield from weighed(
            _without(trial, entries), Way(parts, turned_gap, cost + LEFT_OUT_COST, turns=False)
        )
    else:
        yield from weighed(trial, Way(parts, turned_gap, cost + TURNED_COST, turns=True))


def _without(trial: Trial, left_out: Mapping[int, Entry]) -> Trial:
    """The trial with the room that rounding leaves where a line of the run is left out."""
    halves = {
        p: half - (e.half if (e := left_out.get(p)) and not e.nil else 0)
        for p, half in trial.halves.items()
    }
    return trial._replace(halves=halves)
