"""Places in lines of text: what stands where a citation points."""

from __future__ import annotations

from auditor.model.document import Source


def opened(data: bytes, source: Source) -> str:
    """The characters of one line, from a column up to another."""
    assert source.line is not None
    assert source.column is not None
    assert source.end_column is not None
    return data.decode().split("\n")[source.line - 1][source.column - 1 : source.end_column - 1]
