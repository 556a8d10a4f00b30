"""Unknown amounts: texts of a page that stand where amounts do, in a notation nobody knows.

They are set in columns as figures are, so that the table that they are part of is one, and says
that they were not understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.notation.deferred import deferred
from auditor.notation.numerals import figures
from auditor.notation.unknown_numbers import unknown_numbers
from auditor.readers._aligned.chunks import Chunk, Kind, as_figure
from auditor.readers._aligned.lines import PrintedLine, line_of
from auditor.readers._aligned.words import Scale

_DIGIT = deferred(r"\d")


def with_unknown_amounts(lines: Sequence[PrintedLine], scale: Scale) -> list[PrintedLine]:
    """The lines, in which amounts that nobody can read, as running text either, are figures."""
    beside = {
        (row, at): chunk.text
        for row, line in enumerate(lines)
        for at, chunk in enumerate(line.chunks)
        if at and chunk.kind is Kind.TEXT and _DIGIT.search(chunk.text) and not figures(chunk.text)
    }
    found = unknown_numbers(beside)
    rows = {row for row, _ in found}
    return [
        _restated(line, [(row, at) in found for at in range(len(line.chunks))], scale)
        if row in rows
        else line
        for row, line in enumerate(lines)
    ]


def _restated(line: PrintedLine, unknown: Sequence[bool], scale: Scale) -> PrintedLine:
    parts: tuple[Chunk, ...] = tuple(
        as_figure(chunk, scale) if is_one else chunk
        for chunk, is_one in zip(line.chunks, unknown, strict=True)
    )
    return line_of(parts, line.top, line.bottom, line.flow, line.page)
