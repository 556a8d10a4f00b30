import io

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from auditor import readers
from auditor.auditing import pipeline
from auditor.model.document import Passage, Table
from auditor.readers import UnreadableError
from auditor.rulebook.packs import rule_packs

LEFT = 60
WIDTH: float = A4[0]
HEIGHT: float = A4[1]

STATEMENT = [
    ["", "2025", "2024"],
    ["Revenue", "1,204", "1,100"],
    ["Cost of sales", "(801)", "(740)"],
    ["Gross profit", "403", "360"],
]


class Sheet:
    """A PDF being drawn: cells on a grid of right edges, lines counted from the top."""

    def __init__(self, size=A4, font="Helvetica", **options):
        self.made = io.BytesIO()
        self.canvas = Canvas(self.made, pagesize=size, **options)
        self.height, self.font = size[1], font
        self.canvas.setFont(font, 10)

    def text(self, x, line, text, *, right=False, size=10, bold=False, rise=0):
        self.canvas.setFont(f"{self.font}-Bold" if bold else self.font, size)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        draw(x, self.height - 60 - 14 * line + rise, text)

    def centred(self, x, line, text):
        self.canvas.setFont(self.font, 10)
        self.canvas.drawCentredString(x, self.height - 60 - 14 * line, text)

    def table(self, rows, *, line=2, left=LEFT, edges=(300, 380, 460)):
        for n, (label, *cells) in enumerate(rows, start=line):
            self.text(left, n, label)
            for edge, cell in zip(edges, cells, strict=False):
                self.text(edge, n, cell, right=True)

    def page(self):
        self.canvas.showPage()
        self.canvas.setFont(self.font, 10)

    def read(self, path="a.pdf"):
        return readers.read(self.data(), path)

    def data(self):
        self.canvas.save()
        return self.made.getvalue()


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_an_unruled_table():
    sheet = Sheet()
    sheet.table(STATEMENT)
    assert [texts(t) for t in sheet.read().tables] == [STATEMENT]


def test_a_ruled_table():
    sheet = Sheet()
    sheet.table(STATEMENT)
    xs, ys = [50, 240, 310, 390], [sheet.height - 46 - 14 * n - 20 for n in range(5)]
    sheet.canvas.grid(xs, ys)
    assert [texts(t) for t in sheet.read().tables] == [STATEMENT]


def test_a_figure_is_cited_by_page_and_box():
    sheet = Sheet()
    sheet.page()
    sheet.table(STATEMENT)
    cell = sheet.read().tables[0].rows[2][1]
    source = cell.place(0, len(cell.text))
    assert (source.at.page, source.table, source.row, source.col) == (2, 1, 3, 2)
    left, top, right, bottom = source.at.bbox
    width = pdfmetrics.stringWidth("(801)", "Helvetica", 10)
    assert (left, right) == pytest.approx((300 - width, 300), abs=0.1)
    assert top < 60 + 14 * 4 < bottom  # the baseline
    assert (source.line, source.column) == (None, None)


def test_signs_set_apart_belong_to_their_figure():
    sheet = Sheet()
    for n, (number, share) in enumerate([("1,204", "100.0"), ("(801", "(66.5"), ("403", "33.5")]):
        sheet.text(LEFT, n + 2, ["Revenue", "Cost of sales", "Gross profit"][n])
        sheet.text(240, n + 2, "$")
        sheet.text(300, n + 2, number, right=True)
        sheet.text(301, n + 2, ")" if number[0] == "(" else "")
        sheet.text(400, n + 2, share, right=True)
        sheet.text(402, n + 2, ")%" if share[0] == "(" else "%")
    read = sheet.read()
    assert [row[1:] for row in texts(read.tables[0])] == [
        ["$1,204", "100.0%"],
        ["$(801)", "(66.5)%"],
        ["$403", "33.5%"],
    ]
    left, _, right, _ = read.tables[0].rows[1][1].place(0, 6).at.bbox
    assert left == pytest.approx(240, abs=0.5)
    assert right == pytest.approx(301 + 3.33, abs=0.5)


