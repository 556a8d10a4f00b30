"""The report on a document, from its findings and all that led to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from auditor.auditing.findings import DocumentFindings
from auditor.auditing.unbound import lost_places, nearest_names, unbound_rules
from auditor.checks.doubted import is_doubt
from auditor.checks.telling import BLURRED, as_told, blurred_in, lost_in
from auditor.facts.owners import owners
from auditor.findings.excerpts import excerpts
from auditor.findings.ticks import Outcome, blamed, outcome_of, ties_of
from auditor.findings.unasked import why_unasked
from auditor.model.citation import Citation
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.model.selection import Selection
from auditor.model.verdict import Status, Verdict
from auditor.solve.slack import slacks

CONTRADICTED = "it belongs to a check that fails, but another figure is likelier to be wrong"
TOO_SMALL = "so small that an error in it would pass for rounding in the totals it belongs to"
UNRELATED = "no check covers it: no other figure repeats it, adds up to it or is compared with it"


def report_on(
    found: DocumentFindings, selection: Selection, *, slack: bool, shown: bool
) -> DocumentReport:
    """The report on a document.

    ``slack`` asks by how much each tied figure could be off unseen, and for the digits that are no
    figures; ``shown`` keeps what was read, for a rendering that shows the document again.
    """
    found = replace(found, verdicts=tuple(map(as_told, found.verdicts)))
    verdicts, facts = found.of, found.of.of.of
    figures, document = verdicts.of.figures, facts.document
    missed = unbound_rules(found, selection)
    standing = _standing(found, [f for f in figures if not f.figure.nil])
    return DocumentReport(
        document.path,
        document.sha256,
        sum(map(len, standing)) + len(facts.not_understood),
        len(standing.tied),
        found.verdicts,
        found.findings,
        tuple(_untied(standing.untied, found.verdicts)),
        figures,
        found.labels,
        tuple(p.id for p in facts.packs if p.rules),
        tuple(rule.id for rule in missed),
        (*verdicts.remarks, *nearest_names(missed, facts.facts), *lost_places(missed, found)),
        excerpts(_cited(found.findings), document, facts.facts),
        slacks(found.verdicts, verdicts.terms) if slack else None,
        document=document if shown else None,
        rounding=verdicts.rounding,
        contradicted=len(standing.contradicted),
        not_understood=facts.not_understood,
        other=owners(document, facts.grids, facts.facts).other if slack else None,
    )


class _Standing(NamedTuple):
    """Figures by what the audit came to: each is in one of these."""

    contradicted: list[Fact]
    tied: list[Fact]
    untied: list[Fact]


def _standing(found: DocumentFindings, figures: Iterable[Fact]) -> _Standing:
    ties, wrong = ties_of(found.verdicts), blamed(found.findings)
    by_outcome: dict[Outcome, list[Fact]] = {one: [] for one in Outcome}
    for figure in figures:
        by_outcome[outcome_of(figure, wrong, ties)].append(figure)
    return _Standing(*(by_outcome[one] for one in Outcome))


def _untied(figures: Iterable[Fact], verdicts: Iterable[Verdict]) -> Iterator[Citation]:
    """Each figure that nothing covers, with the reason."""
    reasons: dict[int, str] = {}
    verdicts = tuple(verdicts)
    for verdict in sorted(verdicts, key=lambda v: not is_doubt(v)):
        for fact in lost_in(verdict):
            reasons.setdefault(fact.number, TOO_SMALL)
        for fact in blurred_in(verdict):
            reasons.setdefault(fact.number, BLURRED)
        is_wrong = verdict.status is Status.VIOLATED and not is_doubt(verdict)
        reason = CONTRADICTED if is_wrong else _why_not(verdict)
        for fact in verdict.relation.facts:
            reasons.setdefault(fact.number, reason)
    for figure in figures:
        reason = reasons.get(figure.number) or why_unasked(figure) or UNRELATED
        yield Citation("figure", figure.text, figure.source, reason)


def _why_not(verdict: Verdict) -> str:
    missing = ", ".join(verdict.relation.missing)
    return verdict.reason or (f"not printed: {missing}" if missing else UNRELATED)


def _cited(found: Iterable[Finding]) -> Iterator[Citation]:
    """Every figure that findings cite."""
    for finding in found:
        yield from finding.citations
        yield from (suspect.citation for suspect in finding.suspects)
