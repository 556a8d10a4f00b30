"""Records: a data file as columns, each cell's text kept as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Rows = NDArray[np.int64]
"""Records, from 0; the header is none."""


class CodedColumn(NamedTuple):
    """A column that identifies records: each cell's place in the list of its values."""

    codes: Codes
    values: tuple[str, ...]

    def at(self, row: int) -> str:
        return self.values[int(self.codes[row])]


class PrintedColumn(NamedTuple):
    """A column of figures: the text of cell i is ``data[offsets[i] : offsets[i + 1]]``, UTF-8."""

    data: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    def at(self, row: int) -> str:
        return bytes(self.data[self.offsets[row] : self.offsets[row + 1]]).decode()

    def with_point(self, point: str) -> PrintedColumn:
        """The column as it would be written if a point opened its decimals, as ``point`` does."""
        if point == ".":
            return self
        other = np.arange(256, dtype=np.uint8)
        other[[ord("."), ord(",")]] = ord(","), ord(".")
        return self._replace(data=other[self.data])


class Records(NamedTuple):
    """A data file; ``names`` are its columns in the order of the file.

    ``ragged`` are the records that have not as many fields as there are columns, with how many
    they have; ``strays`` are those in which a quotation mark opens a field and is never closed,
    with which field from 1, the header being -1. ``has_lines``: it is text, with a header and lines
    that can be cited.
    """

    size: int
    names: tuple[str, ...]
    coded: Mapping[str, CodedColumn]
    printed: Mapping[str, PrintedColumn]
    ragged: Mapping[int, int] = MappingProxyType({})
    has_lines: bool = True
    strays: Mapping[int, int] = MappingProxyType({})

    def col(self, name: str) -> int:
        """The column's place in the file, from 1."""
        return self.names.index(name) + 1

    def number(self, row: int) -> int:
        """The record's place in the file, from 1, a header counted."""
        return row + 1 + self.has_lines

    def text(self, name: str, row: int) -> str:
        column = self.printed.get(name) or self.coded[name]
        return column.at(row)


def printed_column(texts: list[str]) -> PrintedColumn:
    """The texts one after the other."""
    encoded = [text.encode() for text in texts]
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
    offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
    return PrintedColumn(np.frombuffer(b"".join(encoded), np.uint8), offsets)
