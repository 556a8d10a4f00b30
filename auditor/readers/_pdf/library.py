"""The library: a PDF opened by pypdfium2, or the reason why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.formats.unreadable import UnreadableError
from auditor.readers._pdf.thresholds import MOST_PAGES

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""

_SECURITY = 5


def opened(data: bytes) -> PdfDocument:
    """The document; raises UnreadableError when it is encrypted, broken, or too long."""
    try:
        import pypdfium2
    except ImportError as missing:
        raise UnreadableError(
            "PDF needs pypdfium2: pip install 'statement-auditor[pdf]'"
        ) from missing
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as reason:
        raise UnreadableError(_reason(getattr(reason, "err_code", None))) from reason
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"it has {len(document):,} pages; the limit is {MOST_PAGES:,}")
    if len(document) == 0:
        raise UnreadableError("the PDF has no pages")
    return document


def _reason(code: int | None) -> str:
    if code == _PASSWORD:
        return "the PDF is encrypted and needs a password; save it without one"
    if code == _SECURITY:
        return "the PDF is encrypted in a way that is not supported; print it to a new PDF"
    return "the PDF is broken or cut short"
