import io
import zipfile

import pytest

from auditor import readers
from auditor.facts.layout import grid_of
from auditor.model.document import Passage, Table
from auditor.model.places.sheet import SheetPlace
from auditor.readers import UnreadableError, xlsx
from tests.readers.workbooks import LINKS, STRICT, parts, rows, workbook


def document(data, path="a.xlsx"):
    return readers.read(data, path)


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def outline(read):
    """Levels and texts of the passages, and the tables' texts, in reading order."""
    return [
        (block.level, block.text) if isinstance(block, Passage) else texts(block)
        for block in read.blocks
    ]


def test_cells_are_read_as_they_are_displayed_and_cited_by_sheet_and_cell():
    data = workbook(
        (
            "P&L",
            {
                "B2": "CHF million", "C2": 2024, "D2": 2023,
                "B3": "Sales", "C3": (1234.5, "#,##0.0"), "D3": (-80, "#,##0;(#,##0)"),
                "B4": "Margin", "C4": (0.125, "0.0%"), "D4": "n/a",
            },
            None,
        )
    )  # fmt: skip
    read = document(data)
    assert texts(read.tables[0]) == [
        ["CHF million", "2024", "2023"],
        ["Sales", "1,234.5", "(80)"],
        ["Margin", "12.5%", "n/a"],
    ]
    there = read.tables[0].rows[1][2].source
    assert (there.at, there.table, there.row, there.col) == (SheetPlace("P&L", "D3"), 1, 2, 3)
    assert read.lines == ()
    assert read.passages[0].text == "P&L"
    assert read.passages[0].source(0, 3).at.sheet == "P&L"


TITLED = {"A1": "Fjord Holding", "A3": "Sales by region", "A4": "(in millions of NOK)"}
TABLE = {"A6": "Region", "B6": "2024", "C6": "2023", "A7": "North", "B7": 5, "C7": 4}
MORE = {"A8": "South", "B8": 6, "C8": 6, "A9": "Total", "B9": 11, "C9": 10}
FIRST = [
    ["Region", "2024", "2023"],
    ["North", "5", "4"],
    ["South", "6", "6"],
    ["Total", "11", "10"],
]


@pytest.mark.parametrize(
    "cells, expected",
    [
        pytest.param(
            {**TITLED, **TABLE, **MORE},
            [(2, "Fjord Holding"), (3, "Sales by region"), (0, "(in millions of NOK)"), FIRST],
            id="titles and a note above",
        ),
        pytest.param(
            {**TABLE, **MORE, "A11": "(a) North includes the islands.", "A12": "Unaudited"},
            [FIRST, (0, "(a) North includes the islands."), (0, "Unaudited")],
            id="footnotes below",
        ),
        pytest.param(
            {
                **TABLE, **MORE,
                "A11": "Staff", "A13": "Region", "B13": "2024", "A14": "North", "B14": 70,
            },
            [FIRST, (3, "Staff"), [["Region", "2024"], ["North", "70"]]],
            id="a table with headings of its own below a blank row",
        ),
        pytest.param(
            {**TABLE, **MORE, "A11": "Of which sea", "A12": "South", "B12": 2, "C12": 1},
            [[*FIRST, ["Of which sea", "", ""], ["South", "2", "1"]]],
            id="a section without headings of its own goes on",
        ),
        pytest.param(
            {"A1": "Region", "B1": "2024", "A3": "North", "B3": 5, "A5": "South", "B5": 6},
            [[["Region", "2024"], ["North", "5"], ["South", "6"]]],
            id="blank rows for the eye",
        ),
        pytest.param(
            {
                "A1": "Region", "C1": "2024", "E1": "2023",
                "A2": "North", "C2": 5, "E2": 4, "A3": "South", "C3": 6, "E3": 6,
            },
            [[["Region", "2024", "2023"], ["North", "5", "4"], ["South", "6", "6"]]],
            id="blank columns for the eye",
        ),
        pytest.param(
            {
                "A1": "Sales", "E1": "Staff",
                "A2": "Region", "B2": "2024", "E2": "Country", "F2": "2024",
                "A3": "North", "B3": 5, "E3": "Norway", "F3": 70,
                "A4": "South", "B4": 6, "E4": "Sweden", "F4": 80,
                "E5": "Finland", "F5": 90,
            },
            [
                (3, "Sales"), [["Region", "2024"], ["North", "5"], ["South", "6"]],
                (3, "Staff"),
                [["Country", "2024"], ["Norway", "70"], ["Sweden", "80"], ["Finland", "90"]],
            ],
            id="tables side by side",
        ),
        pytest.param(
            {
                "A1": "EUR", "B1": "2024", "A2": "Nord", "B2": "1 204,5", "A3": "Süd", "B3": "80,0",
                "A5": "Staff", "A6": "Country", "B6": "2024", "A7": "All", "B7": 7,
            },
            [
                [["EUR", "2024"], ["Nord", "1 204,5"], ["Süd", "80,0"]],
                (3, "Staff"),
                [["Country", "2024"], ["All", "7"]],
            ],
            id="figures with decimal commas",
        ),
        pytest.param(
            {"A1": "Sales of NOK 5 million", "A3": "Region", "B3": "2024", "A4": "North", "B4": 5},
            [(0, "Sales of NOK 5 million"), [["Region", "2024"], ["North", "5"]]],
            id="a text with figures is no heading",
        ),
        pytest.param(
            {"A1": "We sold more.", "A3": "Sales were NOK 5 million."},
            [(0, "We sold more."), (0, "Sales were NOK 5 million.")],
            id="nothing but text",
        ),
        pytest.param(
            {"A1": "NOK", "B1": "Actual", "A2": "Sales", "B2": 5, "B3": "\u00a0", "C2": " "},
            [[["NOK", "Actual"], ["Sales", "5"]]],
            id="cells of blanks",
        ),
    ],
)  # fmt: skip
def test_a_sheet_is_parted_into_tables_and_texts(cells, expected):
    assert outline(document(workbook(("Sheet1", cells, None)))) == expected


