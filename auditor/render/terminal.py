"""The report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from auditor.findings.places import place
from auditor.model.citation import Citation
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Origin, Severity
from auditor.model.report import DocumentReport, Excerpt, Report
from auditor.notation.styled_lines import Span, StyledLine, line
from auditor.notation.text_columns import cells, excerpt, visible
from auditor.render import View
from auditor.render._coverage import (
    check_list,
    coverage,
    passed_over_list,
    summary,
    unread_list,
    untied_list,
    waiver_list,
)
from auditor.render._findings import findings_shown, likelihood
from auditor.render._grouped import are_many, groups_of, not_shown, shown_of
from auditor.render._painting import painted
from auditor.render._rows import Excerpts, citation_rows, labelled, plain_rows


def render(report: Report, view: View) -> str:
    """Findings, then what was covered, of each document; a one-line summary at the end."""
    blocks = _quiet(report, view) if view.quiet else _whole(report, view)
    return painted(blocks, view)


def _whole(report: Report, view: View) -> Iterator[StyledLine]:
    return chain(
        *(_document(document, view) for document in report.documents),
        waiver_list(report),
        passed_over_list(report),
        unread_list(report.unread),
        summary(report, view),
    )


def _quiet(report: Report, view: View) -> Iterator[StyledLine]:
    """What must be seen to: nothing at all where all is well."""
    return chain(
        *(_findings(document, view) for document in report.documents), unread_list(report.unread)
    )


def _document(document: DocumentReport, view: View) -> Iterator[StyledLine]:
    yield line(Span(document.path, "title"))
    yield line()
    yield from _findings(document, view)
    yield from coverage(document)
    yield line()
    if view.show_checks:
        yield from check_list(document)
        yield from untied_list(document.untied)


def _findings(document: DocumentReport, view: View) -> Iterator[StyledLine]:
    shown = document.shown
    found = findings_shown(document.findings, view)
    for finding in shown_of(found):
        yield from _finding(finding, shown, view.width)
        yield line()
    if are_many(found):
        yield from _grouped(found)
        yield line()


def _grouped(found: list[Finding]) -> Iterator[StyledLine]:
    """Many findings by rule, with what most of each rule have in common."""
    yield line(Span(f"  {len(found):,} findings by rule", "title"))
    for group in groups_of(found):
        yield line(
            Span(f"  {group.number:>7,} ", group.severity.value),
            Span(group.rule),
            Span(f"  {group.common}" if group.common else "", "label"),
            hang=10,
        )
    yield line(Span("  " + not_shown(found), "warning"), hang=2)


def _finding(finding: Finding, shown: Excerpts, width: int) -> Iterator[StyledLine]:
    yield _heading(finding)
    yield line("  ", finding.message, hang=2)
    yield line()
    primary = _primary(finding)
    around = shown.get((primary.source, primary.text)) if primary else None
    if around:
        yield from _excerpt(around, finding.severity, width)
        yield line()
    yield from _comparison(finding)
    suspects = (_suspect(one, finding.message) for one in finding.suspects)
    yield from labelled("likely wrong", suspects)
    yield from labelled("why", plain_rows([finding.why] if finding.why else []))
    yield from labelled("working", plain_rows(finding.working))
    yield from labelled("also breaks", plain_rows(finding.broken))
    yield from labelled("figures", citation_rows(finding.citations))
    yield from labelled("id", [(Span(finding.id, "label"),)])


def _heading(finding: Finding) -> StyledLine:
    primary = _primary(finding)
    severity = finding.severity
    rule = "" if finding.rule == finding.kind else f"  {finding.rule}"
    origin = "  (discovered)" if finding.origin is Origin.DISCOVERED else ""
    return line(
        Span(severity.upper(), severity.value),
        Span(f"  {place(primary.source)}" if primary else "", "place"),
        f"  {finding.kind}",
        Span(rule + origin, "label"),
        hang=2,
    )


def _primary(finding: Finding) -> Citation | None:
    """The figure that ``printed`` quotes, or else the likeliest suspect, or the first cited."""
    cited = (*(suspect.citation for suspect in finding.suspects), *finding.citations)
    quoted = (citation for citation in cited if citation.text == finding.printed)
    return next(chain(quoted, cited), None)


def _excerpt(around: Excerpt, severity: Severity, width: int) -> Iterator[StyledLine]:
    gutter = cells(visible(around.label)) + 2
    shown = excerpt(around.text, around.start, around.end, width - gutter - 3)
    yield line(Span(f"  {around.label} | ", "label"), shown.text)
    if shown.width:
        carets = Span("^" * shown.width, severity.value)
        yield line(Span(" " * gutter + " | ", "label"), " " * shown.start, carets)


def _comparison(finding: Finding) -> Iterator[StyledLine]:
    if finding.printed:
        yield from labelled("printed", [(Span(finding.printed),)])
    if finding.expected:
        between = _between(finding.expected_interval)
        yield from labelled("expected", [(Span(finding.expected, "expected"), Span(between))])


def _between(interval: tuple[str, str] | None) -> str:
    if interval is None:
        return ""
    low, high = interval
    return f"  (exactly {low})" if low == high else f"  (between {low} and {high})"


def _suspect(suspect: Suspect, said: str) -> tuple[Span, ...]:
    """One row; the slip that explains the figure unless it was ``said`` already."""
    slip = "" if suspect.slip in said else suspect.slip
    reading = f"  should read {suspect.suggestion}" if suspect.suggestion else ""
    return (
        Span(suspect.citation.text),
        Span(f"  {place(suspect.citation.source)}"),
        Span(reading, "expected"),
        Span(f"  ({likelihood(suspect.confidence)} % likely)", "label"),
        Span(f"  {slip}" if slip else ""),
    )
