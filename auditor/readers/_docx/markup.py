"""Markup: the elements of a Word document as they stand once every revision is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

DELETED = frozenset((W + "del", W + "moveFrom"))

_TRANSPARENT = frozenset(
    W + name
    for name in (
        "ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo", "sdtContent",
        "rubyBase",
    )
)  # fmt: skip
_INNER = {W + "sdt": W + "sdtContent", W + "ruby": W + "rubyBase"}
"""What alone is shown of an element; beside it stand properties, or how a word is spoken."""

_OFF = frozenset(("0", "false", "off"))
_PAGE_NUMBERS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION"))


def standing(element: _Element) -> Iterator[_Element]:
    """The children that stand in the accepted version, in order.

    What only wraps others (an insertion, a content control, a link) is left out and they stand in
    its place; what is deleted or moved away is left out with all that it holds.
    """
    stack: list[Iterator[_Element]] = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif (inner := unwrapped(child)) is not None:
            stack.append(iter(inner))
        else:
            yield child


def unwrapped(element: _Element) -> Iterable[_Element] | None:
    """What stands in an element's place; None if it stands for itself."""
    tag = element.tag
    if tag in _TRANSPARENT:
        return element
    if tag in DELETED:
        return ()
    if tag in _INNER:
        return element.iterchildren(_INNER[tag])
    if tag == MC + "AlternateContent":
        return _chosen(element)
    if tag == W + "fldSimple":
        return () if is_page_number(attribute(element, "instr")) else element
    return None


def _chosen(element: _Element) -> Iterable[_Element]:
    """The first of several ways to say the same: programs that know it read no other."""
    ways = [*element.iterchildren(MC + "Choice"), *element.iterchildren(MC + "Fallback")]
    return next((way for way in ways if len(way)), ())


def is_page_number(instruction: str) -> bool:
    """Whether a field's instruction asks for the number of a page or of pages."""
    return not _PAGE_NUMBERS.isdisjoint(instruction.upper().split(maxsplit=1)[:1])


def attribute(element: _Element | None, name: str = "val") -> str:
    """An attribute of the element; empty if there is none."""
    return "" if element is None else element.get(W + name) or ""


def number(element: _Element | None, name: str = "val") -> int:
    """An attribute as a number; 0 if there is none."""
    written = attribute(element, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def switch(properties: _Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else attribute(found) not in _OFF
