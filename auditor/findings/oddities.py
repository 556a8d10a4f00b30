"""Oddities as findings: cells that are wrong by themselves, unless another finding says more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.findings.build import finding
from auditor.model.finding import Finding
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind, Severity


def oddity_findings(oddities: Iterable[Oddity], others: Iterable[Finding]) -> Iterator[Finding]:
    """One finding an oddity, but for a cell that another finding already says is wrong."""
    told = {f.primary.source.bare() for f in others if f.primary is not None}
    for oddity in oddities:
        if len(oddity.cells) > 1 or oddity.cells[0].source.bare() not in told:
            yield _finding(oddity)


def _finding(oddity: Oddity) -> Finding:
    said = [text for c in oddity.cells for text in (c.text, c.source.row_label or "")]
    return finding(
        (oddity.rule, oddity.message, *said),
        rule=oddity.rule,
        kind=Kind(oddity.kind),
        severity=Severity.ERROR if oddity.certain else Severity.WARNING,
        message=oddity.message,
        expected=oddity.expected,
        citations=oddity.cells,
        why=oddity.why,
    )
