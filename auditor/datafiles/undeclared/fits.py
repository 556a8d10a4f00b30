"""Fits: how far what a rule would say agrees with what is printed, and what that is worth."""

from __future__ import annotations

from math import log2
from typing import NamedTuple

import numpy as np

from auditor.datafiles.thresholds import BITS_OF_CONVICTION, FEWEST_FITTING, MOST_UNFITTING
from auditor.datafiles.undeclared.frame import Bools, Floats

SLACK = 1e-9
"""Of a value, what floating point may have cost; the audit itself is exact."""


class Fit(NamedTuple):
    """In how many of the records with all figures the rule would hold.

    ``bits`` say how unlikely that is of figures that have nothing to do with each other.
    """

    holds: int
    of: int
    bits: float

    def convinces(self, tries: int) -> bool:
        """Whether enough of them hold, and more than chance would make of so many tries."""
        return mostly(self.holds, self.of) and self.bits >= BITS_OF_CONVICTION + log2(tries)


def mostly(holds: int, of: int) -> bool:
    """Whether what holds is the rule, and the rest its exceptions: one may always be wrong."""
    return holds >= FEWEST_FITTING and of - holds <= max(1, of * MOST_UNFITTING)


NO_FIT = Fit(0, 0, 0.0)


def fit_of(
    printed: Floats, expected: Floats, tolerance: Floats, spread: float | None = None
) -> Fit:
    """How well the expected figures agree with those printed, record by record.

    ``spread`` is how far they may lie apart by chance, where those printed do not show it.
    """
    there: Bools = ~np.isnan(printed) & ~np.isnan(expected) & ~np.isnan(tolerance)
    if not there.any():
        return NO_FIT
    printed, expected, tolerance = printed[there], expected[there], tolerance[there]
    room = tolerance + SLACK * np.abs(expected)
    fits = np.abs(printed - expected) <= room
    if spread is None:
        spread = printed[fits].max() - printed[fits].min() if fits.any() else 0.0
    chance = np.log2(np.maximum(spread / (2 * room[fits] + SLACK), 1.0))
    return Fit(int(np.count_nonzero(fits)), len(fits), float(chance.sum()))