@pytest.mark.parametrize("bold, levels", [(True, [2, 0, 0, 3]), (False, [2, 3, 3, 3])])
def test_where_titles_are_bold_other_texts_are_none(bold, levels):
    def write(page, book):
        shown = book.add_format({"bold": bold})
        page.write_string("A1", "Highlights", shown)
        page.write_string("A7", "Sales by region", shown)

    cells = {"A3": "More customers", "A5": "Fewer complaints", "A9": "Region", "B9": "2024"}
    read = document(workbook(("Sheet1", cells | {"A10": "North", "B10": 5}, write)))
    assert [p.level for p in read.passages] == levels


def test_a_table_stands_under_its_sheet_and_titles():
    read = document(workbook(("Regions", {**TITLED, **TABLE}, None)))
    table = read.tables[0]
    assert [h.text for h in table.headings] == ["Regions", "Fjord Holding", "Sales by region"]
    assert table.notes == ("(in millions of NOK)",)


@pytest.mark.parametrize("name", ["Sheet1", "Tabelle2", "Feuil 3"])
def test_the_name_of_a_sheet_that_nobody_named_is_no_heading(name):
    assert outline(document(workbook((name, {"A1": "Sales", "B1": 5}, None)))) == [[["Sales", "5"]]]


def test_a_merged_heading_stands_at_its_left_and_a_merged_label_in_each_of_its_rows():
    def merge(page, _):
        page.merge_range("C1:D1", "2024")
        page.merge_range("A3:A4", "North")

    cells: dict[str, object] = {"C2": "Plan", "D2": "Actual"}
    cells |= {"B3": "Sales", "B4": "Costs", "B5": "Other"}
    cells |= {"C3": 5, "D3": 6, "C4": 2, "D4": 3, "C5": 1, "D5": 1}
    read = document(workbook(("Sheet1", cells, merge)))
    assert texts(read.tables[0]) == [
        ["", "", "2024", ""],
        ["", "", "Plan", "Actual"],
        ["North", "Sales", "5", "6"],
        ["North", "Costs", "2", "3"],
        ["", "Other", "1", "1"],
    ]
    assert read.tables[0].rows[3][0].source.at.cell == "A3"


def hide(page, _):
    page.set_row(2, None, None, {"hidden": True})
    page.set_row(20, None, None, {"hidden": True})  # with nothing in it
    page.set_column("C:D", None, None, {"hidden": True})


@pytest.mark.parametrize(
    "then, remark",
    [
        (hide, "row 3 is and columns C-D are hidden; they were read like the others"),
        (lambda page, _: page.hide(), "is hidden; it was read like the others"),
        (
            lambda page, _: page.very_hidden(),
            "is hidden so that the program does not list it; it was read like the others",
        ),
    ],
    ids=["rows and columns", "sheet", "sheet that is not listed"],
)
def test_what_is_hidden_is_read_and_said(then, remark):
    cells = {"A1": "t", "B1": "x", "C1": "y", "A2": "a", "B2": 1, "C2": 2, "A3": "b", "B3": 3}
    read = document(workbook({"A1": "Cover"}, ("Back", cells, then)))
    assert texts(read.tables[0]) == [["t", "x", "y"], ["a", "1", "2"], ["b", "3", ""]]
    assert [r for r in read.remarks if r.endswith(remark)] == list(read.remarks)
    assert read.remarks[0].startswith('sheet "Back"')


