import pytest

from auditor.notation.periods import month_span


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
