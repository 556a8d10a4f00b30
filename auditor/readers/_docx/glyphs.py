"""Glyphs: the characters that symbol fonts and raised figures stand for."""

from __future__ import annotations

import re

UNKNOWN = "\ufffd"
"""Stands for a glyph that nobody knows: a number beside it is not read, for it may be its sign."""

_SYMBOL = {
    0x2D: "−", 0x2A: "*", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBC: "…", 0xC5: "⊕", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x44: "Δ", 0x53: "Σ", 0x6D: "μ",
}  # fmt: skip
_SAME_IN_SYMBOL = frozenset(map(ord, " !#%&()+,./0123456789:;<=>?[]{|}_"))
_BULLETS = {
    "wingdings": frozenset((0x6C, 0x6E, 0x6F, 0x71, 0x75, 0x76, 0x77, 0x9F, 0xA7, 0xA8, 0xD8)),
    "wingdings 2": frozenset((0x96, 0x97, 0x98, 0xA2, 0xA3)),
}  # fmt: skip
_PRIVATE = re.compile("[\uf020-\uf0ff]")

_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_ONE_MARK = r"(?:[0-9]{1,2}|[*†‡§¶#]{1,4}|[a-z]|[(\[][0-9A-Za-z]{1,2}[)\]]|[¹²³⁰⁴-⁹]{1,2})\)?"
_MARKS = re.compile(rf"\s*{_ONE_MARK}(?:\s?[,;]?\s?{_ONE_MARK}){{0,9}}[,;]?\s*")
_SHORT_WORD = re.compile(r"(?:^|[^\w.,])\w{1,2}\Z")


def symbol(code: int, font: str) -> str:
    """The character that a code stands for in a symbol font, 0xF000 and up meaning the same."""
    code, font = code & 0xFF if 0xF000 <= code <= 0xF0FF else code, font.lower()
    if font == "symbol":
        return chr(code) if code in _SAME_IN_SYMBOL else _SYMBOL.get(code, UNKNOWN)
    return "•" if code in _BULLETS.get(font, ()) else UNKNOWN


def legible(text: str, font: str) -> str:
    """The text, characters of symbol fonts read as what they show."""
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), font), text)


def set_apart(raised: str, before: str) -> str:
    """A raised text as it reads in a line, at the same length: marks of footnotes are blank.

    After a word of one or two characters figures are exponents, in m² or 10⁶, and letters belong to
    it, as in 2e or nº.
    """
    if not _MARKS.fullmatch(raised):
        return raised
    if _SHORT_WORD.search(before):
        return raised.translate(_RAISED)
    return " " * len(raised)
