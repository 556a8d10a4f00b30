"""Reports: the result of an audit, for every rendering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.fact import Fact
from auditor.finding import Citation, Finding, LabelCheck, Slack, Verdict
from auditor.relation import Severity

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that could not be audited, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """The audit of one document.

    ``printed`` counts its figures, ``tied`` those that at least one check that holds covers;
    ``untied`` cites the others. ``labels`` are the headings checked.
    ``packs`` are the rule packs that applied, ``unbound`` the rules
    of theirs that found nothing to check. ``lines`` are the document's lines that findings cite.
    ``slack`` is that of every tied figure, None when nobody asked.
    """

    path: str
    sha256: str
    printed: int
    tied: int
    checks: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    untied: tuple[Citation, ...]
    facts: tuple[Fact, ...] = ()
    labels: tuple[LabelCheck, ...] = ()
    packs: tuple[str, ...] = ()
    unbound: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    slack: tuple[Slack, ...] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The audit of all documents, in the order given."""

    documents: tuple[DocumentReport, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for d in self.documents for f in d.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(f.severity is severity for f in self.findings)

    def to_frame(self) -> pd.DataFrame:
        """One row a cited figure of a finding, under the schema of ``auditor.frame``."""
        from auditor.frame import findings_frame

        return findings_frame(self)
