"""Tables: a sheet's shown cells as the blocks of a document, each cited by sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditor.model.document import Anchor, Cell, Passage, Source, Table
from auditor.model.document import Block as DocumentBlock
from auditor.model.places.sheet import SheetPlace
from auditor.notation.numerals import cell_figure, figures, narrowed
from auditor.readers._outline import NOTE, reads_as_heading
from auditor.readers._thresholds import HEADING_LENGTH
from auditor.readers._xlsx.addresses import Place, Span, name_of
from auditor.readers._xlsx.display import Shown, shown_number, shown_text
from auditor.readers._xlsx.numbers import stored_number
from auditor.readers._xlsx.package import Package, Style
from auditor.readers._xlsx.regions import Block, Lone, Piece, pieces
from auditor.readers._xlsx.sheets import Sheet, Stored
from auditor.readers._xlsx.thresholds import MERGED_CELLS, MOST_BLANKS

SHEET_LEVEL, TITLE_LEVEL, HEADING_LEVEL = 1, 2, 3

_NO_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|hoja|foglio|blad|planilha|лист|シート|工作表)\s?[0-9]*", re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")
_TRUTH = {"1": "TRUE", "0": "FALSE"}


class Page(NamedTuple):
    """A sheet as people see it: ``shown`` by place, ``numbers`` what is stored behind figures."""

    name: str
    hidden: str
    sheet: Sheet
    shown: Mapping[Place, Shown]
    numbers: Mapping[Place, Decimal]
    bold: frozenset[Place]

    @property
    def uncalculated(self) -> tuple[Place, ...]:
        """The cells of formulas that hold no value."""
        return tuple(cell.place for cell in self.sheet.cells if cell.value is None)


def page(name: str, hidden: str, sheet: Sheet, book: Package) -> Page:
    """The sheet with each cell's text as its number format shows it."""
    shown: dict[Place, Shown] = {}
    numbers: dict[Place, Decimal] = {}
    bold: set[Place] = set()
    under = _under_merged(sheet)
    for cell in sheet.cells:
        number = stored_number(cell.value) if cell.kind == "n" and cell.value else None
        if number is not None:
            numbers[cell.place] = number
        if cell.value is None or cell.place in under:
            continue
        style = book.styles[cell.style] if cell.style < len(book.styles) else Style()
        seen = _seen(cell, number, style.code, since_1904=book.since_1904)
        shown[cell.place] = Shown("") if number == 0 and not sheet.shows_zeros else seen
        if style.bold:
            bold.add(cell.place)
    return Page(name, hidden, sheet, shown, numbers, frozenset(bold))


def _seen(cell: Stored, number: Decimal | None, code: str, *, since_1904: bool) -> Shown:
    if number is not None:
        return shown_number(number, code, since_1904=since_1904)
    text = cell.value or ""
    if cell.kind == "b":
        return Shown(_TRUTH.get(text, text))
    return Shown(shown_text(text, code).strip() if cell.kind == "str" else text.strip())


def _under_merged(sheet: Sheet) -> frozenset[Place]:
    """The cells that a merged one covers, which hold nothing that is shown."""
    filled = {cell.place for cell in sheet.cells}
    found: set[Place] = set()
    allowed = MERGED_CELLS
    for span in sheet.merged:
        inside = _inside(span, filled)
        allowed -= max(len(inside), min(_size(span), len(filled)))
        if allowed < 0:
            break
        found.update(place for place in inside if place != span.first and place in filled)
    return frozenset(found)


def _size(span: Span) -> int:
    (top, left), (bottom, right) = span
    return (bottom - top + 1) * (right - left + 1)


