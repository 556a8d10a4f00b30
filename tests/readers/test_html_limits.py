"""Pages made to exhaust a reader are read or refused in time in line with their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.readers import UnreadableError, html

SECONDS = 20
"""Generous: each takes one or two on a quiet machine, and hours if its time were quadratic."""

TOKENS = """
<table> <tr> <td> <td/> <th> </td> </tr> </table> <tbody> <caption> <p> </p> <b> </b> <pre> </pre>
<div> </div> <li> <ul> <br> <h1> </h1> <sup> <script> </script> <style> <td\tcolspan=3>
<td\trowspan=2> <span\tid=a> </span> <!-- --> $ ( 1,204 ) % & &amp; < > " ' text
"""
SOUP = st.lists(st.sampled_from([*TOKENS.split(" "), "\n"]), max_size=40).map(" ".join)


def read(text):
    return html.read(text.encode(), "a.htm")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000 + "1,204" + "</div>" * 100_000,
        "<b>" * 30_000 + "<div>" * 30_000 + "</b>" * 30_000,
        "<b><div>" * 50_000 + "</b>" * 50_000,
        "<td title='" + "x" * 5_000_000 + "'>A",
        '<p a="' + "x <p a='" * 300_000,
        "<a " * 500_000,
        "<a " + "='" * 500_001,
        "<" * 500_000,
        "<!--" * 500_000,
        "<!" * 500_000,
        "&" * 1_000_000,
        "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 30_000,
        "&amp;" * 50_000,
        "a<br>" * 50_000,
        "a\t" * 500_000,
        "<table>" + ("<tr>" + "<td></td>" * 10) * 10_000,
        "<table><tr>" + "<td></td>" * 100_000,
        "<style>" + "/*" * 300_000 + "@media{" * 100_000 + "</style>a",
        "<style>" + "{" * 500_000 + ".a," * 100_000 + "</style>a",
        "<p style='" + " font:" * 100_000 + "'>a",
        "<script>" * 100_000,
        "<DOCUMENT><TYPE>" * 50_000,
        "<pre>" + "<table>" * 30_000,
        "<pre>" + "  1,204    77\n" * 2_000,
    ],
    ids=lambda text: f"{text[:12]}...{len(text)}",
)
def test_time_is_linear_in_the_page(text):
    start = time.process_time()
    read(text)
    assert time.process_time() - start < SECONDS


def test_tables_nested_without_end_are_refused():
    with pytest.raises(UnreadableError, match="nest more than 30 deep"):
        read("<table><tr><td>a" * 10_000)


@pytest.mark.parametrize(
    "rows, reason",
    [
        ("<tr>" + "<td colspan=1000>1,204" * 30, "more than 20,000 columns"),
        ("<tr>" + "<td rowspan=65534>1" * 1000 + "<tr><td>1" * 3000, "too many cells span rows"),
        ("<tr>" + "<td>1,204" * 500, "more than 400 columns of figures"),
    ],
)
def test_a_table_beyond_all_bounds_is_read_as_text_and_told(rows, reason):
    document = read(f"<p>\n<table>{rows}</table>")
    assert not document.tables
    assert document.passages
    (told,) = document.unread
    assert told.startswith("line 2: a table: ")
    assert reason in told


@given(SOUP)
def test_any_markup_can_be_read(text):
    lines = text.split("\n")
    for table in read(text).tables:
        assert len({len(row) for row in table.rows}) == 1
        for cell in (cell for row in table.rows for cell in row):
            assert cell.source.line <= len(lines)
            assert cell.source.end_column <= len(lines[cell.source.line - 1]) + 1
