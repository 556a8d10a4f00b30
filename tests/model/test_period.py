import pytest

from auditor.model.period import Calendar, Period, month

JAPANESE = Calendar(4)  # fiscal 2006 opens in April 2006
BRITISH = Calendar(4, named_by_end=True)  # fiscal 2006 closes in March 2006


def span(first, last):
    return Period(month(*first), month(*last))


def instant(year, number):
    return Period(None, month(year, number))


QUARTER = span((2006, 7), (2006, 9))
HALF = span((2006, 4), (2006, 9))


@pytest.mark.parametrize(
    "calendar, year, first, months, expected",
    [
        (Calendar(), 2006, 0, 12, span((2006, 1), (2006, 12))),
        (Calendar(), 2006, 3, 3, span((2006, 4), (2006, 6))),
        (JAPANESE, 2006, 3, 3, QUARTER),
        (JAPANESE, 2006, 9, 3, span((2007, 1), (2007, 3))),
        (BRITISH, 2006, 0, 12, span((2005, 4), (2006, 3))),
        (Calendar(1, named_by_end=True), 2006, 0, 12, span((2006, 1), (2006, 12))),
    ],
)
def test_a_fiscal_year_opens_in_its_first_month(calendar, year, first, months, expected):
    assert calendar.span(year, first, months) == expected


@pytest.mark.parametrize(
    "period, months, is_instant",
    [(QUARTER, 3, False), (HALF, 6, False), (instant(2006, 9), 0, True)],
)
def test_a_period_has_a_length_in_months(period, months, is_instant):
    assert (period.months, period.is_instant) == (months, is_instant)


@pytest.mark.parametrize(
    "period, relative, expected",
    [
        (QUARTER, "year_before", span((2005, 7), (2005, 9))),
        (QUARTER, "preceding", span((2006, 4), (2006, 6))),
        (HALF, "preceding", span((2005, 10), (2006, 3))),
        (QUARTER, "end", instant(2006, 9)),
        (instant(2006, 9), "year_before", instant(2005, 9)),
        (instant(2006, 9), "preceding", instant(2005, 9)),
    ],
)
def test_comparisons_look_at_other_periods(period, relative, expected):
    assert getattr(period, relative) == expected


@pytest.mark.parametrize(
    "period, months, expected",
    [
        (HALF, 3, (span((2006, 4), (2006, 6)), QUARTER)),
        (QUARTER, 3, ()),  # not parts, but the whole
        (QUARTER, 6, ()),
        (QUARTER, 2, ()),
        (instant(2006, 9), 3, ()),
    ],
)
def test_a_period_has_parts_only_where_they_fit(period, months, expected):
    assert period.parts(months) == expected


@pytest.mark.parametrize(
    "period, other, expected",
    [
        (HALF, QUARTER, True),
        (QUARTER, HALF, False),
        (QUARTER, QUARTER, True),
        (HALF, instant(2006, 9), True),
        (HALF, instant(2006, 3), False),
        (instant(2006, 9), instant(2006, 9), True),
        (instant(2006, 9), QUARTER, False),
    ],
)
def test_a_period_contains_what_lies_within_it(period, other, expected):
    assert period.contains(other) is expected


def test_how_a_document_names_a_period_does_not_matter():
    assert Period(1, 3, "1Q") == Period(1, 3, "first quarter")
    assert len({Period(1, 3, "1Q"), Period(1, 3, "first quarter")}) == 1
