"""The report as one HTML file: the document on the left, what was found in it on the right.

Any figure can be chosen, and then says what it was tied to or why nothing ties it. The file opens
offline: style and script are inside, nothing is fetched, and no other script may run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import auditor
from auditor.findings.marks import marks, section_of
from auditor.findings.places import labels, place_within
from auditor.findings.ticks import tick_list
from auditor.formats.resources import reports_folder
from auditor.model.citation import Citation
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report
from auditor.render import View
from auditor.render._coverage import nothing_checked, unknown_count
from auditor.render._findings import findings_shown, interval_words, likelihood, steps_shown
from auditor.render._grouped import Group, are_many, groups_of
from auditor.render._html.bridge import Bridge, bridge, broken_sums
from auditor.render._html.figures import figure_data
from auditor.render._html.pages import Names, blocks_shown
from auditor.render._html.sections import Section, sections_shown
from auditor.render._html.sheets import Pictures, Sheet, all_boxed, pictures_shown, sheets_shown

if TYPE_CHECKING:
    from jinja2 import Template

SHOWS_DOCUMENTS = True
TEMPLATE, STYLE, SCRIPT = "report.html.j2", "report.css", "report.js"


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure of a finding: where it is linked to, and what to say beside it."""

    link: str
    text: str
    place: str
    labels: str
    role: str
    suggestion: str = ""
    slip: str = ""
    likely: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the right side shows it."""

    finding: Finding
    section: str
    place: str
    link: str
    suspects: tuple[Cited, ...]
    figures: tuple[Cited, ...]
    bridge: Bridge | None
    interval: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A document and what was found in it; ``groups`` sum it up where that is much."""

    report: DocumentReport
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...]
    findings: tuple[Entry, ...]
    groups: tuple[Group, ...]
    unchecked: str
    unknown: tuple[Cited, ...]
    unknown_count: str
    sections: tuple[Section, ...]
    figures: str
    number: int

    @property
    def boxed(self) -> AbstractSet[str]:
        """The names of the figures that are boxed on a picture of their page."""
        return all_boxed(self.sheets)

    @property
    def untied(self) -> int:
        """The figures that nothing covers."""
        report = self.report
        return report.printed - report.tied - report.contradicted - len(report.not_understood)


def render(report: Report, view: View) -> str:
    """The whole file; notes only for the strict. Documents are shown where they were kept."""
    pictures = pictures_shown(report.documents, view.page_images)
    numbered = enumerate(zip(report.documents, pictures, strict=True), start=1)
    pages = tuple(_page(document, n, view, drawn) for n, (document, drawn) in numbered)
    entries = [entry for page in pages for entry in page.findings]
    script = _asset(SCRIPT)
    written: str = _template().render(
        report=report,
        pages=pages,
        counts={
            s.value: report.count(s) for s in Severity if s is not Severity.NOTE or view.strict
        },
        kinds=sorted({one.finding.kind.value for one in entries}),
        sections=list(dict.fromkeys(one.section for one in entries if one.section)),
        style=_asset(STYLE),
        script=script,
        script_hash=_hash(script),
        version=auditor.__version__,
    )
    return written


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_asset(TEMPLATE))


def _asset(name: str) -> str:
    return (reports_folder() / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """What the page's security policy knows its only script by."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _page(document: DocumentReport, number: int, view: View, pictures: Pictures) -> Page:
    broken, listed = broken_sums(document), findings_shown(document.findings, view)
    found, ticks = marks(document), tick_list(document)
    names = Names(found, number)
    return Page(
        document,
        tuple(
            sheets_shown(tuple(blocks_shown(document, found, names)), found, names, pictures.drawn)
        ),
        (*document.remarks, *pictures.remarks),
        tuple(_entry(finding, document, names, bridge(finding, broken)) for finding in listed),
        groups_of(listed) if are_many(listed) else (),
        nothing_checked(document),
        tuple(_unknown(one, names) for one in document.not_understood),
        unknown_count(len(document.not_understood)),
        sections_shown(document, ticks, names),
        figure_data(document, ticks) if document.document else "",
        number,
    )


def _unknown(citation: Citation, names: Names) -> Cited:
    """A number that nobody understood, with the reason."""
    return _cited(replace(citation, role=citation.reason), names)


def _entry(finding: Finding, document: DocumentReport, names: Names, drawn: Bridge | None) -> Entry:
    primary = finding.primary
    wrong = finding.suspects[0].citation if finding.suspects else primary
    return Entry(
        finding,
        section_of(document.document, primary.source) if primary else "",
        place_within(primary.source) if primary else "",
        names.cited(wrong.source, wrong.text) if wrong else "",
        tuple(_suspects(finding, names)),
        tuple(_cited(citation, names) for citation in finding.citations),
        drawn,
        interval_words(finding),
        steps_shown(finding),
    )


def _suspects(finding: Finding, names: Names) -> Iterator[Cited]:
    for suspect in finding.suspects:
        plain = _cited(suspect.citation, names)
        yield Cited(
            plain.link, plain.text, plain.place, plain.labels, plain.role, suspect.suggestion,
            suspect.slip if suspect.slip not in finding.message else "",
            likelihood(suspect.confidence),
        )  # fmt: skip


def _cited(citation: Citation, names: Names) -> Cited:
    source = citation.source
    link = names.cited(source, citation.text)
    return Cited(link, citation.text, place_within(source), labels(source), citation.role)
