"""Prose: the facts that a document's prose states."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from auditor.facts.prose import english, japanese, worded
from auditor.facts.prose.company import company_of
from auditor.facts.prose.japanese import is_japanese
from auditor.facts.prose.row_labels import RowLabels
from auditor.facts.prose.sentence import Accuracy, Sentence, opens_a_base, sentence
from auditor.facts.prose.shares import says_a_share, share_of
from auditor.facts.prose.subject import Subject, is_an_aside, label_of, subject
from auditor.facts.prose.surroundings import Surroundings
from auditor.facts.prose.wording import Wording, led_by_comparison, wording_of
from auditor.model.document import Passage, Source
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import Figure
from auditor.model.period import MONTHS_OF_A_YEAR, Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.numerals import figures
from auditor.notation.periods import periods
from auditor.notation.units import Unit, in_own_dollars, in_unit

__all__ = ["RowLabels", "Surroundings", "company_of", "heading_period", "prose_facts"]

_COMPARES = deferred(
    r"\b(?:compared|versus|vs|from|against|than|over|ahead\s+of|above|below|(?:up|down)\s+on"
    r"|(?:reported|achieved|recorded|posted)\s+(?:for|in)|following|after)\b",
    re.IGNORECASE,
)


def prose_facts(passage: Passage, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts a passage states, in order; figures are numbered from ``number`` on."""
    convention = around.convention.of(passage.text)
    found = figures(passage.text, convention)
    if not found:
        return
    wording = wording_of(convention.language)
    label = label_of(passage.text, found[0].start)
    headings = tuple(h.text for h in passage.headings)
    spans = iter(_sentences(passage.text, wording))
    current: Sentence | None = None
    before: Fact | None = None
    told: list[Fact] = []
    spoken = _Spoken()
    for each, figure in enumerate(found, start=number):
        if current is None or figure.start >= current.end:
            claims = _claimed(current, told, spoken)
            spoken = _spoken_after(current, claims, spoken)._replace(claims=tuple(claims))
            yield from claims
            told = []
            span = next(s for s in spans if figure.start < s[1])
            current = sentence(passage.text, span, label, headings, around, wording)
        before = _fact(current, figure, before, each, passage.source(figure.start, figure.end))
        told.append(before)
    yield from _claimed(current, told, spoken)


class _Spoken(NamedTuple):
    """What time a passage spoke of before a sentence that names none.

    ``named`` is a period that it named; ``unnamed`` the one that it spoke of without a date, "for
    the year", or None; ``of_part`` whether it spoke of part of a year whose dates go unsaid.
    ``claims`` are what the sentence before stated.
    """

    named: Period | None = None
    unnamed: Period | None = None
    of_part: bool = False
    claims: tuple[Fact, ...] = ()


_A_TIME = deferred(r"\b(?:quarters?|halves|half|years?|months?|weeks?|period)\b", re.IGNORECASE)


def _claimed(sentence: Sentence | None, facts: Sequence[Fact], spoken: _Spoken) -> Sequence[Fact]:
    """The facts of a sentence, those too that go on with what the sentence before spoke of."""
    told = _understood(sentence, facts, spoken)
    if sentence is None or not sentence.wording.is_english:
        return told
    return english.carried(sentence, told, spoken.claims)


def _understood(
    sentence: Sentence | None, facts: Sequence[Fact], spoken: _Spoken
) -> Sequence[Fact]:
    """The facts of a sentence with the slots that a grammar fills, where its language has one.

    Where it names no time, it speaks of the one that was ``spoken`` of before.
    """
    if sentence is None:
        return facts
    if not sentence.wording.is_english:
        told = [*worded.claimed(sentence, facts)]
        if not _names_time(sentence):
            told = [f._replace(names_no_time=True) for f in told]
        goes_on = spoken.of_part and not sentence.mentions and not sentence.has_part_of_year
        return [f._replace(certain=False) for f in told] if goes_on else told
    if is_japanese(sentence.text):
        return [*japanese.claimed(sentence, facts)]
    if sentence.spoken_of is not None:
        return [*english.claimed(sentence, facts)]
    goes_on = spoken.unnamed is not None and not _A_TIME.search(
        sentence.text, sentence.start, min(sentence.end, len(sentence.text))
    )
    period = spoken.unnamed if goes_on else spoken.named
    if period is not None:
        facts = [
            f._replace(period=period) if f.period is sentence.around.period else f for f in facts
        ]
        sentence = sentence._replace(around=sentence.around._replace(period=period))
    claims = english.claimed(sentence, facts)
    return [f._replace(loosely=True) if goes_on and f.certain else f for f in claims]


