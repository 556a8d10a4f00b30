"""Pictures: pages as PDFium draws them, alike on every computer.

The fonts of the machine are kept away. A page that needs one of them, since the file does not carry
it and PDFium's own have no such letters, would look empty and is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from auditor.formats.png import grey_png
from auditor.model.picture import Picture
from auditor.readers._pdf.library import opened
from auditor.readers._pdf.pages import frame_of
from auditor.readers._pdf.thresholds import DRAWN_LARGER, LARGEST_SIDE, MOST_OBJECTS
from auditor.readers._pdf.unoutlined import needs_fonts

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage


def pictures(
    data: bytes, numbers: Iterable[int] | None = None
) -> Iterator[tuple[int, Picture | None]]:
    """The pages of these numbers, from 1, as they are asked for; None for one not to be drawn.

    Without numbers they are all pages.
    """
    from pypdfium2 import PdfiumError

    with opened(data) as document:
        for number in range(1, len(document) + 1) if numbers is None else numbers:
            try:
                yield number, _drawn(document, number)
            except PdfiumError:
                yield number, None


def _drawn(document: PdfDocument, number: int) -> Picture | None:
    page = document[number - 1]
    try:
        return _picture(page)
    finally:
        page.close()


def _picture(page: PdfPage) -> Picture | None:
    import pypdfium2.raw as pdfium

    frame = frame_of(page)
    larger = min(DRAWN_LARGER, LARGEST_SIDE / max(frame.width, frame.height, 1.0))
    if pdfium.FPDFPage_CountObjects(page) > MOST_OBJECTS or needs_fonts(page):
        return None
    bitmap = page.render(scale=larger, grayscale=True)
    width, height, row = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    bitmap.close()
    even = width + width % 2
    if row != even:
        rows = (pixels[at : at + width] for at in range(0, row * height, row))
        pixels = b"".join(one.ljust(even, b"\xff") for one in rows)
    return Picture(grey_png(pixels, even, height), even / larger, height / larger)
