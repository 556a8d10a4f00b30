"""Formulas: what the cells of a workbook say that they are computed from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operand:
    """A cell of a table, by the table's number and its row and column, all from 1.

    What the formula computes with is the figure shown there, as its text alone reads (a
    percentage in per cent), times ``sign`` times ``10**shift``.
    ``under`` where it is divided by.
    """

    table: int
    row: int
    column: int
    shift: int = 0
    sign: int = 1
    under: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """``target`` shows what ``text`` computes from the operands.

    ``kind`` is sum, difference, tie, average, ratio or growth, as relations have it. ``exact`` if
    the operands are shown in full, and what they give is not what the target stores.
    """

    kind: str
    text: str
    target: Operand
    operands: tuple[Operand, ...]
    exact: bool = False