def _names_time(sentence: Sentence) -> bool:
    """Whether a sentence says of what time it is: a date, a quarter or the whole year."""
    wording, end = sentence.wording, min(sentence.end, len(sentence.text))
    return bool(sentence.mentions) or any(
        pattern.search(sentence.text, sentence.start, end)
        for pattern in (wording.part_of_year, wording.whole_year)
    )


def _spoken_after(sentence: Sentence | None, claims: Sequence[Fact], before: _Spoken) -> _Spoken:
    """What time a passage has spoken of, a sentence later."""
    if sentence is None:
        return before
    if named := _spoken_first(sentence):
        return _Spoken(named)
    of_part = sentence.has_part_of_year or (before.of_part and not sentence.mentions)
    own = {f.period for f in claims if f.certain and f.period and not f.period.is_instant}
    own.discard(sentence.around.period)
    longer = [p for p in own if p.months == MONTHS_OF_A_YEAR]
    text, end = sentence.text, min(sentence.end, len(sentence.text))
    if sentence.spoken_of is None and _A_TIME.search(text, sentence.start, end):
        is_year = sentence.around.period and sentence.around.period.months < MONTHS_OF_A_YEAR
        latest = max(longer, key=lambda p: p.last) if longer and is_year else None
        return _Spoken(before.named, latest, of_part)
    return before._replace(of_part=of_part)


def _spoken_first(sentence: Sentence | None) -> Period | None:
    """The period that a sentence speaks of, where it names it before it compares with another."""
    if sentence is None or sentence.spoken_of is None:
        return None
    start, _, period = sentence.spoken_of
    if sentence.text[max(0, start - 1) : start] in ("(", "["):
        return None  # "(2023: 5)" is what is compared with
    return None if _COMPARES.search(sentence.text, sentence.start, start) else period


_PART_AND_YEAR = deferred(
    r"\b(?P<part>(?:first|second|third|fourth)[ -](?:quarter|half)) and (?P<whole>(?:the )?"
    r"(?:full[ -](?:fiscal )?year|fiscal year|fiscal|year)) (?P<label>20[0-9]{2})\b",
    re.IGNORECASE,
)


def heading_period(
    headings: Sequence[Passage], calendar: Calendar, printed: Container[Period] = ()
) -> Period | None:
    """The latest period that the nearest heading with one names: "2019 compared with 2018".

    Of several it is one that tables have ``printed``, as in "Fourth quarter and full year 2024"
    over columns of quarters.
    What a heading but compares with is none of it: "Revenue of 286.4 (H1 2023: 263.9)".
    """
    for heading in reversed(headings):
        text = heading.text
        if " and " in text.lower():
            text = _PART_AND_YEAR.sub(r"\g<part> \g<label> and \g<whole> \g<label>", text)
        found = [
            mention[2]
            for mention in periods(text, calendar)
            if not mention[2].is_instant
            and not opens_a_base(text, mention)
            and not led_by_comparison(text, mention[0])
        ]
        if found:
            told = [p for p in found if p in printed]
            return max(reversed(told or found), key=lambda p: p.last)
    return None


def _sentences(text: str, wording: Wording) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in wording.sentence_end.finditer(text)), len(text) + 1]
    return list(pairwise(cuts))


