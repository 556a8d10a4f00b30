"""Places: on which lines of a data file the records stand that are cited.

Lines are counted once it is known which they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.lines import (
    Content,
    bare_texts,
    quoted_records,
    text_of,
)
from auditor.datafiles.thresholds import BYTES_AT_A_TIME
from auditor.formats.records import records
from auditor.model.document import WHOLE_FILE
from auditor.model.places import Place
from auditor.model.places.line import LinePlace

Field = tuple[str, int, int, int]
"""Text, line, column, end column; all from 1."""
Fields = Callable[[Sequence[str]], Sequence[Field]]
"""The fields of a record, given its lines, the first being line 1."""


LINE_BREAK = ord("\n")
WHITE = tuple(b" \t\n\r\x0b\x0c")
LINES_AT_A_TIME = 1 << 18
"""Lines looked at together: what is in work stays small."""
Offsets = NDArray[np.int64]
"""Places of bytes, from 0."""
Span = tuple[int, int, Callable[[], Sequence[str]]]
"""The number of a record, the header being 0, that of its first line, and its lines."""


class Places(NamedTuple):
    """Records with their lines: (number of the first line, lines, fields)."""

    known: Mapping[int, tuple[int, tuple[str, ...], tuple[Field, ...]]]

    def of(self, row: int, col: int) -> Place:
        """Where a field stands; nowhere in particular where the file has no lines."""
        if row not in self.known:
            return WHOLE_FILE
        first, _, fields = self.known[row]
        if col > len(fields):
            return LinePlace(first)
        _, line, column, end = fields[col - 1]
        return LinePlace(first + line - 1, column, end)

    def text(self, row: int, col: int) -> str:
        """A field as it stands in the file, "" where that has no lines."""
        return self.known[row][2][col - 1][0] if row in self.known else ""

    def line_of(self, number: int | None, line: int | None) -> str | None:
        """One of the lines of a record, by its number in the file, header counted."""
        found = self.known.get((number or 0) - 2)
        return found[1][line - found[0]] if found and line else None


NOWHERE = Places({})


def places_of(content: Content, rows: Iterable[int], delimiter: str, fields: Fields) -> Places:
    """Where these records stand, the header being none."""
    if content.find(b'"') >= 0:
        return _places(rows, _quoted_spans(content, delimiter), fields)
    return _places(rows, _spans(content, delimiter, {row + 1 for row in rows}), fields)


def places_by_line(content: Content, rows: Iterable[int], delimiter: str, fields: Fields) -> Places:
    """The same where a quotation mark is stray: the records are those of documents."""
    return _places(rows, _spans_by_line(tuple(bare_texts(content)), delimiter), fields)


def _places(rows: Iterable[int], spans: Iterable[Span], fields: Fields) -> Places:
    wanted = {row + 1 for row in rows}
    known = {}
    for number, first, lines in spans if wanted else ():
        if number in wanted:
            texts = tuple(line.rstrip("\r\n") for line in lines())
            known[number - 1] = (first, texts, tuple(fields(texts)))
            wanted.remove(number)
            if not wanted:
                break
    return Places(known)


def _spans(content: Content, delimiter: str, wanted: Collection[int]) -> Iterator[Span]:
    """The records of these numbers, a line each; a blank line is none."""
    ends = _line_ends(content)
    blank = np.array([*_blank_lines(content, ends, delimiter.encode())], np.int64)
    before = blank - np.arange(len(blank))  # the records above each blank line
    for number in sorted(wanted):
        line = number + int(np.searchsorted(before, number, side="right"))
        if line < len(ends):
            text = _line(content, ends, line)
            yield number, line + 1, lambda text=text: [text_of(text)]  # type: ignore[misc]


def _line_ends(content: Content) -> Offsets:
    """Where each line ends, its line break not counted, all at once."""
    data = np.frombuffer(content, np.uint8)
    breaks = [
        np.flatnonzero(data[start : start + BYTES_AT_A_TIME] == LINE_BREAK) + start
        for start in range(0, len(data), BYTES_AT_A_TIME)
    ]
    rest = [] if len(data) and data[-1] == LINE_BREAK else [len(data)]
    ends: Offsets = np.concatenate((*breaks, np.array(rest, np.int64)))
    return ends


def _line(content: Content, ends: Offsets, line: int) -> bytes:
    start = int(ends[line - 1]) + 1 if line else 0
    return content[start : int(ends[line])]


def _blank_lines(content: Content, ends: Offsets, mark: bytes) -> Iterator[int]:
    """The lines with nothing but white space, and no mark between fields."""
    data = np.frombuffer(content, np.uint8)
    for first in range(0, len(ends), LINES_AT_A_TIME):
        some = ends[first : first + LINES_AT_A_TIME]
        starts = np.concatenate(([ends[first - 1] + 1 if first else 0], some[:-1] + 1))
        opening = data[np.minimum(starts, len(data) - 1)]
        for line in (np.flatnonzero(np.isin(opening, WHITE)) + first).tolist():
            text = _line(content, ends, line)
            if mark not in text and not text.strip():
                yield line


def _quoted_spans(content: Content, delimiter: str) -> Iterator[Span]:
    """Every record, which may go on over line breaks in quotation marks."""
    number = 0
    for first, read, fields in quoted_records(content, delimiter):
        if len(fields) > 1 or (fields and fields[0].strip()):
            yield number, first, lambda read=read: tuple(read)  # type: ignore[misc]
            number += 1


def _spans_by_line(lines: Sequence[str], delimiter: str) -> Iterator[Span]:
    """Every record of a file with a stray quotation mark; blank lines after one are its own."""
    starts = [record.fields[0][1] - 1 for record in records(lines, delimiter)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        yield number, start + 1, lambda span=lines[start:end]: span  # type: ignore[misc]
