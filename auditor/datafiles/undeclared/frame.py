"""Frames: the figures of a file of records as numbers, with the way from one record to another.

They only say where to look: floating point proposes rules, the audit itself decides about them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.numbers import NIL, PER_CENT, numbers_of
from auditor.datafiles.columns.periods import served
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import MOST_RECORDS_LOOKED_AT
from auditor.datafiles.undeclared.roles import Roles
from auditor.datafiles.verdicts.keys import keys_of
from auditor.model.dataset import Cells, ColumnType, Shift

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_PER_CENT = re.compile(r"%|(?<![^\W_])(?:pct|percent\w*|per cent)(?![^\W_])", re.IGNORECASE)
_QUOTIENT = re.compile(
    r"(?<![^\W_])(?:margins?|shares?|rates?|ratios?|growth|yoy|qoq|mom"
    r"|mix|weight|proportion|penetration|anteil|quote|marge|wachstum|part|croissance|taux"
    r"|margen|crecimiento|cuota)(?![^\W_])|率|比",
    re.IGNORECASE,
)


SMALL = 1000
"""What quotients hardly ever reach, in per cent or as prices of a piece."""

Moved = Mapping[str, NDArray[np.int32]]
"""By column of times, for each time the one that is meant in its place; -1 for none."""
UNMOVED: Moved = MappingProxyType({})


class Series(NamedTuple):
    """The figures that may stand in one place of a rule: ``rows`` are their records."""

    cells: Cells
    rows: Rows

    @property
    def name(self) -> str:
        """What its figures state."""
        return next((v[0] for _, v in self.cells.where if v), self.cells.column)


class Frame:
    """The records of a file by what their columns are; figures that are not there are NaN."""

    def __init__(self, roles: Roles, records: Records) -> None:
        self.roles = roles
        self.records = records
        self.values: dict[str, Floats] = {}
        self.last_units: dict[str, Floats] = {}
        self.per_cent: dict[str, Bools] = {}
        for column in roles.figures:
            found = numbers_of(column, records)
            power: Floats = np.power(10.0, found.exponent.astype(np.float64))
            values: Floats = found.digits.astype(np.float64) * power
            values[found.absent() | ((found.marks & NIL) != 0)] = np.nan
            self.values[column.name] = values
            self.last_units[column.name] = np.power(10.0, found.width.astype(np.float64))
            self.per_cent[column.name] = (found.marks & PER_CENT) != 0

    @property
    def key(self) -> tuple[str, ...]:
        return self.roles.key

    @property
    def members(self) -> tuple[str, ...]:
        """The columns of the key whose values are names."""
        return self.roles.of_type(ColumnType.TEXT)

    @property
    def times(self) -> tuple[str, ...]:
        return self.roles.of_type(ColumnType.PERIOD)

    def codes(self, name: str) -> NDArray[np.int32]:
        return self.records.coded[name].codes

    def names(self, column: str) -> tuple[str, ...]:
        return self.records.coded[column].values

    def series(self, column: str, member: str = "", value: str = "") -> Series:
        """The figures of a column, in all records or those that have a value in another."""
        there = ~np.isnan(self.values[column])
        if not member:
            return Series(Cells(column), spread(np.flatnonzero(there)))
        there &= self.codes(member) == self.names(member).index(value)
        return Series(Cells(column, ((member, (value,)),)), spread(np.flatnonzero(there)))

    def at(self, cells: Cells, rows: Rows) -> Floats:
        """The figure that an operand has for the target in each of these records."""
        found = self._found(cells, rows)
        values = self.values[cells.column][found]
        values[found < 0] = np.nan
        return values

    def moved(self, cells: Cells, rows: Rows, times: Moved) -> Floats:
        """The same where the time of each is another; -1 for none."""
        found = self._found(cells, rows, times)
        values = self.values[cells.column][found]
        values[found < 0] = np.nan
        return values

    def unit_at(self, cells: Cells, rows: Rows) -> Floats:
        """The last printed place of these figures."""
        units: Floats = self.last_units[cells.column][self._found(cells, rows)]
        return units

    def is_quotient(self, series: Series) -> bool:
        """Whether figures are said to be in per cent, by their unit or their name."""
        said = self.per_cent[series.cells.column][series.rows].all()
        return bool(len(series.rows) and (said or _PER_CENT.search(series.name)))

    def may_be_quotient(self, series: Series) -> bool:
        """Whether figures are quotients, or might be, small and with decimals as they are."""
        column, rows = series.cells.column, series.rows
        if len(rows) == 0 or self.is_quotient(series) or _QUOTIENT.search(series.name):
            return len(rows) > 0
        values, units = self.values[column][rows], self.last_units[column][rows]
        return bool((np.abs(values) < SMALL).all() and (units < 1).any())

    def _found(self, cells: Cells, rows: Rows, times: Moved = UNMOVED) -> Rows:
        """The records that an operand means; -1 where there is none."""
        if not cells.where and cells.shift is Shift.SAME and not times:
            return rows
        sought = {name: self.codes(name)[rows] for name in self.key}
        for name, values in cells.where:
            sought[name] = np.full(len(rows), self.names(name).index(values[0]), np.int32)
        there = np.ones(len(rows), np.bool_)
        for name in self.times if cells.shift is not Shift.SAME else ():
            moved = self._operand_times[name, cells.shift][sought[name]]
            there &= moved >= 0
            sought[name] = np.maximum(moved, 0)
        for name, places in times.items():
            moved = places[sought[name]]
            there &= moved >= 0
            sought[name] = np.maximum(moved, 0)
        sizes = [len(self.names(name)) for name in self.key]
        keys, _ = keys_of([*sought.values()], sizes)
        places = np.minimum(np.searchsorted(self._sorted, keys), len(self._sorted) - 1)
        there &= self._sorted[places] == keys
        return np.where(there, self._order[places], -1)

    @cached_property
    def _keys(self) -> NDArray[np.int64]:
        columns = [self.records.coded[name] for name in self.key]
        keys, _ = keys_of([c.codes for c in columns], [len(c.values) for c in columns])
        return keys

    @cached_property
    def _order(self) -> Rows:
        return np.argsort(self._keys, kind="stable")

    @cached_property
    def _sorted(self) -> NDArray[np.int64]:
        return self._keys[self._order]

    @cached_property
    def _operand_times(self) -> Mapping[tuple[str, Shift], NDArray[np.int32]]:
        """By time column and shift: for each time of a target that of its operand, -1 for none."""
        found = {}
        for name in self.times:
            for shift in (Shift.YEAR_BEFORE, Shift.PRECEDING):
                targets = served(self.names(name), shift)
                back = np.full(len(targets), -1, np.int32)
                for operand, target in enumerate(targets):
                    if target >= 0:
                        back[target] = operand
                found[name, shift] = back
        return found


def spread(rows: Rows, most: int = MOST_RECORDS_LOOKED_AT) -> Rows:
    """As many of the records as are looked at, from all over the file."""
    step = max(1, -(-len(rows) // most))
    return rows[::step]


def groups_without(frame: Frame, *columns: str) -> tuple[NDArray[np.int64], int]:
    """The number of the group of each record: those that agree in the key but for some columns."""
    names: Sequence[str] = [name for name in frame.key if name not in columns]
    if not names:
        return np.zeros(frame.records.size, np.int64), 1
    coded = [frame.records.coded[name] for name in names]
    keys, _ = keys_of([c.codes for c in coded], [len(c.values) for c in coded])
    found, groups = np.unique(keys, return_inverse=True)
    return groups.astype(np.int64), len(found)