@pytest.mark.parametrize(
    "cells, remark",
    [
        ({"A1": "Loss", "B1": (-5, "0;[Red]0")}, "they were read as negative: B1"),
        ({"A1": "Loss", "B1": (-5, "0;0")}, "without a sign, and they were read as shown: B1"),
        ({"A1": "Loss", "B1": (5, ";;;"), "C1": 4}, "these hold numbers that are not shown: B1"),
    ],
)
def test_what_a_format_hides_is_said(cells, remark):
    (said,) = document(workbook(("S", cells, None))).remarks
    assert said.startswith('sheet "S": ')
    assert said.endswith(remark)


def test_a_formula_without_a_stored_value_is_said():
    cells = rows(
        '<row r="1"><c r="A1" t="str"><v>Total</v></c><c r="B1"><f>SUM(B2:B9)</f></c>'
        '<c r="C1"><f>SUM(C2:C9)</f></c><c r="D1"><v>5</v></c></row>'
    )
    read = document(parts(cells))
    assert texts(read.tables[0]) == [["Total", "5"]]
    said = (
        'sheet "Data": 2 formulas without a stored value (B1, C1); open the workbook in a '
        "spreadsheet program and save it"
    )
    assert read.unread == (said,)


@pytest.mark.parametrize("values, unread", [((0, 0), 1), ((0, 5), 0)])
def test_zeros_that_a_program_wrote_for_want_of_counting_are_no_values(values, unread):
    first, second = values
    cells = {"A1": "Sales", "B1": 5, "B2": ("=B1", first, "0"), "B3": ("=B1", second, "0")}
    read = document(workbook(("S", cells, None)))
    assert len(read.unread) == unread


