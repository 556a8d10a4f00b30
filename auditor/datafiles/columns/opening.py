"""Opening: the columns of a data file, and whether a data set is declared for it."""

from __future__ import annotations

import io
import mmap
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import PurePath
from typing import NamedTuple

from auditor.datafiles.columns.lines import fields_of
from auditor.formats.records import records
from auditor.model.dataset import DataSet
from auditor.model.rule import Pack

DELIMITERS = (",", "\t", ";", "|")
PARQUET = b"PAR1"
SUFFIXES = (".csv", ".tsv", ".psv", ".tab")
"""What text files of records are called; others are documents."""


class Header(NamedTuple):
    """The columns of a file, and what sets them apart in its text."""

    names: tuple[str, ...]
    delimiter: str = ","


def holds_records(path: str, content: bytes | mmap.mmap) -> bool:
    """Whether a file may be one of records, by its name or its first bytes."""
    return PurePath(path).suffix.lower() in SUFFIXES or content[: len(PARQUET)] == PARQUET


def possible_headers(opening: str) -> tuple[Header, ...]:
    """The first record of a text, by every delimiter."""
    lines = [line for line in io.StringIO(opening, newline=None) if line.strip()]
    return tuple(Header(_names(lines, one), one) for one in DELIMITERS)


def _names(lines: Sequence[str], delimiter: str) -> tuple[str, ...]:
    """The fields of the first record; a stray quotation mark takes no more than its line."""
    bare = [line.rstrip("\n") for line in lines]
    first = next(records(bare, delimiter), None)
    if first is not None and first.unclosed:
        return tuple(text for text, *_ in first.fields)
    return tuple(next(fields_of(lines, delimiter), ()))


def declared_for(path: str, headers: Sequence[Header], packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs whose data set the file is: by its name, or else by the columns it must have."""
    return tuple(
        pack
        for pack in packs
        if pack.data is not None
        and (_is_named(path, pack.data) if pack.data.files else _has_all(headers, pack.data))
    )


def header_for(data: DataSet, headers: Sequence[Header]) -> Header:
    """That with the most of the declared columns."""
    wanted = {column.name for column in data.columns}
    return max(headers, key=lambda header: len(wanted.intersection(header.names)))


def _is_named(path: str, data: DataSet) -> bool:
    file = PurePath(path)
    names = (file.name, file.as_posix())
    return any(fnmatch(name, one) for one in data.files for name in names)


def _has_all(headers: Sequence[Header], data: DataSet) -> bool:
    required = {column.name for column in data.columns if column.required}
    return any(required and required <= {*header.names} for header in headers)
