"""The library: a PDF opened by pypdfium2, or the reason why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from auditor.formats.unreadable import UnreadableError
from auditor.readers._pdf.fonts import without_fonts_of_the_machine
from auditor.readers._pdf.thresholds import MOST_PAGES

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""

_SECURITY = 5


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """The document; raises UnreadableError when it is encrypted, broken, or too long."""
    library = _library()
    with without_fonts_of_the_machine():
        try:
            document = library.PdfDocument(data)
        except library.PdfiumError as reason:
            raise UnreadableError(_reason(getattr(reason, "err_code", None))) from reason
        with document:
            if len(document) > MOST_PAGES:
                raise UnreadableError(
                    f"it has {len(document):,} pages; the limit is {MOST_PAGES:,}"
                )
            if len(document) == 0:
                raise UnreadableError("the PDF has no pages")
            yield document


def _library() -> Any:  # noqa: ANN401  # it has no types
    try:
        import pypdfium2
    except ImportError as missing:
        raise UnreadableError("PDF needs pypdfium2: pip install pypdfium2") from missing
    return pypdfium2


def _reason(code: int | None) -> str:
    if code == _PASSWORD:
        return "the PDF is encrypted and needs a password; save it without one"
    if code == _SECURITY:
        return "the PDF is encrypted in a way that is not supported; print it to a new PDF"
    return "the PDF is broken or cut short"