def test_headings_over_several_columns_and_on_several_lines():
    sheet = Sheet()
    sheet.centred(310, 1, "Three months ended")
    sheet.centred(310, 2, "June 30,")
    sheet.centred(470, 1, "Six months ended")
    sheet.centred(470, 2, "June 30,")
    edges = (290, 350, 450, 510)
    for edge, year in zip(edges, ("2025", "2024") * 2, strict=True):
        sheet.text(edge, 3, year, right=True)
    rows = [
        ["Revenue", "601", "540", "1,204", "1,100"],
        ["Costs", "(400)", "(370)", "(801)", "(740)"],
    ]
    sheet.table(rows, line=4, edges=edges)
    assert texts(sheet.read().tables[0]) == [
        ["", "Three months ended June 30,", "", "Six months ended June 30,", ""],
        ["", "2025", "2024", "2025", "2024"],
        *rows,
    ]


def test_dot_leaders_and_wrapped_labels():
    sheet = Sheet()
    sheet.text(LEFT, 2, "Receivables, less allowance for")
    sheet.text(LEFT + 10, 3, "doubtful accounts" + "." * 30)
    sheet.text(LEFT, 4, "Inventories" + " ." * 25)
    sheet.text(LEFT, 5, "Total" + "." * 60)
    for n, cells in enumerate([("801", "740"), ("403", "360"), ("1,204", "1,100")], start=3):
        sheet.text(400, n, cells[0], right=True)
        sheet.text(470, n, cells[1], right=True)
    assert texts(sheet.read().tables[0]) == [
        ["Receivables, less allowance for doubtful accounts", "801", "740"],
        ["Inventories", "403", "360"],
        ["Total", "1,204", "1,100"],
    ]


def test_two_tables_side_by_side():
    other = [["", "2025", "2024"], ["Payables", "500", "450"], ["Equity", "704", "650"]]
    other += [["Total claims", "1,204", "1,100"]]
    sheet = Sheet()
    sheet.table(STATEMENT, edges=(170, 220))
    sheet.table(other, left=300, edges=(430, 490))
    assert [texts(t) for t in sheet.read().tables] == [STATEMENT, other]


def test_a_table_goes_on_in_the_other_half_of_a_spread():
    more = [["", "2025", "2024"], ["Selling expenses", "(100)", "(90)"]]
    more += [["Operating income", "303", "270"], ["Tax", "(63)", "(58)"]]
    sheet = Sheet()
    sheet.table(STATEMENT, line=2, edges=(170, 220))
    sheet.text(0, 8, "41")
    sheet.text(300, 0, "continued")
    sheet.table(more, line=2, left=300, edges=(430, 490))
    assert [texts(t) for t in sheet.read().tables] == [STATEMENT + more[1:]]


def test_a_table_goes_on_on_the_next_page():
    sheet = Sheet()
    sheet.table(STATEMENT, line=48)
    sheet.page()
    more = [["Selling expenses", "(100)", "(90)"], ["Operating income", "303", "270"]]
    sheet.table([STATEMENT[0], *more])
    read = sheet.read()
    assert [texts(t) for t in read.tables] == [STATEMENT + more]
    assert [row[1].source.at.page for row in read.tables[0].rows] == [1, 1, 1, 1, 2, 2]
    assert [row[1].source.row for row in read.tables[0].rows] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("between", ["CASH FLOWS OF THE GROUP FOR THE YEAR", "Quarter"])
def test_another_table_on_the_next_page_is_another(between):
    sheet = Sheet()
    sheet.table(STATEMENT, line=48)
    sheet.page()
    sheet.centred(WIDTH / 2, 0, between)
    sheet.centred(WIDTH / 2 + 40, 1, "Changed headings")
    sheet.table(STATEMENT[1:])
    assert len(sheet.read().tables) == 2


def test_page_furniture_is_dropped():
    sheet = Sheet()
    for number in range(1, 5):
        sheet.centred(WIDTH / 2, -1, "Harlan Tool Works plc")
        sheet.table(STATEMENT[1:], line=4 * number)
        sheet.centred(WIDTH / 2, 52, f"Annual report | {number}")
        sheet.page()
    said = [block.text for block in sheet.read().blocks if isinstance(block, Passage)]
    assert said == ["Harlan Tool Works plc"]


