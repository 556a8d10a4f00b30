"""Pages: a document as it reads, its figures marked with what the audit found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from auditor.document import Block, Cell, Document, Passage, Source, Table
from auditor.fact import Fact
from auditor.finding import Finding, Status
from auditor.report import DocumentReport

FARTHEST = 2**31
DEEPEST = 6
"""The innermost heading of HTML."""


class State(StrEnum):
    """What the audit says of a figure, worst first."""

    WRONG = "wrong"  # most likely wrong, or what a finding quotes
    CITED = "cited"  # another figure of a finding
    TIED = "tied"
    UNTIED = "untied"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of the document; a figure has a ``state``, the ``name`` it is linked by and findings."""

    text: str
    state: State | None = None
    name: str = ""
    findings: tuple[str, ...] = ()
    said: str = ""


Pieces = tuple[Piece, ...]
CellAt = tuple[int | None, int | None]


class Mark(NamedTuple):
    """A piece to mark in a passage, or in a table's cell, from its character ``start`` on."""

    cell: CellAt | None
    start: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as shown: ``tag`` is h2 to h6, p or table; ``rows`` are a table's cells.

    ``place`` names the page or sheet where another begins; ``section`` is the heading it is under.
    """

    tag: str
    pieces: Pieces = ()
    rows: tuple[tuple[Pieces, ...], ...] = ()
    place: str = ""
    section: str = ""


def blocks_shown(report: DocumentReport, number: int) -> Iterator[Shown]:
    """Every block of the report's document; ``number`` counts the report's documents."""
    document = report.document
    if document is None:
        return
    marks = _Marks(report, document, number)
    place = ""
    for at, block in enumerate(document.blocks):
        here = _page(block)
        begins = here if here != place else ""
        place = here or place
        yield _shown(block, marks.of(at), begins)


def _shown(block: Block, marks: Sequence[Mark], place: str) -> Shown:
    section = block.headings[-1].text.strip() if block.headings else ""
    if isinstance(block, Passage):
        text = block.text.strip("\n")
        cut = len(block.text) - len(block.text.lstrip("\n"))
        marked = _cut(text, [(mark.start - cut, mark.piece) for mark in marks])
        tag = f"h{min(block.level + 1, DEEPEST)}" if block.level else "p"
        return Shown(tag, marked, place=place, section=text if block.level else section)
    by_cell: dict[CellAt | None, list[tuple[int, Piece]]] = {}
    for mark in marks:
        by_cell.setdefault(mark.cell, []).append((mark.start, mark.piece))
    rows = tuple(tuple(_cell(cell, by_cell) for cell in row) for row in block.rows)
    return Shown("table", rows=rows, place=place, section=section)


def _cell(cell: Cell | None, by_cell: Mapping[CellAt | None, list[tuple[int, Piece]]]) -> Pieces:
    if cell is None:
        return ()
    return _cut(cell.text, by_cell.get((cell.source.row, cell.source.col), []))


def _cut(text: str, marks: Iterable[tuple[int, Piece]]) -> Pieces:
    """The text, cut where figures begin and end; one that does not stand there is left unmarked."""
    found: list[Piece] = []
    at = 0
    for start, piece in sorted(marks, key=lambda mark: mark[0]):
        if start < at or text[start : start + len(piece.text)] != piece.text:
            continue
        found.append(Piece(text[at:start]))
        found.append(piece)
        at = start + len(piece.text)
    found.append(Piece(text[at:]))
    return tuple(piece for piece in found if piece.text)


def _page(block: Block) -> str:
    """Which page or sheet a block stands on."""
    source = _first_source(block)
    if source is None:
        return ""
    if source.page is not None:
        return f"Page {source.page}"
    return f"Sheet {source.sheet}" if source.sheet else ""


def _first_source(block: Block) -> Source | None:
    if isinstance(block, Table):
        return next((cell.source for row in block.rows for cell in row if cell), None)
    return block.anchors[0].source if block.anchors else None


class _Marks:
    """The figures of a document, by block, with what the audit says of each."""

    def __init__(self, report: DocumentReport, document: Document, number: int) -> None:
        self._number = number
        self._tied = {
            fact.number
            for verdict in report.checks
            if verdict.status is Status.HOLDS
            for fact in verdict.relation.facts
        }
        self._findings = _findings_by_place(report.findings)
        self._wrong = _wrong_places(report.findings)
        self._by_block: dict[int, list[Mark]] = {}
        facts = {fact.number: fact for fact in reversed(report.facts)}.values()
        for fact in facts:
            place = _place(fact.source, fact.text)
            state = self._state(fact, place, self._findings.get(place, ()))
            cell = (fact.source.row, fact.source.col) if fact.in_table else None
            self._add(fact.block, cell, fact.figure.start, place, state)
        self._add_words(document, {_place(fact.source, fact.text) for fact in facts})

    def of(self, block: int) -> list[Mark]:
        return self._by_block.get(block, [])

    def _add(self, block: int, cell: CellAt | None, start: int, place: Place, state: State) -> None:
        piece = Piece(
            place[1],
            state,
            name_of(self._number, *place),
            self._findings.get(place, ()),
            SAID[state],
        )
        self._by_block.setdefault(block, []).append(Mark(cell, start, piece))

    def _add_words(self, document: Document, figures: AbstractSet[Place]) -> None:
        """What findings cite that is no figure: words of a heading."""
        for place in self._findings:
            found = None if place in figures else _words(document, *place)
            if found is not None:
                state = State.WRONG if place in self._wrong else State.CITED
                self._add(*found, place, state)

    def _state(self, fact: Fact, place: Place, findings: Sequence[str]) -> State:
        if place in self._wrong:
            return State.WRONG
        if findings:
            return State.CITED
        if fact.figure.nil:
            return State.NIL
        return State.TIED if fact.number in self._tied else State.UNTIED


SAID = {
    State.WRONG: "most likely wrong",
    State.CITED: "part of a finding",
    State.TIED: "tied: a check that holds covers it",
    State.UNTIED: "not tied: no check covers it",
    State.NIL: "nil",
}

Place = tuple[Source, str]


def _place(source: Source, text: str) -> Place:
    """A figure's place, whatever labels a citation gives it."""
    bare = Source(
        source.path, source.line, source.column, source.end_column, source.table, source.row,
        source.col, page=source.page, bbox=source.bbox, sheet=source.sheet, cell=source.cell,
        paragraph=source.paragraph,
    )  # fmt: skip
    return bare, text


