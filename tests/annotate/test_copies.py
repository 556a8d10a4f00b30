"""Copies with the findings in them: the marks stand at the figures, and nothing else changed."""

import io
import zipfile

import openpyxl
import pypdf
import pytest
from docx import Document as WordDocument

from auditor import readers
from auditor.annotate import CannotAnnotateError, annotated
from auditor.auditing.pipeline import document_report
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
    assert changed == ["[Content_Types].xml", "xl/worksheets/sheet1.xml"]
    sheet = after.read("xl/worksheets/sheet1.xml")
    cut = sheet.index(b"<legacyDrawing")
    end = sheet.index(b"/>", cut) + 2
    assert sheet[:cut] + sheet[end:] == before.read("xl/worksheets/sheet1.xml")


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


@pytest.mark.parametrize("path, data", [("a.csv", b"a,b\n1,2\n"), ("a.bin", b"\x00\x01\x02")])
def test_what_cannot_hold_notes_is_refused(path, data):
    report = audited(markdown.written(STATEMENT), "a.md")
    with pytest.raises(CannotAnnotateError):
        annotated(data, type(report)(path, "", 0, 0, (), (), ()))
