"""What a new audit changed, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.findings.places import labels, place
from auditor.model.finding import Finding
from auditor.model.report import Changes, FigureChange, Report, Review
from auditor.notation.plurals import counted
from auditor.notation.styled_lines import Span, StyledLine, line
from auditor.render import View
from auditor.render._coverage import summary
from auditor.render._painting import painted


def rendered(found: Changes, report: Report, view: View) -> str:
    """A line for each finding that is gone or new, then the report's summary."""
    return painted((*listed(found), *summary(report, view)), view)


def draft_changes(review: Review, view: View) -> str:
    """The figures that changed, then the findings, then a count of each."""
    found = review.findings
    lines = [
        line(Span("Figures", "title")),
        *(_figure(change) for change in review.figures),
        *([] if review.figures else [line(Span("  none changed", "label"))]),
        line(),
        line(Span("Findings", "title")),
        *_findings("NEW     ", found.new),
        *_findings("FIXED   ", found.fixed, "good"),
        *_findings("STILL   ", found.still),
        *([] if found.new or found.fixed or found.still else [line(Span("  none", "label"))]),
        line(),
        line(
            f"{counted(len(review.figures), 'figure')} changed; {len(found.new)} new,"
            f" {len(found.fixed)} fixed, {len(found.still)} still there"
        ),
        *(
            line(Span("NOTHING TO COMPARE", "error"), f": no figures were found in {path}.")
            for path in review.without_figures
        ),
    ]
    return painted(lines, view)


def _figure(change: FigureChange) -> StyledLine:
    """The figure as it was and is, with its place now and what it is."""
    fact = change.after or change.before
    assert fact is not None
    before = change.before.text if change.before else "(new)"
    after = change.after.text if change.after else "(gone)"
    named = labels(fact.source) or fact.label
    return line(
        "  ",
        Span(place(fact.source), "place", fact.source.path),
        f"  {before} -> {after}",
        Span(f"  {named}" if named else "", "label"),
        hang=4,
    )


def listed(found: Changes) -> Iterator[StyledLine]:
    """What changed, what is worse first."""
    for file in found.unread:
        yield line(Span("UNREAD  ", "error"), f"{file.path}: {file.reason}", hang=8)
    yield from _findings("NEW     ", found.new)
    yield from _findings("FIXED   ", found.fixed, "good")
    for file in found.read_again:
        yield line(Span("READ    ", "good"), file.path, hang=8)
    if found.none:
        yield line(Span("no finding came or went", "label"))


def _findings(word: str, findings: Iterable[Finding], style: str = "") -> Iterator[StyledLine]:
    for finding in findings:
        source = finding.primary.source if finding.primary else None
        yield line(
            Span(word, style or finding.severity.value),
            Span(place(source) if source else "", "place", source.path if source else ""),
            "  " if source else "",
            finding.message,
            Span(f"  {finding.id}", "label"),
            hang=8,
        )
