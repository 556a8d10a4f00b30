"""From a data file's bytes to its records: what columns it may have, then their cells."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.datafiles.columns.opening import PARQUET, Header, possible_headers
from auditor.formats import inputs
from auditor.formats.decoding import decoded, opening
from auditor.formats.thresholds import OPENING
from auditor.readers import UnreadableError

if TYPE_CHECKING:
    from auditor.datafiles.columns.records import Records
    from auditor.model.dataset import DataSet

Content = bytes | mmap.mmap

NO_PYARROW = "Parquet needs pyarrow: pip install pyarrow"


def content_of(path: str, stdin: bytes | None) -> Content:
    """The file's bytes, which the system reads when they are needed; "" if it cannot be read."""
    if path == inputs.STDIN:
        return inputs.content(path, stdin)
    try:
        with Path(path).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # no such file, or an empty one: its reader says so
        return b""


def headers_of(content: Content) -> tuple[Header, ...]:
    """The columns that the file may have; raises UnreadableError for what Parquet is not."""
    if content[: len(PARQUET)] == PARQUET:
        from auditor.datafiles.columns import parquet

        try:
            return (Header(parquet.names_of(content)),)
        except ImportError as missing:
            raise UnreadableError(NO_PYARROW) from missing
    text = opening(content[:OPENING])
    return possible_headers(text) if text else ()


def records_of(content: Content, header: Header, data: DataSet) -> tuple[Records, Content]:
    """The records, and the bytes that were read: of another encoding, the same text in UTF-8.

    Raises UnreadableError where two columns have one name.
    """
    from auditor.datafiles.columns import delimited, parquet
    from auditor.datafiles.columns.layout import layout_of

    twice = [name for name in dict.fromkeys(header.names) if header.names.count(name) > 1]
    if twice:
        raise UnreadableError(f"several of its columns are called {twice[0]}")
    layout = layout_of(header.names, data, header.delimiter)
    if content[: len(PARQUET)] == PARQUET:
        return parquet.read(content, layout), content
    try:
        if b"\x00" not in content[:OPENING]:
            return delimited.read(content, layout), content
    except UnicodeDecodeError:
        pass
    content = decoded(bytes(content)).encode()
    return delimited.read(content, layout), content
