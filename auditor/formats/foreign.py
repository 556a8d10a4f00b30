"""Foreign files: what a file is that no reader takes, and what its owner can do about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from auditor.formats.archive import is_zipped, part_names

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the formats begin that Office wrote until 2007, and wraps what has a password in today."""

_WORD, _EXCEL, _SLIDES = "save it as .docx", "save it as .xlsx", "save it as .pdf"
_LOCKED = "has a password; save it without one"
_RECOGNISE = "run text recognition (OCR) over it and save it as .pdf"
_UNPACK = "is a packed archive; unpack it first"

_STREAMS = {
    "EncryptedPackage": _LOCKED,
    "WordDocument": f"is an old Word document (.doc); {_WORD}",
    "PowerPoint Document": f"is an old PowerPoint presentation (.ppt); {_SLIDES}",
    "Workbook": f"is an old Excel workbook (.xls); {_EXCEL}",
    "Book": f"is an old Excel workbook (.xls); {_EXCEL}",
    "__properties_version1.0": "is an Outlook message (.msg); save what is attached to it",
}
"""What the streams of a compound file tell of it: that its name says, or else the first.

Documents hold others within them: a presentation the workbooks of its charts.
"""

_BY_ENDING = {
    ".doc": _STREAMS["WordDocument"],
    ".dot": _STREAMS["WordDocument"],
    ".xls": _STREAMS["Workbook"],
    ".xlt": _STREAMS["Workbook"],
    ".ppt": _STREAMS["PowerPoint Document"],
    ".pps": _STREAMS["PowerPoint Document"],
    ".msg": _STREAMS["__properties_version1.0"],
    ".docx": _LOCKED,
    ".xlsx": _LOCKED,
    ".pptx": _LOCKED,
}
"""What a compound file is whose streams cannot be told, by its name."""

_OLD_OFFICE = "is an old Office file, or one with a password; save it as .xlsx or .docx without one"

_PARTS = (
    ("ppt/", "", f"is a PowerPoint presentation; {_SLIDES}"),
    ("Index/", ".numbers", "is a Numbers spreadsheet; export it as .xlsx"),
    ("Index/", ".pages", "is a Pages document; export it as .docx"),
    ("Index/", "", "is an iWork document; export it as .xlsx, .docx or .pdf"),
    ("Index.zip", ".numbers", "is a Numbers spreadsheet; export it as .xlsx"),
    ("Index.zip", ".pages", "is a Pages document; export it as .docx"),
    ("index.xml", ".pages", "is a Pages document; export it as .docx"),
    ("index.xml", ".numbers", "is a Numbers spreadsheet; export it as .xlsx"),
    ("index.apxl", "", f"is a Keynote presentation; {_SLIDES}"),
    ("content.xml", ".ods", f"is an OpenDocument spreadsheet; {_EXCEL}"),
    ("content.xml", ".odp", f"is an OpenDocument presentation; {_SLIDES}"),
    ("content.xml", "", f"is an OpenDocument text; {_WORD}"),
    ("META-INF/container.xml", "", "is an electronic book; save it as .html or .pdf"),
)
"""What archives are with a part of such a name, under such an ending."""

_XML = (
    (b'progid="Excel.Sheet"', f"is an Excel workbook of 2003 in XML; {_EXCEL}"),
    (b'progid="Word.Document"', f"is a Word document of 2003 in XML; {_WORD}"),
    (b"", "is XML, but neither XBRL nor a web page"),
)

_OPENINGS = (
    (b"{\\rtf", f"is rich text; {_WORD}"),
    (b"\x89PNG", f"is a picture; {_RECOGNISE}"),
    (b"\xff\xd8\xff", f"is a picture; {_RECOGNISE}"),
    (b"GIF8", f"is a picture; {_RECOGNISE}"),
    (b"II*\x00", f"is a picture; {_RECOGNISE}"),
    (b"MM\x00*", f"is a picture; {_RECOGNISE}"),
    (b"BM", f"is a picture; {_RECOGNISE}"),
    (b"\x1f\x8b", _UNPACK),
    (b"BZh", _UNPACK),
    (b"\xfd7zXZ", _UNPACK),
    (b"7z\xbc\xaf", _UNPACK),
    (b"Rar!", _UNPACK),
    (b"SQLite format 3", "is a database; export its tables as .csv"),
    (b"%!PS", "is PostScript; save it as .pdf"),
)
_PICTURES = (b"WEBP", b"ftypheic", b"ftypheif", b"ftypmif1", b"ftypavif")
"""What stands in the first bytes of pictures whose format begins with a length."""

_TEXTS = (COMPOUND, b"{\\rtf", b"<?xml", b"%!PS")
_OPENING = 4096


def is_no_text(data: bytes) -> bool:
    """Whether it begins as a format does that might pass for text and is none to read."""
    return data.startswith(_TEXTS)


def what_it_is(data: bytes, path: str) -> str:
    """What such a file is, and what to do about it: "is a picture; ..."."""
    ending = PurePath(path).suffix.lower()
    if data.startswith(COMPOUND):
        return _compound(data, ending)
    if is_zipped(data):
        return _zipped(part_names(data), ending)
    if data.startswith(b"<?xml"):
        return next(what for sign, what in _XML if sign in data[:_OPENING])
    if any(sign in data[:16] for sign in _PICTURES):
        return f"is a picture; {_RECOGNISE}"
    return next((what for sign, what in _OPENINGS if data.startswith(sign)), "holds binary data")


def _compound(data: bytes, ending: str) -> str:
    """By the names of its streams, each of which ends with a zero character."""
    told = [what for name, what in _STREAMS.items() if f"{name}\0".encode("utf-16-le") in data]
    named = _BY_ENDING.get(ending, "")
    if not told:
        return named or _OLD_OFFICE
    return named if named in told else told[0]


def _zipped(names: Iterable[str], ending: str) -> str:
    parts = tuple(names)
    for start, of_ending, what in _PARTS:
        if of_ending in ("", ending) and any(name.startswith(start) for name in parts):
            return what
    return _UNPACK
