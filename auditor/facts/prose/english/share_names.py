"""Share names: which row of amounts a share words name."""

from __future__ import annotations

import re

from auditor.facts.prose.row_labels import RowLabels
from auditor.notation.deferred import deferred

_EARNINGS = deferred(r"\b(?:earnings|income|profit|loss|eps)\b", re.IGNORECASE)
_QUALIFIERS = (
    "diluted", "basic", "adjusted", "non-gaap", "continuing", "discontinued", "core", "quarterly",
    "special", "annual", "interim", "final",
)  # fmt: skip
_OTHER_PER_SHARE = ("dividend", "book value", "price", "net asset", "cash flow")


def share_concept(labels: RowLabels, words: str) -> str | None:
    """The concept of the one row of amounts a share that is qualified as the words are."""
    other = next((o for o in _OTHER_PER_SHARE if o in words), None)
    if other is None and not _EARNINGS.search(words):
        return _of_its_own(labels, words)
    wanted = {q for q in _QUALIFIERS if q in words}
    found = set()
    for form, concept in labels.per_share:
        if other is not None and other not in form:
            continue
        if other is None and any(o in form for o in _OTHER_PER_SHARE):
            continue
        own = {q for q in _QUALIFIERS if q in form}
        if own == wanted or (not wanted and own == {"basic", "diluted"}):
            found.add(concept)
    return found.pop() if len(found) == 1 else None


def _of_its_own(labels: RowLabels, words: str) -> str | None:
    """The row that is named among the words: "FFO", "distributions"."""
    said = set(_WORDS.findall(words))
    found = {
        concept
        for form, concept in labels.per_share
        if (own := set(_WORDS.findall(form.partition(" per ")[0]))) and own <= said
    }
    return found.pop() if len(found) == 1 else None


_WORDS = deferred(r"[^\W\d_]+")
