"""Forms: every way of writing a period, in the order in which they are tried."""

from __future__ import annotations

from auditor.notation.periods import foreign
from auditor.notation.periods.dates import (
    AMERICAN_DATE,
    DATE,
    DAY_FIRST_DATE,
    DIGIT_DATE,
    DIGIT_MONTH,
    DOTTED_DATE,
    SHORT_DATE,
    date_in_digits,
    date_in_words,
    month_in_digits,
    short_date,
)
from auditor.notation.periods.fiscal_labels import (
    BARE_YEAR,
    BARE_YEAR_ACROSS,
    LABEL,
    LABEL_LETTER_FIRST,
    PART_OF_YEAR,
    YEAR,
    YEAR_ACROSS,
    YEAR_THEN_LETTER,
    YEAR_THEN_NUMBER,
    YEAR_THEN_PART,
    YEAR_TO_MONTH,
    YEAR_TO_MONTH_FIRST,
    part_of_year,
    whole_year,
    year_across,
    year_to_month,
)
from auditor.notation.periods.japanese import (
    JAPANESE,
    JAPANESE_SPAN,
    SLASHED_SPAN,
    japanese_period,
    span_of_months,
)
from auditor.notation.periods.lazy_patterns import Form, Meaning
from auditor.notation.periods.spans import (
    DATE_TO_DATE,
    MONTH_TO_MONTH,
    PART_ENDED,
    PART_OF_YEAR_ENDED,
    TIME_ENDED,
    from_date_to_date,
    month_to_month,
    part_ended,
    part_of_year_ended,
    time_ended,
)

# The first that fits wins: longer forms stand before those that could be their beginning.
FORMS: tuple[tuple[Form, Meaning], ...] = (
    (JAPANESE_SPAN, span_of_months),
    (foreign.CHINESE_ENDED, foreign.chinese_ended),
    (foreign.CHINESE, foreign.chinese),
    (foreign.EASTERN_END, foreign.eastern_end),
    (JAPANESE, japanese_period),
    (foreign.KOREAN, foreign.korean),
    (foreign.PART, foreign.part),
    (foreign.MONTHS, foreign.months),
    (foreign.LETTERED, foreign.lettered),
    (TIME_ENDED, time_ended),
    (PART_OF_YEAR_ENDED, part_of_year_ended),
    (PART_ENDED, part_ended),
    (PART_OF_YEAR, part_of_year),
    (LABEL, part_of_year),
    (LABEL_LETTER_FIRST, part_of_year),
    (YEAR_THEN_PART, part_of_year),
    (YEAR_THEN_LETTER, part_of_year),
    (YEAR_THEN_NUMBER, part_of_year),
    (YEAR_TO_MONTH, year_to_month),
    (YEAR_TO_MONTH_FIRST, year_to_month),
    (YEAR_ACROSS, year_across),
    (YEAR, whole_year),
    (SLASHED_SPAN, span_of_months),
    (DIGIT_DATE, date_in_digits),
    (DOTTED_DATE, date_in_digits),
    (DAY_FIRST_DATE, date_in_digits),
    (AMERICAN_DATE, date_in_digits),
    (DIGIT_MONTH, month_in_digits),
    (DATE_TO_DATE, from_date_to_date),
    (MONTH_TO_MONTH, month_to_month),
    (DATE, date_in_words),
    (SHORT_DATE, short_date),
    (BARE_YEAR_ACROSS, year_across),
    (BARE_YEAR, whole_year),
)
LABELS: frozenset[Meaning] = frozenset((
    part_of_year, whole_year, year_to_month, japanese_period, foreign.part, foreign.lettered,
))  # fmt: skip
"""What names a period by its place in a year; the months it means may stand beside it."""
IN_PARENTHESES: tuple[tuple[Form, Meaning], ...] = (
    (JAPANESE_SPAN, span_of_months),
    (TIME_ENDED, time_ended),
    (SLASHED_SPAN, span_of_months),
    (DATE_TO_DATE, from_date_to_date),
)
"""What states the months of a label in parentheses: "1H06 (2006/4-2006/9)"."""
