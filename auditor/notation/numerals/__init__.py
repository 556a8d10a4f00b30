"""Numerals: the notation of printed numbers, from text to figures or back."""

from __future__ import annotations

from auditor.notation.numerals.cells import (
    cell_figure,
    decimal_comma_figure,
    is_decimal_comma,
    states_figure,
)
from auditor.notation.numerals.narrowing import narrowed
from auditor.notation.numerals.printing import printed
from auditor.notation.numerals.prose import figures

__all__ = [
    "cell_figure",
    "decimal_comma_figure",
    "figures",
    "is_decimal_comma",
    "narrowed",
    "printed",
    "states_figure",
]
