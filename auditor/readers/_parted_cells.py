"""Parted cells: an amount and its percentage in one cell, "40.5 (8.8%)" or "40.5 / 8.8%", as two.

So is any other figure in parentheses behind an amount, where the column's heading says what it is:
"Land (area in square metres)" over "54 (88,000)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from auditor.model.document import Anchor, Block, Cell, Document, Table
from auditor.notation.deferred import deferred
from auditor.notation.numerals import states_figure
from auditor.readers._thresholds import FEWEST_PARTED, HEADING_ROWS

_Row = tuple[Cell | None, ...]
_SAYS_WHAT = deferred(
    r"[(（][^()（）]{0,30}(?:面積|㎡|m²|\bsq\b|\bsquare\b|\barea\b|\bacres?\b|\bhectares?\b|\bha\b|坪)"
    r"[^()（）]{0,30}[)）]\Z",
    re.IGNORECASE,
)
_CLOSING = (")", "）")
_PER_CENT = ("%", "％", "٪")
_SLASH = "/"


class _Parts(NamedTuple):
    """Where the amount of a cell ends, and where its percentage begins and ends."""

    amount: int
    start: int
    end: int


_Parting = Callable[[str], _Parts | None]
"""Where a cell's text is parted, None where it is not."""


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
            if cell and c and _parts(cell.text):
                counts[c] = counts.get(c, 0) + 1
    parted = {c: _parts for c, count in counts.items() if count >= FEWEST_PARTED}
    parted |= {c: _named_parts for c in _named(block) if c not in parted}
    if not parted:
        return block
    return replace(block, rows=tuple(tuple(_row(row, parted)) for row in block.rows))


def _named(table: Table) -> Iterator[int]:
    """The columns whose heading says what stands in parentheses behind each of their amounts."""
    named = {
        c
        for row in table.rows[:HEADING_ROWS]
        for c, cell in enumerate(row)
        if c and cell and _SAYS_WHAT.search(cell.text)
    }
    for c in sorted(named):
        cells = [row[c] for row in table.rows if c < len(row)]
        parts = [_both(cell.text) for cell in cells if cell]
        if sum(part is not None for part in parts) >= FEWEST_PARTED:
            yield c


def _row(row: _Row, parted: Mapping[int, _Parting]) -> Iterator[Cell | None]:
    """The cells of a row, numbered anew, two for each that is parted."""
    col = 0
    for c, cell in enumerate(row):
        for piece in _pieces(cell, parted[c]) if c in parted else (cell,):
            col += 1
            yield piece and replace(piece, source=piece.source._replace(col=col))


def _pieces(cell: Cell | None, parting: _Parting) -> tuple[Cell | None, Cell | None]:
    if cell is None:
        return None, None
    parts = parting(cell.text)
    end = len(cell.text)
    if parts is None:
        return cell, _piece(cell, end, end)
    return _piece(cell, 0, parts.amount), _piece(cell, parts.start, parts.end)


def holds_share(text: str) -> bool:
    """Whether a cell consists of an amount and its percentage."""
    return _parts(text) is not None


def _parts(text: str) -> _Parts | None:
    """The amount and the percentage of a cell that consists of both, if it does."""
    if not _is_per_cent(text):
        return None
    found = _slashed(text) if _SLASH in text else _both(text)
    if found is None:
        return None
    amount, inside = text[: found.amount], text[found.start : found.end]
    is_share = _is_per_cent(inside) and not _is_per_cent(amount)
    return found if is_share else None


def _is_per_cent(text: str) -> bool:
    return any(sign in text for sign in _PER_CENT)


def _slashed(text: str) -> _Parts | None:
    """The two figures of a cell that consists of one and another behind a slash."""
    amount, _, other = text.partition(_SLASH)
    if not (states_figure(amount) and states_figure(other)):
        return None
    return _Parts(len(amount.rstrip()), len(text) - len(other.lstrip()), len(text))


def _named_parts(text: str) -> _Parts | None:
    """The amount of a cell and what stands in parentheses behind it; so of the heading."""
    return _both(text) or (_parted_at(text) if _SAYS_WHAT.search(text) else None)


def _both(text: str) -> _Parts | None:
    """The two figures of a cell that consists of one and another in parentheses."""
    found = _parted_at(text)
    if found is None or not states_figure(text[: found.amount]):
        return None
    return found if states_figure(text[found.start : found.end]) else None


def _parted_at(text: str) -> _Parts | None:
    """What stands before parentheses at the end of a text, and in them."""
    if not text.endswith(_CLOSING):
        return None
    opened = max(text.rfind("("), text.rfind("（"))
    if opened < 1:
        return None
    return _Parts(len(text[:opened].rstrip()), opened + 1, len(text) - 1)


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