def _fact(
    sentence: Sentence, figure: Figure, before: Fact | None, number: int, source: Source
) -> Fact:
    """What a figure states; ``before`` is what the passage stated last."""
    around, measure = sentence.around, sentence.measure(figure)
    if says_a_share(sentence, figure, before.figure if before else None):
        return _share(sentence, figure, before, number, source)
    if before is not None and _goes_back_from(sentence, figure, before):
        base = sentence.base_period(figure)
        return before._replace(number=number, figure=figure, source=source, period=base)
    named = subject(sentence, figure, measure, before)
    accuracy = sentence.given_back(figure)
    moves = measure is not Measure.AMOUNT
    base = None if moves else sentence.base_period(figure)
    headings = (*sentence.headings, sentence.text)
    states_nothing = accuracy is Accuracy.BOUND or is_an_aside(sentence, figure, before)
    concept = "" if states_nothing else named.concept
    own = in_own_dollars(figure, around.unit.currency)
    stated = in_unit(own, _unit(own, around), named.label)
    return Fact(
        number,
        roughly(stated) if accuracy is Accuracy.ABOUT else stated,
        source,
        named.label,
        concept,
        measure,
        base or _period(sentence, figure),
        _against(sentence, figure) if moves else None,
        segment=around.lexicon.segment(named.concept, headings)
        or around.section(named.concept, sentence.headings),
        sign=sentence.direction(figure) if moves else 1,
        headings=headings,
    )


def _goes_back_from(sentence: Sentence, figure: Figure, before: Fact) -> bool:
    """Whether a percentage is what a share right in front was: "37,8 % du CA, contre 36,3 %"."""
    if before.measure is not Measure.SHARE or not figure.is_percent or not before.certain:
        return False
    told = (
        sentence.given_back(figure) is Accuracy.EXACT and sentence.base_period(figure) is not None
    )
    return told and sentence.is_base(figure) and before.figure.start >= sentence.start


def _share(
    sentence: Sentence, figure: Figure, before: Fact | None, number: int, source: Source
) -> Fact:
    """What a share states of the subject; nothing where no row is known that it is of."""
    named, of = subject(sentence, figure, Measure.AMOUNT, before), share_of(sentence, figure)
    between = sentence.text[before.figure.end : figure.start] if before else "."
    if before and "." not in between and sentence.around.known(named.label) is None:
        named = Subject(before.concept, before.label)  # "71,8 Mio. €; das entspricht"
    exact = sentence.given_back(figure) is Accuracy.EXACT
    return Fact(
        number,
        figure,
        source,
        named.label,
        named.concept if of and exact else "",
        Measure.SHARE,
        _period(sentence, figure),
        of,
        headings=(*sentence.headings, sentence.text),
        certain=of is not None and exact and bool(named.concept),
    )


def _period(sentence: Sentence, figure: Figure) -> Period | None:
    """What the figure's time is; of a part of a year whose year goes unsaid, no more is known."""
    named = sentence.period(figure)
    if sentence.has_part_of_year:
        return named if named and 0 < named.months < 12 else None
    return named or sentence.around.period


def _against(sentence: Sentence, figure: Figure) -> Comparison | None:
    """What a movement is compared with; of a part of a year, as long a part of another one."""
    found = sentence.against(figure)
    named = _period(sentence, figure) if sentence.has_part_of_year else None
    if found is None or found.period is None or named is None:
        return found
    return found if found.period.months == named.months else None


def roughly(figure: Figure) -> Figure:
    """The figure as good as its last digit that is not a nought, either way: "about 40"."""
    digits, exponent = abs(figure.digits), figure.exponent + figure.scale
    while digits and digits % 10 == 0:
        digits, exponent = digits // 10, exponent + 1
    return figure._replace(accuracy=2 * Fraction(10) ** exponent)


def _unit(figure: Figure, around: Surroundings) -> Unit:
    """A scale word without a currency means the document's currency; else nothing is added."""
    return Unit(around.unit.currency if figure.scale and not figure.unit else "", 0)
