"""Trials: one line against a run of others that may add up to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.relations.discovered._matrix import Entry, IntegerLine, Matrix
from auditor.relations.discovered._thresholds import (
    ERROR_IS_RARE,
    FURTHER_FAILURE,
    SUM_CONVICTS,
    SUM_ENOUGH,
)

Parts = tuple[tuple[int, int], ...]
"""Lines by their place in order, each with its sign."""


class SumHypothesis(NamedTuple):
    """Line ``total`` is the sum of ``parts``, each (line, sign); lines by their place in order.

    ``bits`` speak for the structure, ``slips`` for its failures being misprints. ``unasked`` gives
    the slips where nobody needed them so far: looking them up takes longer than all the rest.
    ``most_slips`` then says what they are worth at most.
    ``telling`` are the positions that would be convicted by the others, did they not hold.
    """

    total: int
    parts: Parts
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    bits: float
    slips: float = 0.0
    unasked: Callable[[], float] | None = None
    most_slips: Callable[[], float] | None = None
    telling: Callable[[], frozenset[int]] = frozenset

    @property
    def with_slips(self) -> SumHypothesis:
        """The same with what its slips are worth."""
        if self.unasked is None:
            return self
        return self._replace(slips=self.unasked(), unasked=None, most_slips=None)

    @property
    def may_be_accepted(self) -> bool:
        """Whether it would be accepted if its slips were worth the most that they may be."""
        if self.most_slips is None or self.accepted:
            return self.accepted
        return self._replace(slips=self.most_slips()).accepted

    @property
    def lines(self) -> frozenset[int]:
        """The total and its parts."""
        return frozenset((self.total, *(i for i, _ in self.parts)))

    @property
    def accepted(self) -> bool:
        """Whether it is taken for the structure of the table; one failure may be the error."""
        return self.bits - FURTHER_FAILURE * (len(self.fails) - 1) >= SUM_ENOUGH or self.convicts

    @property
    def convicts(self) -> bool:
        """Whether the evidence carries the positions where it fails."""
        return bool(self.fails) and self.bits >= 0 and self.bits + self.slips >= SUM_CONVICTS

    @property
    def rank(self) -> tuple[float, int]:
        """By evidence, a failure counted as the rare thing it is; then the simplest."""
        failures = ERROR_IS_RARE * len(self.fails)
        return self.bits + self.slips - failures, -len(self.parts)


class Trial(NamedTuple):
    """A total against a run of lines: by how much the run exceeds it, and what rounding allows.

    ``run`` is nearest first; ``gaps`` and ``halves`` are in half-units by position, ``stated``
    counts the lines that state something but nothing there; ``before``: the total stands before
    the run; ``reaches_back``: the run ends at a heading or a total. ``called`` is what the
    total's own label is worth, and how rarely it was chosen.
    """

    matrix: Matrix
    total: int
    run: tuple[int, ...]
    gaps: Mapping[int, int]
    halves: Mapping[int, int]
    stated: Mapping[int, int]
    before: bool
    reaches_back: bool
    called: float

    @property
    def line(self) -> IntegerLine:
        return self.matrix.lines[self.total]

    def entry(self, line: int, position: int) -> Entry | None:
        return self.matrix.lines[line].entries.get(position)


@dataclass(slots=True)
class Step:
    """A run as it grows: it goes on changing, so that a trial keeps copies."""

    matrix: Matrix
    total: int
    run: list[int]
    gaps: dict[int, int]
    halves: dict[int, int]
    stated: dict[int, int]
    before: bool
    reaches_back: bool
    called: float

    @property
    def trial(self) -> Trial:
        copies = dict(self.gaps), dict(self.halves), dict(self.stated)
        ends = self.before, self.reaches_back, self.called
        return Trial(self.matrix, self.total, tuple(self.run), *copies, *ends)


def trials(
    matrix: Matrix, total: int, frontier: Sequence[int], called: float, *, before: bool
) -> Iterator[Trial]:
    """The total against the last two lines of the frontier, the last three, and so on."""
    return (step.trial for step in steps(matrix, total, frontier, called, before=before))


def steps(
    matrix: Matrix, total: int, frontier: Sequence[int], called: float, *, before: bool
) -> Iterator[Step]:
    """The same runs before anything is copied: most are seen to be none at once."""
    lines = matrix.lines
    target = {p: e for p, e in lines[total].entries.items() if not e.nil}
    gaps = {p: -e.value for p, e in target.items()}
    halves = {p: e.half for p, e in target.items()}
    stated = dict.fromkeys(target, 0)
    run: list[int] = []
    step = Step(matrix, total, run, gaps, halves, stated, before, False, called)
    for place in range(len(frontier) - 1, -1, -1) if target else ():
        at = frontier[place]
        run.append(at)
        entries = lines[at].entries
        for p in target:
            if p in entries:
                value, half, nil = entries[p]
                if not nil:
                    gaps[p] += value
                    halves[p] += half
                    stated[p] += value != 0
        if place < len(frontier) - 1:
            back = place == 0 or lines[frontier[place - 1]].group != lines[at].group
            step.reaches_back = back or not lines[at - 1].added
            yield step
