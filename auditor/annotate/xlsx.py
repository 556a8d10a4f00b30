"""XLSX: findings as cell comments, set into the archive so that every other part stays as it is.

A sheet's own part gains one element that leads to its comments, where it has none yet; its
relationships and the list of content types gain what makes the comments known. A sheet at the end
lists them, since comments are not printed. Cells, formats, cached values, charts and whatever else
the workbook holds are copied byte for byte.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath, relpath
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from auditor.annotate import TICK, CannotAnnotateError, notes, ticked
from auditor.annotate._legend import Line, with_legend
from auditor.formats.archive import new_part
from auditor.formats.xml import root
from auditor.model.places.sheet import SheetPlace
from auditor.model.report import DocumentReport

READERS, SUFFIXES = ("xlsx",), (".xlsx",)
TICKS = False  # a comment in every cell that ties would hide those that matter
AUTHOR = "statement-auditor"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COMMENTS, DRAWING = f"{OFFICE}/comments", f"{OFFICE}/vmlDrawing"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
TYPES = "[Content_Types].xml"

AFTER_DRAWING = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
"""What may stand after a sheet's legacyDrawing, by the order that the standard fixes."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class Remark(NamedTuple):
    """What is said at a cell, "B7"."""

    cell: str
    text: str


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The workbook with comments; raises CannotAnnotateError where a sheet has some already."""
    by_sheet: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    found = [(note.mark.source, note.text) for note in notes(report)]
    found += [(mark.source, TICK) for mark in ticked(report)] if ticks else []
    for source, text in found:
        if isinstance(source.at, SheetPlace) and source.at.cell is not None:
            by_sheet[source.at.sheet][source.at.cell].append(text)
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        sheets = _sheet_parts(parts)
        changed: dict[str, bytes] = {}
        for number, (sheet, cells) in enumerate(by_sheet.items(), start=1):
            remarks = [Remark(cell, "\n".join(texts)) for cell, texts in cells.items()]
            changed |= _commented(parts | changed, sheets[sheet], remarks, number)
        lines = [
            Line(sheet, cell, " ".join(texts))
            for sheet, cells in by_sheet.items()
            for cell, texts in sorted(cells.items(), key=lambda one: _position(one[0]))
        ]
        if lines:
            book = _book(parts)
            known = parts | changed
            changed |= with_legend(known, book, _relations_of(book), TYPES, lines)
        return _archive(archive, changed)


def _archive(archive: ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some parts changed and others added, in the order they stood in."""
    written = io.BytesIO()
    with ZipFile(written, "w") as copy:
        for one in archive.infolist():
            copy.writestr(one, changed.get(one.filename, archive.read(one)), one.compress_type)
        for name in changed:
            if name not in archive.namelist():
                copy.writestr(new_part(name), changed[name], ZIP_DEFLATED)
    return written.getvalue()


def _book(parts: Mapping[str, bytes]) -> str:
    return next(name for name in parts if name.endswith("workbook.xml"))


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    book = _book(parts)
    targets = {one.get("Id"): one.get("Target", "") for one in root(parts[_relations_of(book)])}
    found = {}
    for sheet in root(parts[book]).iter(f"{{{MAIN}}}sheet", f"{{{STRICT}}}sheet"):
        link = next((str(v) for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        found[str(sheet.get("name"))] = _resolved(book, targets.get(link, ""))
    return found


def _commented(
    parts: Mapping[str, bytes], sheet: str, remarks: Iterable[Remark], number: int
) -> dict[str, bytes]:
    """The parts that change, and those that are new, so that a sheet has the comments."""
    listed = sorted(remarks, key=lambda remark: _position(remark.cell))
    links = _relations_of(sheet)
    known = parts.get(links, b"")
    if COMMENTS.encode() in known or b"legacyDrawing " in parts[sheet]:
        raise CannotAnnotateError(
            f"{sheet} has comments of its own: accept or remove them first, they stay untouched"
        )
    folder = dirname(sheet)
    comments, drawing = (
        _free(parts, join(folder, name))
        for name in (f"auditComments{number}.xml", f"auditDrawing{number}.vml")
    )
    ids = [f"rIdAudit{number}{kind}" for kind in "cd"]
    added = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target={quoteattr(relpath(part, folder))}/>'
        for id_, kind, part in zip(ids, (COMMENTS, DRAWING), (comments, drawing), strict=True)
    )
    return {
        comments: _comments_part(listed),
        drawing: _drawing_part(listed),
        links: _with_relations(known, added),
        sheet: _with_drawing(parts[sheet], ids[1]),
        TYPES: _with_types(parts[TYPES], comments),
    }


def _comments_part(remarks: Iterable[Remark]) -> bytes:
    listed = "".join(
        f'<comment ref="{one.cell}" authorId="0"><text><t xml:space="preserve">'
        f"{escape(one.text)}</t></text></comment>"
        for one in remarks
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<comments xmlns="{MAIN}"><authors><author>{AUTHOR}</author></authors>'
        f"<commentList>{listed}</commentList></comments>"
    ).encode()


def _drawing_part(remarks: Iterable[Remark]) -> bytes:
    """The boxes that the comments are shown in; without them Excel shows none."""
    shapes = "".join(_shape(one, number) for number, one in enumerate(remarks, start=1))
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
        '<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"'
        ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke'
        ' joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{shapes}</xml>"
    ).encode()


