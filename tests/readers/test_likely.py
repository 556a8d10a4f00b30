"""Lines of a text that can be no fixed-width table's are not cut into words."""

import pytest

from auditor.readers import read
from auditor.readers._aligned import fixed
from auditor.readers._aligned.likely import likely_lines

PROSE = "We sold 14 ferries in 2024, of which three were chartered until June 30, 2024, to others."
NOTE = "(1) As of September 28, 2024 the ferries were chartered out for eight years or longer."


def of_one_part(*texts):
    return [(1, 0, text) for text in texts]


def ending(total, count):
    """The places of the last lines of so many."""
    return set(range(total - count, total))


@pytest.mark.parametrize(
    "lines, likely",
    [
        (of_one_part(PROSE, PROSE), set()),
        (of_one_part("Fares  1,204", PROSE), {0, 1}),  # near enough to say "contents"
        (of_one_part("1,204", "1,310"), {0, 1}),
        ([(1, 0, "1,204"), (1, 1, PROSE)], set()),  # one figure is no table
        ([(1, 0, "1,204"), (1, 1, "1,310")], set()),  # nor are two with a heading between
        ([(1, 0, "1,204"), (2, 1, "1,310")], {0, 1}),  # unless that is the head of a page
        (of_one_part("Item 1", "Item 2"), set()),  # short, and no figures
        (of_one_part("2024 2023"), {0}),
        (of_one_part(NOTE, NOTE), set()),  # words stand before the figures that are side by side
        (of_one_part("1 As of 2024 2023 and"), set()),
        (of_one_part("EUR 4 USD 5"), set()),
        (of_one_part("4 USD 5 USD 6 7"), {0}),
        (of_one_part(*[PROSE] * 30, "Fares ... 1 2"), ending(31, 18)),
        (of_one_part("10", *[PROSE] * 6, "11"), set(range(8))),
        (of_one_part("10", *[PROSE] * 7, "11"), set()),  # numbers of pages
        (of_one_part("1 a", *[PROSE] * 36, "2 b"), set(range(38))),  # a comment beside a row
        (of_one_part("1 a", *[PROSE] * 37, "2 b"), set()),
    ],
)
def test_a_line_is_likely_where_two_figures_may_be_stated(lines, likely):
    assert likely_lines(lines, lambda text: text[0].isdigit()) == likely


def test_prose_is_not_cut_into_words(monkeypatch):
    cut = []

    def watched(words, _):
        cut.extend(words)
        return ()

    monkeypatch.setattr(fixed, "chunks", watched)
    read("\n\n".join([PROSE, "Sales rose. 5", "It fell. 6"] * 9).encode(), "a.txt")
    assert "ferries" not in {word.text for word in cut}


def test_what_pages_repeat_is_left_out_and_a_table_goes_on():
    page = ["Harbour Lines        PAGE {n}", "", *[PROSE] * 40, ""]
    rows = ["Fares     1,204   1,100", "Freight     310     290", "Total     1,514   1,390"]
    pages = [
        *page, *rows[:2], "", *page[:1], "", *rows[2:], *[PROSE] * 40, "", *page, *page
    ]  # fmt: skip
    numbered, count = [], 0
    for line in pages:
        count += "{n}" in line
        numbered.append(line.format(n=count))
    document = read("\n".join(numbered).encode(), "a.txt")
    (table,) = document.tables
    assert [row[-1].text for row in table.rows if row[-1]] == ["1,100", "290", "1,390"]
    assert sum("Harbour" in passage.text for passage in document.passages) <= 4
