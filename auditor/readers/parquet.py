"""Parquet: columns of data, which mean nothing until a rule file says what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from auditor.model.document import Document

SUFFIXES = (".parquet",)
MARK = b"PAR1"


def accepts(data: bytes) -> bool:
    """Whether the content is marked as Parquet."""
    return data.startswith(MARK)


def read(_data: bytes, _path: str) -> Document:
    """Raises UnreadableError: a data file that a rule file declares is not read as a document."""
    raise UnreadableError("it is a data file: give a rule file that says what its columns are")
