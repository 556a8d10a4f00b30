import pytest

from auditor.model.period import Calendar
from auditor.notation.periods import calendar_of


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
        (["The year 2023 refers to the fiscal year ended February 2, 2024."], Calendar(2)),
        (["the year ended January 31, 2024 (“fiscal 2024”)"], Calendar(2, named_by_end=True)),
        (
            ["third quarter of fiscal 2024", "the fiscal quarter ended November 2, 2024"],
            Calendar(2),
        ),
        (
            ["third quarter of fiscal 2025", "the fiscal quarter ended November 2, 2024"],
            Calendar(2, named_by_end=True),
        ),
        (["fourth quarter of fiscal 2022", "fiscal year ended January 28, 2023"], Calendar(2)),
        # two years' quarters are numbered: which of them the one that ended is, is not told
        (
            [
                "fourth quarter of fiscal 2022 and fiscal 2021, fourth quarter of fiscal 2021",
                "fiscal year ended January 29, 2022",
                "fiscal 2022, to January 28, 2023",
            ],
            Calendar(2),
        ),
        # two quarters are numbered: which of them ended is not told
        (
            ["first quarter of 2024, second quarter of 2024", "quarter ended May 4, 2024"],
            Calendar(),
        ),
        (["FY2006 (2006/1-2006/12)"], Calendar()),
        # a year that ends in January: named by the one it opens in, or by the one it ends in
        (["Fourth Quarter Fiscal 2022", "year ended January 28, 2023", "FY 2022"], Calendar(2)),
        (
            ["First Quarter Fiscal 2024", "fiscal year ended January 29, 2023", "fiscal 2023"],
            Calendar(2, named_by_end=True),
        ),
        (
            ["since fiscal 2022", "fiscal year ended January 29, 2023", "fiscal 2023"],
            Calendar(2, named_by_end=True),
        ),
        # a label beside its months outweighs any number of year ends
        (
            ["year ended March 31, 2007", "year ended March 31, 2006", "1H06 (2006/4-9)"],
            Calendar(4),
        ),
    ],
)
def test_the_calendar_is_learned_from_the_text(texts, expected):
    assert calendar_of(texts) == expected
