"""Which reader takes a file: what it holds decides, whatever it is called."""

import io
import subprocess
import sys
from types import SimpleNamespace

import pytest

from auditor import readers
from auditor.model.document import Document
from auditor.readers import UnreadableError

ROWS = (("Item", "2Q25", "2Q24"), ("Fares", "8,412", "7,377"), ("Freight", "2,328", "2,109"))
NAMES = (*(f"a{suffix}" for suffix in sorted(readers.suffixes())), "a", "-", "a.bin", "A.PDF")


def markdown():
    head, *body = (f"| {' | '.join(row)} |\n" for row in ROWS)
    return f"# Ferries\n\n{head}|---|---|---|\n{''.join(body)}".encode()


def prose():
    return b"Fares rose, as did freight.\n\nRevenue  1,204\nCosts    1,100\n"


def commas():
    return "".join(";".join(row) + "\n" for row in ROWS).encode()


def html():
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in ROWS)
    return f"<!DOCTYPE html><html><body><table>{rows}</table></body></html>".encode()


def xlsx():
    out = io.BytesIO()
    with pytest.importorskip("xlsxwriter").Workbook(out) as book:
        sheet = book.add_worksheet("Ferries")
        for r, row in enumerate(ROWS):
            sheet.write_row(r, 0, row)
    return out.getvalue()


def docx():
    word, out = pytest.importorskip("docx").Document(), io.BytesIO()
    table = word.add_table(len(ROWS), len(ROWS[0]))
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    word.save(out)
    return out.getvalue()


def pdf():
    out = io.BytesIO()
    canvas = pytest.importorskip("reportlab.pdfgen.canvas").Canvas(out, invariant=True)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            canvas.drawString(72 + 120 * c, 700 - 14 * r, text)
    canvas.save()
    return out.getvalue()


FORMATS = {"html": html, "xlsx": xlsx, "docx": docx, "pdf": pdf, "delimited": commas}
EXTRAS = {"xlsx": "openpyxl", "docx": "docx", "pdf": "pypdfium2"}


def reader_of(data, name):
    return readers._reader(data, name).__module__.rpartition(".")[2]


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_file_holds_decides_whatever_its_name(form):
    data = FORMATS[form]()
    assert {name: reader_of(data, name) for name in NAMES} == dict.fromkeys(NAMES, form)


def test_a_page_that_is_no_more_than_a_table_is_read_as_one():
    data = b'<table width="100%"><tr><td>Fares</td><td>8,412</td></tr></table>'
    assert reader_of(data, "a.html") == "html"


@pytest.mark.parametrize("text", [markdown, prose])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a", "-", "a.pdf", "a.xlsx", "a.docx"])
def test_text_is_read_as_text(text, name):
    assert reader_of(text(), name) == "text"


@pytest.mark.parametrize("form", FORMATS)
def test_a_misnamed_file_is_read_as_it_is_under_its_own_name(form):
    data = FORMATS[form]()
    texts = [
        cell.text for row in readers.read(data, "a.txt").tables[0].rows for cell in row if cell
    ]
    assert [text for text in texts if text] == [text for row in ROWS for text in row]


def module(name, *, accepts=False, suffix=".x", **more):
    """A reader of a format; its document's path names it."""

    def read(data, path):  # noqa: ARG001
        return Document(name, "", ())

    return SimpleNamespace(SUFFIXES=(suffix,), accepts=lambda _: accepts, read=read, **more)


NEVER = {"recognises": lambda _: False}
ALWAYS = {"recognises": lambda _: True}


@pytest.mark.parametrize(
    "known, expected",
    [
        ((), "text"),
        ((module("named", accepts=True),), "named"),
        ((module("named"),), "text"),  # a name alone is not enough
        ((module("named", accepts=True, **NEVER),), "named"),  # anything goes by its name
        ((module("other", accepts=True, suffix=".y", **NEVER),), "text"),
        ((module("other", accepts=True, suffix=".y"), module("named", accepts=True)), "named"),
        (
            (module("other", suffix=".y", **ALWAYS), module("named", accepts=True, **NEVER)),
            "other",
        ),
        ((module("other", suffix=".y", **ALWAYS), module("named", **ALWAYS)), "named"),
    ],
)
def test_who_recognises_comes_first_then_who_is_named_then_text(monkeypatch, known, expected):
    text = module("text", accepts=True, suffix=".txt")
    monkeypatch.setattr(readers, "_modules", lambda: (*known, text))
    assert readers.read(b"data", "A.X").path == expected


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data, said",
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "it is a picture; run text recognition"),
        (b"\x00\x01\x02\x03 and more", "it holds binary data"),
        (b"PK\x03\x04 and nothing else", "it is a packed archive|its archive is broken"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "it is an old Office file, or one with|it is an old|it has a password",
        ),
        (rb"{\rtf1\ansi Fares 8,412\par}", "it is rich text; save it as .docx"),
        (b"<?xml version='1.0'?><rss>8,412</rss>", "it is XML, but neither XBRL nor a web page"),
    ],
    ids=["picture", "binary", "archive", "office", "rich text", "xml"],
)
def test_what_no_reader_takes_is_refused_plainly(data, said, name):
    with pytest.raises(UnreadableError, match=said):
        readers.read(data, name)


@pytest.mark.parametrize("form", EXTRAS)
def test_a_library_is_done_without_or_named_with_how_to_install_it(form, tmp_path):
    (tmp_path / "data").write_bytes(FORMATS[form]())
    script = (
        f"import sys; sys.modules[{EXTRAS[form]!r}] = None\n"
        "from pathlib import Path\n"
        "from auditor import readers\n"
        "try:\n"
        "    print('read', readers.read(Path('data').read_bytes(), 'a').path)\n"
        "except readers.UnreadableError as reason:\n"
        "    print(reason)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "read a\n" or f"pip install {EXTRAS[form]}" in ended.stdout


def test_importing_every_reader_imports_no_machinery_of_a_format():
    script = (
        "import sys\n"
        "from auditor import readers\n"
        "readers.suffixes()\n"
        f"formats = {sorted(EXTRAS)} + ['html', 'xbrl']\n"
        f"libraries = {sorted(EXTRAS.values())} + ['lxml']\n"
        "machinery = {f'auditor.readers._{name}' for name in formats} | set(libraries)\n"
        "print(*machinery & set(sys.modules))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert ended.stdout == "\n"
