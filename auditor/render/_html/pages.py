"""Pages: a document as it reads, its figures marked with what the audit found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.findings.marks import CellAt, Mark, State, marks
from auditor.model.document import Block, Cell, Passage, Source, Table
from auditor.model.places import fields
from auditor.model.report import DocumentReport

DEEPEST = 6
"""The innermost heading of HTML."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of the document; a figure has a ``state``, the ``name`` it is linked by and findings."""

    text: str
    state: State | None = None
    name: str = ""
    findings: tuple[str, ...] = ()
    said: str = ""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as shown: ``tag`` is h2 to h6, p or table; ``rows`` are a table's cells.

    ``place`` names the page or sheet where another begins; ``section`` is the heading it is under.
    """

    tag: str
    pieces: Pieces = ()
    rows: tuple[tuple[Pieces, ...], ...] = ()
    place: str = ""
    section: str = ""


def blocks_shown(report: DocumentReport, number: int) -> Iterator[ShownBlock]:
    """Every block of the report's document; ``number`` counts the report's documents."""
    document = report.document
    if document is None:
        return
    by_block: dict[int, list[Mark]] = {}
    for mark in marks(report):
        by_block.setdefault(mark.block, []).append(mark)
    place = ""
    for at, block in enumerate(document.blocks):
        here = _page(block)
        begins = here if here != place else ""
        place = here or place
        yield _shown(block, by_block.get(at, []), begins, number)


def _shown(block: Block, found: Sequence[Mark], place: str, number: int) -> ShownBlock:
    section = block.headings[-1].text.strip() if block.headings else ""
    if isinstance(block, Passage):
        text = block.text.strip("\n")
        cut = len(block.text) - len(block.text.lstrip("\n"))
        marked = _cut(text, [(mark.start - cut, _piece(mark, number)) for mark in found])
        tag = f"h{min(block.level + 1, DEEPEST)}" if block.level else "p"
        return ShownBlock(tag, marked, place=place, section=text if block.level else section)
    by_cell: dict[CellAt | None, list[tuple[int, Piece]]] = {}
    for mark in found:
        by_cell.setdefault(mark.cell, []).append((mark.start, _piece(mark, number)))
    rows = tuple(tuple(_cell(cell, by_cell) for cell in row) for row in block.rows)
    return ShownBlock("table", rows=rows, place=place, section=section)


def _piece(mark: Mark, number: int) -> Piece:
    name = name_of(number, mark.source, mark.text)
    return Piece(mark.text, mark.state, name, mark.findings, SAID[mark.state])


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
    return source.at.part if source else ""


def _first_source(block: Block) -> Source | None:
    if isinstance(block, Table):
        return next((cell.source for row in block.rows for cell in row if cell), None)
    return block.anchors[0].source if block.anchors else None


SAID = {
    State.WRONG: "most likely wrong",
    State.CITED: "part of a finding",
    State.TIED: "tied: a check that holds covers it",
    State.UNTIED: "not tied: no check covers it",
    State.NIL: "nil",
}


def name_of(number: int, source: Source, text: str) -> str:
    """The name that a figure, or a citation of it, is linked by."""
    known = dict(source.known)
    counts = (known.get(name, "") for name in _coordinates())
    edges = (edge for value in known.values() if isinstance(value, tuple) for edge in value)
    return f"f{number}-" + "-".join(map(str, (*counts, *edges, text)))


@lru_cache
def _coordinates() -> tuple[str, ...]:
    """The fields that tell figures apart in any format, one value each."""
    return tuple(
        name for name, (first, *_) in fields().items() if first.identifies and first.column
    )
