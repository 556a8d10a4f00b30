"""Copies with the findings in them: the marks stand at the figures, and nothing else changed."""

import io
import time
import zipfile
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from docx import Document as WordDocument

from auditor import readers
from auditor.annotate import CannotAnnotateError, annotated, endings
from auditor.annotate.docx import _whole
from auditor.auditing.pipeline import document_report
from auditor.findings.marks import State, marks
from auditor.rulebook.packs import rule_packs
from tests.formats import markdown, pages, web, word, workbook
from tests.formats.statement import Grid, Heading, Paragraph, Statement

STATEMENT = Statement(
    "tern",
    (
        Heading("Results of Tern Ferries", 1),
        Paragraph("Fares were $300.7 million in 2025, and nothing more is said of them here."),
        Grid(
            (
                ("USD million", "2025", "2024", "2023"),
                ("North", "120.4", "110.2", "99.1"),
                ("South", "80.3", "75.8", "70.0"),
                ("East", "45.1", "41.0", "39.9"),
                ("Total", "255.8", "227.0", "209.0"),
            ),
            1,
        ),
    ),
)
WRONG = "255.8"
FORMATS = {
    "a.md": markdown.written,
    "a.html": web.clean,
    "one-line.html": web.one_line,
    "a.docx": word.ruled,
    "a.xlsx": workbook.one_sheet,
    "ruled.pdf": pages.ruled,
    "unruled.pdf": pages.unruled,
}


def audited(data, path):
    return document_report(readers.read(data, path), rule_packs(), shown=True)


@pytest.fixture(scope="module")
def originals():
    return {path: written(STATEMENT) for path, written in FORMATS.items()}


def copy_of(originals, path, **options):
    data = originals[path]
    report = audited(data, path)
    assert [f.printed for f in report.findings] == [WRONG]
    return report.findings[0], annotated(data, report, **options)


@pytest.mark.parametrize("path", FORMATS)
def test_a_copy_reads_like_the_original(originals, path):
    _, copy = copy_of(originals, path, ticks=False)
    before, after = audited(originals[path], path), audited(copy, path)
    figures = [f.text for f in before.facts]
    assert [f.text for f in after.facts if f.text in figures][: len(figures)] == figures


def test_markdown_has_a_footnote_and_ticks(originals):
    finding, copy = copy_of(originals, "a.md")
    text = copy.decode()
    assert f"{WRONG}[^audit-1]" in text
    assert "110.2✓" in text
    assert text.rstrip().endswith(f"[{finding.id}]")


@pytest.mark.parametrize("path", ["a.html", "one-line.html"])
def test_html_has_a_link_to_a_note(originals, path):
    finding, copy = copy_of(originals, path)
    text = copy.decode()
    assert f'{WRONG}<a href="#audit-1"' in text
    assert "110.2<span" in text
    assert text.index(finding.id) < text.index("</body>")


@pytest.mark.parametrize("ticks", [True, False])
def test_a_word_document_has_a_comment_at_the_figure(originals, ticks):
    finding, copy = copy_of(originals, "a.docx", ticks=ticks)
    document = WordDocument(io.BytesIO(copy))
    (comment,) = document.comments
    assert finding.id in comment.text
    start = document.element.body.xpath("//w:commentRangeStart")[0]
    end = document.element.body.xpath("//w:commentRangeEnd")[0]
    between = start.itersiblings()
    marked = "".join(e.xpath("string()") for e in iter(lambda: next(between), end))
    assert marked == WRONG
    assert ("✓" in "".join(document.element.body.itertext())) is ticks


def test_a_workbook_has_a_comment_and_keeps_its_other_parts(originals):
    finding, copy = copy_of(originals, "a.xlsx")
    cells = [
        (cell.value, cell.comment.text)
        for row in openpyxl.load_workbook(io.BytesIO(copy)).worksheets[0].iter_rows()
        for cell in row
        if cell.comment
    ]
    ((value, comment),) = cells
    assert (f"{value}", finding.id in comment) == (WRONG, True)
    before, after = (zipfile.ZipFile(io.BytesIO(d)) for d in (originals["a.xlsx"], copy))
    changed = [n for n in before.namelist() if before.read(n) != after.read(n)]
    assert sorted(changed) == [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ]
    sheet = after.read("xl/worksheets/sheet1.xml")
    cut = sheet.index(b"<legacyDrawing")
    end = sheet.index(b"/>", cut) + 2
    assert sheet[:cut] + sheet[end:] == before.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ticks", [False, True])
