"""What an audit saw, checked and could not check, for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from auditor.formats.folders import LEADS_OUT
from auditor.model.citation import Citation
from auditor.model.relation import Kind, Relation, Role, Severity
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.verdict import LabelCheck, Status, Verdict
from auditor.model.waiver import Standing, Waiver
from auditor.notation.plurals import counted
from auditor.notation.styled_lines import Span, StyledLine, line
from auditor.render import View
from auditor.render._rows import citation_rows, labelled, place_beside, plain_rows
from auditor.render._thresholds import MOST_NAMES

STATUS_STYLES = {Status.HOLDS: "", Status.VIOLATED: "error", Status.NOT_CHECKABLE: "label"}


def coverage(document: DocumentReport) -> Iterator[StyledLine]:
    """How much of the document was seen, tied and checked."""
    reason = nothing_checked(document)
    if reason:
        yield line(Span("  NOTHING WAS CHECKED: ", "warning"), reason, hang=2)
        yield line()
    yield line(Span("  Coverage", "title"))
    figures = _figures(document)
    packs = ", ".join(document.packs) or "none applied"
    yield from labelled("figures", plain_rows([figures]))
    yield from labelled("not read", citation_rows(document.not_understood, document.path))
    yield from labelled("checks", plain_rows([_tally(document)]))
    yield from labelled("rule packs", plain_rows([packs]))
    if document.unbound:
        unbound = ", ".join(document.unbound)
        yield from labelled("unbound", plain_rows([f"found nothing to check: {unbound}"]))
    if document.slack is not None:
        yield from labelled("precision", plain_rows(filter(None, [_slack(document)])))
    yield from labelled("remarks", plain_rows(document.remarks))


def _figures(document: DocumentReport) -> str:
    """How many were printed, and what became of them."""
    unknown = len(document.not_understood)
    untied = document.printed - document.tied - document.contradicted - unknown
    told = [f"{document.printed:,} printed, {document.tied:,} tied, {untied:,} not tied"]
    if document.contradicted:
        told.append(f"{document.contradicted:,} contradicted")
    if unknown:
        told.append(f"{unknown:,} not understood")
    return ", ".join(told)


def _slack(document: DocumentReport) -> str:
    """How much of the document is proved to the digit, may be off unseen, and nothing covers."""
    units = [slack.units for slack in document.slack or ()]
    loose = sorted(most for most in units if most)
    figures = document.printed - len(document.not_understood)
    proved, uncovered = units.count(0), units.count(None) + figures - len(units)
    told = [f"{counted(proved, 'figure')} proved to the last digit"] if proved else []
    if loose:
        middle = counted(loose[len(loose) // 2], "unit")
        told.append(
            f"{counted(len(loose), 'figure')} could be slightly misprinted without our noticing"
            f" (half of them by no more than {middle} of the last digit)"
        )
    if uncovered:
        told.append(f"{counted(uncovered, 'figure')} no check covers")
    return "; ".join(told)


def _tally(document: DocumentReport) -> str:
    return (
        f"{document.count(Status.HOLDS):,} held, {document.count(Status.VIOLATED):,} violated,"
        f" {document.count(Status.NOT_CHECKABLE):,} not checkable"
    )


def nothing_checked(document: DocumentReport) -> str:
    """Why this document's lack of findings means nothing; "" when something was checked."""
    found = document.count(*Status)
    arithmetic = any(one.kind not in (Kind.LABEL, Kind.SCHEMA) for one in document.findings)
    if not found and (document.tied or arithmetic):
        return ""  # the checks that its figures stand in are another file's, where the totals are
    if not found and not document.printed:
        return "no figures were found in this document."
    if not found:
        figures = counted(document.printed, "figure")
        return f"{figures} printed, but no relation between them was found."
    if found == document.count(Status.NOT_CHECKABLE):
        return f"none of {counted(found, 'check')} could be carried out."
    return ""


def is_declined(verdict: Verdict) -> bool:
    """Whether figures suggest a relation that does not hold, on evidence too thin to say so."""
    not_told = verdict.status is Status.NOT_CHECKABLE and bool(verdict.reason)
    return not_told and not verdict.relation.missing


