"""Headings without a year: the span that they name of a year that stands elsewhere."""

from __future__ import annotations

from auditor.model.period import MONTHS_OF_A_YEAR
from auditor.notation.month_names import BEGINNINGS, FOREIGN_BEGINNINGS
from auditor.notation.numerals import narrowed
from auditor.notation.periods.dates import end_month
from auditor.notation.periods.lazy_patterns import pattern
from auditor.notation.periods.number_words import length_of
from auditor.notation.periods.pieces import DAY_AND_MONTH, DIGIT
from auditor.notation.periods.spans import TIME_TEXT

_TIME_IN_HEADING = pattern(rf"(?<![0-9A-Za-z]){TIME_TEXT}(?P<date>{DAY_AND_MONTH})(?![0-9A-Za-z])")
_DAY_IN_HEADING = pattern(rf"(?<![0-9A-Za-z])(?P<date>{DAY_AND_MONTH})(?![0-9A-Za-z])")

_YEAR_BEHIND = pattern(r",?\s{0,3}(?:19|20)[0-9]{2}(?![0-9])")

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


def part_of_a_year(text: str, *, alone: bool = False) -> str:
    """The words that name a part of a year without saying which: "Three Months Ended March 31".

    "" where there are none, or two ("three and nine months"). ``alone``: nothing else is said.
    """
    if not DIGIT.search(text):
        return ""
    plain = narrowed(text)
    found = _TIME_IN_HEADING.search(plain)
    if found is None or found["also"] or _YEAR_BEHIND.match(plain, found.end()):
        return ""
    if not 0 < length_of(found) < MONTHS_OF_A_YEAR:
        return ""
    if alone and (plain[: found.start()] + plain[found.end() :]).strip(" ,.:*").casefold() not in (
        "", "for the", "the",
    ):  # fmt: skip
        return ""
    return found[0]
