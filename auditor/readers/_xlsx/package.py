"""The package: which part of the archive is the workbook, its sheets, texts and formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from auditor.formats.archive import parts
from auditor.formats.unreadable import UnreadableError
from auditor.formats.xml import root
from auditor.readers._xlsx.addresses import Place, Span, span_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN_WORDS = {
    "hidden": "hidden",
    "veryHidden": "hidden so that the program does not list it",
}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)', 7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
} | dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd") | dict.fromkeys(
    range(32, 36), "h:mm:ss"
)  # fmt: skip
"""Number formats that files name by number (ECMA-376, part 1, 18.8.30); dates year first."""
_SYSTEM_DATE: re.Pattern[str] = re.compile(r"\[\$-(?:x-sysdate|F800)\][^;]*", re.IGNORECASE)

SHEET, STRINGS, STYLES, BOOK, TABLE = (
    "worksheet",
    "sharedStrings",
    "styles",
    "officeDocument",
    "table",
)


class Style(NamedTuple):
    """How cells of a style look: their format code, and whether they are set in bold."""

    code: str = "General"
    bold: bool = False


class SheetPart(NamedTuple):
    """A sheet as the workbook lists it; ``hidden`` says in words how it is, "" if it is not."""

    name: str
    part: str
    hidden: str = ""


class Package(NamedTuple):
    """``names`` are those of cell ranges; ``others`` sheets without cells, as charts.

    ``columns`` are those of the sheets' tables: (table, heading) to (sheet, range of the body).
    """

    parts: Mapping[str, bytes]
    sheets: tuple[SheetPart, ...]
    others: tuple[str, ...]
    texts: tuple[str, ...]
    styles: tuple[Style, ...]
    names: Mapping[str, str]
    columns: Mapping[tuple[str, str], tuple[str, Span]]
    since_1904: bool
    calculates_on_load: bool


def package(data: bytes) -> Package:
    """The workbook's parts; raises UnreadableError where it has none or they are broken."""
    unpacked = {name.lstrip("/"): part for name, part in parts(data).items()}
    folded = {name.casefold(): name for name in unpacked}
    book_name = _book_name(unpacked, folded)
    if book_name.endswith(".bin"):
        raise UnreadableError("it is a binary workbook (.xlsb); save it as .xlsx")
    book = root(unpacked[book_name])
    related = dict(_related(unpacked, folded, book_name))
    sheets, others = _sheets(book, related)
    of_kind = dict(related.values())
    return Package(
        unpacked,
        sheets,
        others,
        _texts(unpacked.get(of_kind.get(STRINGS, ""))),
        _styles(unpacked.get(of_kind.get(STYLES, ""))),
        _names(book),
        dict(_columns(unpacked, folded, sheets)),
        _says(book, "workbookPr", "date1904"),
        _says(book, "calcPr", "fullCalcOnLoad"),
    )


def _says(book: _Element, name: str, key: str) -> bool:
    return any(e.get(key) in ("1", "true") for e in book.iterfind(f"{{*}}{name}"))


def _book_name(unpacked: Mapping[str, bytes], folded: Mapping[str, str]) -> str:
    for kind, name in dict(_related(unpacked, folded, "")).values():
        if kind == BOOK:
            return name
    raise UnreadableError("it holds no workbook")


