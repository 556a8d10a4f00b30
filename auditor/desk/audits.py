"""One draft's audit, as a process of its own does it: the answer, and the files beside it."""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from auditor.annotate import CannotAnnotateError, annotated, endings
from auditor.auditing.many_files import audit
from auditor.configuration import ConfigurationError
from auditor.desk.thresholds import MOST_CHANGES
from auditor.findings.places import labels, place_within
from auditor.formats.writing import write_file
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.picture import Picture
from auditor.model.relation import Severity
from auditor.model.report import FigureChange, Report
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.settings import TIMEOUT
from auditor.model.waiver import Waiver
from auditor.readers import UnreadableError, pdf
from auditor.render import View, rendering
from auditor.review.changed_figures import figure_changes
from auditor.review.changed_findings import changes
from auditor.review.waiver_files import OWN_WAIVERS, waivers_in
from auditor.review.waivers import with_waivers_applied

DROPPED = "dropped"
"""The folder in a draft's own that what was dropped stands in: whatever it is called, it is none of
the files that are made here, which stand beside that folder."""

KEPT = "report.pickle"
"""What was found, as this program keeps it for the next draft."""

SHOWN = {"html": "report.html"}
COPIES = {"xlsx": "ticks.xlsx", "json": "report.json"}
FORMATS = {**SHOWN, **COPIES}
"""The files of a report by format: what a page shows, then what is kept of it and can wait."""

PAGE = "page-{number}.pickle"
"""A page of a PDF, drawn while the document is audited."""


class Options(NamedTuple):
    """How every draft is audited, as the command line says it."""

    rules: tuple[str, ...] = ()
    discover: bool = True
    rounding: str = "auto"
    joint: bool = False
    selection: Selection = EVERY_RULE
    strict: bool = False
    timeout: float = TIMEOUT
    waivers: tuple[Waiver, ...] = ()
    today: date = date.min


class Order(NamedTuple):
    """A draft to audit: its folder, its name, and the folder of the draft before ("": none)."""

    folder: str
    name: str
    before: str
    options: Options


class Told(NamedTuple):
    """A finding as the page lists it; ``accepted`` is the reason why, "" where nobody gave one."""

    id: str
    severity: str
    message: str
    printed: str
    expected: str
    place: str
    accepted: str = ""


class Moved(NamedTuple):
    """A figure that another draft prints otherwise, "" where it prints none."""

    place: str
    label: str
    before: str
    after: str


class Changed(NamedTuple):
    """What became of the draft before."""

    fixed: tuple[Told, ...]
    new: tuple[Told, ...]
    still: int
    figures: tuple[Moved, ...]
    more: int


class Answer(NamedTuple):
    """What the page says of a draft.

    ``copy`` is the annotated copy's name, or ``no_copy`` why there is none: both are known only
    once ``copied`` has made what is kept.
    """

    printed: int = 0
    tied: int = 0
    contradicted: int = 0
    not_understood: int = 0
    checks: int = 0
    findings: tuple[Told, ...] = ()
    unread: tuple[str, ...] = ()
    changed: Changed | None = None
    copy: str = ""
    no_copy: str = ""


def audited(order: Order) -> Answer:
    """The audit of a draft, its report to look at written beside it.

    What was found is kept: where only waivers changed since, nothing is audited again.
    """
    os.chdir(Path(order.folder, DROPPED))
    found = _found(order)
    report = _with_pages(_reviewed(found, order), order)
    _write(report, SHOWN, order)
    if not report.documents:
        return Answer(unread=tuple(one.reason for one in report.unread))
    (document, *_) = report.documents
    return Answer(
        document.printed,
        document.tied,
        document.contradicted,
        len(document.not_understood),
        sum(document.tallies.values()),
        tuple(_listed(report, strict=order.options.strict)),
        tuple(one.reason for one in report.unread),
        _changed(found, order),
    )


def copied(order: Order) -> Answer:
    """What is kept of a draft that was audited: lists and the annotated copy; says no more."""
    os.chdir(Path(order.folder, DROPPED))
    report = _reviewed(_found(order), order)
    _write(report, COPIES, order)
    copy, reason = _copy(report, order) if report.documents else ("", "")
    return Answer(copy=copy, no_copy=reason)


def drawn(order: Order) -> Answer:
    """Draws the pages of a PDF, while another process audits it; says nothing."""
    data = Path(order.folder, DROPPED, order.name).read_bytes()
    with contextlib.suppress(UnreadableError):  # which the audit tells
        for number, picture in pdf.pages_drawn(data):
            write_file(_page_file(order, number), pickle.dumps(picture), private=True)
    return Answer()


def has_pages(order: Order) -> bool:
    """Whether a draft has pages that are still to be drawn."""
    with Path(order.folder, DROPPED, order.name).open("rb") as file:
        is_pdf = pdf.recognises(file.read(pdf.SEARCHED))
    return is_pdf and not _page_file(order, 1).exists()


