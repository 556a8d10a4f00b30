"""Spans: which columns a heading stands over, by where it is centred and what is ruled under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.readers._aligned.chunks import Chunk
from auditor.readers._aligned.columns import AlignedColumn
from auditor.readers._aligned.thresholds import RULE_ABOVE, RULE_BELOW, SPAN_COST
from auditor.readers._aligned.words import Rule, Scale


class Extent(NamedTuple):
    """A heading's edges, what spanning one more column costs it, and those of rules under it.

    ``whole`` if they are one rule, and not several side by side.
    """

    left: float
    right: float
    cost: float
    rules: tuple[float, float] | None = None
    whole: bool = False


class _Fit(NamedTuple):
    cost: float
    spans: tuple[tuple[int, int], ...]


def extent(
    chunk: Chunk,
    others: Sequence[Chunk],
    below: Sequence[Chunk] | None,
    rules: Sequence[Rule],
    scale: Scale,
) -> Extent:
    """The edges of a heading, with the rules under it that are its alone."""
    under = [
        rule
        for rule in rules
        if -RULE_ABOVE * scale.leading < rule.top - chunk.bottom < RULE_BELOW * scale.leading
        and rule.left < chunk.right - scale.glue
        and chunk.left + scale.glue < rule.right
    ]
    cost = _span_cost(chunk, () if under and below else below, scale)
    if not under:
        return Extent(chunk.left, chunk.right, cost)
    left, right = min(r.left for r in under), max(r.right for r in under)
    shared = any(c.left < right and left < c.right for c in others if c is not chunk)
    if shared or left > chunk.left + scale.near or right < chunk.right - scale.near:
        return Extent(chunk.left, chunk.right, cost)
    return Extent(chunk.left, chunk.right, cost, (left, right), whole=len(under) == 1)


def _span_cost(chunk: Chunk, below: Sequence[Chunk] | None, scale: Scale) -> float:
    """What spanning one more column costs a heading that is as well centred over either.

    One with another right below its middle goes on there; one over several spans them.
    """
    goes_on = below is None
    for under in below or ():
        if abs(middle_of(under) - middle_of(chunk)) <= scale.near:
            goes_on = sum(c.left < chunk.right and chunk.left < c.right for c in below or ()) == 1
    return SPAN_COST * scale.leading * (1 if goes_on else -1)


def middle_of(chunk: Chunk) -> float:
    return (chunk.left + chunk.right) / 2


def spans(
    extents: Sequence[Extent], columns: Sequence[AlignedColumn]
) -> tuple[tuple[int, int], ...]:
    """The columns that headings side by side span, each apart, with the least off centre."""
    best = {0: _Fit(0.0, ())}  # by the first column that is free
    for extent in extents:
        found: dict[int, _Fit] = {}
        for free, fit in best.items():
            for first, last, cost in _choices(extent, columns, free):
                offer = _Fit(fit.cost + cost, (*fit.spans, (first, last)))
                if last + 1 not in found or offer.cost < found[last + 1].cost:
                    found[last + 1] = offer
        if not found:  # more headings than columns: the last ones share one
            last = len(columns) - 1
            found = {k: _Fit(f.cost, (*f.spans, (last, last))) for k, f in best.items()}
        best = found
    return min(best.values()).spans


def _choices(
    extent: Extent, columns: Sequence[AlignedColumn], free: int
) -> Iterator[tuple[int, int, float]]:
    """Spans of columns from a free one on, each with how far a heading is from its middle."""
    least = {*_under(extent, columns), *_covered(extent, columns)}
    if least and min(least) < free:
        return
    for first in range(free, len(columns)):
        for last in range(first, len(columns)):
            if least <= set(range(first, last + 1)):
                exact = extent.whole and len(least) == last + 1 - first > 1
                yield first, last, 0.0 if exact else _off(extent, columns, first, last)


def _covered(extent: Extent, columns: Sequence[AlignedColumn]) -> list[int]:
    """The columns that a heading reaches over half of: it heads them, whatever it is centred on."""
    return [
        i
        for i, column in enumerate(columns)
        if 2 * column.overlap(extent.left, extent.right) >= column.right - column.left
    ]


def _under(extent: Extent, columns: Sequence[AlignedColumn]) -> list[int]:
    """The columns that the rules under a heading stand over, if over several.

    Rules are drawn under each column of a heading that spans several: it may span more of them.
    """
    if extent.rules is None:
        return []
    left, right = extent.rules
    found = [i for i, column in enumerate(columns) if left <= column.middle <= right]
    return found if len(found) > 1 else []


def _off(extent: Extent, columns: Sequence[AlignedColumn], first: int, last: int) -> float:
    """How far a heading is from the middle of some columns, or from the edge of a single one."""
    left, right = columns[first].outer, columns[last].right
    off = abs((extent.left + extent.right) / 2 - (left + right) / 2)
    if first != last:
        return off + extent.cost * (last - first)
    if extent.right <= right:
        off = min(off, abs(extent.left - left))
    if first == 0 or extent.left > columns[first - 1].right:
        off = min(off, abs(extent.right - right))
    return off
