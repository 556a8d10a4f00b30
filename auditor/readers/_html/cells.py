"""Cells: what stands in which columns of a table's raster, and what belongs to one figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.model.figure import Figure
from auditor.notation.numerals import DECIMAL_COMMAS, cell_figure, narrowed, states_figure
from auditor.readers._html.flow import LineOfRuns, Paragraph, PlacedText, RawCell, RawTable
from auditor.readers._html.signs import with_signs
from auditor.readers._html.thresholds import MOST_RASTER_COLUMNS, MOST_STEPS
from auditor.readers._html.writing import written

_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENER = re.compile(r"(?:[A-Z]{0,2}[$€£¥₩₹]|RMB|Rs\.?)?\s*+(?:\(\s*+)?(?:[A-Z]{0,2}[$€£¥₩₹])?")
_CLOSER = re.compile(r"\)?\s*+(?:(?:%|pts?\.?|bps|ppts?|pp|x)\s*+)?\)?")
_NOTE = re.compile(r"(?:[*†‡§#¹²³⁰⁴-⁹\s]|※[0-9]?|\((?:[a-z]{1,2}|[A-Z])\)|\[[0-9a-z]{1,2}\])++")
_NUMBERED_NOTE = re.compile(r"(?:\([0-9]{1,2}\)[\s,]*)+|[0-9]{1,2}(?:,[0-9]{1,2})*")
_UNFINISHED = re.compile(r"[^0-9A-Za-z]{0,4}[0-9]{1,3}(?:[.,][0-9]{3}){0,6}[.,]")
_FINISHED = re.compile(r"[0-9]{3}(?:[.,][0-9]{3}){0,6}(?:[.,][0-9]{0,6})?[^0-9]{0,3}")
_STAND_IN = re.compile(r"(?:n\.?/?[am]\.?|nm|n\.m\.|\*+)", re.IGNORECASE)


class TangledTableError(Exception):
    """A table whose cells span more than any statement's do, with the reason in plain words."""


class Item(NamedTuple):
    """What stands in a row from column ``start`` to ``end`` (from 0) of the raster.

    ``figure`` if it is a number other than a year, ``number`` if it is any or a dash.
    """

    start: int
    end: int
    written: PlacedText
    cell: RawCell
    figure: bool = False
    number: bool = False
    raised: bool = False

    @property
    def text(self) -> str:
        return self.written.text


class RasterRow(NamedTuple):
    """A row's items from left to right, and where its cells begin: (column, end, offset)."""

    items: tuple[Item, ...]
    cells: tuple[tuple[int, int, int], ...]


class _Reach(NamedTuple):
    """Columns into which a cell of an earlier row reaches down, up to the row ``until``."""

    start: int
    end: int
    until: int
    label: Item | None


def raster(table: RawTable) -> list[RasterRow]:
    """The rows that show something, each item over the columns it spans.

    A label that reaches down stands in each row of figures that it reaches. Raises
    TangledTableError for a table too wide, or with too many cells that reach down.
    """
    found: list[RasterRow] = []
    reaching: list[_Reach] = []
    steps = 0
    for number, cells in enumerate(table.rows):
        reaching = sorted((r for r in reaching if r.until > number), key=lambda r: r.start)
        steps += len(reaching)
        if steps > MOST_STEPS:
            raise TangledTableError("too many cells span rows")
        placed = list(_placed(cells, reaching))
        begins = tuple((s, e, c.at) for s, e, c in placed)
        items: tuple[Item, ...] = ()
        for split in _lines_apart(placed):
            items = tuple(item for s, e, c, lines in split if (item := _item(s, e, c, lines)))
            if items:
                found.append(RasterRow((*_labels(items, reaching), *items), begins))
        words = {item.start: item for item in items if not item.number}
        reaching += [
            _Reach(s, e, number + c.rowspan, words.get(s)) for s, e, c in placed if c.rowspan > 1
        ]
    return [row._replace(items=tuple(_whole(row.items))) for row in _noted(found)]


def _labels(items: Sequence[Item], reaching: Iterable[_Reach]) -> Iterator[Item]:
    """The labels to the left of a row with figures that reach down into it."""
    if any(item.figure for item in items):
        yield from (r.label for r in reaching if r.label and r.end <= items[0].start)


def _placed(cells: Iterable[RawCell], reaching: Sequence[_Reach]) -> Iterator[_Spot]:
    """The cells of a row with the columns they span, to the right of those that reach down."""
    at, above = 0, 0
    for cell in cells:
        while above < len(reaching) and reaching[above].start <= at:
            at = max(at, reaching[above].end)
            above += 1
        end = at + cell.colspan
        if above < len(reaching):
            end = max(min(end, reaching[above].start), at + 1)
        if end > MOST_RASTER_COLUMNS:
            raise TangledTableError(f"it has more than {MOST_RASTER_COLUMNS:,} columns")
        yield at, end, cell
        at = end


_Spot = tuple[int, int, RawCell]
_Part = tuple[int, int, RawCell, tuple[LineOfRuns, ...]]


