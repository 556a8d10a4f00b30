"""Delimited text: files of records whose fields are set apart by commas, semicolons, tabs or bars.

The whole file is one table, but for sentences that stand alone in their records. ``row`` counts
its records, header included, and ``col`` their fields; a blank line is no record, a line with
nothing but a quoted empty field is one. A field keeps its text as written, blanks and zeros
included, but for its quotation marks: those around it go and doubled ones become single. It is
cited where its text begins, inside the quotation marks; one of several lines by the first of them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise, takewhile

from auditor.formats.decoding import decoded, is_text, opening
from auditor.formats.records import QUOTE, Record, records
from auditor.formats.thresholds import OPENING
from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Anchor, Block, Cell, Document, Passage, Source, Table
from auditor.model.places.line import LinePlace
from auditor.notation.numerals import cell_figure, narrowed
from auditor.readers._outline import NOTE
from auditor.readers._thresholds import HEADINGS_KEPT, NO_CHANCE, SAMPLE, SHORTEST_PROSE

SUFFIXES = (".csv", ".tsv", ".tab")

COMMA = ","
DELIMITERS = ("\t", ";", "|", COMMA)
"""Likeliest first where several fit alike: a comma also stands inside numbers."""

TITLE_LEVEL = 1
_SENTENCE_ENDS = (".", "。", "!", "?")

_BETWEEN_DIGITS = re.compile(r"(?<=[0-9]),(?=[0-9])")
_HUNDREDS = re.compile(r"\d{3}(?!\d)")
_MARKUP = ("<", "|", "#", "{", "[")
_MARKDOWN_SEPARATOR = re.compile(r"[\s|:]*+-[\s|:-]*+")


def accepts(data: bytes) -> bool:
    """Whether the bytes are text: a file of this name may hold any."""
    return is_text(data)


def recognises(data: bytes) -> bool:
    """Whether the content, whatever its name, is plainly delimited records and nothing else.

    Every record then has the same two or more fields. At least half of them hold a number, or
    there are so many fields that it cannot be chance; and most are set apart by a delimiter that
    is no part of a number ("Revenue 1,204").
    """
    text = opening(data)
    if text.lstrip().startswith(_MARKUP):
        return False
    lines = text.split("\n")[: -1 if len(data) > OPENING else None]
    if any(map(_MARKDOWN_SEPARATOR.fullmatch, lines)):
        return False
    possible = [delimiter for delimiter in DELIMITERS if _sets_apart(lines, delimiter)]
    if not possible:
        return False
    delimiter = max(possible, key=lambda one: _consistency(lines, one))
    return _are_records([[t for t, *_ in record.fields] for record in records(lines, delimiter)])


def _sets_apart(lines: Sequence[str], delimiter: str) -> bool:
    """Whether every line has the delimiter, as far as no quotation mark may join lines."""
    plain = takewhile(lambda line: QUOTE not in line, lines)
    return all(delimiter in line for line in plain if line and not line.isspace())


def _are_records(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the texts are the fields of records, and no prose that is cut up evenly by chance."""
    widths = {len(texts) for texts in rows}
    if len(rows) < 2 or len(widths) > 1 or widths == {1}:
        return False
    filled = [texts for texts in rows if any(map(str.strip, texts))]
    numbered = sum(any(map(cell_figure, texts)) for texts in filled)
    evident = (max(widths) - 1) * (len(rows) - 1) >= NO_CHANCE
    return 2 * sum(map(_is_set_apart, filled)) >= len(filled) and (
        2 * numbered >= len(filled) or (evident and numbered > 0)
    )


