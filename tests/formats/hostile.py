"""Hostile files, made of small right ones: endless, nested, cut short or wanting other files."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from tests.formats import inline, pages, word, workbook
from tests.formats.statement import Grid, Heading, Statement

MANY = 1_000_000
DEEP = 100_000
BOMB = 64 * 1024 * 1024
"""Bytes that unpack from about sixty thousand."""

TINY = Statement(
    "tiny",
    (
        Heading("Results", 1),
        Grid(
            (
                ("JPY million", "2Q06", "2Q05"),
                ("Services", "1,204", "1,100"),
                ("Goods", "801", "700"),
            ),
            1,
        ),
    ),
)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def tiny(suffix: str) -> bytes:
    """A right file of a format."""
    writers = {"docx": word.ruled, "xlsx": workbook.one_sheet, "pdf": pages.ruled}
    return writers[suffix](TINY)


MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}


def with_part(suffix: str, name: str, part: bytes) -> bytes:
    """A right file with one part exchanged."""
    return zipped(unzipped(tiny(suffix)) | {name: part})


def without_part(suffix: str, name: str) -> bytes:
    return zipped({n: part for n, part in unzipped(tiny(suffix)).items() if n != name})


def main_part(suffix: str) -> bytes:
    return unzipped(tiny(suffix))[MAIN[suffix]]


def bomb(suffix: str) -> bytes:
    head, tail = main_part(suffix).split(b">", 1)
    return with_part(suffix, MAIN[suffix], head + b">" + b" " * BOMB + tail)


def nested_zip(depth: int) -> bytes:
    data = b"0" * 1000
    for _ in range(depth):
        data = zipped({f"{n}.zip": data for n in range(4)})
    return data


def many_parts(suffix: str) -> bytes:
    return zipped(unzipped(tiny(suffix)) | {f"{n}.xml": b"<a/>" for n in range(20_000)})


def lying_sizes(suffix: str) -> bytes:
    """Headers that say 10 bytes for every part."""
    data = bytearray(bomb(suffix))
    for signature, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = data.find(signature)
        while start >= 0:
            data[start + at : start + at + 4] = (10).to_bytes(4, "little")
            start = data.find(signature, start + 4)
    return bytes(data)


def deep(suffix: str) -> bytes:
    body = b"<p>" * DEEP + b"1,204" + b"</p>" * DEEP
    return with_part(suffix, MAIN[suffix], b"<?xml version='1.0'?><body>" + body + b"</body>")


LAUGHS = "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" if n else "<!ENTITY l0 'ha 1,204 '>" for n in range(10)
)
LAUGHING = f"<?xml version='1.0'?><!DOCTYPE a [{LAUGHS}]>".encode()


def laughing(suffix: str) -> bytes:
    part = main_part(suffix).split(b"?>", 1)[-1]
    return with_part(suffix, MAIN[suffix], LAUGHING + part.replace(b"Services", b"&l9;"))


def external(suffix: str, url: str) -> bytes:
    part = main_part(suffix).split(b"?>", 1)[-1].replace(b"Services", b"&x;")
    head = f"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM '{url}'>]>".encode()
    return with_part(suffix, MAIN[suffix], head + part)


def sheet(inner: bytes, after: bytes = b"") -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = b"<sheetData>%s</sheetData>%s</worksheet>" % (inner, after)
    return with_part("xlsx", MAIN["xlsx"], b'<worksheet xmlns="%s">%s' % (space, data))


def empty_cells() -> bytes:
    row = b"".join(b'<c r="%s%%d"/>' % chr(65 + n).encode() for n in range(20))
    rows = (b'<row r="%d">%s</row>' % (n, row % ((n,) * 20)) for n in range(1, MANY // 20 + 1))
    return sheet(b"".join(rows))


FAR = (
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
)
MERGED = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'


def word_table(rows: int, columns: int) -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    row = b"<w:tr>" + b"<w:tc><w:p/></w:tc>" * columns + b"</w:tr>"
    body = b"<w:body><w:tbl>" + row * rows + b"</w:tbl></w:body>"
    return with_part(
        "docx", MAIN["docx"], b'<w:document xmlns:w="%s">%s</w:document>' % (space, body)
    )


def pdf_bomb() -> bytes:
    """A page whose content is a run of blanks, deflated twice."""
    import zlib

    stream = zlib.compress(zlib.compress(b" " * BOMB))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream"
        % (len(stream), stream),
    ]
    return pdf(objects)


def pdf_of_pages(count: int) -> bytes:
    """A tree that names one page over and over."""
    kids = b" ".join([b"3 0 R"] * count)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
        ]
    )


def pdf(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(tiny("pdf"))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def flagged(data: bytes) -> bytes:
    """An archive whose parts say that they are encrypted."""
    changed = bytearray(data)
    for signature, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = changed.find(signature)
        while start >= 0:
            changed[start + at] |= 1
            start = changed.find(signature, start + 4)
    return bytes(changed)


def half(suffix: str) -> bytes:
    return tiny(suffix)[: len(tiny(suffix)) // 2]


HTML = b"<!DOCTYPE html><html><body>%s</body></html>"
ROW = b"<tr><td>Services</td><td>1,204</td><td>1,100</td></tr>"


def table(rows: bytes) -> bytes:
    return HTML % (b"<table>" + rows + b"</table>")


def referring(suffix: str, url: str) -> bytes:
    """A file that says it lacks a part, which stands elsewhere."""
    name = "_rels/.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="x9" Type="{kind}" Target="{url}" TargetMode="External"/>'
    part = unzipped(tiny(suffix))[name]
    return with_part(suffix, name, part.replace(b"</Rel", link.encode() + b"</Rel"))


def page(url: str, head: str = "<!DOCTYPE html [<!ENTITY x SYSTEM '{}'>]>") -> bytes:
    """A page that wants an entity, a picture, a frame and a style sheet."""
    body = HTML % (
        b"<h1>&x;</h1><img src='%s'/><iframe src='%s'></iframe><table>%s</table>"
        % (url.encode(), url.encode(), ROW)
    )
    links = f"<head><link rel='stylesheet' href='{url}'/></head>".encode()
    return head.format(url).encode() + body.removeprefix(b"<!DOCTYPE html>").replace(
        b"<body>", links + b"<body>"
    )


def filing(url: str) -> bytes:
    """An inline filing whose schema and calculations stand elsewhere."""
    links = (
        '<ix:references xmlns:link="http://www.xbrl.org/2003/linkbase"'
        f' xmlns:xlink="http://www.w3.org/1999/xlink"><link:schemaRef xlink:href="{url}"/>'
        f'<link:linkbaseRef xlink:href="{url}"/></ix:references>'
    )
    return inline.written(TINY).replace(b"<ix:resources>", links.encode() + b"<ix:resources>")
