"""Tables that go on under their headings said again."""

import io
from typing import Any

import pytest
from docx import Document

from auditor import readers
from auditor.annotate import annotated
from auditor.auditing.pipeline import document_report
from auditor.findings.places import place_within
from auditor.rulebook.packs import rule_packs
from tests.readers.workbooks import workbook

FIRST = """\
## Balance sheet

(€ thousand)

| {corner} | 2025 | 2024 |
|---|---|---|
| Goodwill | 12,041 | 11,980 |
| Machinery | 84,211 | 81,040 |

{between}

| {second} | {later} | 2024 |
|---|---|---|
| Cash | 9,820 | 8,756 |
"""


def tables(between, *, corner="", second="", later="2025"):
    text = FIRST.format(between=between, corner=corner, second=second, later=later)
    return readers.read(text.encode(), "a.md").tables


@pytest.mark.parametrize(
    "between",
    [
        "## Balance sheet (continued)\n\n(€ thousand)",
        "12\n\n## Balance sheet, cont'd",
        "## Fortsetzung: Balance sheet",
        "(continued)",
        "Balance sheet (suite)",
        "41\ncontinued",  # the number of the left half of a spread
    ],
)
def test_a_table_that_says_so_goes_on(between):
    (table,) = tables(between)
    assert [row[0].text for row in table.rows] == ["", "Goodwill", "Machinery", "Cash"]
    cash = table.rows[3][1]
    assert (cash.text, cash.source.table, cash.source.row, cash.source.line) == (
        "9,820",
        1,
        4,
        FIRST.format(between=between, corner="", second="", later="2025").count("\n"),
    )


def test_the_corner_may_say_so():
    assert len(tables("Some text.", corner="Assets", second="Assets (continued)")) == 1


@pytest.mark.parametrize(
    "between, options",
    [
        ("## Liabilities", {}),  # the same columns of something else
        ("## Balance sheet", {}),  # it does not say so
        ("## Liabilities (continued)", {}),  # the rest of another table
        ("## Balance sheet (continued)", {"later": "2023"}),  # other columns
        ("All of it went on, and the outlook is that it has continued. " * 9, {}),  # prose
    ],
)
def test_others_are_tables_of_their_own(between, options):
    assert len(tables(between, **options)) == 2


def test_pages_of_markup_too():
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    head = row.format("", "2025", "2024")
    page = (
        f"<h2>Balance sheet</h2><table>{head}{row.format('Goodwill', '12,041', '11,980')}</table>"
        "<p>12</p><h2>Balance sheet (continued)</h2>"
        f"<table>{head}{row.format('Cash', '9,820', '8,756')}</table>"
    )
    (table,) = readers.read(f"<html><body>{page}</body></html>".encode(), "a.html").tables
    assert len(table.rows) == 3


HEADS = ("", "2025", "2024")


def word_file(*, total="106,072"):
    document, out = Document(), io.BytesIO()
    first = (HEADS, ("Goodwill", "12,041", "11,980"), ("Machinery", "84,211", "81,040"))
    more = (HEADS, ("Cash", "9,820", "8,756"), ("Total assets", total, "101,776"))
    for title, rows in (("Balance sheet", first), ("Balance sheet (continued)", more)):
        document.add_paragraph(title)
        table = document.add_table(len(rows), len(HEADS))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    document.save(out)
    return out.getvalue()


def test_word_files_too_and_the_row_is_named_as_it_is_printed():
    (table,) = readers.read(word_file(), "a.docx").tables
    cash = table.rows[3][1]
    assert cash is not None
    assert (cash.text, cash.source.table, cash.source.row) == ("9,820", 1, 4)
    assert place_within(cash.source) == "table 2, row 2"


def test_the_copy_of_a_word_file_is_marked_where_the_figure_is_printed():
    data = word_file(total="106,972")
    report = document_report(readers.read(data, "a.docx"), rule_packs(), shown=True)
    assert [f.suspects[0].citation.text for f in report.findings] == ["106,972"]
    copy = Document(io.BytesIO(annotated(data, report, ticks=False)))
    assert copy.tables[1].cell(2, 1)._tc.xpath(".//w:commentRangeStart")


def test_a_sheet_too_with_the_formulas_over_both_parts():
    cells: dict[str, Any] = {"A1": "Balance sheet", "A6": "Balance sheet (continued)"}
    for row, texts in {2: HEADS, 7: HEADS}.items():
        cells |= {f"{c}{row}": text for c, text in zip("ABC", texts, strict=True)}
    figures = {
        3: ("Goodwill", 12041, 11980),
        4: ("Machinery", 84211, 81040),
        8: ("Cash", 9820, 8756),
    }
    for row, (label, *amounts) in figures.items():
        cells |= {f"A{row}": label}
        cells |= {f"{c}{row}": (n, "#,##0") for c, n in zip("BC", amounts, strict=True)}
    cells |= {"A9": "Total assets"}
    cells |= {
        f"{c}9": (f"={c}3+{c}4+{c}8", n, "#,##0") for c, n in {"B": 106072, "C": 101776}.items()
    }
    document = readers.read(workbook(cells), "a.xlsx")
    (table,) = document.tables
    assert [row[0] and row[0].text for row in table.rows][-2:] == ["Cash", "Total assets"]
    assert {(f.target.table, f.target.row) for f in document.formulas} == {(1, 5)}
