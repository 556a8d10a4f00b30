import re

import pytest

from auditor.model.document import Source
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.readers._aligned.chunks import Kind, chunks
from auditor.readers._aligned.columns import columns
from auditor.readers._aligned.fixed import SCALE
from auditor.readers._aligned.furniture import without_furniture
from auditor.readers._aligned.labels import goes_on
from auditor.readers._aligned.lines import line_of, lines
from auditor.readers._aligned.regions import is_repeated
from auditor.readers._aligned.tables import tables
from auditor.readers._aligned.words import Rule, Scale, Word
from auditor.readers._pdf.frame import Frame, turned

PAGE = Scale(glue=0.6, gap=6.0, near=4.0, leading=12.0)


def words(text, top=0):
    return tuple(
        Word(
            m[0],
            m.start(),
            m.end(),
            top,
            top + 1,
            Source("a", LinePlace(top + 1, m.start() + 1, m.end() + 1)),
        )
        for m in re.finditer(r"\S+", text)
    )


def written(text):
    """The lines of a text as a fixed-width page has them."""
    rows = (chunks(words(row, at), SCALE) for at, row in enumerate(text.split("\n")))
    return [line_of(row, row[0].top, row[0].bottom) for row in rows if row]


def cells(text, rules=()):
    return [
        [[c.text for c in row] for row in one.rows] for one in tables(written(text), rules, SCALE)
    ]


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Net sales  1,204  (801)", ["Net sales", "1,204", "(801)"]),
        ("Net sales  $ 1,204  $  801", ["Net sales", "$1,204", "$801"]),
        ("Margin  (12.5 )%  12.5 %", ["Margin", "(12.5)%", "12.5%"]),
        ("Margin  (12.5  )  —", ["Margin", "(12.5)", "—"]),
        ("Total  1,204 801", ["Total", "1,204", "801"]),  # a blank is enough between figures
        ("Total  1 204  801", ["Total", "1 204", "801"]),  # but for one that groups digits
        ("Notes  2024 - 2030  801", ["Notes", "2024 - 2030", "801"]),
        ("Net sales ...... 1,204", ["Net sales", "1,204"]),
        ("Due June 30, 2025  801", ["Due June 30, 2025", "801"]),
    ],
)
def test_words_that_belong_together(line, expected):
    assert [chunk.text for chunk in chunks(words(line), SCALE)] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["         2025      2024", "Rail     Zz1,204   Zz1,110", "Bus      Zz801     Zz790"],
            [["", "2025", "2024"], ["Rail", "Zz1,204", "Zz1,110"], ["Bus", "Zz801", "Zz790"]],
        ),
        (
            ["         2025      2024", "Rail     31~204    30~118", "Bus      12~040    12~012"],
            [["", "2025", "2024"], ["Rail", "31~204", "30~118"], ["Bus", "12~040", "12~012"]],
        ),
        (["Rail     Level 1   Level 2", "Bus      Level 2   Level 3"], None),
        (["Rail     it was 1,204 then", "Bus      it was 1,110 then"], None),
    ],
)
def test_amounts_in_a_notation_that_nobody_knows_stand_in_columns(rows, expected):
    assert cells("\n".join(rows)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text, kind",
    [
        ("1,204", Kind.FIGURE),
        ("(801)", Kind.FIGURE),
        ("12.5%", Kind.FIGURE),
        ("—", Kind.FIGURE),
        ("1998", Kind.YEAR),
        ("$", Kind.SYMBOL),
        ("Level 2", Kind.TEXT),
        ("12/31/98", Kind.TEXT),
        ("45402-1200", Kind.TEXT),
    ],
)
def test_what_a_chunk_is(text, kind):
    assert [chunk.kind for chunk in chunks(words(text), SCALE)] == [kind]


def test_columns_are_told_by_right_edges():
    rows = written("A   1,204      7\nB       3  1,100\nC   (801)     --")
    assert [(c.left, c.right) for c in columns(rows, -1, SCALE)] == [(4, 9), (11, 16)]


def test_figures_over_each_other_that_share_no_row_are_one_column():
    rows = written("A     1,204    7\nB        —     8\nC     12       9")
    assert len(columns(rows, -1, SCALE)) == 2


@pytest.mark.parametrize(
    "above, below, expected",
    [
        ("Receivables, less allowance for", "doubtful accounts", True),
        ("Net income attributable to", "Brandt & Lowe", True),
        ("Current assets", "Cash", False),
        ("Changes in", "inventories", True),
        ("Changes in inventories:", "raw materials", False),
        ("Receivables (1):", "trade", False),
        ("Total", "a) trade", False),
    ],
)
def test_a_label_goes_on(above, below, expected):
    assert goes_on(above, below) is expected


