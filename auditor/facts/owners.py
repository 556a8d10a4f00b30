"""Owners: every run of digits of a document belongs to a figure, to something else, or is told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from auditor.facts.column_headings import head_notes
from auditor.model.citation import Citation
from auditor.model.document import Block, Document, Passage, Source, Table
from auditor.model.fact import Fact
from auditor.model.grid import Column, Grid
from auditor.model.places.line import END_OF_LINE, LinePlace
from auditor.notation.deferred import deferred
from auditor.notation.kanji_numerals import KANJI_NUMERAL, kanji_amounts
from auditor.notation.leftovers import INEXACT, UNKNOWN_NOTATION, Leftover, leftovers
from auditor.notation.mixed_numerals import mixed_numerals
from auditor.notation.numerals import narrowed

_DIGITS = deferred(r"\d+")
MARKUP = "not part of the text: markup, or where a link leads"
IN_HEADING = "in a heading"
BESIDE_FIGURE = "in brackets beside the figure of another cell"
_BRACKETS = {("[", "]"), ("〔", "〕"), ("【", "】")}
FEWEST_UNREAD = 3
"""Cells (a count) of a column that tell amounts nobody reads. By judgement: two may be codes."""
_GROUPS = deferred(
    r"(?<![0-9.,'’])[0-9]{1,3}(?:[.,'’][0-9]{2,3}){0,6}[.,'’][0-9]{3}(?![0-9.,'’]?[0-9])"
)
BESIDE_AMOUNTS = "in a label or among note numbers"

Spans = Mapping[tuple[int, int, int], Sequence[tuple[int, int]]]
"""The spans of figures by block, row and column, rows and columns from 1; 0 and 0 in prose."""


class Owners(NamedTuple):
    """The digits of a document that state no figure: those not understood, and the others."""

    not_understood: tuple[Citation, ...]
    other: tuple[Citation, ...]


def owners(document: Document, grids: Iterable[Grid], facts: Sequence[Fact]) -> Owners:
    """What the digits are that are no figures, in reading order, those of mere markup last."""
    unknown: list[Citation] = []
    other: list[Citation] = []
    for one, text, source in _leftovers(document, grids, facts):
        cited = Citation("digits", text[one.start : one.end], source, one.reason)
        (other if one.is_understood else unknown).append(cited)
    unknown += _unused(document, is_understood=False)
    other += _unused(document, is_understood=True)
    return Owners(tuple(unknown), (*other, *_markup(document)))


class Unread(NamedTuple):
    """The digits that may be a figure and that nobody understood, and those of no one value.

    These, ``inexact``, are about so much, or bound what is meant: "~1,240.5", "10-12".
    """

    not_understood: tuple[Citation, ...]
    inexact: tuple[Citation, ...]


def unread(document: Document, grids: Iterable[Grid], facts: Sequence[Fact]) -> Unread:
    """Only the digits that state no figure and may yet be amounts."""
    told: dict[bool, list[Citation]] = {True: [], False: []}
    for one, text, source in _leftovers(document, grids, facts):
        if one.is_understood and one.reason not in INEXACT:
            continue
        role = "inexact" if one.is_understood else "digits"
        cited = Citation(role, text[one.start : one.end], source, one.reason)
        told[one.is_understood].append(cited)
    return Unread(
        (*told[False], *_unused(document, is_understood=False)),
        tuple(cited for cited in told[True] if cited.source.table is not None),
    )


def _leftovers(
    document: Document, grids: Iterable[Grid], facts: Sequence[Fact]
) -> Iterator[tuple[Leftover, str, Source]]:
    spans = _spans(facts)
    by_table = {grid.table.number: grid for grid in grids}
    for block, piece in enumerate(document.blocks):
        if isinstance(piece, Table):
            yield from _of_table(block, piece, by_table[piece.number], spans)
            continue
        own = spans.get((block, 0, 0), ())
        told = (*leftovers(piece.text, own, states_amounts=False), *_in_kanji(piece.text))
        for one in sorted(told):
            yield one, piece.text, piece.source(one.start, one.end)


def _in_kanji(text: str) -> Iterator[Leftover]:
    """The amounts in Chinese characters of a running text."""
    mixed = [one for one in mixed_numerals(text) if one.figure is None]
    spans = [
        s for s in kanji_amounts(text) if not any(s[0] < m.end and m.start < s[1] for m in mixed)
    ]
    for span in (*spans, *((one.start, one.end) for one in mixed)):
        yield Leftover(*span, KANJI_NUMERAL, is_understood=False)


def _of_table(
    block: int, table: Table, grid: Grid, spans: Spans
) -> Iterator[tuple[Leftover, str, Source]]:
    amounts = {c.index for band in grid.bands for c in band.columns if not _is_notes(c)}
    amounts |= _columns_unread(table, grid)
    headers = {r for band in grid.bands for r in band.header}
    leftmost = _leftmost(grid) if grid.unknown else {}
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            if (r, c) in grid.unknown:
                near_figure = (r - 1, c) in grid.figures or leftmost.get(r, c) < c
                beside = near_figure and _is_in_brackets(cell.text)
                for told in _of_unknown(cell.text, grid.unknown[r, c], is_beside=beside):
                    yield told, cell.text, cell.place(told.start, told.end)
                continue
            if not _DIGITS.search(cell.text):
                continue
            own = spans.get((block, r + 1, c + 1), ())
            expected = c in amounts and r not in headers
            for one in leftovers(cell.text, own, states_amounts=expected):
                told = one
                if not expected and not one.is_understood:
                    reason = IN_HEADING if r in headers else BESIDE_AMOUNTS
                    told = one._replace(reason=reason, is_understood=True)
                yield told, cell.text, cell.place(one.start, one.end)


def _columns_unread(table: Table, grid: Grid) -> frozenset[int]:
    """The columns beside labels of which no cell is read, and each has digits in groups."""
    read = {c for _, c in grid.figures} | {c for _, c in grid.unknown}
    texts: dict[int, list[str]] = defaultdict(list)
    for row in table.rows[1:]:
        for c, cell in enumerate(row):
            if c and c not in read and cell and cell.text.strip():
                texts[c].append(cell.text)
    return frozenset(
        c
        for c, own in texts.items()
        if len(own) >= FEWEST_UNREAD and all(_GROUPS.search(text) for text in own)
    )


def _of_unknown(text: str, number: tuple[int, int], *, is_beside: bool) -> Iterator[Leftover]:
    """A number in a notation that is not known, and what other digits its cell has."""
    reason = BESIDE_FIGURE if is_beside else _unknown_as(text, text[slice(*number)])
    yield Leftover(*number, reason, is_understood=is_beside)
    for one in leftovers(text, (number,), states_amounts=False):
        yield one._replace(is_understood=True)


def _unknown_as(cell: str, number: str) -> str:
    """Why a number is not known, with all that its cell says where that is more."""
    whole = cell.strip()
    if not _DIGITS.search(number):
        return KANJI_NUMERAL
    return UNKNOWN_NOTATION if whole == number else f"as “{whole}”, {UNKNOWN_NOTATION}"


def _is_in_brackets(text: str) -> bool:
    plain = narrowed(text).strip()
    return (plain[:1], plain[-1:]) in _BRACKETS


def _leftmost(grid: Grid) -> Mapping[int, int]:
    """The column of each row's first figure."""
    found: dict[int, int] = {}
    for r, c in grid.figures:
        found[r] = min(c, found.get(r, c))
    return found


