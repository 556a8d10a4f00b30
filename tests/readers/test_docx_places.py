"""Word documents: every figure stands where it is cited, as other programs see the file."""

import io

import docx
import pytest

from auditor import readers
from auditor.model.places.paragraph import ParagraphPlace
from auditor.notation.numerals import figures
from tests.readers.wordfile import p, r, read, sdt_of, tbl, texts, tr


def written(build):
    """A document that python-docx made, as bytes and as read."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), readers.read(out.getvalue(), "a.docx")


def prose(document):
    document.add_heading("Results", 1)
    document.add_paragraph()
    document.add_paragraph("Revenue was 1,204, costs\t801;\nprofit 403.")
    document.add_table(2, 2).cell(0, 0).text = "In a table."
    line = document.add_paragraph("Of this, ", style="List Bullet")
    line.add_run("602").bold = True
    line.add_run("1").font.superscript = True
    line.add_run(" came from abroad, 12% more.")


def read_of(source, *names):
    """What is known of a place, by these names."""
    known = dict(source.known)
    return [known.get(name) for name in names]


def test_figures_in_prose_stand_in_the_paragraph_and_columns_cited():
    data, read_document = written(prose)
    paragraphs = [x.text for x in docx.Document(io.BytesIO(data)).paragraphs]
    found = []
    for passage in read_document.passages:
        for figure in figures(passage.text):
            at = passage.source(figure.start, figure.start + len(figure.text))
            found.append(paragraphs[at.at.paragraph - 1][at.column - 1 : at.end_column - 1])
            assert found[-1] == figure.text
            assert (at.line, at.table, at.row, at.col, at.at.element) == (None,) * 5
    assert found == ["1,204", "801", "403", "602", "12%"]


def tables(document):
    table = document.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2Q06"
    for c, text in enumerate(("Sales", "1,204", "801")):
        table.cell(1, c).text = text
    for c, text in enumerate(("Costs", "602", "(400)")):
        table.cell(2, c).text = text


def test_cells_are_cited_by_table_row_and_column_alone():
    data, read_document = written(tables)
    (original,) = docx.Document(io.BytesIO(data)).tables
    (table,) = read_document.tables
    for row in table.rows:
        for cell in filter(None, row):
            at = cell.place(0, len(cell.text))
            assert original.cell(at.row - 1, at.col - 1).text == cell.text
            assert (at.table, at.at) == (1, ParagraphPlace())


def test_lines_with_tab_stops_are_cited_by_cell_and_by_column():
    document = read(p("Prose.") + p("Sales\t 801\t700\nCosts\t600\t500"))
    (table,) = document.tables
    fields = ("paragraph", "column", "end_column", "row", "col")
    places = [(c.text, *read_of(c.source, *fields)) for row in table.rows for c in row if c]
    assert places == [
        ("Sales", 2, 1, 6, 1, 1),
        ("801", 2, 8, 11, 1, 2),
        ("700", 2, 12, 15, 1, 3),
        ("Costs", 2, 16, 21, 2, 1),
        ("600", 2, 22, 25, 2, 2),
        ("500", 2, 26, 29, 2, 3),
    ]


DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


@pytest.mark.parametrize(
    "body, paragraph, columns",
    [
        (p("One 801."), 1, (5, 8)),
        (p() + sdt_of(p("Two.")) + p("One 801."), 3, (5, 8)),
        (f"<w:ins>{p('Two.')}</w:ins>" + p("One 801."), 2, (5, 8)),
        (f"<w:moveFrom>{p('Two.')}</w:moveFrom>" + p("One 801."), 1, (5, 8)),
        (tbl("a | b", "c | d") + p("One 801."), 1, (5, 8)),
        (p("Contents\t9", "Verzeichnis1") + p("One 801."), 2, (5, 8)),
        (p(r("One ") + f"<w:del>{r('or two')}</w:del>" + r("801")), 1, (5, 8)),
        (p(r("One ") + r("or", "<w:vanish/>") + r("801")), 1, (5, 8)),
        (p(r("One ") + r("1", '<w:vertAlign w:val="superscript"/>') + r("801")), 1, (6, 9)),
        (p("One ", properties=DELETED_MARK) + p("801."), 2, (1, 4)),  # runs on, yet counts
        (p("Two 1", properties=DELETED_MARK) + p("One 801."), 2, (5, 8)),
    ],
)
def test_paragraphs_and_characters_that_count(body, paragraph, columns):
    passage = next(x for x in read(body).passages if "801" in x.text)
    at = passage.text.index("801")
    found = passage.source(at, at + 3)
    assert found.at == ParagraphPlace(paragraph, *columns)


def test_paragraphs_of_a_table_that_arranges_text_are_its_own():
    document = read(p("One.") + tbl(tr("Two.", "Three 801."), "Four. | ") + p("Five 801."))
    places = [(x.text, x.anchors[0].source) for x in document.passages]
    assert [(text, *read_of(at, "element", "paragraph")) for text, at in places] == [
        ("One.", None, 1),
        ("Two.", "table 1", 1),
        ("Three 801.", "table 1", 2),
        ("Four.", "table 1", 3),
        ("Five 801.", None, 2),
    ]
    assert {at.table for _, at in places} == {None}


def test_numbers_of_tables():
    inner = "<w:tbl>" + tr("x", "9") + "</w:tbl>"
    document = read(
        p("Sales\t801")
        + p("Costs\t600")
        + tbl("a | 1", f"<w:tr><w:tc>{p('b')}</w:tc><w:tc>{p('2')}{inner}{p()}</w:tc></w:tr>")
        + tbl("words | alone")
        + tbl("c | 3", "d | 4")
    )
    assert [(t.number, texts(t)[0][1]) for t in document.tables] == [
        (5, "801"),
        (1, "1"),
        (2, "9"),
        (4, "3"),
    ]
