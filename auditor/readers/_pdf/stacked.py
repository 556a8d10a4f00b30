"""Stacked letters: which of them PDFium takes for one word although they stand below each other.

A letter printed alone says nothing of the way it runs, and PDFium takes the one below it for its
neighbour: a table that is written column by column would have "1,204" and the "5" of the next row
read as one figure.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from auditor.readers._pdf.thresholds import ANOTHER_LINE


def lines_of(text_page: Any, at: int, end: int) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """The letters of a word by the line that they stand on, as ranges in the order of the file."""
    import pypdfium2.raw as pdfium

    angle = max(pdfium.FPDFText_GetCharAngle(text_page, at), 0.0)  # clockwise; -1 if unknown
    start, last = at, _across(text_page, at, angle)
    if not _is_another(text_page, end - 1, _across(text_page, end - 1, angle) - last):
        yield at, end  # it ends on the line that it begins on: the letters between do as well
        return
    for place in range(at + 1, end):
        here = _across(text_page, place, angle)
        if _is_another(text_page, place, here - last):
            yield start, place
            start = place
        last = here
    yield start, end


def _is_another(text_page: Any, at: int, away: float) -> bool:  # noqa: ANN401
    """Whether a letter that far from the line of the one before stands on a line of its own."""
    return away != 0 and abs(away) > ANOTHER_LINE * _size(text_page, at)


def _across(text_page: Any, at: int, angle: float) -> float:  # noqa: ANN401
    """Where a letter stands, measured across the way it runs: alike for all of one line."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
    return float(y.value * math.cos(angle) + x.value * math.sin(angle))


def _size(text_page: Any, at: int) -> float:  # noqa: ANN401
    """The height of a letter's line, which is more than the letter's width."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
    return float(max(box.right - box.left, box.top - box.bottom))
