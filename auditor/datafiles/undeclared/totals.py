"""Totals: a value of a column, such as "Total", whose records are what all others add up to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from auditor.datafiles.columns.records import Rows
from auditor.datafiles.thresholds import FEWEST_FITTING
from auditor.datafiles.undeclared.fits import SLACK, mostly
from auditor.datafiles.undeclared.frame import Bools, Frame, groups_without
from auditor.datafiles.undeclared.proposals import rule_of
from auditor.model.dataset import Cells, DataRule
from auditor.model.relation import Kind

PARTS = 2
"""A total of fewer parts repeats a figure."""


class Total(NamedTuple):
    """The value ``member`` of ``column`` is the total of the figures in ``figures``.

    ``kinds`` are a column and its values of which that is so; none: of every record.
    """

    figures: str
    column: str
    member: str
    kinds: tuple[str, tuple[str, ...]] | None = None

    @property
    def where(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What tells its records."""
        return ((self.column, (self.member,)), *([self.kinds] if self.kinds else []))


def totals_of(frame: Frame) -> Iterator[Total]:
    """Every value of a column that most groups of the file show to be a total."""
    for figures in frame.values:
        for column in frame.members:
            yield from _totals(frame, figures, column)


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """The rules that say so."""
    for total in totals:
        others = Cells(total.figures, ((total.column, ()),))
        yield rule_of(
            f"{total.member} of {total.column}",
            Kind.SUM,
            f"{total.member} is what the others in {total.column} add up to",
            Cells(total.figures, total.where),
            (others,),
            by=frame.key,
        )


def _totals(frame: Frame, figures: str, column: str) -> Iterator[Total]:
    """The totals among the values of a column: half of what all records of their group make."""
    groups, size = groups_without(frame, column)
    values = frame.values[figures]
    there = ~np.isnan(values)
    sums = np.bincount(groups[there], values[there], size)
    counts = np.bincount(groups[there], minlength=size)
    room = np.bincount(groups[there], frame.last_units[figures][there], size) / 2
    tested = there & (counts[groups] > PARTS) & (values != 0)
    error = np.abs(2 * values - sums[groups])
    fits = tested & (error <= room[groups] + SLACK * np.abs(sums[groups]))
    codes = frame.codes(column)
    names = frame.names(column)
    holding = np.bincount(codes[fits], minlength=len(names))
    for code in np.flatnonzero(holding >= FEWEST_FITTING).tolist():
        rows = np.flatnonzero(tested & (codes == code))
        yield from _of_kinds(frame, Total(figures, column, names[code]), rows, fits)


def _of_kinds(frame: Frame, total: Total, rows: Rows, fits: Bools) -> Iterator[Total]:
    """The total of all records, or of those kinds of figures that add up."""
    if _mostly(fits[rows]):
        yield total
        return
    for kind in frame.members:
        if kind == total.column:
            continue
        codes = frame.codes(kind)[rows]
        adding = [code for code in np.unique(codes) if _mostly(fits[rows][codes == code])]
        if adding:
            named = tuple(frame.names(kind)[code] for code in adding)
            yield total._replace(kinds=(kind, named))
            return


def _mostly(fits: Bools) -> bool:
    return mostly(int(np.count_nonzero(fits)), len(fits))
