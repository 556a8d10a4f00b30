"""Forms: the months that each way of writing a period names, and where it stands."""

from __future__ import annotations

import pytest

from auditor.model.period import Calendar, Period
from auditor.notation.periods import periods

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
        ("2Q 06", [("2Q 06", "2006-07..2006-09")]),  # nothing but a column's heading
        ("H1 06", [("H1 06", "2006-04..2006-09")]),
        ("In Q1 06 piers", []),
        ("Q1 06 piers", []),
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


def _months(text: str, calendar: Calendar) -> list[tuple[str, str]]:
    return [(text[start:end], _printed(p)) for start, end, p in periods(text, calendar)]


def _printed(period: Period) -> str:
    last = f"{period.last // 12}-{period.last % 12 + 1:02}"
    if period.first is None:
        return last
    return f"{period.first // 12}-{period.first % 12 + 1:02}..{last}"
