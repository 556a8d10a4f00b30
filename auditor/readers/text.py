"""Markdown and plain text: pipe tables, tab-separated blocks, fixed-width tables, prose.

Prose is headings, lists and paragraphs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from auditor.formats.decoding import decoded, is_text
from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Anchor, Block, Document, Passage, Source, Table
from auditor.model.places.line import LinePlace
from auditor.notation.deferred import deferred
from auditor.notation.numerals import narrowed
from auditor.readers._aligned.fixed_lines import is_tag, may_hold_tables
from auditor.readers._barred import BarredLines, barred_table, barred_tables, is_rule
from auditor.readers._continued import joined
from auditor.readers._inline_html import cell_of
from auditor.readers._outline import NOTE, is_bullet, outlined
from auditor.readers._thresholds import HEADING_LENGTH, LONGEST_LINE
from auditor.readers._titles import is_heading, is_parted, text_width, titles_above

if TYPE_CHECKING:
    from auditor.readers._aligned.fixed import FixedWidthTables
    from auditor.readers._aligned.tables import Row

SUFFIXES = (".md", ".markdown", ".txt", ".text", ".tsv.txt")

PLAIN_HEADING, BRACKETED_HEADING = 7, 8


_HASHES = deferred(r"\s{0,3}(#{1,6})\s")
_HASHES_AROUND = deferred(r"^\s*#+|(?<=\s)#+\s*$")
_BRACKETED = deferred(r"\s*(?:<<?[^<>]+>>?|[◆■●【〔].*+)\s*+$")
_DASHES = deferred(r":?-+:?")
_FENCE = deferred(r"\s*(?:```|~~~)")
_PIPE = deferred(r"(?<!\\)\|")


def accepts(data: bytes) -> bool:
    """Whether the bytes are text."""
    return is_text(data)


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for an unknown encoding or a line over the limit."""
    lines = tuple(decoded(data).split("\n"))
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise UnreadableError(
                f"line {number} is {len(line):,} characters long; the limit is {LONGEST_LINE:,}"
            )
    pieces = tuple(_pieces(lines, path))
    return Document(
        path,
        hashlib.sha256(data).hexdigest(),
        joined(outlined(_blocks(pieces, path))).blocks,
        lines,
        unread=tuple(_unclosed_tables(pieces)),
    )


class _Piece(NamedTuple):
    """Consecutive lines that belong together: (line number from 1, text) each."""

    kind: str  # pipes, tabs, fixed, barred, heading, text
    lines: tuple[tuple[int, str], ...]
    level: int = 0
    tables: tuple[tuple[Row, ...], ...] = ()


def _pieces(lines: Sequence[str], path: str) -> Iterator[_Piece]:
    """The pieces in order; where tables that nothing marks stand, with the titles above."""
    kinds = [_kind(lines, at) for at in range(len(lines))]
    barred = barred_tables(lines, [kind == "text" for kind in kinds])
    for run in barred:
        kinds[run.first : run.last] = ["barred"] * (run.last - run.first)
    free = [
        kind in ("text", "blank") or is_tag(line) or (kind == "heading" and is_parted(line))
        for kind, line in zip(kinds, lines, strict=True)
    ]
    width = text_width(line for kind, line in zip(kinds, lines, strict=True) if kind == "text")
    fixed = _fixed_tables(lines, free, path)
    if not fixed and not barred:
        yield from _between(lines, 0, len(lines), width)
        return
    lines = ["" if is_tag(line) else line for line in lines]
    at = 0
    both: list[FixedWidthTables | BarredLines] = [*fixed, *barred]
    for one in sorted(both, key=lambda one: one.first):
        titles = titles_above(lines, at, max(one.first, at))
        yield from _between(lines, at, titles, width)
        yield from _title_pieces(lines, titles, one.first)
        numbers = range(max(one.first, at), one.last)
        yield _unmarked(one, tuple((n + 1, lines[n]) for n in numbers))
        at = one.last
    yield from _between(lines, at, len(lines), width)


def _unmarked(one: FixedWidthTables | BarredLines, run: tuple[tuple[int, str], ...]) -> _Piece:
    if isinstance(one, BarredLines):
        return _Piece("barred", tuple((n, line) for n, line in run if not is_rule(line)))
    return _Piece("fixed", run, tables=one.tables)


def _fixed_tables(
    lines: Sequence[str], free: Sequence[bool], path: str
) -> Sequence[FixedWidthTables]:
    """The fixed-width tables; what finds them is loaded only where there may be some."""
    if not may_hold_tables(lines, free):
        return ()
    from auditor.readers._aligned.fixed import fixed_tables

    return fixed_tables(lines, free, path)


def _title_pieces(lines: Sequence[str], start: int, end: int) -> Iterator[_Piece]:
    for at in range(start, end):
        if not lines[at].strip():
            continue
        is_note = NOTE.fullmatch(narrowed(lines[at])) is not None
        run = ((at + 1, lines[at]),)
        yield _Piece("text", run) if is_note else _Piece("heading", run, _title_level(lines[at]))


def _title_level(line: str) -> int:
    return _level(line) if _HASHES.match(line) else PLAIN_HEADING


