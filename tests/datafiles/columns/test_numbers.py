"""Numbers: whole columns are read as each cell would be, and cells as figures everywhere are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.datafiles.columns.figures import data_figure, unit_named
from auditor.datafiles.columns.numbers import EXACT, NO_FIGURE, Numbers, _cell, numbers_of
from auditor.datafiles.columns.records import Records, printed_column
from auditor.model.dataset import ColumnType, DeclaredColumn
from auditor.notation.numerals import cell_figure

FIGURE = ColumnType.FIGURE
COLUMNS = [
    DeclaredColumn("v", FIGURE),
    DeclaredColumn("v", FIGURE, unit="USD million"),
    DeclaredColumn("v", FIGURE, unit="%"),
    DeclaredColumn("v", FIGURE, decimals=2),
    DeclaredColumn("v", ColumnType.INTEGER),
]
TEXTS = [
    "1.10", "(1,204)", "△5", "+5.8%", "1e-05", "0.30000000000000004", "-0", "007", "00", "", "—",
    "n/a", "12,5", " 12 ", "1,204.50", "0", "-0.5", "-07", "0.0", "00.5", "-", "--", "-.5", ".5",
    "5.", "1.2.3", "1-2", "-1-", "123456789012345678", "1234567890123456789", "1" * 30, "-00",
    "12345678901234567.8", "-0.1234567890123456", "１２", "٣", "1 234", "05", "-010", "1,204,5",
    "(5)", "(-5)", "-(5)", "5%", "$5", "5.2M", "12.000000000000000", "9.999999999999999",
]  # fmt: skip


def read(texts, column):
    records = Records(len(texts), ("v",), {}, {"v": printed_column(texts)})
    return numbers_of(column, records)


def cell_of(numbers: Numbers, row):
    digits = numbers.large.get(row, int(numbers.digits[row]))
    marks = int(numbers.marks[row])
    width = 0 if marks & EXACT else int(numbers.width[row])
    if marks & NO_FIGURE:
        return 0, 0, 0, marks & NO_FIGURE
    return digits, int(numbers.exponent[row]), width, marks


def expected(text, column):
    cell = _cell(text, "", column)
    width = 0 if cell.marks & EXACT else cell.width
    return (0, 0, 0, cell.marks) if cell.marks & NO_FIGURE else (*cell[:2], width, cell.marks)


@pytest.mark.parametrize("column", COLUMNS)
@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(st.text("0123456789.-,() %", max_size=9), max_size=30))
def test_a_column_is_read_as_its_cells_are(column, drawn):
    texts = [*drawn, *TEXTS]
    numbers = read(texts, column)
    marks_that_differ = ~64 if column.is_exact else -1  # exact: whatever else is said
    for row, text in enumerate(texts):
        found, wanted = cell_of(numbers, row), expected(text, column)
        assert found[:3] == wanted[:3], text
        assert found[3] & marks_that_differ == wanted[3] & marks_that_differ, text


@given(text=st.text("0123456789.-,()% ", max_size=9) | st.sampled_from(TEXTS))
def test_what_is_a_figure_in_a_statement_is_the_same_figure_in_a_data_file(text):
    elsewhere = cell_figure(text)
    if elsewhere is not None:
        here = data_figure(text)
        assert here is not None
        if here.accuracy:  # of digits that mean nothing, a statement's figure is read without
            known = max(here.accuracy, elsewhere.last_unit)
            assert abs(here.value - elsewhere.value) < known
            return
        assert (here.digits, here.exponent, here.scale, here.unit, here.nil) == (
            elsewhere.digits, elsewhere.exponent, elsewhere.scale, elsewhere.unit, elsewhere.nil
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("USD million", ("USD", 6)),
        ("JPY", ("JPY", 0)),
        ("GBP m", ("GBP", 6)),
        ("%", ("%", 0)),
        ("pct", ("%", 0)),
        ("points", ("points", 0)),
        ("million", ("", 6)),
        ("employees", ("employees", 0)),
    ],
)
def test_a_unit_is_named(text, unit):
    assert unit_named(text) == unit
