"""Lines of styled text in character cells: nothing in them is interpreted, nothing is cut off."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

TAB = "    "
MARK = "…"
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control, format (bidi too), surrogate, separators


class Span(NamedTuple):
    """A piece of a line in one style; ``style`` is a name that the rendering gives colours to."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """Spans side by side; when folded, what follows is indented by ``hang`` cells."""

    spans: tuple[Span, ...] = ()
    hang: int = 0


class Excerpt(NamedTuple):
    """Part of a source line as shown, with ``width`` cells from cell ``start`` (from 0) marked."""

    text: str
    start: int
    width: int


def line(*parts: str | Span, hang: int = 0) -> Line:
    """A line of these parts, with whatever could act on a terminal made visible."""
    spans = (part if isinstance(part, Span) else Span(part) for part in parts)
    return Line(tuple(Span(visible(s.text), s.style) for s in spans if s.text), hang)


def visible(text: str) -> str:
    """The text on one line, with control and invisible characters written as escapes."""
    return text if text.isprintable() else "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    if character in "\n\t":
        return " "
    if unicodedata.category(character) in HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character


def cells(text: str) -> int:
    """How many cells the text takes: East Asian wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_character_cells, text))


@cache
def _character_cells(character: str) -> int:
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


def folded(unfolded: Line, width: int) -> Iterator[Line]:
    """Lines of at most ``width`` cells, broken at spaces and beside wide characters.

    A word longer than that stays whole: a citation cut in two is of no use.
    """
    if sum(cells(span.text) for span in unfolded.spans) <= width:
        yield unfolded
        return
    styled = [(c, span.style) for span in unfolded.spans for c in span.text]
    indent = ""
    while styled:
        end = _fold(styled, width - len(indent))
        yield Line((Span(indent), *_spans(_right_stripped(styled[:end]))))
        styled = _left_stripped(styled[end:])
        indent = " " * unfolded.hang


def _fold(styled: Sequence[tuple[str, str]], width: int) -> int:
    """How many characters go on this line: one at least."""
    used, best = 0, 0
    text = "".join(character for character, _ in styled)
    first = len(text) - len(text.lstrip(" "))
    for index, character in enumerate(text):
        if index > first and _breaks(text[index - 1], character):
            best = index
        used += _character_cells(character)
        if used > width and best:
            return best
    return len(text)


def _breaks(before: str, after: str) -> bool:
    if after == " ":
        return before != " "
    return _character_cells(before) == 2 or _character_cells(after) == 2


def _right_stripped(styled: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    end = len(styled)
    while end and styled[end - 1][0] == " ":
        end -= 1
    return styled[:end]


def _left_stripped(styled: list[tuple[str, str]]) -> list[tuple[str, str]]:
    start = next((i for i, (c, _) in enumerate(styled) if c != " "), len(styled))
    return styled[start:]


def _spans(styled: Iterable[tuple[str, str]]) -> Iterator[Span]:
    for style, run in groupby(styled, key=itemgetter(1)):
        yield Span("".join(character for character, _ in run), style)


def excerpt(text: str, start: int, end: int, width: int) -> Excerpt:
    """The part of a source line around characters ``start`` to ``end`` (from 0) that fits.

    Tabs are shown as four spaces. Where the line goes on, the excerpt ends in "…".
    """
    width = max(width, 8)
    room = width - 2 * len(MARK)
    opens = max(start - width, 0)
    pieces = [TAB if c == "\t" else visible(c) for c in text[opens : end + width]]
    sizes = [cells(piece) for piece in pieces]
    marked = _fitting(sizes, start - opens, min(end, len(text)) - opens, room)
    whole = opens == 0 and end + width >= len(text) and sum(sizes) <= width
    low, high = (0, len(pieces)) if whole else _window(sizes, *marked, room)
    before = MARK if opens + low > 0 else ""
    after = MARK if opens + high < len(text) else ""
    shown = before + "".join(pieces[low:high]) + after
    offset = len(before) + sum(sizes[low : marked[0]])
    return Excerpt(shown.rstrip(), offset, sum(sizes[marked[0] : marked[1]]))


def _fitting(sizes: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    while end > start and sum(sizes[start:end]) > room:
        end -= 1
    return start, end


def _window(sizes: Sequence[int], low: int, high: int, room: int) -> tuple[int, int]:
    """Grown by turns on both sides for as long as it fits."""
    room -= sum(sizes[low:high])
    while True:
        grown = False
        if high < len(sizes) and sizes[high] <= room:
            room, high, grown = room - sizes[high], high + 1, True
        if low > 0 and sizes[low - 1] <= room:
            room, low, grown = room - sizes[low - 1], low - 1, True
        if not grown:
            return low, high


def plain(finished: Line) -> str:
    """The line without colours."""
    return "".join(span.text for span in finished.spans).rstrip()


def painter(styles: dict[str, str]) -> Callable[[Line], str]:
    """A function that writes a line with the colours that ``styles`` gives each style name."""
    from rich.color import ColorSystem
    from rich.style import Style

    parsed = {name: Style.parse(style) for name, style in styles.items()}

    def painted(finished: Line) -> str:
        return "".join(
            parsed[span.style].render(span.text, color_system=ColorSystem.STANDARD)
            if span.style in parsed
            else span.text
            for span in finished.spans
        ).rstrip(" ")

    return painted
