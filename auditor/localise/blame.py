"""Blame: the fewest figures whose being wrong explains every violated relation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from auditor.fact import Fact
from auditor.figure import Rounding
from auditor.finding import Status, Verdict
from auditor.localise.correction import is_unlikely_slip, joint_interval, reconcilable
from auditor.relation import Relation
from auditor.slips import slip_cost

HOLDING, EXACT, ODD = 3.0, 0.5, 6.0
"""Bits for each relation that holds with a figure, and for one that holds to the digit; bits
against a figure that would need both another sign and other digits."""
LARGEST_SEARCH = 18
"""Figures in a knot of violated relations up to which every small set of culprits is tried."""


class Evidence(NamedTuple):
    """What the checks say of each figure, by number."""

    facts: Mapping[int, Fact]
    confirming: Mapping[int, Sequence[Relation]]
    to_the_digit: Mapping[int, int]
    rounding: Rounding

    def holding(self, number: int) -> int:
        """How many relations that hold cover the figure."""
        return len(self.confirming.get(number, ()))

    def all_of(self, number: int, violated: Sequence[Relation]) -> list[Relation]:
        """The violated relations of a figure, and those that hold and must go on holding."""
        return [*violated, *self.confirming.get(number, ())]

    def weight(self, number: int, violated: Sequence[Relation]) -> tuple[float, ...]:
        """What speaks against the figure being wrong, in bits first; the lightest is suspected.

        Each relation that holds with it speaks for the figure, and so does it that no slip of the
        pen explains what it should say.
        """
        mine = [r for r in violated if number in numbers(r)]
        fact = self.facts[number]
        meant = joint_interval(number, self.all_of(number, mine), self.rounding)
        bits = slip_cost(fact.figure, meant)
        bits += HOLDING * self.holding(number) + EXACT * self.to_the_digit[number]
        odd = is_unlikely_slip(fact, mine, self.rounding)
        as_target = sum(r.target.number == number for r in mine)
        return bits + (ODD if odd else 0.0), -as_target, number


def evidence_of(verdicts: Iterable[Verdict], rounding: Rounding) -> Evidence:
    """The evidence that the verdicts, reached under that rounding, give together."""
    facts: dict[int, Fact] = {}
    confirming: dict[int, list[Relation]] = defaultdict(list)
    exact: Counter[int] = Counter()
    for verdict in verdicts:
        for fact in verdict.relation.facts:
            facts.setdefault(fact.number, fact)
            if verdict.status is Status.HOLDS:
                if not fact.figure.nil:
                    confirming[fact.number].append(verdict.relation)
                exact[fact.number] += verdict.exact
    return Evidence(facts, confirming, exact, rounding)


def numbers(relation: Relation) -> frozenset[int]:
    """The figures of a relation that could be wrong: all but dashes."""
    return frozenset(f.number for f in relation.facts if not f.figure.nil)


def knots(violated: Sequence[Relation]) -> list[list[Relation]]:
    """Violated relations grouped so that no figure stands in two groups."""
    entered: dict[int, list[int]] = defaultdict(list)
    for place, relation in enumerate(violated):
        for number in numbers(relation):
            entered[number].append(place)
    found: list[list[Relation]] = []
    grouped: set[int] = set()
    for first in range(len(violated)):
        group: set[int] = set()
        reached = {first} - grouped
        while reached:
            group |= reached
            shared = {number for place in reached for number in numbers(violated[place])}
            reached = {place for number in shared for place in entered.pop(number, ())} - group
        grouped |= group
        if group:
            found.append([violated[place] for place in sorted(group)])
    return found


def blamed(knot: Sequence[Relation], evidence: Evidence) -> list[tuple[int, list[Relation]]]:
    """The fewest figures that can explain every violated relation, each with those it explains."""
    left = list(knot)
    found = []
    for culprit in _smallest_cover(knot, evidence):
        mine = [r for r in left if culprit in numbers(r)]
        left = [r for r in left if r not in mine]
        if mine:
            found.append((culprit, mine))
    return found


def _smallest_cover(knot: Sequence[Relation], evidence: Evidence) -> Sequence[int]:
    """The lightest of the smallest sets of figures that could set every relation right."""
    figures = [(relation, numbers(relation)) for relation in knot]
    candidates = sorted(frozenset().union(*(mine for _, mine in figures)))
    few = len(candidates) <= LARGEST_SEARCH
    sizes = (1, 2, 3) if few else (1, 2) if len(knot) <= 3 else (1,)
    for size in sizes:
        covers = [c for c in combinations(candidates, size) if _explains(c, figures, evidence)]
        if covers:
            return min(covers, key=lambda c: _cover_weight(c, knot, evidence))
    return _greedy_cover(knot, evidence)


def _explains(
    cover: Sequence[int],
    figures: Sequence[tuple[Relation, frozenset[int]]],
    evidence: Evidence,
) -> bool:
    """Whether other values of these figures alone could set every relation right.

    Asked of each figure by itself, for the relations that no other of them stands in, those that
    hold included: a correction that breaks what held corrects nothing.
    """
    released = frozenset(cover)
    among = [(relation, mine & released) for relation, mine in figures]
    if not all(free for _, free in among):
        return False
    return all(
        reconcilable(
            n,
            [
                *(r for r, free in among if free == {n}),
                *(r for r in evidence.confirming.get(n, ()) if numbers(r) & released == {n}),
            ],
            evidence.rounding,
        )
        for n in cover
    )


def _cover_weight(
    cover: Sequence[int], knot: Sequence[Relation], evidence: Evidence
) -> tuple[float, ...]:
    weights = [evidence.weight(n, knot) for n in cover]
    return tuple(sum(column) for column in zip(*weights, strict=True))


def _greedy_cover(knot: Sequence[Relation], evidence: Evidence) -> list[int]:
    left, cover = list(knot), []
    while left:
        count = Counter(n for r in left for n in numbers(r))
        best = min(count, key=lambda n: (-count[n], evidence.weight(n, left)))
        cover.append(best)
        left = [r for r in left if best not in numbers(r)]
    return cover
