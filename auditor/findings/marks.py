"""Marks: what an audit says of each figure of a document, for whatever shows the document again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from auditor.findings.ticks import ties_of
from auditor.model.document import Document, Passage, Source, Table
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport


class State(StrEnum):
    """What the audit says of a figure, worst first."""

    WRONG = "wrong"  # most likely wrong, or what a finding quotes
    CITED = "cited"  # another figure of a finding
    TIED = "tied"
    UNTIED = "untied"
    NIL = "nil"


CellAt = tuple[int | None, int | None]
FigureAt = tuple[Source, str]
"""A figure, or words, by its place and text."""


def place_of(source: Source, text: str) -> FigureAt:
    """A figure's place, whatever labels a citation gives it."""
    return source.bare(), text


class Mark(NamedTuple):
    """A figure, or words that a finding cites, with what is said of it.

    It stands in a block of the document, in a table in a cell (row, column), from the character
    ``start`` of that text on. ``findings`` are the ids of those that cite it, ``number`` is the
    figure's among the document's facts, None for words.
    """

    block: int
    cell: CellAt | None
    start: int
    source: Source
    text: str
    state: State
    findings: tuple[str, ...]
    number: int | None = None


def marks(report: DocumentReport) -> list[Mark]:
    """The marks of a report that kept its document, the figures first, as they are numbered."""
    document = report.document
    if document is None:
        return []
    cited, wrong = _findings_by_place(report.findings), _wrong_places(report.findings)
    tied = _tied(report)
    found = []
    for fact in {fact.number: fact for fact in reversed(report.facts)}.values():
        at = place_of(fact.source, fact.text)
        cell = (fact.source.row, fact.source.col) if fact.in_table else None
        state = _state(fact, at, cited, wrong, tied)
        start = fact.figure.start
        findings = cited.get(at, ())
        found.append(Mark(fact.block, cell, start, at[0], fact.text, state, findings, fact.number))
    found.sort(key=lambda mark: (mark.block, mark.cell or (0, 0), mark.start))
    return [*found, *_words_cited(document, {(m.source, m.text) for m in found}, cited, wrong)]


def _tied(report: DocumentReport) -> frozenset[int]:
    return frozenset(ties_of(report.checks))


def _state(
    fact: Fact,
    at: FigureAt,
    cited: Mapping[FigureAt, Sequence[str]],
    wrong: AbstractSet[FigureAt],
    tied: AbstractSet[int],
) -> State:
    if at in wrong:
        return State.WRONG
    if at in cited:
        return State.CITED
    if fact.figure.nil:
        return State.NIL
    return State.TIED if fact.number in tied else State.UNTIED


def _words_cited(
    document: Document,
    figures: AbstractSet[FigureAt],
    cited: Mapping[FigureAt, tuple[str, ...]],
    wrong: AbstractSet[FigureAt],
) -> Iterator[Mark]:
    """What findings cite that is no figure: words of a heading."""
    for at, findings in cited.items():
        found = None if at in figures else _words(document, *at)
        if found is not None:
            yield Mark(*found, *at, State.WRONG if at in wrong else State.CITED, findings)


def _findings_by_place(findings: Iterable[Finding]) -> dict[FigureAt, tuple[str, ...]]:
    found: dict[FigureAt, tuple[str, ...]] = {}
    for finding in findings:
        cited = (*finding.citations, *(suspect.citation for suspect in finding.suspects))
        for at in dict.fromkeys(place_of(c.source, c.text) for c in cited):
            found[at] = (*found.get(at, ()), finding.id)
    return found


def _wrong_places(findings: Iterable[Finding]) -> frozenset[FigureAt]:
    """The likeliest suspect of each finding, else what it quotes."""
    cited = (f.suspects[0].citation if f.suspects else f.primary for f in findings)
    return frozenset(place_of(c.source, c.text) for c in cited if c is not None)


def _words(document: Document, source: Source, text: str) -> tuple[int, CellAt | None, int] | None:
    """The block, the cell and the character where words stand; None if nowhere."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            if block.number == source.table:
                cells = (cell for row in block.rows for cell in row if cell)
                here = next((c for c in cells if _at(c.source) == (source.row, source.col)), None)
                start = here.text.find(text) if here else -1
                return None if start < 0 else (at, (source.row, source.col), start)
        elif source.table is None and any(a.source.at.holds(source.at) for a in block.anchors):
            start = _start(block, source, text)
            return None if start < 0 else (at, None, start)
    return None


def _at(source: Source) -> CellAt:
    return source.row, source.col


def _start(passage: Passage, source: Source, text: str) -> int:
    """Where in the passage the words stand: where they are cited, else where they come first."""
    for anchor in passage.anchors:
        if anchor.source.at.holds(source.at) and source.column and anchor.source.column:
            start = anchor.offset + source.column - anchor.source.column
            if passage.text.startswith(text, start):
                return start
    return passage.text.find(text)


def sections(document: Document | None) -> tuple[str, ...]:
    """The heading that each block stands under, in their order, "" where none does."""
    return tuple(map(_section, document.blocks if document else ()))


def _section(block: Passage | Table) -> str:
    """A heading stands under itself."""
    if isinstance(block, Passage) and block.level:
        return block.text.strip()
    return block.headings[-1].text.strip() if block.headings else ""


def section_of(document: Document | None, source: Source) -> str:
    """The heading that a place stands under, "" where none does."""
    if document is None:
        return ""
    for table in document.tables if source.table is not None else ():
        if table.number == source.table:
            return _section(table)
    for passage in document.passages if source.table is None else ():
        if any(anchor.source.at.holds(source.at) for anchor in passage.anchors):
            return _section(passage)
    return ""
