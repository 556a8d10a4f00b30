"""Garbled text: a page whose letters say something else than the page shows.

A font that does not say which letters its glyphs are leaves their numbers to be read as letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from auditor.readers._pdf.thresholds import FEWEST_LETTERS, FEWEST_VOWELS, MOST_MEANINGLESS

_STAND_INS = "\ufffd\u25a0\u25a1\u25af\u2610"
"""What programs show for a letter that they do not know."""

_MEANINGLESS = ("Cc", "Co", "Cn", "Cs")
_NUMBERED = re.compile(r"\(cid:[0-9]{1,6}\)")
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿıőű")


def is_garbled(words: Iterable[str]) -> bool:
    """Whether the words of a page can hardly be what it shows."""
    text = "".join(words)
    meaningless = sum(map(_is_meaningless, text)) + sum(
        len(found[0]) for found in _NUMBERED.finditer(text)
    )
    return bool(text) and (meaningless > MOST_MEANINGLESS * len(text) or _is_ciphered(text))


def _is_meaningless(character: str) -> bool:
    return character in _STAND_INS or unicodedata.category(character) in _MEANINGLESS


def _is_ciphered(text: str) -> bool:
    """Whether its letters are Latin, and the vowels of every language too few among them."""
    letters = [c for c in text.lower() if c.isalpha()]
    latin = [c for c in letters if c.isascii() or unicodedata.name(c, "").startswith("LATIN")]
    if len(latin) < FEWEST_LETTERS or len(latin) < len(letters):
        return False
    return sum(c in _VOWELS for c in latin) < FEWEST_VOWELS * len(latin)
