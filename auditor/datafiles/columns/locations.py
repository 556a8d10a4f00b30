"""Places: on which lines of a data file the records stand that are cited.

Lines are counted only as far as the last of these, and only once it is known which they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.document import WHOLE_FILE
from auditor.model.places import Place
from auditor.model.places.line import LinePlace

if TYPE_CHECKING:
    import mmap

Field = tuple[str, int, int, int]
"""Text, line, column, end column; all from 1."""
Fields = Callable[[Sequence[str]], Sequence[Field]]
"""The fields of a record, given its lines, the first being line 1."""


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


def places_of(
    content: bytes | mmap.mmap, rows: Iterable[int], delimiter: str, fields: Fields
) -> Places:
    """Where these records stand, the header being none."""
    wanted = {row + 1 for row in rows}
    known = {}
    if wanted:
        quoted = content.find(b'"') >= 0
        spans = (_quoted_spans if quoted else _spans)(content, delimiter)
        for number, (first, lines) in enumerate(spans):
            if number in wanted:
                texts = tuple(line.rstrip("\r\n") for line in lines())
                known[number - 1] = (first, texts, tuple(fields(texts)))
                wanted.remove(number)
                if not wanted:
                    break
    return Places(known)


Span = tuple[int, Callable[[], Sequence[str]]]


def _spans(content: bytes | mmap.mmap, delimiter: str) -> Iterator[Span]:
    """Every record, a line each; a blank line is none."""
    mark = delimiter.encode()
    for number, line in enumerate(_lines(content), start=1):
        if mark in line or not line.isspace():
            yield number, lambda line=line: [_text(line)]  # type: ignore[misc]


def _quoted_spans(content: bytes | mmap.mmap, delimiter: str) -> Iterator[Span]:
    """Every record, which may go on over line breaks in quotation marks."""
    read: list[str] = []

    def lines() -> Iterator[str]:
        for line in _lines(content):
            read.append(_text(line))
            yield read[-1]

    reader = csv.reader(lines(), delimiter=delimiter)
    first = 1
    for record in reader:
        if len(record) > 1 or (record and record[0].strip()):
            yield first, lambda: tuple(read)
        read.clear()
        first = reader.line_num + 1


def _lines(content: bytes | mmap.mmap) -> Iterator[bytes]:
    if isinstance(content, bytes):
        return iter(io.BytesIO(content))
    content.seek(0)
    return iter(content.readline, b"")


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").removeprefix("\ufeff")