def name_of(number: int, source: Source, text: str) -> str:
    """The name that a figure, or a citation of it, is linked by."""
    bare, text = _place(source, text)
    parts = (
        bare.line, bare.column, bare.table, bare.row, bare.col, bare.page, bare.sheet, bare.cell,
        bare.paragraph, *(bare.bbox or ()), text,
    )  # fmt: skip
    return f"f{number}-" + "-".join("" if part is None else str(part) for part in parts)


def _findings_by_place(findings: Iterable[Finding]) -> dict[Place, tuple[str, ...]]:
    found: dict[Place, tuple[str, ...]] = {}
    for finding in findings:
        cited = (*finding.citations, *(suspect.citation for suspect in finding.suspects))
        for place in dict.fromkeys(_place(c.source, c.text) for c in cited):
            found[place] = (*found.get(place, ()), finding.id)
    return found


def _wrong_places(findings: Iterable[Finding]) -> frozenset[Place]:
    """The likeliest suspect of each finding, else what it quotes."""
    cited = (f.suspects[0].citation if f.suspects else f.primary for f in findings)
    return frozenset(_place(c.source, c.text) for c in cited if c is not None)


def _words(document: Document, source: Source, text: str) -> tuple[int, CellAt | None, int] | None:
    """The block, the cell and the character where words stand; None if nowhere."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            if block.number == source.table:
                cells = (cell for row in block.rows for cell in row if cell)
                here = next((c for c in cells if _at(c.source) == (source.row, source.col)), None)
                start = here.text.find(text) if here else -1
                return None if start < 0 else (at, (source.row, source.col), start)
        elif source.table is None and any(_within(source, a.source) for a in block.anchors):
            start = _start(block, source, text)
            return None if start < 0 else (at, None, start)
    return None


def _at(source: Source) -> CellAt:
    return source.row, source.col


def _start(passage: Passage, source: Source, text: str) -> int:
    """Where in the passage the words stand: where they are cited, else where they come first."""
    for anchor in passage.anchors:
        if _within(source, anchor.source) and source.column and anchor.source.column:
            start = anchor.offset + source.column - anchor.source.column
            if passage.text.startswith(text, start):
                return start
    return passage.text.find(text)


def section_of(document: Document | None, source: Source) -> str:
    """The heading that a place stands under, "" where none does."""
    if document is None:
        return ""
    for table in document.tables if source.table is not None else ():
        if table.number == source.table:
            return table.headings[-1].text.strip() if table.headings else ""
    for passage in document.passages if source.table is None else ():
        if any(_within(source, anchor.source) for anchor in passage.anchors):
            own = passage.text.strip() if passage.level else ""
            return own or (passage.headings[-1].text.strip() if passage.headings else "")
    return ""


def _within(source: Source, anchor: Source) -> bool:
    if source.line is not None:
        first, end = anchor.column or 1, anchor.end_column or FARTHEST
        return source.line == anchor.line and first <= (source.column or 1) < max(end, first + 1)
    if source.page is not None:
        return source.page == anchor.page and source.bbox == anchor.bbox
    return (source.paragraph, source.sheet, source.cell, source.element) == (
        anchor.paragraph, anchor.sheet, anchor.cell, anchor.element,
    )  # fmt: skip
