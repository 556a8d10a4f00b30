"""Titles: the lines of plain text that head what is below them, though nothing marks them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.notation.deferred import deferred
from auditor.notation.numerals import narrowed
from auditor.readers._outline import NOTE, reads_as_heading
from auditor.readers._thresholds import MOST_HEADING_LINES, MOST_TITLES, NARROWEST

_WIDE_GAP = deferred(r"(?<=\S) {2,}(?=\S)")

_LONGER_WORDS = deferred(r"[^\W\d_]{4,}")


_COMPANY = deferred(r"(?i:(?<=\bco)|(?<=\binc|\bltd)|(?<=\bcorp)|(?<=\b[A-Z]\.[A-Z]))\.\s*$")


def text_width(lines: Iterable[str]) -> int:
    """Where running text is broken into lines: how far the longest of them goes."""
    return max(
        (len(line.rstrip()) for line in lines if "  " not in line or not _WIDE_GAP.search(line)),
        default=0,
    )


def is_parted(line: str) -> bool:
    """Whether wide gaps part a line that is marked as a heading: it may head columns too."""
    return len(_WIDE_GAP.findall(line)) > 1


def is_heading(lines: Sequence[str], width: int) -> bool:
    """Whether lines that stand alone read as one heading: a line, or two for want of width."""
    if len(lines) == 1:
        return reads_as_heading(narrowed(lines[0]))
    if width < NARROWEST or len(lines) > MOST_HEADING_LINES or any(map(_WIDE_GAP.search, lines)):
        return False
    above, below = (line.split() for line in lines)
    was_full = len(lines[0].rstrip()) + 1 + len(below[0]) > width
    return was_full and reads_as_heading(narrowed(" ".join((*above, *below))))


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
