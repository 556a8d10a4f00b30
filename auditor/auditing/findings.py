"""Findings of a document: what its verdicts come to, as far as it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.auditing.facts import DocumentFacts
from auditor.auditing.second_look import Examined, explained
from auditor.auditing.verdicts import DocumentVerdicts
from auditor.blame import joint_findings
from auditor.checks.check_rows import check_rows
from auditor.checks.error_values import error_values
from auditor.checks.impossible_dates import impossible_dates
from auditor.checks.turned_ranges import turned_ranges
from auditor.checks.turned_spans import turned_spans
from auditor.findings.build import label_finding
from auditor.findings.oddities import oddity_findings, with_reasons
from auditor.findings.order import distinct
from auditor.model.finding import Finding
from auditor.model.oddity import Oddity
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.verdict import LabelCheck, Status, Verdict
from auditor.rulebook.select import asked_findings, asked_labels, asked_verdicts


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """What is wrong in a document, with the verdicts and headings that are asked."""

    of: DocumentVerdicts
    verdicts: tuple[Verdict, ...]
    labels: tuple[LabelCheck, ...]
    findings: tuple[Finding, ...]


def document_findings(
    examined: Examined, selection: Selection = EVERY_RULE, *, joint: bool = False
) -> DocumentFindings:
    """The findings of the rules that are asked.

    All relations were examined, since they tell of each other; here, at the end, what is not
    asked is dropped, and what is left explained once more alone. ``joint`` asks for all that the
    relations tell together.
    """
    verdicts = examined.of
    figures = verdicts.of.figures
    asked = asked_verdicts(examined.verdicts, selection)
    if asked is not examined.verdicts:
        examined = explained(verdicts, asked)
    labels = asked_labels(verdicts.labels, selection)
    told = [
        *examined.findings,
        *joint_findings(asked, verdicts.terms, figures, asked=joint),
        *asked_findings(verdicts.of.tagged.findings, selection),
        *map(label_finding, _violated(labels)),
    ]
    oddities = [odd for odd in _oddities(verdicts.of.of) if selection.takes(odd.rule)]
    more = asked_findings(oddity_findings(told, oddities), selection)
    found = distinct([*with_reasons(told, oddities), *more], figures)
    return DocumentFindings(verdicts, asked, labels, tuple(found))


def _oddities(facts: DocumentFacts) -> Iterator[Oddity]:
    """The cells that are wrong by themselves, whatever the document is."""
    yield from error_values(facts.document)
    yield from check_rows(facts.document, facts.grids)
    yield from turned_ranges(facts.grids)
    yield from turned_spans(facts.document)
    yield from impossible_dates(facts.document)
    yield from facts.document.oddities


def _violated(labels: Iterable[LabelCheck]) -> list[LabelCheck]:
    return [c for c in labels if c.status is Status.VIOLATED]
