"""The findings that a reader of a report wants to see."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.render import View

GRAVITY = tuple(Severity)
"""The severities, the gravest first."""


def findings_shown(findings: Iterable[Finding], view: View) -> list[Finding]:
    """Errors first, else as they come; notes only for the strict."""
    kept = (f for f in findings if view.strict or f.severity is not Severity.NOTE)
    return sorted(kept, key=lambda finding: GRAVITY.index(finding.severity))


def likelihood(confidence: float) -> int:
    """A suspect's confidence (0 to 1) in per cent: certain is said of nothing that is not."""
    per_cent = round(100 * confidence)
    return per_cent if confidence in (0, 1) else min(max(per_cent, 1), 99)
