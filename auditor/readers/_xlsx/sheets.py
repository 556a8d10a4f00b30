"""Sheets: the filled cells of a worksheet as they are stored, a row at a time."""

from __future__ import annotations

import bisect
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from auditor.formats.unreadable import UnreadableError
from auditor.readers._xlsx.addresses import LAST_COLUMN, Place, Span, place_of, span_of
from auditor.readers._xlsx.package import text_of, unescaped
from auditor.readers._xlsx.thresholds import LARGEST_SHEET, ROWS_KEPT

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


# What fills most of a large sheet: cells and rows that have a style and nothing else.
_EMPTY_CELL = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row r="[0-9]{1,7}"[^<>]*(?:/>|>\s*</row>)')


class Stored(NamedTuple):
    """What a cell holds: ``kind`` as its file says ("n", "str", "b", "e"), and its style's number.

    ``value`` is None in a formula's cell without a calculated value. ``shared`` is the number of
    the formula that a cell shares, whose text one of them states.
    """

    place: Place
    kind: str
    value: str | None
    style: int = 0
    formula: str | None = None
    shared: str | None = None


class Sheet(NamedTuple):
    """A worksheet; ``hidden`` rows and columns are ranges, first and last."""

    cells: tuple[Stored, ...]
    merged: tuple[Span, ...]
    hidden_rows: tuple[tuple[int, int], ...]
    hidden_columns: tuple[tuple[int, int], ...]
    shows_zeros: bool
    has_drawings: bool


def sheet(data: bytes, texts: tuple[str, ...]) -> Sheet:
    """The worksheet; raises UnreadableError for one that is broken or beyond the limits."""
    from lxml import etree

    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data  # UTF-16
    if _DECLARES.search(plain):
        raise UnreadableError("its XML declares entities, which are not read")
    builder = _SheetBuilder(texts)
    steps = etree.iterparse(
        io.BytesIO(_EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))),
        events=("end",),
        tag=["{*}row", "{*}mergeCell", "{*}col", "{*}sheetView", "{*}drawing"],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in steps:
            builder.take(element)
    except etree.XMLSyntaxError as reason:
        raise UnreadableError(f"its XML is broken: {reason.msg}") from reason
    return builder.sheet()


class _SheetBuilder:
    """A worksheet as far as it has been read."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts
        self.cells: list[Stored] = []
        self.merged: list[Span] = []
        self.hidden_rows: list[tuple[int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.shows_zeros = True
        self.has_drawings = False
        self.row = self.rows = 0

    def take(self, element: _Element) -> None:
        """Reads one element, and lets go of a row that has been read."""
        name = _local_name(element)
        if name == "row":
            self._take_row(element)
            element.clear()
            self.rows += 1
            parent = element.getparent() if self.rows % ROWS_KEPT == 0 else None
            if parent is not None:
                del parent[:-1]
        elif name == "mergeCell" and (span := span_of(element.get("ref") or "")):
            self.merged.append(span)
        elif name == "col" and _is_hidden(element, "width"):
            first, last = _index(element, "min"), _index(element, "max")
            self.hidden_columns.append((first, min(last, LAST_COLUMN)))
        elif name == "sheetView":
            self.shows_zeros = element.get("showZeros") not in ("0", "false")
        elif name == "drawing":
            self.has_drawings = True

    def _take_row(self, element: _Element) -> None:
        self.row = _index(element, "r") or self.row + 1
        if _is_hidden(element, "ht"):
            self.hidden_rows.append((self.row, self.row))
        column = 0
        for cell in _filled(element):
            place = place_of(cell.get("r") or "") or Place(self.row, column + 1)
            column = place.column
            found = self._stored(cell, place)
            if found is not None:
                self.cells.append(found)
        if len(self.cells) > LARGEST_SHEET:
            raise UnreadableError(f"a sheet has more than {LARGEST_SHEET:,} filled cells")

    def _stored(self, cell: _Element, place: Place) -> Stored | None:
        kind, style = cell.get("t") or "n", _index(cell, "s")
        value, formula, shared = None, None, None
        for child in cell:
            name = _local_name(child)
            if name == "v":
                value = child.text or ""
            elif name == "is":
                kind, value = "str", text_of(child)
            elif name == "f":
                formula = unescaped(child.text or "")
                shared = child.get("si") if child.get("t") == "shared" else None
        if kind == "s":
            kind, value = "str", self._text(value)
        elif kind == "str" and value is not None:
            value = unescaped(value)
        if value is None and formula is None:
            return None
        return Stored(place, kind, value, style, formula, shared)

    def _text(self, number: str | None) -> str:
        index = int(number) if number and number.strip().isdecimal() else len(self.texts)
        return self.texts[index] if index < len(self.texts) else ""

    def sheet(self) -> Sheet:
        return Sheet(
            tuple(self.cells),
            tuple(self.merged),
            tuple(_joined(self.hidden_rows)),
            tuple(_joined(self.hidden_columns)),
            self.shows_zeros,
            self.has_drawings,
        )


def _filled(row: _Element) -> Iterator[_Element]:
    """The cells of a row that hold anything; most of a styled sheet's do not."""
    return (cell for cell in row if len(cell))


def _joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges in order, those that touch made one."""
    first = last = 0
    for low, high in sorted(ranges):
        if first and low <= last + 1:
            last = max(last, high)
            continue
        if first:
            yield first, last
        first, last = low, high
    if first:
        yield first, last


def overlap(ranges: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether any of the ranges, in order and apart, shares a number with another."""
    at = bisect.bisect_left(ranges, first, key=lambda one: one[1])
    return at < len(ranges) and ranges[at][0] <= last


def _local_name(element: _Element) -> str:
    tag = str(element.tag)
    return tag[tag.rfind("}") + 1 :]


def _is_hidden(element: _Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _index(element: _Element, key: str) -> int:
    text = element.get(key) or ""
    return int(text) if text.isdecimal() and len(text) < 10 else 0
