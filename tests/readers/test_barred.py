"""Barred tables: rows whose cells nothing but bars parts, as text taken from pages has them."""

import pytest

from auditor.readers import text

RELEASE = """\
Three Months Ended | Six Months Ended
June 30, 2026 | June 30, 2025 | June 30, 2026 | June 30, 2025
(unaudited)
Fares | 41,204 | 38,115 | 80,120 | 75,004
Dues | $ | 2,117 | $ | 2,004 | $ | 4,015 | $ | 3,998
Other:
Refunds | (318 | ) | (290 | ) | (611 | ) | (574 | )
Margin | 12.5 | % | 11.8 | % | 12.1 | % | 11.9 | %
"""


def document(written):
    return text.read(written.encode(), "a.txt")


def texts(table):
    return [[cell.text for cell in row if cell] for row in table.rows]


def test_headings_stand_over_their_columns_and_signs_at_their_figures():
    table = document(RELEASE).tables[0]
    assert texts(table) == [
        ["", "Three Months Ended", "", "Six Months Ended"],
        ["", "June 30, 2026", "June 30, 2025", "June 30, 2026", "June 30, 2025"],
        ["(unaudited)"],
        ["Fares", "41,204", "38,115", "80,120", "75,004"],
        ["Dues", "$2,117", "$2,004", "$4,015", "$3,998"],
        ["Other:"],
        ["Refunds", "(318)", "(290)", "(611)", "(574)"],
        ["Margin", "12.5%", "11.8%", "12.1%", "11.9%"],
    ]


def test_a_figure_is_cited_at_its_digits():
    lines = RELEASE.split("\n")
    for row in document(RELEASE).tables[0].rows:
        for cell in row:
            if cell and any(map(str.isdigit, cell.text)):
                digits = cell.text.strip("$()%")
                at = cell.text.index(digits[0])
                place = cell.place(at, at + len(digits)).at
                assert lines[place.line - 1][place.column - 1 :].startswith(digits)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026 | 2025\nFares | 41 | 38\nDues | 21 | 20\n", ["", "2026", "2025"]),
        ("2026 | 2025\n---+---+---\nFares | 41 | 38\nDues | 21 | 20\n", ["", "2026", "2025"]),
        ("Name | 2026 | 2025\nFares | 41 | 38\nDues | 21 | 20\n", ["Name", "2026", "2025"]),
        (
            "% | %\nFares | 41 | 62 | % | 38\nDues | 21 | 38 | % | 20\n",
            [""],
        ),  # over which is unknown
    ],
)
def test_the_first_row(written, expected):
    first = texts(document(written).tables[0])[0]
    assert [text for text in first if text] == [text for text in expected if text]
    assert len(first) == len(expected)


@pytest.mark.parametrize(
    "written",
    [
        "12 | Annual report\n",
        "Home | News | 3 | About\nContact | Legal | Imprint | Jobs\n",
        "Fares rose | 5 of 7 routes | are new\nDues fell | 3 of 4 ports | are old\n",
        "• | Sales $70.4mm, +10%\n• | Margin 72.1% (+210 bps)\n",
        "Fares | 41 | 38\nDues | 21\n",  # nobody knows which was left out
    ],
)
def test_other_lines_with_bars_are_no_table(written):
    assert not document(written).tables
