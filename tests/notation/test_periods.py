"""Periods in words: which months a text names, and where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.period import Calendar, Period
from auditor.notation.periods import calendar_of, month_span, periods

CALENDAR_YEAR = Calendar()
APRIL = Calendar(4)  # fiscal 2006 opens in April 2006
OCTOBER = Calendar(10, named_by_end=True)  # fiscal 2024 opens in October 2023


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1Q06", "2006-04..2006-06"),
        ("2Q05", "2005-07..2005-09"),
        ("4Q05", "2006-01..2006-03"),
        ("1Q97", "1997-04..1997-06"),
        ("2Q 2006", "2006-07..2006-09"),
        ("3Q FY2024", "2024-10..2024-12"),
        ("Q3 2024", "2024-10..2024-12"),
        ("Q3'24", "2024-10..2024-12"),
        ("Q3 FY24", "2024-10..2024-12"),
        ("Q3 of fiscal 2024", "2024-10..2024-12"),
        ("FY24 3Q", "2024-10..2024-12"),
        ("2024 Q3", "2024-10..2024-12"),
        ("fiscal 2024 third quarter", "2024-10..2024-12"),
        ("third quarter of 2024", "2024-10..2024-12"),
        ("third quarter of fiscal 2024", "2024-10..2024-12"),
        ("third quarter 2024", "2024-10..2024-12"),
        ("1H06", "2006-04..2006-09"),
        ("H1 2024", "2024-04..2024-09"),
        ("first half of fiscal year 2006", "2006-04..2006-09"),
        ("first nine months of 2024", "2024-04..2024-12"),
        ("9M24", "2024-04..2024-12"),
        ("FY2006", "2006-04..2007-03"),
        ("FY06", "2006-04..2007-03"),
        ("FY'06", "2006-04..2007-03"),
        ("fiscal 2024", "2024-04..2025-03"),
        ("fiscal year 2024", "2024-04..2025-03"),
        ("full year 2024", "2024-04..2025-03"),
        ("calendar year 2024", "2024-01..2024-12"),
        ("2019", "2019-04..2020-03"),
        ("2024年度", "2024-04..2025-03"),
        ("FY2023/24", "2023-04..2024-03"),
    ],
)
def test_labels_follow_the_fiscal_calendar(text, months):
    assert _months(text, APRIL) == [(text, months)]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Q3 2024", "2024-04..2024-06"),
        ("fiscal 2024", "2023-10..2024-09"),
        ("1H24", "2023-10..2024-03"),
    ],
)
def test_a_fiscal_year_may_be_named_after_its_end(text, months):
    assert _months(text, OCTOBER) == [(text, months)]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2006/4-2006/9", "2006-04..2006-09"),
        ("2006/4-9", "2006-04..2006-09"),
        ("2006/10-3", "2006-10..2007-03"),
        ("2006.4-2006.9", "2006-04..2006-09"),
        ("2006/4-2007/3", "2006-04..2007-03"),
        ("three months ended September 30, 2006", "2006-07..2006-09"),
        ("Nine-month period ended September 30, 2024", "2024-01..2024-09"),
        ("year ended December 31, 2023", "2023-01..2023-12"),
        ("Year ended 31 December 2023", "2023-01..2023-12"),
        ("fiscal year ending March 31, 2007", "2006-04..2007-03"),
        ("quarter ended March 31, 2024", "2024-01..2024-03"),
        ("second quarter ended June 30, 2024", "2024-04..2024-06"),
        ("First Half of Fiscal Year Ending March 31, 2007", "2006-04..2006-09"),
        ("13 weeks ended March 29, 2025", "2025-01..2025-03"),
        ("13 weeks ended April 1, 2018", "2018-01..2018-03"),
        ("thirteen weeks ended May 3, 2025", "2025-02..2025-04"),
        ("twenty-six weeks ended August 2, 2025", "2025-02..2025-07"),
        ("52 weeks to 29 March 2025", "2024-04..2025-03"),
        ("April 1, 2006 to September 30, 2006", "2006-04..2006-09"),
        ("October 1 - March 31, 2007", "2006-10..2007-03"),
        ("September 29, 2024 to December 28, 2024", "2024-10..2024-12"),
        ("January–June 2023", "2023-01..2023-06"),
        ("Jan-Jun 2023", "2023-01..2023-06"),
        ("October to March 2024", "2023-10..2024-03"),
        ("2023年4月1日〜2023年9月30日", "2023-04..2023-09"),
        ("2023年4月～9月", "2023-04..2023-09"),
        ("2024年3月期", "2023-04..2024-03"),
        ("２０２４年３月期", "2023-04..2024-03"),
        ("平成18年3月期", "2005-04..2006-03"),
        ("令和元年5月期", "2018-06..2019-05"),
        ("2024年3月期第2四半期", "2023-04..2023-09"),
        ("2024年3月期 第2四半期累計", "2023-04..2023-09"),
        ("2024年3月期中間期", "2023-04..2023-09"),
        ("FY2025/3", "2024-04..2025-03"),
        ("FY3/25", "2024-04..2025-03"),
        ("1H06 (2006/4-2006/9)", "2006-04..2006-09"),
        ("2Q06\t(2006/7-9)", "2006-07..2006-09"),
        ("FY2006 (April 1, 2006 to March 31, 2007)", "2006-04..2007-03"),
        ("fiscal 2024 ended June 30, 2024", "2023-07..2024-06"),
        ("Q3 of fiscal 2024 (ended June 30, 2024)", "2024-04..2024-06"),
    ],
)
def test_spans_that_state_their_months_need_no_calendar(text, months):
    assert _months(text, CALENDAR_YEAR) == [(text, months)]
    assert _months(text, OCTOBER) == [(text, months)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("September 30, 2006", "2006-09"),
        ("31 March 2007", "2007-03"),
        ("Sept. 30, 2006", "2006-09"),
        ("March 29, 2025", "2025-03"),
        ("April 1, 2018", "2018-03"),
        ("January 2, 2021", "2020-12"),
        ("December 2023", "2023-12"),
        ("Mar-24", "2024-03"),
        ("Mar'24", "2024-03"),
        ("31-Dec-23", "2023-12"),
        ("31.12.2023", "2023-12"),
        ("31/12/2023", "2023-12"),
        ("2024年3月31日", "2024-03"),
        ("2024年3月末", "2024-03"),
        ("2025/3", "2025-03"),
        ("2006.11.9", "2006-11"),
        ("2006-11-09", "2006-11"),
        ("12/31/2023", "2023-12"),
    ],
)
def test_points_in_time_are_months_without_a_first(text, month):
    assert _months(text, APRIL) == [(text, month)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Consolidated 1H06 (2006/4-2006/9) and 1H05",
         [("1H06 (2006/4-2006/9)", "2006-04..2006-09"), ("1H05", "2005-04..2005-09")]),
        ("six months ended June 30, 2020 and 2019",
         [("six months ended June 30, 2020", "2020-01..2020-06"), ("2019", "2019-01..2019-06")]),
        ("years ended December 31, 2023, 2022 and 2021",
         [("years ended December 31, 2023", "2023-01..2023-12"), ("2022", "2022-01..2022-12"),
          ("2021", "2021-01..2021-12")]),
        ("three months ended June 30, 2024 and March 31, 2024",
         [("three months ended June 30, 2024", "2024-04..2024-06"),
          ("March 31, 2024", "2024-01..2024-03")]),
        ("three and nine months ended September 30, 2024",
         [("three", "2024-07..2024-09"),
          ("nine months ended September 30, 2024", "2024-01..2024-09")]),
        ("third quarter of 2024, compared to the same period in 2023",
         [("third quarter of 2024", "2024-10..2024-12"), ("2023", "2023-10..2023-12")]),
        ("March 31, 2007 and 2006", [("March 31, 2007", "2007-03"), ("2006", "2006-03")]),
        ("1Q06, 2Q06", [("1Q06", "2006-04..2006-06"), ("2Q06", "2006-07..2006-09")]),
        ("(2006/4-2006/9)", [("2006/4-2006/9", "2006-04..2006-09")]),
        ("in fiscal 2024 (up from 5)", [("fiscal 2024", "2024-04..2025-03")]),
    ],
)  # fmt: skip
def test_mentions_stand_in_order_and_lists_share_their_words(text, expected):
    assert _months(text, APRIL) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dec-31", "version 1.12.2023.4",
        "", "Total revenues", "three months", "third quarter", "Three Months Ended March 31,",
        "26,444", "2,019", "$2019", "2019 million", "2019.5", "2019%", "99.1", "H100", "Q400",
        "5Q06", "3H06", "ASU 2016-13", "2005-2006", "fiscal 2023-2026", "the same period of 2023",
        "1Q", "FY", "2006/13", "1806",
    ],
)  # fmt: skip
def test_other_words_and_numbers_name_no_period(text):
    assert periods(text, APRIL) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three Months Ended March 31,", (3, 3)),
        ("Nine Months Ended\nSeptember 30,", (9, 9)),
        ("Year Ended December 31,", (12, 12)),
        ("13 Weeks Ended March 29", (3, 3)),
        ("Thirteen weeks ended May 3,", (3, 4)),
        ("6 months to 30 June", (6, 6)),
        ("Quarter ended June 30, 2024", (3, 6)),
        ("December 31,", (0, 12)),
        ("As of January 2", (0, 12)),
        ("Nine months ended", None),
        ("Revenue 5", None),
        ("March 2024", None),
    ],
)
def test_a_heading_may_leave_the_year_to_another_row(text, expected):
    assert month_span(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], Calendar()),
        (["Total revenues", "2019"], Calendar()),
        (["1H06 (2006/4-2006/9)", "2Q06 (2006/7-2006/9)"], Calendar(4)),
        (["FY2006 (2006/4-2007/3)"], Calendar(4)),
        (["2Q06 (2006/7-9)"], Calendar(4)),
        (["FY2007 (2006/4-2007/3)"], Calendar(4, named_by_end=True)),
        (["FY2023 (year ended February 3, 2024)"], Calendar(2)),
        (["fiscal 2024 ended June 30, 2024"], Calendar(7, named_by_end=True)),
        (["fiscal year ending March 31, 2007"], Calendar(4, named_by_end=True)),
        (["year ended June 30, 2024"], Calendar(7, named_by_end=True)),
        (["third quarter ended June 30, 2024"], Calendar(10, named_by_end=True)),
        (["First Half of Fiscal Year Ending March 31, 2007"], Calendar(4, named_by_end=True)),
        (["2024年3月期"], Calendar(4, named_by_end=True)),
        (["Year Ended December 31,"], Calendar()),
        (["FY2006 (2006/1-2006/12)"], Calendar()),
        # a label beside its months outweighs any number of year ends
        (
            ["year ended March 31, 2007", "year ended March 31, 2006", "1H06 (2006/4-9)"],
            Calendar(4),
        ),
    ],
)
def test_the_calendar_is_learned_from_the_text(texts, expected):
    assert calendar_of(texts) == expected


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


def _months(text: str, calendar: Calendar) -> list[tuple[str, str]]:
    return [(text[start:end], _printed(p)) for start, end, p in periods(text, calendar)]


def _printed(period: Period) -> str:
    last = f"{period.last // 12}-{period.last % 12 + 1:02}"
    if period.first is None:
        return last
    return f"{period.first // 12}-{period.first % 12 + 1:02}..{last}"
