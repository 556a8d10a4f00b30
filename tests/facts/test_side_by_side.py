"""Two tables that are set as one."""

import pytest

from auditor import readers
from auditor.facts.layout import grid_of
from auditor.facts.side_by_side import parted

BALANCE = [
    ("Assets", "2025", "2024", "Liabilities", "2025", "2024"),
    ("Ships", "1,204", "1,100", "Equity", "900", "850"),
    ("Stock", "310", "298", "Provisions", "210", "200"),
    ("Receivables", "245", "230", "Loans", "711", "645"),
    ("Cash", "62", "67", "", "", ""),
    ("Total assets", "1,821", "1,695", "Total liabilities", "1,821", "1,695"),
]


def bands(rows):
    head, *body = ("| " + " | ".join(row) + " |\n" for row in rows)
    text = f"{head}|{'---|' * len(rows[0])}\n{''.join(body)}"
    (table,) = readers.read(text.encode(), "a.md").tables
    return parted(grid_of(table)).bands


def with_heading(*texts):
    return [(*BALANCE[0][:3], *texts), *BALANCE[1:]]


def test_each_side_has_its_own_labels():
    assert [[row.label for row in band.rows] for band in bands(BALANCE)] == [
        ["Ships", "Stock", "Receivables", "Cash", "Total assets"],
        ["Equity", "Provisions", "Loans", "Total liabilities"],
    ]
    assert [[c.heading for c in band.columns] for band in bands(BALANCE)] == [["2025", "2024"]] * 2
    assert [band.title for band in bands(BALANCE)] == ["Assets", "Liabilities"]


def test_a_blank_column_parts_other_headings():
    rows = [(*row[:3], "", *row[3:]) for row in with_heading("Sources", "Bank", "Owners")]
    assert len(bands(rows)) == 2


def test_three_sides_too():
    rows = [
        (*row, *(f"{text}." if i == 0 else text for i, text in enumerate(row[3:])))
        for row in BALANCE
    ]
    assert len(bands(rows)) == 3


@pytest.mark.parametrize(
    "rows",
    [
        with_heading("Remark", "Budget", "Plan"),  # other columns of the same rows
        [(*row[:3], "USD" if i else "Unit", *row[4:]) for i, row in enumerate(BALANCE)],
        [(*row[:3], str(i), *row[4:]) for i, row in enumerate(BALANCE)],  # notes
        [row[:3] for row in BALANCE],
        [(*row[:3], "", *row[4:]) for row in BALANCE],
    ],
    ids=["remarks", "units", "notes", "one table", "blank"],
)
def test_other_tables_are_one(rows):
    assert len(bands(rows)) == 1


def test_a_text_column_between_two_measures_of_the_same_rows_parts_nothing():
    over = ("", "Gain recognised", "Gain recognised", "Where", "Reclassified", "Reclassified")
    assert len(bands([over, ("Contracts", *BALANCE[0][1:]), *BALANCE[1:]])) == 1
