"""Conflicts: the fewest relations of a component that cannot all be right together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from auditor.solve.bounds import Contradiction, has_witness, printed_bounds, tightened
from auditor.solve.program import Program

Solver = Callable[[Program, Sequence[int], Collection[int]], Contradiction | None]
"""What decides where bounds alone do not."""


def no_solver(
    program: Program,  # it stands in for one that looks
    rows: Sequence[int],
    released: Collection[int],
) -> None:
    """Leaves undecided what bounds leave undecided."""


def conflict(
    program: Program, solver: Solver, released: Collection[int] = ()
) -> frozenset[int] | None:
    """The places of an irreducible set of contradicting relations; None where none is proven.

    The ``released`` figures may be anything.
    """
    case = _Case(program, solver, released, tuple(program.rows_without(released)))
    everything = frozenset(range(len(program.relations)))
    found = case.contradiction(everything)
    return None if found is None else case.irreducible(case.proven(found, everything))


class _Case(NamedTuple):
    """A program with what decides it, the figures that may be anything, and the rows left."""

    program: Program
    solver: Solver
    released: Collection[int]
    rows: tuple[int, ...]

    def contradiction(self, relations: frozenset[int]) -> Contradiction | None:
        """A contradiction of these relations alone, None where none is proven."""
        rows = [place for place in self.rows if self.program.rows[place].relation in relations]
        bounds = printed_bounds(self.program, self.released)
        found = tightened(self.program, bounds, rows)
        if found is not None or not rows or self.program.is_tree:
            return found
        if has_witness(self.program, bounds, rows):
            return None
        return self.solver(self.program, rows, self.released)

    def proven(self, found: Contradiction, among: frozenset[int]) -> frozenset[int]:
        """The relations of a contradiction if they contradict each other by themselves.

        A bound that was moved more than once names only the row that moved it last.
        """
        alone = found.relations < among and self.contradiction(found.relations) is not None
        return found.relations if alone else among

    def irreducible(self, core: frozenset[int]) -> frozenset[int]:
        """The core without every relation that it can do without, the doubtful tried first."""
        relations = self.program.relations
        for place in sorted(core, key=lambda place: (relations[place].confidence, -place)):
            left = core - {place}
            smaller = self.contradiction(left) if place in core else None
            if smaller is not None:
                core = self.proven(smaller, left)
        return core
