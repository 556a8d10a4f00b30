"""Pages: a document as it reads, its figures marked with what the audit found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from auditor.findings.marks import CellAt, FigureAt, Mark, State, place_of
from auditor.model.document import Block, Cell, Passage, Source, Table
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Kind
from auditor.model.report import DocumentReport
from auditor.render._thresholds import MANY_COLUMNS, VAST_COLUMNS

OUTERMOST, DEEPEST = 2, 6
"""The heading that a document is under, and the innermost of HTML; none is left out between."""

SYMBOLS = frozenset("$€£¥%()-–—")
"""What stands in a cell of its own beside a figure, and belongs to it."""

STRESS = "**"
"""What Markdown puts on either side of bold text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of the document; a figure has a ``state``, the ``name`` it is linked by and findings."""

    text: str
    state: State | None = None
    name: str = ""
    findings: tuple[str, ...] = ()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell; ``look`` is how its column is set: "n" for figures, "s" for a symbol, "" for text."""

    pieces: Pieces = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table; ``label`` is its number where the document counts rows before a reader."""

    cells: tuple[ShownCell, ...]
    heading: bool = False
    total: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as shown: ``tag`` is h2 to h6, p or table; ``rows`` are a table's.

    ``place`` names the page or sheet where another begins, ``letters`` a sheet's columns;
    ``breadth`` is "many" or "vast" for a table of more columns than an upright page holds in full
    size, or even in small.
    """

    tag: str
    pieces: Pieces = ()
    rows: tuple[ShownRow, ...] = ()
    place: str = ""
    letters: tuple[str, ...] = ()
    breadth: str = ""


class Names:
    """The names that the figures of a document are linked by; ``document`` is its number."""

    def __init__(self, found: Iterable[Mark], document: int) -> None:
        self._document = document
        self._by_place: dict[FigureAt, str] = {}
        for place, mark in enumerate(found):
            self._by_place.setdefault((mark.source, mark.text), self.of(mark, place))

    def of(self, mark: Mark, place: int) -> str:
        """The name of a mark, which for words is made of its place among the marks."""
        return self.numbered(mark.number) if mark.number is not None else self.words(place)

    def numbered(self, number: int) -> str:
        return f"f{self._document}-{number}"

    def words(self, place: int) -> str:
        return f"f{self._document}-w{place}"

    def cited(self, source: Source, text: str) -> str:
        """The name of what is cited, "" where the document shows it nowhere."""
        return self._by_place.get(place_of(source, text), "")


def blocks_shown(
    report: DocumentReport, found: Sequence[Mark], names: Names
) -> Iterator[ShownBlock]:
    """Every block of the report's document, with the marks ``found`` in it."""
    document = report.document
    if document is None:
        return
    by_block: dict[int, list[tuple[Mark, str]]] = {}
    for place, mark in enumerate(found):
        by_block.setdefault(mark.block, []).append((mark, names.of(mark, place)))
    totals, shown, depth = total_rows(report), "", OUTERMOST
    for at, block in enumerate(document.blocks):
        here = _page(block)
        begins = here if here != shown else ""
        shown = here or shown
        marked = by_block.get(at, [])
        if isinstance(block, Passage):
            depth = min(block.level + 1, depth + 1, DEEPEST) if block.level else depth
            yield _passage(block, marked, begins, depth)
        else:
            yield _table(block, marked, begins, totals)


def total_rows(report: DocumentReport) -> frozenset[tuple[int | None, int | None]]:
    """The rows, by table and row, that hold the sum of figures above them in their column."""
    return frozenset(
        (total.table, total.row)
        for verdict in report.checks
        if verdict.relation.kind is Kind.SUM
        and (total := verdict.relation.target.source).table is not None
        and all(_is_above(one.fact.source, total) for one in verdict.relation.inputs)
    )


def _is_above(part: Source, total: Source) -> bool:
    """Whether a figure stands over another one, in a row above it."""
    same_column = (part.table, part.col) == (total.table, total.col)
    return same_column and (part.row or 0) < (total.row or 0)


def _passage(
    block: Passage, found: Sequence[tuple[Mark, str]], place: str, depth: int
) -> ShownBlock:
    """A passage; as a heading it is one of that ``depth``."""
    text = block.text.strip("\n")
    cut = len(block.text) - len(block.text.lstrip("\n"))
    marked = _cut(text, [(mark.start - cut, _piece(mark, name)) for mark, name in found])
    tag = f"h{depth}" if block.level else "p"
    return ShownBlock(tag, marked, place=place)


