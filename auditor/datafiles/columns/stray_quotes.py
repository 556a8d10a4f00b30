"""Stray quotation marks: whether one opens a field that nothing closes as it should.

Every line below it, up to the next mark, would then be part of one field.
"""

from __future__ import annotations

import numpy as np

from auditor.datafiles.columns.lines import Content, quoted_records
from auditor.datafiles.thresholds import BYTES_AT_A_TIME
from auditor.formats.records import QUOTE, records


def holds_stray(content: Content, delimiter: str, read: int) -> bool:
    """Whether a mark is stray in a file of which so many records were read, header counted.

    Where each record is a line and the marks come in pairs, none is, at the cost of counting.
    """
    if content.find(QUOTE.encode()) < 0:
        return False
    lines, marks = _counts(content)
    return (lines != read or marks % 2 == 1) and any(
        _is_stray(of, delimiter) for _, of, _ in quoted_records(content, delimiter)
    )


def _is_stray(lines: list[str], delimiter: str) -> bool:
    """Whether a mark in the lines of a record is stray."""
    if len(lines) == 1 and lines[0].count(QUOTE) % 2 == 0:
        return False
    bare = [line.rstrip("\r\n") for line in lines]
    return any(record.unclosed for record in records(bare, delimiter))


def _counts(content: Content) -> tuple[int, int]:
    """How many lines and quotation marks there are."""
    lines = marks = 0
    data = np.frombuffer(content, np.uint8)
    for start in range(0, len(data), BYTES_AT_A_TIME):
        piece = data[start : start + BYTES_AT_A_TIME]
        lines += int(np.count_nonzero(piece == ord("\n")))
        marks += int(np.count_nonzero(piece == ord(QUOTE)))
    return lines + (content[-1:] != b"\n"), marks
