"""Range names: what the two ends of a range and its middle are called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_OF = r"(?:guidance |outlook |range )?"
_END = r"(?: end| point| case| range)?(?: of (?:the )?(?:guidance |outlook )?range)?"
_NAMES: Mapping[str, re.Pattern[str]] = {
    "low": deferred(rf"{_OF}(?:low|lower|bottom|minimum|min|from|下限|untere?s?(?: ende)?){_END}"),
    "high": deferred(
        rf"{_OF}(?:high|higher|upper|top|maximum|max|to|上限|obere?s?(?: ende)?){_END}"
    ),
    "middle": deferred(
        rf"{_OF}(?:mid-? ?point|middle|mid|cent(?:er|re)){_END}|中央値|中間値|mittelwert|mitte"
    ),
}
ENDS = tuple(_NAMES)


def end_of_range(label: str) -> str:
    """Which of them a label names: "low", "high" or "middle"; "" where it names none."""
    text = normal(label)
    return next((name for name, pattern in _NAMES.items() if pattern.fullmatch(text)), "")
