"""Workbooks for tests: written cell by cell, or put together from bare parts."""

import io
import zipfile

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(*sheets, **options):
    """A workbook of sheets, each {"A1": value} or (name, cells, what else to do to it).

    A value is (number, format code), or ("=formula", value, format code), or written as it is.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
        for sheet in sheets:
            name, cells, then = sheet if isinstance(sheet, tuple) else (None, sheet, None)
            page = book.add_worksheet(name)
            for cell, value in cells.items():
                _write(book, page, cell, value)
            if then:
                then(page, book)
    return out.getvalue()


def _write(book, page, cell, value):
    at = xl_cell_to_rowcol(cell) if isinstance(cell, str) else cell
    match value:
        case (str() as formula, stored, code):
            page.write_formula(*at, formula, book.add_format({"num_format": code}), stored)
        case (number, code):
            page.write_number(*at, number, book.add_format({"num_format": code}))
        case str():
            page.write_string(*at, value)
        case _:
            page.write_number(*at, value)


def parts(sheet, *, book="", strings="", styles=""):
    """A workbook of bare parts, its one sheet's rows as given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="r"><Relationship Id="a" Type="{LINKS}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{book}<sheets>'
            '<sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>',
        )
        links = "".join(
            f'<Relationship Id="{name[0]}" Type="{LINKS}/{kind}" Target="{target}"/>'
            for name, kind, target in [
                ("a", "worksheet", "/xl/sheet.xml"),
                ("b", "sharedStrings", "STRINGS.xml"),
                ("c", "styles", "styles.xml"),
            ]
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="r">{links}</Relationships>'
        )
        archive.writestr("xl/sheet.xml", sheet)
        archive.writestr("xl/strings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>')
    return out.getvalue()


def rows(inside, namespace=MAIN):
    return f'<worksheet xmlns="{namespace}"><sheetData>{inside}</sheetData></worksheet>'
