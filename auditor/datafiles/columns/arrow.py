"""Tables of pyarrow to columns of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditor.datafiles.columns.layout import Layout
from auditor.datafiles.columns.records import CodedColumn, PrintedColumn

if TYPE_CHECKING:
    import pyarrow as pa


def columns_of(
    table: pa.Table, layout: Layout
) -> tuple[dict[str, CodedColumn], dict[str, PrintedColumn]]:
    """The columns that identify records, and those of figures; both of text."""
    return (
        {name: _coded(table[name]) for name in layout.coded},
        {name: _printed(table[name]) for name in layout.printed},
    )


def _coded(column: pa.ChunkedArray) -> CodedColumn:
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    whole = column.unify_dictionaries().combine_chunks()
    if whole.null_count or whole.dictionary.null_count:  # an absent value is a blank cell
        return _coded(pa.chunked_array([whole.cast(pa.string()).fill_null("")]))
    values = tuple(whole.dictionary.to_pylist())
    return CodedColumn(
        whole.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False), values
    )


def _printed(column: pa.ChunkedArray) -> PrintedColumn:
    import pyarrow as pa

    whole = column.cast(pa.large_string()).combine_chunks()
    if whole.null_count:
        whole = whole.fill_null("")
    _, offsets, data = whole.buffers()
    size, start = len(whole), whole.offset
    places = np.frombuffer(offsets, np.int64)[start : start + size + 1]
    return PrintedColumn(np.frombuffer(data, np.uint8) if data else np.zeros(1, np.uint8), places)
