"""Mentions: where a text names periods, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.model.period import Calendar, Period
from auditor.notation.month_names import BEGINNINGS, FOREIGN_BEGINNINGS
from auditor.notation.numerals import narrowed
from auditor.notation.periods.dates import end_month
from auditor.notation.periods.eras import in_common_years
from auditor.notation.periods.foreign import OPENINGS
from auditor.notation.periods.forms import FORMS, IN_PARENTHESES, LABELS
from auditor.notation.periods.japanese import ERAS
from auditor.notation.periods.lazy_patterns import Form, Meaning, exact, pattern
from auditor.notation.periods.number_words import count_of
from auditor.notation.periods.pieces import (
    ANY_DATE,
    ANY_GAP,
    DIGIT,
    FINAL_YEAR,
    GAP,
    PLAIN_YEAR,
)
from auditor.notation.periods.spans import ENDED, part_ended, time_ended
from auditor.notation.thresholds import PERIODS_REMEMBERED

Mention = tuple[int, int, Period]
"""Start and end (from 0) in the text, and the period named there."""
_NEXT_YEAR = pattern(
    rf"(?:,|,?{GAP}(?:and|or|&|vs\.?|versus|compared{GAP}(?:to|with))){GAP}(?:(?:in|of|for){GAP})?"
    rf"(?:(?:the{GAP})?(?:same|corresponding|comparable){GAP}(?:periods?|quarters?|half){GAP}"
    rf"(?:(?:in|of){GAP})?)?(?P<next>{PLAIN_YEAR})"
)
_NEXT_DATE = pattern(rf"(?:,|,?{GAP}(?:and|or|&|vs\.?|versus)){GAP}(?P<next>{ANY_DATE})")
_THEN_ENDED = pattern(rf",?{ANY_GAP}\(?{ENDED}(?P<date>{ANY_DATE})\)?")
_OPENING = re.compile(r"[ \t\n]{0,3}\(")
_BEGINS = exact(
    r"(?<![0-9a-z_$€£¥#])(?:(?<![.,/])[0-9]|fy|cy|f[12][0-9]|[qhts][1-4]|fiscal|calendar|full|year"
    r"|quarter|half|first|second|third|fourth|one|two|three|four|five|six|nine|ten|twelve"
    rf"|thirteen|fourteen|sixteen|twenty|thirty|forty|fifty|{'|'.join((*BEGINNINGS, *ERAS))}"
    rf"|{'|'.join((*FOREIGN_BEGINNINGS, *OPENINGS))})"
)
"""Where a mention may begin, in small letters: to ignore case takes four times as long."""
_NEEDED = tuple(dict.fromkeys(word for form, _ in FORMS for word in form.needs))


class MentionedPeriod(NamedTuple):
    """A mention as read; ``named`` is what its label means, whatever months stand beside it."""

    start: int
    end: int
    period: Period
    named: Period
    match: re.Match[str]
    meaning: Meaning


@lru_cache(maxsize=PERIODS_REMEMBERED)
def periods(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """The periods that a text mentions, in order; each ``label`` is the text that names it.

    A label with its months in parentheses, "1H06 (2006/4-2006/9)", is one mention.
    """
    return tuple(
        (m.start, m.end, Period(m.period.first, m.period.last, text[m.start : m.end]))
        for m in mentioned(text, calendar)
    )


@lru_cache(maxsize=PERIODS_REMEMBERED)
def mentioned(text: str, calendar: Calendar) -> tuple[MentionedPeriod, ...]:
    """The same with how each was written; remembered, since headings stand over many figures."""
    if not DIGIT.search(text) and "元年" not in text:
        return ()
    return tuple(_read(in_common_years(narrowed(text)), calendar))


def _read(plain: str, calendar: Calendar) -> Iterator[MentionedPeriod]:
    at = 0
    small = _small(plain)
    forms: Sequence[tuple[Form, Meaning]] = ()
    while begin := _BEGINS.search(small, at):
        forms = forms or _may_fit(small)
        first = small[begin.start()]
        fitting = [one for one in forms if not one[0].opens or first in one[0].opens]
        mention = _mentioned_at(plain, begin.start(), calendar, fitting)
        if mention is None:
            at = begin.end()
            continue
        for one in _listed(plain, mention):
            yield one
            at = one.end


def _small(plain: str) -> str:
    """The text in small letters, as long as it was: "İ" is two of them."""
    small = plain.lower()
    if len(small) == len(plain):
        return small
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in plain)


def _may_fit(lowered: str) -> Sequence[tuple[Form, Meaning]]:
    """The forms that need no word, or one of the text's."""
    found = frozenset(word for word in _NEEDED if word in lowered)
    return [one for one in FORMS if not one[0].needs or not found.isdisjoint(one[0].needs)]


def _mentioned_at(
    plain: str, start: int, calendar: Calendar, forms: Iterable[tuple[Form, Meaning]]
) -> MentionedPeriod | None:
    """The first form that fits at an offset, with the months that stand beside a label."""
    for form, meaning in forms:
        match = form.match(plain, start)
        named = meaning(match, calendar) if match else None
        if match is not None and named is not None:
            end, period = match.end(), named
            if meaning in LABELS:
                end, period = _with_its_months(plain, end, named)
            return MentionedPeriod(start, end, period, named, match, meaning)
    return None


def _with_its_months(plain: str, end: int, named: Period) -> tuple[int, Period]:
    """Where a label ends that ends at ``end`` at the earliest, and the period it means."""
    ended = _THEN_ENDED.match(plain, end)
    if ended:
        last = end_month(ended["date"])
        return ended.end(), Period(last - named.months + 1, last)
    opening = _OPENING.match(plain, end)
    if opening is None:
        return end, named
    for form, meaning in IN_PARENTHESES:
        match = form.match(plain, opening.end())
        period = meaning(match, Calendar()) if match else None
        if match is not None and period is not None and plain.startswith(")", match.end()):
            return match.end() + 1, period
    return end, named


def _listed(plain: str, mention: MentionedPeriod) -> Iterator[MentionedPeriod]:
    """A mention and those that share its words: "six months ended June 30, 2020 and 2019"."""
    start, period, match = mention.start, mention.period, mention.match
    if mention.meaning is time_ended and match["also"]:
        start = match.start("count")
        other = Period(period.last - count_of(match["also"]) + 1, period.last)
        yield mention._replace(end=match.end("also"), period=other, named=other)
    current = mention._replace(start=start)
    yield current
    while follower := _follower(plain, current):
        current = follower
        yield current


def _follower(plain: str, mention: MentionedPeriod) -> MentionedPeriod | None:
    """The next item of a list of years, or of dates that a span ended on."""
    period, end = mention.period, mention.end
    if mention.meaning in (time_ended, part_ended):
        found = _NEXT_DATE.match(plain, end)
        if found:
            moved = period.shifted(end_month(found["next"]) - period.last)
            return MentionedPeriod(
                *found.span("next"), moved, moved, mention.match, mention.meaning
            )
    year = FINAL_YEAR.search(plain, end - 5, end)
    found = _NEXT_YEAR.match(plain, end) if year else None
    if year is None or found is None:
        return None
    moved = period.shifted((int(found["next"]) - int(year[0])) * 12)
    return MentionedPeriod(*found.span("next"), moved, moved, mention.match, mention.meaning)
