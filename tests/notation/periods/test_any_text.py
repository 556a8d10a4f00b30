"""Any text: whatever it is, its periods are read in linear time, and alike in every form."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.period import Calendar
from auditor.notation.periods import calendar_of, month_span, periods

APRIL = Calendar(4)  # fiscal 2006 opens in April 2006
PIECES = st.lists(
    st.sampled_from(
        ["1Q06", "Q3", "2024", "06", "FY", "fiscal", "year", "ended", "three", "months", "weeks",
         "March", "31,", "1", "first", "half", "of", "and", "(", ")", "/", "-", "4", "年", "3月",
         "期", "第2四半期", "平成", "２０２４", " ", " ", " ", "\n", ".", "'", "0"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(max_size=60), PIECES), st.integers(1, 12), st.booleans())
def test_any_text_can_be_read(text, first_month, named_by_end):
    end = 0
    for start, stop, period in periods(text, Calendar(first_month, named_by_end)):
        assert end <= start < stop
        assert period.label == text[start:stop]
        assert period.first is None or period.first <= period.last
        end = stop
    month_span(text)
    calendar_of([text])


@given(st.integers(1970, 2069), st.integers(1, 4), st.integers(1, 12), st.booleans())
def test_every_way_of_writing_a_quarter_is_the_same_quarter(year, quarter, first_month, by_end):
    calendar = Calendar(first_month, by_end)
    word = ("first", "second", "third", "fourth")[quarter - 1]
    ways = (
        f"{quarter}Q{year % 100:02}", f"Q{quarter} {year}", f"Q{quarter} FY{year % 100:02}",
        f"{word} quarter of {year}", f"FY{year} {quarter}Q",
    )  # fmt: skip
    expected = calendar.span(year, 3 * (quarter - 1), 3)
    assert [p for way in ways for _, _, p in periods(way, calendar)] == [expected] * len(ways)


@pytest.mark.parametrize(
    "pattern",
    ["1", "1-", " 2024", "2019, ", "2019 and ", "first half ", "three and ", "(2006/4-", "1Q06 (",
     "three months ended ", "March 1, 2006 to ", "2024年", "fiscal ", "\n", "2006/4-2006/9"],
)  # fmt: skip
def test_time_is_linear_in_the_text(pattern):
    text = pattern * (50_000 // len(pattern)) + " ended 1"
    started = time.perf_counter()
    periods(text, APRIL)
    month_span(text)
    calendar_of([text])
    assert time.perf_counter() - started < 10  # quadratic patterns take minutes
