"""Styles: what the styles of a Word document say of the paragraphs and runs that bear them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from auditor.readers._docx.markup import W, attribute, number, switch
from auditor.readers._docx.thresholds import MOST_BASED

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE = 1
OUTERMOST = 2
"""The level of Heading 1: a title stands above all headings."""

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|見出し|标题|標題|제목)"
    r"\s*([1-9])",
    re.IGNORECASE,
)
_TITLES = frozenset(("title", "subtitle"))
_CONTENTS = ("toc ", "table of figures", "table of authorities", "index ")
_BODY_OUTLINE = 9


class Look(NamedTuple):
    """How characters look; None where nothing is said of it."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None

    def under(self, other: Look) -> Look:
        """What the other says, and this where it says nothing."""
        return Look(
            self.bold if other.bold is None else other.bold,
            self.hidden if other.hidden is None else other.hidden,
            self.raised if other.raised is None else other.raised,
            other.font or self.font,
        )


class Style(NamedTuple):
    """What a style is: ``level`` as a Passage's, 0 for body text and None where nothing says."""

    look: Look = Look()
    level: int | None = None
    listed: bool = False
    contents: bool = False
    caption: bool = False


class Styles(NamedTuple):
    """The styles by id, and the id of the one for paragraphs that name none."""

    known: Mapping[str, Style]
    usual: str = ""

    def of(self, identifier: str) -> Style:
        """The style of that id; where the document does not define it, what the id itself says."""
        return self.known.get(identifier) or Style(level=_level_named(identifier))


def styles(tree: _Element | None) -> Styles:
    """The styles of the part that defines them; none without it."""
    defined = {
        attribute(style, "styleId"): style
        for style in ([] if tree is None else tree.iterchildren(W + "style"))
    }
    usual = (
        identifier
        for identifier, style in defined.items()
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}
    )
    return Styles({i: _style(i, defined) for i in defined}, next(usual, ""))


def look(properties: _Element | None) -> Look:
    """How the properties of a run say that its characters look, its style apart."""
    if properties is None:
        return Look()
    align, fonts = properties.find(W + "vertAlign"), properties.find(W + "rFonts")
    return Look(
        switch(properties, "b"),
        switch(properties, "vanish"),
        None if align is None else attribute(align) == "superscript",
        None if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or None,
    )


def outline_level(properties: _Element | None) -> int | None:
    """The level that a paragraph's properties give it in the outline; 0 for body text."""
    found = None if properties is None else properties.find(W + "outlineLvl")
    if found is None:
        return None
    return 0 if number(found) >= _BODY_OUTLINE else number(found) + OUTERMOST


def is_listed(properties: _Element | None) -> bool | None:
    """Whether a paragraph's properties number it or give it a bullet; None if they say nothing."""
    found = None if properties is None else properties.find(f"{W}numPr/{W}numId")
    return None if found is None else number(found) != 0


def _style(identifier: str, defined: Mapping[str, _Element]) -> Style:
    chain = [defined[one] for one in _based(identifier, defined)]
    names = [attribute(style.find(W + "name")).lower() for style in chain]
    whole = Look()
    for style in reversed(chain):
        whole = whole.under(look(style.find(W + "rPr")))
    levels = (_level(style, name) for style, name in zip(chain, names, strict=True))
    listed = (is_listed(style.find(W + "pPr")) for style in chain)
    return Style(
        whole,
        next((level for level in levels if level is not None), None),
        next((one for one in listed if one is not None), False),
        any(name.startswith(_CONTENTS) for name in names),
        "caption" in names,
    )


def _based(identifier: str, defined: Mapping[str, _Element]) -> Iterator[str]:
    """The style itself, the one it is based on, and so forth."""
    seen: set[str] = set()
    while identifier in defined and identifier not in seen and len(seen) < MOST_BASED:
        seen.add(identifier)
        yield identifier
        identifier = attribute(defined[identifier].find(W + "basedOn"))


def _level(style: _Element, name: str) -> int | None:
    outline = outline_level(style.find(W + "pPr"))
    return _level_named(name) if outline is None else outline


def _level_named(name: str) -> int | None:
    heading = _HEADING.fullmatch(name)
    if heading is not None:
        return int(heading[1]) + OUTERMOST - 1
    return TITLE if name.lower() in _TITLES else None
