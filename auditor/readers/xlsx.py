"""XLSX: workbooks as a spreadsheet program shows them, cited by sheet and cell."""

from __future__ import annotations

from auditor.formats.archive import is_zipped, part_names
from auditor.model.document import Document

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls")
"""Of the last two, folders are searched for them to say that they are not read."""


def accepts(data: bytes) -> bool:
    """Whether the bytes are an archive: a broken one of this name is told to be broken."""
    return is_zipped(data)


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive with a workbook in it, XML or binary."""
    return is_zipped(data) and any(
        name.lstrip("/").casefold().startswith("xl/workbook") for name in part_names(data)
    )


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for a workbook that is broken or beyond the limits."""
    from auditor.readers._xlsx.workbook import workbook_document

    return workbook_document(data, path)
