"""Lines of a data file, as bytes, as text, and joined where quotation marks hold line breaks."""

from __future__ import annotations

import csv
import io
import mmap
from collections.abc import Iterable, Iterator

MOST_CHARACTERS = 2**31 - 1
"""Of a field; the library's own limit, 131,072, is no limit of the files."""

Content = bytes | mmap.mmap


def lines_of(content: Content) -> Iterator[bytes]:
    """The lines, each with its line break."""
    if isinstance(content, bytes):
        return iter(io.BytesIO(content))
    content.seek(0)
    return iter(content.readline, b"")


def text_of(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").removeprefix("\ufeff")


def bare_texts(content: Content) -> Iterator[str]:
    """The lines without their line breaks."""
    return (text_of(line).rstrip("\r\n") for line in lines_of(content))


def quoted_records(content: Content, delimiter: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Every record, a blank line too: (number of its first line, its lines, its fields).

    The list of lines is emptied for the next record.
    """
    read: list[str] = []

    def lines() -> Iterator[str]:
        for line in lines_of(content):
            read.append(text_of(line))
            yield read[-1]

    first, reader = 1, fields_of(lines(), delimiter)
    for fields in reader:
        yield first, read, fields
        first += len(read)
        read.clear()


def fields_of(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The fields of every record of the lines, as other programs that read such files see them."""
    csv.field_size_limit(MOST_CHARACTERS)
    return csv.reader(lines, delimiter=delimiter)
