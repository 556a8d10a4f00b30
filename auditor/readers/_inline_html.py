"""Inline HTML: what the cells of a Markdown table show for the entities and tags in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from auditor.model.document import Anchor, Cell, Source
from auditor.notation.deferred import deferred

_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_NAMES = "sup|sub|br|b|i|u|s|em|strong|small|big|span|font|nobr|mark|ins|del|center"
_RAISED = r"<sup>[ ]?(?P<raised>[0-9]{1,2}|[a-z*†‡])\)?[ ]?</sup>"
_MARKUP = deferred(
    rf"{_RAISED}|(?P<entity>{_ENTITY})|(?P<break><br\s?/?>)|</?(?:{_NAMES})(?:\s[^<>]{{0,200}})?/?>"
)


def cell_of(text: str, source: Source) -> Cell:
    """The cell as its reader sees it, each character with the place that it is written at."""
    if "&" not in text and "<" not in text:
        return Cell(text, source)
    shown, anchors = "", []
    for piece, start, end, whole in _pieces(text):
        if piece:
            anchors.append(Anchor(len(shown), source.narrowed(start, end), whole))
            shown += piece
    return Cell(shown, source, tuple(anchors)) if shown else Cell(shown, source)


def _pieces(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """What is shown for characters ``start`` to ``end``, and whether for all of them at once."""
    at = 0
    for match in _MARKUP.finditer(text):
        yield text[at : match.start()], at, match.start(), False
        yield _shown(match), match.start(), match.end(), True
        at = match.end()
    yield text[at:], at, len(text), False


def _shown(match: re.Match[str]) -> str:
    """A raised mark is set in parentheses, as of a note, for it belongs to no figure."""
    if match["raised"]:
        return f" ({match['raised']})"
    if match["entity"]:
        return html.unescape(match["entity"])
    return " " if match["break"] else ""
