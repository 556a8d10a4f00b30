"""Captions that write a scale in digits: "in CHF 1'000", "x € 1.000", "(₹ in '000)"."""

from __future__ import annotations

from functools import lru_cache

from auditor.notation.currencies import CODES
from auditor.notation.deferred import deferred
from auditor.notation.thresholds import LABELS_REMEMBERED, LONGEST_CAPTION

THOUSAND = r"1[.,'’´ʼ‘ \u00a0\u2009\u202f]?000"
"""One thousand, with any mark of thousands."""
_NOUGHTS = r"['’‘]?000['’]?s?"
_CODE = rf"(?:{'|'.join(CODES)}|US-?Dollars?|[Ee]uros?|[Yy]en|[Ff]ran(?:cs|ken)|kr|Kč|zł|reais)"
_SIGN = r"(?:[A-Z]{0,2}[$€£¥￥₩₹]|Rs\.?)"
_MONEY = rf"(?:(?:{_CODE}|{_SIGN})\s?)"
_IN = r"(?:(?:[^\W\d_]+[.:]?\s){0,4}(?:in|In|x|en|em|i|à)\s|(?:[Uu]nits?|[Ee]inheit)\s?[:：]\s?)"
_REST = r"[\s)\]）.:]*(?:[(（][^\d()（）]*[)）]\s*)?"
_CAPTION = deferred(
    rf"[\s(\[（]*(?:{_IN}{_MONEY}?{THOUSAND}(?:\s?{_MONEY})?|{_IN}?{_MONEY}(?:in\s)?{_NOUGHTS}"
    rf"|{_CODE}\s?{THOUSAND}|{THOUSAND}\s?{_CODE}){_REST}"
)


@lru_cache(maxsize=LABELS_REMEMBERED)
def is_thousand_caption(text: str) -> bool:
    """Whether a text says nothing but that amounts are in thousands."""
    if "000" not in text or len(text) > LONGEST_CAPTION:
        return False
    return _CAPTION.fullmatch(text) is not None