def _page_file(order: Order, number: int) -> Path:
    return Path(order.folder, PAGE.format(number=number))


def _with_pages(report: Report, order: Order) -> Report:
    """The report, its documents' pages taken from those drawn already where they are."""
    documents = (
        replace(one, document=replace(one.document, drawn=partial(_pages, order, one.document)))
        if one.document is not None and one.document.drawn is not None
        else one
        for one in report.documents
    )
    return replace(report, documents=tuple(documents))


def _pages(
    order: Order, document: Document, numbers: Iterable[int]
) -> Iterator[tuple[int, Picture | None]]:
    for number in numbers:
        file = _page_file(order, number)
        if file.exists():
            yield number, pickle.loads(file.read_bytes())  # noqa: S301  # as of ``_kept``
        elif document.drawn is not None:
            yield from document.drawn((number,))


def _write(report: Report, formats: Mapping[str, str], order: Order) -> None:
    shown = View(show_checks=True, strict=order.options.strict)
    for name, file in formats.items():
        written = rendering(name)(report, shown)
        data = written if isinstance(written, bytes) else written.encode("utf-8", "replace")
        write_file(Path(order.folder, file), data, private=True)


def _found(order: Order) -> Report:
    kept, options = Path(order.folder, KEPT), order.options
    if kept.exists():
        return _kept(kept)
    found = audit(
        [order.name],
        rules=options.rules,
        discover=options.discover,
        rounding=options.rounding,
        joint=options.joint,
        timeout=0,  # whoever hired this process ends it
        shown=True,
        selection=options.selection,
        must_apply=False,
    )
    write_file(kept, pickle.dumps(found), private=True)
    return found


def _kept(file: Path) -> Report:
    report: Report = pickle.loads(file.read_bytes())  # noqa: S301  # made above, where nothing is dropped
    return report


def _reviewed(report: Report, order: Order) -> Report:
    """The report with the waivers of the settings and of the document's own file applied."""
    own = Path(f"{order.name}{OWN_WAIVERS}")
    try:
        waivers = waivers_in(own) if own.exists() else ()
    except ConfigurationError as wrong:
        remarks = tuple(f"waivers were not applied: {mistake}" for mistake in wrong.mistakes)
        told = (replace(d, remarks=(*d.remarks, *remarks)) for d in report.documents)
        return replace(report, documents=tuple(told))
    named = {waiver.finding for waiver in waivers}
    others = tuple(one for one in order.options.waivers if one.finding not in named)
    return with_waivers_applied(report, (*waivers, *others), order.options.today)


def _listed(report: Report, *, strict: bool) -> Iterable[Told]:
    order = list(Severity)
    for document in report.documents:
        found = [f for f in document.findings if strict or f.severity is not Severity.NOTE]
        yield from map(told, sorted(found, key=lambda one: order.index(one.severity)))
        for one in document.waived:
            yield told(one.finding)._replace(accepted=one.waiver.reason)


def told(finding: Finding) -> Told:
    """A finding as the page lists it."""
    primary = finding.primary
    return Told(
        finding.id,
        finding.severity.value,
        finding.message,
        finding.printed,
        finding.expected,
        place_within(primary.source) if primary else "",
    )


def _changed(report: Report, order: Order) -> Changed | None:
    """What changed since the draft before, None where there is none that was read.

    What was accepted is no change: ``report`` has it among its findings, as the one before.
    """
    kept = Path(order.before, KEPT)
    if not order.before or not kept.exists():
        return None
    before = _kept(kept)
    found = changes(before, report)
    figures = _figures(before, report)
    return Changed(
        tuple(map(told, found.fixed)),
        tuple(map(told, found.new)),
        len(found.still),
        tuple(map(_moved, figures[:MOST_CHANGES])),
        max(0, len(figures) - MOST_CHANGES),
    )


def _figures(before: Report, after: Report) -> Sequence[FigureChange]:
    drafts = [one.documents[0] for one in (before, after) if one.documents]
    if len(drafts) < 2:
        return ()
    old, new = drafts
    if old.document is None or new.document is None:
        return ()
    return figure_changes((old.document, old.facts), (new.document, new.facts))


def _moved(change: FigureChange) -> Moved:
    fact = change.after or change.before
    assert fact is not None
    return Moved(
        place_within(fact.source),
        labels(fact.source) or fact.label,
        change.before.text if change.before else "",
        change.after.text if change.after else "",
    )


def _copy(report: Report, order: Order) -> tuple[str, str]:
    """The annotated copy's name, or why there is none."""
    data = Path(order.name).read_bytes()
    document = report.documents[0]
    kept = (f for f in document.findings if f.severity is not Severity.NOTE)
    try:
        ending = endings(data, order.name)[0]
        copy = annotated(data, replace(document, findings=tuple(kept)))
    except (CannotAnnotateError, UnreadableError) as reason:
        return "", str(reason)
    name = f"copy{ending}"
    write_file(Path(order.folder, name), copy, private=True)
    return name, ""
