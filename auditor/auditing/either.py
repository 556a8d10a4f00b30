"""Either reading: a file of records that no rule file declares may be a statement as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from auditor.auditing.thresholds import LONGEST_STATEMENT, MOST_READ_TWICE
from auditor.model.dataset import FOUND, is_found
from auditor.model.document import Document
from auditor.model.report import DocumentReport
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.verdict import Status, Verdict
from auditor.readers import UnreadableError

BUILT_IN = {"core"}
"""The pack whose rules are asked of every statement."""


def document_too(
    data: DocumentReport | None,
    opened: Callable[[], Document],
    selection: Selection = EVERY_RULE,
) -> Document | None:
    """The file as a document, unless it is a data file and nothing else.

    A rule file says that it is, a ``selection`` that names what its figures show, and its length:
    of many records nobody makes a statement.
    Raises UnreadableError where it is neither.
    """
    if data is None:
        return opened()
    is_meant = any(map(is_found, selection.names))
    longest = MOST_READ_TWICE if data.tallies else LONGEST_STATEMENT
    if data.packs != (FOUND,) or is_meant or data.printed > longest:
        return None
    try:
        return opened()
    except UnreadableError:
        return None


def better(data: DocumentReport | None, statement: DocumentReport | None) -> DocumentReport | None:
    """Of the two audits the one that checks more figures; rules for such statements decide it too.

    A figure that is found wrong counts, and so does one of a data file whose check lacks a record:
    else the reading that finds nothing would win.
    """
    if data is None or statement is None:
        return data or statement
    ruled = not {*statement.packs} <= BUILT_IN
    if ruled or not data.tallies:
        return statement
    carried_out = [one for one in statement.checks if one.status is not Status.NOT_CHECKABLE]
    return data if _figures(data.checks) >= _figures(carried_out) else statement


def _figures(checks: Iterable[Verdict]) -> int:
    """How many figures stand in these checks."""
    return len({fact.number for one in checks for fact in one.relation.facts})
