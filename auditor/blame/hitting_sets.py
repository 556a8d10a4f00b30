"""Hitting sets: the lightest figures whose being wrong explains every conflict of a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from auditor.blame.cases import Case, Released
from auditor.blame.hypothesis import Hypothesis
from auditor.blame.thresholds import ALIKE, LARGEST_SEARCH, MISPRINT, MOST_STEPS

Weigh = Callable[[int, Released], Hypothesis]
"""The hypothesis for one of the released figures."""


class Blame(NamedTuple):
    """The figures blamed for a case.

    ``others`` are sets that weigh as much; ``open_`` says that not every set was looked at.
    """

    culprits: tuple[int, ...]
    others: tuple[Released, ...] = ()
    open_: bool = False


def blame(case: Case, weigh: Weigh) -> Blame:
    """The lightest figures whose release leaves no conflict.

    None are blamed where no figures could set right what was only discovered, or what holds
    relation by relation: what holds confirms every one of them, so it is the reading that is wrong.
    """
    greedy = _greedy(case, weigh)
    if len(case.known) > LARGEST_SEARCH:
        return Blame(greedy, open_=True)
    search = _Search(case, weigh)
    if len(greedy) <= case.largest and case.left(frozenset(greedy)) is None:
        search.offer(frozenset(greedy))
    search.extend(frozenset(), frozenset())
    if not search.found:
        misread = case.jointly or (search.steps < MOST_STEPS and case.is_discovered)
        alone = all(len(conflict.figures) == 1 for conflict in case.known)
        return Blame(()) if misread else Blame(greedy, open_=not alone)
    lightest = min(search.found.values())
    alike = [s for s, bits in search.found.items() if bits <= lightest + ALIKE]
    best = min(alike, key=lambda s: (search.found[s] - lightest, _as_inputs(s, case)))
    others = tuple(sorted((s for s in alike if s != best), key=sorted))
    return Blame(_by_conflicts(best, case), others, search.steps >= MOST_STEPS)


def cover_bits(cover: Released, weigh: Weigh) -> float:
    """How unlikely it is that exactly these figures are wrong."""
    return round(sum(MISPRINT + weigh(n, cover).bits for n in sorted(cover)), 6)


def _as_inputs(cover: Released, case: Case) -> tuple[int, ...]:
    """Sorts first the set whose figures are what relations come to: totals, growth rates."""
    places = frozenset[int]().union(*(conflict.places for conflict in case.known))
    targets = Counter(case.evidence.relations[place].target.number for place in places)
    return (-sum(targets[n] for n in cover), *sorted(cover))


def _by_conflicts(cover: Iterable[int], case: Case) -> tuple[int, ...]:
    """The figures, those in most conflicts first."""
    count = Counter(n for conflict in case.known for n in conflict.figures)
    return tuple(sorted(cover, key=lambda n: (-count[n], n)))


def _greedy(case: Case, weigh: Weigh) -> tuple[int, ...]:
    """Figures taken one by one, each the one that settles most of what is left."""
    among: dict[int, list[int]] = {}
    for i, conflict in enumerate(case.known):
        for number in conflict.figures:
            among.setdefault(number, []).append(i)
    left = set(range(len(case.known)))
    heap = [(-len(own), *_impossible_or_bits(n, case, weigh), n) for n, own in among.items()]
    heapify(heap)
    cover = []
    while left and heap:
        count, impossible, bits, number = heappop(heap)
        mine = [i for i in among[number] if i in left]
        if mine and len(mine) < -count:
            heappush(heap, (-len(mine), impossible, bits, number))
        elif mine:
            cover.append(number)
            left.difference_update(mine)
    return tuple(cover)


def _impossible_or_bits(number: int, case: Case, weigh: Weigh) -> tuple[bool, float]:
    alone = frozenset({number})
    return case.left(alone) is not None, weigh(number, alone).bits


class _Search:
    """Implicit hitting sets: a set that explains all hits each known conflict, and each new one.

    Sets grow by one figure of a conflict that is not hit yet, or of one that the set leaves;
    branches that cannot become lighter than the lightest set known are cut off.
    """

    def __init__(self, case: Case, weigh: Weigh) -> None:
        self.case, self.weigh = case, weigh
        self.known = [conflict.figures for conflict in case.known]
        self.found: dict[Released, float] = {}
        self.steps = 0
        self._hits = Counter(n for figures in self.known for n in figures)

    def offer(self, cover: Released) -> None:
        """Keeps a set that explains everything, with its weight."""
        if cover not in self.found:
            self.found[cover] = cover_bits(cover, self.weigh)

    def extend(self, cover: Released, barred: Released) -> None:
        """Offers the sets that explain all, hold ``cover`` and none of the ``barred`` figures."""
        if self.steps >= MOST_STEPS:
            return
        self.steps += 1
        unhit = [figures - barred for figures in self.known if not figures & cover]
        if self._least(cover, unhit) > min(self.found.values(), default=float("inf")) + ALIKE:
            return
        needed = min(unhit, key=len) if unhit else self._left(cover)
        if needed is None:
            self.offer(cover)
            return
        if len(cover) == self.case.largest:
            return
        for number in self._promising(self._eligible(needed) - barred, unhit):
            self.extend(cover | {number}, barred)
            barred |= {number}

    def _left(self, cover: Released) -> frozenset[int] | None:
        conflict = self.case.left(cover)
        return None if conflict is None else conflict.figures

    def _eligible(self, figures: frozenset[int]) -> frozenset[int]:
        """The figures that stand in a known conflict; in a joint case any figure may."""
        return figures if self.case.jointly else figures & self._hits.keys()

    def _least(self, cover: Released, unhit: Sequence[frozenset[int]]) -> float:
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
