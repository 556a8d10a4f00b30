"""Cells that show an error instead of a figure."""

from dataclasses import replace

import pytest

from auditor import readers
from auditor.checks.error_values import error_values


def told(text, name="a.md"):
    return list(error_values(readers.read(text.encode(), name)))


def table(cell, other="150"):
    return (
        f"| | 2023 | 2024 |\n|---|---|---|\n| Cloud | 100 | 110 |\n| Total | {other} | {cell} |\n"
    )


@pytest.mark.parametrize(
    "cell, meaning",
    [
        ("#REF!", "refers to cells that are no longer there"),
        ("#DIV/0!", "divides by nothing"),
        ("#N/A", "looks for something that is not there"),
        ("#NAME?", "uses a name that the program does not know"),
        ("#VALUE!", "computes with something that is no number"),
        ("#BEZUG!", "refers to cells that are no longer there"),  # German
        ("#¡DIV/0!", "divides by nothing"),  # Spanish
        ("#VALEUR!", "computes with something that is no number"),  # French
    ],
)
def test_an_error_is_told_with_its_place(cell, meaning):
    (found,) = told(table(cell))
    assert found.certain
    assert found.message.startswith(f"Table 1, row 3, column 3 shows the error {cell}: ")
    assert meaning in found.message
    assert [(c.text, c.source.line, c.source.row_label) for c in found.cells] == [
        (cell, 4, "Total")
    ]


def test_a_column_too_narrow_is_asked_about():
    (found,) = told(table("######"))
    assert not found.certain


def test_those_alike_are_one():
    (found,) = told(table("#DIV/0!", "#DIV/0!"))
    assert [c.text for c in found.cells] == ["#DIV/0!", "#DIV/0!"]


@pytest.mark.parametrize("cell", ["#1", "# of shares", "n/a", "N/A", "#", "REF", "#12"])
def test_what_looks_like_one_is_none(cell):
    assert told(table(cell)) == []


def test_it_is_so_in_every_format():
    (found,) = told("Item;2023;2024\nCloud;100;110\nTotal;150;#REF!\n", "a.csv")
    assert found.cells[0].source.row == 3


def test_where_it_began_is_told_first():
    read = readers.read(table("#REF!", "#REF!").encode(), "a.md")
    (found,) = error_values(replace(read, error_origins=frozenset({(1, 3, 3)})))
    assert found.message == (
        "Table 1, row 3, column 3 shows the error #REF!: its formula refers to cells that are no "
        "longer there. Table 1, row 3, column 2 took it over."
    )
    assert [c.source.col for c in found.cells] == [3, 2]
