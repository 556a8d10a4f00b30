"""Pairs: which two lines of a table may explain a third as their quotient."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.relations.discovered._lines import FactLine, lines_around
from auditor.relations.discovered._quotients import Triple
from auditor.relations.discovered._thresholds import (
    SAMPLED_POSITIONS,
    VOTED_PAIRS,
    WEIGHED_PAIRS,
)

Pair = tuple[int, int]
"""Numerator and denominator, by their places among the lines."""


def pairs_for(
    target: FactLine, lines: Sequence[FactLine], *, per: float
) -> list[tuple[FactLine, FactLine]]:
    """The pairs (over, under) around the target whose quotient prints as it at most positions.

    ``per`` is 100 for percentages and 1 for plain ratios. Those with most votes come first, then
    those that stand nearest to the target.
    """
    lines = lines_around(lines, target.index)
    votes: Counter[Pair] = Counter()
    for position in _sampled(target, per):
        votes.update(_fitting(target, lines, position, per))
    likely = [pair for pair, count in votes.most_common(VOTED_PAIRS) if count > 1]
    near = sorted(
        likely,
        key=lambda p: (-votes[p], sum(abs(lines[i].index - target.index) for i in p)),
    )
    return [(lines[over], lines[under]) for over, under in near[:WEIGHED_PAIRS]]


def _sampled(target: FactLine, per: float) -> list[int]:
    """The positions to sample: those whose figure is neither nothing nor the whole."""
    telling = [p for p, (value, _) in target.numbers.items() if value not in (0.0, per)]
    step = max(1, len(telling) // SAMPLED_POSITIONS)
    return telling[::step][:SAMPLED_POSITIONS]


def _fitting(
    target: FactLine, lines: Sequence[FactLine], position: int, per: float
) -> Iterator[Pair]:
    """The pairs whose quotient prints as the target's at a position.

    The numerators over a base that print as the quotient lie between its corners, and are looked
    up among the sorted values: squared, not cubed, in the number of lines.
    """
    ranked = sorted(
        (line.numbers[position], i)
        for i, line in enumerate(lines)
        if position in line.numbers and line.index != target.index
    )
    values = [number[0] for number, _ in ranked]
    widest = max((number[1] for number, _ in ranked), default=0.0)
    value, half = target.numbers[position]
    least, most = (value - half) / per, (value + half) / per
    for (below, half_below), under in ranked:
        if abs(below) <= half_below:
            continue
        small, large = below - half_below, below + half_below
        corners = least * small, least * large, most * small, most * large
        high = max(corners) + widest
        at = bisect_left(values, min(corners) - widest)
        while at < len(ranked) and values[at] <= high:
            over = ranked[at][1]
            if over != under:
                yield over, under
            at += 1


def triples(target: FactLine, over: FactLine, under: FactLine) -> list[Triple]:
    """The target's facts with those of two lines at the same positions."""
    return [
        (fact, over.facts[p], under.facts[p])
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]
