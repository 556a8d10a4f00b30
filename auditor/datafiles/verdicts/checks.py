"""Checks of a data file one by one: each target with the records that its rule relates to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.records import Rows
from auditor.datafiles.verdicts.bound_rules import BoundRule, Operand
from auditor.model.dataset import Cells, DataRule


class Cell(NamedTuple):
    """A record and one of its columns of figures."""

    row: int
    column: str


class Check(NamedTuple):
    """One check: its target, and the records that stand in each place of its rule."""

    rule: DataRule
    target: int
    inputs: tuple[tuple[Cells, int, tuple[int, ...]], ...]

    @property
    def cells(self) -> Iterator[Cell]:
        yield Cell(self.target, self.rule.target.column)
        for cells, _, rows in self.inputs:
            yield from (Cell(row, cells.column) for row in rows)


def checks_of(bound: BoundRule, targets: Rows) -> tuple[Check, ...]:
    """The checks of some targets, by their numbers."""
    found = [_rows_of(operand, targets) for operand in bound.operands]
    return tuple(
        Check(
            bound.rule,
            int(bound.targets[target]),
            tuple(
                (operand.cells, operand.sign, tuple(rows.get(target, ())))
                for operand, rows in zip(bound.operands, found, strict=True)
            ),
        )
        for target in targets.tolist()
    )


def _rows_of(operand: Operand, targets: Rows) -> Mapping[int, Sequence[int]]:
    rows: dict[int, list[int]] = {}
    for target, row in operand.rows_of(targets):
        rows.setdefault(target, []).append(row)
    return rows


def touching(bound: BoundRule, cells: Mapping[str, NDArray[np.bool_]]) -> Rows:
    """The numbers of the targets whose checks have one of these figures: by column, the records."""
    found = cells[bound.rule.target.column][bound.targets]
    for operand in bound.operands:
        groups = np.zeros(len(found), np.bool_)
        groups[operand.groups[cells[operand.cells.column][operand.rows]]] = True
        found |= groups[operand.group_of_target]
    return np.flatnonzero(found)
