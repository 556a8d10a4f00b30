"""Oddities as findings: cells that are wrong by themselves, unless another finding says more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.findings.build import finding
from auditor.model.finding import Finding
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind, Severity


def oddity_findings(told: Iterable[Finding], oddities: Iterable[Oddity]) -> Iterator[Finding]:
    """One finding an oddity, but for a cell that another finding blames already."""
    blamed = {found.primary.source.bare() for found in told if found.primary is not None}
    for oddity in oddities:
        if len(oddity.cells) > 1 or oddity.cells[0].source.bare() not in blamed:
            yield _finding(oddity)


def with_reasons(told: Iterable[Finding], oddities: Iterable[Oddity]) -> Iterator[Finding]:
    """The findings; of those that give no reason, what is odd about the cell that they blame."""
    odd = {o.cells[0].source.bare(): o.message for o in oddities if len(o.cells) == 1}
    for found in told:
        at = found.primary.source.bare() if found.primary else None
        reason = odd.get(at, "") if at and not found.why else ""
        yield replace(found, why=reason) if reason else found


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
