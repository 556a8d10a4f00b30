"""Weight: how heavy type is, as its font says, or by its name where the font does not say."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from auditor.readers._pdf.thresholds import BOLD, BOLDER

UNKNOWN, HEAVIEST = 0, 1000
"""Of a font that says nothing, whose name does not and does have a word for bold."""

LONGEST_NAME = 128

_HEAVY = re.compile(rb"bold|black|heavy", re.IGNORECASE)


def weight(text_page: Any, at: int) -> int:  # noqa: ANN401
    """The weight of the type that a character is set in."""
    import pypdfium2.raw as pdfium

    given = int(pdfium.FPDFText_GetFontWeight(text_page, at))
    if given > 0:
        return given
    name, flags = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, at, name, LONGEST_NAME, flags)
    return HEAVIEST if _HEAVY.search(name.value) else UNKNOWN


def least_bold(weights: Iterable[int]) -> float:
    """The weight that type on a page is bold from, given that of every word."""
    given = Counter(weight for weight in weights if UNKNOWN < weight < HEAVIEST)
    return min(BOLD, BOLDER * given.most_common(1)[0][0]) if given else BOLD