def test_paragraphs_headings_and_lists():
    sheet = Sheet()
    sheet.text(LEFT, 1, "Results of operations", size=16)
    sheet.text(LEFT, 3, "Revenue", bold=True)
    sheet.text(LEFT, 4, "Revenue rose by 9.5 % to 1,204 million, since more tools were sold in the")
    sheet.text(LEFT, 5, "second half and prices were raised in invest-")
    sheet.text(LEFT, 6, "ment goods.")
    sheet.text(LEFT, 8, "• More tools")
    sheet.text(LEFT, 9, "• Higher prices")
    found = [(p.level > 0, p.text) for p in sheet.read().passages]
    assert found[:2] == [(True, "Results of operations"), (True, "Revenue")]
    assert [text for _, text in found[2:]][-2:] == ["• More tools", "• Higher prices"]
    assert "1,204 million" in found[2][1]


def test_items_of_a_list_are_no_headings_of_the_table_below():
    sheet = Sheet()
    for line, item in enumerate(("Sales reach 1,204", "Margin at 33.5%", "Costs of 801", "More")):
        sheet.text(LEFT, line, "•")
        sheet.text(LEFT + 12, line, item)
    sheet.table(STATEMENT, line=5)
    *items, table = sheet.read().blocks
    assert [item.text for item in items][1] == "• Margin at 33.5%"
    assert texts(table) == STATEMENT


def test_a_table_under_a_larger_title_is_another():
    sheet = Sheet()
    sheet.table(STATEMENT, line=1)
    sheet.text(LEFT, 6, "Sales by market", size=14)
    by_market = [["Market", "2025", "in %", "2024"], ["Inland", "803", "66.7", "701"],
        ["Abroad", "401", "33.3", "399"]]  # fmt: skip
    sheet.table(by_market, line=7, edges=(290, 340, 420))
    found = [block for block in sheet.read().blocks if isinstance(block, Table)]
    assert texts(found[0]) == STATEMENT
    assert texts(found[1]) == by_market


def test_a_font_that_says_no_weight_is_bold_by_its_name():
    sheet = Sheet()
    sheet.text(LEFT, 1, "Results of the year", bold=True)
    sheet.text(LEFT, 3, "Number of employees 40")
    assert [b.level > 0 for b in sheet.read().blocks] == [True, False]


def test_changes_in_parentheses_belong_to_the_line_above():
    sheet = Sheet()
    sheet.text(LEFT, 1, "Revenue 26,444 million")
    sheet.text(LEFT, 2, "(+21.3% compared to 1H05)")
    sheet.text(LEFT, 5, "Results of the year")
    sheet.text(LEFT, 6, "(in millions)")
    assert [b.text for b in sheet.read().blocks] == [
        "Revenue 26,444 million\n(+21.3% compared to 1H05)",
        "Results of the year",
        "(in millions)",
    ]


def test_texts_on_several_lines_beside_figures():
    rows = [
        ("Revenue", "Rising as systems sold well"),
        ("Income", "Falling with the prices of lines and of all that is laid between the cities"),
        ("Cash", "As planned"),
    ]
    sheet = Sheet()
    sheet.table([["", "Initial", "Revised"]], line=1, edges=(200, 280))
    line = 2
    for label, reason in rows:
        sheet.table([[label, "25,000", "26,400"]], line=line, edges=(200, 280))
        words = reason.split()
        for n, at in enumerate(range(0, len(words), 2)):
            sheet.text(300, line + 0.8 * n, " ".join(words[at : at + 2]))
        line += len(words) // 2 + 1
    (table,) = sheet.read().tables
    assert [(row[0], row[-1]) for row in texts(table)[1:]] == rows


def test_two_columns_of_prose_are_read_one_after_the_other():
    sheet = Sheet()
    words = [
        "The group sold more tools in the year",
        "and the margin rose again by two points",
        "because steel became cheaper in spring,",
        "which the plants felt until late autumn",
    ]
    for n, text in enumerate(words):
        sheet.text(LEFT, n + 2, text)
        sheet.text(320, n + 2, text.replace("the", "a"))
    said = " ".join(p.text.replace("\n", " ") for p in sheet.read().passages)
    assert said == " ".join(words) + " " + " ".join(words).replace("the", "a")


