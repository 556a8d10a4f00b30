"""Unknown marks: a number whose digits a mark joins that no notation known here has, "1·204".

Read apart, its pieces would be figures that nobody printed. Which marks are known is listed, and
not which are unknown: those are without number. A mark that parts digits or says something of
them ("200/300", "5|7", "10=20") joins none.
"""

from __future__ import annotations

from auditor.notation.deferred import deferred

_PARTING = r".,'’´`ʼ′‘\-–−‐‑‒—/:~〜%‰$€£¥₩₹¢&@#^*+×÷±=<>≤≥≈→|\\(){}\[\]?!§…、。・･「」【】（）※"
_MARK = rf"(?:_|[^\w\s{_PARTING}])"
_IN_ASCII = ('"', ";", "_")
"""The marks of plain text that may be such a one."""
_RAISED_POINT = "·˙∙⋅‧"
# In threes, a number of thousands; a raised point may stand before decimals too.
NUMBER_WITH_UNKNOWN_MARK = deferred(
    rf"(?<![0-9A-Za-z_.,/=?&#@])(?:(?!0)[0-9]{{1,3}}(?P<mark>{_MARK})[0-9]{{3}}"
    r"(?:(?P=mark)[0-9]{3}){0,6}+(?:[.,][0-9]{1,12})?+"
    rf"|[0-9]{{1,21}}(?:[{_RAISED_POINT}][0-9]{{1,12}}){{1,6}}+)(?![0-9A-Za-z_]|{_MARK}[0-9])"
)


def may_hold_unknown_marks(text: str) -> bool:
    """Whether a text has a character that may be such a mark: plain ones have few."""
    return not text.isascii() or any(mark in text for mark in _IN_ASCII)
