"""Paragraphs: their accepted text, how they are set, and where their characters stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.document import Anchor, Source
from auditor.model.places.paragraph import ParagraphPlace
from auditor.readers._docx.markup import DELETED, W, attribute
from auditor.readers._docx.styles import Style, Styles, is_listed, outline_level
from auditor.readers._docx.words import Words, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENTS_MARK = "_Toc"


class Place(NamedTuple):
    """The file and the story in it, which is None for the body, that paragraphs stand in."""

    path: str
    element: str | None = None


class Paragraph(NamedTuple):
    """A paragraph's text and ``style``; ``anchors`` are of one paragraph each where several merge.

    ``bold`` says that all of it is, ``anchored`` are the notes and text boxes that hang on it, and
    it ``runs_on`` into the next one where the mark at its end is deleted.
    """

    text: str
    anchors: tuple[Anchor, ...]
    style: Style
    bold: bool
    anchored: tuple[_Element, ...]
    runs_on: bool

    def cut(self, start: int, end: int) -> tuple[Anchor, ...]:
        """The anchors of characters ``start`` up to ``end`` (from 0), as a text of their own."""
        if (start, end) == (0, len(self.text)):
            return self.anchors
        found = []
        for anchor in self.anchors:
            last = anchor.offset + (anchor.source.end_column or 0) - (anchor.source.column or 0)
            a, b = max(start, anchor.offset), min(end, last)
            if a < b:
                found.append(Anchor(a - start, anchor.place(a, b)))
        return tuple(found)


def paragraph(element: _Element, place: Place, number: int, styles: Styles) -> Paragraph:
    """The paragraph of that number at a place; columns count its accepted characters."""
    properties = element.find(W + "pPr")
    style = _style(properties, styles)
    said = words(element, style.look, styles)
    whole = Source(
        place.path,
        ParagraphPlace(number, 1, 1 + len(said.text), place.element),
    )
    return Paragraph(
        said.text,
        (Anchor(0, whole),),
        _with_properties(style, element, properties),
        said.bold,
        said.anchored,
        _mark_is_deleted(properties),
    )


def lines_of(elements: Iterable[_Element], styles: Styles) -> Words:
    """Paragraphs as the lines of one text, each run on into the next if its mark is deleted."""
    text: list[str] = []
    anchored: list[_Element] = []
    ending = ""
    for element in elements:
        properties = element.find(W + "pPr")
        said = words(element, _style(properties, styles).look, styles)
        text += (ending, said.text)
        anchored += said.anchored
        ending = "" if _mark_is_deleted(properties) else "\n"
    return Words("".join(text), anchored=tuple(anchored))


def merged(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, each joined to those before it whose marks are deleted."""
    waiting: list[Paragraph] = []
    for one in paragraphs:
        waiting.append(one)
        if not one.runs_on:
            yield _joined(waiting)
            waiting = []
    if waiting:
        yield _joined(waiting)


def _joined(several: list[Paragraph]) -> Paragraph:
    """Several paragraphs as one, which is set as the last of them is."""
    if len(several) == 1:
        return several[0]
    anchors, texts, at = [], [], 0
    for one in several:
        anchors.append(Anchor(at, one.anchors[0].source))
        texts.append(one.text)
        at += len(one.text)
    return several[-1]._replace(
        text="".join(texts),
        anchors=tuple(anchors),
        bold=all(one.bold for one in several if one.text.strip()),
        anchored=tuple(holder for one in several for holder in one.anchored),
    )


def _style(properties: _Element | None, styles: Styles) -> Style:
    named = None if properties is None else properties.find(W + "pStyle")
    return styles.of(styles.usual if named is None else attribute(named))


def _with_properties(style: Style, element: _Element, properties: _Element | None) -> Style:
    """The style, with what the paragraph itself says of its level, its list and its role."""
    contents = style.contents or _is_contents(element)
    if properties is not None:
        level, listed = outline_level(properties), is_listed(properties)
        style = style._replace(
            level=style.level if level is None else level,
            listed=style.listed if listed is None else listed,
        )
    return style._replace(contents=True) if contents else style


def _is_contents(element: _Element) -> bool:
    """Whether it is a line of a table of contents, which links to a heading."""
    links = (attribute(link, "anchor") for link in element.iterchildren(W + "hyperlink"))
    if any(link.startswith(_CONTENTS_MARK) for link in links):
        return True
    instructions = (field.text or "" for field in element.iter(W + "instrText"))
    return any(
        "PAGEREF" in instruction and _CONTENTS_MARK in instruction for instruction in instructions
    )


def _mark_is_deleted(properties: _Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and any(one.tag in DELETED for one in mark)