def _between(lines: Sequence[str], start: int, end: int, width: int) -> Iterator[_Piece]:
    """The pieces of lines ``start`` to ``end`` (from 0, exclusive), none of them fixed-width."""
    at = start
    while at < end:
        kind = _kind(lines, at)
        first = at
        at += 1
        while at < end and kind in ("pipes", "tabs", "text") and _continues(kind, lines, at):
            at += 1
        run = tuple(enumerate(lines[first:at], start=first + 1))
        if kind == "tabs" and len(run) == 1:
            kind = "text"
        if kind == "heading":
            yield _Piece(kind, run, _level(run[0][1]))
        elif kind == "text":
            yield _text_piece(run, lines, width)
        elif kind != "blank":
            yield _Piece(kind, run)


def _continues(kind: str, lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to the table or paragraph above; rows may lack their outer bars."""
    if kind == "pipes" and _PIPE.search(lines[at]):
        return True
    return _kind(lines, at) == kind and not (kind == "text" and is_bullet(lines[at]))


def _kind(lines: Sequence[str], at: int) -> str:
    line = lines[at]
    if not line.strip() or _FENCE.match(line):
        return "blank"
    if line.lstrip().startswith("|"):
        return "pipes"
    if "|" in line and _in_open_table(lines, at):
        return "pipes"
    if "\t" in line.strip("\n\r ") and line.strip():
        return "tabs"
    if _HASHES.match(line) or (_BRACKETED.match(line) and len(line) <= HEADING_LENGTH):
        return "heading"
    return "text"


def _in_open_table(lines: Sequence[str], at: int) -> bool:
    """Whether a line with bars but no leading one belongs to a table with a separator row."""
    near = lines[max(at - 1, 0) : at + 2]
    return any("|" in line and _is_separator(line) for line in near)


def _level(line: str) -> int:
    hashes = _HASHES.match(line)
    return len(hashes[1]) if hashes else BRACKETED_HEADING


def _text_piece(run: tuple[tuple[int, str], ...], lines: Sequence[str], width: int) -> _Piece:
    """A paragraph, or a heading when it is short and stands alone."""
    alone = _blank_or_table(lines, run[0][0] - 2) and _blank_or_table(lines, run[-1][0])
    heads = alone and is_heading([line for _, line in run], width)
    return _Piece("heading", run, PLAIN_HEADING) if heads else _Piece("text", run)


def _blank_or_table(lines: Sequence[str], index: int) -> bool:
    return not 0 <= index < len(lines) or _kind(lines, index) != "text"


def _blocks(pieces: Sequence[_Piece], path: str) -> Iterator[Block]:
    tables = 0
    for piece in pieces:
        if piece.kind in ("heading", "text"):
            yield _passage(piece, path)
        elif piece.kind == "fixed":
            from auditor.readers._aligned.tables import numbered

            for rows in piece.tables:
                tables += 1
                yield numbered(rows, tables)
        elif piece.kind == "barred":
            tables += 1
            yield barred_table(piece.lines, path, tables)
        else:
            tables += 1
            yield _table(piece, path, tables)


def _table(piece: _Piece, path: str, number: int) -> Table:
    pipes = piece.kind == "pipes"
    cut = _pipe_cells if pipes else _tab_cells
    rows = [(n, line) for n, line in piece.lines if not (pipes and _is_separator(line))]
    return Table(
        number,
        tuple(
            tuple(
                cell_of(text, Source(path, LinePlace(n, at + 1, at + 1 + len(text)), number, r, c))
                for c, (at, text) in enumerate(cut(line), start=1)
            )
            for r, (n, line) in enumerate(rows, start=1)
        ),
    )


def _is_separator(line: str) -> bool:
    return "-" in line and all(_DASHES.fullmatch(text) for _, text in _pipe_cells(line))


def _passage(piece: _Piece, path: str) -> Passage:
    text, anchors = "", []
    for number, line in piece.lines:
        anchors.append(Anchor(len(text), Source(path, LinePlace(number, 1, 1 + len(line)))))
        text += narrowed(line) + "\n"
    if piece.level and piece.level < PLAIN_HEADING:
        text = _HASHES_AROUND.sub(lambda hashes: " " * len(hashes[0]), text[:-1]) + "\n"
    return Passage(text[:-1], tuple(anchors), piece.level)


def _pipe_cells(line: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each cell, blanks around it left out."""
    start = line.index("|") + 1 if line.lstrip().startswith("|") else 0
    end = len(line.rstrip())
    bars = [m.start() for m in _PIPE.finditer(line, start)]
    if not bars or bars[-1] != end - 1:
        bars.append(end)
    for bar in bars:
        yield _stripped(line, start, bar)
        start = bar + 1


def _tab_cells(line: str) -> Iterator[tuple[int, str]]:
    start = 0
    for text in line.split("\t"):
        yield _stripped(line, start, start + len(text))
        start += len(text) + 1


def _stripped(line: str, start: int, end: int) -> tuple[int, str]:
    text = line[start:end]
    lead = len(text) - len(text.lstrip())
    return (start + lead, text.strip()) if text.strip() else (start, "")


def _unclosed_tables(pieces: Sequence[_Piece]) -> Iterator[str]:
    """A row that breaks off before its closing bar, as when a file was cut."""
    for piece in pieces:
        if piece.kind != "pipes" or not piece.lines[0][1].rstrip().endswith("|"):
            continue
        width = len(list(_pipe_cells(piece.lines[0][1])))
        for number, line in piece.lines:
            if not line.rstrip().endswith("|") and len(list(_pipe_cells(line))) < width:
                yield f"line {number}: the table is not closed: a row breaks off before its last |"
