"""A workbook of plain lists: texts and counts, headed, filtered, fitted to a printed page.

Written part by part, so that nothing but the standard library is needed and the same lists give
the same bytes. A text is always a text: none is a formula to whatever opens it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from auditor.formats.archive import new_part
from auditor.notation.text_columns import visible
from auditor.render._thresholds import LONGEST_CELL, MOST_ROWS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Style(IntEnum):
    """How a cell looks: its place in the styles part."""

    TEXT = 0
    HEADING = 1
    FIGURE = 2
    ERROR = 3
    WARNING = 4
    GOOD = 5
    TITLE = 6
    SIGNED = 7


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
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, text in _parts(sheets):
            archive.writestr(new_part(name), HEAD + text, ZIP_DEFLATED)
    return written.getvalue()


def _parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", _types(len(sheets))
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _book(sheets)
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, start=1)]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", STYLES
    for number, sheet in enumerate(sheets, start=1):
        yield f"xl/worksheets/sheet{number}.xml", "".join(_sheet(sheet))


def _types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in range(1, sheets + 1)]
    listed = "".join(
        f'<Override PartName="{part}" ContentType="{SHEET}.{kind}+xml"/>' for part, kind in parts
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{part}"/>'
        for n, (kind, part) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _book(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    names = "".join(_names(sheet, n) for n, sheet in enumerate(sheets) if sheet.headed)
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{defined}</workbook>'
    )


def _names(sheet: Sheet, number: int) -> str:
    """What Excel knows the filtered range by, and the row that is printed on every page."""
    quoted = escape("'{}'".format(sheet.name.replace("'", "''")))
    area = f"$A$1:${letters(len(sheet.columns))}${min(len(sheet.rows) + 1, MOST_ROWS)}"
    return (
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        f"{quoted}!{area}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">'
        f"{quoted}!$1:$1</definedName>"
    )


def _sheet(sheet: Sheet) -> Iterator[str]:
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f'<sheetViews><sheetView workbookViewId="0">{frozen if sheet.headed else ""}'
    yield "</sheetView></sheetViews><cols>"
    for number, column in enumerate(sheet.columns, start=1):
        yield f'<col min="{number}" max="{number}" width="{column.width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    first = [[Styled(column.title, Style.HEADING) for column in sheet.columns]]
    rows = [*(first if sheet.headed else []), *sheet.rows][:MOST_ROWS]
    for number, row in enumerate(rows, start=1):
        yield _row(row, number, sheet.columns)
    yield "</sheetData>"
    if sheet.headed:
        yield f'<autoFilter ref="A1:{letters(len(sheet.columns))}{len(rows)}"/>'
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;C&amp;A, page &amp;P of &amp;N</oddFooter></headerFooter>"
    yield "</worksheet>"


def _row(row: Sequence[Value], number: int, columns: Sequence[Column]) -> str:
    written = "".join(
        _cell(value, f"{letters(at)}{number}", columns[at - 1].style)
        for at, value in enumerate(row, start=1)
    )
    return f'<row r="{number}">{written}</row>'


def _cell(value: Value, address: str, style: Style) -> str:
    if isinstance(value, Styled):
        value, style = value
    if isinstance(value, int):
        return f'<c r="{address}" s="{style.value}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{address}" s="{style.value}"/>'
    text = escape(_fitting("\n".join(map(visible, value.split("\n")))))
    return (
        f'<c r="{address}" s="{style.value}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{text}</t></is></c>'
    )


def _fitting(text: str) -> str:
    """As much of a text as a cell can hold, and a sign that it is not all."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 2]} …"


def letters(number: int) -> str:
    """The letters of a column, from 1: A, B, ... Z, AA."""
    found = ""
    while number:
        number, left = divmod(number - 1, 26)
        found = chr(65 + left) + found
    return found


def _fill(color: str) -> str:
    return f'<fill><patternFill patternType="solid"><fgColor rgb="FF{color}"/></patternFill></fill>'


def _look(font: int, fill: int, border: int, alignment: str) -> str:
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"'
        f' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        f'<alignment vertical="top" {alignment}/></xf>'
    )


_FONT = '<sz val="{}"/><name val="Calibri"/>'
_FONTS = (
    f"<font>{_FONT.format(10)}</font>",
    f"<font><b/>{_FONT.format(10)}</font>",
    f"<font><b/>{_FONT.format(14)}</font>",
)
_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    *map(_fill, ("E4E7EB", "FBE4E1", "FBEECD", "E0F0E6")),
)
_RULE = '<bottom style="thin"><color rgb="FF6B7077"/></bottom>'
_BORDERS = (
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    f"<border><left/><right/><top/>{_RULE}<diagonal/></border>",
)
_WRAPPED, _RIGHT = 'wrapText="1"', 'horizontal="right" wrapText="1"'
_LOOKS = (  # in the order of Style
    _look(0, 0, 0, _WRAPPED),
    _look(1, 2, 1, _WRAPPED),
    _look(0, 0, 0, _RIGHT),
    _look(1, 3, 0, _WRAPPED),
    _look(1, 4, 0, _WRAPPED),
    _look(0, 5, 0, _WRAPPED),
    _look(2, 0, 0, ""),
    _look(0, 0, 1, _WRAPPED),
)


def _counted(name: str, parts: Sequence[str]) -> str:
    return f'<{name} count="{len(parts)}">{"".join(parts)}</{name}>'


STYLES = (
    f'<styleSheet xmlns="{MAIN}">{_counted("fonts", _FONTS)}{_counted("fills", _FILLS)}'
    f"{_counted('borders', _BORDERS)}"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f"{_counted('cellXfs', _LOOKS)}"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
