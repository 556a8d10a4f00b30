"""Slips of the pen: how one figure may have been misprinted by the amount that is missing."""

from __future__ import annotations

from auditor.discover._matrix import Entry


def explains(entry: Entry, gap: int, half: int) -> bool:
    """Whether the figure less ``gap`` (within ``half``) is what a slip would have turned into it.

    Values in half-units. Slips: one digit, two neighbouring digits, the sign, a factor of ten.
    """
    unit = 2 * entry.half
    meant = entry.value - gap
    nearest = round_to(meant, unit)
    if abs(nearest - meant) > half:
        return False
    printed, true = entry.value // unit, nearest // unit
    return is_slip(printed, true)


def round_to(value: int, unit: int) -> int:
    """The multiple of ``unit`` nearest to ``value``."""
    return (value + unit // 2) // unit * unit


def is_slip(printed: int, true: int) -> bool:
    """Whether one slip turns ``true`` into ``printed``, both in units of the last digit."""
    if printed == -true:
        return True
    if (printed < 0) != (true < 0):
        return False
    a, b = str(abs(printed)), str(abs(true))
    if len(a) == len(b):
        differ = [i for i in range(len(a)) if a[i] != b[i]]
        return len(differ) == 1 or (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and a[differ[0]] == b[differ[1]]
            and a[differ[1]] == b[differ[0]]
        )
    if abs(len(a) - len(b)) == 1:
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return longer[:-1] == shorter
    return False
