"""Text columns: what is shown fits its cells and cannot act on a terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.notation.text_columns import cells, excerpt, visible


@pytest.mark.parametrize(
    ("text", "figure", "width", "expected"),
    [
        ("Total\t12\t34", "34", 40, ("Total    12    34", "34")),
        ("売上高 △1,234 百万円", "△1,234", 40, ("売上高 △1,234 百万円", "△1,234")),
        ("１２３ 全角", "１２３", 40, ("１２３ 全角", "１２３")),
        ("a" * 50 + " 12 " + "b" * 50, "12", 20, ("…" + "a" * 7 + " 12 " + "b" * 7 + "…", "12")),
        ("12 " + "b" * 50, "12", 20, ("12 " + "b" * 15 + "…", "12")),
        ("a" * 50 + " 12", "12", 20, ("…" + "a" * 15 + " 12", "12")),
        ("売" * 50 + "12" + "上" * 50, "12", 20, ("…" + "売" * 4 + "12" + "上" * 4 + "…", "12")),
        ("9" * 50, "9" * 50, 20, ("9" * 18 + "…", "9" * 18)),
    ],
)
def test_the_excerpt_marks_the_figure(text, figure, width, expected):
    start = text.index(figure)
    shown = excerpt(text, start, start + len(figure), width)
    assert (shown.text, marked(shown)) == expected
    assert cells(shown.text) <= width


def marked(shown):
    """The characters of an excerpt above its carets."""
    starts = [cells(shown.text[:index]) for index in range(len(shown.text))]
    inside = range(shown.start, shown.start + shown.width)
    return "".join(c for c, at in zip(shown.text, starts, strict=True) if at in inside)


@given(
    before=st.text(st.sampled_from("ab 売\t\x1b\u0301"), max_size=80),
    after=st.text(st.sampled_from("ab 売\t\x1b\u0301"), max_size=80),
    width=st.integers(20, 60),
)
def test_the_excerpt_fits_and_shows_the_whole_figure(before, after, width):
    shown = excerpt(f"{before}1,234{after}", len(before), len(before) + 5, width)
    assert cells(shown.text) <= width
    assert shown.text.find("1,234") in range(len(shown.text))
    assert cells(shown.text[: shown.text.index("1,234")]) == shown.start


@given(st.text())
def test_visible_text_cannot_act_on_a_terminal(text):
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible(text))
