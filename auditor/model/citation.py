"""Citations: a text of a document, with its place and its part in what is told."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.document import Source


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the document, the text printed there, and its part in the finding."""

    role: str
    text: str
    source: Source