def test_japanese():
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    sheet = Sheet(font="HeiseiMin-W3")
    rows = [
        ["(百万円)", "当期", "前期"],
        ["売上高", "1,204", "1,100"],
        ["営業損失", "△801", "△740"],
    ]
    sheet.table(rows)
    assert texts(sheet.read().tables[0]) == rows


@pytest.mark.parametrize("nested", [False, True], ids=["on the page", "in a form"])
def test_signs_that_no_font_of_the_machine_may_have(nested):
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    sheet = Sheet(font="HeiseiMin-W3")
    rows = [
        ["(百万円)", "当期", "前期"],
        ["売上高", "1,204", "－"],
        ["営業損失", "△801", "△740"],
        ["特別損失", "－", "15"],
    ]
    if nested:
        sheet.canvas.beginForm("statement")
    sheet.table(rows)
    if nested:
        sheet.canvas.endForm()
        sheet.canvas.doForm("statement")
    assert texts(sheet.read().tables[0]) == rows


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize("font", ["Helvetica", "HeiseiMin-W3"])
def test_figures_written_column_by_column_stay_in_their_rows(font, turn):
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    sheet = Sheet(font=font, size=landscape(A4) if turn else A4)
    sheet.canvas.setPageRotation(turn)
    rows = [
        ["(JPY million)", "2Q06", "2Q05"],
        ["Revenue", "1,204", "5"],
        ["Costs", "8", "3"],
        ["Tax", "(9)", "4"],
    ]
    for column, edge in enumerate((LEFT, 300, 400)):
        for line, row in enumerate(rows, start=1):
            if column:
                sheet.text(edge, line, row[column], right=True)
            else:
                sheet.text(edge, line, row[column])
    assert texts(sheet.read().tables[0]) == rows


