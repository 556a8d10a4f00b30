"""Unoutlined text: what PDFium would leave out because it has no outline of its glyphs.

A font that is not embedded is drawn with one of PDFium's own. Where that lacks the characters,
PDFium makes their boxes empty, and a text whose box has no width is no text to it: of a page's
figures it drops those printed alone, such as the dash of a nil amount. What they say and how far
they reach stands in the file, so that they are read nevertheless.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from auditor.readers._pdf.thresholds import MOST_NESTED, MOST_OBJECTS

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

NARROWEST = 0.01
"""Points. PDFium passes over texts whose box is narrower (kSizeEpsilon in cpdf_textpage.cpp)."""


def text_page(page: PdfPage) -> PdfTextPage:
    """A page's text, also where PDFium has no outlines for it; blanks alone stay left out.

    Texts without a box are given one, in the page as it is in memory, so that PDFium counts them.
    """
    widened = [text for text in _texts(page) if _width(text) < NARROWEST and not _embedded(text)]
    for text in widened:
        _box_again(text, pen=1.0)
    if widened:
        counted = page.get_textpage()
        for text in widened:
            if not _characters(text, counted).strip():
                _box_again(text, pen=0.0)
        counted.close()
    return page.get_textpage()


def needs_fonts(page: PdfPage) -> bool:
    """Whether a page has letters that neither the file nor PDFium has the outlines of."""
    missing = [text for text in _texts(page) if not _embedded(text)]
    if not missing:
        return False
    counted = text_page(page)
    needed = any(not _OWN_LETTERS.issuperset(_characters(text, counted)) for text in missing)
    counted.close()
    return needed


_OWN_LETTERS = frozenset(
    [*map(chr, range(0x180)), *"‐‑‒–—―‘’‚“”„†‡•…‰‹›⁄€™−\ufffe\u2002\u2003\u2009\u202f"]
)
"""Letters that PDFium's own fonts have: those of western languages."""


def _texts(page: PdfPage) -> Iterator[Any]:
    """The texts among a page's objects, those in forms too."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    waiting = [(pdfium.FPDFPage_GetObject(page, at), 0) for at in range(count)]
    for one, depth in waiting:
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield one
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MOST_NESTED:
            held = min(pdfium.FPDFFormObj_CountObjects(one), MOST_OBJECTS - len(waiting))
            waiting += [(pdfium.FPDFFormObj_GetObject(one, at), depth + 1) for at in range(held)]


def _width(text: Any) -> float:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    return right.value - left.value


def _embedded(text: Any) -> bool:  # noqa: ANN401
    """Whether the file carries the font, so that an empty glyph is meant to be empty."""
    import pypdfium2.raw as pdfium

    font = pdfium.FPDFTextObj_GetFont(text)
    return not font or pdfium.FPDFFont_GetIsEmbedded(font) != 0


def _characters(text: Any, page_text: PdfTextPage) -> str:  # noqa: ANN401
    """What a text says."""
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFTextObj_GetText(text, page_text, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(text, page_text, buffer, size)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")


def _box_again(text: Any, pen: float) -> None:  # noqa: ANN401
    """Let PDFium make a text's box anew, as if its outlines were drawn with that pen.

    A box takes in the pen, and is made when a text is moved: so it is moved nowhere. How it is
    drawn is then set back.
    """
    import pypdfium2.raw as pdfium

    own, mode = ctypes.c_float(), pdfium.FPDFTextObj_GetTextRenderMode(text)
    pdfium.FPDFPageObj_GetStrokeWidth(text, own)
    pdfium.FPDFPageObj_SetStrokeWidth(text, pen)
    pdfium.FPDFTextObj_SetTextRenderMode(text, pdfium.FPDF_TEXTRENDERMODE_STROKE)
    pdfium.FPDFPageObj_TransformF(text, pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0))
    pdfium.FPDFTextObj_SetTextRenderMode(text, mode)
    pdfium.FPDFPageObj_SetStrokeWidth(text, own)