def _table(
    block: Table,
    found: Sequence[tuple[Mark, str]],
    place: str,
    totals: AbstractSet[tuple[int | None, int | None]],
) -> ShownBlock:
    by_cell: dict[CellAt | None, list[tuple[int, Piece]]] = {}
    for mark, name in found:
        by_cell.setdefault(mark.cell, []).append((mark.start, _piece(mark, name)))
    source = _first_cell(block)
    on_sheet = source is not None and isinstance(source.at, SheetPlace)
    columns = [n for n in range(block.width) if on_sheet or _holds_text(block, n)]
    looks = {column: _look(block, column, by_cell) for column in columns}
    first = _first_figures(block, by_cell)
    rows = tuple(
        ShownRow(
            tuple(_cell(row, column, looks[column], by_cell) for column in columns),
            heading=at < first,
            total=(block.number, at + 1) in totals,
            label=_sheet_row(row) if on_sheet else "",
        )
        for at, row in enumerate(block.rows)
    )
    letters = tuple(_sheet_column(block, column) for column in columns) if on_sheet else ()
    return ShownBlock(
        "table", rows=rows, place=place, letters=letters, breadth=_breadth(len(columns))
    )


def _breadth(columns: int) -> str:
    if columns > VAST_COLUMNS:
        return "vast"
    return "many" if columns > MANY_COLUMNS else ""


ByCell = Mapping[CellAt | None, Sequence[tuple[int, Piece]]]


def _holds_text(block: Table, column: int) -> bool:
    return any(cell and cell.text.strip() for cell in _column(block, column))


def _column(block: Table, column: int) -> Iterator[Cell | None]:
    return (row[column] for row in block.rows if column < len(row))


def _look(block: Table, column: int, by_cell: ByCell) -> str:
    """How a column is set: as figures where more of its cells hold one than hold other text."""
    kinds = Counter(_kind(cell, by_cell) for cell in _column(block, column) if cell)
    return "n" if kinds["n"] and kinds["n"] + kinds["s"] >= kinds["text"] - 1 else ""


def _kind(cell: Cell, by_cell: ByCell) -> str:
    if _at(cell) in by_cell:
        return "n"
    text = cell.text.strip()
    if text and set(text) <= SYMBOLS:
        return "s"
    return "text" if text else ""


def _first_figures(block: Table, by_cell: ByCell) -> int:
    """The first row that holds a figure: those above it are headings; 0 where none does."""
    marked = (
        at
        for at, row in enumerate(block.rows)
        if any(cell is not None and _at(cell) in by_cell for cell in row)
    )
    return next(marked, 0)


def _cell(row: Sequence[Cell | None], column: int, look: str, by_cell: ByCell) -> ShownCell:
    cell = row[column] if column < len(row) else None
    if cell is None:
        return ShownCell(look=look)
    kind = _kind(cell, by_cell)
    text, cut = _unstressed(cell)
    marked = [(start - cut, piece) for start, piece in by_cell.get(_at(cell), ())]
    return ShownCell(_cut(text, marked), "s" if kind == "s" else look)


def _unstressed(cell: Cell) -> tuple[str, int]:
    """The text without the stars that make a whole cell bold, and how much was cut before it."""
    text = cell.text.strip()
    inner = text.removeprefix(STRESS).removesuffix(STRESS)
    on_sheet = isinstance(cell.source.at, SheetPlace)  # a sheet's stars are its own text
    if on_sheet or len(text) - len(inner) != 2 * len(STRESS) or "*" in inner or not inner.strip():
        return cell.text, 0
    return inner, cell.text.index(inner)


def _at(cell: Cell) -> CellAt:
    return cell.source.row, cell.source.col


def _sheet_row(row: Sequence[Cell | None]) -> str:
    """The number that a sheet gives a row."""
    return _address(next((cell for cell in row if cell), None)).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _sheet_column(block: Table, column: int) -> str:
    """The letters that a sheet gives a column."""
    return _address(next(filter(None, _column(block, column)), None)).rstrip("0123456789")


def _address(cell: Cell | None) -> str:
    place = cell.source.at if cell else None
    return place.cell or "" if isinstance(place, SheetPlace) else ""


def _piece(mark: Mark, name: str) -> Piece:
    return Piece(mark.text, mark.state, name, mark.findings)


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
    source = _first_cell(block) if isinstance(block, Table) else _first_anchor(block)
    return source.at.part if source else ""


def _first_cell(block: Table) -> Source | None:
    return next((cell.source for row in block.rows for cell in row if cell), None)


def _first_anchor(block: Passage) -> Source | None:
    return block.anchors[0].source if block.anchors else None