def _inside(span: Span, filled: frozenset[Place] | set[Place]) -> Sequence[Place]:
    """The cells of a range, or the filled ones among them where they are fewer."""
    (top, left), (bottom, right) = span
    if _size(span) > len(filled):
        return [p for p in filled if top <= p.row <= bottom and left <= p.column <= right]
    return [Place(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]


class Spot(NamedTuple):
    """Where a cell stands among the document's tables: all from 1."""

    table: int
    row: int
    column: int


class PageBlocks(NamedTuple):
    """A page's blocks in reading order, and where the cells of its tables stand in them.

    ``unread`` are the tables that are left out, in words.
    """

    blocks: tuple[DocumentBlock, ...]
    spots: Mapping[Place, Spot]
    unread: tuple[str, ...] = ()


def laid_out(page: Page, path: str, tables: int) -> PageBlocks:
    """The page's blocks; its tables are counted on from ``tables``."""
    texts = {place: seen.text for place, seen in page.shown.items() if seen.text}
    found = list(pieces(texts)) if texts else []
    blocks: list[DocumentBlock] = []
    spots: dict[Place, Spot] = {}
    unread = []
    titles_are_bold = any(_is_bold_title(page, piece) for piece in found)
    if texts and not _NO_NAME.fullmatch(page.name.strip()):
        there = Anchor(0, Source(path, SheetPlace(page.name)), whole=True)
        blocks.append(Passage(narrowed(page.name), (there,), SHEET_LEVEL))
    for i, piece in enumerate(found):
        if isinstance(piece, Lone):
            level = _level(page, found, i, titles_are_bold=titles_are_bold)
            blocks.append(_passage(page, piece.place, path, level))
        elif _blanks(piece) > MOST_BLANKS:
            unread.append(f"{_extent(page, piece)}: its cells are scattered too widely for a table")
        else:
            tables += 1
            blocks.append(_table(page, piece, path, tables, spots))
    return PageBlocks(tuple(blocks), spots, tuple(unread))


def _blanks(block: Block) -> int:
    """How many cells of a table's rows and columns are blank."""
    columns = {place.column for row in block.rows for place in row}
    return len(block.rows) * len(columns) - sum(map(len, block.rows))


def _extent(page: Page, block: Block) -> str:
    first, last = block.rows[0][0], block.rows[-1][-1]
    return f'sheet "{page.name}", {name_of(first)} to {name_of(last)}'


def _level(page: Page, found: Sequence[Piece], at: int, *, titles_are_bold: bool) -> int:
    """0 for prose; a heading has something to stand over, and reads as one or is set in bold.

    ``titles_are_bold``: other titles are; a text that is not must then stand right over a table.
    """
    lone = found[at]
    if not isinstance(lone, Lone) or not lone.leads or at + 1 == len(found):
        return 0
    text = page.shown[lone.place].text
    if not _is_bold_title(page, lone):
        heads = reads_as_heading(narrowed(text)) and not figures(text)
        if not heads or (titles_are_bold and not _is_over_table(page, found[at + 1 : at + 3])):
            return 0
    return TITLE_LEVEL if at == 0 and _is_set_apart(page, lone, found[1]) else HEADING_LEVEL


def _is_bold_title(page: Page, piece: Piece) -> bool:
    if not isinstance(piece, Lone) or piece.place not in page.bold:
        return False
    text = page.shown[piece.place].text
    return piece.leads and len(text) <= HEADING_LENGTH and not NOTE.fullmatch(text)


def _is_over_table(page: Page, below: Sequence[Piece]) -> bool:
    """Whether a table follows, or a note and then a table."""
    noted = [p for p in below if isinstance(p, Block) or not _is_note(page, p)]
    return bool(noted) and isinstance(noted[0], Block)


def _is_note(page: Page, lone: Lone) -> bool:
    return NOTE.fullmatch(page.shown[lone.place].text) is not None


def _is_set_apart(page: Page, title: Lone, below: Piece) -> bool:
    """Whether a sheet's first text stands over all of it: blank rows and another text follow."""
    if not isinstance(below, Lone) or below.place.row == title.place.row + 1:
        return False
    return not _is_note(page, below)


def _passage(page: Page, place: Place, path: str, level: int) -> Passage:
    there = Anchor(0, Source(path, SheetPlace(page.name, name_of(place))), whole=True)
    return Passage(narrowed(page.shown[place].text), (there,), level)


def _table(page: Page, block: Block, path: str, number: int, spots: dict[Place, Spot]) -> Table:
    """The table without its blank rows and columns; ``spots`` is told where its cells stand."""
    columns = sorted({place.column for row in block.rows for place in row})
    repeated = _repeated(page, block)
    rows = []
    for r, row in enumerate(block.rows, start=1):
        cells = []
        for c, column in enumerate(columns, start=1):
            place = Place(row[0].row, column)
            spots[place] = Spot(number, r, c)
            origin = repeated.get(place, place)
            seen = page.shown.get(origin)
            there = Source(path, SheetPlace(page.name, name_of(origin)), number, r, c)
            cells.append(Cell(seen.text if seen else "", there))
        rows.append(tuple(cells))
    return Table(number, tuple(rows), stores_numbers=_stores_numbers(page, block))


def _stores_numbers(page: Page, block: Block) -> bool:
    """Whether most of what may be figures is stored as numbers, and not as texts."""
    digits = [
        p
        for row in block.rows
        for p in row
        if p in page.shown and _DIGIT.search(page.shown[p].text)
    ]
    return 2 * sum(place in page.numbers for place in digits) > len(digits)


def _repeated(page: Page, block: Block) -> Mapping[Place, Place]:
    """Cells under a label merged over several rows of the body, which it labels all: its cell."""
    of_rows = {row[0].row for row in block.rows}
    figures = [p for row in block.rows for p in row if p in page.numbers]
    body = min((p.row for p in figures), default=0)
    labels = min((p.column for p in figures), default=0)
    return {
        Place(row, span.first.column): span.first
        for span in page.sheet.merged
        if body <= span.first.row < span.last.row and span.first.column < labels
        if span.first.row in of_rows and span.first in page.shown
        if cell_figure(page.shown[span.first].text) is None
        for row in range(span.first.row + 1, min(span.last.row, max(of_rows)) + 1)
        if row in of_rows
    }