TABLE = """\
                 Three months ended      Six months ended
                   1998      1997         1998      1997
Sales               801       740        1,500     1,400
Costs              (403)     (360)        (800)     (760)"""


def test_headings_stand_over_the_first_of_their_columns():
    assert cells(TABLE)[0][:2] == [
        ["", "Three months ended", "", "Six months ended", ""],
        ["", "1998", "1997", "1998", "1997"],
    ]


def test_a_heading_beside_one_that_spans_columns_stands_in_its_row():
    written = """\
              First half 1998        First half 1997
              Targets   Results     Targets   Results      YoY
Sales             700       801         690       740    +8.2%
Costs            (400)     (403)       (390)     (360)  +11.9%"""
    above, below = written.split("\n")[:2]
    beside = f"{above:59}YoY\n{below[:58].rstrip()}\n" + "\n".join(written.split("\n")[2:])
    spans = ["", "First half 1998", "", "First half 1997", ""]
    single = ["", "Targets", "Results", "Targets", "Results"]
    assert cells(written)[0][:2] == [[*spans, ""], [*single, "YoY"]]
    assert cells(beside)[0][:2] == [[*spans, "YoY"], [*single, ""]]


def test_a_rule_says_which_columns_a_heading_spans():
    text = """\
                                Actual
                   1998      1997      1996
Sales               801       740       700
Costs              (403)     (360)     (300)"""
    assert cells(text, [Rule(28, 43, 1)])[0][0] == ["", "", "Actual", ""]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Sales of 1,204 rose in the year and so did costs of 801, which was due to\n"
            "higher prices of steel, and to 740 more people than in the year before it"
        ),
        "Sales       1,204",  # one row, and nothing over it
        "Chapter 1      3\nChapter 2     14\nPage",
    ],
)
def test_what_is_no_table(text):
    assert cells(text) == []


def test_one_row_under_headings_is_a_table():
    assert cells("               1998    1997\nTax rate       30.5    31.2") == [
        [["", "1998", "1997"], ["Tax rate", "30.5", "31.2"]]
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bilanz (Fortsetzung)", True),
        ("Bilanz – Fortsetzung", True),
        ("Bilanz (continued)", True),
        ("Bilanz cont'd", True),
        ("Bilanz", True),
        ("Bilanz der Mutter", False),
    ],
)
def test_a_title_is_said_again_whatever_says_that_it_goes_on(title, expected):
    above, line = written(f"Bilanz\n{title}")
    assert is_repeated(line, [above], 1) is expected


def test_what_pages_repeat_is_furniture():
    pages = [written(f"Brandt & Lowe\n\nSales {n}01  rose\n\n{n}") for n in range(1, 5)]
    kept = [[line.text for line in page] for page in without_furniture(pages)]
    assert kept[0] == ["Brandt & Lowe", "Sales 101 rose"]
    assert kept[3] == ["Sales 401 rose"]


def test_a_raised_mark_is_on_the_line_beside_it():
    place = Source("a", PagePlace(1))
    row = [
        Word("Sales", 0, 25, 100, 110, place, whole=True, size=10),
        Word("1,204", 60, 85, 100, 110, place, whole=True, size=10),
        Word("2", 85, 88, 98, 104, place, whole=True, size=6),
    ]
    assert [c.text for c in lines(row, PAGE)[0].chunks] == ["Sales", "1,204²"]


@pytest.mark.parametrize(
    "turn, expected",
    [
        (0, (10, 170, 30, 180)),
        (1, (20, 10, 30, 30)),
        (2, (70, 20, 90, 30)),
        (3, (170, 70, 180, 90)),
    ],
)
def test_a_box_as_it_is_seen(turn, expected):
    frame = Frame(0, 0, 100, 200, turn)
    assert frame.seen(10, 20, 30, 30) == expected
    assert (frame.width, frame.height) == ((100, 200) if turn % 2 == 0 else (200, 100))


@pytest.mark.parametrize("quarters", range(4))
def test_turning_back_and_forth_changes_nothing(quarters):
    box, width, height = (10.0, 20.0, 30.0, 25.0), 100.0, 200.0
    back = (width, height) if quarters % 2 == 0 else (height, width)
    assert turned(turned(box, quarters, width, height), -quarters % 4, *back) == box