def _is_set_apart(texts: Sequence[str]) -> bool:
    """Whether some two fields of a record are not the halves of a number such as "1,204"."""
    return not all(a[-1:].isdigit() and _HUNDREDS.match(b) for a, b in pairwise(texts))


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for an unknown encoding or a file without records."""
    lines = tuple(decoded(data).split("\n"))
    rows: list[tuple[Cell, ...]] = []
    unread: list[str] = []
    for number, record in enumerate(records(lines, _delimiter(_sample(lines))), start=1):
        rows.append(_cells(record, path, number))
        if record.unclosed:
            unread.append(f"line {record.fields[-1][1]}: the quotation mark is never closed")
    if not rows:
        raise UnreadableError("the file is empty")
    prose = {
        row: cells[0] for row, cells in enumerate(rows) if _is_lone(cells) and _is_prose(cells)
    }
    titles = _titles([cells for row, cells in enumerate(rows) if row not in prose])
    headings = tuple(map(_heading, [c for c in titles if not NOTE.fullmatch(c.text)]))
    table = Table(
        1,
        tuple(_emptied(cells) if row in prose else cells for row, cells in enumerate(rows)),
        headings[-HEADINGS_KEPT:],
        tuple(c.text.strip() for c in titles if NOTE.fullmatch(c.text)),
    )
    blocks: tuple[Block, ...] = (
        table,
        *(_passage(cell, table.headings) for cell in prose.values()),
    )
    return Document(path, hashlib.sha256(data).hexdigest(), blocks, lines, unread=tuple(unread))


def _cells(record: Record, path: str, row: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(text, Source(path, LinePlace(line, column, end), 1, row, col))
        for col, (text, line, column, end) in enumerate(record.fields, start=1)
    )


def _titles(rows: Sequence[tuple[Cell, ...]]) -> list[Cell]:
    """The cells that stand alone in the first records, above any that has two."""
    above = [row[0] for row in takewhile(_is_lone, rows)]
    return above if len(above) < len(rows) else []


def _is_lone(row: tuple[Cell, ...]) -> bool:
    return bool(row[0].text.strip()) and not any(cell.text.strip() for cell in row[1:])


def _is_prose(row: tuple[Cell, ...]) -> bool:
    """Whether a record of one text is a sentence that states figures, as workbooks hold them too.

    Its record stays in the table, empty, so that the records below keep their numbers.
    """
    if not _is_lone(row):
        return False
    text = narrowed(row[0].text).strip()
    ends = text.endswith(_SENTENCE_ENDS) and len(text) >= SHORTEST_PROSE
    return ends and cell_figure(text) is None and any(map(str.isdigit, text))


def _emptied(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, text="") for cell in row)


def _passage(cell: Cell, headings: tuple[Passage, ...]) -> Passage:
    there = cell.source._replace(table=None, row=None, col=None)
    return Passage(narrowed(cell.text), (Anchor(0, there),), headings=headings)


def _heading(cell: Cell) -> Passage:
    return Passage(narrowed(cell.text), (Anchor(0, cell.source),), TITLE_LEVEL)


def _sample(lines: Sequence[str]) -> Sequence[str]:
    """The first lines, at least one."""
    lengths = accumulate(map(len, lines))
    return lines[: 1 + sum(1 for _ in takewhile(lambda length: length < SAMPLE, lengths))]


def delimiter_of(lines: Sequence[str]) -> str:
    """The delimiter by which a file's lines are read."""
    return _delimiter(_sample(lines))


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter under which the most records have the usual number of fields, two or more.

    A comma is none where it only opens decimals and another mark sets records apart: in a file
    of several tables, "1.842,6;1.721,3;7,0 %" has as many commas as any line of its table.
    """
    worth = {delimiter: _consistency(lines, delimiter) for delimiter in DELIMITERS}
    if _opens_decimals(lines) and any(worth[mark] for mark in DELIMITERS if mark != COMMA):
        worth[COMMA] = 0.0
    return max(DELIMITERS, key=worth.__getitem__)


def _opens_decimals(lines: Sequence[str]) -> bool:
    """Whether every comma stands between digits."""
    text = "\n".join(lines)
    commas = text.count(COMMA)
    return commas > 0 and len(_BETWEEN_DIGITS.findall(text)) == commas


def _consistency(lines: Sequence[str], delimiter: str) -> float:
    """The share of the records that have the usual number of fields; 0 if that is one."""
    widths = Counter(len(record.fields) for record in records(lines, delimiter))
    usual = max((count for width, count in widths.items() if width > 1), default=0)
    return usual / widths.total() if usual else 0
