"""Pairs: which two lines of a table may explain a third as their quotient."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from auditor.relations.discovered._lines import FactLine
from auditor.relations.discovered._quotients import Number, Triple
from auditor.relations.discovered._thresholds import (
    SAMPLED_POSITIONS,
    VOTED_PAIRS,
    WEIGHED_PAIRS,
)

Pair = tuple[int, int]
"""Numerator and denominator, by their places among the lines."""


class Ranked(NamedTuple):
    """Numbers at a position from the smallest on, each with its line's place; and their values.

    ``widest`` are the largest halves of a last unit, each with its line's place, the largest last.
    """

    numbers: Sequence[tuple[Number, int]]
    values: Sequence[float]
    widest: Sequence[tuple[float, int]]


class Ranking:
    """Lines by the size of what they state at each position, for all targets sought among them."""

    def __init__(self, lines: Sequence[FactLine]) -> None:
        self.lines = lines
        self._at: dict[int, Ranked] = {}

    def at(self, position: int) -> Ranked:
        found = self._at.get(position)
        if found is None:
            numbers = sorted(
                (line.numbers[position], i)
                for i, line in enumerate(self.lines)
                if position in line.numbers
            )
            widest = nlargest(2, [(number[1], i) for number, i in numbers])[::-1]
            found = Ranked(numbers, [number[0] for number, _ in numbers], widest)
            self._at[position] = found
        return found


def pairs_for(
    index: int, numbers: Mapping[int, Number], ranking: Ranking, *, per: float
) -> list[tuple[FactLine, FactLine]]:
    """The pairs (over, under) of lines whose quotient prints as a target's at most positions.

    The target is told by its place and its numbers. ``per`` is 100 for percentages and 1 for plain
    ratios. Those with most votes come first, then those that stand nearest to the target.
    """
    lines = ranking.lines
    own = next((i for i, line in enumerate(lines) if line.index == index), -1)
    votes: Counter[Pair] = Counter()
    for position in _sampled(numbers, per):
        votes.update(_fitting(numbers[position], ranking.at(position), own, per))
    likely = [pair for pair, count in votes.most_common(VOTED_PAIRS) if count > 1]
    near = sorted(
        likely,
        key=lambda p: (-votes[p], sum(abs(lines[i].index - index) for i in p)),
    )
    return [(lines[over], lines[under]) for over, under in near[:WEIGHED_PAIRS]]


def _sampled(numbers: Mapping[int, Number], per: float) -> list[int]:
    """The positions to sample: those whose figure is neither nothing nor the whole."""
    telling = [p for p, (value, _) in numbers.items() if value not in (0.0, per)]
    step = max(1, len(telling) // SAMPLED_POSITIONS)
    return telling[::step][:SAMPLED_POSITIONS]


def _fitting(target: Number, ranked: Ranked, own: int, per: float) -> list[Pair]:
    """The pairs, but for the target's ``own`` place, whose quotient prints as it at a position.

    The numerators over a base that print as the quotient lie between its corners, and are looked
    up among the sorted values: squared, not cubed, in the number of lines.
    """
    numbers, values, size = ranked.numbers, ranked.values, len(ranked.numbers)
    widest = max((half for half, i in ranked.widest if i != own), default=0.0)
    value, half = target
    least, most = (value - half) / per, (value + half) / per
    found: list[Pair] = []
    for (below, half_below), under in numbers:
        if abs(below) <= half_below or under == own:
            continue
        small, large = below - half_below, below + half_below
        corners = least * small, least * large, most * small, most * large
        high = max(corners) + widest
        at = bisect_left(values, min(corners) - widest)
        while at < size and values[at] <= high:
            over = numbers[at][1]
            if over not in (under, own):
                found.append((over, under))
            at += 1
    return found


def triples(target: FactLine, over: FactLine, under: FactLine) -> list[Triple]:
    """The target's facts with those of two lines at the same positions."""
    return [
        (fact, over.facts[p], under.facts[p])
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]