def test_a_workbook_ends_with_a_list_that_is_printed(originals, ticks):
    finding, copy = copy_of(originals, "a.xlsx", ticks=ticks)
    before, after = (
        openpyxl.load_workbook(io.BytesIO(data)) for data in (originals["a.xlsx"], copy)
    )
    assert after.sheetnames == [*before.sheetnames, "Audit"]
    titles, *rows = ([str(text) for text in row] for row in after["Audit"].values)
    assert titles == ["Sheet", "Cell", "What was found"]
    found = {(sheet, cell): text for sheet, cell, text in rows}
    sheet, cell = next(key for key, text in found.items() if finding.id in text)
    values = {c.coordinate: c.value for row in before[sheet].iter_rows() for c in row}
    assert f"{values[cell]}" == WRONG
    assert ("✓" in found.values()) is ticks


def test_the_list_takes_no_name_that_there_is(originals):
    book = openpyxl.load_workbook(io.BytesIO(originals["a.xlsx"]))
    book.create_sheet("AUDIT")
    saved = io.BytesIO()
    book.save(saved)
    copy = annotated(saved.getvalue(), audited(saved.getvalue(), "a.xlsx"))
    assert openpyxl.load_workbook(io.BytesIO(copy)).sheetnames[-2:] == ["AUDIT", "Audit 2"]


def test_a_workbook_without_findings_stays_as_it_is(originals):
    data = originals["a.xlsx"]
    report = replace(audited(data, "a.xlsx"), findings=())
    assert openpyxl.load_workbook(io.BytesIO(annotated(data, report))).sheetnames == (
        openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    )


def word_with(*rows, split=False):
    """A Word document of a sentence and a table; ``split``: brackets stand in runs of their own."""
    document = WordDocument()
    document.add_paragraph("Sales were $9,568 million and the loss $(1,196) million.")
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            if split and text.endswith(")"):
                cell.paragraphs[0].runs[0].text = text[:-1]
                cell.paragraphs[0].add_run(")")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


LOSSES = (
    ("USD million", "2025", "2024", "2023"),
    ("Sales", "9,568", "9,400", "9,000"),
    ("Other", "5", "568", "7"),
    ("Costs", "(10,769)", "(9,568)", "(8,532)"),
    ("Operating loss", "(1,196)", "400", "475"),
)


@pytest.mark.parametrize("split", [False, True])
def test_a_tick_stands_behind_the_bracket_and_once_a_figure(split):
    data = word_with(*LOSSES, split=split)
    report = audited(data, "a.docx")
    copy = WordDocument(io.BytesIO(annotated(data, report, ticks=True)))
    cells = [cell.text for row in copy.tables[0].rows for cell in row.cells]
    plain = [text for row in LOSSES for text in row]
    assert [cell.replace("✓", "") for cell in cells] == plain
    ticked = [cell for cell in cells if "✓" in cell]
    assert "(1,196)✓" in ticked
    assert all(cell.count("✓") == 1 and cell.endswith("✓") for cell in ticked)
    text = copy.paragraphs[0].text
    assert text.count("✓") == sum(
        mark.state is State.TIED and mark.cell is None for mark in marks(report)
    )


@pytest.mark.parametrize("text, wanted, begin, expected", [
    ("1,525 and 5", "5", 0, 10), ("5", "5", 0, 0), ("1.5 5", "5", 0, 4), ("5.5", "5", 0, -1),
    ("25", "5", 0, -1), ("5, 6", "5", 0, 0), ("(5)", "5", 0, 1), ("a5b 5", "5", 2, 4),
    ("x", "", 0, -1),
])  # fmt: skip
def test_a_figure_is_no_part_of_a_longer_number(text, wanted, begin, expected):
    assert _whole(text, wanted, begin) == expected


def test_a_workbook_with_comments_of_its_own_stays_untouched(originals):
    _, copy = copy_of(originals, "a.xlsx")
    with pytest.raises(CannotAnnotateError, match="comments of its own"):
        annotated(copy, audited(copy, "a.xlsx"))


def test_a_workbook_is_ticked_when_asked(originals):
    _, copy = copy_of(originals, "a.xlsx", ticks=True)
    comments = [
        cell.comment.text
        for row in openpyxl.load_workbook(io.BytesIO(copy)).worksheets[0].iter_rows()
        for cell in row
        if cell.comment
    ]
    assert comments.count("✓") > 5


@pytest.mark.parametrize("path", ["ruled.pdf", "unruled.pdf"])
def test_a_pdf_has_a_highlight_over_the_figure(originals, path):
    finding, copy = copy_of(originals, path)
    page = pypdf.PdfReader(io.BytesIO(copy)).pages[0]
    listed = page["/Annots"]
    assert isinstance(listed, pypdf.generic.ArrayObject)
    notes = [a.get_object() for a in listed]
    (note,) = [a for a in notes if finding.id in str(a.get("/Contents", ""))]
    left, bottom, right, top = (float(n) for n in note["/Rect"])
    box = finding.primary.source.at.bbox
    height = float(page.cropbox.height)
    assert [round(n, 1) for n in (left, height - top, right, height - bottom)] == [
        round(n, 1) for n in box
    ]
    assert note["/AP"]["/N"].get_object()["/Subtype"] == "/Form"


