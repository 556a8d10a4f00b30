"""What a file that no reader takes is said to be, and what to do about it."""

import io
import zipfile

import pytest

from auditor.formats.foreign import COMPOUND, what_it_is


def compound(*streams):
    return COMPOUND + bytes(600) + b"".join(f"{s}\0".encode("utf-16-le") for s in streams)


def zipped(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("letter.doc", compound(), "an old Word document (.doc); save it as .docx"),
        ("letter", compound("WordDocument"), "an old Word document (.doc); save it as .docx"),
        ("a.xls", compound("Workbook"), "an old Excel workbook (.xls); save it as .xlsx"),
        ("a.dat", compound("Book"), "an old Excel workbook (.xls); save it as .xlsx"),
        ("a.ppt", compound("Workbook", "PowerPoint Document"), "(.ppt); save it as .pdf"),
        ("a.dat", compound("Workbook", "PowerPoint Document"), "(.ppt); save it as .pdf"),
        ("a.xls", compound("WordDocument", "Workbook"), "(.xls); save it as .xlsx"),
        ("a.xlsx", compound("EncryptedPackage"), "has a password; save it without one"),
        ("a", compound(), "an old Office file, or one with a password"),
        ("deck.pptx", zipped("ppt/slides/slide1.xml"), "a PowerPoint presentation; save it as"),
        ("a.numbers", zipped("Index/Document.iwa"), "a Numbers spreadsheet; export it as .xlsx"),
        ("a.pages", zipped("Index/Document.iwa"), "a Pages document; export it as .docx"),
        ("a.key", zipped("Index/Document.iwa"), "an iWork document; export it as"),
        ("a.ods", zipped("mimetype", "content.xml"), "save it as .xlsx"),
        ("a.odt", zipped("mimetype", "content.xml"), "save it as .docx"),
        ("a.zip", zipped("one.md"), "a packed archive; unpack it first"),
        ("a.gz", b"\x1f\x8b\x08\x00", "a packed archive; unpack it first"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture; run text recognition (OCR)"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture; run text recognition (OCR)"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic", "a picture; run text recognition (OCR)"),
        (
            "a.xls",
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "an Excel workbook of 2003 in XML; save it as .xlsx",
        ),
        ("a.bin", b"\x00\x01\x02", "holds binary data"),
    ],
)
def test_it_says_what_to_do(name, data, said):
    assert said in what_it_is(data, name)
