"""Inline XBRL: a web page whose figures are tagged, and the linkbases beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.formats.decoding import opening
from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from auditor.model.document import Document
    from auditor.readers._xbrl.filing import Filing

SUFFIXES = (".htm", ".html", ".xhtml")

_NAMESPACE = "inlineXBRL"
_PREFIX = "xmlns:ix="


def accepts(data: bytes) -> bool:
    """Whether the file says early on that it is inline XBRL."""
    start = opening(data)
    return "<" in start and (_PREFIX in start or f"/{_NAMESPACE}" in start)


def read(data: bytes, path: str) -> Document:
    """The page as people see it, with its tags; raises UnreadableError where it is no page.

    Where the tags cannot be read the page still is, and ``unread`` says so.
    """
    from auditor.readers import html

    page = html.read(data, path)
    try:
        found = _filing(data, path)
    except UnreadableError as reason:
        return replace(page, unread=(*page.unread, f"its XBRL tags: {reason}"))
    return replace(
        page,
        tagging=found.tagging,
        remarks=(*page.remarks, *found.remarks),
        unread=(*page.unread, *found.unread),
    )


def _filing(data: bytes, path: str) -> Filing:
    from auditor.formats.html_encoding import page_text
    from auditor.readers._xbrl.elements import IX, LINK, XBRLDI, XBRLI, page_within, scanned
    from auditor.readers._xbrl.filing import filing
    from auditor.readers._xbrl.tags import inline_tags

    kept = {*IX, XBRLI, XBRLDI, LINK}
    scan = scanned(page_within(page_text(data).text), kept.__contains__)
    return filing(path, scan, inline_tags, displayed=True)
