"""Parquet files to records, every value as the text that prints it.

Whole numbers and decimals keep their digits and their scale. A binary floating-point number is
printed by the shortest decimal that means it, and so has no trailing zeros.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.datafiles.columns.arrow import columns_of
from auditor.datafiles.columns.layout import Layout
from auditor.datafiles.columns.records import Records

if TYPE_CHECKING:
    import mmap


def names_of(content: bytes | mmap.mmap) -> tuple[str, ...]:
    """The file's columns; raises ImportError without pyarrow, ValueError for a broken file."""
    return tuple(_file(content).schema_arrow.names)


def read(content: bytes | mmap.mmap, layout: Layout) -> Records:
    """The records of the columns that a data set declares."""
    import pyarrow as pa

    table = _file(content).read(columns=[*layout.wanted])
    fields = [pa.field(name, _as_text(table[name].type)) for name in table.column_names]
    coded, printed = columns_of(table.cast(pa.schema(fields)), layout)
    return Records(table.num_rows, layout.names, coded, printed, has_lines=False)


def _as_text(kind: Any) -> Any:  # noqa: ANN401  # pyarrow has no types
    import pyarrow as pa

    return kind if pa.types.is_dictionary(kind) else pa.string()


def _file(content: bytes | mmap.mmap) -> Any:  # noqa: ANN401  # pyarrow has no types
    import pyarrow as pa
    from pyarrow import parquet

    return parquet.ParquetFile(pa.BufferReader(pa.py_buffer(content)))
