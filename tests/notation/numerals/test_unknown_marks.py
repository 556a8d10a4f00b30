"""A mark that nobody knows makes its digits one number, which is no figure and is told."""

import pytest

from auditor.notation.leftovers import UNKNOWN_NOTATION, leftovers
from auditor.notation.numerals import figures


def told(text):
    own = [(f.start, f.end) for f in figures(text)]
    return [
        text[one.start : one.end]
        for one in leftovers(text, own, states_amounts=False)
        if one.reason == UNKNOWN_NOTATION
    ]


@pytest.mark.parametrize(
    "number",
    [
        "1·204",
        "12_204",
        "1;204;350",
        "1،204",
        "1‚204.5",
        "1•204,50",
        "1˙204",
        "3·5",
        "1¦204",
        "3·5·12",
        '1"204',
    ],
)
def test_it_is_told_in_prose_and_no_figure(number):
    text = f"Revenue rose to ${number} in the year, from 1,100."
    assert told(text) == [number]
    assert [f.text for f in figures(text)] == ["1,100"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("of 1,204; 305 and 17", ["1,204", "305", "17"]),
        ("of 1,204;305 of them", ["1,204", "305"]),  # a list, by its comma
        ("of 12;14 of them", ["12", "14"]),
        ("of 5|705 of them", ["5", "705"]),
        ("of 100=200 of them", ["100", "200"]),
        ("of 1´204 of them", ["1´204"]),  # a known mark
        ("of 5、204を", ["5", "204"]),
        ("the file table_1_204", []),
        ("see https://example.org/1_204", []),
    ],
)
def test_what_it_is_not(text, stated):
    assert [f.text for f in figures(text)] == stated
    assert told(text) == []
