"""The report as Markdown, for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.findings.places import labels, place_within
from auditor.model.citation import Citation
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report
from auditor.model.verdict import Status
from auditor.notation.plurals import counted
from auditor.notation.text_columns import visible
from auditor.render import View
from auditor.render._coverage import nothing_checked, unknown_count
from auditor.render._findings import findings_shown, steps_shown
from auditor.render._grouped import ALL, are_many, groups_of
from auditor.render._thresholds import MOST_REASONS

LONGEST = 60_000
"""Characters: a comment on GitHub has room for 65,536."""

MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$@])")


def render(report: Report, view: View) -> str:
    """A line on the whole, then each document with its findings; cut where a comment would end."""
    blocks = [_headline(report), *(b for d in report.documents for b in _document(d, view))]
    if report.unread:
        rows = [f"- **{escaped(f.path)}**: {escaped(f.reason)}" for f in report.unread]
        blocks.append("\n".join(["### Not read", "", *rows]))
    return "\n\n".join(_fitting(blocks)) + "\n"


def _headline(report: Report) -> str:
    counts = [counted(report.count(s), s.value) for s in (Severity.ERROR, Severity.WARNING)]
    printed = sum(document.printed for document in report.documents)
    tied = sum(document.tied for document in report.documents)
    mark = next((MARKS[s] for s in MARKS if report.count(s)), "✅")
    mark = MARKS[Severity.ERROR] if report.unread else mark
    documents = counted(len(report.documents), "document")
    return (
        f"## {mark} Statement audit: {', '.join(counts)}\n\n"
        f"{documents}; {tied:,} of {printed:,} figures tied{_declined(report.documents)}."
    )


def _declined(documents: Sequence[DocumentReport]) -> str:
    """How many checks could not be made, "" where all were."""
    unchecked = sum(document.count(Status.NOT_CHECKABLE) for document in documents)
    found = sum(document.count(*Status) for document in documents)
    return f"; {unchecked:,} of {counted(found, 'check')} could not be made" if unchecked else ""


def _document(document: DocumentReport, view: View) -> Iterator[str]:
    shown = findings_shown(document.findings, view)
    yield f"### {escaped(document.path)}"
    reason = nothing_checked(document)
    if reason:
        yield f"**Nothing was checked:** {escaped(reason)}"
    elif not shown:
        yield f"No discrepancy; {document.tied:,} of {document.printed:,} figures tied."
    if are_many(shown):
        yield "\n".join(_grouped(shown))
    yield from map(_finding, shown)
    yield from _not_checked(document)
    if document.not_understood:
        yield "\n".join(_unknown(document.not_understood))
    if document.waived:
        rows = [f"- `{w.finding.id}` {escaped(w.waiver.reason)}" for w in document.waived]
        yield "\n".join([f"{counted(len(rows), 'finding')} waived:", "", *rows])


def _not_checked(document: DocumentReport) -> Iterator[str]:
    """What a reader must look at alone, and what else is remarked."""
    untied = document.printed - document.tied - document.contradicted
    untied -= len(document.not_understood)
    if untied > 0:
        verb = "is" if untied == 1 else "are"
        said = f"{untied:,} of {counted(document.printed, 'figure')} {verb} not tied"
        yield f"**Not checked:** {said}{_declined([document])}."
        if document.untied_reasons:
            yield "\n".join(_reasons(document.untied_reasons))
    remarks = [f"- found nothing to check: {escaped(one)}" for one in document.unbound]
    remarks += [f"- {escaped(one)}" for one in document.remarks]
    if remarks:
        yield "\n".join(["**Remarks:**", "", *remarks])


def _reasons(reasons: Mapping[str, int]) -> Iterator[str]:
    """Why figures are not tied, the commonest first, folded away."""
    yield from ("<details><summary>Why not</summary>", "")
    rows = [f"- {number:,}: {escaped(reason)}" for reason, number in reasons.items()]
    yield from rows[:MOST_REASONS]
    if more := len(rows[MOST_REASONS:]):
        yield f"- {counted(more, 'other reason')}: `--format html` shows all"
    yield from ("", "</details>")


def _grouped(found: Sequence[Finding]) -> Iterator[str]:
    """Many findings by rule, with what most of each rule have in common."""
    yield f"**{len(found):,} findings by rule:**"
    yield ""
    yield "| findings | rule | what many have in common |"
    yield "|---:|---|---|"
    for group in groups_of(found):
        mark = MARKS[group.severity]
        yield f"| {mark} {group.number:,} | {escaped(group.rule)} | {escaped(group.common)} |"


def _unknown(citations: Sequence[Citation]) -> Iterator[str]:
    told = unknown_count(len(citations)).capitalize()
    yield f"**{told}.** No check covers them: compare each with its source yourself."
    yield ""
    for one in citations:
        where = escaped(place_within(one.source))
        yield f"- {code(one.text)} at {where}: {escaped(one.reason)}"


def _finding(finding: Finding) -> str:
    rows = [f"#### {MARKS[finding.severity]} {escaped(finding.message)}", ""]
    if finding.expected:
        rows.append(f"- printed {code(finding.printed)}, expected {code(finding.expected)}")
    rows += [f"- working: {code(step)}" for step in steps_shown(finding)]
    rows += [_suspect(suspect) for suspect in finding.suspects]
    rows += ["", "<details><summary>Figures</summary>", "", *_table(finding), "", "</details>"]
    return "\n".join([*rows, "", f"<sub>{escaped(finding.rule)} · {finding.id}</sub>"])


def _suspect(suspect: Suspect) -> str:
    reading = f" should read {code(suspect.suggestion)}" if suspect.suggestion else ""
    where = escaped(place_within(suspect.citation.source))
    return f"- likely wrong: {code(suspect.citation.text)} at {where}{reading}"


def _table(finding: Finding) -> Iterator[str]:
    yield "| place | figure | what it is | part |"
    yield "|---|---:|---|---|"
    for citation in finding.citations:
        cells = (
            escaped(place_within(citation.source)),
            code(citation.text),
            escaped(labels(citation.source)),
            escaped(citation.role),
        )
        yield f"| {' | '.join(cells)} |"


def _fitting(blocks: list[str]) -> Iterator[str]:
    """The blocks for which a comment has room, then how many there are besides."""
    room = LONGEST
    for at, block in enumerate(blocks):
        room -= len(block) + 2
        if room < 0:
            more = counted(len(blocks) - at, "more block")
            yield f"**{more} did not fit into this comment; {ALL}.**"
            return
        yield block


def escaped(text: str) -> str:
    """The text as Markdown that shows it: nothing in it marks up, links, mentions or is HTML."""
    return _SPECIAL.sub(r"\\\1", _on_one_line(text)).replace("://", ":\u200b//")


def code(text: str) -> str:
    """The text as a code span, whatever backticks it holds."""
    shown = _on_one_line(text).replace("|", "¦")
    runs = [len(run) for run in re.findall("`+", shown)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def _on_one_line(text: str) -> str:
    return visible(" ".join(text.split()))
