"""Slips of the pen: how one figure may have been misprinted by the amount that is missing."""

from __future__ import annotations

from auditor.checks.slips import coincidence_bits, slip_ways
from auditor.relations.discovered._matrix import Entry

MOST_TRIED = 9
"""Values, within the rounding of the others, that a figure may have meant; more say nothing."""


def slip_bits(entry: Entry, gap: int, half: int) -> float | None:
    """Bits to spend on the slip that turns what was meant into the entry; None if none does.

    Values in half-units: the entry is too large by ``gap``, give or take ``half``. A slip that
    can happen in few ways is cheap: the sign in one, a factor of ten in two, and so on.
    """
    unit = 2 * entry.half
    printed = entry.value // unit
    nearest = round_to(entry.value - gap, unit) // unit
    reach = min(half // unit + 1, MOST_TRIED // 2)
    best: float | None = None
    for true in range(nearest - reach, nearest + reach + 1):
        if abs(true * unit - (entry.value - gap)) > half:
            continue
        ways = slip_ways(printed, true)
        if ways and (best is None or coincidence_bits(ways) < best):
            best = coincidence_bits(ways)
    return best


def round_to(value: int, unit: int) -> int:
    """The multiple of ``unit`` nearest to ``value``."""
    return (value + unit // 2) // unit * unit
