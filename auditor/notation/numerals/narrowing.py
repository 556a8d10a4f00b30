"""Narrowing: text with digits of other scripts, full-width forms, odd spaces and emphasis plain."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred
from auditor.notation.numerals.scripts import IN_ASCII

# Full-width and small forms. Superscripts have narrow forms too, but they are footnote marks.
_ODD = "￠￡￥￦﹣﹪﹢﹐﹒"
_ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060)))
_ODD_SPACES += "\u3000\ufeff"
_WIDE = str.maketrans({chr(0xFF01 + i): chr(0x21 + i) for i in range(94)})
_NARROW = _WIDE | str.maketrans(_ODD, "¢£¥₩-%+,.") | dict.fromkeys(map(ord, _ODD_SPACES), " ")
_NARROW |= IN_ASCII
_UNUSUAL = frozenset(map(chr, _NARROW))
_MARKUP = deferred(
    r"\*+|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<![A-Za-z0-9_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![A-Za-z0-9_])"
)


_INVISIBLE = "\u00ad\u061c\u180e\u2060\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2061, 0x2070)))
)
_UNSEEN = dict.fromkeys(map(ord, _INVISIBLE))
_ANY_UNSEEN = deferred(f"[{_INVISIBLE}]")


def visible(text: str) -> str:
    """The text without the characters that nobody sees: soft hyphens, joiners, marks of order."""
    if text.isascii() or not _ANY_UNSEEN.search(text):
        return text
    return text.translate(_UNSEEN)


def visible_places(text: str) -> list[int]:
    """Where each visible character of a text stands in it."""
    return [at for at, c in enumerate(text) if ord(c) not in _UNSEEN]


def narrowed(text: str) -> str:
    """The text with other digits, full-width forms and odd spaces narrowed, emphasis blanked.

    Also blanks the backslash of Markdown escapes. Length and offsets stay the same.
    """
    if not text.isascii() and not _UNUSUAL.isdisjoint(text):
        text = text.translate(_NARROW)
    if "*" in text or "_" in text or "\\" in text:
        return _MARKUP.sub(blanked, text)
    return text


def blanked(match: re.Match[str]) -> str:
    """As many blanks as the match has characters."""
    return " " * len(match[0])
