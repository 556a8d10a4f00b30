"""Slips of the pen: how one figure may have been misprinted by the amount that is missing."""

from __future__ import annotations

from auditor.checks.slips import coincidence_bits, slip_ways, slip_ways_as_read
from auditor.relations.discovered._matrix import Entry
from auditor.relations.discovered._thresholds import MOST_TRIED

RESCALED_BY = 1000
"""How much larger a figure in thousands is than the same one in millions."""


def slip_bits(entry: Entry, gap: int, half: int, largest_other: int = 0) -> float | None:
    """Bits to spend on the slip that turns what was meant into the entry; None if none does.

    Values in half-units: the entry is too large by ``gap``, give or take ``half``. A slip that
    can happen in few ways is cheap: the sign in one, a factor of ten in two, and so on.
    """
    unit, meant = 2 * entry.half, entry.value - gap
    printed = entry.value // unit
    size = abs(printed)
    nearest = round_to(meant, unit) // unit
    reach = min(half // unit + 1, MOST_TRIED // 2)
    lead = 10 ** (len(str(size)) - 1)
    longer, towers = 10 * lead, 2 * largest_other > abs(entry.value)
    best: int | None = None
    first = max(nearest - reach, -((half - meant) // unit))
    for true in range(first, min(nearest + reach, (meant + half) // unit) + 1):
        may_lead = not -longer < true < longer and (abs(true) - size) % lead == 0
        ways = (slip_ways if may_lead else slip_ways_as_read)(printed, true)  # noughts in front
        if ways and towers and size >= RESCALED_BY * abs(true):
            continue  # thousands for millions tower above the others
        if ways and (best is None or ways < best):
            best = ways
    return None if best is None else coincidence_bits(best)


def round_to(value: int, unit: int) -> int:
    """The multiple of ``unit`` nearest to ``value``."""
    return (value + unit // 2) // unit * unit
