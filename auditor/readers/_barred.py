"""Barred tables: lines whose cells bars part, with neither outer bars nor a row of dashes.

What takes the text out of a page or a slide writes tables so: ``Net sales | 70,382 | 64,232``. It
sets signs into cells of their own, and leaves out the blank cells at the left of the headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.model.document import Anchor, Cell, Source, Table
from auditor.model.places.line import LinePlace
from auditor.notation.deferred import deferred
from auditor.notation.numerals import states_figure
from auditor.readers._thresholds import FEWEST_BARRED, HEADING_LENGTH

_BAR = deferred(r"\s\|(?:\s|\Z)")
_RULE = deferred(r"[\s|+=:_-]*+")
_BEFORE = ("$", "€", "£", "¥", "(", "$(", "-")
_AFTER = (")", "%", ")%", "x", "pts", "bps")
_NIL = ("-", "–", "—")


class BarredLines(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive, from 0) are one table."""

    first: int
    last: int


class _Piece(NamedTuple):
    """The text of a cell, the digits' place in its line, and what stands apart around them."""

    text: str
    at: int
    before: str = ""
    after: str = ""


_Row = list[_Piece]


def barred_tables(lines: Sequence[str], free: Sequence[bool]) -> list[BarredLines]:
    """The barred tables among the lines that are ``free`` to be part of one, from top to bottom."""
    return [run for run in _runs(lines, free) if _is_table(lines[run.first : run.last])]


def is_rule(line: str) -> bool:
    """Whether a line only parts the rows above it from those below."""
    return _RULE.fullmatch(line) is not None


def barred_table(lines: Sequence[tuple[int, str]], path: str, number: int) -> Table:
    """The table of these lines (number from 1, text), its headings over their columns."""
    parts = [list(_joined(_pieces(line))) for _, line in lines]
    width, body = _shape(parts)
    placed = [
        _spread(row, width - 1) if r < body else dict(enumerate(row)) for r, row in enumerate(parts)
    ]
    return Table(
        number,
        tuple(
            tuple(
                _cell(row.get(c, _Piece("", 0)), Source(path, LinePlace(n, 1, 1), number, r, c + 1))
                for c in range(max(row, default=0) + 1)
            )
            for r, (row, (n, _)) in enumerate(zip(placed, lines, strict=True), start=1)
        ),
    )


def _runs(lines: Sequence[str], free: Sequence[bool]) -> Iterator[BarredLines]:
    """From a line with bars to the last below it, over labels alone and no blank line."""
    first = last = -1
    for at, line in enumerate(lines):
        if not free[at] or not line.strip() or (len(line) > HEADING_LENGTH and "|" not in line):
            if first >= 0:
                yield BarredLines(first, last)
            first = -1
        elif _BAR.search(line):
            first = first if first >= 0 else at
            last = at + 1
    if first >= 0:
        yield BarredLines(first, last)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether enough rows state a figure and nothing else behind their label, all as many.

    Where rows differ nobody knows which cell was left out, so which column a figure is of.
    """
    counts = Counter(
        len(row) for row in (list(_joined(_pieces(line))) for line in lines) if _states(row)
    )
    return counts.total() >= FEWEST_BARRED and (len(counts) == 1 or any("| |" in x for x in lines))


def _states(row: _Row) -> bool:
    """Whether a row has a label and behind it a figure alone in its cell."""
    label = any(map(str.isalpha, row[0].text))
    return label and any(states_figure(one.text) for one in row[1:])


def _pieces(line: str) -> Iterator[_Piece]:
    at = 0
    for text in line.split("|"):
        shown = text.strip()
        yield _Piece(shown, at + (text.index(shown[0]) if shown else 0))
        at += len(text) + 1


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces, signs that stand in cells of their own put around their figures."""
    held: _Piece | None = None
    before = ""
    for piece in pieces:
        if held is not None and piece.text in _AFTER and held.text[-1:].isdigit():
            held = held._replace(after=held.after + piece.text)
            continue
        if held is not None:
            yield held
            held = None
        if piece.text in _BEFORE and piece.text not in _NIL:
            before += piece.text
            continue
        held, before = piece._replace(before=before), ""
    if held is not None:
        yield held


def _shape(rows: Sequence[_Row]) -> tuple[int, int]:
    """How many cells rows with figures have, and the first row that is no heading."""
    stating = [len(row) for row in rows if _states(row)]
    width = max(stating, default=0)
    full = (r for r, row in enumerate(rows) if len(row) == width)
    return width, next(full, 0)


def _spread(row: _Row, columns: int) -> dict[int, _Piece]:
    """The cells of a row of headings by column, each over as many columns as the others."""
    if len(row) > 1 and not any(any(map(str.isalnum, one.text)) for one in row):
        return {}
    if len(row) < 2 or columns % len(row):
        return dict(enumerate(row))
    each = columns // len(row)
    return {1 + n * each: one for n, one in enumerate(row)}


def _cell(piece: _Piece, source: Source) -> Cell:
    """The cell; signs that stood apart are cited at their digits."""
    line = source.line or 0
    end = piece.at + len(piece.text)
    source = Source(
        source.path,
        LinePlace(line, piece.at + 1, end + 1),
        source.table,
        source.row,
        source.col,
    )
    if not piece.before and not piece.after:
        return Cell(piece.text, source)
    lead = len(piece.before)
    anchors = [Anchor(0, source, whole=True)] if lead else []
    anchors.append(Anchor(lead, source))
    if piece.after:
        anchors.append(Anchor(lead + len(piece.text), source, whole=True))
    return Cell(piece.before + piece.text + piece.after, source, tuple(anchors))
