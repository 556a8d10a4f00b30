"""Delimited text to records: read by pyarrow where it is installed, else field by field.

Both keep every cell's text as written. What pyarrow cannot read, such as records of unlike
length, is read field by field too. Where a quotation mark opens a field and nothing closes it, or
only another one that is meant to open, either would take many records for one: such a file is read
line by line.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from auditor.datafiles.columns.arrow import columns_of
from auditor.datafiles.columns.layout import Layout
from auditor.datafiles.columns.lines import Content, bare_texts, fields_of
from auditor.datafiles.columns.records import CodedColumn, Records, printed_column
from auditor.datafiles.columns.stray_quotes import holds_stray
from auditor.datafiles.thresholds import BYTES_AT_A_TIME
from auditor.formats.records import records

if TYPE_CHECKING:
    import pyarrow as pa

QUOTE = b'"'


def read(content: Content, layout: Layout) -> Records:
    """The records; raises UnicodeDecodeError for bytes that are not UTF-8."""
    try:
        found = _read_at_once(content, layout)
    except (ImportError, ValueError, KeyError):  # pyarrow's errors are such
        found = _read_one_by_one(content, layout)
    stray = holds_stray(content, layout.delimiter, found.size + 1)
    return _read_by_line(content, layout) if stray else found


def _read_at_once(content: Content, layout: Layout) -> Records:
    import pyarrow as pa
    from pyarrow import csv as arrow

    code, text = pa.dictionary(pa.int32(), pa.string()), pa.string()
    types = dict.fromkeys(layout.printed, text) | dict.fromkeys(layout.coded, code)
    table = arrow.read_csv(
        pa.BufferReader(pa.py_buffer(content)),
        read_options=arrow.ReadOptions(block_size=BYTES_AT_A_TIME),
        parse_options=arrow.ParseOptions(
            delimiter=layout.delimiter, newlines_in_values=content.find(QUOTE) >= 0
        ),
        convert_options=arrow.ConvertOptions(
            column_types=types,
            include_columns=list(types),
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
        ),
    )
    return _records(table, layout)


def _records(table: pa.Table, layout: Layout) -> Records:
    coded, printed = columns_of(table, layout)
    return Records(table.num_rows, layout.names, coded, printed)


def _read_one_by_one(content: Content, layout: Layout) -> Records:
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    rows = _rows(fields_of(lines, layout.delimiter))
    next(rows, None)
    return _from_rows(rows, layout)


def _read_by_line(content: Content, layout: Layout) -> Records:
    """The same by the rules of documents, under which no stray mark takes the lines below it.

    Which field is which cannot be told in the records that one stands in: they are ragged too.
    """
    header, *rows = records(tuple(bare_texts(content)), layout.delimiter)
    found = _from_rows(([text for text, *_ in row.fields] for row in rows), layout)
    open_ = [(number, len(r.fields)) for number, r in enumerate((header, *rows), -1) if r.unclosed]
    ragged = {number: width for number, width in open_ if number >= 0} | dict(found.ragged)
    return found._replace(ragged=dict(sorted(ragged.items())), strays=dict(open_))


def _from_rows(rows: Iterable[list[str]], layout: Layout) -> Records:
    places = [layout.names.index(name) for name in layout.wanted]
    width = len(layout.names)
    ragged: dict[int, int] = {}
    cells: list[list[str]] = [[] for _ in places]
    for number, row in enumerate(rows):
        if len(row) != width:
            ragged[number] = len(row)
        for column, place in zip(cells, places, strict=True):
            column.append(row[place] if place < len(row) else "")
    texts = dict(zip(layout.wanted, cells, strict=True))
    return Records(
        len(cells[0]) if cells else 0,
        layout.names,
        {name: coded_column(texts[name]) for name in layout.coded},
        {name: printed_column(texts[name]) for name in layout.printed},
        ragged,
    )


def _rows(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The records; a blank line is none."""
    return (row for row in rows if len(row) > 1 or (row and row[0].strip()))


def coded_column(texts: Sequence[str]) -> CodedColumn:
    """Each text's place among those that differ, in the order in which they first stand."""
    places: dict[str, int] = {}
    codes = [places.setdefault(text, len(places)) for text in texts]
    return CodedColumn(np.array(codes, np.int32), tuple(places))
