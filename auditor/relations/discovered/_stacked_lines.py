"""Stacked lines: lines that others make, told by their figures alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.relations.discovered._matrix import IntegerLine, Matrix
from auditor.relations.discovered._thresholds import FEWEST_OVER_PARTS, SUBTOTAL_LONGEST_RUN

FEWEST_PARTS = 2


def made_of(matrix: Matrix, lines: Sequence[int]) -> tuple[int, ...]:
    """The lines less those that make one below them, at every position that it states."""
    kept: list[int] = []
    for at in lines:
        for count in range(FEWEST_PARTS, len(kept) + 1):
            parts = [matrix.lines[i] for i in kept[-count:]]
            whole = matrix.lines[at]
            if whole.entries and all(_comes_out(whole, parts, p) for p in whole.entries):
                del kept[-count:]
                break
        kept.append(at)
    return tuple(kept)


def with_parts_first(matrix: Matrix) -> Iterator[Matrix]:
    """The matrix with each line below what it is made of, where several stand over that."""
    lines, order, at, over = matrix.lines, list[IntegerLine](), 0, 0
    while at < len(lines):
        end = _end_of_parts(lines, at)
        order += [*lines[at + 1 : end], lines[at]]
        over += end > at + 1
        at = end
    if over >= FEWEST_OVER_PARTS:
        yield matrix._replace(lines=tuple(order))


def _end_of_parts(lines: Sequence[IntegerLine], at: int) -> int:
    """The end (exclusive) of the lines right below one that make it at some position."""
    whole = lines[at]
    open_ = {p: e.value for p, e in whole.entries.items() if whole.added and e.value}
    room = {p: whole.entries[p].half for p in open_}
    for end in range(at + 1, min(at + SUBTOTAL_LONGEST_RUN, len(lines))):
        if not lines[end].added:
            break
        for p, entry in lines[end].entries.items():
            if p in open_:
                open_[p] -= entry.value
                room[p] += entry.half
        if end - at >= FEWEST_PARTS and any(abs(gap) <= room[p] for p, gap in open_.items()):
            return end + 1
    return at + 1


def _comes_out(whole: IntegerLine, parts: Sequence[IntegerLine], position: int) -> bool:
    """Whether parts make a line at a position."""
    found = [one for part in parts if (one := part.entries.get(position)) is not None]
    entry = whole.entries[position]
    gap = entry.value - sum(one.value for one in found)
    return bool(found) and abs(gap) <= entry.half + sum(one.half for one in found)
