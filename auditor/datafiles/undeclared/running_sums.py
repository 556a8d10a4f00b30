"""Running sums: figures that add up those of the year so far, or of the twelve months up to them.

Looked at step by step, by what each adds to the one before: one wrong part would spoil all sums
that come after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from auditor.datafiles.columns.periods import run_of
from auditor.datafiles.thresholds import MOST_COLUMNS_RUN, MOST_MEMBERS
from auditor.datafiles.undeclared.fits import Fit, fit_of
from auditor.datafiles.undeclared.frame import Floats, Frame, Moved, Series
from auditor.datafiles.undeclared.proposals import named, rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import RUNNING, DataRule, Shift
from auditor.model.relation import Kind

_RUNNING_NAME = re.compile(
    r"ytd|ttm|ltm|to[ _-]?date|year so far|trailing|rolling|cumul|kumul|acumul|aufgelaufen"
    r"|累計|累计",
    re.IGNORECASE,
)

FIRST = -2
"""In place of the time before the first of a year."""


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """The rules that a column, or a value of one, is what another comes to so far."""
    del totals
    for time in frame.times[:1]:
        steps = {shift: _steps(frame, time, shift) for shift in sorted(RUNNING)}
        pairs = [*_pairs(frame)]
        for target, part in pairs:
            for shift, before in steps.items():
                if _fit(frame, target, part, before, shift).convinces(2 * len(pairs)):
                    yield _rule(frame, target, part, shift)


def _rule(frame: Frame, target: Series, part: Series, shift: Shift) -> DataRule:
    title = f"{named(target.cells)} is {named(part.cells)} of {shift}"
    whole = part.cells.of(shift)
    return rule_of(target.name, Kind.SUM, title, target.cells, (whole,), by=frame.key)


def _pairs(frame: Frame) -> Iterator[tuple[Series, Series]]:
    """What may be a running sum, with what may run up to it."""
    columns = [s for s in map(frame.series, frame.values) if not frame.is_quotient(s)]
    few = len(columns) <= MOST_COLUMNS_RUN
    for target in columns:
        if few or _RUNNING_NAME.search(target.name):
            yield from ((target, part) for part in columns if part is not target)
    for figures in frame.values:
        for member in frame.members:
            names = frame.names(member)
            if len(names) <= MOST_MEMBERS:
                for name in filter(_RUNNING_NAME.search, names):
                    target = frame.series(figures, member, name)
                    others = (frame.series(figures, member, n) for n in names if n != name)
                    yield from ((target, part) for part in others)


def _steps(frame: Frame, time: str, shift: Shift) -> Moved:
    """For each time the one before it in what runs up to it; FIRST for none, -1 if it is not there.

    Of the first of a year nothing comes before.
    """
    names = frame.names(time)
    run = run_of(names, shift)
    before = np.full(len(names), -1, np.int32)
    seen: dict[int, list[int]] = {}
    for operand, target in zip(run.operands, run.targets, strict=True):
        seen.setdefault(target, []).append(operand)  # its own, then the one before it
    for target, operands in seen.items():
        if len(operands) == run.wanted[target]:
            before[target] = operands[1] if len(operands) > 1 else FIRST
    return {time: before}


def _fit(frame: Frame, target: Series, part: Series, before: Moved, shift: Shift) -> Fit:
    """How well each is the one before and its part, less what no longer counts."""
    rows = target.rows
    opens = np.zeros(len(rows), np.bool_)
    for time, places in before.items():
        opens = places[frame.codes(time)[rows]] == FIRST
    last = frame.moved(target.cells, rows, before)
    expected: Floats = np.where(opens, 0.0, last) + frame.at(part.cells, rows)
    if shift is Shift.TRAILING_YEAR:
        expected -= frame.at(part.cells.of(Shift.YEAR_BEFORE), rows)
    column = target.cells.column
    return fit_of(frame.values[column][rows], expected, 2 * frame.last_units[column][rows])
