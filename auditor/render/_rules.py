"""Rules: what each rule that found something says, for formats that list their rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.model.finding import Finding
from auditor.model.relation import Kind, Origin, Severity
from auditor.model.report import Report

TITLES = {
    Kind.SUM: "A total is the sum of its parts",
    Kind.DIFFERENCE: "A difference is what is left",
    Kind.RATIO: "A percentage is the ratio of its figures",
    Kind.GROWTH: "A growth figure reproduces from the two figures it compares",
    Kind.POINTS: "A change in points is the difference of two percentages",
    Kind.AVERAGE: "An average is the mean of its figures",
    Kind.TIE: "The same fact agrees wherever it is printed",
    Kind.LABEL: "A heading says what its table shows",
    Kind.SCHEMA: "A data file keeps to its columns' types and values",
    Kind.COMPLETENESS: "A data file has every record that it should have",
}
HELP = (
    "No unrounded values exist that would print as every figure cited. Correct the figure most"
    " likely wrong, or the ones it was computed from. `auditor explain FINDING-ID FILE` shows the"
    " whole derivation."
)


class RuleText(NamedTuple):
    """A rule for a reader who sees one of its findings; ``severity`` is the worst it gave."""

    id: str
    kind: str
    title: str
    why: str
    help: str
    severity: Severity


def rule_texts(report: Report) -> Iterator[RuleText]:
    """The rules that the findings, waived ones too, came from, each once, by id."""
    by_rule: dict[str, list[Finding]] = {}
    for document in report.documents:
        for finding in (*document.findings, *(waived.finding for waived in document.waived)):
            by_rule.setdefault(finding.rule, []).append(finding)
    for rule in sorted(by_rule):
        yield _rule_text(by_rule[rule])


def _rule_text(findings: list[Finding]) -> RuleText:
    first = findings[0]
    title = TITLES[first.kind]
    found = " Found in the document itself, not declared." * (first.origin is Origin.DISCOVERED)
    worst = min((finding.severity for finding in findings), key=list(Severity).index)
    why = first.why or f"{title}.{found}"
    return RuleText(first.rule, first.kind.value, title, why, HELP, worst)