@pytest.mark.parametrize(
    "cell, text",
    [
        ('<c r="A1" t="s"><v>0</v></c>', "Net sales"),  # runs joined, pronunciation left out
        ('<c r="A1" t="s"><v>7</v></c>', None),  # no such text
        ('<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', "inline"),
        ('<c r="A1" t="str"><f>A2</f><v>made</v></c>', "made"),
        ('<c r="A1" t="str"><v>a_x000D_\nb_x005F_c</v></c>', "a\nb_c"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="d"><v>2024-03-31</v></c>', "2024-03-31"),
        ('<c r="A1"><v>0.1</v></c>', "0.1"),
        ('<c r="A1"><v>twelve</v></c>', "twelve"),
        ('<c r="A1" s="1"><v>0.5</v></c>', "50%"),
        ('<c r="A1" s="99"><v>0.5</v></c>', "0.5"),  # no such style
        ("<c><v>5</v></c>", "5"),  # places may be left to be counted
        ('<c r="A1" s="1"/>', None),
        ('<c r="A1"><!-- old --><v>5</v></c>', "5"),
    ],
)
def test_every_kind_of_cell(cell, text):
    strings = (
        "<si><r><t>Net</t></r><r><t> sales</t></r>"
        '<rPh sb="0" eb="3"><t>netto</t></rPh><phoneticPr fontId="1"/></si>'
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'
    read = document(parts(rows(f'<row r="1">{cell}</row>'), strings=strings, styles=styles))
    found = [b.text if isinstance(b, Passage) else texts(b)[0][0] for b in read.blocks][1:]
    assert found == ([text] if text else [])


@pytest.mark.parametrize(
    "options, serial, text",
    [({}, 45382, "2024-03-31"), ({"date_1904": True}, 43920, "2024-03-31")],
)
def test_dates_are_counted_from_the_workbooks_first_day(options, serial, text):
    flag = '<workbookPr date1904="1"/>' if options else ""
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    cells = rows(f'<row r="1"><c r="A1"><v>{serial}</v></c></row>')
    read = document(parts(cells, book=flag, styles=styles))
    assert read.passages[1].text == text


def test_the_namespaces_of_the_strict_standard_are_read_alike():
    read = document(parts(rows('<row r="1"><c r="A1"><v>5</v></c></row>', STRICT)))
    assert read.blocks[1:]


def test_a_sheet_may_show_no_zeros():
    cells = {"A1": "Sales", "B1": 0, "C1": 5}
    read = document(workbook(("Sheet1", cells, lambda page, _: page.hide_zero())))
    assert texts(read.tables[0]) == [["Sales", "5"]]


def test_charts_are_told_to_be_left_out():
    def draw(page, book):
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=S!$B$1:$C$1"})
        page.insert_chart("E5", chart)
        other = book.add_chartsheet("Graph")
        again = book.add_chart({"type": "line"})
        again.add_series({"values": "=S!$B$1:$C$1"})
        other.set_chart(again)

    read = document(workbook(("S", {"A1": "Sales", "B1": 4, "C1": 5}, draw)))
    assert read.remarks == (
        'charts, pictures and text boxes are not read: "S"',
        'sheets without cells are not read: "Graph"',
    )


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
USED = rows('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')


@pytest.mark.parametrize(
    "data, reason",
    [
        (parts(ENTITY + USED), "its XML declares entities, which are not read"),
        (parts(OUTSIDE + USED), "its XML declares entities, which are not read"),
        (
            parts(f'<?xml version="1.0" encoding="utf-16"?>{ENTITY}{USED}'.encode("utf-16")),
            "its XML declares entities, which are not read",
        ),
        (parts("<worksheet><sheetData>"), "its XML is broken: "),
        (parts(rows("<c>" * 300 + "</c>" * 300)), "its XML is broken: Excessive depth"),
        (parts(rows(" " * 100_000_000)), "xl/sheet.xml unpacks to more than the limit of "),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "it has a password; save it without one",
        ),
    ],
    ids=["entities", "entity outside", "UTF-16", "broken", "deep", "bomb", "old"],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        document(data)


def test_a_broken_sheet_does_not_cost_the_others():
    out = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(workbook({"A1": "a", "B1": 5}, {"A1": "b", "B1": 6})))
    with zipfile.ZipFile(out, "w") as archive:
        for name in whole.namelist():
            cut = 300 if name.endswith("sheet1.xml") else None
            archive.writestr(name, whole.read(name)[:cut])
    read = document(out.getvalue())
    assert texts(read.tables[0]) == [["b", "6"]]
    assert read.unread[0].startswith('sheet "Sheet1": its XML is broken')


@pytest.mark.parametrize(
    "parts_of, reason",
    [
        ({"xl/workbook.bin": b"\x00"}, "binary workbook"),
        ({"xl/workbook.xml": b"<workbook/>"}, "it holds no workbook"),
    ],
)
def test_an_archive_without_sheets_says_why(parts_of, reason):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts_of.items():
            archive.writestr(name, content)
            if name.endswith(".bin"):
                archive.writestr(
                    "_rels/.rels",
                    f'<Relationships xmlns="r"><Relationship Id="a" Type="{LINKS}/officeDocument"'
                    f' Target="{name}"/></Relationships>',
                )
    with pytest.raises(UnreadableError, match=reason):
        document(out.getvalue())


def test_an_archive_within_an_archive_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("inner.zip", workbook({"A1": "x"}))
    assert not xlsx.recognises(out.getvalue())


@pytest.mark.parametrize("path", ["a.xlsx", "a.xlsm", "upload", "a.csv"])
def test_a_workbook_is_told_by_its_content(path):
    assert document(workbook({"A1": "Sales", "B1": 5}), path).tables


def test_a_million_empty_cells_cost_next_to_nothing():
    row = "".join(f'<c r="{letter}{{0}}" s="1"/>' for letter in "ABCDEFGHIJ")
    filled = '<row r="7"><c r="A7" t="str"><v>Sales</v></c><c r="B7"><v>5</v></c></row>'
    empty = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(8, 100_008))
    assert texts(document(parts(rows(filled + empty))).tables[0]) == [["Sales", "5"]]


def test_cells_scattered_too_widely_are_said_to_be_unread():
    scattered = {(n, n): n for n in range(800)}
    read = document(workbook(("Wide", scattered, None)))
    assert not any(isinstance(block, Table) for block in read.blocks)
    assert read.unread == (
        'sheet "Wide", A1 to ADT800: its cells are scattered too widely for a table',
    )


def test_percentages_kept_as_text_with_a_decimal_comma_are_figures():
    cells = {"A1": "T€", "B1": 2024, "C1": 2025, "A2": "Umsatz", "B2": 1100, "C2": 1210}
    data = workbook(("GuV", {**cells, "A3": "Wachstum", "C3": "10,0 %"}, None))
    assert grid_of(document(data).tables[0]).figures[2, 2].value == 10
