import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import readers
from auditor.facts.layout import grid_of
from auditor.formats.records import records
from auditor.readers import UnreadableError, delimited

PLAIN = "Item,2020,2019\nRevenue,801,700\n"
JAPANESE = "科目,2020年,2019年\n売上高,一,700\n営業利益,1.10,△3\n"


def document(text, path="a.csv"):
    return delimited.read(text.encode(), path)


def texts(read):
    return [[cell.text for cell in row] for row in read.tables[0].rows]


def cell(read, row, col):
    return read.tables[0].rows[row - 1][col - 1]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),  # no newline at the end
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b,\n1,,\n", [["a", "b", ""], ["1", "", ""]]),
        ("a,b\n1.10,007\n", [["a", "b"], ["1.10", "007"]]),  # text stays text
        ("a,b\nNA,true\n", [["a", "b"], ["NA", "true"]]),
        ("a,b\n  1, 2 \n", [["a", "b"], ["  1", " 2 "]]),  # indents say what belongs to what
        ('a,b\n"1,204","2"\n', [["a", "b"], ["1,204", "2"]]),
        ('a,b\n"say ""no""",2\n', [["a", "b"], ['say "no"', "2"]]),
        ('a,b\n"",""\n', [["a", "b"], ["", ""]]),
        ('a,b\n"x\n\ny",2\n', [["a", "b"], ["x\n\ny", "2"]]),
        ('a,b\n"x, ""y""\nz"  ,2\n', [["a", "b"], ['x, "y"\nz', "2"]]),
        ('a,b\n1, "1,204"\n', [["a", "b"], ["1", "1,204"]]),  # blanks before the mark
        ('a,b\n6" pipe,2\n', [["a", "b"], ['6" pipe', "2"]]),  # a mark inside is a mark
        ('a,b\n"A" shares,2\n', [["a", "b"], ['"A" shares', "2"]]),
        ("a,b\n\n   \n1,2\n\n", [["a", "b"], ["1", "2"]]),  # blank lines are no records
        ('one\n""\ntwo\n', [["one"], [""], ["two"]]),  # but a quoted empty field is
        ("\t\t\na\t1\t2\n", [["", "", ""], ["a", "1", "2"]]),
    ],
)
def test_records_and_fields(text, expected):
    assert texts(document(text)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a,b\n1,2\n", ["1", "2"]),
        ("a;b\n1;2\n", ["1", "2"]),
        ("a\tb\n1\t2\n", ["1", "2"]),
        ("a|b\n1|2\n", ["1", "2"]),
        ("a;2020\nx;1,5\n", ["x", "1,5"]),  # decimal commas
        ("x;1,5\ny;2,5\n", ["y", "2,5"]),
        ("\t2020\t2019\na\t1,204\t1,100\n", ["a", "1,204", "1,100"]),
        ('"a;b;c","x"\n"d;e;f","y"\n', ["d;e;f", "y"]),  # only outside quotation marks
        ("Acme; Ltd.\nin USD; audited\n\na,b,c\n1,2,3\n4,5,6\n", ["4", "5", "6"]),  # titles above
        ("Only\none\ncolumn\n", ["column"]),
        (  # several tables, with decimal commas in all cells of the first
            "in Mio. €\n;2025;2024;%\nA;1.842,6;1.721,3;7,0\nB;9,5;8,1;17,3\n\n;2025\nC;5,5\n",
            ["C", "5,5"],
        ),
    ],
)
def test_the_delimiter_is_the_one_that_gives_even_records(text, expected):
    assert texts(document(text))[-1] == expected


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings(encoding, newline):
    data = JAPANESE.replace("\n", newline).encode(encoding)
    assert delimited.accepts(data)
    read = readers.read(data, "a.csv")
    assert texts(read)[2] == ["営業利益", "1.10", "△3"]
    assert cell(read, 1, 1).source.column == 1  # a byte order mark is no character


