"""Printing: the text that prints a value in another figure's notation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from auditor.model.figure import Figure, SignStyle
from auditor.notation.deferred import deferred
from auditor.notation.numerals.cell_words import OPPOSITES
from auditor.notation.numerals.cells import CELL, NIL, canonical
from auditor.notation.numerals.compounds import printed_compound
from auditor.notation.numerals.narrowing import narrowed, visible
from auditor.notation.numerals.scripts import in_script_of

_FITTING_STYLES = {  # by the sign of the value that they can show
    -1: frozenset(SignStyle) - {SignStyle.PLAIN, SignStyle.PLUS},
    0: {SignStyle.PLAIN},
    1: {SignStyle.PLAIN, SignStyle.PLUS},
}
_SIGNED_BY_WORD = (SignStyle.CREDIT, SignStyle.WORD)
_SIGN_WORDS = ("turn", "turned", "cr", "account", "side")
_OTHER_WORD = OPPOSITES | {rise: fall for fall, rise in reversed(OPPOSITES.items())}
_OTHER_WORD |= {"cr": "dr", "dr": "cr", "s": "h", "h": "s", "d": "c", "c": "d"}
_NUMBER_AMONG_WORDS = deferred(r"[0-9](?:[.,'’´ʼ \u00a0\u2009\u202f]?[0-9])*")
Edit = tuple[int, int, str]
"""Start and end (from 0) of a span of a text, and what replaces it."""


def printed(value: Fraction, like: Figure, sign_style_hint: SignStyle = SignStyle.MINUS) -> str:
    """The text that prints a value in another figure's notation.

    ``value`` is in base units, and is rounded half away from zero at the last digit of ``like``.
    ``sign_style_hint`` is how to show a negative value when ``like`` is positive. A notation that
    no person prints, such as "1e3" in a data file, is answered in plain digits.
    """
    if value == like.value:
        return like.text
    text = visible(like.text)
    if like.accuracy is not None and not any(map(str.isdigit, text)):  # "more than doubled"
        return _plain_digits(value, -1) + ("%" if like.is_percent else "")
    plain = canonical(text, like.convention)
    match = CELL.fullmatch(plain) or NIL.fullmatch(plain)
    units = int(abs(value) / like.last_unit + Fraction(1, 2))
    if match is None:
        among_words = _among_words(units, like) if value * like.digits > 0 else None
        return among_words or _plain_digits(value / Fraction(10) ** like.scale, like.exponent)
    start, end = match.span("number")
    as_shown = _with_decimals_shown(plain[start:end], like)
    units = int(abs(value) / as_shown.last_unit + Fraction(1, 2))
    number = _number_text(units, text[start:end], as_shown)
    shown = -units if value < 0 else units
    edits = _sign_edits(match, like, shown, sign_style_hint)
    return _edited(text, [(start, end, number), *edits])


def _with_decimals_shown(number: str, like: Figure) -> Figure:
    """The figure to all decimals that it shows, where they were not all taken to mean something."""
    whole, point, decimals = number.partition(".")
    more = len(decimals) + like.exponent
    if not point or more <= 0 or not (whole + decimals).isdecimal():
        return like
    return like._replace(digits=like.digits * 10**more, exponent=-len(decimals))


def _among_words(units: int, like: Figure) -> str | None:
    """So many units in place of the one number among words that only prose has, else None."""
    compound = printed_compound(units, like.text)
    if compound is not None:
        return compound
    numbers = list(_NUMBER_AMONG_WORDS.finditer(like.text))
    if len(numbers) != 1 or _digits(numbers[0][0]) != abs(like.digits):
        return None
    number = numbers[0]
    return _edited(like.text, [(*number.span(), _number_text(units, number[0], like))])


def _digits(number: str) -> int:
    """All digits of a number as one integer, whatever its marks."""
    return int("".join(c for c in number if c.isdigit()))


def _plain_digits(value: Fraction, exponent: int) -> str:
    """The digits of a value down to a power of ten, rounded half away from zero."""
    units = int(abs(value) / Fraction(10) ** exponent + Fraction(1, 2))
    sign = "-" if value < 0 and units else ""
    if exponent >= 0:
        return f"{sign}{units * 10**exponent}"
    whole, part = divmod(units, 10**-exponent)
    return f"{sign}{whole}.{part:0{-exponent}d}"


def _number_text(units: int, number: str, like: Figure) -> str:
    """So many units of the last digit, in the separators and digit forms of a printed number."""
    narrow = narrowed(number)
    whole, part = divmod(units, 10**-like.exponent)
    whole_end = max(narrow.rfind(mark) for mark in ".,") if like.exponent else len(number)
    separator = next((c for c in number[:whole_end] if not c.isdigit()), "")
    if like.nil or (not separator and whole_end < 4):
        separator = like.convention.groups
    text = _grouped(whole, pairs=like.convention.pairs).replace(",", separator)
    if like.exponent:
        leading = "" if whole_end == 0 and not whole else text
        text = f"{leading}{number[whole_end]}{part:0{-like.exponent}}"
    return text if like.nil or number.isascii() else in_script_of(text, number)


def _grouped(whole: int, *, pairs: bool) -> str:
    """The digits of a whole number with a comma between threes, or in pairs above thousands."""
    if not pairs or whole < 1000:
        return f"{whole:,}"
    above, rest = divmod(whole, 1000)
    digits = str(above)
    cut = [digits[max(end - 2, 0) : end] for end in range(len(digits), 0, -2)]
    return ",".join((*reversed(cut), f"{rest:03}"))


def _sign_edits(match: re.Match[str], like: Figure, value: int, hint: SignStyle) -> list[Edit]:
    """The edits that make a notation show the sign of a value: none where it does already."""
    if like.sign_style in _SIGNED_BY_WORD:
        return _word_edits(match) if value * like.digits < 0 else []
    if like.sign_style in _FITTING_STYLES[(value > 0) - (value < 0)]:
        return []
    groups = ("open", "sign", "tail", "close", "minus")
    removals: list[Edit] = [(*span, "") for name in groups if (span := _span(match, name))]
    return removals if value >= 0 else removals + _minus_edits(match, hint)


def _span(match: re.Match[str], name: str) -> tuple[int, int] | None:
    """Where a part stands; None where there is none, or a dash could not have it."""
    return match.span(name) if name in match.re.groupindex and match[name] else None


def _word_edits(match: re.Match[str]) -> list[Edit]:
    """The edit that turns the word for a sign into that for the other, in its case."""
    start, end = next(s for n in _SIGN_WORDS if (s := _span(match, n)))
    word = match.string[start:end]
    other = _OTHER_WORD[word.lower()]
    if word.isupper():
        return [(start, end, other.upper())]
    return [(start, end, other.capitalize() if word[0].isupper() else other)]


def _minus_edits(match: re.Match[str], style: SignStyle) -> list[Edit]:
    """The edits that add a minus: before a currency symbol, but between a code and its number."""
    start, end = match.span("number")
    if style is SignStyle.PARENTHESES:
        end += match.string.startswith("%", end)
        return [(start, start, "("), (end, end, ")")]
    if style is SignStyle.BEHIND and not match.string[end : end + 1].isalnum():
        return [(end, end, "-")]
    symbol = "inside" if match["inside"] else "before"
    if match[symbol] and not match[symbol][-1].isalpha() and match[symbol][-1] != ".":
        start = match.start(symbol)
    sign = style.value if style in (SignStyle.TRIANGLE, SignStyle.BLACK_TRIANGLE) else "-"
    return [(start, start, sign)]


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with some spans, none of which overlap, replaced."""
    pieces, at = [], 0
    for start, end, replacement in sorted(edits):
        pieces += [text[at:start], replacement]
        at = end
    return "".join(pieces) + text[at:]
