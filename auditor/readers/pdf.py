"""PDF: the tables and paragraphs of pages that hold text, each cited by page and box."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.model.document import Document
    from auditor.model.picture import Picture

SUFFIXES = (".pdf",)

SIGNATURE = b"%PDF-"
SEARCHED = 1024
"""Bytes in which the signature may begin: some programs write others before it."""


def accepts(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return SIGNATURE in data[:SEARCHED]


def recognises(data: bytes) -> bool:
    """Whether a file of another name is a PDF."""
    return data.startswith(SIGNATURE)


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for one that is encrypted, broken or without text."""
    from auditor.readers._pdf.document import document

    return document(data, path)


def pages_drawn(data: bytes) -> Iterator[tuple[int, Picture | None]]:
    """Every page, by number from 1, as it looks; raises UnreadableError as ``read`` does."""
    from auditor.readers._pdf.pictures import pictures

    return pictures(data)
