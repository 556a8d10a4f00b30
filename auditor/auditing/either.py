"""Either reading: a file of records that no rule file declares may be a statement as well."""

from __future__ import annotations

from collections.abc import Callable

from auditor.auditing.thresholds import LONGEST_STATEMENT, MOST_READ_TWICE
from auditor.model.dataset import FOUND
from auditor.model.document import Document
from auditor.model.report import DocumentReport
from auditor.readers import UnreadableError

BUILT_IN = {"core"}
"""The pack whose rules are asked of every statement."""


def document_too(data: DocumentReport | None, opened: Callable[[], Document]) -> Document | None:
    """The file as a document, unless it is a data file and nothing else.

    A rule file says that it is, and so does its length: of many records nobody makes a statement.
    Raises UnreadableError where it is neither.
    """
    if data is None:
        return opened()
    longest = MOST_READ_TWICE if data.tallies else LONGEST_STATEMENT
    if data.packs != (FOUND,) or data.printed > longest:
        return None
    try:
        return opened()
    except UnreadableError:
        return None


def better(data: DocumentReport | None, statement: DocumentReport | None) -> DocumentReport | None:
    """Of the two audits the one that ties more figures; rules for such statements decide it too."""
    if data is None or statement is None:
        return data or statement
    ruled = not {*statement.packs} <= BUILT_IN
    return data if not ruled and data.tallies and data.tied >= statement.tied else statement
