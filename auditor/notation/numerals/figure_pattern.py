"""The figure pattern: a number with all that is printed around it, and the figure it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from auditor.model.figure import Figure, SignStyle
from auditor.notation.numerals.thousands_marks import digits_of
from auditor.notation.numerals.unit_words import (
    CURRENCY,
    SCALE,
    SCALES_OF_DECIMALS,
    UNIT,
    unit_and_scale,
)

_SIGNS = dict.fromkeys("-−–—‐‑‒", SignStyle.MINUS) | {
    style.value: style for style in (SignStyle.PLUS, SignStyle.TRIANGLE, SignStyle.BLACK_TRIANGLE)
}
Meaning = tuple[str, int]
"""A unit and a power of ten."""
_PARTS = ("before", "open", "sign", "inside", "number", "scale", "unit")


def notation(number: str, gap: str, behind: str = "", scale: str = SCALE, unit: str = UNIT) -> str:
    """The pattern of a figure whose parts stand at most ``gap`` apart.

    ``behind`` is what may stand right behind its number.
    """
    return (
        rf"(?:(?P<before>{CURRENCY}){gap})?(?P<open>\({gap})?(?P<sign>[-+−–—‐‑‒△▲]{gap})?"
        rf"(?:(?P<inside>{CURRENCY}){gap})?(?P<number>{number}){behind}(?(open)(?P<tail>{gap}\))?)"
        rf"(?:{gap}-?(?P<scale>{scale}))?(?:{gap}(?P<unit>{unit}))?"
        rf"(?(tail)|(?(open)(?P<close>{gap}\))?))"
    )


def figure_of(
    text: str, match: re.Match[str], words: Callable[[re.Match[str]], Meaning | None] | None = None
) -> Figure | None:
    """The figure of a matched notation, or None when its currency, scale and unit clash.

    ``words`` tells what they mean together, where others than those of every table may stand.
    """
    before, opened, sign, inside, number, scale_word, unit_word = match.group(*_PARTS)
    unit, scale = "", 0
    if before or inside or scale_word or unit_word:
        bare = "." in number and scale_word in SCALES_OF_DECIMALS
        meaning = (
            words(match)
            if words
            else unit_and_scale(before, inside, scale_word, unit_word, bare=bare)
        )
        if meaning is None:
            return None
        unit, scale = meaning
    style = SignStyle.PLAIN
    if opened:
        style = SignStyle.PARENTHESES
    elif sign:
        style = _SIGNS[sign[0]]
    digits, exponent = digits_of(number)
    if style is not SignStyle.PLAIN and style is not SignStyle.PLUS:
        digits = -digits
    start, end = match.span("notation")
    return Figure(text[start:end], start, digits, exponent, unit, scale, style)


def nil_of(text: str, match: re.Match[str]) -> Figure | None:
    """The dash of a matched notation, None when it has a sign or its words clash."""
    meaning = unit_and_scale(*match.group("before", "inside", "scale", "unit"))
    if meaning is None or match["sign"]:
        return None
    start, end = match.span("notation")
    style = SignStyle.PARENTHESES if match["open"] else SignStyle.PLAIN
    return Figure(text[start:end], start, 0, 0, *meaning, style, nil=True)