def _related(
    unpacked: Mapping[str, bytes], folded: Mapping[str, str], name: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (kind, part)) of the parts that a part refers to; those outside are left out."""
    folder, _, file = name.rpartition("/")
    listed = unpacked.get(folded.get(f"{folder}/_rels/{file}.rels".lstrip("/").casefold(), ""))
    for link in root(listed).iterfind("{*}Relationship") if listed else ():
        target = link.get("Target") or ""
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found = folded.get(path.casefold())
        if found and link.get("TargetMode") != "External":
            yield link.get("Id") or "", ((link.get("Type") or "").rpartition("/")[2], found)


def _columns(
    unpacked: Mapping[str, bytes], folded: Mapping[str, str], sheets: Iterable[SheetPart]
) -> Iterator[tuple[tuple[str, str], tuple[str, Span]]]:
    for sheet in sheets:
        for kind, part in dict(_related(unpacked, folded, sheet.part)).values():
            if kind == TABLE:
                yield from _columns_of(root(unpacked[part]), sheet.name)


def _columns_of(table: _Element, sheet: str) -> Iterator[tuple[tuple[str, str], tuple[str, Span]]]:
    span = span_of(table.get("ref") or "")
    name = (table.get("displayName") or "").casefold()
    if span is None:
        return
    top = span.first.row + (0 if table.get("headerRowCount") == "0" else 1)
    bottom = span.last.row - _number(table, "totalsRowCount")
    for nth, column in enumerate(table.iterfind("{*}tableColumns/{*}tableColumn")):
        at = span.first.column + nth
        heading = unescaped(column.get("name") or "").casefold()
        yield (name, heading), (sheet, Span(Place(top, at), Place(bottom, at)))


def _sheets(
    book: _Element, related: Mapping[str, tuple[str, str]]
) -> tuple[tuple[SheetPart, ...], tuple[str, ...]]:
    sheets, others = [], []
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        name, link = sheet.get("name") or "", _link(sheet)
        kind, part = related.get(link, ("", ""))
        if kind in (SHEET, ""):  # without one, its part is missing, which reading it says
            sheets.append(SheetPart(name, part, _IN_WORDS.get(sheet.get("state") or "", "")))
        else:
            others.append(name)
    return tuple(sheets), tuple(others)


def _link(sheet: _Element) -> str:
    """The id by which a sheet refers to its part, in whichever namespace."""
    return next((str(v) for key, v in sheet.attrib.items() if str(key).endswith("}id")), "")


def _texts(part: bytes | None) -> tuple[str, ...]:
    return tuple(map(text_of, root(part).iterfind("{*}si"))) if part else ()


def text_of(item: _Element) -> str:
    """The text of a shared or inline string: its runs, but not how they are pronounced."""
    runs = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return unescaped("".join(run.text or "" for run in runs))


def unescaped(text: str) -> str:
    """The text with characters that XML does not allow, "_x000D_", put back."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text).replace("\r\n", "\n").replace("\r", "")


def _styles(part: bytes | None) -> tuple[Style, ...]:
    if not part:
        return ()
    sheet = root(part)
    codes = {
        int(e.get("numFmtId") or 0): unescaped(e.get("formatCode") or "")
        for e in sheet.iterfind("{*}numFmts/{*}numFmt")
        if (e.get("numFmtId") or "").isdecimal()
    }
    bold = [_is_on(font.find("{*}b")) for font in sheet.iterfind("{*}fonts/{*}font")]
    return tuple(
        Style(_code(_number(e, "numFmtId"), codes), _at(bold, _number(e, "fontId")))
        for e in sheet.iterfind("{*}cellXfs/{*}xf")
    )


def _code(number: int, codes: Mapping[int, str]) -> str:
    """The format code of a number; a system date, which every machine shows its own way, is ISO."""
    if number in (14, 22) or number not in codes:
        return _BUILT_IN.get(number, "General")
    code = codes[number]
    return _SYSTEM_DATE.sub("yyyy-mm-dd", code) or "General"


def _number(element: _Element, key: str) -> int:
    text = element.get(key) or ""
    return int(text) if text.isdecimal() else 0


def _at(listed: list[bool], index: int) -> bool:
    return index < len(listed) and listed[index]


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get("val") not in ("0", "false")


def _names(book: _Element) -> Mapping[str, str]:
    """What the workbook's own names refer to; a sheet's own names are left out."""
    return {
        (e.get("name") or "").casefold(): e.text or ""
        for e in book.iterfind("{*}definedNames/{*}definedName")
        if e.get("localSheetId") is None
    }
