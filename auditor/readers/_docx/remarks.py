"""Remarks: what a person should know about how a Word document was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from auditor.readers._docx.markup import MC, W, attribute, switch

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_REVISIONS = {W + "ins": "insertion", W + "del": "deletion", W + "moveTo": "move"}
_UNREAD = {
    f"{_DRAWING}picture}}pic": "picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    f"{_DRAWING}chart}}chart": "chart",
    f"{_DRAWING}diagram}}relIds": "diagram",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "embedded object",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "formula",
}


def remarks(body: _Element, styles: _Element | None) -> Iterator[str]:
    """What is to be told of a document's body, in sentences without their full stop."""
    revisions = _counted(_REVISIONS[e.tag] for e in body.iter(*_REVISIONS))
    if revisions:
        yield f"tracked changes were read as accepted: {revisions}"
    if _hides(body, styles):
        yield "hidden text was left out"
    unread = _counted(_UNREAD[e.tag] for e in body.iter(*_UNREAD) if not _said_otherwise(e))
    if unread:
        yield f"figures in these were not read: {unread}"


def _counted(kinds: Iterable[str]) -> str:
    """How many there are of each kind: "2 pictures and 1 chart"."""
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    said = [f"{n:,} {kind}{'s' if n > 1 else ''}" for kind, n in sorted(counts.items())]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def _said_otherwise(element: _Element) -> bool:
    """Whether it stands in for something that most programs show in another way."""
    return any(outer.tag == MC + "Fallback" for outer in element.iterancestors())


def _hides(body: _Element, styles: _Element | None) -> bool:
    """Whether some text is hidden, by its run's properties or by a style."""
    hiding = {
        attribute(style, "styleId")
        for style in ([] if styles is None else styles.iterchildren(W + "style"))
        if switch(style.find(W + "rPr"), "vanish")
    }
    saying = (
        (one.tag, one.getparent())
        for one in body.iter(W + "vanish", W + "rStyle", W + "pStyle")
        if (one.tag == W + "vanish" or attribute(one) in hiding)
    )
    return any(_holds_text(tag, properties) for tag, properties in saying)


def _holds_text(tag: str, properties: _Element | None) -> bool:
    """Whether what has these properties, which hide it, is a text."""
    if properties is None or (tag == W + "vanish" and not switch(properties, "vanish")):
        return False
    holder = properties.getparent()
    if holder is None or holder.tag not in {W + "r", W + "p"}:
        return False
    return next(holder.iter(W + "t"), None) is not None
