"""Fixed-width lines: whether a text may hold fixed-width tables, told without looking for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from auditor.notation.deferred import deferred
from auditor.readers._aligned.thresholds import FEWEST_ROWS

PAGE_TAG = deferred(r"\s*+<PAGE>\s*+(?:(\d{1,4})\s*+)?", re.IGNORECASE)

_ROW = deferred(
    r"(?:\S {2}|(?:\. ?\.|…) ?|^ {8}) *(?:[A-Z]{1,3}[a-z]?\.? ?)?[$(<£€¥₹₩△▲]{0,2} ?[\d.–-]"
)
_PARTS = ("  ", "..", ". .", "…")
"""What a line must hold to be such a row."""
_TAG = deferred(r"\s*(?:</?(?:TABLE|CAPTION|S|C|FN|F\d{1,2})>\s*)+", re.IGNORECASE)


def is_tag(line: str) -> bool:
    """Whether a line is nothing but the tags of an old filing."""
    return "<" in line and bool(_TAG.fullmatch(line) or PAGE_TAG.fullmatch(line))


def may_hold_tables(text: Sequence[str], free: Sequence[bool]) -> bool:
    """Whether enough of the lines that are ``free`` to be part of a table look like its rows."""
    rows = (
        line
        for line, is_free in zip(text, free, strict=True)
        if is_free and any(mark in line for mark in _PARTS) and _ROW.search(line)
    )
    return len(list(islice(rows, FEWEST_ROWS))) == FEWEST_ROWS
