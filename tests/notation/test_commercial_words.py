"""What a table's lines are called tells how its numbers are written, where no number does."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """\
|  | Q1 | Q2 | Q3 | Q4 | 2025 |
|---|---|---|---|---|---|
| {first} | 310 | 342 | 355 | 390 | 1.397 |
| {second} | 120 | 288 | 240 | 96 | 744 |
| {total} | 430 | 630 | 595 | 486 | 2.141 |
"""


@pytest.mark.parametrize(
    "first, second, total, values",
    [
        ("Umsatz Farben", "Umsatz Garten", "Gesamt", [1397, 2141]),
        ("Ricavi Nord", "Ricavi Sud", "Totale ricavi", [1397, 2141]),
        ("Ingresos", "Gastos", "Total", [1397, 2141]),
        ("Paint", "Garden", "Total", [1.397, 2.141]),
    ],
)
def test_names_of_lines_tell_what_a_point_means(first, second, total, values):
    text = TABLE.format(first=first, second=second, total=total)
    report = document_report(readers.read(text.encode(), "sales.md"), rule_packs())
    assert [float(f.value) for f in report.facts if "." in f.text] == values