def check_list(document: DocumentReport) -> Iterator[StyledLine]:
    """Every check on its own line, those of headings after those of figures."""
    yield line(Span("  Checks", "title"))
    yield from (_figure_check(one, document.path) for one in document.checks)
    yield from (_heading_check(one, document.path) for one in document.labels)
    yield line()


def _figure_check(check: Verdict, within: str) -> StyledLine:
    relation = check.relation
    said = f"{relation.kind}  {equation(relation)}"
    rule = "" if relation.rule == relation.kind else f"  {relation.rule}"
    at = place_beside(relation.target.source, within)
    return _check(check.status, at, said, rule + _qualification(check))


def _heading_check(check: LabelCheck, within: str) -> StyledLine:
    columns = ", ".join(dict.fromkeys(column.text for column in check.columns))
    said = f"{Kind.LABEL}  {check.heading.text} over {columns}"
    return _check(check.status, place_beside(check.heading.source, within), said, f"  {check.rule}")


def _check(status: Status, at: str, said: str, remark: str) -> StyledLine:
    return line(
        Span(f"  {status.replace('_', ' '):<13}", STATUS_STYLES[status]),
        f"  {at}  {said}",
        Span(remark, "label"),
        hang=17,
    )


def _qualification(check: Verdict) -> str:
    missing = ", ".join(check.relation.missing)
    reason = check.reason or (f"not printed: {missing}" if missing else "")
    if check.status is Status.HOLDS and not check.exact:
        return "  (within rounding)"
    return f"  ({reason})" if reason else ""


def equation(relation: Relation) -> str:
    """The relation in the figures as printed, such as "+5.8% = 26,444 / 25,000 - 1"."""
    if relation.kind is Kind.GROWTH:
        return f"{relation.target.text} = {_quotient(relation)} - 1"
    if relation.kind is Kind.RATIO:
        return f"{relation.target.text} = {_quotient(relation)}"
    if relation.kind is Kind.AVERAGE:
        parts = ", ".join(term.fact.text for term in relation.inputs)
        return f"{relation.target.text} = mean of {parts}"
    return f"{relation.target.text} = {_signed(relation)}"


def _signed(relation: Relation) -> str:
    terms = (f"{'-' if term.sign < 0 else '+'} {term.fact.text}" for term in relation.inputs)
    return " ".join(terms).removeprefix("+ ")


def _quotient(relation: Relation) -> str:
    over = _texts(relation, (Role.NUMERATOR, Role.LATER))
    under = _texts(relation, (Role.DENOMINATOR, Role.EARLIER))
    return f"{over} / {under}"


def _texts(relation: Relation, roles: tuple[Role, ...]) -> str:
    facts = [term.fact for term in relation.inputs if term.role in roles]
    texts = " + ".join(fact.text for fact in facts) or "?"
    return f"({texts})" if len(facts) > 1 else texts


def untied_list(citations: Sequence[Citation], within: str) -> Iterator[StyledLine]:
    """Every figure that no check that holds covers."""
    if not citations:
        return
    yield line(Span("  Figures not tied", "title"))
    for row in citation_rows(citations, within):
        yield line("  ", *row, hang=4)
    yield line()


def passed_over_list(report: Report) -> Iterator[StyledLine]:
    """What the folders hold besides, in a line."""
    if report.passed_over:
        said = passed_over_text(report.passed_over)
        yield line(Span("PASSED OVER  ", "label"), said.removeprefix("passed over: "), hang=13)
        yield line()


