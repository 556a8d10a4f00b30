"""The earlier document that others are checked against."""

from __future__ import annotations

from auditor import readers
from auditor.auditing.facts import facts_of
from auditor.auditing.pipeline import read
from auditor.relations.prior import Prior


def earlier(path: str | None) -> Prior | None:
    """What the document at ``path`` published; raises UnreadableError with its path."""
    if not path:
        return None
    try:
        return Prior(path, facts_of(read(path)))
    except readers.UnreadableError as reason:
        raise readers.UnreadableError(f"{path}: {reason}") from reason