def _is_notes(column: Column) -> bool:
    """Whether a column holds the numbers of notes."""
    return head_notes(column.headings)


def _spans(facts: Iterable[Fact]) -> Spans:
    found: dict[tuple[int, int, int], set[tuple[int, int]]] = defaultdict(set)
    for fact in facts:
        at = (fact.block, fact.source.row or 0, fact.source.col or 0)
        found[at].add((fact.figure.start, fact.figure.end))
    return {at: sorted(own) for at, own in found.items()}


def _unused(document: Document, *, is_understood: bool) -> Iterator[Citation]:
    """What an instance states and no figure comes of."""
    for one in document.tagging.unused:
        if one.is_understood is is_understood:
            at = LinePlace(one.line, one.column, one.end_column, one.element)
            yield Citation("digits", one.text, Source(one.path or document.path, at), one.reason)


def _markup(document: Document) -> Iterator[Citation]:
    """The digits of a file's lines that no block holds."""
    if not document.lines:
        return
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for line, first, end in _held(document.blocks):
        held[line].append((first, end))
    for number, text in enumerate(document.lines, start=1):
        spans = sorted(held[number])
        ends = list(accumulate((end for _, end in spans), max))
        for run in _DIGITS.finditer(text):
            first, end = run.start() + 1, run.end() + 1
            before = bisect_left(spans, (end, 0))
            if not before or ends[before - 1] <= first:
                source = Source(document.path, LinePlace(number, first, end))
                yield Citation("digits", run[0], source, MARKUP)


def _held(blocks: Iterable[Block]) -> Iterator[tuple[int, int, int]]:
    """The lines of blocks, each with its first column and just past its last."""
    for piece in blocks:
        if isinstance(piece, Passage):
            ends = [anchor.offset for anchor in piece.anchors[1:]] + [len(piece.text)]
            for anchor, end in zip(piece.anchors, ends, strict=True):
                yield _columns(anchor.place(anchor.offset, end))
        else:
            cells = (cell for row in piece.rows for cell in row if cell is not None)
            yield from (_columns(cell.place(0, len(cell.text))) for cell in cells)


def _columns(source: Source) -> tuple[int, int, int]:
    return source.line or 0, source.column or 1, source.end_column or END_OF_LINE
