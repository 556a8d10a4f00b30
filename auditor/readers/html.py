"""HTML: filings and pages as browsers show them, tables, prose and headings."""

from __future__ import annotations

import hashlib
import re

from auditor.formats.decoding import is_text, opening
from auditor.formats.thresholds import OPENING
from auditor.model.document import Document
from auditor.notation.deferred import deferred
from auditor.readers._continued import joined
from auditor.readers._outline import outlined

SUFFIXES = (".html", ".htm", ".xhtml")

_INLINE_XBRL = deferred(rb"""xmlns:(?:ix\s*=|[\w.-]{1,40}\s*=\s*["'][^"']{0,80}/inlineXBRL)""")
_BEGINS = deferred(
    r"\s*+(?:<\?xml[^>]*+>\s*+|(?><!--(?s:.*?)-->)\s*+|<DOCUMENT>\s*+<TYPE>[^<]*+"
    r"(?:<(?!(?:html|head|body)\b|DOCUMENT>\s*+<TYPE>)[A-Z]++>[^<]*+){0,6}+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)


def accepts(data: bytes) -> bool:
    """Whether the bytes are text and no inline XBRL: a file of this name may hold any markup."""
    return is_text(data) and not _declares_inline_xbrl(data)


def recognises(data: bytes) -> bool:
    """Whether the content, whatever its name, begins as a page does."""
    return _BEGINS.match(opening(data)) is not None and not _declares_inline_xbrl(data)


def _declares_inline_xbrl(data: bytes) -> bool:
    return _INLINE_XBRL.search(data[:OPENING].replace(b"\x00", b"")) is not None


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for binary data or a page beyond the limits."""
    from auditor.formats.html_encoding import page_text
    from auditor.readers._html.blocks import blocks
    from auditor.readers._html.page import page
    from auditor.readers._html.writing import Places

    text, remarks = page_text(data)
    shown, unread = page(text)
    places = Places(text, path)
    return Document(
        path,
        hashlib.sha256(data).hexdigest(),
        joined(outlined(blocks(shown, places))).blocks,
        remarks=remarks,
        unread=tuple(f"line {places.line(at)}: a table: {reason}" for at, reason in unread),
    )
