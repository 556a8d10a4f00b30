"""Blame: the lightest set of figures whose being wrong explains every violated relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from auditor.blame.evidence import Evidence
from auditor.blame.hypothesis import Hypothesis
from auditor.blame.release import conflict
from auditor.model.relation import Origin

MISPRINT = 14.0
"""Bits for one more wrong figure: few explain more than many, unless the many are plain slips."""
ALIKE = 0.5
"""Bits within which two explanations weigh the same."""
MOST_STEPS = 1500
"""Sets of figures looked at for one knot; what was not looked at by then is said to be open."""
LARGEST_SEARCH = 40
"""Violated relations in a knot up to which sets are searched; larger ones are explained greedily,
a figure at a time."""

Weigh = Callable[[int, tuple[int, ...]], Hypothesis]
"""The hypothesis for a figure that sets these relations right alone."""


class Blame(NamedTuple):
    """The figures blamed for a knot of violated relations.

    ``others`` are sets that weigh as much; ``open_`` says that not every set was looked at.
    """

    culprits: tuple[int, ...]
    others: tuple[frozenset[int], ...] = ()
    open_: bool = False


def knots(evidence: Evidence) -> list[list[int]]:
    """The violated relations, grouped so that no figure stands in two groups."""
    left = dict.fromkeys(sorted(evidence.violated))
    entered: set[int] = set()
    found = []
    for first in sorted(evidence.violated):
        if first not in left:
            continue
        del left[first]
        group, reached = [], [first]
        while reached:
            place = reached.pop()
            group.append(place)
            for number in evidence.figures[place] - entered:
                entered.add(number)
                for other in evidence.broken(number):
                    if other in left:
                        del left[other]
                        reached.append(other)
        found.append(sorted(group))
    return found


def blame(knot: Sequence[int], evidence: Evidence, weigh: Weigh) -> Blame:
    """The lightest figures whose release lets every relation of the knot hold.

    None are blamed where no figures could set right what was only discovered: the relations that
    hold confirm every one of them, so it is the reading that is wrong.
    """
    greedy = _greedy(knot, evidence, weigh)
    if len(knot) > LARGEST_SEARCH:
        return Blame(greedy, open_=True)
    search = _Search(knot, evidence, weigh)
    if conflict(frozenset(greedy), evidence) is None:
        search.offer(frozenset(greedy))
    search.extend(frozenset(), frozenset())
    if not search.found:
        misread = search.steps < MOST_STEPS and _all_discovered(knot, evidence)
        return Blame(()) if misread else Blame(greedy, open_=True)
    lightest = min(search.found.values())
    alike = [s for s, bits in search.found.items() if bits <= lightest + ALIKE]
    best = min(alike, key=lambda s: (search.found[s] - lightest, _as_inputs(s, knot, evidence)))
    others = tuple(sorted((s for s in alike if s != best), key=sorted))
    return Blame(_by_breaking(best, knot, evidence), others, search.steps >= MOST_STEPS)


def _all_discovered(knot: Sequence[int], evidence: Evidence) -> bool:
    return all(evidence.relations[place].origin is Origin.DISCOVERED for place in knot)


def cover_bits(cover: Iterable[int], evidence: Evidence, weigh: Weigh) -> float:
    """How unlikely it is that exactly these figures are wrong."""
    released = frozenset(cover)
    each = (weigh(n, evidence.alone_with(n, released)).bits for n in sorted(released))
    return round(sum(MISPRINT + bits for bits in each), 6)


def _as_inputs(cover: frozenset[int], knot: Sequence[int], evidence: Evidence) -> tuple[int, ...]:
    """Sorts first the set whose figures are what relations come to: totals, growth rates."""
    targets = Counter(evidence.relations[p].target.number for p in knot)
    return (-sum(targets[n] for n in cover), *sorted(cover))


def _by_breaking(cover: Iterable[int], knot: Sequence[int], evidence: Evidence) -> tuple[int, ...]:
    """The figures, those that break most relations of the knot first."""
    count = Counter(n for p in knot for n in evidence.figures[p])
    return tuple(sorted(cover, key=lambda n: (-count[n], n)))


def _greedy(knot: Sequence[int], evidence: Evidence, weigh: Weigh) -> tuple[int, ...]:
    """Figures taken one by one, each the one that sets most of what is left right."""
    left = set(knot)
    numbers = sorted(frozenset().union(*(evidence.figures[p] for p in knot)))
    alone = {n: _impossible_or_bits(n, evidence, weigh) for n in numbers}
    heap = [(-len(evidence.broken(n)), *alone[n], n) for n in numbers]
    heapify(heap)
    cover = []
    while left and heap:
        count, impossible, bits, number = heappop(heap)
        mine = [p for p in evidence.broken(number) if p in left]
        if mine and len(mine) < -count:
            heappush(heap, (-len(mine), impossible, bits, number))
        elif mine:
            cover.append(number)
            left.difference_update(mine)
    return tuple(cover)


def _impossible_or_bits(number: int, evidence: Evidence, weigh: Weigh) -> tuple[bool, float]:
    impossible = conflict(frozenset({number}), evidence) is not None
    return impossible, weigh(number, tuple(evidence.at[number])).bits


class _Search:
    """Implicit hitting sets: every feasible set hits each violated relation and each conflict.

    Sets grow by one figure of a relation that is not hit yet, or of a conflict that the set
    leaves; branches that cannot become lighter than the lightest set known are cut off.
    """

    def __init__(self, knot: Sequence[int], evidence: Evidence, weigh: Weigh) -> None:
        self.evidence, self.weigh = evidence, weigh
        self.knot = [evidence.figures[p] for p in knot]
        self.found: dict[frozenset[int], float] = {}
        self.steps = 0
        self._hits = Counter(n for figures in self.knot for n in figures)

    def offer(self, cover: frozenset[int]) -> None:
        """Keeps a feasible set with its weight."""
        if cover not in self.found:
            self.found[cover] = cover_bits(cover, self.evidence, self.weigh)

    def extend(self, cover: frozenset[int], barred: frozenset[int]) -> None:
        """Offers the feasible sets that contain ``cover`` and none of the ``barred`` figures."""
        if self.steps >= MOST_STEPS:
            return
        self.steps += 1
        unhit = [figures - barred for figures in self.knot if not figures & cover]
        if self._least(cover, unhit) > min(self.found.values(), default=float("inf")) + ALIKE:
            return
        needed = min(unhit, key=len) if unhit else conflict(cover, self.evidence)
        if needed is None:
            self.offer(cover)
            return
        for number in self._promising(needed & self._hits.keys() - barred, unhit):
            self.extend(cover | {number}, barred)
            barred |= {number}

    def _least(self, cover: frozenset[int], unhit: Sequence[frozenset[int]]) -> float:
        """No set that contains the cover and hits the rest weighs less."""
        apart: set[int] = set()
        more = 0
        for figures in sorted(unhit, key=len):
            if not figures & apart:
                apart |= figures
                more += 1
        return MISPRINT * (len(cover) + more)

    def _promising(self, numbers: Iterable[int], unhit: Sequence[frozenset[int]]) -> Iterator[int]:
        """The figures that hit most of what is left first."""
        count = Counter(n for figures in unhit for n in figures)
        yield from sorted(numbers, key=lambda n: (-count[n], -self._hits[n], n))
