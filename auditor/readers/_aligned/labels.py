"""Labels: whether one goes on on the line below."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred

_ENDS_WITHIN = deferred(
    r"(?:\b(?:and|or|of|the|for|to|in|on|from|with|by|at|as|a|an|less|per|including|its)"
    r"|[,/&(–—-])$",
    re.IGNORECASE,
)
_ITEM = deferred(r"\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,3})[.)]\s")
_MARKS = deferred(  # from the first of them on: a search from each would be quadratic
    r"(?<!\([0-9a-z]\))(?<!\([0-9a-z]{2}\))(?<![*†‡])"
    r"(?:(?:(?<!\s)\s++)?\([0-9a-z]{1,2}\)|[*†‡])++$"
)


def goes_on(above: str, below: str) -> bool:
    """Whether a label ends in the middle, or the one below begins there."""
    return not heads(above) and (ends_within(above) or begins_within(below))


def heads(label: str) -> bool:
    """Whether a label ends with a colon: what follows are others under it."""
    return _MARKS.sub("", label).endswith((":", "："))


def ends_within(label: str) -> bool:
    """Whether a label ends with a word that another must follow, or within parentheses."""
    return _ENDS_WITHIN.search(label) is not None or label.count("(") > label.count(")")


def begins_within(label: str) -> bool:
    """Whether a label begins small, as the rest of a longer one does, and is no list item."""
    return label[:1].islower() and not _ITEM.match(label)
