"""Wholes: shares and weights that make a hundred per cent, or one, whose total stands nowhere.

Each is then its own part of what all of them come to, which is a ratio like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from auditor.datafiles.thresholds import FEWEST_PARTS, MOST_MEMBERS
from auditor.datafiles.undeclared.fits import Fit, fit_of
from auditor.datafiles.undeclared.frame import Floats, Frame, Series, groups_without
from auditor.datafiles.undeclared.proposals import rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import Cells, DataRule
from auditor.model.relation import Kind

WHOLES = (100.0, 1.0)


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """The rules that a column's figures make a whole in each group, or columns in each record."""
    totalled = {total.figures for total in totals}
    shares = [s for s in map(frame.series, frame.values) if frame.may_be_quotient(s)]
    for series in shares:
        if series.cells.column not in totalled:
            yield from _down(frame, series)
    yield from _across(frame, shares)


def _down(frame: Frame, series: Series) -> Iterator[DataRule]:
    """The fewest columns over whose values the figures make a whole."""
    column = series.cells.column
    values, units = frame.values[column], frame.last_units[column]
    there = ~np.isnan(values)
    for count in range(1, len(frame.members) + 1):
        for members in combinations(frame.members, count):
            groups, size = groups_without(frame, *members)
            sums, room, parts = (
                np.bincount(groups[there], weights, size).astype(np.float64)
                for weights in (values[there], units[there], there[there])
            )
            sums = np.where(parts >= FEWEST_PARTS, sums, np.nan)
            for whole in WHOLES:
                if _whole(sums, room, whole).convinces(len(frame.members)):
                    names = " and ".join(members)
                    title = f"{column} of every {names} makes {_named(whole)}"
                    every = (Cells(column, every=members),)
                    yield _rule(frame, column, title, every, whole)
                    return


def _across(frame: Frame, shares: Sequence[Series]) -> Iterator[DataRule]:
    """The longest run of neighbouring columns that make a whole in every record."""
    columns = [series.cells.column for series in shares]
    if len(columns) > MOST_MEMBERS:
        return
    for length in range(len(columns), FEWEST_PARTS - 1, -1):
        for first in range(len(columns) - length + 1):
            run = columns[first : first + length]
            sums: Floats = np.sum([frame.values[name] for name in run], axis=0)
            room: Floats = np.sum([frame.last_units[name] for name in run], axis=0)
            for whole in WHOLES:
                if _whole(sums, room, whole).convinces(len(columns) ** 2):
                    title = f"{', '.join(run[:-1])} and {run[-1]} make {_named(whole)}"
                    largest = max(run, key=lambda name: float(np.nanmean(frame.values[name])))
                    yield _rule(frame, largest, title, tuple(map(Cells, run)), whole)
                    return


def _whole(sums: Floats, room: Floats, whole: float) -> Fit:
    """How well sums come to a whole; by chance each would be anything up to it."""
    printed: Floats = np.where(np.isnan(sums), np.nan, whole)
    return fit_of(printed, sums, room / 2, spread=whole)


def _rule(
    frame: Frame, column: str, title: str, parts: tuple[Cells, ...], whole: float
) -> DataRule:
    name, target = f"{column} makes a whole", Cells(column)
    return rule_of(
        name, Kind.RATIO, title, target, (target,), parts, by=frame.key, per_cent=whole > 1
    )


def _named(whole: float) -> str:
    return "100 %" if whole > 1 else "1"
