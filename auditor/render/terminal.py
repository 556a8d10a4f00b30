"""The report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from auditor.findings.places import labels, place, place_within
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.finding import Finding
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
from auditor.render._findings import (
    GRAVITY,
    findings_shown,
    interval_words,
    likelihood,
    steps_shown,
)
from auditor.render._grouped import are_many, groups_of, not_shown, shown_of
from auditor.render._painting import painted
from auditor.render._rows import citation_rows, labelled, plain_rows
from auditor.render._thresholds import MANY_TO_OVERLOOK, WIDEST_PLACE


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
    yield line(Span(document.path, "title", document.path))
    yield line()
    yield from _findings(document, view)
    yield from coverage(document)
    yield line()
    if view.show_checks:
        yield from check_list(document)
        yield from untied_list(document.untied, document.path)


def _findings(document: DocumentReport, view: View) -> Iterator[StyledLine]:
    """The surest first; many of them are listed in short before they are told."""
    found = sorted(findings_shown(document.findings, view), key=_doubt)
    shown = shown_of(found)
    if MANY_TO_OVERLOOK < len(found) == len(shown):
        yield from _overview(found)
        yield line()
    numbered = len(found) > MANY_TO_OVERLOOK
    for number, finding in enumerate(shown, start=1):
        yield from _finding(finding, document, view, number if numbered else 0)
        yield line()
    if are_many(found):
        yield from _grouped(found)
        yield line()


def _doubt(finding: Finding) -> tuple[int, float]:
    """What findings are told by: the gravest first, of these the surest of what is wrong."""
    sure = finding.suspects[0].confidence if finding.suspects else 0.0
    return GRAVITY.index(finding.severity), -sure


def _overview(found: Sequence[Finding]) -> Iterator[StyledLine]:
    """A numbered line for each finding: where, what is printed, what it should read."""
    yield line(Span(f"  {len(found)} findings, the surest first", "title"))
    places = [_within(primary.source) if (primary := f.primary) else "" for f in found]
    place_cells = min(max(map(cells, places), default=0), WIDEST_PLACE)
    for number, (finding, where) in enumerate(zip(found, places, strict=True), start=1):
        reading = f", should read {finding.expected}" if finding.expected else ""
        named = labels(primary.source) if (primary := finding.primary) else ""
        yield line(
            f"  {number:>3}  ",
            Span(f"{finding.severity.upper():<7}", finding.severity.value),
            "  ",
            Span(where, "place", finding.primary.source.path if finding.primary else ""),
            f"{' ' * (place_cells - cells(where))}  {finding.printed or finding.kind}{reading}",
            Span(f"  {named}" if named else "", "label"),
            hang=7,
        )


def _within(source: Source) -> str:
    return visible(place_within(source))


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


def _finding(
    finding: Finding, document: DocumentReport, view: View, number: int
) -> Iterator[StyledLine]:
    """What is wrong, where, and what it should read; who wants to see all sees how, too."""
    yield _heading(finding, number)
    yield line("  ", finding.message, hang=2)
    yield line()
    primary = finding.primary
    around = document.shown.get((primary.source, primary.text)) if primary else None
    if around:
        yield from _excerpt(around, finding.severity, view.width)
        yield line()
    yield from labelled("should read", _readings(finding, document.path))
    if view.show_checks:
        yield from _details(finding, document.path)
    yield from labelled("id", [(Span(finding.id, "label"),)])


def _details(finding: Finding, path: str) -> Iterator[StyledLine]:
    yield from labelled("why", plain_rows([finding.why] if finding.why else []))
    yield from labelled("working", plain_rows(steps_shown(finding)))
    yield from labelled("also fails", plain_rows(finding.broken))
    yield from labelled("figures", citation_rows(finding.citations, path))


def _heading(finding: Finding, number: int) -> StyledLine:
    primary = finding.primary
    severity = finding.severity
    rule = "" if finding.rule == finding.kind else f"  {finding.rule}"
    origin = "  (discovered)" if finding.origin is Origin.DISCOVERED else ""
    return line(
        f"{number}. " if number else "",
        Span(severity.upper(), severity.value),
        "  " if primary else "",
        Span(place(primary.source), "place", primary.source.path) if primary else "",
        f"  {finding.kind}",
        Span(rule + origin, "label"),
        hang=2,
    )


def _excerpt(around: Excerpt, severity: Severity, width: int) -> Iterator[StyledLine]:
    gutter = cells(visible(around.label)) + 2
    shown = excerpt(around.text, around.start, around.end, width - gutter - 3)
    yield line(Span(f"  {around.label} | ", "label"), shown.text)
    if shown.width:
        carets = Span("^" * shown.width, severity.value)
        yield line(Span(" " * gutter + " | ", "label"), " " * shown.start, carets)


def _readings(finding: Finding, path: str) -> Iterator[tuple[Span, ...]]:
    """What would set it right: the figure quoted, else each that may be the wrong one."""
    suspects = finding.suspects
    between = f"  ({words})" if (words := interval_words(finding)) else ""
    if finding.expected and not (suspects and suspects[0].suggestion == finding.expected):
        yield Span(finding.expected, "expected"), Span(between)
        between = ""
    for number, suspect in enumerate(suspects):
        at = "" if suspect.citation == finding.primary else _where(suspect.citation, path)
        text = f"{suspect.citation.text}{at}"
        yield (
            Span("or " if number else ""),
            Span(suspect.suggestion, "expected"),
            Span(f", not {text}" if suspect.suggestion else f"{text} may be wrong"),
            Span("" if number else between),
            Span(f"  ({likelihood(suspect.confidence)} % likely)", "label"),
            Span(f"  {suspect.slip}" if suspect.slip not in finding.message else ""),
        )


def _where(citation: Citation, path: str) -> str:
    """Where a figure stands, its file named where that is another."""
    source = citation.source
    inside = place_within(source) if source.path == path else place(source)
    return f" at {inside}" if inside else ""