def _lines_apart(placed: Sequence[_Spot]) -> list[list[_Part]]:
    """The row as it is, or as many rows as its cells have lines where these are figures.

    Old pages set a statement in one row: labels in one cell, figures in the next, a line each.
    """
    parts = [(s, e, c, _lines(c)) for s, e, c in placed]
    filled = [lines for *_, lines in parts if lines]
    count = max(map(len, filled), default=0)
    stacked = [lines for lines in filled if len(lines) == count]
    if count < 2 or len(stacked) < 2 or any(len(x) not in (1, count) for x in filled):
        return [parts]
    numbers = [x for x in stacked if all(_is_number(written((n,), " ").text) for n in x)]
    if not numbers or any(len(x) == 1 and _is_number(written(x, " ").text) for x in filled):
        return [parts]
    return [
        [
            (s, e, c, lines[n : n + 1] if len(lines) == count else lines[: 1 if not n else 0])
            for s, e, c, lines in parts
        ]
        for n in range(count)
    ]


def _stated(text: str) -> Figure | None:
    """The figure of a cell, in whichever convention it has one."""
    return cell_figure(text) or cell_figure(text, DECIMAL_COMMAS)


def _is_number(text: str) -> bool:
    return states_figure(text)


def _lines(cell: RawCell) -> tuple[LineOfRuns, ...]:
    """The lines of a cell's text; tables within it have been dealt with."""
    return tuple(
        line for block in cell.blocks if isinstance(block, Paragraph) for line in block.lines
    )


def _item(start: int, end: int, cell: RawCell, lines: Sequence[LineOfRuns]) -> Item | None:
    text = written(lines, " ") if lines else None
    if text is None or not text.text:
        return None
    figure = _stated(text.text)
    year = figure is not None and _YEAR.fullmatch(narrowed(text.text).strip("() *¹²³⁴⁵⁶⁷⁸⁹"))
    return Item(
        start,
        end,
        text,
        cell,
        figure is not None and not figure.nil and not year,
        figure is not None,
        all(run.raised for line in lines for run in line if run.text.strip()),
    )


def _noted(rows: list[RasterRow]) -> list[RasterRow]:
    """The rows, columns of nothing but notes to the figures beside them taken for notes."""
    columns: dict[int, bool] = {}
    for row in rows:
        left: Item | None = None
        for item in row.items:
            beside_figure = left is not None and left.figure and left.end == item.start
            note = beside_figure and _NUMBERED_NOTE.fullmatch(item.text) and "(" in item.text
            columns[item.start] = columns.get(item.start, True) and bool(note)
            left = item
    noted = {start for start, notes in columns.items() if notes}
    if not noted:
        return rows
    return [
        row._replace(
            items=tuple(
                i._replace(raised=True, figure=False) if i.start in noted else i for i in row.items
            )
        )
        for row in rows
    ]


def _whole(items: Sequence[Item]) -> Iterator[Item]:
    """The items, signs and notes in cells of their own joined to the figure beside them."""
    items = _digits_joined(items)
    at = 0
    while at < len(items):
        opening, core = _opened(items, at)
        item = items[core]
        at = core + 1
        after = ""
        end = item.end
        text = opening + item.text
        while at < len(items) and (closing := _closing(text + after, end, items[at], item)):
            after += closing
            end = items[at].end
            at += 1
        if not opening and not after:
            yield item
            continue
        joined = with_signs(opening, item.written, after)
        stated = _stated(joined.text)
        yield item._replace(
            start=items[core - 1].start if opening else item.start,
            end=end,
            written=joined,
            figure=item.figure or (stated is not None and not stated.nil),
            number=item.number or stated is not None,
        )


def _digits_joined(items: Sequence[Item]) -> list[Item]:
    """The items, a figure whose digits stand in several cells made one.

    A number that ends in a comma has no other reading; one that ends in a point numbers a line,
    where nothing stands to its left.
    """
    found: list[Item] = []
    for item in items:
        left = found[-1] if found else None
        if (
            left is not None
            and left.end == item.start
            and _UNFINISHED.fullmatch(left.text)
            and _FINISHED.fullmatch(item.text)
            and (left.text.endswith(",") or len(found) > 1)
        ):
            found[-1] = _side_by_side(left, item)
        else:
            found.append(item)
    return found


def _side_by_side(left: Item, right: Item) -> Item:
    """Two items as one whose text is that of both without a blank."""
    after = (m._replace(offset=m.offset + len(left.text)) for m in right.written.marks)
    written_both = PlacedText(left.text + right.text, (*left.written.marks, *after))
    figure = _stated(written_both.text)
    return left._replace(
        end=right.end, written=written_both, figure=figure is not None, number=figure is not None
    )


def _opened(items: Sequence[Item], at: int) -> tuple[str, int]:
    """The sign that opens the next figure, if one stands here, and where that figure stands."""
    sign = items[at].text
    if at + 1 < len(items) and _OPENER.fullmatch(sign):
        following = items[at + 1].text
        if _is_number(following) or _STAND_IN.fullmatch(following):
            return sign if sign.endswith("(") else sign + " ", at + 1
    return "", at


def _closing(text: str, end: int, item: Item, core: Item) -> str:
    """What an item adds to the text that ends beside it; "" where it is a thing of its own."""
    sign = item.text
    if item.start != end:
        return ""
    if item.raised and (_NUMBERED_NOTE.fullmatch(sign) or _NOTE.fullmatch(sign)):
        return f" {sign}" if sign.startswith("(") else f" ({sign})"
    if not core.number or (_YEAR.fullmatch(core.text) and not core.figure):
        return f" {sign}" if core.number and _NOTE.fullmatch(sign) else ""
    if _NOTE.fullmatch(sign):
        return f" {sign}"
    if sign.startswith(")"):
        return sign if "(" in text and _CLOSER.fullmatch(sign) else ""
    return f" {sign}" if _CLOSER.fullmatch(sign) else ""
