"""The report as a workbook: what is wrong, the tick list, what was not checked, to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import auditor
from auditor.findings.marks import section_of, sections
from auditor.findings.places import labels, place_within
from auditor.findings.ticks import Outcome, Tick, tick_list
from auditor.findings.wording import tie_words
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report
from auditor.model.verdict import Verdict
from auditor.render import View
from auditor.render._coverage import equation, is_declined
from auditor.render._findings import findings_shown, likelihood
from auditor.render._workbook import Column, Sheet, Style, Styled, Value, workbook

SHOWS_DOCUMENTS = True
ENDINGS = (".xlsx",)
STYLES = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.NOTE: Style.TEXT,
}
OUTCOMES = {
    Outcome.CONTRADICTED: Style.ERROR,
    Outcome.TIED: Style.GOOD,
    Outcome.UNTIED: Style.TEXT,
}
FINDINGS = (
    Column("Document", 22), Column("Severity", 10), Column("Section", 22), Column("Place", 16),
    Column("What", 24), Column("Printed", 12, Style.FIGURE), Column("Expected", 12, Style.FIGURE),
    Column("From", 12, Style.FIGURE), Column("To", 12, Style.FIGURE), Column("Finding", 60),
    Column("Working", 44), Column("Most likely wrong", 30), Column("Figures", 44),
    Column("Rule", 20), Column("Id", 14), Column("Status", 10), Column("Reason", 30),
)  # fmt: skip
FIGURES = (
    Column("Document", 22), Column("Section", 22), Column("Place", 16), Column("What", 34),
    Column("Figure", 14, Style.FIGURE), Column("Tied", 12), Column("Checks", 8, Style.FIGURE),
    Column("Tied to", 60), Column("Places", 40), Column("Could be off by", 14, Style.FIGURE),
    Column("Why not tied", 50),
)  # fmt: skip
UNCHECKED = (
    Column("Document", 22), Column("What", 18), Column("Section", 22), Column("Place", 16),
    Column("Text", 30), Column("Reason", 70),
)  # fmt: skip
SUMMARY = (Column("", 30), Column("", 80))


def render(report: Report, view: View) -> bytes:
    """The bytes of the workbook; notes only for the strict."""
    return workbook(
        (
            Sheet("Summary", SUMMARY, list(_summary(report)), headed=False),
            Sheet("Findings", FINDINGS, list(_findings(report, view))),
            Sheet("Tick list", FIGURES, list(_figures(report))),
            Sheet("Not checked", UNCHECKED, list(_unchecked(report))),
        )
    )


Rows = Iterator[Sequence[Value]]


def _summary(report: Report) -> Rows:
    yield [Styled("Statement audit", Style.TITLE)]
    yield ["Audited with", f"statement-auditor {auditor.__version__}"]
    for document in report.documents:
        yield []
        yield [Styled("Document", Style.HEADING), Styled(document.path, Style.HEADING)]
        yield ["SHA-256", document.sha256]
        yield ["Figures printed", document.printed]
        yield ["tied", document.tied]
        yield ["contradicted", document.contradicted]
        unknown = len(document.not_understood)
        yield ["not tied", document.printed - document.tied - document.contradicted - unknown]
        yield ["not understood", unknown]
        for severity in (Severity.ERROR, Severity.WARNING):
            yield [f"{severity}s", sum(f.severity is severity for f in document.findings)]
        yield ["accepted findings", len(document.waived)]
        yield from (["Remark", remark] for remark in document.remarks)
    yield []
    yield from ([said, Styled(" ", Style.SIGNED)] for said in ("Reviewed by", "Date", "Signature"))


def _findings(report: Report, view: View) -> Rows:
    for document in report.documents:
        for finding in findings_shown(document.findings, view):
            yield _finding(document, finding, "open", "")
        for one in document.waived:
            yield _finding(document, one.finding, "accepted", one.waiver.reason)


def _finding(
    document: DocumentReport, finding: Finding, status: str, reason: str
) -> Sequence[Value]:
    primary = finding.primary
    return [
        document.path,
        Styled(finding.severity.value, STYLES[finding.severity]),
        section_of(document.document, primary.source) if primary else "",
        place_within(primary.source) if primary else "",
        labels(primary.source) if primary else "",
        finding.printed,
        finding.expected,
        *(finding.expected_interval or ("", "")),
        finding.message,
        "\n".join(finding.working),
        "\n".join(map(_suspected, finding.suspects)),
        "\n".join(map(_cited, finding.citations)),
        finding.rule,
        finding.id,
        status,
        reason,
    ]


def _suspected(suspect: Suspect) -> str:
    reading = f", should read {suspect.suggestion}" if suspect.suggestion else ""
    return f"{_cited(suspect.citation)}{reading} ({likelihood(suspect.confidence)} % likely)"


def _cited(citation: Citation) -> str:
    where = place_within(citation.source)
    return f"{citation.text} at {where}" if where else citation.text


def _figures(report: Report) -> Rows:
    for document in report.documents:
        under = sections(document.document)
        slack = {(s.citation.source, s.citation.text): s.units for s in document.slack or ()}
        for tick in tick_list(document):
            fact = tick.fact
            yield [
                document.path,
                under[fact.block] if under else "",
                place_within(fact.source),
                labels(fact.source) or fact.label,
                fact.text,
                Styled(tick.outcome.value, OUTCOMES[tick.outcome]),
                len(tick.ties),
                "\n".join(tie_words(document.checks[n]) for n in tick.ties),
                "\n".join(_places(tick, document.checks)),
                _slack(slack.get((fact.source, fact.text))),
                tick.reason,
            ]


def _places(tick: Tick, checks: Sequence[Verdict]) -> Iterator[str]:
    """For each check where its other figures stand."""
    for number in tick.ties:
        others = [f.source for f in checks[number].relation.facts if f.number != tick.fact.number]
        yield ", ".join(dict.fromkeys(_place(one, tick.fact.source) for one in others))


def _place(source: Source, seen_from: Source) -> str:
    """A place within the document, or in another one that the figure was tied to."""
    within = place_within(source)
    return within if source.path == seen_from.path else f"{source.path} {within}".strip()


def _slack(units: int | None) -> str:
    """In units of the last digit, where it was asked for and something bounds it."""
    if units is None:
        return ""
    return "proved to the last digit" if not units else f"{units} of its last digit"


def _unchecked(report: Report) -> Rows:
    for file in report.unread:
        yield [file.path, "not read", "", "", "", file.reason]
    for document in report.documents:
        for one in document.not_understood:
            under, place = section_of(document.document, one.source), place_within(one.source)
            yield [document.path, "not understood", under, place, one.text, one.reason]
        yield from _declined(document)


def _declined(document: DocumentReport) -> Rows:
    """Checks that words or layout suggest, and that the evidence was too thin to tell."""
    under = sections(document.document)
    for verdict in filter(is_declined, document.checks):
        fact = verdict.relation.target
        yield [
            document.path,
            "check declined",
            under[fact.block] if under else "",
            place_within(fact.source),
            equation(verdict.relation),
            verdict.reason,
        ]
