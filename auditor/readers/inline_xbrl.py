"""Inline XBRL: web pages whose figures are tagged, and the linkbases beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from auditor.formats.decoding import opening

if TYPE_CHECKING:
    from auditor.model.document import Document

SUFFIXES = (".htm", ".html", ".xhtml")

_NAMESPACE = "inlineXBRL"
_PREFIX = "xmlns:ix="


def accepts(data: bytes) -> bool:
    """Whether the file says early on that it is inline XBRL."""
    start = opening(data)
    return "<" in start and (_PREFIX in start or f"/{_NAMESPACE}" in start)


def read(data: bytes, path: str) -> Document:
    """The page as people see it, with its tags; raises UnreadableError where it is no page.

    What its tags are about may stand on another page of its filing, in the same folder. Where the
    tags cannot be read the page still is, and ``unread`` says so.
    """
    from auditor.readers._xbrl.beside import beside
    from auditor.readers._xbrl.reports import Report, page_document
    from auditor.readers._xbrl.sets import others_of

    return page_document(Report(path, {path: data}, others_of(path, data)), path, beside(path))


def read_together(pages: Mapping[str, bytes]) -> Document:
    """The pages of one filing as one document, each with its own path; raises UnreadableError."""
    from auditor.readers._xbrl.beside import beside
    from auditor.readers._xbrl.reports import Report, page_document

    first = next(iter(pages))
    return page_document(Report(first, pages), first, beside(first))


def together(paths: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """Those of several files that are the pages of one filing, in the order given."""
    from auditor.readers._xbrl.sets import sets_in_folders

    return sets_in_folders([path for path in paths if path.lower().endswith(SUFFIXES)])