def without(data, *names):
    """The archive without some of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
    return written.getvalue()


FRAGMENT = (
    "<table><tr><td>(USD)</td><td>2025</td><td>2024</td></tr>"
    "<tr><td>North</td><td>120.4</td><td>110.2</td></tr>"
    "<tr><td>South</td><td>80.3</td><td>75.8</td></tr>"
    "<tr><td>Total</td><td>210.7</td><td>186.0</td></tr></table>"
)
LENIENT = {  # read by check: named wrongly, or less whole than the libraries that copy want
    "markup without a page.html": lambda _: FRAGMENT.encode(),
    "page.md": lambda made: made["a.html"],
    "workbook.txt": lambda made: made["a.xlsx"],
    "word.xlsx": lambda made: made["a.docx"],
    "pdf.html": lambda made: made["ruled.pdf"],
    "text.docx": lambda made: made["a.md"],
    "utf-16.md": lambda made: made["a.md"].decode().encode("utf-16"),
    "utf-16.html": lambda made: made["a.html"].decode().encode("utf-16"),
    "bom.md": lambda made: made["a.md"].decode().encode("utf-8-sig"),
    "cp932.md": lambda made: made["a.md"].decode().replace("North", "東京").encode("cp932"),
    "crlf.md": lambda made: made["a.md"].replace(b"\n", b"\r\n"),
    "separators.html": lambda made: made["a.html"].replace(b"255.8", b"255.8\xe2\x80\xa8"),
    "separators.md": lambda made: made["a.md"].replace(b"Fares", b"Fa\xe2\x80\xa8res"),
    "untyped.xlsx": lambda made: without(made["a.xlsx"], "[Content_Types].xml"),
    "untyped.docx": lambda made: without(made["a.docx"], "[Content_Types].xml"),
    "unrelated.docx": lambda made: without(made["a.docx"], "_rels/.rels"),
    "startless.pdf": lambda made: made["ruled.pdf"].replace(b"startxref", b"startxxxx"),
    "records.txt": lambda _: b"a,2025,2024\nN,120.4,110.2\nS,80.3,75.8\nTotal,255.8,186.0\n",
}
REFUSED = {"untyped.xlsx", "untyped.docx", "unrelated.docx", "startless.pdf"}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", LENIENT)
def test_what_can_be_read_is_copied_as_what_it_is_or_refused_in_plain_words(originals, path):
    data = LENIENT[path](originals)
    report = audited(data, path)
    assert report.tied
    if path in REFUSED:
        with pytest.raises(CannotAnnotateError):
            annotated(data, report)
        return
    (finding,) = report.findings
    copy = annotated(data, report)
    assert copy != data
    if not copy.startswith((b"PK", b"%PDF")):
        said = copy.decode()
        assert finding.id in said
        assert ("</li>" in said) is ("html" in path or path == "page.md")


@pytest.mark.parametrize("path", FORMATS)
def test_copies_are_the_same_bytes_whenever_they_are_made(originals, path, monkeypatch):
    _, copy = copy_of(originals, path, ticks=True)
    monkeypatch.setattr(
        time, "localtime", lambda *_: time.struct_time((2031, 5, 6, 7, 8, 9, 1, 126, 0))
    )
    monkeypatch.setattr(time, "time", lambda: 1_935_000_000.0)
    _, again = copy_of(originals, path, ticks=True)
    assert again == copy
    if copy.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(copy))
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert b"w:date" not in (archive.read("word/comments.xml") if "docx" in path else b"")


@pytest.mark.parametrize(
    "path, name, allowed",
    [
        ("a.md", "a.md", (".md", ".markdown", ".txt", ".text")),
        ("a.md", "notes.docx", (".docx", ".md", ".markdown", ".txt", ".text")),
        ("a.html", "a.htm", (".htm", ".html", ".xhtml")),
        ("a.xlsx", "a.xlsm", (".xlsm",)),
        ("a.docx", "a", (".docx",)),
        ("ruled.pdf", "a.pdf", (".pdf",)),
    ],
)
def test_a_copy_is_called_as_its_document_is_or_what_its_format_is(originals, path, name, allowed):
    assert endings(originals[path], name) == allowed


@pytest.mark.parametrize("path, data", [("a.parquet", b"PAR1"), ("a.bin", b"\x00\x01\x02")])
def test_what_cannot_hold_notes_is_refused(path, data):
    report = audited(markdown.written(STATEMENT), "a.md")
    with pytest.raises(CannotAnnotateError):
        annotated(data, type(report)(path, "", 0, 0, (), (), ()))
