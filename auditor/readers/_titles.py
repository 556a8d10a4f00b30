"""Titles: the short lines above a fixed-width table that say what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.numerals import narrowed
from auditor.readers._outline import NOTE, reads_as_heading

MOST_TITLES = 12
"""Lines above a fixed-width table that its titles may take up, blank ones included."""


_LONGER_WORDS = re.compile(r"[^\W\d_]{4,}")


_COMPANY = re.compile(r"(?i:(?<=\bco)|(?<=\binc|\bltd)|(?<=\bcorp)|(?<=\b[A-Z]\.[A-Z]))\.\s*$")


def titles_above(lines: Sequence[str], start: int, end: int) -> int:
    """Where the titles above a fixed-width table begin: short lines that read as headings."""
    at = end
    while at > start and end - at < MOST_TITLES and _is_title(lines[at - 1]):
        at -= 1
    while at < end and (at > start and lines[at - 1].strip()):  # part of a paragraph
        at += 1
    return at


def _is_title(line: str) -> bool:
    """Whether a line may be a title: blank, a note, or a heading with its words in capitals."""
    plain = narrowed(line)
    if not plain.strip() or NOTE.fullmatch(plain):
        return True
    words = _LONGER_WORDS.findall(plain)
    capital = sum(word[0].isupper() for word in words)
    return reads_as_heading(_COMPANY.sub("", plain)) and 2 * capital > len(words)
