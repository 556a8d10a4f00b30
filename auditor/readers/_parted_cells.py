"""Parted cells: an amount and its percentage in one cell, "40.5 (8.8%)", set in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.model.document import Anchor, Block, Cell, Document, Table
from auditor.notation.numerals import states_figure
from auditor.readers._thresholds import FEWEST_PARTED

_Row = tuple[Cell | None, ...]
_CLOSING = (")", "）")
_PER_CENT = ("%", "％")


class _Parts(NamedTuple):
    """Where the amount of a cell ends, and where its percentage begins and ends."""

    amount: int
    start: int
    end: int


def with_cells_parted(document: Document) -> Document:
    """The document, each column of such cells made two whose cells keep their places.

    What is tagged or computed refers to the columns as they are, and stays.
    """
    if document.formulas or document.tagging.tags:
        return document
    blocks = tuple(_block(block) for block in document.blocks)
    changed = any(a is not b for a, b in zip(blocks, document.blocks, strict=True))
    return replace(document, blocks=blocks) if changed else document


def _block(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    counts: dict[int, int] = {}
    for row in block.rows:
        for c, cell in enumerate(row):
            if cell and c and cell.text.endswith(_CLOSING) and _parts(cell.text):
                counts[c] = counts.get(c, 0) + 1
    parted = sorted(c for c, count in counts.items() if count >= FEWEST_PARTED)
    if not parted:
        return block
    return replace(block, rows=tuple(tuple(_row(row, parted)) for row in block.rows))


def _row(row: _Row, parted: Sequence[int]) -> Iterator[Cell | None]:
    """The cells of a row, numbered anew, two for each that is parted."""
    col = 0
    for c, cell in enumerate(row):
        for piece in _pieces(cell) if c in parted else (cell,):
            col += 1
            yield piece and replace(piece, source=replace(piece.source, col=col))


def _pieces(cell: Cell | None) -> tuple[Cell | None, Cell | None]:
    if cell is None:
        return None, None
    parts = _parts(cell.text)
    end = len(cell.text)
    if parts is None:
        return cell, _piece(cell, end, end)
    return _piece(cell, 0, parts.amount), _piece(cell, parts.start, parts.end)


def _parts(text: str) -> _Parts | None:
    """The amount and the percentage of a cell that consists of both, if it does."""
    if not text.endswith(_CLOSING):
        return None
    opened = max(text.rfind("("), text.rfind("（"))
    amount, inside = text[:opened].rstrip(), text[opened + 1 : -1]
    if opened < 1 or not any(sign in inside for sign in _PER_CENT) or "%" in amount:
        return None
    if not (states_figure(amount) and states_figure(inside)):
        return None
    return _Parts(len(amount), opened + 1, len(text) - 1)


def _piece(cell: Cell, start: int, end: int) -> Cell:
    """Characters ``start`` to ``end`` of a cell as a cell of their own."""
    text = cell.text[start:end]
    if not cell.anchors:
        return Cell(text, cell.source.narrowed(start, end))
    ends = [anchor.offset for anchor in cell.anchors[1:]]
    anchors = tuple(
        Anchor(max(a.offset - start, 0), a.place(max(a.offset, start), min(until, end)), a.whole)
        for a, until in zip(cell.anchors, (*ends, len(cell.text)), strict=True)
        if a.offset < end and start < until
    )
    return Cell(text, cell.source, anchors)
