"""The report on a document, from its findings and all that led to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.auditing.findings import DocumentFindings
from auditor.findings.excerpts import excerpts
from auditor.model.citation import Citation
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.model.selection import Selection
from auditor.model.verdict import Status
from auditor.solve.slack import slacks


def report_on(
    found: DocumentFindings, selection: Selection, *, slack: bool, shown: bool
) -> DocumentReport:
    """The report; ``slack`` asks by how much each tied figure could be off unseen.

    ``shown`` keeps what was read, for a rendering that shows the document again.
    """
    verdicts, facts = found.of, found.of.of.of
    figures, document = verdicts.of.figures, facts.document
    tied = {f.number for v in found.verdicts if v.status is Status.HOLDS for f in v.relation.facts}
    printed = [f for f in figures if not f.figure.nil]
    return DocumentReport(
        document.path,
        document.sha256,
        len(printed),
        sum(f.number in tied for f in printed),
        found.verdicts,
        found.findings,
        tuple(Citation("figure", f.text, f.source) for f in printed if f.number not in tied),
        figures,
        found.labels,
        tuple(p.id for p in facts.packs if p.rules),
        _unbound(found, selection),
        verdicts.remarks,
        excerpts(_cited(found.findings), document, facts.facts),
        slacks(found.verdicts, verdicts.terms) if slack else None,
        document=document if shown else None,
        rounding=verdicts.rounding,
    )


def _unbound(found: DocumentFindings, selection: Selection) -> tuple[str, ...]:
    """The rules of issuers' packs that are asked and found nothing to check."""
    relations = found.of.of
    used = {rule.id for rule, relation in relations.bound if not relation.missing}
    used |= {check.rule for check in found.labels}
    return tuple(
        rule.id
        for pack in relations.of.packs
        if pack.applies
        for rule in pack.rules
        if rule.id not in used and selection.takes(rule.id)
    )


def _cited(found: Iterable[Finding]) -> Iterator[Citation]:
    """Every figure that findings cite."""
    for finding in found:
        yield from finding.citations
        yield from (suspect.citation for suspect in finding.suspects)
