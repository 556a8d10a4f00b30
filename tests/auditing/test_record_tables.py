"""Tables that list records are audited by what records obey, in whatever document they stand."""

import io

import pytest
from openpyxl import Workbook

from auditor.auditing.pipeline import document_report
from auditor.readers import read

SALES = (("Ferries", 412, 61), ("Terminals", 233, 48), ("Fuel", 178, 9))


def records(wrong=None):
    """Sales, profit and margin of three segments and their total in four years."""
    yield "Year", "Segment", "Measure", "Value"
    for year in (2022, 2023, 2024, 2025):
        rows = [(n, s + 31 * (year % 5) + 7 * len(n), p + year % 7) for n, s, p in SALES]
        rows.append(("Group", sum(s for _, s, _ in rows), sum(p for _, _, p in rows)))
        for name, sales, profit in rows:
            kinds = (
                ("Sales", sales),
                ("Profit", profit),
                ("Margin", f"{100 * profit / sales:.1f}%"),
            )
            for kind, value in kinds:
                printed = wrong[1] if wrong and (year, name, kind) == wrong[0] else value
                yield year, name, kind, printed


def markdown(rows):
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(("# Fact book", "", lines[0], "|---|---|---|---:|", *lines[1:], "")).encode()


def html(rows):
    cells = ("".join(f"<td>{one}</td>" for one in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>".encode()


def workbook(rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append([*row])
    book.save(file)
    return file.getvalue()


FORMATS = {"book.md": markdown, "book.html": html, "book.xlsx": workbook}


def report_on(name, rows):
    return document_report(read(FORMATS[name](rows), name), [])


@pytest.mark.parametrize("name", FORMATS)
def test_every_figure_is_tied(name):
    report = report_on(name, records())
    assert (report.findings, report.tied, report.printed) == ((), 48, 48)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ((2024, "Group", "Sales"), 1281),
        ((2023, "Fuel", "Profit"), 90),
        ((2025, "Terminals", "Margin"), "21.9%"),
    ],
)
def test_a_wrong_figure_is_blamed(name, place, wrong):
    (finding,) = report_on(name, records((place, wrong))).findings
    assert finding.suspects[0].citation.text.startswith(str(wrong).rstrip("%"))


ROLL = """\
| Class | Asset | Opening | Added | Sold | Closing |
|---|---|---:|---:|---:|---:|
| Tangible | Land | 3,204 | 113 | 57 | 3,260 |
| Tangible | Plant | 5,118 | 702 | 391 | 5,429 |
| Tangible | Vessels | 9,446 | 1,208 | 850 | 9,804 |
| Tangible | Total | 17,768 | 2,023 | 1,298 | 18,493 |
| Other | Software | 612 | 97 | 44 | 665 |
| Other | Rights | 233 | 18 | 6 | 245 |
"""


def test_a_statement_with_two_columns_of_names_stays_one():
    report = document_report(read(ROLL.encode(), "roll.md"), [])
    assert not report.findings
    assert {fact.text for one in report.checks for fact in one.relation.facts} >= {
        "18,493",
        "17,768",
    }
    assert report.tied == 24


def test_names_beside_figures_that_obey_nothing_are_left_alone():
    rows = [("Year", "Port", "Calls"), *((y, p, y % 17 * 13 + len(p) ** 3)
            for y in (2021, 2022, 2023, 2024) for p in ("Hull", "Leith", "Dover"))]  # fmt: skip
    assert not report_on("book.md", rows).findings


def test_a_table_with_short_lines_is_read_too():
    text = "a,b,c,d\n" + "".join(f"x,{n},{n}\n" for n in range(8)) + "y\n"
    assert not document_report(read(text.encode(), "short.csv"), []).findings


def test_a_second_look_reads_the_table_as_the_first_did():
    def people():
        yield "quarter", "team", "opening", "joined", "left", "closing", "left %"
        for place in range(24):
            opening, joined, left = 60 + 7 * place % 29, 1 + place * 5 % 9, 1 + place * 7 % 8
            rate = "9.9" if place == 8 else f"{100 * left / opening:.1f}"
            closing = opening + joined - left
            quarter = f"{2023 + place // 8}-Q{place // 2 % 4 + 1}"
            yield quarter, ("Shop", "Yard")[place % 2], opening, joined, left, closing, rate

    (finding,) = report_on("book.md", people()).findings
    assert "9.9 is printed" in finding.message
