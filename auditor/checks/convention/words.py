"""Words: which rounding convention a document says its amounts follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from auditor.model.figure import Rounding
from auditor.notation.deferred import deferred

_AMOUNTS = r"(?:amounts?|figures?|fractions?|(?:millions?|thousands?|billions?) of yen|yen)\b"
_UNIT = r"(?:hundred |ten )?(?:million|thousand|billion)"
_LESS = rf"(?:less than|below|under) (?:one|a|1|¥ ?\d[\d,]*)[ -]{_UNIT}[^.;]{{0,50}}\b"
_BELOW = r"(?:円|ドル|ユーロ|元|表示単位|記載単位|表示桁数)(?:単位)?未満[^。四切]{0,14}"
_CUT = deferred(
    rf"{_BELOW}(?:切り?捨|切り?下げ)|(?:金額|億円|万円|千円)[^。四未]{{0,20}}切り?捨"
    rf"|{_LESS}(?:rounded down|truncated|omitted|discarded|disregarded|cut off|dropped)"
    rf"|{_AMOUNTS}[^.;]{{0,60}}\b(?:rounded down|truncated)"
    rf"|rounded down to (?:the nearest )?(?:one |a |¥)?{_UNIT}",
    re.IGNORECASE,
)
_ROUNDED = deferred(
    rf"{_BELOW}四捨五入|(?:金額|億円|万円|千円)[^。切未]{{0,20}}四捨五入"
    rf"|{_LESS}(?:rounded off|rounded to the nearest)"
    rf"|(?:rounded|rounding) (?:off )?to the nearest (?:one )?{_UNIT}",
    re.IGNORECASE,
)
_HINTS = (
    "捨",
    "切下",
    "切り下",
    *(
        "rounded",
        "rounding",
        "truncated",
        "omitted",
        "discarded",
        "disregarded",
        "cut off",
        "dropped",
    ),
)
"""What any such words contain: quick to look for."""
_NOT_OF_AMOUNTS = deferred(r"\bshares?\b|\bpayments?\b|株", re.IGNORECASE)


class Stated(NamedTuple):
    """A convention with the words that state it."""

    rounding: Rounding
    words: str


def stated_convention(texts: Iterable[str]) -> Stated | None:
    """The convention that the texts state, None if they state none, or one here and one there."""
    found: dict[Rounding, str] = {}
    for text in texts:
        flat = text.lower()
        if not any(hint in flat for hint in _HINTS):
            continue
        for rounding, wording in ((Rounding.TRUNCATE, _CUT), (Rounding.NEAREST, _ROUNDED)):
            match = wording.search(text)
            if match and not _NOT_OF_AMOUNTS.search(match[0]):
                found.setdefault(rounding, match[0])
    return Stated(*next(iter(found.items()))) if len(found) == 1 else None
