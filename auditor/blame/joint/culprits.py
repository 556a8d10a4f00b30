"""Culprits: the fewest figures whose being wrong would leave a program without contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.finding import Status, Verdict
from auditor.model.interval import Interval
from auditor.model.relation import Relation
from auditor.solve.conflict import Solver, conflict
from auditor.solve.program import Program
from auditor.solve.ranges import room

ROUNDS = 40
"""Conflicts after which the search for a set of figures that explains them all is given up."""
MOST = 3
"""Figures blamed together at most; where more would be needed, the structure is misread."""
SUSPECTS = 3
HOLDING, TO_THE_DIGIT = 3.0, 1.0
"""Bits that speak for a figure: for each relation that holds with it, and holds to the digit."""


class Record(NamedTuple):
    """By figure, how many relations hold with it, and with how many it agrees to the digit."""

    holding: Mapping[int, int]
    to_the_digit: Mapping[int, int]


def record_of(verdicts: Iterable[Verdict]) -> Record:
    """What the verdicts say for each figure."""
    holding: Counter[int] = Counter()
    to_the_digit: Counter[int] = Counter()
    for verdict in verdicts:
        if verdict.status is Status.HOLDS:
            mine = numbers(verdict.relation)
            holding.update(mine)
            to_the_digit.update(mine if verdict.exact else ())
    return Record(holding, to_the_digit)


def numbers(relation: Relation) -> frozenset[int]:
    """The figures of a relation that could be wrong: all but dashes."""
    return frozenset(f.number for f in relation.facts if not f.figure.nil)


class Suspicion(NamedTuple):
    """A figure that may be wrong, the bits against it, and what it would have to lie in."""

    fact: Fact
    bits: float
    meant: Interval | None


class Blame(NamedTuple):
    """The relations that cannot all be right, and the figures suspected, the likeliest first.

    ``alternatives``: how many further figures would explain it as well.
    """

    relations: tuple[Relation, ...]
    suspects: tuple[Suspicion, ...]
    alternatives: int


class Case(NamedTuple):
    """A program that has a conflict, with what decides it and what speaks for its figures."""

    program: Program
    solver: Solver
    record: Record

    def is_settled_by(self, released: Collection[int]) -> bool:
        """Whether no contradiction is left when these figures may be anything."""
        return conflict(self.program, self.solver, frozenset(released)) is None


class Clash(NamedTuple):
    """Places of relations that contradict each other, and the figures one of which is wrong."""

    places: frozenset[int]
    figures: frozenset[int]


def blamed(case: Case) -> Iterator[Blame]:
    """A blame for each figure of the lightest smallest set that explains every conflict.

    Implicit hitting sets: a conflict is found, the lightest of the smallest sets of figures that
    hit all conflicts is released, and so on until no conflict is left.
    """
    program = case.program
    found = conflict(program, case.solver)
    clashes: list[Clash] = []
    cover: frozenset[int] = frozenset()
    while found is not None:
        involved = (numbers(program.relations[place]) for place in found)
        clashes.append(Clash(found, frozenset[int]().union(*involved) - cover))
        cover = _lightest_cover(case, clashes)
        if not cover or len(clashes) == ROUNDS:
            return
        found = conflict(program, case.solver, cover)
    for culprit in sorted(cover):
        yield _blame(case, culprit, cover, clashes)


def _lightest_cover(case: Case, clashes: Sequence[Clash]) -> frozenset[int]:
    """The lightest of the smallest sets that hold a figure of every clash; maybe none."""
    sets = [clash.figures for clash in clashes]
    bits = {n: _bits(case, n, clashes) for n in frozenset[int]().union(*sets)}
    for size in range(1, MOST + 1):
        among = frozenset.intersection(*sets) if size == 1 else bits.keys()
        covers = [
            cover
            for cover in combinations(sorted(among), size)
            if all(not mine.isdisjoint(cover) for mine in sets)
        ]
        if covers:
            return frozenset(min(covers, key=lambda cover: (sum(bits[n] for n in cover), cover)))
    return frozenset()


def _bits(case: Case, number: int, clashes: Sequence[Clash]) -> float:
    """What relations outside the clashes say for a figure."""
    relations = case.program.relations
    places = frozenset[int]().union(*(clash.places for clash in clashes))
    within = sum(number in numbers(relations[place]) for place in places)
    holding, exact = case.record.holding[number], case.record.to_the_digit[number]
    return HOLDING * (holding - within) + TO_THE_DIGIT * exact


def _blame(case: Case, culprit: int, cover: frozenset[int], clashes: Sequence[Clash]) -> Blame:
    """The culprit first, then the figures that could stand in its stead."""
    mine = [clash for clash in clashes if culprit in clash.figures]
    others = cover - {culprit}
    among = frozenset.intersection(*(clash.figures for clash in mine)) - cover
    rivals = sorted(
        (n for n in among if case.is_settled_by({*others, n})),
        key=lambda n: (_bits(case, n, mine), n),
    )
    places = sorted(mine[0].places)
    relations = tuple(case.program.relations[place] for place in places)
    suspects = tuple(
        Suspicion(fact, _bits(case, n, mine), room(case.program, places, fact, others))
        for n in (culprit, *rivals[: SUSPECTS - 1])
        for fact in (next(f for f in case.program.facts if f.number == n),)
    )
    return Blame(relations, suspects, max(0, len(rivals) - SUSPECTS + 1))
