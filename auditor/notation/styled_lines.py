"""Styled lines: spans of text in styles, folded to a width; nothing in them is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from auditor.notation.text_columns import cells, character_cells, visible


class Span(NamedTuple):
    """A piece of a line in one style; ``style`` is a name that the rendering gives colours to.

    ``file`` is the path of the file that it leads to, where terminals follow links.
    """

    text: str
    style: str = ""
    file: str = ""


class StyledLine(NamedTuple):
    """Spans side by side; when folded, what follows is indented by ``hang`` cells."""

    spans: tuple[Span, ...] = ()
    hang: int = 0


def line(*parts: str | Span, hang: int = 0) -> StyledLine:
    """A line of these parts, with whatever could act on a terminal made visible."""
    spans = (part if isinstance(part, Span) else Span(part) for part in parts)
    return StyledLine(tuple(s._replace(text=visible(s.text)) for s in spans if s.text), hang)


def folded(unfolded: StyledLine, width: int) -> Iterator[StyledLine]:
    """Lines of at most ``width`` cells, broken at spaces and beside wide characters.

    A word longer than that stays whole: a citation cut in two is of no use.
    """
    if sum(cells(span.text) for span in unfolded.spans) <= width:
        yield unfolded
        return
    styled = [(c, (span.style, span.file)) for span in unfolded.spans for c in span.text]
    indent = ""
    while styled:
        end = _fold(styled, width - len(indent))
        yield StyledLine((Span(indent), *_spans(_right_stripped(styled[:end]))))
        styled = _left_stripped(styled[end:])
        indent = " " * unfolded.hang


Look = tuple[str, str]
"""The style of a character, and the file that it leads to."""

Styled = Sequence[tuple[str, Look]]


def _fold(styled: Styled, width: int) -> int:
    """How many characters go on this line: one at least."""
    used, best = 0, 0
    before, is_indent = "", True
    for index, (character, _) in enumerate(styled):
        if not is_indent and _breaks(before, character):
            best = index
        used += character_cells(character)
        if used > width and best:
            return best
        before, is_indent = character, is_indent and character == " "
    return len(styled)


def _breaks(before: str, after: str) -> bool:
    if after == " ":
        return before != " "
    return character_cells(before) == 2 or character_cells(after) == 2


def _right_stripped(styled: Styled) -> Styled:
    end = len(styled)
    while end and styled[end - 1][0] == " ":
        end -= 1
    return styled[:end]


def _left_stripped(styled: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    start = next((i for i, (c, _) in enumerate(styled) if c != " "), len(styled))
    return styled[start:]


def _spans(styled: Iterable[tuple[str, Look]]) -> Iterator[Span]:
    for look, run in groupby(styled, key=itemgetter(1)):
        yield Span("".join(character for character, _ in run), *look)


def plain(finished: StyledLine) -> str:
    """The line without colours."""
    return "".join(span.text for span in finished.spans).rstrip()


def painter(
    styles: Mapping[str, str], address: Callable[[str], str] | None
) -> Callable[[StyledLine], str]:
    """A function that writes a line with the colours that ``styles`` gives each style name.

    ``address`` is that of the file that a span leads to, "" for none; without it nothing leads
    anywhere.
    """
    from rich.color import ColorSystem
    from rich.style import Style

    parsed = {name: Style.parse(style) for name, style in styles.items()}

    def shown(span: Span) -> str:
        style = parsed.get(span.style)
        text = style.render(span.text, color_system=ColorSystem.STANDARD) if style else span.text
        to = address(span.file) if address and span.file else ""
        return f"\x1b]8;;{to}\x1b\\{text}\x1b]8;;\x1b\\" if to else text

    def painted(finished: StyledLine) -> str:
        return "".join(map(shown, finished.spans)).rstrip(" ")

    return painted