def test_blanks_printed_alone_part_no_words():
    sheet = Sheet()
    sheet.text(LEFT, 2, "Net")
    sheet.text(LEFT + pdfmetrics.stringWidth("Net", "Helvetica", 10), 2, " ")
    sheet.text(LEFT + pdfmetrics.stringWidth("Net", "Helvetica", 10) + 0.3, 2, "work")
    assert [p.text for p in sheet.read().passages] == ["Network"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_landscape_page_and_turned_ones(turn):
    sheet = Sheet(size=landscape(A4))
    sheet.canvas.setPageRotation(turn)
    sheet.table(STATEMENT)
    table = sheet.read().tables[0]
    assert texts(table) == STATEMENT
    left, top, right, bottom = table.rows[1][1].source.at.bbox
    assert (right - left > bottom - top) is (turn % 180 == 0)  # as it is seen
    seen = landscape(A4) if turn % 180 == 0 else A4
    assert 0 < left < right < seen[0]
    assert 0 < top < bottom < seen[1]


def test_text_turned_on_an_upright_page_reads_upright():
    sheet = Sheet()
    sheet.canvas.translate(WIDTH, 0)
    sheet.canvas.rotate(90)
    sheet.height = WIDTH
    sheet.table(STATEMENT)
    table = sheet.read().tables[0]
    assert texts(table) == STATEMENT
    left, top, right, bottom = table.rows[1][1].source.at.bbox
    assert right - left < bottom - top  # as it is seen


def test_boxes_count_from_the_crop_box():
    sheet = Sheet(cropBox=(40, 100, WIDTH, HEIGHT - 30))
    sheet.table(STATEMENT)
    right = sheet.read().tables[0].rows[1][1].source.at.bbox[2]
    assert right == pytest.approx(300 - 40, abs=0.1)


def test_text_printed_twice_to_look_bold_is_read_once():
    sheet = Sheet()
    sheet.table(STATEMENT)
    sheet.canvas.translate(0.2, 0)
    sheet.table(STATEMENT)
    assert texts(sheet.read().tables[0]) == STATEMENT


def test_a_raised_mark_is_no_digit():
    sheet = Sheet()
    sheet.table(STATEMENT)
    sheet.text(300.2, 3, "1", size=6, rise=4)
    document = sheet.read()
    assert document.tables[0].rows[1][1].text == "1,204¹"


def picture():
    from PIL import Image

    return ImageReader(Image.new("RGB", (40, 40), "grey"))


def test_a_page_without_text_is_said_to_be_unread():
    sheet = Sheet()
    sheet.table(STATEMENT)
    sheet.page()
    sheet.canvas.drawImage(picture(), 50, 50, 400, 600)
    document = sheet.read()
    assert document.unread == (
        "page 2: no text (a scanned image?); run text recognition (OCR) over it first",
    )
    assert len(document.tables) == 1


def test_letters_that_the_file_does_not_name_are_told():
    sheet = Sheet()
    sheet.table(STATEMENT)
    named = sheet.data()
    unnamed = named.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding <</Differences[56/g1]>>")
    assert readers.read(named, "a.pdf").remarks == ()
    (remark,) = readers.read(unnamed, "a.pdf").remarks
    assert "does not say which letters 1 of its characters are" in remark


def test_the_machine_is_asked_for_no_font():
    import pypdfium2

    asked = []

    class Fonts(pypdfium2.PdfSysfontBase):  # type: ignore[misc]  # it has no types
        def MapFont(self, *wanted):  # noqa: N802  # PDFium's name
            asked.append(wanted)

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    sheet = Sheet(font="HeiseiMin-W3")
    sheet.table(STATEMENT)
    Fonts().setup()
    sheet.read()
    assert asked == []


def test_text_recognised_under_a_picture_is_read_and_told():
    sheet = Sheet()
    sheet.canvas.drawImage(picture(), 50, 50, 400, 600)
    for n, row in enumerate(STATEMENT, start=2):
        for x, cell in zip((60, 280, 350), row, strict=True):
            line = sheet.canvas.beginText(x, sheet.height - 60 - 14 * n)
            line.setTextRenderMode(3)
            line.textOut(cell)
            sheet.canvas.drawText(line)
    document = sheet.read()
    assert [row[1] for row in texts(document.tables[0])] == ["2025", "1,204", "(801)", "403"]
    assert "page 1 is invisible" in document.remarks[0]


def only_a_picture():
    sheet = Sheet()
    sheet.canvas.drawImage(picture(), 50, 50, 400, 600)
    return sheet.data()


def encrypted():
    from reportlab.lib.pdfencrypt import StandardEncryption

    sheet = Sheet(encrypt=StandardEncryption("secret", strength=128))
    sheet.table(STATEMENT)
    return sheet.data()


@pytest.mark.parametrize(
    "data, reason",
    [
        (only_a_picture(), "it holds no text, only pictures: a scan is not read"),
        (encrypted(), "the PDF is encrypted and needs a password"),
        (b"%PDF-1.7\n1 0 obj\n<<", "the PDF is broken or cut short"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 20, "the PDF is broken or cut short"),
    ],
    ids=["scan", "encrypted", "truncated", "garbage"],
)
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        readers.read(data, "a.pdf")


def test_a_pdf_of_another_name_is_recognised():
    sheet = Sheet()
    sheet.table(STATEMENT)
    assert sheet.read("report.dat").tables


def test_without_the_library_it_says_what_to_install(monkeypatch):
    import sys

    sheet = Sheet()
    sheet.table(STATEMENT)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableError, match=r"pip install pypdfium2"):
        sheet.read()


def test_an_error_is_found_and_cited():
    rows = [
        ["(JPY million)", "2025", "2024"],
        ["Tools", "801", "740"],
        ["Parts", "303", "260"],
        ["Services", "100", "100"],
        ["Total revenue", "1,240", "1,100"],
    ]
    sheet = Sheet()
    sheet.table(rows)
    report = pipeline.document_report(sheet.read(), rule_packs())
    suspects = [s.citation for f in report.findings for s in f.suspects[:1]]
    assert [(c.text, c.source.at.part, c.source.row) for c in suspects] == [("1,240", "Page 1", 5)]


def test_reading_order_is_that_of_the_page_not_of_the_file():
    sheet = Sheet()
    for n, row in reversed(list(enumerate(STATEMENT, start=2))):
        for x, cell in reversed(list(zip((200, 300, 380), row, strict=True))):
            sheet.text(x, n, cell, right=True)
    sheet.text(LEFT, 0, "Results", bold=True)
    blocks = sheet.read().blocks
    assert isinstance(blocks[0], Passage)
    assert isinstance(blocks[1], Table)
    assert [row[1:] for row in texts(blocks[1])] == [row[1:] for row in STATEMENT]
