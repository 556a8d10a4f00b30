"""Markup: the tags of a page and the text between them, each at its offset.

Tags are told from text as the HTML standard does it: quotation marks quote after an equals sign
only, a tag that is never closed runs to the end of the file, and what scripts and style sheets hold
is no markup. Every pattern gives back nothing it has taken, so that time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

_MARKUP = re.compile(
    r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
    r"|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"""(?P<rest>(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|["'=])*+)(?P<closed>>|\Z)"""
    r"|<[!?/][^>]*+(?:>|\Z)"
)
_SUBMITTED = re.compile(r"\s*<TYPE>[^>]*(?:>[^>]*){0,8}<TEXT>", re.IGNORECASE)
"""What EDGAR writes at the head of each document of a submission."""
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
_PREFIX = re.compile(r"^(?:xhtml|html|h):")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PIECE = re.compile(r"[^ \t\n\r\f&]+(?:[ \t][^ \t\n\r\f&]+)*|[ \t\n\r\f]+|&+(?![#A-Za-z])|(?s:.)")

_RAW = frozenset((
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
))  # fmt: skip
"""Elements whose content is no markup, or is not shown."""

_BLANK = " \t\n\r\f"


class Tag(NamedTuple):
    """A start or end tag; ``empty`` if it closes itself."""

    name: str
    start: int
    end: int
    is_end: bool = False
    empty: bool = False
    rest: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes by their names in small letters; of two with one name the first."""
        found: dict[str, str] = {}
        for name, written in _ATTRIBUTE.findall(self.rest):
            value = written[1:-1] if written[:1] in {'"', "'"} else written
            found.setdefault(name.lower(), unescape(value) if "&" in value else value)
        return found


class Words(NamedTuple):
    """Text between tags: where it starts and ends in the page."""

    start: int
    end: int


class StyleSheet(NamedTuple):
    """The text of a style sheet within the page."""

    text: str


class Piece(NamedTuple):
    """Characters that stand one for one at ``start``, or as a ``whole`` up to ``end``."""

    text: str
    start: int
    end: int
    whole: bool = False


def markup(text: str) -> Iterator[Tag | Words | StyleSheet]:
    """The tags and texts of a page in order; comments and the content of scripts left out."""
    at = 0
    while match := _MARKUP.search(text, at):
        if match.start() > at:
            yield Words(at, match.start())
        at = match.end()
        if match["name"]:
            tag = _tag(match)
            if tag.name in _RAW:
                if not tag.is_end and not tag.empty:
                    at, inside = _end_of_raw(text, at, tag.name)
                    if tag.name == "style":
                        yield StyleSheet(inside)
                continue
            if tag.name == "document" and (head := _SUBMITTED.match(text, at)):
                at = head.end()
            yield tag
    if at < len(text):
        yield Words(at, len(text))


def _tag(match: re.Match[str]) -> Tag:
    rest = match["rest"]
    empty = rest.endswith("/") and not _in_unquoted_value(rest)
    name = match["name"].lower()
    if ":" in name:
        name = _PREFIX.sub("", name)
    return Tag(name, match.start(), match.end(), bool(match["slash"]), empty, rest)


def _in_unquoted_value(rest: str) -> bool:
    """Whether the stroke at the end belongs to a value, as in <a href=/reports/>."""
    last = rest.rstrip("/").split()
    return bool(last) and "=" in last[-1] and not last[-1].endswith(('"', "'"))


def _end_of_raw(text: str, at: int, name: str) -> tuple[int, str]:
    """Where the element that begins its content at ``at`` ends, and the content."""
    end = re.compile(rf"</{name}(?=[\s/>])[^>]*+(?:>|\Z)", re.IGNORECASE)
    closing = end.search(text, at)
    if closing is None or not closing[0].endswith(">"):
        return len(text), text[at:]
    return closing.end(), text[at : closing.start()]


def pieces(text: str, words: Words) -> Iterator[Piece]:
    """The text as it is shown: references resolved, each run of blanks one space."""
    start, end = words
    at = start
    while at < end:
        if text[at] == "&" and (found := _reference(text, at, end)):
            yield found
            at = found.end
            continue
        match = _PIECE.match(text, at, end)
        assert match is not None
        at = match.end()
        yield Piece(" " if match[0][0] in _BLANK else match[0], match.start(), at)


def _reference(text: str, at: int, end: int) -> Piece | None:
    """The character reference at an ampersand, such as "&amp;" or "&nbsp" before a number."""
    match = _REFERENCE.match(text, at, end)
    if match is None:
        return None
    written = match[0]
    if not written.endswith(";") and written[1] != "#":
        names = (written[1:n] for n in range(len(written), 2, -1))
        written = next((f"&{name}" for name in names if name in html5), "")
    meant = unescape(written)
    return None if meant == written else Piece(meant, at, at + len(written), whole=True)
