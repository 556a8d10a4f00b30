"""Calendars: the fiscal year that a document's texts tell of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from auditor.model.period import Calendar
from auditor.notation.deferred import deferred
from auditor.notation.periods.dates import end_month, year_of
from auditor.notation.periods.fiscal_labels import part_of_year
from auditor.notation.periods.japanese import japanese_period
from auditor.notation.periods.lazy_patterns import pattern
from auditor.notation.periods.mentions import MentionedPeriod, mentioned
from auditor.notation.periods.number_words import part_of
from auditor.notation.periods.pieces import ANY_DATE, ANY_GAP, DIGIT, GAP, PLAIN_YEAR
from auditor.notation.periods.spans import part_ended, part_of_year_ended, time_ended
from auditor.notation.periods.without_year import month_span

_QUARTERS = ("q1", "q2", "q3", "q4")
_TELL_A_CALENDAR = ("ended", "ending", "ends", "期", "（", "quarter", *_QUARTERS)
_MONTHS_IN_BRACKETS = deferred(r"\([ \t\n]{0,3}(?:[^\W\d_]|(?:19|20)?[0-9]{2}(?![0-9,)])|[0-9]\s)")
_REFERS = pattern(
    rf"years?{GAP}(?P<label>{PLAIN_YEAR})[^.;]{{0,40}}?{GAP}(?:represents?|refers?{GAP}to|means?"
    rf"|relates?{GAP}to){GAP}(?:the|our){GAP}[^.;]{{0,30}}?ended{GAP}(?P<date>{ANY_DATE})",
    "refer",
    "represent",
    "mean",
    "relate",
)
_CALLED = pattern(
    rf"years?(?:{GAP}period)?{GAP}ended{GAP}(?P<date>{ANY_DATE}){ANY_GAP}\(\W{{0,3}}"
    rf"(?:(?:our|the|hereinafter){GAP})?\W?fiscal{GAP}(?:years?{GAP})?(?P<label>{PLAIN_YEAR})",
    "fiscal",
)
"""How a year is said to be called: "2023 refers to the year ended", "year ended (fiscal 2023)"."""
_SPANS_OF_A_YEAR = ("year", "month", "week")
QUARTER = 3
YEAR = 12
_NAMED_YEAR = pattern(r"\b(?:fiscal(?:\s+year)?|FY)\s?(20[0-9]{2})\b")
_EARLY_DATE = pattern(r"\b(?:january|february)\s+[0-9]{1,2},\s*(20[0-9]{2})\b")
_EARLY_ENDS = (2, 3)
"""First months of fiscal years that end in January or February, of which some name the year that
holds the other ten or eleven months. By judgement: retailers do, others do not."""


def calendar_of(texts: Iterable[str]) -> Calendar:
    """The fiscal year that texts tell of; the calendar year when they tell nothing.

    Where a label stands with its months, "1H06 (2006/4-2006/9)", they decide. Otherwise the year
    ends in the month that is most often said to end one, and is named after the year it ends in,
    unless the one quarter that is spoken of by its number tells otherwise, or the year ends so
    early that the year first named is the one before.
    """
    texts = tuple(texts)
    stated: Counter[Calendar] = Counter()
    implied: Counter[Calendar] = Counter()
    numbered: set[tuple[int, int]] = set()
    ends: set[int] = set()
    year_ends: set[int] = set()
    for text in texts:
        lowered = text.lower()
        if _may_tell_a_calendar(lowered) and DIGIT.search(text):
            for mention in mentioned(text, Calendar()):
                _count(stated, _stated_calendar(mention))
                _count(implied, _implied_calendar(mention))
                numbered.update(_numbered_quarter(mention))
                ends.update(_end_of(QUARTER, mention))
                year_ends.update(_end_of(YEAR, mention))
            _count(stated, _called(text))
            _count(implied, _header_calendar(text))
    ranked = stated.most_common(1) or implied.most_common(1)
    told = _by_its_number(numbered, ends) or _by_its_number(numbered, year_ends, only=4)
    if told and not stated and all(one.first_month == told.first_month for one in implied):
        return told
    found = ranked[0][0] if ranked else Calendar()
    ambiguous = not stated and found.first_month in _EARLY_ENDS
    return Calendar(found.first_month) if ambiguous and _names_its_start(texts) else found


def _may_tell_a_calendar(lowered: str) -> bool:
    """Whether a text says when something ends, or may state months in brackets: no "(1,234)"."""
    for word in _TELL_A_CALENDAR:
        if word in lowered:
            return True
    return "(" in lowered and _MONTHS_IN_BRACKETS.search(lowered) is not None


def _count(found: Counter[Calendar], told: Iterable[Calendar]) -> None:
    """Count each; most texts tell none, and ``update`` takes its time to see that."""
    for one in told:
        found[one] += 1


def _names_its_start(texts: Sequence[str]) -> bool:
    """Whether the year that is first named opened in the year before the last that ended.

    Who names the year it ends in names that year as often, and the next one sooner.
    """
    named = [int(found[1]) for text in texts if (found := _NAMED_YEAR.search(text)) is not None]
    ends = [int(found[1]) for text in texts if (found := _EARLY_DATE.search(text)) is not None]
    if not named or not ends:
        return False
    return named[0] == max(ends) - 1 and named.count(named[0]) > named.count(max(ends))


def _called(text: str) -> Iterator[Calendar]:
    """The calendar under which a year is called as the text says."""
    lowered = text.lower()
    for form in (_REFERS, _CALLED):
        found = form.search(text) if any(word in lowered for word in form.needs) else None
        if found is None:
            continue
        label, last = int(found["label"]), end_month(found["date"])
        opens = last - YEAR + 1
        if label in (opens // YEAR, last // YEAR):
            yield _opening(opens % YEAR, named_by_end=label == last // YEAR)


def _numbered_quarter(mention: MentionedPeriod) -> tuple[tuple[int, int], ...]:
    """The number and the year of "third quarter of fiscal 2024"."""
    if mention.meaning is not part_of_year or mention.match.groupdict().get("count"):
        return ()
    number, months = part_of(mention.match)
    return ((number, year_of(mention.match["year"])),) if months == QUARTER else ()


def _end_of(months: int, mention: MentionedPeriod) -> tuple[int, ...]:
    """The last month of "quarter ended November 2, 2024", or of a year that is said to end."""
    ended = mention.meaning is time_ended and mention.period.months == months
    return (mention.period.last,) if ended else ()


def _by_its_number(
    numbered: set[tuple[int, int]], ends: set[int], only: int | None = None
) -> Calendar | None:
    """The calendar in which the one quarter that is numbered ends when quarters are said to end.

    The fourth ends when years do. Of several that are numbered, "Q2 FY25, Q1 FY25, Q2 FY24", it is
    the one that is named with its year before.
    """
    if len({number for number, _ in numbered}) != 1:
        numbered, ends = _reported(numbered, ends)
    if len({number for number, _ in numbered}) != 1 or len({end % YEAR for end in ends}) != 1:
        return None
    if only is not None and max(numbered)[0] != only:
        return None
    if len(numbered) != len(ends):  # which year ends when is not told
        return None
    number, year = max(numbered)
    opens = max(ends) - number * QUARTER + 1
    if year not in (opens // YEAR, (opens + YEAR - 1) // YEAR):
        return None
    return _opening(opens % YEAR, named_by_end=year != opens // YEAR)


def _reported(
    numbered: set[tuple[int, int]], ends: set[int]
) -> tuple[set[tuple[int, int]], set[int]]:
    """The latest of the quarters that stand beside their years before, with the latest end.

    Nothing where several numbers do, as in a table of eight quarters.
    """
    again = {(number, year) for number, year in numbered if (number, year - 1) in numbered}
    alone = len({number for number, _ in again}) == 1
    return ({max(again)}, {max(ends)}) if alone and ends else (set(), set())


def _opening(offset: int, *, named_by_end: bool) -> Calendar:
    """The calendar of fiscal years that open that many months (0 to 11) into a calendar year."""
    return Calendar(offset + 1, named_by_end and offset > 0)


def _stated_calendar(mention: MentionedPeriod) -> tuple[Calendar, ...]:
    """The calendar under which a label means the months beside it.

    The mention was read by calendar years, so that the distance between the two tells it.
    """
    named, period = mention.named, mention.period
    if named is period or named.first is None or period.first is None:
        return ()
    shift = period.first - named.first
    if named.months != period.months or not -12 < shift < 12:
        return ()
    return (_opening(shift % 12, named_by_end=shift < 0),)


def _implied_calendar(mention: MentionedPeriod) -> tuple[Calendar, ...]:
    """The calendar that "year ended March 31, 2007" or a quarter's end implies."""
    period, match = mention.period, mention.match
    if period.first is None:
        return ()
    if mention.meaning in (part_of_year_ended, part_ended):
        number, months = part_of(match)
        return (_opening((period.first - (number - 1) * months) % 12, named_by_end=True),)
    is_whole_year = mention.meaning is time_ended and match["kind"] and period.months == 12
    if is_whole_year or (mention.meaning is japanese_period and match["term"]):
        return (_opening(period.first % 12, named_by_end=True),)
    return ()


def _header_calendar(text: str) -> tuple[Calendar, ...]:
    """The calendar that a heading such as "Year Ended December 31," implies."""
    found = month_span(text) if _may_name_a_year(text.lower()) else None
    return (_opening(found[1] % 12, named_by_end=True),) if found and found[0] == 12 else ()


def _may_name_a_year(lowered: str) -> bool:
    """Whether a text may name a span of twelve months."""
    return any(word in lowered for word in _SPANS_OF_A_YEAR)
