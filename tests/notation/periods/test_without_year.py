import pytest

from auditor.notation.periods import month_span, part_of_a_year


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
    ("text", "part", "alone"),
    [
        ("Three Months Ended March 31", "Three Months Ended March 31", True),
        ("For the nine months ended September 30,", "nine months ended September 30", True),
        ("Six Months Ended June 30 (in millions)", "Six Months Ended June 30", False),
        ("Three and Six Months Ended June 30", "", False),
        ("Three Months Ended March 31, 2024", "", False),
        ("Year Ended December 31", "", False),
        ("December 31", "", False),
    ],
)
def test_the_words_that_leave_the_year_of_a_part_to_others(text, part, alone):
    assert part_of_a_year(text) == part
    assert part_of_a_year(text, alone=True) == (part if alone else "")
