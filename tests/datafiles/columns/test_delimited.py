"""Delimited text to records: the same, be pyarrow installed or not, and each on its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.datafiles.columns import delimited
from auditor.datafiles.columns.layout import Layout
from auditor.datafiles.columns.locations import places_by_line, places_of
from auditor.formats.records import records as split

LAYOUT = Layout(("k", "v", "w"), ("k",), ("v", "w"))
READERS = [delimited._read_at_once, delimited._read_one_by_one]
CASES = [
    ("k,v,w\na,1.10,2\nb,3,4\n", [("a", "1.10", "2"), ("b", "3", "4")], [2, 3]),
    ("k,v,w\r\na,1,2\r\nb,3,4", [("a", "1", "2"), ("b", "3", "4")], [2, 3]),
    ("\ufeffk,v,w\na,1,2\n", [("a", "1", "2")], [2]),
    ("k,v,w\n\na,1,2\n\n\nb,3,4\n", [("a", "1", "2"), ("b", "3", "4")], [3, 6]),
    ('k,v,w\n"a\nb","1,204",2\nc,3,4\n', [("a\nb", "1,204", "2"), ("c", "3", "4")], [2, 4]),
    ('k,v,w\n"say ""a""",1,2\n', [('say "a"', "1", "2")], [2]),
    ("k,v,w\nNA,,null\n", [("NA", "", "null")], [2]),
]


def rows_of(records):
    return [tuple(records.text(name, row) for name in "kvw") for row in range(records.size)]


def lines_of(text, rows):
    def fields(lines):
        return next(split(lines, ",")).fields

    return places_of(text.encode(), range(rows), ",", fields)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("text", "rows", "lines"), CASES)
def test_records_are_read(read, text, rows, lines):
    records = read(text.encode(), LAYOUT)
    assert rows_of(records) == rows
    places = lines_of(text, len(rows))
    assert [places.of(row, 3).characters.line for row in range(len(rows))][-1] == lines[-1]
    assert [first for first, _, _ in places.known.values()] == lines


@pytest.mark.parametrize(
    ("text", "ragged"),
    [
        ("k,v,w\na,1\nb,3,4\n", {0: 2}),
        ("k,v,w\na,1,2,3\nb,3,4\n", {0: 4}),
        ("k,v,w\na,1,2\n  \nb\n", {1: 1}),
    ],
)
def test_a_record_of_another_length_is_told(text, ragged):
    records = delimited.read(text.encode(), LAYOUT)
    assert records.ragged == ragged
    assert records.size == 2


@pytest.mark.parametrize(
    ("text", "rows", "strays"),
    [
        # closed by no mark: in the first column, in the last, on the last line
        ('k,v,w\na,1,2\n"b,3,4\nc,5,6\n', [("a", "1", "2"), ('"b,3,4', "", ""), ("c", "5", "6")],
         {1: (1, 3)}),
        ('k,v,w\na,1,"2\nb,3,4\n', [("a", "1", '"2'), ("b", "3", "4")], {0: (3, 2)}),
        ('k,v,w\na,1,2\nb,3,"4', [("a", "1", "2"), ("b", "3", '"4')], {1: (3, 3)}),
        # closed by one that opens, or that has three records between
        ('k,v,w\na,"1,2\nb,"3",4\n', [("a", '"1,2', ""), ("b", "3", "4")], {0: (2, 2)}),
        ('k,v,w\na,"1,2\nb,1,1\nc,1,1\nd,1,1\ne,9",2\n',
         [("a", '"1,2', ""), ("b", "1", "1"), ("c", "1", "1"), ("d", "1", "1"), ("e", '9"', "2")],
         {0: (2, 2)}),
        # of the header
        ('k,"v,w\na,1,2\nb,3,4\n', [("a", "1", "2"), ("b", "3", "4")], {-1: (2, 1)}),
        # none: a text of several lines, a doubled mark, inches
        ('k,v,w\n"a\nb\n\nc",1,2\n', [("a\nb\n\nc", "1", "2")], {}),
        ('k,v,w\n5" pipe,1,2\n\nb,3,4\n', [('5" pipe', "1", "2"), ("b", "3", "4")], {}),
    ],
)  # fmt: skip
def test_a_stray_quotation_mark_takes_no_more_than_its_line(text, rows, strays):
    """``strays``: the field that the mark opens, and the line."""
    records = delimited.read(text.encode(), LAYOUT)
    assert rows_of(records) == rows
    assert dict(records.strays) == {row: field for row, (field, _) in strays.items()}

    def fields(lines):
        return next(split(lines, ",")).fields

    places = places_by_line(text.encode(), [*strays, len(rows) - 1], ",", fields)
    for row, (field, line) in strays.items():
        assert places.of(row, field).characters.line == line
    if strays:
        assert places.text(len(rows) - 1, 1) == rows[-1][0]


cell = st.text('ab1.,"\n -', max_size=5)


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.tuples(cell, cell, cell), max_size=6))
def test_both_ways_of_reading_agree(rows):
    def written(text):
        return '"{}"'.format(text.replace('"', '""'))

    text = "k,v,w\n" + "".join(",".join(map(written, row)) + "\n" for row in rows)
    found = [rows_of(read(text.encode(), LAYOUT)) for read in READERS]
    assert found[0] == found[1] == rows
    places = lines_of(text, len(rows))
    for row, cells in enumerate(rows):
        first, _, fields = places.known[row]
        assert first == 2 + sum(1 + "".join(r).count("\n") for r in rows[:row])
        assert len(fields) == len(cells)
