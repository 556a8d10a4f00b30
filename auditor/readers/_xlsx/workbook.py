"""Workbooks: every sheet's tables and texts, and what the formulas say of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Document, Table
from auditor.readers._continued import Joined, joined
from auditor.readers._outline import outlined
from auditor.readers._xlsx.error_origins import error_origins
from auditor.readers._xlsx.formulas import checkable_formulas, is_stale
from auditor.readers._xlsx.neighbours import odd_cells
from auditor.readers._xlsx.oddities import oddities
from auditor.readers._xlsx.package import Package, SheetPart, package
from auditor.readers._xlsx.recalculation import Recalculated, recalculated
from auditor.readers._xlsx.remarks import listed, remarks, remarks_on, unfollowed, unread_parts
from auditor.readers._xlsx.sheets import Sheet, sheet
from auditor.readers._xlsx.tables import Page, PageBlocks, Spot, laid_out, page
from auditor.readers._xlsx.thresholds import MOST_SHEETS
from auditor.readers._xlsx.workings import Workbook


def workbook_document(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for a workbook that is broken or beyond the limits."""
    book = package(data)
    if len(book.sheets) > MOST_SHEETS:
        raise UnreadableError(f"it has {len(book.sheets):,} sheets; the limit is {MOST_SHEETS:,}")
    read, broken = _sheets(book)
    if book.calculates_on_load and _is_uncalculated(read.values()):
        read = {part: _without_values(one) for part, one in read.items()}
    pages = [page(part.name, part.hidden, one, book) for part, one in read.items()]
    laid = list(_laid_out(pages, path))
    joins = joined(outlined(block for one in laid for block in one.blocks))
    laid = [_counted_on(one, joins) for one in laid] if joins.moved else laid
    workbook = Workbook(book, pages, [one.spots for one in laid])
    odd = [odd_cells(workbook, i) for i in range(len(pages))]
    again = recalculated(workbook)
    formulas = checkable_formulas(workbook, [{o.place for o in odds if o.doubted} for odds in odd])
    return Document(
        path,
        hashlib.sha256(data).hexdigest(),
        joins.blocks,
        remarks=tuple(_remarks(book, workbook, again)),
        unread=(*broken, *_unread(pages, laid)),
        formulas=tuple(formulas),
        oddities=tuple(oddities(workbook, odd, again.stale, laid, path)),
        error_origins=error_origins(workbook),
    )


def _sheets(book: Package) -> tuple[dict[SheetPart, Sheet], list[str]]:
    """The sheets that can be read, and why others cannot; raises UnreadableError if none can."""
    read: dict[SheetPart, Sheet] = {}
    broken: list[str] = []
    for part in book.sheets:
        try:
            read[part] = sheet(_cells_part(book, part), book.texts)
        except UnreadableError as reason:
            if len(book.sheets) == 1:
                raise
            broken.append(f'sheet "{part.name}": {reason}')
    if broken and not read:
        raise UnreadableError(broken[0])
    return read, broken


def _cells_part(book: Package, listed: SheetPart) -> bytes:
    """The part of a sheet that the workbook lists; raises UnreadableError without one."""
    if listed.part not in book.parts:
        raise UnreadableError("its part is missing")
    return book.parts[listed.part]


def _is_uncalculated(sheets: Iterable[Sheet]) -> bool:
    """Whether all formulas hold zero: programs that write workbooks leave it to others to count."""
    values = [c.value for one in sheets for c in one.cells if c.formula is not None]
    return bool(values) and all(value in (None, "0") for value in values)


def _without_values(one: Sheet) -> Sheet:
    cells = (c if c.formula is None else c._replace(value=None) for c in one.cells)
    return one._replace(cells=tuple(cells))


def _laid_out(pages: Sequence[Page], path: str) -> Iterator[PageBlocks]:
    tables = 0
    for one in pages:
        laid = laid_out(one, path, tables)
        tables += sum(isinstance(block, Table) for block in laid.blocks)
        yield laid


def _counted_on(laid: PageBlocks, joins: Joined) -> PageBlocks:
    """The page with the cells of tables that go on where they stand then."""
    moved = joins.moved
    return laid._replace(
        spots={
            place: Spot(*moved.get(spot[:2], spot[:2]), spot.column)
            for place, spot in laid.spots.items()
        }
    )


def _remarks(book: Package, workbook: Workbook, again: Recalculated) -> Iterator[str]:
    for i, one in enumerate(workbook.pages):
        yield from remarks(one)
        stale = [place for place in workbook.plain[i] if is_stale(workbook, i, place)]
        if stale:
            yield f'sheet "{one.name}": not recalculated since its cells changed: {listed(stale)}'
    yield from remarks_on(book, workbook.pages)
    yield from unfollowed(again.unfollowed)
    if workbook.left:
        said = "formulas add up more cells than are followed, and were not checked"
        yield f"{workbook.left:,} {said}"


def _unread(pages: Sequence[Page], laid: Sequence[PageBlocks]) -> Iterator[str]:
    for one, of_page in zip(pages, laid, strict=True):
        yield from unread_parts(one)
        yield from of_page.unread
