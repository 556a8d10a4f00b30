"""Text columns: texts in the character cells of a terminal, made visible and laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from auditor.notation.thresholds import NARROWEST

TAB = "    "
MARK = "…"
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control, format (bidi too), surrogate, separators


_COMMAND = re.compile(r"^([^\S\n]*+):(?=:)|#(?=#\[)", re.MULTILINE)


class ShownExcerpt(NamedTuple):
    """Part of a source line as shown, with ``width`` cells from cell ``start`` (from 0) marked."""

    text: str
    start: int
    width: int


def visible(text: str) -> str:
    """The text on one line, with control and invisible characters written as escapes."""
    return text if text.isprintable() else "".join(map(_shown, text))


def without_commands(text: str) -> str:
    """The lines, none of which a build server would take for a command to it.

    GitHub's obeys "::" at the beginning of a line, and "##[" wherever it stands.
    """
    return _COMMAND.sub(lambda found: f"{found[1]}\\x3a" if found[0][-1] == ":" else "\\x23", text)


@cache
def _shown(character: str) -> str:
    if character in "\n\t":
        return " "
    if unicodedata.category(character) in HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character


def cells(text: str) -> int:
    """How many cells the text takes: East Asian wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(character_cells, text))


@cache
def character_cells(character: str) -> int:
    """How many cells one character takes: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int) -> str:
    """The text made visible, then filled with spaces to ``width`` cells."""
    shown = visible(text)
    return shown + " " * (width - cells(shown))


def right_aligned(text: str, width: int) -> str:
    """The text made visible, at the right end of ``width`` cells."""
    shown = visible(text)
    return " " * (width - cells(shown)) + shown


def excerpt(text: str, start: int, end: int, width: int) -> ShownExcerpt:
    """The part of a source line around characters ``start`` to ``end`` (from 0) that fits.

    Tabs are shown as four spaces. Where the line goes on, the excerpt ends in "…".
    """
    width = max(width, NARROWEST)
    left_over = width - 2 * len(MARK)
    opens = max(start - width, 0)
    pieces = [TAB if c == "\t" else visible(c) for c in text[opens : end + width]]
    sizes = [cells(piece) for piece in pieces]
    marked = _fitting(sizes, start - opens, min(end, len(text)) - opens, left_over)
    whole = opens == 0 and end + width >= len(text) and sum(sizes) <= width
    low, high = (0, len(pieces)) if whole else _window(sizes, *marked, left_over)
    before = MARK if opens + low > 0 else ""
    after = MARK if opens + high < len(text) else ""
    shown = before + "".join(pieces[low:high]) + after
    offset = len(before) + sum(sizes[low : marked[0]])
    return ShownExcerpt(shown.rstrip(), offset, sum(sizes[marked[0] : marked[1]]))


def _fitting(sizes: Sequence[int], start: int, end: int, left_over: int) -> tuple[int, int]:
    while end > start and sum(sizes[start:end]) > left_over:
        end -= 1
    return start, end


def _window(sizes: Sequence[int], low: int, high: int, left_over: int) -> tuple[int, int]:
    """Grown by turns on both sides for as long as it fits."""
    left_over -= sum(sizes[low:high])
    while True:
        grown = False
        if high < len(sizes) and sizes[high] <= left_over:
            left_over, high, grown = left_over - sizes[high], high + 1, True
        if low > 0 and sizes[low - 1] <= left_over:
            left_over, low, grown = left_over - sizes[low - 1], low - 1, True
        if not grown:
            return low, high
