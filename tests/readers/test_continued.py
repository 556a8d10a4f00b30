"""Tables that go on under their headings said again."""

import pytest

from auditor import readers

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
