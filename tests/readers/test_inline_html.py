"""Inline HTML: what a Markdown cell shows, and where each character of it is written."""

import pytest

from auditor.readers import text


def cell(written):
    document = text.read(f"| a | b |\n|---|---|\n| x | {written} |".encode(), "a.md")
    return document.tables[0].rows[1][1]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3&#39;613.2", "3'613.2"),
        ("R&amp;D", "R&D"),
        ("1&nbsp;204", "1\u00a0204"),
        ("45,310<sup>1</sup>", "45,310 (1)"),
        ("8,567<sup>2)</sup>", "8,567 (2)"),
        ("(6,110)<sup>a</sup>", "(6,110) (a)"),
        ("<b>5</b>", "5"),
        ("up<br/>5", "up 5"),
        ("< 5 & > 3", "< 5 & > 3"),
        ("<unknown>", "<unknown>"),
        ("AT&T; 5", "AT&T; 5"),
    ],
)
def test_entities_and_tags_are_what_they_show(written, shown):
    assert cell(written).text == shown


def test_characters_keep_their_places():
    found = cell("3&#39;613.2<sup>1</sup>")
    at = found.place(2, 7)
    assert (at.line, at.column, at.end_column) == (3, 13, 18)
    assert found.place(0, 7).column == 7
