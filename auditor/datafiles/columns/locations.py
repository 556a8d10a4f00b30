"""Places: on which lines of a data file the records stand that are cited.

Lines are counted only as far as the last of these, and only once it is known which they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.datafiles.columns.lines import (
    Content,
    bare_texts,
    lines_of,
    quoted_records,
    text_of,
)
from auditor.formats.records import records
from auditor.model.document import WHOLE_FILE
from auditor.model.places import Place
from auditor.model.places.line import LinePlace

Field = tuple[str, int, int, int]
"""Text, line, column, end column; all from 1."""
Fields = Callable[[Sequence[str]], Sequence[Field]]
"""The fields of a record, given its lines, the first being line 1."""


Span = tuple[int, Callable[[], Sequence[str]]]
"""The number of a record's first line, and its lines."""


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
    quoted = content.find(b'"') >= 0
    return _places(rows, (_quoted_spans if quoted else _spans)(content, delimiter), fields)


def places_by_line(content: Content, rows: Iterable[int], delimiter: str, fields: Fields) -> Places:
    """The same where a quotation mark is stray: the records are those of documents."""
    return _places(rows, _spans_by_line(tuple(bare_texts(content)), delimiter), fields)


def _places(rows: Iterable[int], spans: Iterable[Span], fields: Fields) -> Places:
    wanted = {row + 1 for row in rows}
    known = {}
    for number, (first, lines) in enumerate(spans if wanted else ()):
        if number in wanted:
            texts = tuple(line.rstrip("\r\n") for line in lines())
            known[number - 1] = (first, texts, tuple(fields(texts)))
            wanted.remove(number)
            if not wanted:
                break
    return Places(known)


def _spans(content: Content, delimiter: str) -> Iterator[Span]:
    """Every record, a line each; a blank line is none."""
    mark = delimiter.encode()
    for number, line in enumerate(lines_of(content), start=1):
        if mark in line or not line.isspace():
            yield number, lambda line=line: [text_of(line)]  # type: ignore[misc]


def _quoted_spans(content: Content, delimiter: str) -> Iterator[Span]:
    """Every record, which may go on over line breaks in quotation marks."""
    for first, read, fields in quoted_records(content, delimiter):
        if len(fields) > 1 or (fields and fields[0].strip()):
            yield first, lambda read=read: tuple(read)  # type: ignore[misc]


def _spans_by_line(lines: Sequence[str], delimiter: str) -> Iterator[Span]:
    """Every record of a file with a stray quotation mark; blank lines after one are its own."""
    starts = [record.fields[0][1] - 1 for record in records(lines, delimiter)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, lambda span=lines[start:end]: span  # type: ignore[misc]
