"""Compared: the times that the clauses of a sentence speak of and compare with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from auditor.facts.prose.english.leads import dating_a_base
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import Sentence
from auditor.model.fact import Comparison
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.notation.month_names import NUMBERS

_MONTHS = {
    "quarter": 3, "three months": 3, "three-month period": 3, "current quarter": 3,
    "this quarter": 3, "six months": 6, "six-month period": 6, "half": 6, "half-year": 6,
    "half year": 6, "nine months": 9, "nine-month period": 9, "twelve months": 12, "year": 12,
    "full year": 12, "full-year": 12, "fiscal year": 12, "twelve-month period": 12,
    "three-month": 3, "six-month": 6, "nine-month": 9, "twelve-month": 12,
}  # fmt: skip
"""The months of a span that is named without its year."""


_QUARTERS = {"first": 0, "second": 3, "third": 6, "fourth": 9, "final": 9}
"""The months of a fiscal year in front of a quarter that is named by its number."""


def period_at(sentence: Sentence, named: Sequence[Lexeme]) -> Period | None:
    """The last of the lexemes that says which period it is."""
    for one in reversed(named):
        for start, end, period in sentence.mentions:
            if start == one.start and end == one.end:
                return period
    return None


def spoken_period(sentence: Sentence, named: Sequence[Lexeme]) -> Period | None:
    """The last of the lexemes that says which period it is, be it "the nine months" only.

    Such a span ends when the one does that the passage is about.
    """
    dated = period_at(sentence, named)
    latest = sentence.around.period
    if dated is not None or latest is None or latest.is_instant:
        return dated
    for one in reversed(named):
        text = sentence.text[one.start : one.end]
        numbered = _numbered(sentence, text) or _to_date(sentence, text)
        if numbered is not None:
            return numbered
        months = _MONTHS.get(text.casefold().removeprefix("first "))
        if months:
            return Period(latest.last - months + 1, latest.last, text)
    return None


def times_listed(sentence: Sentence, run: Sequence[Lexeme], count: int) -> list[Period]:
    """The ``count`` times that a run lists, or all that it names, each once.

    "In the second quarter and year-to-date periods of 2025": of a year and its parts, the parts.
    """
    found = dict.fromkeys(p for one in run if (p := period_at(sentence, (one,))))
    if len(found) == count:
        return [*found]
    own = takewhile(lambda one: one.means is not Means.COMPARED, run)
    named = [
        p for one in own if one.means is Means.PERIOD and (p := spoken_period(sentence, (one,)))
    ]
    parts = dict.fromkeys(p for p in named if 0 < p.months < MONTHS_OF_A_YEAR)
    years = {p.last // MONTHS_OF_A_YEAR for p in named}
    return [*parts] if len(parts) == count and len(years) == 1 else [*found]


def _to_date(sentence: Sentence, text: str) -> Period | None:
    """The part of the fiscal year that has passed, which ends as the passage's period does."""
    latest = sentence.around.period
    if latest is None or not text.casefold().replace("-", " ").startswith("year to date"):
        return None
    year = sentence.around.calendar.span(latest.last // 12, 0, 12)
    first = latest.last - (latest.last - (year.first or 0)) % 12
    return Period(first, latest.last, text)


def _numbered(sentence: Sentence, text: str) -> Period | None:
    """The quarter or half of the fiscal year in question that is named by its number."""
    number, _, part = text.casefold().replace("-", " ").partition(" ")
    months = {"quarter": 3, "half": 6}.get(part)
    latest = sentence.around.period
    if months == 3 and latest is not None and number in NUMBERS:
        last = latest.last - (latest.last + 1 - NUMBERS[number]) % 12
        return Period(last - 2, last, text)
    if months is None or number not in _QUARTERS or latest is None:
        return None
    calendar = sentence.around.calendar
    year = calendar.span(latest.last // 12, 0, 12)
    ahead = (latest.last - (year.first or 0)) // 12
    first = _QUARTERS[number] * (2 if months == 6 else 1)
    return calendar.span(latest.last // 12 + ahead, first, months, text)


class Placed(NamedTuple):
    """A figure of a sentence: the first figure of its clause, and what it is in a comparison.

    ``is_base`` is whether it is what is compared with, ``restates`` whether it says in another unit
    what the figure before it says: "$19.2 million, or 11.0 % of revenue".
    """

    clause: int
    is_base: bool
    restates: bool


def compared(
    sentence: Sentence, figures: Sequence[Placed], runs: Sequence[Sequence[Lexeme]]
) -> list[Comparison | None]:
    """What the clause of each figure is compared with; of what is compared with, its own time."""
    own = [_own(sentence, at, f, runs) for at, f in enumerate(figures)]
    restated = [at for at, f in enumerate(figures) if at and f.is_base and f.restates]
    for at in reversed(restated):  # the time stands behind both
        own[at - 1] = own[at - 1] or own[at]
    for at, figure in enumerate(figures):
        if own[at] is None and figure.is_base and not figure.restates:
            opening = dating_a_base(runs[at]) or _from_comparison_on(runs[at])
            own[at] = _comparison(sentence, opening, based=True)
    for at in restated:
        own[at] = own[at] or own[at - 1]
    found: dict[int, Comparison] = {}
    for figure, named in zip(figures, own, strict=True):
        if named is not None:
            found.setdefault(figure.clause, named)
    return [one or found.get(figure.clause) for one, figure in zip(own, figures, strict=True)]


def _from_comparison_on(run: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """A run from what compares on: "in the second quarter of 2025 compared to earnings of"."""
    at = next((i for i, one in enumerate(run) if one.means is Means.COMPARED), 0)
    return run[at:]


def _own(
    sentence: Sentence, at: int, figure: Placed, runs: Sequence[Sequence[Lexeme]]
) -> Comparison | None:
    """What a figure is compared with by the words behind it, or that open its clause.

    "Rose 8 % sequentially; year over year, it rose 10 %".
    """
    tail, opening = runs[at + 1], runs[at]
    if figure.is_base:
        return _comparison(sentence, tail, based=True)
    own = _comparison(sentence, tail[: _semicolon(sentence, tail)], based=False)
    cut = _semicolon(sentence, opening) if at else 0
    return own or _comparison(sentence, opening[cut:], based=False)


def _semicolon(sentence: Sentence, run: Sequence[Lexeme]) -> int:
    """Where a semicolon stands in a run; its length where none does."""
    marks = (at for at, one in enumerate(run) if sentence.text[one.start : one.end] == ";")
    return next(marks, len(run))


def _comparison(sentence: Sentence, run: Sequence[Lexeme], *, based: bool) -> Comparison | None:
    """What a run of lexemes compares with; where it is ``based``, the time that it names."""
    own = sentence.around.period
    spoken = sentence.spoken_of[2] if sentence.spoken_of else own
    for at, one in enumerate(run):
        text = sentence.text[one.start : one.end]
        if one.means is Means.CAUSE:
            return None
        if one.means is Means.YEAR_BEFORE and spoken is not None:
            return Comparison(spoken.year_before, text=text)
        if one.means is Means.QUARTER_BEFORE and spoken is not None:
            return Comparison(spoken.preceding, text=text)
        if one.means is Means.PERIOD and (based or _follows_comparison(run, at)):
            alike = _same_span(sentence, run[at:], spoken)
            if alike is not None:
                return Comparison(alike, text=text)
            period = period_at(sentence, [one]) or _numbered(sentence, text)
            if period is not None:
                return Comparison(period, text=period.label or text)
    return None


def _same_span(sentence: Sentence, run: Sequence[Lexeme], spoken: Period | None) -> Period | None:
    """The span that "the same period in 2018" is: as long a part of that year, else None."""
    if spoken is None or len(run) < 3 or run[1].means not in (Means.IN, Means.OF):
        return None
    first, _, last = (sentence.text[one.start : one.end] for one in run[:3])
    if not first.casefold().startswith(_ALIKE):
        return None
    year = period_at(sentence, run[2:3])
    if year is not None and year.months == MONTHS_OF_A_YEAR:
        earlier = (spoken.shifted(-MONTHS_OF_A_YEAR * back) for back in range(1, FARTHEST + 1))
        return next((p for p in earlier if year.contains(p)), None)
    if run[2].means is not Means.NUMBER or not last.strip(".,").isdigit():
        return None
    years = spoken.last // 12 - int(last.strip(".,"))
    return spoken.shifted(-12 * years) if 0 < years <= FARTHEST else None


_ALIKE = ("same", "comparable", "corresponding")


FARTHEST = 5
"""Years (a count) back that a sentence compares with. By judgement: what tables print."""


def _follows_comparison(run: Sequence[Lexeme], at: int) -> bool:
    """Whether a period in a run is what something is compared with."""
    for one in reversed(run[:at]):
        if one.means is Means.COMPARED:
            return True
        if one.means not in (Means.ARTICLE, Means.IN, Means.OF, Means.WORD, Means.PERIOD):
            return False
    return False
