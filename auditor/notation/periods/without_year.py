"""Headings without a year: the span that they name of a year that stands elsewhere."""

from __future__ import annotations

from auditor.notation.month_names import BEGINNINGS, FOREIGN_BEGINNINGS
from auditor.notation.numerals import narrowed
from auditor.notation.periods.dates import end_month
from auditor.notation.periods.lazy_patterns import pattern
from auditor.notation.periods.number_words import length_of
from auditor.notation.periods.pieces import DAY_AND_MONTH, DIGIT
from auditor.notation.periods.spans import TIME_TEXT

_TIME_IN_HEADING = pattern(rf"(?<![0-9A-Za-z]){TIME_TEXT}(?P<date>{DAY_AND_MONTH})(?![0-9A-Za-z])")
_DAY_IN_HEADING = pattern(rf"(?<![0-9A-Za-z])(?P<date>{DAY_AND_MONTH})(?![0-9A-Za-z])")

_BEGINNINGS = (*BEGINNINGS, *FOREIGN_BEGINNINGS)


def month_span(text: str) -> tuple[int, int] | None:
    """Months and end month (1 to 12) of a heading whose year stands elsewhere.

    "Three Months Ended March 31," is (3, 3); a point in time such as "December 31," has 0 months.
    """
    if not DIGIT.search(text):
        return None
    plain = narrowed(text)
    folded = plain.casefold()
    if not any(letters in folded for letters in _BEGINNINGS):
        return None
    found = _DAY_IN_HEADING.search(plain)
    if found is None:
        return None
    spanned = _TIME_IN_HEADING.search(plain)
    found = spanned or found
    ends = end_month(f"{found['date']}, 2001") % 12 + 1
    return (length_of(spanned) if spanned else 0), ends
