"""Any text: whatever it is, it is read in linear time, and alike in prose and in cells."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.notation.numerals import cell_figure, figures, narrowed, printed

PIECES = st.lists(
    st.sampled_from(
        ["1", "12", "123", "1,234", "2006", ".5", "5.", "(", ")", "$", "JPY", "%", "million",
         "-", "–", "△", "+", "/", ":", "'", ",", ".", "\n", "\u00a0", "**", "March", "Note",
         "and", "to", "weeks", "年", "月", "百万円", "円", "１２", "Q", "FY", "x", "Gbps",
         "https://", "@", "第", "bps", "~", " "]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(max_size=60), PIECES))
def test_any_text_can_be_read(text):
    assert len(narrowed(text)) == len(text)
    cell = cell_figure(text)
    assert cell is None or text[cell.start : cell.end] == cell.text
    end = 0
    for figure in figures(text):
        assert end <= figure.start
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


@given(PIECES)
@example("1.520062006")
@example("0.30000000000000004")
def test_a_figure_of_prose_is_the_same_alone_in_a_cell(text):
    for figure in figures(text):
        alone = cell_figure(figure.text)
        assert alone is not None
        assert alone.unit == figure.unit
        if alone.exponent == figure.exponent:
            assert alone.value == figure.value
        else:  # so many decimals in a cell were computed by a program, to seven digits at least
            assert alone.exponent > figure.exponent
            assert abs(alone.value - figure.value) * 10**6 < abs(figure.value)
        assert printed(figure.value, figure) == figure.text


@pytest.mark.parametrize(
    "pattern",
    ["1", "1,234,", "1 234 ", "(", "(1", "-", " ", "*", "_", "a", "1-", "$", "A$", "Notes 5 and ",
     "March 1, ", "\\", "1\u00a0234", "a@1 ", "5%-", "一", "12 and "],
)  # fmt: skip
@pytest.mark.parametrize("read", [narrowed, cell_figure, figures])
def test_time_is_linear_in_the_text(read, pattern):
    text = pattern * (50_000 // len(pattern))
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 10  # quadratic patterns take minutes