def passed_over_text(passed_over: Sequence[Unread]) -> str:
    """How many files of each kind were not audited, with some of their names."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for one in passed_over:
        name = PurePath(one.path).name
        by_kind["" if one.reason == LEADS_OUT else PurePath(name).suffix.lower() or name].append(
            name
        )
    kinds = [f"{len(names)} {kind} ({_some(names)})" for kind, names in by_kind.items() if kind]
    links = by_kind.get("", [])
    parts = [f"of no format that is read: {', '.join(sorted(kinds))}"] if kinds else []
    parts += (
        [f"links that lead out of their folder: {len(links)} ({_some(links)})"] if links else []
    )
    return f"passed over: {counted(len(passed_over), 'file')} {'; '.join(parts)}"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else "")


def unread_list(unread: Sequence[Unread]) -> Iterator[StyledLine]:
    """What could not be read, each with the reason."""
    for file in unread:
        yield line(
            Span("UNREAD  ", "error"),
            Span(file.path, "place", file.path),
            f"  {file.reason}",
            hang=2,
        )
    if unread:
        yield line()


def summary(report: Report, view: View) -> Iterator[StyledLine]:
    """One line of counts, and a loud one when they mean nothing."""
    hidden = 0 if view.strict else report.count(Severity.NOTE)
    if hidden:
        yield line(f"{counted(hidden, 'note')} not shown; --strict shows them")
    yield line(
        Span(", ".join(_severities(report, view)), _summary_style(report)),
        f" in {counted(len(report.documents), 'document')}; {_checked(report)}; {_tied(report)}",
        _waived_count(report),
        Span(_unread_count(report), "error"),
    )
    if all(nothing_checked(document) for document in report.documents):
        yield line(Span("NOTHING WAS CHECKED", "error"), ": this is no sign that all is well.")


def waiver_list(report: Report) -> Iterator[StyledLine]:
    """The findings that were waived, then the waivers that waive nothing any more."""
    waived = [one for document in report.documents for one in document.waived]
    stale = [one for one in report.waivers if one.standing is not Standing.USED]
    for one in waived:
        yield line(
            Span("WAIVED  ", "label"), one.finding.message,
            Span(f"  {one.finding.id}  {_terms(one.waiver)}", "label"), hang=8,
        )  # fmt: skip
    for state in stale:
        waiver, what = state.waiver, STALE[state.standing]
        where = f"{waiver.path}:{waiver.line}  " if waiver.path else ""
        yield line(
            Span(f"{state.standing.upper()} WAIVER  ", "warning"), Span(where, "place"),
            f"{waiver.finding}: {what}", Span(f"  {_terms(waiver)}", "label"), hang=8,
        )  # fmt: skip
    if waived or stale:
        yield line()


STALE = {
    Standing.EXPIRED: "it has expired, and its finding counts again",
    Standing.UNUSED: "no finding has this id: it was cleared, or its figures changed",
}


def _terms(waiver: Waiver) -> str:
    """Why, by whom and until when."""
    owner = f", {waiver.owner}" if waiver.owner else ""
    until = f", until {waiver.expires.isoformat()}" if waiver.expires else ""
    return f"({waiver.reason}{owner}{until})"


def _checked(report: Report) -> str:
    found = sum(document.count(*Status) for document in report.documents)
    unchecked = sum(document.count(Status.NOT_CHECKABLE) for document in report.documents)
    return counted(found, "check") + (f", {unchecked:,} not checkable" if unchecked else "")


def _tied(report: Report) -> str:
    printed = sum(document.printed for document in report.documents)
    tied = sum(document.tied for document in report.documents)
    unknown = sum(len(document.not_understood) for document in report.documents)
    told = f"{tied:,} of {counted(printed, 'figure')} tied"
    return f"{told}; {unknown_count(unknown)}" if unknown else told


def unknown_count(number: int) -> str:
    """How many numbers nobody understood, in words."""
    return f"{counted(number, 'number')} {'was' if number == 1 else 'were'} not understood"


def _waived_count(report: Report) -> str:
    count = sum(len(document.waived) for document in report.documents)
    return f"; {counted(count, 'finding')} waived" if count else ""


def _unread_count(report: Report) -> str:
    """A file of which a part could not be read is not fully read."""
    unread = {file.path for file in report.unread}
    if not unread:
        return ""
    partly = unread & {document.path for document in report.documents}
    return f"; {counted(len(unread), 'file')} not {'fully ' if partly else ''}read"


def _severities(report: Report, view: View) -> Iterator[str]:
    yield counted(report.count(Severity.ERROR), "error")
    yield counted(report.count(Severity.WARNING), "warning")
    if view.strict:
        yield counted(report.count(Severity.NOTE), "note")


def _summary_style(report: Report) -> str:
    if report.count(Severity.ERROR) or report.unread:
        return "error"
    if report.count(Severity.WARNING) or any(map(nothing_checked, report.documents)):
        return "warning"
    return "good"
