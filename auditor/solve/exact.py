"""Exact linear programming: whether values exist that satisfy some inequalities, in fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

NOTHING = Fraction(0)


class Inequality(NamedTuple):
    """The sum of factor x value, over figures by their number, is at most ``limit``."""

    factors: Mapping[int, Fraction]
    limit: Fraction


def contradiction(rows: Sequence[Inequality]) -> frozenset[int] | None:
    """The places of rows that no values satisfy together, as few as a corner needs; None: some do.

    By Farkas' lemma no values exist exactly where the rows, each taken a number of times that is
    not negative, add up to "nothing is at most less than nothing". Those numbers, made to add up
    to one, are the unknowns of a linear program with a row a figure; the simplex method solves
    it, and Bland's rule (the first column, the first row) lets it end whatever the rows are.
    """
    figures = sorted({number for row in rows for number in row.factors})
    table = _Table(
        [[*(row.factors.get(number, NOTHING) for number in figures), Fraction(1)] for row in rows],
        [row.limit for row in rows],
    )
    while not table.is_contradicted:
        entering = table.entering()
        if entering is None:
            return None
        table.enter(entering)
    return frozenset(table.used())


class _Cost(NamedTuple):
    """What is to become least: first the amount not yet accounted for, then the limits' sum."""

    unmet: Fraction
    limit: Fraction


class _Table:
    """The simplex tableau: a line a condition, each met by one column or by none yet (-1)."""

    def __init__(self, columns: Sequence[Sequence[Fraction]], limits: Sequence[Fraction]) -> None:
        conditions = len(columns[0]) if columns else 1
        self.lines = [[column[i] for column in columns] for i in range(conditions)]
        self.amounts = [NOTHING] * (conditions - 1) + [Fraction(1)]
        self.basis = [-1] * conditions
        self.costs = [
            _Cost(-sum(column, NOTHING), limit)
            for column, limit in zip(columns, limits, strict=True)
        ]
        self.total = _Cost(Fraction(1), NOTHING)

    @property
    def is_contradicted(self) -> bool:
        return self.total.unmet == 0 and self.total.limit < 0

    def used(self) -> Iterable[int]:
        """The columns that are taken more than no times."""
        return (b for b, a in zip(self.basis, self.amounts, strict=True) if b >= 0 and a > 0)

    def entering(self) -> int | None:
        """The first column that makes the cost less."""
        nothing = _Cost(NOTHING, NOTHING)
        return next((j for j, cost in enumerate(self.costs) if cost < nothing), None)

    def enter(self, column: int) -> None:
        """The column takes the place of the one that first gets in its way."""
        line = min(
            (i for i, entries in enumerate(self.lines) if entries[column] > 0),
            key=lambda i: (self.amounts[i] / self.lines[i][column], self.basis[i]),
        )
        pivot = self.lines[line][column]
        self.lines[line] = [entry / pivot for entry in self.lines[line]]
        self.amounts[line] /= pivot
        chosen, amount = self.lines[line], self.amounts[line]
        for i, entries in enumerate(self.lines):
            if i != line and (times := entries[column]):
                both = zip(entries, chosen, strict=True)
                self.lines[i] = [entry - times * c if c else entry for entry, c in both]
                self.amounts[i] -= times * amount
        spent = self.costs[column]
        self.costs = [
            _Cost(cost.unmet - spent.unmet * c, cost.limit - spent.limit * c) if c else cost
            for cost, c in zip(self.costs, chosen, strict=True)
        ]
        self.total = _Cost(
            self.total.unmet + spent.unmet * amount, self.total.limit + spent.limit * amount
        )
        self.basis[line] = column
