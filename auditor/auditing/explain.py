"""Explaining: one finding of a document, with the report that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from auditor.auditing.deadline import within_of
from auditor.auditing.earlier import earlier
from auditor.auditing.either import better, document_too
from auditor.auditing.pipeline import document_report, read
from auditor.datafiles import data_report, linked_beside, linked_reports
from auditor.formats import inputs
from auditor.model.figure import AUTO
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.settings import TIMEOUT
from auditor.readers import UnreadableError
from auditor.relations.prior import Prior
from auditor.rulebook.packs import rule_packs
from auditor.rulebook.select import with_known_names


class UnknownFindingError(LookupError):
    """A document has no one finding with this id; the message names those it has."""


class Explained(NamedTuple):
    """A finding, and the audit of its document."""

    report: DocumentReport
    finding: Finding


def explained(  # noqa: PLR0913  # one parameter an option
    id_: str,
    path: str,
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    prior: str | None = None,
    selection: Selection = EVERY_RULE,
    stdin: bytes | None = None,
    timeout: float = TIMEOUT,
) -> Explained:
    """The finding with that id, or whose id alone begins like that.

    ``prior`` is an earlier document, as in an audit. Raises UnknownFindingError, BrokenRulesError,
    UnknownRulesError, and UnreadableError with the path of what cannot be read, or takes longer
    than ``timeout`` seconds (0: however long).
    """
    work = partial(
        _report, path, packs=with_known_names(rule_packs(rules), selection), rounding=rounding,
        discover=discover, prior=earlier(prior, timeout), selection=selection, stdin=stdin,
    )  # fmt: skip
    report = within_of(path, timeout, work, inputs.opening(path, stdin))
    return Explained(report, _named(id_, report.findings, path))


def _report(  # noqa: PLR0913  # one parameter an option
    path: str,
    *,
    packs: Sequence[Pack],
    rounding: str,
    discover: bool,
    prior: Prior | None,
    selection: Selection,
    stdin: bytes | None,
) -> DocumentReport:
    """The audit of a data file, with those beside it that rules relate to it, or a document."""
    linked = linked_beside(path, packs, stdin)
    if linked is not None:
        reports, unread = linked_reports(linked, rounding, stdin, selection=selection)
        found = next((one for one in reports if one.path == path), None)
        if found is None:
            raise UnreadableError(next(one.reason for one in unread if one.path == path))
        return found
    of_data = data_report(path, packs, rounding, stdin, selection=selection, discover=discover)
    document = document_too(of_data, partial(read, path, stdin), selection)
    statement = (
        None
        if document is None
        else document_report(
            document, packs, rounding, discover=discover, prior=prior, selection=selection
        )
    )
    report = better(of_data, statement)
    assert report is not None  # a document was read where there are no data
    return report


def _named(id_: str, findings: Sequence[Finding], path: str) -> Finding:
    exact = [f for f in findings if f.id == id_]
    alike = exact or [f for f in findings if id_ and f.id.startswith(id_)]
    if len(alike) == 1:
        return alike[0]
    if not findings:
        raise UnknownFindingError(f"{path} has no findings")
    known = ", ".join(f.id for f in findings)
    several = "more than one finding" if alike else "no finding"
    raise UnknownFindingError(f"{path} has {several} {id_!r}; its findings are {known}")
