import hashlib

import pytest

from auditor import readers
from auditor.readers import UnreadableError, text


def document(written, path="a.md"):
    return text.read(written.encode(), path)


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def headings(read):
    return [(p.level, p.text.strip()) for p in read.passages if p.level]


@pytest.mark.parametrize(
    "written, expected",
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", [["a", "b"], ["1", "2"]]),
        ("| a | b |\n| :-- | --: |\n| 1 | 2 |\n", [["a", "b"], ["1", "2"]]),
        (
            "a | b\n--- | ---\n1 | 2\n3 | 4\n5 | 6\n",
            [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]],
        ),
        ("| a | b\n|---|---\n| 1 | 2\n", [["a", "b"], ["1", "2"]]),
        ("a | b |\n---|---|\n1 | 2 |\n", [["a", "b"], ["1", "2"]]),
        ("| a | b |\n| 1 | 2 |\n", [["a", "b"], ["1", "2"]]),  # without a separator
        ("  | a | b |\n  |---|---|\n  | 1 | 2 |\n", [["a", "b"], ["1", "2"]]),
        ("| a \\| b | c |\n|---|---|\n| 1 | 2 |\n", [["a \\| b", "c"], ["1", "2"]]),
        ("| a |  |\n|---|---|\n|  | 2 |\n", [["a", ""], ["", "2"]]),
        ("| a | b |\n|---|---|\n| 1 |\n", [["a", "b"], ["1"]]),
        ("|\u00a0a\u00a0|\u00a01,204\u00a0|\n|---|---|\n", [["a", "1,204"]]),
        ("| **a** | b |\n|---|---|\n", [["**a**", "b"]]),  # verbatim, so that offsets hold
        ("\ta\tb\nx\t1\t2\n", [["", "a", "b"], ["x", "1", "2"]]),
        ("a\tb\t\nx\t1\t\n", [["a", "b", ""], ["x", "1", ""]]),
        ("a\t\u00a01,204\nx\t1\n", [["a", "1,204"], ["x", "1"]]),
    ],
)
def test_tables(written, expected):
    assert [texts(t) for t in document(written).tables] == [expected]


@pytest.mark.parametrize(
    "written, tables",
    [
        ("| a |\n\n| b |\n", 2),
        ("| a | b |\n|---|---|\na\tb\nc\td\n", 2),
        ("a\tb\n", 0),  # one line with a tab is no block
        ("Either | or\nis a word.\n", 0),  # nor is a bar a table
        ("Title\n-----\n", 0),
        ("```\na\tb\nc\td\n```\n", 1),
    ],
)
def test_where_tables_begin_and_end(written, tables):
    assert [t.number for t in document(written).tables] == list(range(1, tables + 1))


@pytest.mark.parametrize(
    "written",
    [
        "| a | b |\n|---|---|\n|  1,204  | **2** |\n",
        "  |a|b|\n  |-|-|\n  |\u00a0\u00a01|  |\n",
        "売上高 | 2Q06\n--- | ---\n営業利益 | △1,204\n",
        "\t2Q06\t2Q05 \nTotal  \t 1,204\t\n",
        "\ufeff| a \\| b | c |\r\n|---|---|\r\n| x | 1,204 |\r\n",
    ],
)
def test_a_cell_is_cited_where_its_text_stands(written):
    read = document(written)
    for number, row in enumerate(read.tables[0].rows, start=1):
        for col, cell in enumerate(row, start=1):
            source = cell.source
            line = read.lines[source.line - 1]
            assert line[source.column - 1 : source.end_column - 1] == cell.text
            assert (source.table, source.row, source.col) == (1, number, col)


def test_the_separator_is_a_line_but_no_row():
    rows = document("Text\n\n| a |\n|---|\n| 1 |\n").tables[0].rows
    assert [(row[0].source.line, row[0].source.row) for row in rows] == [(3, 1), (5, 2)]


@pytest.mark.parametrize(
    "written, expected",
    [
        ("# Results\n", [(1, "Results")]),
        ("### Results ###\n", [(3, "Results")]),
        ("## Item #1\n", [(2, "Item #1")]),
        ("####### Results\nmore.\n", []),
        ("#Results is a tag, no heading.\n", []),
        ("Text.\n\nTrend of Revenues\n\nText.\n", [(7, "Trend of Revenues")]),
        ("Trend of Revenues\n| a |\n", [(7, "Trend of Revenues")]),
        ("**Trend of Revenues**\n", [(7, "Trend of Revenues")]),
        ("Trend of\u00a0Revenues\n\u00a0\n\ta\nb\tc\n", [(7, "Trend of Revenues")]),
        ("<<1H06 (2006/4-9)>>\n", [(8, "<<1H06 (2006/4-9)>>")]),
        ("<Net Income - 2Q06>\nText.\n", [(8, "<Net Income - 2Q06>")]),
        ("◆ Enhanced Line-up\nText.\n", [(8, "◆ Enhanced Line-up")]),
        ("【連結業績】\n", [(8, "【連結業績】")]),
        ("Revenue rose.\n", []),  # a sentence
        ("Revenue rose and\ncosts fell\n", []),  # a paragraph
        ("- Revenue rose\n", []),
        ("(JPY million)\n", []),
        ("単位:百万円\n", []),
        ("1,204\n", []),
        ("Word " * 30 + "\n", []),  # too long
    ],
)
def test_headings(written, expected):
    assert headings(document(written)) == expected


FULL = "Revenues went up as the systems business and the services that go with it grew at home"
LONG = "Revenues from the operation of systems, from services that add value to them, and from"