@pytest.mark.parametrize(
    "text",
    [
        "Position;2025;2024\nUmsatzerlöse;1.204,5;1.100,0\n",
        "Poste;2025\nRésultat opérationnel à périmètre constant;1 204,5\n",
        "Poste;2025\nDépréciations – élevées (l’exercice);1 204,5\n",
        "Item,2025\nFares,£204\nFreight,£105\n",
        "Item,2025\nFares,€204\nFreight,€105\n",
        "Concepto;Año 2025\nParticipación;3 º\n",
        "Posten;„Netto“\nÖl;5\n",
        "RÉSULTAT;2025\nSOCIÉTÉ;«»\n",
    ],
)
def test_western_text_is_told_from_shift_jis(text):
    data = text.encode("cp1252")
    assert delimited.accepts(data)
    assert readers.read(data, "a.csv").lines == tuple(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "売上高,1\n",
        "1,204円\n",
        "ｳﾘｱｹﾞ,ｿﾌﾄｳｪｱ,5\n",
        "△3,▲4\n",
        "損益計算書,百万円\n営業利益,5\n",
    ],
)
def test_shift_jis_is_told_from_western_text(text):
    assert readers.read(text.encode("cp932"), "a.csv").lines == tuple(text.split("\n"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "单位：万元,2025年\n线上,40210\n合计,40210\n"),
        ("big5", "單位：仟元,2025年\n收入,40210\n合計,40210\n"),
        ("cp949", "구분(백만원),2025년\n국내,40210\n합계,40210\n"),
        ("euc_jp", "売上（百万円）,2025年度\n国内,26402\n合計,39279\n"),
        ("cp1251", "Выручка, тыс. руб.;2025\nСевер;48 120\nИтого;48 120\n"),
    ],
)
def test_words_of_tables_tell_encodings_that_take_each_others_text(encoding, text):
    assert readers.read(text.encode(encoding), "a.csv").lines == tuple(text.split("\n"))


def test_broken_utf_8_is_no_western_text():
    data = "Société,été – €5\n".encode() * 5 + b"\xff\n"
    with pytest.raises(UnreadableError, match="neither UTF-8"):
        readers.read(data, "a.csv")


def test_currencies_are_read_in_western_text():
    data = 'Item,2025\nFares,"£1,204.50"\nFreight,"€2,100"\n'.encode("cp1252")
    figures = grid_of(readers.read(data, "a.csv").tables[0]).figures.values()
    assert {(f.unit, str(f.value)) for f in figures} == {("GBP", "2409/2"), ("EUR", "2100")}


def test_utf_16_with_a_mark_and_big_end_first():
    read = readers.read(b"\xfe\xff" + JAPANESE.encode("utf-16-be"), "a.csv")
    assert texts(read)[1][0] == "売上高"


@pytest.mark.parametrize(
    "text, row, col, expected",  # line, column, end column
    [
        ("a,b\n1,204\n", 2, 2, (2, 3, 6)),
        ("a,b\n\n\n1,204\n", 2, 2, (4, 3, 6)),  # blank lines count as lines
        ("a,b\r\n\r\n1,204\r\n", 2, 2, (3, 3, 6)),
        ('a,b\n1,"1,204"\n', 2, 2, (2, 4, 9)),  # inside the quotation marks
        ('a,b\n1, "204" ,3\n', 2, 2, (2, 5, 8)),
        ("売上高,b\n営業利益,204\n", 2, 2, (2, 6, 9)),  # characters, not bytes
        ('a,b\n1,"x\nyy\nz"\n', 2, 2, (2, 4, 5)),  # the first line of several
        ('a,b\n"x\ny",204\n', 2, 2, (3, 4, 7)),  # what follows stands on the last
        ('a,b\n"\n \n204\n",1\n', 2, 1, (4, 1, 4)),  # the first line that is not blank
        ('a,b\n"say ""no""",204\n', 2, 2, (2, 14, 17)),
        ('a,b\n"A" shares,2\n', 2, 1, (2, 1, 11)),
        ("a,b\n1,\n", 2, 2, (2, 3, 3)),
    ],
)
def test_positions(text, row, col, expected):
    found = cell(document(text), row, col).source
    assert (found.line, found.column, found.end_column) == expected
    assert (found.table, found.row, found.col) == (1, row, col)


