"""Promising trials: the runs of lines that may make a total at all, told before they are weighed.

Nearly no run comes out right in any of the first columns, and where more of those fail than may,
there is no sum; of a long run only words could then speak for it. Such runs are passed over without
being looked at in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from auditor.relations.discovered._evidence import most_failures
from auditor.relations.discovered._matrix import Matrix
from auditor.relations.discovered._thresholds import ADDED_COST, LONGEST_TURNED
from auditor.relations.discovered._totals import most_word_bits
from auditor.relations.discovered._trials import Step, Trial, steps


def promising_trials(
    matrix: Matrix, total: int, frontier: Sequence[int], called: float, *, before: bool
) -> Iterator[Trial]:
    """The total against the last two lines of the frontier, the last three, and so on."""
    target = {p: e.value for p, e in matrix.lines[total].entries.items() if not e.nil}
    amounts = [p for p in target if p not in matrix.changes] or list(target)
    probes = [(p, target[p]) for p in amounts[: 1 + most_failures(len(target))]]
    may_all_fail = len(target) <= most_failures(len(target))
    for step in steps(matrix, total, frontier, called, before=before):
        if len(step.run) <= LONGEST_TURNED:
            if may_all_fail or _may_come_out(step, probes):
                yield step.trial
        elif _comes_out(step, probes) or _is_worded(step):
            yield step.trial


def _may_come_out(step: Step, probes: Sequence[tuple[int, int]]) -> bool:
    """Whether the run may give one of the figures, added up or with one line taken or left out.

    Beside a single stated part nothing is said against it.
    """
    lines, stated = step.matrix.lines, step.stated
    for p, _ in probes:
        if stated[p] < 2:
            return True
    if _comes_out(step, probes):
        return True
    for p, _ in probes:
        gap, half = step.gaps[p], step.halves[p]
        for at in step.run:
            entries = lines[at].entries
            if p in entries:
                value = entries[p][0]
                if -half <= gap - value <= half or -half <= gap - 2 * value <= half:
                    return True
    return False


def _comes_out(step: Step, probes: Sequence[tuple[int, int]]) -> bool:
    """Whether the run, added up or less what follows its first line, gives one of the figures."""
    first = step.matrix.lines[step.run[-1]].entries
    for p, value in probes:
        gap, half, lead = step.gaps[p], step.halves[p], first.get(p)
        if -half <= gap <= half:
            return True
        if -half <= (2 * lead.value if lead else 0) - gap - 2 * value <= half:
            return True
    return False


def _is_worded(step: Step) -> bool:
    """Whether words could speak for the run where nothing comes out right."""
    return most_word_bits(step, turns=True) >= ADDED_COST + log2(len(step.run))