def _shape(remark: Remark, number: int) -> str:
    row, column = (n - 1 for n in _position(remark.cell))
    lines = 3 + len(remark.text) // 45
    anchor = (
        f"{column + 1}, 15, {max(row - 1, 0)}, 2, {column + 6}, 15, {max(row - 1, 0) + lines}, 4"
    )
    return (
        f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202" style="position:absolute;'
        'visibility:hidden" fillcolor="#fbe4e1" o:insetmode="auto"><v:fill color2="#fbe4e1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox'
        ' style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _with_drawing(sheet: bytes, id_: str) -> bytes:
    """The sheet's part with the element that leads to its drawing, where the standard has it."""
    prefix, opening = _prefix(sheet)
    element = f'<{prefix}legacyDrawing xmlns:auditr="{OFFICE}" auditr:id="{id_}"/>'.encode()
    ends = [sheet.rindex(f"</{prefix}worksheet".encode())]
    for name in AFTER_DRAWING:
        place = sheet.find(f"<{prefix}{name}".encode(), opening)
        if place >= 0:
            ends.append(place)
    place = min(ends)
    return sheet[:place] + element + sheet[place:]


def _prefix(sheet: bytes) -> tuple[str, int]:
    """The prefix that the sheet's elements bear, and where the data of the sheet end."""
    match = re.search(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]", sheet)
    if match is None:
        raise CannotAnnotateError("one of its sheets is no worksheet")
    prefix = (match[1] or b"").decode()
    end = sheet.rfind(f"</{prefix}sheetData>".encode())
    return prefix, max(end, match.end())


def _with_relations(known: bytes, added: str) -> bytes:
    if not known:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<Relationships xmlns="{PACKAGE}">{added}</Relationships>'
        ).encode()
    if b"</Relationships>" not in known:  # it is empty
        return re.sub(rb"/>\s*$", b">" + added.encode() + b"</Relationships>", known)
    return known.replace(b"</Relationships>", added.encode() + b"</Relationships>")


def _with_types(types: bytes, comments: str) -> bytes:
    added = f'<Override PartName="/{comments}" ContentType="{COMMENTS_TYPE}"/>'
    if b'Extension="vml"' not in types:
        default = f'<Default Extension="vml" ContentType="{VML_TYPE}"/>'.encode()
        types = re.sub(rb"(<Types\b[^<>]*>)", rb"\1" + default, types, count=1)
    return types.replace(b"</Types>", added.encode() + b"</Types>")


def _relations_of(part: str) -> str:
    return join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")


def _resolved(part: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))


def _free(parts: Mapping[str, bytes], name: str) -> str:
    """A name that no part has."""
    while name in parts:
        name = join(dirname(name), f"x{name.rpartition('/')[2]}")
    return name


def _position(cell: str) -> tuple[int, int]:
    """(row, column) of "B7", from 1."""
    match = _ADDRESS.fullmatch(cell)
    assert match is not None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]), column
