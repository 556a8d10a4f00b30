import pytest

from auditor.auditing.many_files import facts_of
from auditor.readers import html

PAGE = """<html><body>
<p id="p">Fares were <b id="b">$8,412</b> million,
up <i>13.7</i>%.</p>
<table id="t">
<tr id="r"><td>Fares</td><td>$</td><td id="c"><span>8,412</span></td><td></td></tr>
<tr><td>Refunds</td><td></td><td>(<ix:nonFraction id="f">112</ix:nonFraction></td><td>)</td></tr>
<tr><td>Ｔｏｔａｌ</td><td></td><td><p id="q">８，３００</p></td><td></td></tr>
<tr><td>Net</td><td></td><td>&#56;<b>,30</b>0</td><td></td></tr>
</table></body></html>
"""


def places(data, path="a.htm"):
    """What stands where each figure is said to, in the file's own characters."""
    text = data.decode() if isinstance(data, bytes) else data
    lines = text.split("\n")
    found = []
    for fact in facts_of(html.read(data if isinstance(data, bytes) else data.encode(), path)):
        line, start, end = place(fact.source)
        found.append(
            (
                fact.text,
                lines[line - 1][start - 1 : end - 1],
                dict(fact.source.known).get("element"),
            )
        )
    return found


def place(source):
    return source.line, source.column, source.end_column


def cells(data, number):
    """The texts of a row of the first table, and the columns where they begin and end."""
    row = html.read(data, "a.htm").tables[0].rows[number - 1]
    return [(cell.text, *place(cell.source)) for cell in row if cell is not None]


def test_figures_are_cited_at_their_digits():
    assert places(PAGE) == [
        ("$8,412 million", "$8,412</b> million", "b"),
        ("13.7%", "13.7", "p"),
        ("$ 8,412", "8,412", "c"),
        ("(112)", "112", "f"),
        ("８，３００", "８，３００", "q"),
        ("8,300", "&#56;<b>,30</b>0", None),
    ]


@pytest.mark.parametrize("lines", [0, 70_000])
def test_lines_are_counted_beyond_what_parsers_keep(lines):
    page = "<p>\n" * lines + "<table><tr><td>A<td> 1,204<tr><td>B<td>77</table>"
    first, second = (fact.source for fact in facts_of(html.read(page.encode(), "a.htm")))
    assert place(first) == (lines + 1, 22, 27)
    assert place(second) == (lines + 1, 40, 42)


def test_line_breaks_of_any_kind_count_once():
    page = b"<table>\r\n<tr><td>A\r<td>80\n\n<tr><td>B\r\n<td>70</table>"
    assert [fact.source.line for fact in facts_of(html.read(page, "a.htm"))] == [3, 6]


def test_tables_rows_and_columns_are_those_that_a_person_sees():
    found = [
        (f.source.table, f.source.row, f.source.col)
        for f in facts_of(html.read(PAGE.encode(), "a.htm"))
    ]
    assert found == [(None,) * 3, (None,) * 3, (1, 1, 2), (1, 2, 2), (1, 3, 2), (1, 4, 2)]


def test_a_blank_cell_stands_where_its_text_would():
    page = "<table><tr><td>A<td>80<td>7<tr><td>B<td>70<td></td></table>"
    assert cells(page.encode(), 2)[2] == ("", 1, 47, 47)


def test_typed_figures_stand_where_they_were_typed():
    page = (
        "<p>Old\n<pre>\n<B>Fares &amp; mail</B>     $ 8,412    7,377\n"
        "Freight            2,100    1,900\n<i>Total</i>            $10,512   <b>9,277</b>\n</pre>"
    )
    found = [(text, there) for text, there, _ in places(page)]
    assert found == [
        ("$8,412", "$ 8,412"),
        ("7,377", "7,377"),
        ("2,100", "2,100"),
        ("1,900", "1,900"),
        ("$10,512", "$10,512"),
        ("9,277", "9,277"),
    ]


TABLE = "<table><tr><td>売上の合計は<td>1,204<tr><td>うちすべて<td>77</table>"
WESTERN = "<table><tr><td>Soci\xe9t\xe9 \x96 total<td>1,204<tr><td>B\x92s<td>77</table>"


@pytest.mark.parametrize(
    "data, label",
    [
        (TABLE.encode(), "売上の合計は"),
        (b"\xef\xbb\xbf" + TABLE.encode(), "売上の合計は"),
        (TABLE.encode("cp932"), "売上の合計は"),
        (b"<meta charset=Shift_JIS>" + TABLE.encode("cp932"), "売上の合計は"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">'
            + TABLE.encode("euc_jp"),
            "売上の合計は",
        ),
        (TABLE.encode("utf-16"), "売上の合計は"),
        (b'<?xml version="1.0" encoding="utf-8"?>' + TABLE.encode(), "売上の合計は"),
        (b'<meta charset="nonsense">' + TABLE.encode(), "売上の合計は"),
        (WESTERN.encode("latin-1"), "Société – total"),
        (b"<meta charset=iso-8859-1>" + WESTERN.encode("latin-1"), "Société – total"),
        (b"<meta charset=us-ascii>" + TABLE.encode(), "売上の合計は"),
        (b"<meta charset=utf-8>" + WESTERN.encode("latin-1"), "Société – total"),
    ],
)
def test_every_encoding_is_read_and_columns_count_characters(data, label):
    (name, _, start, _), (figure, _, column, _) = cells(data, 1)
    assert (name, figure) == (label, "1,204")
    assert column - start == len(label) + len("<td>")
    assert not html.read(data, "a.htm").remarks


def test_characters_that_cannot_be_decoded_are_told():
    data = b"<meta charset=euc-jp><p>\xff\xff 1,204"
    assert html.read(data, "a.htm").remarks == ("2 characters could not be decoded from euc_jp",)
