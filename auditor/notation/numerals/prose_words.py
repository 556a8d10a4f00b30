"""Words of prose: the scales and units that a language sets behind its figures."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.model.figure import POINTS
from auditor.notation.deferred import deferred
from auditor.notation.numerals.unit_words import SCALE, SCALES_OF_DECIMALS, UNIT, unit_and_scale
from auditor.notation.prose_languages import ENGLISH, LANGUAGES, Language
from auditor.notation.prose_languages.language import any_of
from auditor.notation.scales import power_of

# "12,4 M€", "EUR 3 Mrd", "T€ 5": letters that are a scale only in front of a currency.
_SCALES_BEFORE_MONEY = {
    "m": 6,
    "mn": 6,
    "md": 9,
    "mds": 9,
    "mrd": 9,
    "k": 3,
    "t": 3,
    "mln": 6,
    "mld": 9,
    "bn": 9,
}
_BEFORE_MONEY = (
    rf"(?:(?i:{'|'.join(sorted(_SCALES_BEFORE_MONEY, key=len, reverse=True))})"
    r"(?=[ \u00a0]?(?:[€$£]|EUR(?![A-Za-z])|CHF(?![A-Za-z]))))"
)
_PENCE = r"(?<=[0-9])p(?![A-Za-z0-9])"
_ABOUT_POUNDS = deferred(r"£|\b(?:GBP|pence|plc|dividend|eps)\b|\bper share\b", re.IGNORECASE)
_CURRENCY_IN_FRONT = deferred(r"(?:港[币幣]|新[台臺]幣)(?=\Z)")
"""What "元" is of: "港幣41,437千元"."""
BASIS_POINTS = "basis points"
"""The unit of a hundredth of a point, as the words of languages give it."""
_ENDS = r"(?![A-Za-zÀ-ÿ])"


@lru_cache(maxsize=len(LANGUAGES))
def scale_pattern(language: Language) -> str:
    """What may stand for a power of ten behind a number."""
    own = any_of(language.scales) + (_ENDS if language.has_blanks else "")
    if language is ENGLISH:
        return rf"(?:(?i:{own})|{SCALE})"
    return rf"(?:(?i:{own})|{_BEFORE_MONEY}|{SCALE})"


@lru_cache(maxsize=len(LANGUAGES))
def unit_pattern(language: Language) -> str:
    """What may stand for a unit behind a number or its scale."""
    unit = rf"{UNIT}|{_PENCE}"
    if not language.units:
        return unit
    own = any_of(tuple(language.units)) + (_ENDS if language.has_blanks else "")
    return rf"(?:(?i:{own})|{unit})"


def power(language: Language, word: str, *, of_money: bool) -> int | None:
    """The power of ten of a scale word as printed, where the language has one of its own."""
    flat = _flat(word)
    if flat in language.scales:
        return power_of(flat)
    return _SCALES_BEFORE_MONEY.get(flat) if of_money and language is not ENGLISH else None


def unit_of(language: Language, word: str) -> str | None:
    """What a unit word as printed means, where the language has a meaning of its own."""
    return language.units.get(_flat(word))


def _flat(word: str) -> str:
    return re.sub(r"\s+", " ", word.lower().replace("’", "'"))


def meaning(match: re.Match[str], language: Language) -> tuple[str, int] | None:
    """The unit and power of ten of a matched notation; None if its words clash.

    "21.6p" is in pence in a text about shares or pounds, and elsewhere a name.
    """
    before, inside, scale_word, unit_word = match.group("before", "inside", "scale", "unit")
    if unit_word == "p" and _ABOUT_POUNDS.search(match.string) is None:
        return None
    scale = power(language, scale_word, of_money=bool(unit_word)) if scale_word else None
    unit = unit_of(language, unit_word) if unit_word else None
    if unit == "CNY" and (named := _CURRENCY_IN_FRONT.search(match.string, 0, match.start())):
        unit = unit_of(language, named[0])
    if unit == BASIS_POINTS:
        return None if scale_word or before or inside else (POINTS, -2)
    bare = "." in match["number"] and scale_word in SCALES_OF_DECIMALS
    rest = unit_and_scale(
        before,
        inside,
        None if scale is not None else scale_word,
        None if unit is not None else unit_word,
        bare=bare,
    )
    if rest is None or (unit and rest[0] not in ("", unit)) or (rest[1] and scale is not None):
        return None
    return unit or rest[0], rest[1] if scale is None else scale
