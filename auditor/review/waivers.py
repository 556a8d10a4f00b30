"""Waivers applied: accepted findings set apart from those that are still to be cleared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from auditor.model.report import DocumentReport, Report
from auditor.model.waiver import Standing, Waived, Waiver, WaiverStanding


def with_waivers_applied(report: Report, waivers: Sequence[Waiver], today: date) -> Report:
    """The report with accepted findings among ``waived``, and how every waiver stands.

    An expired waiver accepts nothing: its finding is back. One without a finding is unused.
    """
    in_force = {w.finding: w for w in waivers if not is_expired(w, today)}
    documents = tuple(_sorted_out(document, in_force) for document in report.documents)
    used = {w.waiver for document in documents for w in document.waived}
    found = {finding.id for finding in report.findings}
    standings = tuple(WaiverStanding(w, _standing(w, used, found, today)) for w in waivers)
    return replace(report, documents=documents, waivers=standings)


def is_expired(waiver: Waiver, today: date) -> bool:
    """Whether its last day is over."""
    return waiver.expires is not None and waiver.expires < today


def _sorted_out(document: DocumentReport, in_force: dict[str, Waiver]) -> DocumentReport:
    accepted = tuple(
        Waived(finding, in_force[finding.id])
        for finding in document.findings
        if finding.id in in_force
    )
    if not accepted:
        return document
    left = tuple(finding for finding in document.findings if finding.id not in in_force)
    return replace(document, findings=left, waived=(*document.waived, *accepted))


def _standing(
    waiver: Waiver, used: Iterable[Waiver], found: Iterable[str], today: date
) -> Standing:
    if is_expired(waiver, today):
        return Standing.EXPIRED if waiver.finding in found else Standing.UNUSED
    return Standing.USED if waiver in used else Standing.UNUSED
