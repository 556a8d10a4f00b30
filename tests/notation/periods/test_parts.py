"""Parts of a year without their year, against the period that figures around them are about."""

import pytest

from auditor.model.period import Calendar
from auditor.notation.periods import names_only

CALENDAR = Calendar()
NINE_MONTHS, FIRST_HALF = CALENDAR.span(2025, 0, 9), CALENDAR.span(2025, 0, 6)
THIRD_QUARTER, YEAR = CALENDAR.span(2025, 6, 3), CALENDAR.span(2025, 0, 12)


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("in den ersten neun Monaten", NINE_MONTHS, True),
        ("des neuf premiers mois", NINE_MONTHS, True),
        ("im dritten Quartal", THIRD_QUARTER, True),
        ("im dritten Quartal nach 5 im Vorjahresquartal", THIRD_QUARTER, True),
        ("au premier semestre, contre 5 au premier semestre 2024", FIRST_HALF, True),
        ("no terceiro trimestre", THIRD_QUARTER, True),
        ("3분기", THIRD_QUARTER, True),
        ("第三季度", THIRD_QUARTER, True),
        ("前三季度", NINE_MONTHS, True),
        ("上半年", FIRST_HALF, True),
        ("im Quartal", THIRD_QUARTER, True),
        ("im zweiten Quartal", THIRD_QUARTER, False),
        ("im dritten Quartal", NINE_MONTHS, False),
        ("im dritten Quartal und in neun Monaten", THIRD_QUARTER, False),
        ("deuxième semestre", FIRST_HALF, False),
        ("下半年", FIRST_HALF, False),
        ("seit vielen Monaten", NINE_MONTHS, False),
        ("im dritten Quartal", YEAR, False),
        ("im Jahr", NINE_MONTHS, False),
    ],
)
def test_only_the_period_around_a_sentence_is_the_one_it_speaks_of(text, period, expected):
    assert names_only(text, period, CALENDAR) is expected
