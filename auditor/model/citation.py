"""Citations: a text of a document, with its place and its part in what is told."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.document import Source


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the document, the text printed there, and its part in the finding.

    ``reason`` is why it is cited, where that is no finding: why nothing covers a figure, or why
    digits are none.
    """

    role: str
    text: str
    source: Source
    reason: str = ""
