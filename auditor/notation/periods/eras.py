"""Eras: years counted from another beginning, written as common ones, character for character.

Thailand counts from 543 before ours, "พ.ศ. 2568", Taiwan from 1911, "民國114年". Those of Japan are
read with the rest of its dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from auditor.notation.deferred import deferred
from auditor.notation.month_names import THAI

_AFTER_BUDDHA, _AFTER_REPUBLIC = 543, 1911
_BUDDHIST = r"2[45][0-9]{2}(?![0-9]|[.,][0-9])"
_LATE = r"25[4-9][0-9]"
_MARKED = deferred(
    rf"(?:พ\.?\s?ศ\.?|ปี|\bB\.?E\.?|\bFY|{'|'.join(THAI)})\s?(?P<buddhist>{_BUDDHIST})"
    rf"|\A\s*+(?P<bare>{_LATE})\s*+\Z"
    r"|民[國国]\s?(?P<republic>[1-9][0-9]{1,2})(?=\s?年)"
)
_LATE_ALONE = deferred(_LATE)
_ANY_MARK = deferred("[\u0e00-\u0e7f民]|B\\.?E|FY")


def in_common_years(plain: str) -> str:
    """A text with such years as common ones; its length and offsets stay the same."""
    if "25" not in plain and "24" not in plain and "民" not in plain:
        return plain
    if not plain.strip().isdigit() and not _ANY_MARK.search(plain):
        return plain
    return _MARKED.sub(_common, plain)


def are_years_in_a_row(texts: Sequence[str]) -> bool:
    """Whether texts are two Buddhist years or more, each next to the one before: "2568", "2567"."""
    if len(texts) < 2 or not all(_LATE_ALONE.fullmatch(text) for text in texts):
        return False
    steps = {int(b) - int(a) for a, b in pairwise(texts)}
    return steps in ({1}, {-1})


def _common(match: re.Match[str]) -> str:
    republic = match["republic"]
    if republic:
        return f"{int(republic) + _AFTER_REPUBLIC}".rjust(len(match[0]))
    year = match["buddhist"] or match["bare"]
    start, end = match.span("buddhist" if match["buddhist"] else "bare")
    before, after = start - match.start(), end - match.start()
    return f"{match[0][:before]}{int(year) - _AFTER_BUDDHA}{match[0][after:]}"
