"""A workbook of plain lists: texts and counts, headed, filtered, fitted to a printed page.

The same lists give the same bytes. A text is always a text: none is a formula to whatever opens it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from auditor.notation.text_columns import visible
from auditor.render._thresholds import LONGEST_CELL, MOST_ROWS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Excel dates its files; the same report must be the same file on another day.
WRITTEN = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel knows no time zones
A4 = 9
RULE = {"bottom": 1, "bottom_color": "#6B7077"}


class Style(Enum):
    """How a cell looks."""

    TEXT = auto()
    HEADING = auto()
    FIGURE = auto()
    ERROR = auto()
    WARNING = auto()
    GOOD = auto()
    TITLE = auto()
    SIGNED = auto()


# As the library that writes them names their properties.
LOOKS: Mapping[Style, dict[str, object]] = {
    Style.TEXT: {"text_wrap": True},
    Style.HEADING: {"text_wrap": True, "bold": True, "bg_color": "#E4E7EB"} | RULE,
    Style.FIGURE: {"text_wrap": True, "align": "right"},
    Style.ERROR: {"text_wrap": True, "bg_color": "#FBE4E1"},
    Style.WARNING: {"text_wrap": True, "bg_color": "#FBEECD"},
    Style.GOOD: {"text_wrap": True, "bg_color": "#E0F0E6"},
    Style.TITLE: {"bold": True, "font_size": 14},
    Style.SIGNED: {"text_wrap": True} | RULE,
}


class Styled(NamedTuple):
    """A cell with a look of its own."""

    value: str | int
    style: Style


Value = str | int | Styled


class Column(NamedTuple):
    """A list's column; ``width`` is in characters."""

    title: str
    width: int
    style: Style = Style.TEXT


class Sheet(NamedTuple):
    """A list; without column titles it is a page of text."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    headed: bool = True


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of an XLSX file with these sheets."""
    import xlsxwriter

    written = io.BytesIO()
    options = {"in_memory": True, "default_format_properties": {"font_size": 10, "valign": "top"}}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": WRITTEN})
        looks = {style: book.add_format({"valign": "top"} | look) for style, look in LOOKS.items()}
        for sheet in sheets:
            _write(sheet, book.add_worksheet(sheet.name), looks)
    return written.getvalue()


def _write(sheet: Sheet, into: Worksheet, looks: Mapping[Style, Format]) -> None:
    first = [[Styled(column.title, Style.HEADING) for column in sheet.columns]]
    rows = [*(first if sheet.headed else []), *sheet.rows][:MOST_ROWS]
    for at, column in enumerate(sheet.columns):
        into.set_column(at, at, column.width)
    for number, row in enumerate(rows):
        for at, value in enumerate(row):
            styled = value if isinstance(value, Styled) else Styled(value, sheet.columns[at].style)
            _write_cell(into, (number, at), styled.value, looks[styled.style])
    if sheet.headed:
        into.freeze_panes(1, 0)
        into.repeat_rows(0)
        into.autofilter(0, 0, len(rows) - 1, len(sheet.columns) - 1)
    into.set_paper(A4)
    into.set_landscape()
    into.fit_to_pages(1, 0)
    into.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    into.set_footer("&C&A, page &P of &N")


def _write_cell(into: Worksheet, place: tuple[int, int], value: str | int, look: Format) -> None:
    if isinstance(value, int):
        into.write_number(*place, value, look)
    elif value:
        text = "\n".join(map(visible, value.split("\n")))
        into.write_string(*place, _fitting(text), look)
    else:
        into.write_blank(*place, None, look)


def _fitting(text: str) -> str:
    """As much of a text as a cell can hold, and a sign that it is not all."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 2]} …"
