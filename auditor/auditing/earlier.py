"""The earlier document that others are checked against."""

from __future__ import annotations

from functools import partial

from auditor.auditing.deadline import within_of
from auditor.auditing.facts import facts_of
from auditor.auditing.pipeline import read
from auditor.formats import inputs
from auditor.model.fact import Fact
from auditor.model.settings import TIMEOUT
from auditor.relations.prior import Prior


def earlier(path: str | None, timeout: float = TIMEOUT) -> Prior | None:
    """What the document at ``path`` published, read in so many seconds (0: however many).

    Raises UnreadableError with its path.
    """
    if not path:
        return None
    return Prior(path, within_of(path, timeout, partial(_published, path), inputs.opening(path)))


def _published(path: str) -> tuple[Fact, ...]:
    return facts_of(read(path))
