"""Workbooks: numbers with formats that show them as they are printed, else texts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditor.model.document import Source
from auditor.model.places.sheet import SheetPlace
from tests.formats.statement import (
    Block,
    Grid,
    Heading,
    Statement,
    is_nil,
    parts_of_figure,
    unmarked,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from xlsxwriter.workbook import Workbook as Writer
    from xlsxwriter.worksheet import Worksheet

_NUMBER = re.compile(r"#,##0(?:\.(0+))?(%?)")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?")


def one_sheet(statement: Statement) -> bytes:
    """Everything on one sheet, prose in its first column."""
    return _written([("Report", statement.blocks)])


def sheet_a_table(statement: Statement) -> bytes:
    """Each table on a sheet with what stands before it; what stands after the last on a further."""
    sheets: list[tuple[str, list[Block]]] = [("Sheet 1", [])]
    for block in statement.blocks:
        sheets[-1][1].append(block)
        if isinstance(block, Grid):
            sheets.append((f"Sheet {len(sheets) + 1}", []))
    return _written([(name, blocks) for name, blocks in sheets if blocks])


def _written(sheets: Iterable[tuple[str, Iterable[Block]]]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, blocks in sheets:
            _fill(book, book.add_worksheet(name), blocks)
    return out.getvalue()


def _fill(book: Writer, sheet: Worksheet, blocks: Iterable[Block]) -> None:
    bold = book.add_format({"bold": True})
    at = 0
    for block in blocks:
        if isinstance(block, Grid):
            _set_table(book, sheet, block, at)
            at += len(block.rows) + 1
        else:
            shown = bold if isinstance(block, Heading) else None
            sheet.write_string(at, 0, unmarked(block.text), shown)
            at += 2


def _set_table(book: Writer, sheet: Worksheet, grid: Grid, top: int) -> None:
    heading = book.add_format({"bold": True, "align": "center"})
    for row, texts in enumerate(grid.rows):
        for column, count in grid.spans(row):
            text = texts[column]
            if count > 1:
                sheet.merge_range(top + row, column, top + row, column + count - 1, text, heading)
            elif (number := _number(text)) and row >= grid.headers:
                value, shown = number
                sheet.write_number(top + row, column, value, book.add_format({"num_format": shown}))
            elif text:
                sheet.write_string(top + row, column, text)


def _number(text: str) -> tuple[float, str] | None:
    """The value and number format that show a text; None where none does."""
    if is_nil(text):
        return 0.0, f'#,##0;-#,##0;"{text}"'
    figure = parts_of_figure(text)
    if figure is None or figure["unit"] not in ("", "%"):
        return None
    if not _ENGLISH.fullmatch(figure["number"]):
        return None
    part = figure["number"].partition(".")[2]
    value = Decimal(figure["number"].replace(",", ""))
    value = value.scaleb(-2) if figure["unit"] else value
    plain = "#,##0" + ("." + "0" * len(part) if part else "") + figure["unit"]
    currency, sign = '"$"' if figure["currency"] else "", figure["sign"]
    if sign in ("", "+"):
        return float(value), f"{currency}{sign}{plain};{currency}-{plain}"
    below = f"({plain})" if sign == "(" else sign + plain
    return float(-value), f"{currency}{plain};{currency}{below}"


@lru_cache(maxsize=2)
def _book(data: bytes) -> Workbook:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data))


def opened(data: bytes, source: Source) -> str:
    """What a spreadsheet program shows in a cell."""
    assert isinstance(source.at, SheetPlace)
    assert source.at.cell is not None
    cell = _book(data)[source.at.sheet][source.at.cell]
    return _displayed(cell.value, cell.number_format)


def _displayed(value: Any, shown: str) -> str:
    """A value in one of the number formats that this module writes."""
    if not isinstance(value, int | float):
        return str(value or "")
    above, *others = shown.split(";")
    part = above
    if value < 0:
        part = others[0]
    elif value == 0 and len(others) > 1:
        return others[1].strip('"')
    number = _NUMBER.search(part)
    assert number, f"{shown} is not a format of this module's"
    decimals = len(number[1] or "")
    size = abs(Decimal(repr(value))) * (100 if number[2] else 1)
    return _NUMBER.sub(f"{size:,.{decimals}f}{number[2]}", part).replace('"', "")
