"""Reports: the result of an audit, for every rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from auditor.model.citation import Citation
from auditor.model.document import Document, Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.model.verdict import LabelCheck, Slack, Status, Verdict
from auditor.model.waiver import Waived, WaiverStanding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that could not be audited, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the document shows around a cited figure; characters ``start`` to ``end`` are it.

    ``label`` is where, in short: a line ("31"), a page ("p. 3"), a cell ("Segments!B7"), a
    paragraph ("¶ 12") or a row ("table 2, row 5"). ``source`` and ``figure`` are what a citation
    says of the place and the text there.
    """

    source: Source
    figure: str
    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """The audit of one document.

    ``printed`` counts its figures and what may be one and was not understood, ``contradicted`` the
    figures that are most likely wrong, ``tied`` the others that at least one check that holds
    covers; ``untied`` cites what is left, each with the reason. ``not_understood`` cites the digits
    that may be a figure, ``other`` those that are none (None when nobody asked). ``labels`` are the
    headings checked.
    ``packs`` are the rule packs that applied, ``unbound`` the rules
    of theirs that found nothing to check. ``excerpts`` show the document around the figures that
    findings cite, each once. ``slack`` is that of every tied figure, None when nobody asked.
    ``rounding`` is the convention that the verdicts were reached under.
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
    excerpts: tuple[Excerpt, ...] = ()
    slack: tuple[Slack, ...] | None = None
    waived: tuple[Waived, ...] = ()
    document: Document | None = None
    rounding: Rounding = Rounding.NEAREST
    contradicted: int = 0
    not_understood: tuple[Citation, ...] = ()
    other: tuple[Citation, ...] | None = None
    tally: Mapping[tuple[str, Status], int] | None = None
    reasons: Mapping[str, int] | None = None

    @property
    def untied_reasons(self) -> Mapping[str, int]:
        """How many figures nothing covers for each reason, the commonest first."""
        if self.reasons is not None:
            return self.reasons
        counted = Counter(one.reason for one in self.untied)
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def tallies(self) -> Mapping[tuple[str, Status], int]:
        """How many checks of each rule, headings included, came to each status."""
        if self.tally is not None:
            return self.tally
        counted = Counter((check.relation.rule, check.status) for check in self.checks)
        counted.update((label.rule, label.status) for label in self.labels)
        return counted

    def count(self, *statuses: Status) -> int:
        """How many checks came to one of these."""
        return sum(number for (_, status), number in self.tallies.items() if status in statuses)

    @property
    def brief(self) -> DocumentReport:
        """The same, its checks, facts and untied figures only counted: quick to send."""
        counted = replace(self, tally=self.tallies, reasons=self.untied_reasons)
        return replace(counted, checks=(), facts=(), untied=())

    @property
    def shown(self) -> Mapping[tuple[Source, str], Excerpt]:
        """The excerpts by the place and the text of what they show."""
        return {(excerpt.source, excerpt.figure): excerpt for excerpt in self.excerpts}


@dataclass(frozen=True, slots=True)
class Report:
    """The audit of all documents, in the order given; ``waivers`` are how all of them stand.

    ``passed_over`` is what folders hold besides, which nobody asked for by name.
    """

    documents: tuple[DocumentReport, ...]
    unread: tuple[Unread, ...] = ()
    waivers: tuple[WaiverStanding, ...] = ()
    passed_over: tuple[Unread, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for d in self.documents for f in d.findings)

    @property
    def is_checked(self) -> bool:
        """Whether at least one check was made, in whatever document."""
        return any(d.count(Status.HOLDS, Status.VIOLATED) or d.findings for d in self.documents)

    @property
    def tied_share(self) -> Fraction:
        """The printed figures that are tied, per cent; 100 where none is printed."""
        printed = sum(document.printed for document in self.documents)
        tied = sum(document.tied for document in self.documents)
        return Fraction(100 * tied, printed) if printed else Fraction(100)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(f.severity is severity for f in self.findings)

    def to_frame(self) -> pd.DataFrame:
        """One row a cited figure of a finding, under the schema of ``auditor.model.frames``."""
        from auditor.model.frames import findings_frame

        return findings_frame(self)


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings by what became of them, in the order of their reports; likewise what was not read.

    ``still`` are as the later report has them.
    """

    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still: tuple[Finding, ...]
    unread: tuple[Unread, ...] = ()
    read_again: tuple[Unread, ...] = ()

    @property
    def none(self) -> bool:
        """Whether the later report says nothing else than the earlier one."""
        return not (self.fixed or self.new or self.unread or self.read_again)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of an earlier draft and the one that stands there now; None where there is none."""

    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True)
class Review:
    """Two drafts, each audited, with the findings and the figures that changed between them."""

    old: Report
    new: Report
    findings: Changes
    figures: tuple[FigureChange, ...]

    @property
    def without_figures(self) -> tuple[str, ...]:
        """The paths of the drafts in which no figure was found: they compare with nothing."""
        drafts = (*self.old.documents, *self.new.documents)
        return tuple(dict.fromkeys(d.path for d in drafts if not d.printed))
