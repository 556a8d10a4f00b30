"""Quotients: margins, shares and growth that other figures of the file give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np

from auditor.datafiles.thresholds import FEWEST_FITTING, MOST_GROUPS_TRIED, MOST_MEMBERS
from auditor.datafiles.undeclared.fits import SLACK, Fit, fit_of
from auditor.datafiles.undeclared.frame import Floats, Frame, Series, groups_without, spread
from auditor.datafiles.undeclared.proposals import named, rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import Cells, DataRule, Shift
from auditor.model.relation import Kind

PAIR = 2
SHIFTS = (Shift.YEAR_BEFORE, Shift.PRECEDING)


class _Operand(NamedTuple):
    """What may stand in a quotient: its figures for each target, and their last places."""

    cells: Cells
    values: Floats
    units: Floats


class _Quotient(NamedTuple):
    """What may give a quotient; ``closely`` is the fit if its figures are no more than printed.

    Of small figures many quotients come out within rounding: the one meant does so without it.
    """

    fit: Fit
    closely: Fit
    kind: Kind
    plus: Cells
    minus: Cells
    per_cent: bool


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """For every series of quotients the two figures that most plainly give it."""
    explained: set[str] = set()  # columns as a whole: their parts need no rule of their own
    for series in _quotients(frame):
        if series.cells.column in explained:
            continue
        found = _found(frame, series, totals)
        best = max(found, key=lambda one: (one.closely.bits, one.fit.bits), default=None)
        if best is None:
            continue
        if not series.cells.where:
            explained.add(series.cells.column)
        yield rule_of(
            series.name,
            best.kind,
            _title(series.cells, best),
            series.cells,
            (best.plus,),
            (best.minus,),
            by=frame.key,
            per_cent=best.per_cent,
        )


def _title(target: Cells, found: _Quotient) -> str:
    """What a quotient is, in words; figures of one name are told apart by their columns."""
    apart = len({target.column, found.plus.column, found.minus.column}) > 1
    name, top, base = (
        f"{cells.column} of {named(cells)}" if apart and cells.where else named(cells)
        for cells in (target, found.plus, found.minus)
    )
    if found.minus.every:
        return f"{name} is the share of {top} in that of every {' and '.join(found.minus.every)}"
    if found.kind is Kind.RATIO:
        return f"{name} is {top} over {base}"
    if found.minus.shift is Shift.SAME:
        return f"{name} is how far {top} is above {base}"
    return f"{name} is the growth of {top} since {found.minus.shift}"


def _quotients(frame: Frame) -> Iterator[Series]:
    whole = [frame.series(name) for name in frame.values]
    parts = [
        frame.series(figures, column, name)
        for figures in frame.values
        for column in frame.members
        if len(frame.names(column)) <= MOST_MEMBERS
        for name in frame.names(column)
    ]
    own = {one.cells.column for one in whole if frame.is_quotient(one)}
    for series in whole + [one for one in parts if one.cells.column not in own]:
        if frame.may_be_quotient(series):
            yield series


def _found(frame: Frame, series: Series, totals: Sequence[Total]) -> Iterator[_Quotient]:
    target = _operand(frame, Cells(series.cells.column), series)
    tops = [_operand(frame, cells, series) for cells in _amounts(frame, series)]
    tries = max(2, 2 * len(tops) ** 2)
    for top, base in _likely_pairs(target, tops):
        yield from _tried(target, top, base, Kind.RATIO, tries)
        yield from _tried(target, top, base, Kind.GROWTH, tries)
    for top in tops:
        for base in (*_over_totals(frame, top, series, totals), *_of_all(frame, top, series)):
            yield from _tried(target, top, base, Kind.RATIO, tries)
        for shift in SHIFTS if frame.times else ():
            before = _operand(frame, replace(top.cells, shift=shift), series)
            yield from _tried(target, top, before, Kind.GROWTH, tries)


def _likely_pairs(
    target: _Operand, tops: Sequence[_Operand]
) -> Iterator[tuple[_Operand, _Operand]]:
    """The figures whose quotient is the target in two of the records looked at, tried at once."""
    if len(tops) < PAIR:
        return
    some = spread(np.arange(len(target.values)), MOST_GROUPS_TRIED)
    values = np.column_stack([top.values[some] for top in tops])
    units = np.column_stack([top.units[some] for top in tops])
    with np.errstate(divide="ignore", invalid="ignore"):
        loose = units / np.abs(values)
        quotient = values[:, :, None] / values[:, None, :]
        room = np.abs(quotient) * (loose[:, :, None] + loose[:, None, :])
        fits = np.zeros(quotient.shape, np.bool_)
        for factor, less in product((100.0, 1.0), (0, 1)):
            error = np.abs(factor * (quotient - less) - target.values[some, None, None])
            half = target.units[some, None, None] / 2
            fits |= error <= (half + factor * room) * (1 + SLACK)
    for top, base in np.argwhere(fits.sum(axis=0) >= FEWEST_FITTING).tolist():
        if top != base:
            yield tops[top], tops[base]


def _operand(frame: Frame, cells: Cells, series: Series) -> _Operand:
    return _Operand(cells, frame.at(cells, series.rows), frame.unit_at(cells, series.rows))


def _amounts(frame: Frame, series: Series) -> Iterator[Cells]:
    """The figures beside a quotient: other columns of its record, other members of its group."""
    for column in frame.values:
        if column != series.cells.column and not frame.is_quotient(frame.series(column)):
            yield replace(series.cells, column=column)
    for member, (own, *_) in series.cells.where:
        for name in frame.names(member):
            other = frame.series(series.cells.column, member, name)
            if name != own and len(other.rows) and not frame.is_quotient(other):
                yield other.cells


def _over_totals(
    frame: Frame, top: _Operand, series: Series, totals: Sequence[Total]
) -> Iterator[_Operand]:
    """The totals that a figure may be a share of."""
    for total in totals:
        named_already = {name for name, _ in top.cells.where}
        if total.figures == top.cells.column and total.column not in named_already:
            where = (*top.cells.where, (total.column, (total.member,)))
            yield _operand(frame, replace(top.cells, where=where), series)


def _of_all(frame: Frame, top: _Operand, series: Series) -> Iterator[_Operand]:
    """What all records of its group make together, of which a figure may be a share."""
    column = top.cells.column
    values, last = frame.values[column], frame.last_units[column]
    there = ~np.isnan(values)
    single = [(member,) for member in frame.members]
    several = [frame.members] if len(frame.members) > 1 else []
    for members in (*single, *several) if top.cells.is_own_record else ():
        groups, size = groups_without(frame, *members)
        sums: Floats = np.bincount(groups[there], values[there], size).astype(np.float64)
        units: Floats = np.bincount(groups[there], last[there], size).astype(np.float64)
        mine = groups[series.rows]
        yield _Operand(Cells(column, every=members), sums[mine], units[mine])


def _tried(
    target: _Operand, top: _Operand, base: _Operand, kind: Kind, tries: int
) -> Iterator[_Quotient]:
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient = top.values / base.values
        loose = np.abs(quotient) * (
            top.units / np.abs(top.values) + base.units / np.abs(base.values)
        )
    quotient[~np.isfinite(quotient)] = np.nan
    stated = quotient - 1 if kind is Kind.GROWTH else quotient
    half = target.units / 2
    for factor in (100.0, 1.0):
        fit = fit_of(target.values, factor * stated, half + factor * loose)
        if fit.convinces(tries):
            closely = fit_of(target.values, factor * stated, half)
            yield _Quotient(fit, closely, kind, top.cells, base.cells, factor > 1)
