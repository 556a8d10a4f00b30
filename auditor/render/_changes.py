"""What a new audit changed, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.finding import Finding
from auditor.render import View
from auditor.render._coverage import summary
from auditor.render._layout import Line, Span, folded, line, painter, plain
from auditor.render._rows import place
from auditor.render.terminal import STYLES
from auditor.report import Changes, Report


def rendered(found: Changes, report: Report, view: View) -> str:
    """A line for each finding that is gone or new, then the report's summary."""
    written = painter(STYLES) if view.color else plain
    lines = (*listed(found), *summary(report, view))
    return "".join(f"{written(row)}\n" for one in lines for row in folded(one, view.width))


def listed(found: Changes) -> Iterator[Line]:
    """What changed, what is worse first."""
    for file in found.unread:
        yield line(Span("UNREAD  ", "error"), f"{file.path}: {file.reason}", hang=8)
    yield from _findings("NEW     ", found.new)
    yield from _findings("FIXED   ", found.fixed, "good")
    for file in found.read_again:
        yield line(Span("READ    ", "good"), file.path, hang=8)
    if found.none:
        yield line(Span("no finding came or went", "label"))


def _findings(word: str, findings: Iterable[Finding], style: str = "") -> Iterator[Line]:
    for finding in findings:
        where = f"{place(finding.primary.source)}  " if finding.primary else ""
        yield line(
            Span(word, style or finding.severity.value),
            Span(where, "place"),
            finding.message,
            Span(f"  {finding.id}", "label"),
            hang=8,
        )
