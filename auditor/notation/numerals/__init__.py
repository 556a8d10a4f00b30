"""Numerals: the notation of printed numbers, from text to figures or back."""

from __future__ import annotations

from auditor.notation.numerals.cells import DECIMAL_COMMAS, cell_figure, states_figure
from auditor.notation.numerals.convention import document_convention, table_convention
from auditor.notation.numerals.narrowing import narrowed, visible
from auditor.notation.numerals.printing import printed
from auditor.notation.numerals.prose import figures
from auditor.notation.numerals.thousands_marks import FLOATING_DIGITS

__all__ = [
    "DECIMAL_COMMAS",
    "FLOATING_DIGITS",
    "cell_figure",
    "document_convention",
    "figures",
    "narrowed",
    "printed",
    "states_figure",
    "table_convention",
    "visible",
]
