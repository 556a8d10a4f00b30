"""Alike lines: lines that print the same, among lines that do, make up their totals alike.

A block that is repeated a thousand times, as by a faulty export, is looked at once.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from auditor.relations.discovered._matrix import IntegerLine, Matrix
from auditor.relations.discovered._thresholds import NEARBY, SUM_LONGEST_RUN


class AlikeLines:
    """The lines of a matrix, by all that a search for sums sees of them."""

    def __init__(self, matrix: Matrix) -> None:
        numbers: dict[Hashable, int] = {}
        self._repeats = len(matrix.lines) > SUM_LONGEST_RUN
        self._kinds = tuple(
            numbers.setdefault(_printed(line), len(numbers)) for line in matrix.lines
        )
        self._repeats &= 2 * len(numbers) <= len(self._kinds)

    def of(self, total: int, frontier: Sequence[int]) -> Hashable:
        """The same for a total and lines that print the same in like places of like surroundings.

        The search looks at what each line prints, at the one right before it, and at what is
        printed anywhere near the total. Where a table does not repeat itself, it is the lines.
        """
        if not self._repeats:
            return total, tuple(frontier)
        kinds = self._kinds
        nearby = frozenset(kinds[max(0, total - NEARBY) : total + NEARBY + 1])
        tried = tuple((i - total, kinds[i], kinds[i - 1] if i else -1) for i in frontier)
        return kinds[total], nearby, tried


def _printed(line: IntegerLine) -> Hashable:
    entries = tuple(sorted(line.entries.items()))
    return line.label, line.group, line.added, line.grain, line.period, line.fine, entries
