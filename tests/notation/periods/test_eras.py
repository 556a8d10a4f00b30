"""Eras: years that are counted from elsewhere are read as the common years they are."""

import pytest

from auditor.model.period import Calendar
from auditor.notation.periods import periods
from auditor.notation.periods.eras import are_years_in_a_row, in_common_years


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("พ.ศ. 2568", (2025, 1), (2025, 12)),
        ("ปี 2568", (2025, 1), (2025, 12)),
        ("2568", (2025, 1), (2025, 12)),
        ("๒๕๖๘", (2025, 1), (2025, 12)),
        ("B.E. 2568", (2025, 1), (2025, 12)),
        ("FY2568", (2025, 1), (2025, 12)),
        ("31 ธันวาคม 2568", None, (2025, 12)),
        ("民國114年", (2025, 1), (2025, 12)),
        ("中華民國99年12月31日", None, (2010, 12)),
        ("令和元年度", (2019, 1), (2019, 12)),
        ("令和7年3月期", (2024, 4), (2025, 3)),
        ("平成30年度", (2018, 1), (2018, 12)),
    ],
)
def test_a_year_of_another_era_is_the_common_one(text, first, last):
    ((start, end, period),) = periods(text, Calendar())
    begun = None if period.first is None else divmod(period.first, 12)
    assert (begun, divmod(period.last, 12)) == (
        first and (first[0], first[1] - 1),
        (last[0], last[1] - 1),
    )
    assert period.label == text[start:end]


@pytest.mark.parametrize(
    "text", ["2,568", "2568.4", "item 2568", "B.E. 25680", "2499", "2600", "人民114年", "EBE 2568"]
)
def test_other_numbers_are_none(text):
    assert in_common_years(text) == text


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2568", "2567"], True),
        (["2566", "2567", "2568"], True),
        (["2568", "2560"], False),
        (["2568"], False),
        (["2,568", "2,567"], False),
    ],
)
def test_a_row_of_them_is_known_by_its_steps(texts, expected):
    assert are_years_in_a_row(texts) is expected
