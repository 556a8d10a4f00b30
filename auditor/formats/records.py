"""Records of delimited text: their fields, each with its place, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.formats.thresholds import FEWEST_SWALLOWED

QUOTE = '"'

_DIGIT = re.compile("[0-9]")
_OPENING_QUOTE = re.compile(" *" + QUOTE)

Field = tuple[str, int, int, int]
"""Text, line, column, end column. A plain tuple, since there may be tens of millions."""


class Record(NamedTuple):
    """``unclosed`` if a quotation mark opens in it and no later one closes that."""

    fields: list[Field]
    unclosed: bool = False


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Every record of the lines, in order; a blank line is none."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if QUOTE in line:
            record, at = _quoted_record(lines, at, delimiter)
            yield record
        elif line and (delimiter in line or not line.isspace()):
            yield Record(_plain_fields(line, at + 1, delimiter))
        at += 1


def _plain_fields(line: str, number: int, delimiter: str) -> list[Field]:
    fields, start = [], 1
    for text in line.split(delimiter):
        end = start + len(text)
        fields.append((text, number, start, end))
        start = end + 1
    return fields


def _quoted_record(lines: Sequence[str], at: int, delimiter: str) -> tuple[Record, int]:
    """The record that begins with line ``at`` (from 0), and the line it ends with."""
    fields: list[Field] = []
    start = 0
    while start <= len(lines[at]):
        mark = _OPENING_QUOTE.match(lines[at], start)
        found = (
            _quoted_field(lines, at, mark.end(), delimiter)
            if mark
            else _plain_field(lines, at, start, delimiter)
        )
        if found is None:
            # With its mark the rest of the line is no number: one cut short must not pass for one.
            fields.append(_verbatim(lines, at, start, len(lines[at])))
            return Record(fields, unclosed=True), at
        field, at, end = found
        fields.append(field)
        start = end + 1
    return Record(fields), at


def _plain_field(
    lines: Sequence[str], at: int, start: int, delimiter: str
) -> tuple[Field, int, int]:
    end = _field_end(lines[at], start, delimiter)
    return _verbatim(lines, at, start, end), at, end


def _quoted_field(
    lines: Sequence[str], at: int, start: int, delimiter: str
) -> tuple[Field, int, int] | None:
    """The field whose text begins at ``start``, and the line and offset (from 0) of its end.

    None when its quotation mark is never closed, or only by one further down: one that opens a
    field there, or that would make whole records the text of this field.
    """
    closing = _closing(lines, at, start)
    if closing is None or _are_records(lines[at], lines[at + 1 : closing[0]], delimiter):
        return None
    last, mark = closing
    end = _field_end(lines[last], mark + 1, delimiter)
    if not lines[last][mark + 1 : end].strip():
        return _unquoted(lines, (at, start), (last, mark)), last, end
    if last > at:
        return None
    return _verbatim(lines, at, start - 1, end), at, end  # "A" shares: the marks quote a word


def _are_records(above: str, lines: Sequence[str], delimiter: str) -> bool:
    """Whether lines are records of figures like the one above them, and no text of several."""
    return len(lines) >= FEWEST_SWALLOWED and all(
        line.count(delimiter) == above.count(delimiter) > 0 and _DIGIT.search(line)
        for line in lines
    )


def _closing(lines: Sequence[str], at: int, start: int) -> tuple[int, int] | None:
    """The line and offset, from 0, of the first quotation mark that is not doubled.

    The search passes over no mark that opens a field unclosed, so no line is searched twice so.
    """
    for number in range(at, len(lines)):
        line = lines[number]
        while (mark := line.find(QUOTE, start)) >= 0:
            if not line.startswith(QUOTE, mark + 1):
                return number, mark
            start = mark + 2
        start = 0
    return None


def _unquoted(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> Field:
    """The text between two places (line, offset); of several lines the first that is not blank."""
    (first, column), (last, mark) = start, end
    while first < last and not lines[first][column:].strip():
        first, column = first + 1, 0
    if first == last:
        text, stop = lines[last][column:mark], mark
    else:
        text = "\n".join((lines[first][column:], *lines[first + 1 : last], lines[last][:mark]))
        stop = len(lines[first])
    return text.replace(QUOTE * 2, QUOTE), first + 1, column + 1, stop + 1


def _verbatim(lines: Sequence[str], at: int, start: int, end: int) -> Field:
    return lines[at][start:end], at + 1, start + 1, end + 1


def _field_end(line: str, start: int, delimiter: str) -> int:
    end = line.find(delimiter, start)
    return len(line) if end < 0 else end
