"""Whole years: records of a year beside those of its quarters or halves."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.datafiles.columns.periods import have_parts
from auditor.datafiles.undeclared.frame import Frame
from auditor.datafiles.undeclared.proposals import rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import Cells, DataRule, Shift
from auditor.model.relation import Kind

PARTS = (Shift.ITS_MONTHS, Shift.ITS_QUARTERS, Shift.ITS_HALVES)


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """The rules that a year is its parts, of amounts: whether they add up is seen by trying."""
    del totals
    shifts = [s for s in PARTS for name in frame.times if any(have_parts(frame.names(name), s))]
    for figures in frame.values:
        for where in _kinds(frame):
            for shift in shifts:
                part = Cells(figures, where, shift)
                title = f"A year is {shift} added up"
                yield rule_of(
                    f"year of {shift}",
                    Kind.SUM,
                    title,
                    Cells(figures, where),
                    (part,),
                    by=frame.key,
                )


def _kinds(frame: Frame) -> Iterator[tuple[tuple[str, tuple[str, ...]], ...]]:
    """All records, or those of each value of the last column of names: some add up, some do not."""
    yield ()
    for column in frame.members[-1:]:
        for name in frame.names(column):
            yield ((column, (name,)),)
