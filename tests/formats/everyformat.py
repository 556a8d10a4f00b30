"""Every format that statements are rendered in, and what an audit of each came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.report import DocumentReport
from auditor.model.verdict import Status, Verdict
from auditor.notation.numerals import narrowed
from auditor.rulebook.packs import rule_packs
from tests.formats import columns, delimited, inline, markdown, pages, tabs, web, word, workbook
from tests.formats.statement import Statement


class Format(NamedTuple):
    """How a statement becomes a file, and how a place in the file is looked up.

    ``tables_alone``: the format carries one table a file and no prose, so that each table is
    compared with the same table alone. ``apart``: the marks that it sets in cells of their own,
    beside the number that is cited.
    """

    name: str
    suffix: str
    written: Callable[[Statement], bytes]
    opened: Callable[[bytes, Source], str]
    tables_alone: bool = False
    apart: str = ""


MARKDOWN = Format("markdown", ".md", markdown.written, markdown.opened)
FORMATS = (
    Format("tabs", ".txt", tabs.written, tabs.opened),
    Format("columns", ".txt", columns.unruled, columns.opened),
    Format("columns ruled", ".txt", columns.ruled, columns.opened),
    Format("csv", ".csv", delimited.commas, delimited.opened, tables_alone=True),
    Format("tsv", ".tsv", delimited.tabs, delimited.opened, tables_alone=True),
    Format("html", ".html", web.clean, web.opened),
    Format("html on one line", ".html", web.one_line, web.opened),
    Format("html of a filing", ".htm", web.filing, web.opened, apart="$(%)"),
    Format("inline xbrl", ".htm", inline.written, inline.opened, apart="$(%)+-−△"),
    Format("docx ruled", ".docx", word.ruled, word.opened),
    Format("docx unruled", ".docx", word.unruled, word.opened),
    Format("docx tabbed", ".docx", word.tabbed, word.opened),
    Format("xlsx", ".xlsx", workbook.one_sheet, workbook.opened),
    Format("xlsx, a sheet a table", ".xlsx", workbook.sheet_a_table, workbook.opened),
    Format("pdf ruled", ".pdf", pages.ruled, pages.opened),
    Format("pdf unruled", ".pdf", pages.unruled, pages.opened),
)


class Audited(NamedTuple):
    """A rendered file and its audit."""

    data: bytes
    report: DocumentReport


class Check(NamedTuple):
    """A relation that could be checked, by what is printed; ``inputs`` are (sign, text)."""

    kind: str
    target: str
    inputs: tuple[tuple[int, str], ...]
    status: str


class Found(NamedTuple):
    """A finding, by what a reader sees of it."""

    kind: str
    printed: str
    expected: str
    severity: str


def statements(form: Format, statement: Statement) -> tuple[Statement, ...]:
    """What goes into a file each."""
    return statement.tables_alone if form.tables_alone else (statement,)


@cache
def audited(form: Format, statement: Statement) -> Audited:
    """The statement in a format, and the audit of that."""
    data = form.written(statement)
    document = readers.read(data, statement.name + form.suffix)
    return Audited(data, document_report(document, rule_packs()))


def shown(text: str) -> str:
    """A printed text without blanks, which formats set as they please, and in narrow forms."""
    return "".join(narrowed(text).split())


def figures(report: DocumentReport) -> Counter[str]:
    """The figures of a document, each as often as it is printed."""
    return Counter(shown(fact.text) for fact in report.facts)


def checks(report: DocumentReport) -> Counter[Check]:
    """The relations of a document that could be checked."""
    done = (v for v in report.checks if v.status is not Status.NOT_CHECKABLE)
    return Counter(map(_check, done))


def _check(verdict: Verdict) -> Check:
    relation = verdict.relation
    inputs = sorted((t.sign, shown(t.fact.text)) for t in relation.inputs if t.fact.text)
    return Check(relation.kind, shown(relation.target.text), tuple(inputs), verdict.status)


def findings(report: DocumentReport) -> Counter[Found]:
    """The findings of a document."""
    return Counter(
        Found(f.kind, shown(f.printed), shown(f.expected), f.severity) for f in report.findings
    )


def citations(report: DocumentReport) -> Iterable[Citation]:
    """Every place that the report names: of each figure, and of all that findings cite."""
    for fact in report.facts:
        yield Citation("figure", fact.text, fact.source)
    for finding in report.findings:
        yield from finding.citations
        yield from (suspect.citation for suspect in finding.suspects)


def written_to(folder: Path, form: Format, statement: Statement) -> Path:
    """The statement's file in a folder."""
    path = folder / (statement.name + form.suffix)
    path.write_bytes(form.written(statement))
    return path
