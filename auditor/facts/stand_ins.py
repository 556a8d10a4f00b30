"""Stand-ins: cells that say that an amount is not given, which is not nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model.citation import Citation
from auditor.model.document import Document
from auditor.notation.deferred import deferred

_NOT_GIVEN = deferred(
    r"\(?(?:n\.?\s?/?\s?a\.?v?\.?|n\.?\s?d\.?|n\s?/\s?m|n\.\s?[ms]\.|nm|k\.\s?a\."
    r"|tb[acd]|to be (?:confirmed|announced)"
    r"|not (?:available|disclosed|meaningful|reported)|confidential|\*{1,3}|[:…]|\.{2,3})\)?",
    re.IGNORECASE,
)
_LONGEST = len("(to be announced)")
NOT_GIVEN = "says that the amount is not given"


def stand_ins(document: Document) -> Iterator[Citation]:
    """The cells beside labels that say so."""
    for table in document.tables:
        for row in table.rows[1:]:
            for cell in row[1:]:
                text = cell.text.strip() if cell else ""
                if cell and text and len(text) <= _LONGEST and _NOT_GIVEN.fullmatch(text):
                    yield Citation("stand-in", text, cell.source, NOT_GIVEN)