@pytest.mark.parametrize(
    "written, expected",
    [
        (f"{FULL}\nand abroad.\n\n{LONG}\nall others\n", [(7, f"{LONG}\nall others")]),
        (f"{FULL}\nand abroad.\n\nRevenues from systems\nall others\n", []),  # there was room
        (f"{FULL}\nand abroad.\n\n{LONG}\nall others.\n", []),  # a sentence
        (f"{FULL}\nand abroad.\n\n{LONG}\nall others\nabroad\n", []),
    ],
)
def test_a_heading_broken_for_want_of_width(written, expected):
    assert headings(document(written)) == expected


@pytest.mark.parametrize(
    "written, expected",
    [
        ("# A\n## B\n| a |\n", ["A", "B"]),
        ("# A\n## B\n\nText.\n\n## C\n| a |\n", ["A", "C"]),
        ("## B\n\nText.\n\n# A\n| a |\n", ["A"]),
        ("# A\nTrend\n\n| a |\n", ["A", "Trend"]),
        ("Balance\n\nAcme Inc\n\n| a |\n", ["Balance", "Acme Inc"]),  # peers, nothing between
        ("One\n\n| a |\n\nTwo\n\n| b |\n", ["Two"]),
        ("| a |\n", []),
    ],
)
def test_a_table_stands_under_its_headings(written, expected):
    assert [h.text.strip() for h in document(written).tables[-1].headings] == expected


@pytest.mark.parametrize(
    "written, expected",
    [
        ("# A\n(JPY million)\n| a |\n", ("(JPY million)",)),
        ("# A\n(JPY million)\n\n(unaudited)\n\n| a |\n", ("(JPY million)", "(unaudited)")),
        ("# A\n（単位：百万円）\n| a |\n", ("(単位:百万円)",)),
        ("# A\nUnit: JPY million\n| a |\n", ("Unit: JPY million",)),
        ("# A\n**(JPY million)**\n| a |\n", ("(JPY million)",)),
        ("# A\n(JPY million)\n\n# B\n| a |\n", ("(JPY million)",)),
        ("# A\n(JPY million)\nText.\n\n# B\n| a |\n", ()),  # text ends what the note is about
        ("# A\n| a |\n\n(JPY million)\n", ()),
    ],
)
def test_notes_between_heading_and_table(written, expected):
    assert document(written).tables[-1].notes == expected


@pytest.mark.parametrize(
    "written, expected",
    [
        ("One line\nand another.\n", ["One line\nand another."]),
        ("- one.\n- two\n  and more.\n", ["- one.", "- two\n  and more."]),
        ("1. one.\n(2) two.\n(a) three.\n", ["1. one.", "(2) two.", "(a) three."]),
        ("・売上高\n・営業利益\n", ["・売上高", "・営業利益"]),
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("Rose **59.9%** to １，２０４.\n", ["Rose   59.9%   to 1,204."]),
    ],
)
def test_passages(written, expected):
    assert [p.text for p in document(written).passages] == expected


@pytest.mark.parametrize(
    "written, word, expected",  # line, column, end column
    [
        ("- Rose **59.9%**\n  to 1,204.\n", "59.9%", (1, 10, 15)),
        ("- Rose **59.9%**\n  to 1,204.\n", "1,204", (2, 6, 11)),
        ("\n\n### Results 2Q06 ###\n", "2Q06", (3, 13, 17)),
        ("利益は 1,204.\n", "1,204", (1, 5, 10)),
    ],
)
def test_words_are_cited_where_they_stand(written, word, expected):
    read = document(written)
    passage = next(p for p in read.passages if word in p.text)
    start = passage.text.index(word)
    found = passage.source(start, start + len(word))
    assert (found.line, found.column, found.end_column) == expected
    assert read.lines[found.line - 1][found.column - 1 : found.end_column - 1] == word


@pytest.mark.parametrize(
    "written, line",
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |", 4),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3", 4),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", None),
        ("| a | b\n|---|---\n| 1\n", None),  # never had closing bars
    ],
)
def test_a_table_that_breaks_off_is_said(written, line):
    closed = line is None or written.endswith("|")
    expected = f"line {line}: the table is not closed: a row breaks off before its last |"
    assert document(written).unread == (() if closed else (expected,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings(encoding, newline):
    data = "売上高は 1,204.\n\n| 営業利益 | 801 |\n".replace("\n", newline).encode(encoding)
    read = readers.read(data, "a.txt")
    assert read.lines == ("売上高は 1,204.", "", "| 営業利益 | 801 |", "")
    assert texts(read.tables[0]) == [["営業利益", "801"]]
    assert read.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\x00\x01\x02\x03" * 9, "not a format this version reads: it holds binary data"),
        (b"%PDF-1.7\n", "the PDF is broken or cut short"),
        (b"Profit \xff\xfe\xfd rose", "its text is neither UTF-8 nor Shift_JIS"),
        (b"x" * 5_000_000, "line 1 is 5,000,000 characters long; the limit is 1,000,000"),
        (b"a\n" + b"| 1 " * 2_000_000, "line 2 is 8,000,000 characters long"),
    ],
)
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        readers.read(data, "a.md")


@pytest.mark.parametrize(
    "line",
    ["# " + " " * 200_000 + "x", " " * 200_000 + "x|-", "#" + " #" * 100_000 + "x", "-|" * 50_000],
    ids=["heading", "separator", "hashes", "dashes"],
)
def test_odd_lines_take_no_longer_than_plain_ones(line):
    assert document(line + "\n").blocks  # patterns that try every split would take hours
