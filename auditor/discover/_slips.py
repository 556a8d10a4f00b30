"""Slips of the pen: how one figure may have been misprinted by the amount that is missing."""

from __future__ import annotations

from math import log2

from auditor.discover._matrix import Entry

MOST_TRIED = 9
"""Values, within the rounding of the others, that a figure may have meant; more say nothing."""


def slip_bits(entry: Entry, gap: int, half: int) -> float | None:
    """Bits to spend on the slip that turns what was meant into the entry; None if none does.

    Values in half-units: the entry is too large by ``gap``, give or take ``half``. A slip that
    can happen in few ways is cheap: the sign in one, a factor of ten in two, two neighbouring
    digits in as many as there are pairs, one digit in nine times as many as there are digits.
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
        if ways and (best is None or log2(4 * ways) < best):
            best = log2(4 * ways)
    return best


def round_to(value: int, unit: int) -> int:
    """The multiple of ``unit`` nearest to ``value``."""
    return (value + unit // 2) // unit * unit


def slip_ways(printed: int, true: int) -> int:
    """In how many ways a slip of the kind that turns ``true`` into ``printed`` can happen; 0: none.

    Both in units of the last digit.
    """
    if printed == true:
        return 0
    if printed == -true:
        return 1
    if (printed < 0) != (true < 0):
        return 0
    a, b = str(abs(printed)), str(abs(true))
    return _same_length_ways(a, b) if len(a) == len(b) else _other_length_ways(a, b)


def _other_length_ways(a: str, b: str) -> int:
    """A factor of ten, or a first digit turned into zero: "03,267" for "30,267" has lost it."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer[:-1] == shorter:
        return 2
    lost = longer[1:].lstrip("0") or "0"
    return 9 * len(longer) if longer is b and lost == shorter else 0


def _same_length_ways(a: str, b: str) -> int:
    differ = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differ) == 1:
        return 9 * len(a)
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        i, j = differ
        if a[i] == b[j] and a[j] == b[i]:
            return len(a)
    return 0
