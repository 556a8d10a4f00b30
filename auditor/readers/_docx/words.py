"""Words: the text of one paragraph as it reads once every revision is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from auditor.readers._docx.glyphs import UNKNOWN, legible, set_apart, symbol
from auditor.readers._docx.markup import W, attribute, is_page_number, unwrapped
from auditor.readers._docx.styles import Look, Styles, look

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_RUN, _TEXT, _SYM, _FIELD = W + "r", W + "t", W + "sym", W + "fldChar"
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    _MATH: UNKNOWN,
}
_HOLDERS = frozenset((W + "drawing", W + "pict", W + "object"))
_REFERENCES = frozenset((W + "footnoteReference", W + "endnoteReference"))
_GAPS = str.maketrans("\t\n\r", "   ", "\u00ad")
"""White space within a text is blank; soft hyphens are not seen."""


class Words(NamedTuple):
    """A paragraph's text, whether all of it is bold, and what hangs on it.

    ``anchored`` are the elements of the notes it refers to and of the text boxes anchored in it.
    """

    text: str
    bold: bool = False
    anchored: tuple[_Element, ...] = ()


class _Piece(NamedTuple):
    text: str
    look: Look
    anchor: _Element | None = None


def words(paragraph: _Element, base: Look, styles: Styles) -> Words:
    """The words of a paragraph whose style makes its characters look like ``base``."""
    pieces = [p for p in _pieces(paragraph, base, styles) if not p.look.hidden]
    text = ""
    for raised, run in groupby(pieces, key=lambda piece: bool(piece.look.raised)):
        written = "".join(piece.text for piece in run)
        text += set_apart(written, text[-3:]) if raised else written
    return Words(
        text,
        bool(text.strip()) and all(p.look.bold for p in pieces if p.text.strip()),
        tuple(piece.anchor for piece in pieces if piece.anchor is not None),
    )


def _pieces(paragraph: _Element, base: Look, styles: Styles) -> Iterator[_Piece]:
    fields = _Fields()
    for element, seen in _leaves(paragraph, base, styles):
        tag = element.tag
        if tag == _FIELD:
            fields.turn(attribute(element, "fldCharType"))
        elif tag == W + "instrText":
            fields.instruct(element.text or "")
        elif not fields.shown:
            continue
        elif tag == _TEXT:
            yield _Piece(_text(element, seen.font or ""), seen)
        elif tag in _CHARACTERS:
            yield _Piece(_CHARACTERS[tag], seen)
        elif tag == _SYM:
            yield _Piece(_symbol(element), seen)
        elif tag in _REFERENCES:
            yield _Piece("", seen, element)
        elif tag in _HOLDERS:
            yield from (_Piece("", seen, box) for box in _text_boxes(element))


def _leaves(paragraph: _Element, base: Look, styles: Styles) -> Iterator[tuple[_Element, Look]]:
    """What stands in the runs of a paragraph, in order, each with how the run looks."""
    stack: list[tuple[Iterator[_Element], Look]] = [(iter(paragraph), base)]
    while stack:
        children, seen = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif child.tag == _RUN:
            stack.append((iter(child), _run_look(child, base, styles)))
        elif (inner := unwrapped(child)) is not None:
            stack.append((iter(inner), seen))
        else:
            yield child, seen


def _run_look(run: _Element, base: Look, styles: Styles) -> Look:
    properties = run.find(W + "rPr")
    if properties is None:
        return base
    style = properties.find(W + "rStyle")
    if style is not None:
        base = base.under(styles.of(attribute(style)).look)
    return base.under(look(properties))


class _Fields:
    """The fields that are open at a place of a paragraph, the outermost first.

    Each is its instruction as far as it is known, and whether its result has begun. A field that
    began in an earlier paragraph is in its result: instructions do not run on.
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    @property
    def shown(self) -> bool:
        """Whether the text here is seen: it is in no instruction, and no number of a page."""
        return not self._open or all(
            result and not is_page_number(instruction) for instruction, result in self._open
        )

    def turn(self, mark: str) -> None:
        """Note a mark: the beginning of a field, of its result, or its end."""
        if mark == "begin":
            self._open.append(("", False))
        elif self._open:
            instruction, _ = self._open.pop()
            if mark == "separate":
                self._open.append((instruction, True))

    def instruct(self, text: str) -> None:
        """Note a part of the instruction of the innermost field."""
        if self._open:
            instruction, result = self._open.pop()
            self._open.append((instruction + text, result))


def _text(element: _Element, font: str) -> str:
    """The characters of a text; blanks around it count only where it says so."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\n\r")
    return legible(text.translate(_GAPS), font)


def _symbol(element: _Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return UNKNOWN
    return symbol(code, attribute(element, "font"))


def _text_boxes(drawing: _Element) -> Iterator[_Element]:
    """The outermost text boxes of a drawing, each once though it is said in several ways."""
    stack: list[Iterator[_Element]] = [iter(drawing)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == W + "txbxContent":
            yield child
        else:
            inner = unwrapped(child)
            stack.append(iter(child if inner is None else inner))
