"""A sheet at the end of a workbook that lists what its comments say: these are not printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from posixpath import dirname, join, relpath
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from auditor.formats.xml import root
from auditor.notation.text_columns import visible

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
NAME, LINK, PART = "Audit", "rIdAuditLegend", "auditLegend.xml"
TITLES = ("Sheet", "Cell", "What was found")
WIDTHS = (24, 10, 110)
LONGEST = 32_000
"""Characters of a cell: Excel holds 32,767."""


class Line(NamedTuple):
    """What is said of a cell of a sheet."""

    sheet: str
    cell: str
    text: str


def with_legend(
    parts: Mapping[str, bytes], book: str, links: str, types: str, lines: Sequence[Line]
) -> dict[str, bytes]:
    """The parts that change, and the new one, so that a workbook ends with the list.

    ``book``, ``links`` and ``types`` name its workbook, the relationships of that, and the types.
    """
    is_strict = STRICT.encode() in parts[book]
    folder = join(dirname(book), "worksheets")
    sheet = join(folder, PART)
    while sheet in parts:
        sheet = join(folder, f"x{sheet.rpartition('/')[2]}")
    kind = f"{STRICT_OFFICE if is_strict else OFFICE}/worksheet"
    target = quoteattr(relpath(sheet, dirname(book) or "."))
    link = f'<Relationship Id="{LINK}" Type="{kind}" Target={target}/>'
    known = f'<Override PartName="/{sheet}" ContentType="{SHEET_TYPE}"/>'
    return {
        book: _with_sheet(parts[book], is_strict=is_strict),
        links: parts[links].replace(b"</Relationships>", link.encode() + b"</Relationships>"),
        types: parts[types].replace(b"</Types>", known.encode() + b"</Types>"),
        sheet: _sheet(lines, STRICT if is_strict else MAIN),
    }


def _with_sheet(book: bytes, *, is_strict: bool) -> bytes:
    """The workbook's part with one more sheet, after all the others."""
    listed = [one for one in root(book).iter() if str(one.tag).endswith("}sheet")]
    names = {str(one.get("name")).casefold() for one in listed}
    name = next(n for n in _names() if n.casefold() not in names)
    number = 1 + max((int(one.get("sheetId") or 0) for one in listed), default=0)
    match = re.search(rb"</([A-Za-z_][\w.-]*:)?sheets>", book)
    assert match is not None  # it was read
    prefix = (match[1] or b"").decode()
    space = STRICT_OFFICE if is_strict else OFFICE
    element = (
        f'<{prefix}sheet xmlns:auditr="{space}" name="{name}" sheetId="{number}"'
        f' auditr:id="{LINK}"/>'
    )
    return book[: match.start()] + element.encode() + book[match.start() :]


def _names() -> Iterable[str]:
    yield NAME
    yield from (f"{NAME} {number}" for number in range(2, 1000))


def _sheet(lines: Sequence[Line], space: str) -> bytes:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(WIDTHS, start=1)
    )
    rows = "".join(_row(n, row) for n, row in enumerate([TITLES, *lines], start=1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{space}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
        '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    ).encode()


def _row(number: int, texts: Sequence[str]) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(visible(text)[:LONGEST])}</t></is></c>"
        for letter, text in zip("ABC", texts, strict=True)
    )
    return f'<row r="{number}">{cells}</row>'
