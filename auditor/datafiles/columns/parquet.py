"""Parquet files to records, every value as the text that prints it.

Whole numbers and decimals keep their digits and their scale. A binary floating-point number is
printed by the shortest decimal that means it, and so has no trailing zeros.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from auditor.datafiles.columns.arrow import columns_of
from auditor.datafiles.columns.layout import Layout
from auditor.datafiles.columns.records import Records
from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    import mmap


def names_of(content: bytes | mmap.mmap) -> tuple[str, ...]:
    """The file's columns; raises ImportError without pyarrow, UnreadableError for a broken file."""
    with _broken_told():
        return tuple(_file(content).schema_arrow.names)


def read(content: bytes | mmap.mmap, layout: Layout) -> Records:
    """The records of the columns that a data set declares; raises UnreadableError likewise."""
    import pyarrow as pa

    with _broken_told():
        table = _file(content).read(columns=[*layout.wanted])
        fields = [pa.field(name, _as_text(table[name].type)) for name in table.column_names]
        texts = table.cast(pa.schema(fields))
        texts.validate(full=True)  # text that is none would be found only where it is shown
    coded, printed = columns_of(texts, layout)
    return Records(table.num_rows, layout.names, coded, printed, has_lines=False)


@contextmanager
def _broken_told() -> Iterator[None]:
    """What pyarrow raises on a broken file, as the reason why it is not read."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, ValueError, OverflowError) as broken:
        reason = str(broken).partition("\n")[0]
        raise UnreadableError(f"it is no Parquet file, or a broken one: {reason}") from broken


def _as_text(kind: Any) -> Any:  # noqa: ANN401  # pyarrow has no types
    import pyarrow as pa

    return kind if pa.types.is_dictionary(kind) else pa.string()


def _file(content: bytes | mmap.mmap) -> Any:  # noqa: ANN401  # pyarrow has no types
    import pyarrow as pa
    from pyarrow import parquet

    return parquet.ParquetFile(pa.BufferReader(pa.py_buffer(content)))
