"""Scales: the words for powers of ten that multiply a figure."""

from __future__ import annotations

POWERS = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "crore": 7, "lakh": 5,
    "000": 3, "mio": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3, "m": 6, "mm": 6, "b": 9,
    "千": 3, "万": 4, "百万": 6, "億": 8, "十億": 9, "兆": 12,
}  # fmt: skip
"""The power of ten of each word in lower case; the patterns say where a word may stand."""