WORDS = st.text(st.sampled_from('ab 1.,;|\t"\n売'), max_size=6)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_fields_survive_writing_and_reading(fields):
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(fields)
    lines = written.getvalue().split("\n")
    read = [[text for text, *_ in record.fields] for record in records(lines, ",")]
    assert [[t.lstrip(" \t\n") for t in r] for r in read] == [
        [t.lstrip(" \t\n") for t in r] for r in fields
    ]


@given(st.text(st.sampled_from('ab 1,;\t"\n'), max_size=40).filter(str.strip))
def test_every_one_line_field_is_cited_where_it_stands(text):
    read = document(text)
    for found in (cell for row in read.tables[0].rows for cell in row):
        line = read.lines[found.source.line - 1]
        cited = line[found.source.column - 1 : found.source.end_column - 1]
        assert cited.replace('""', '"') == found.text.split("\n")[0].replace('""', '"')


@pytest.mark.parametrize(
    "text, line, last",
    [
        ('a,b\n1,2\n3,"4,000', 3, ["3", '"4,000']),  # cut short: no number
        ('a,b\n"1,2\n3,4\n', 2, ["3", "4"]),  # the rows below are still read
        ('a,b\n"x,2\n"y","3"\n', 2, ["y", "3"]),  # nor does a later field's mark close it
        ('a,b\n1,"x ""y""\n3,4\n', 2, ["3", "4"]),
        ('a,b\n1,"2\n3,4\n5,6\n7,8\n9,10"\n', 2, ["9", '10"']),  # it would swallow records
    ],
)
def test_an_unclosed_quotation_mark_is_said(text, line, last):
    read = document(text)
    assert read.unread == (f"line {line}: the quotation mark is never closed",)
    assert texts(read)[-1] == last


def test_a_text_in_several_lines_is_one_field():
    read = document('a,b\n"one, of 2\nor\nmore, or 3\nlines",5\n')
    assert read.unread == ()
    assert texts(read)[-1] == ["one, of 2\nor\nmore, or 3\nlines", "5"]


def test_titles_above_the_table_are_its_headings_and_notes():
    read = document("Acme\nConsolidated\n(JPY million)\n\nItem,2020\nRevenue,801\n")
    table = read.tables[0]
    assert [h.text for h in table.headings] == ["Acme", "Consolidated"]
    assert table.notes == ("(JPY million)",)
    assert cell(read, 4, 1).text == "Item"  # they stay records all the same
    assert cell(read, 4, 1).source.row == 4


@pytest.mark.parametrize(
    ("line", "is_prose"),
    [
        ("Der Umsatz stieg im Jahr 2025 auf 210,4 Mio. €.", True),
        ("売上高は12,405百万円となりました。", True),
        ("Verkäufe 2025", False),
        ("Ohne Zahlen steht auch ein Satz im Kopf der Tabelle.", False),
        ("1.204.", False),
    ],
)
def test_a_sentence_alone_in_its_record_is_prose_and_leaves_an_empty_record(line, is_prose):
    read = document(f'Bericht\n;2025;2024\nUmsatz;210,4;198,2\n"{line}";;\nErtrag;1,2;1,1\n')
    assert [p.text for p in read.passages] == ([line] if is_prose else [])
    assert (cell(read, 4, 1).text == "") is is_prose
    assert cell(read, 5, 2).text == "1,2"
    assert all(p.source(0, 3).at.line == 4 and p.source(0, 3).table is None for p in read.passages)


def test_a_lone_column_has_no_titles():
    assert document("Acme\nConsolidated\n").tables[0].headings == ()


