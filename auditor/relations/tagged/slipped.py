"""Slipped: whether one slip of the pen makes a tagged figure what it should be."""

from __future__ import annotations

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.model.figure import Figure
from auditor.model.interval import Interval


def is_slipped(figure: Figure, wanted: Interval | None) -> bool:
    """Whether a slip turned a value in ``wanted`` into the figure."""
    return slip_cost(_without_noughts(figure), wanted) < NO_SLIP


def _without_noughts(figure: Figure) -> Figure:
    """The figure without the noughts that it is not said to be good to: 965 of 965000000."""
    digits, exponent = figure.digits, figure.exponent
    unit = figure.last_unit
    while figure.accuracy and unit < figure.accuracy and digits and digits % 10 == 0:
        digits, exponent, unit = digits // 10, exponent + 1, unit * 10
    return figure._replace(digits=digits, exponent=exponent)
