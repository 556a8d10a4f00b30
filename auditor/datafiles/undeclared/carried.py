"""Carried over: what a record opens with, or shows of a year before, is what an earlier one said.

Only ever a warning: what is carried over may have been restated since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from auditor.datafiles.thresholds import MOST_COLUMNS_RUN, MOST_RESTATED
from auditor.datafiles.undeclared.fits import fit_of
from auditor.datafiles.undeclared.frame import Frame, Series
from auditor.datafiles.undeclared.proposals import named, rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import Cells, DataRule, Shift
from auditor.model.relation import Kind, Severity

SHIFTS = (Shift.PRECEDING, Shift.YEAR_BEFORE)
WHY = "What is carried over may have been restated since."


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """The rules that a column, or a value of one, is what another was a period or a year before."""
    del totals
    pairs = [*_pairs(frame)] if frame.times else []
    for target, part in pairs:
        for shift in SHIFTS:
            before = part.cells.of(shift)
            if _fits(frame, target, before, len(pairs)):
                title = f"{named(target.cells)} is {named(part.cells)} of {shift}"
                name = f"{target.name} carried over"
                rule = rule_of(name, Kind.TIE, title, target.cells, (before,), by=frame.key)
                yield replace(rule, severity=Severity.WARNING, why=WHY)
                break


def _fits(frame: Frame, target: Series, before: Cells, pairs: int) -> bool:
    """Whether figures are printed again as they were, but for very few: none is rounded anew."""
    rows, column = target.rows, target.cells.column
    if not len(rows):
        return False
    printed, earlier = frame.values[column][rows], frame.at(before, rows)
    found = fit_of(printed, earlier, frame.last_units[column][rows] / 2)
    again = int(np.count_nonzero(printed == earlier))
    few = found.of - again <= max(1, found.of * MOST_RESTATED)
    return few and found.convinces(len(SHIFTS) * pairs)


def _pairs(frame: Frame) -> Iterator[tuple[Series, Series]]:
    """Two columns of amounts, or two values of one, of which one may repeat the other later."""
    rows = [[frame.series(name) for name in frame.values]]
    for figures in frame.values:
        for member in frame.members:
            names = frame.names(member)
            if len(names) <= MOST_COLUMNS_RUN:
                rows.append([frame.series(figures, member, name) for name in names])
    for row in rows:
        amounts = [one for one in row if not frame.is_quotient(one)]
        if len(amounts) <= MOST_COLUMNS_RUN:
            yield from ((a, b) for a in amounts for b in amounts if a is not b)
