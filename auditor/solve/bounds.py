"""Bounds: each column's range tightened by the rows it stands in, exactly, until nothing moves."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from auditor.solve.program import Program, Row
from auditor.solve.thresholds import LEAST, VISITS

BOUNDLESS = 10**40
"""Grid steps that stand for no bound at all."""


class Contradiction(NamedTuple):
    """No values fit the rows; ``relations`` are the places of those that were needed to see it."""

    relations: frozenset[int]


class Bounds:
    """Ranges of a program's columns, and the row that last moved either end."""

    __slots__ = ("by_high", "by_low", "high", "low")

    def __init__(self, low: Iterable[int], high: Iterable[int]) -> None:
        self.low, self.high = list(low), list(high)
        self.by_low = [-1] * len(self.low)
        self.by_high = [-1] * len(self.high)

    def copy(self) -> Bounds:
        """The same ranges, to be tightened apart."""
        return Bounds(self.low, self.high)


def printed_bounds(program: Program, released: Collection[int] = ()) -> Bounds:
    """What the printed figures say by themselves, the released ones saying nothing."""
    bounds = Bounds(program.low, program.high)
    for column in program.columns(released) if released else ():
        bounds.low[column], bounds.high[column] = -BOUNDLESS, BOUNDLESS
    return bounds


def tightened(
    program: Program, bounds: Bounds, rows: Sequence[int], first: Iterable[int] | None = None
) -> Contradiction | None:
    """Tighten ``bounds`` in place by the ``rows`` until nothing moves; the contradiction, if any.

    Every step is an integer division rounded outwards, so that no value is lost. ``first`` are
    the rows to start from when the others have nothing new to say.
    """
    allowed = frozenset(rows)
    waiting = deque(allowed.intersection(first) if first is not None else rows)
    queued = set(waiting)
    for _ in range(VISITS * len(rows)):
        if not waiting:
            break
        place = waiting.popleft()
        queued.discard(place)
        moved = _moved(program.rows[place], place, bounds)
        if moved is None:
            return Contradiction(_needed(program, place, bounds))
        again = {r for column in moved for r in program.rows_of[column] if r != place} & allowed
        for row in sorted(again - queued):
            waiting.append(row)
            queued.add(row)
    return None


def _moved(row: Row, place: int, bounds: Bounds) -> list[int] | None:
    """The columns whose range a row has tightened noticeably; None when it leaves no value."""
    low, high = bounds.low, bounds.high
    least = most = 0
    for column, factor in zip(row.columns, row.factors, strict=True):
        if factor > 0:
            least += factor * low[column]
            most += factor * high[column]
        else:
            least += factor * high[column]
            most += factor * low[column]
    if (row.floor and most < 0) or (row.ceiling and least > 0):
        return None
    moved = []
    for column, factor in zip(row.columns, row.factors, strict=True):
        floor, ceiling = _implied(row, factor, (low[column], high[column]), (least, most))
        if floor > low[column]:
            if floor - low[column] >= LEAST:
                moved.append(column)
            low[column], bounds.by_low[column] = floor, place
        if ceiling < high[column]:
            if high[column] - ceiling >= LEAST:
                moved.append(column)
            high[column], bounds.by_high[column] = ceiling, place
        if low[column] > high[column]:
            return None
    return moved


def _implied(
    row: Row, factor: int, own: tuple[int, int], whole: tuple[int, int]
) -> tuple[int, int]:
    """What a row leaves of a column's ``own`` range, its sum being within ``whole``.

    Rounded outwards: values lie between grid steps too.
    """
    low, high = floor, ceiling = own
    least, most = whole
    if factor > 0:
        if row.floor:
            floor = (factor * high - most) // factor
        if row.ceiling:
            ceiling = -((least - factor * low) // factor)
    else:
        if row.floor:
            ceiling = -((factor * low - most) // -factor)
        if row.ceiling:
            floor = (least - factor * high) // -factor
    return floor, ceiling


def _needed(program: Program, last: int, bounds: Bounds) -> frozenset[int]:
    """The relations whose rows led to the bounds that the last row contradicts."""
    reached: set[int] = set()
    waiting = [last]
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        for column in program.rows[place].columns:
            waiting += [r for r in (bounds.by_low[column], bounds.by_high[column]) if r >= 0]
    return frozenset(program.rows[place].relation for place in reached)


def has_witness(program: Program, bounds: Bounds, rows: Sequence[int]) -> bool:
    """Whether choosing values one figure at a time, as printed where possible, comes to an end.

    Only a lack of success means nothing: another choice might have succeeded.
    """
    tried = bounds.copy()
    order = sorted(range(len(program.facts)), key=lambda c: (-len(program.rows_of[c]), c))
    for column in order:
        low, high = tried.low[column], tried.high[column]
        inside = min(LEAST, (high - low) // 3)  # the ends themselves were rounded outwards
        value = min(max(program.printed[column], low + inside), high - inside)
        tried.low[column] = tried.high[column] = value
        if tightened(program, tried, rows, program.rows_of[column]) is not None:
            return False
    return True
