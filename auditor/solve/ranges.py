"""Ranges: what a figure must lie in given all the others, in base units, rounded outwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from auditor.checks.verdict import allowed
from auditor.model.fact import Fact
from auditor.model.interval import Interval
from auditor.solve.bounds import BOUNDLESS, Bounds, printed_bounds, tightened
from auditor.solve.program import Program


def values_left(
    program: Program, places: Sequence[int], fact: Fact, released: Collection[int] = ()
) -> Interval | None:
    """What the figure must lie in when the ``released`` ones may be anything.

    Narrowed by the relations at ``places`` taken together, beyond what bounds alone tell. None
    when nothing bounds the figure, or when no value of it would do.
    """
    free = frozenset({*released, fact.number})
    rows = program.rows_without(free)
    bounds = printed_bounds(program, free)
    if tightened(program, bounds, rows) is not None:
        return None
    found = [
        interval
        for relation in map(program.relations.__getitem__, places)
        if relation.target.number == fact.number
        and (interval := allowed(relation, fact.number, program.rounding)) is not None
    ]
    near = [row for row in rows if program.rows[row].relation in places]
    for column in program.columns((fact.number,)):
        low, high = bounds.low[column], bounds.high[column]
        if max(-low, high) < BOUNDLESS // 2:
            low, high = _narrowed(program, near, column, (low, high), free)
            found.append(Interval(program.value(column, low), program.value(column, high)))
    common = found[0] if found else None
    for interval in found[1:]:
        common = common and common.overlap(interval)
    return common


def _narrowed(
    program: Program,
    rows: Sequence[int],
    column: int,
    ends: tuple[int, int],
    released: Collection[int],
) -> tuple[int, int]:
    """The ends moved inwards as far as the rows contradict what lies beyond them."""
    start = printed_bounds(program, released)

    def is_excluded(first: int, last: int) -> bool:
        tried = Bounds(start.low, start.high)
        tried.low[column], tried.high[column] = first, last
        return tightened(program, tried, rows) is not None

    low, high = ends
    low += _excluded(high - low, lambda steps: is_excluded(low, low + steps))
    high -= _excluded(high - low, lambda steps: is_excluded(high - steps, high))
    return low, high


def _excluded(length: int, is_excluded: Callable[[int], bool]) -> int:
    """The most steps from an end that are all excluded, found by halving."""
    least, most = 0, length
    while least < most:
        middle = (least + most + 1) // 2
        if is_excluded(middle):
            least = middle
        else:
            most = middle - 1
    return least
