"""Identities: a figure that others of its record, or of its group, add up to or leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from auditor.datafiles.thresholds import (
    FEWEST_FITTING,
    MOST_GROUPS_TRIED,
    MOST_MEMBERS,
    MOST_SIGNED,
)
from auditor.datafiles.undeclared.fits import SLACK, Fit, fit_of
from auditor.datafiles.undeclared.frame import Floats, Frame, groups_without, spread
from auditor.datafiles.undeclared.proposals import named, rule_of
from auditor.datafiles.undeclared.totals import Total
from auditor.model.dataset import Cells, DataRule
from auditor.model.relation import Kind

Signed = tuple[int, int]
"""A part: its place in the row, and its sign."""


class _Row(NamedTuple):
    """Figures that stand side by side: for each one of a group, what it is in every group."""

    cells: tuple[Cells, ...]
    values: Floats  # groups by figures
    units: Floats

    @property
    def tries(self) -> int:
        """How many sums of two there are, give or take."""
        return len(self.cells) ** 2

    def fit(self, target: int, parts: Sequence[Signed]) -> Fit:
        places, signs = [p for p, _ in parts], np.array([s for _, s in parts])
        expected = self.values[:, places] @ signs
        room = (self.units[:, target] + self.units[:, places].sum(axis=1)) / 2
        return fit_of(self.values[:, target], expected, room)


def candidates(frame: Frame, totals: tuple[Total, ...]) -> Iterator[DataRule]:
    """Rules on the columns of a record, and on the values of a column within a group."""
    for row in _rows(frame, {(total.figures, total.column) for total in totals}):
        for target, parts in _identities(row):
            plus = tuple(row.cells[place] for place, sign in parts if sign > 0)
            minus = tuple(row.cells[place] for place, sign in parts if sign < 0)
            title = _title(row.cells[target], plus, minus)
            kind = Kind.SUM if len(parts) > 1 else Kind.TIE
            target_cells = row.cells[target]
            yield rule_of(named(target_cells), kind, title, target_cells, plus, minus, by=frame.key)


def _title(target: Cells, plus: Sequence[Cells], minus: Sequence[Cells]) -> str:
    less = f" less {' and '.join(map(named, minus))}" if minus else ""
    return f"{named(target)} is {' and '.join(map(named, plus))}{less}"


def _rows(frame: Frame, added_up: set[tuple[str, str]]) -> Iterator[_Row]:
    whole = [frame.series(name) for name in frame.values]
    amounts = [series for series in whole if not frame.is_quotient(series)]
    if 2 < len(amounts) <= MOST_MEMBERS:
        rows = amounts[0].rows
        cells = tuple(series.cells for series in amounts)
        yield _Row(
            cells,
            np.column_stack([frame.at(one, rows) for one in cells]),
            np.column_stack([frame.unit_at(one, rows) for one in cells]),
        )
    for figures in frame.values:
        for column in frame.members:
            if (figures, column) not in added_up and len(frame.names(column)) <= MOST_MEMBERS:
                yield from _row_of_members(frame, figures, column)


def _row_of_members(frame: Frame, figures: str, column: str) -> Iterator[_Row]:
    series = [frame.series(figures, column, name) for name in frame.names(column)]
    amounts = [one.cells for one in series if len(one.rows) and not frame.is_quotient(one)]
    if len(amounts) <= 2:
        return
    groups, size = groups_without(frame, column)
    places = {cells.where[0][1][0]: place for place, cells in enumerate(amounts)}
    of_code = np.array([places.get(name, -1) for name in frame.names(column)])
    at = of_code[frame.codes(column)]
    mine = at >= 0
    values, units = np.full((2, size, len(amounts)), np.nan)
    values[groups[mine], at[mine]] = frame.values[figures][mine]
    units[groups[mine], at[mine]] = frame.last_units[figures][mine]
    yield _Row(tuple(amounts), values, units)


def _identities(row: _Row) -> Iterator[tuple[int, tuple[Signed, ...]]]:
    """Each figure that others give, once; sums come first, for their parts are no differences.

    That two figures agree says something of totals only: a loan may well be what it was.
    """
    sums = dict(_over_what_is_open(row, {}, _sum_of_nearest))
    parts = {place for found in sums.values() for place, _ in found}
    differences = dict(_over_what_is_open(row, sums, _difference_of_nearest, parts))
    found = sums | differences
    yield from sorted(found.items())
    known = {frozenset((target, *(p for p, _ in of))) for target, of in found.items()}
    for target in range(len(row.cells)):
        same = next((one for one in range(target) if _agree(row, target, one)), None)
        if same is not None and (target in found or same in found):
            yield target, ((same, 1),)
        elif target not in found:
            of = _below(row, target, parts, known) or _anywhere(row, target, known)
            if of:
                known.add(frozenset((target, *(place for place, _ in of))))
                yield target, of


def _over_what_is_open(
    row: _Row,
    known: Mapping[int, tuple[Signed, ...]],
    found: Callable[[_Row, int, Sequence[int]], tuple[Signed, ...]],
    passed_over: Collection[int] = (),
) -> Iterator[tuple[int, tuple[Signed, ...]]]:
    """What each figure is of those above; what has gone into one stands in no other."""
    open_: list[int] = []
    for target in range(len(row.cells)):
        parts = known.get(target, ())
        if not parts and target not in passed_over:
            parts = found(row, target, open_)
            if parts:
                yield target, parts
        open_ = [place for place in open_ if place not in {part for part, _ in parts}]
        open_.append(target)


def _sum_of_nearest(row: _Row, target: int, open_: Sequence[int]) -> tuple[Signed, ...]:
    for length in range(2, len(open_) + 1):
        parts = tuple((place, 1) for place in open_[-length:])
        if row.fit(target, parts).convinces(row.tries):
            return parts
    return ()


def _difference_of_nearest(row: _Row, target: int, open_: Sequence[int]) -> tuple[Signed, ...]:
    for length in range(2, len(open_) + 1):
        if found := _signed(row, target, open_[-length:]):
            return found
    return ()


def _below(
    row: _Row, target: int, taken: Collection[int], known: set[frozenset[int]]
) -> tuple[Signed, ...]:
    """What follows a total that stands first, as far as it goes into no other."""
    after = [place for place in range(target + 1, len(row.cells)) if place not in taken]
    for length in range(2, len(after) + 1):
        parts = tuple((place, 1) for place in after[:length])
        told = frozenset((target, *after[:length])) in known
        if not told and row.fit(target, parts).convinces(row.tries):
            return parts
    return ()


def _anywhere(row: _Row, target: int, known: set[frozenset[int]]) -> tuple[Signed, ...]:
    """Two figures, wherever they stand, of which the target is the sum or the difference."""
    found: list[tuple[float, tuple[Signed, ...]]] = []
    for signs in ((1, 1), (1, -1), (-1, 1)):
        for one, other in _likely_pairs(row, target, signs):
            parts = (one, signs[0]), (other, signs[1])
            fit = row.fit(target, parts)
            if frozenset((target, one, other)) not in known and fit.convinces(row.tries):
                found.append((fit.bits, parts))
    return max(found, default=(0.0, ()))[1]


def _likely_pairs(row: _Row, target: int, signs: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The pairs that give the target in two of the groups looked at, all tried at once."""
    some = spread(np.flatnonzero(~np.isnan(row.values[:, target])), MOST_GROUPS_TRIED)
    values, units = row.values[some], row.units[some]
    made = signs[0] * values[:, :, None] + signs[1] * values[:, None, :]
    room = (units[:, :, None] + units[:, None, :] + units[:, target, None, None]) / 2
    with np.errstate(invalid="ignore"):
        fits = np.abs(made - values[:, target, None, None]) <= room * (1 + SLACK)
    for one, other in np.argwhere(fits.sum(axis=0) >= FEWEST_FITTING).tolist():
        if one < other and target not in {one, other}:
            yield one, other


def _signed(row: _Row, target: int, places: Sequence[int]) -> tuple[Signed, ...]:
    """The parts with the signs under which they give the target; none if there are no such."""
    rest = len(places) - 1
    signs = product((1, -1), repeat=rest) if rest < MOST_SIGNED else ((1,) * rest, (-1,) * rest)
    for way in signs:
        parts = tuple(zip(places, (1, *way), strict=True))
        if row.fit(target, parts).convinces(row.tries):
            return parts
    return ()


def _agree(row: _Row, target: int, other: int) -> bool:
    """Whether a figure repeats another; a file that repeats whole columns would do it by design."""
    fit = row.fit(target, ((other, 1),))
    return fit.convinces(row.tries) and fit.holds == fit.of