@pytest.mark.parametrize(
    "text, expected",
    [
        (PLAIN, True),
        (PLAIN.rstrip(), True),
        (PLAIN.replace(",", ";"), True),
        ("\t2020\t2019\nRevenue\t801\t700\n", True),
        ("Item,2020\n", False),  # one record shows no pattern
        ("Revenue rose, costs fell.\nAll is well, we say.\n", False),  # prose
        ("| Item | 2020 |\n|---|---|\n| Revenue | 801 |\n", False),
        ("Item | 2020\n--- | ---\nRevenue | 801\n", False),
        ("Item,2020,2019\nRevenue,801\n", False),  # uneven
        ("# Results\n\nItem,2020\nRevenue,801\n", False),
        ("<td>1,2</td>\n<td>3,4</td>\n", False),
        ("Revenue  1,204\nCosts  1,100\n", False),  # commas within numbers
        ("In thousands, unaudited\nRevenue  1,204\nCosts  1,100\n", False),
        ("Revenue,801,700\nCosts,700,650\n", True),
        ("Name,Office,Since\nAnn,Oslo,May\nBen,Bonn,June\nCy,Rome,July 2025\n", False),
        ("a,b,c,d\n,,,\nRevenue,801,700,5\n,,,\n", True),  # blank records count for nothing
        ("a,b,c\n" * 11 + "Revenue,801,700\n", True),  # so many even lines are no prose
        ("a,b,c\n" * 12, False),  # without a number it does not matter
        ("", False),
    ],
)
def test_records_are_recognised_without_a_name(text, expected):
    assert delimited.recognises(text.encode()) is expected
    if text:
        assert len(readers.read(text.encode(), "-").tables[:1]) in (0, 1)


def test_records_are_recognised_in_a_long_file():
    rows = "".join(f"売上高{n},{n},2\n" for n in range(10_000))
    assert delimited.recognises(rows.encode())
    assert delimited.recognises(rows.encode("utf-16"))


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\n", "the file is empty"),
        (b"\xff\xfe", "the file is empty"),
        ("\n \n".encode("utf-16"), "the file is empty"),
        (b"a,b\n1,\xff\xfe\xfd\n", "its text is neither UTF-8 nor Shift_JIS nor Windows-1252"),
        (b"\xff\xfea\x00,", "its text is broken UTF-16"),
        (b"PK\x03\x04 a,b", "not a format this version reads: it is a packed archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a format this version reads"),
        (b"a,b\n1,2\x00\n" + PLAIN.encode() * 9, "not a format this version reads"),  # a stray NUL
    ],
)
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        readers.read(data, "a.csv")


@pytest.mark.parametrize(
    "text",
    [
        '"x,1\n' * 20_000,
        'x,"1""\n' * 20_000,
        'a,"' + "b\n" * 50_000 + '",1\n',
        '"' * 100_001,
        '"a",b,' * 20_000,
        '"\n' + '""\n' * 50_000,
        "\n" * 200_000 + "a,1\n",
    ],
    ids=["unclosed", "doubled", "long", "marks", "one line", "empty", "blank"],
)
def test_odd_files_take_no_longer_than_plain_ones(text):
    assert document(text).tables[0].rows  # a search repeated from every line would take hours


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a;b\nx;1,5\ny;590 471\nz;-13,25\n", {"1,5": 1.5, "590 471": 590471, "-13,25": -13.25}),
        ("a;b\nx;1 204,5\ny;7,0 %\n", {"1 204,5": 1204.5, "7,0 %": 7}),
        ('a,b\nx,"1,5"\ny,2.5\n', {"2.5": 2.5}),  # points are decimals here, so "1,5" is none
        ('a,b\nx,"1,5"\ny,"2,500"\n', {"2,500": 2500}),  # and here commas set thousands apart
        ("a;b\nx;1,5\ny;7\n", {"7": 7}),  # one alone may be a list of notes
    ],
)
def test_decimal_commas_are_read_where_a_table_writes_them(text, expected):
    figures = grid_of(document(text).tables[0]).figures.values()
    assert {figure.text: figure.value for figure in figures} == expected
