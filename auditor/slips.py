"""Slips of the pen: in how many ways one turns the figure that was meant into the printed one."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log2

from auditor.figure import Figure
from auditor.interval import Interval

NO_SLIP = 12.0
"""Bits that a figure spends which no slip explains."""
MOST_MEANT = 64
"""Values that a figure may have meant; among more, one is a slip away by chance."""


def slip_cost(figure: Figure, wanted: Interval | None) -> float:
    """Bits to spend on the cheapest slip that turned a value in ``wanted`` into the figure.

    ``wanted`` is in base units. Costs grow with the ways in which the slip can happen, and with the
    number of values that may have been meant.
    """
    unit = figure.last_unit
    if wanted is None:
        return NO_SLIP
    first = ceil(wanted.low / unit - Fraction(1, 2))
    last = floor(wanted.high / unit + Fraction(1, 2))
    meant = last - first + 1
    if not 0 < meant <= MOST_MEANT:
        return NO_SLIP
    ways = [w for true in range(first, last + 1) if (w := slip_ways(figure.digits, true))]
    if not ways:
        return NO_SLIP
    length = len(str(abs(figure.digits)))  # a longer figure is as much likelier to be mistyped
    likely = min(w / length if w >= length else w for w in ways)
    return min(NO_SLIP, log2(4 * likely) + log2(meant) / 2)


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
    """A factor of ten, or a leading zero: "03,267" for "30,267" (swapped) or "13,267" (a digit)."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer[:-1] == shorter:
        return 2
    if longer is b and longer[1] == "0" and longer[0] + longer[2:] == shorter:
        return len(longer)
    lost = longer[1:].lstrip("0")
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
