"""Topics: what the clauses of a sentence speak of, and of what time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from auditor.facts.prose.english.compared import spoken_period
from auditor.facts.prose.english.leads import EXPECTED, PART, Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.per_share import restates_per_share
from auditor.facts.prose.english.reading import Reading, Topic
from auditor.facts.prose.english.subjects import Named, named, named_again, of_owner
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import Sentence
from auditor.model.period import Period

TIMES = (Means.YEAR_BEFORE, Means.ARTICLE, Means.IN, Means.OF)


def topic_of(reading: Reading, own: Lead, topic: Topic, at: int) -> Topic:
    """What the figure's clause speaks of: a new subject where words name one, else what it was."""
    sentence, period = reading.sentence, spoken_period(reading.sentence, own.periods)
    if own.role is Role.BASE and not own.sign:
        if not own.subject or all(one.means in TIMES for one in own.subject):
            return topic
        again = named_again(sentence, own.subject, topic.name)
        name = again or named(sentence, own.subject)
        if again or (name and topic.name and name.concept == topic.name.concept):
            return topic._replace(name=name)
        return topic._replace(reason=PART)
    if not own.subject:
        anew = _another_time(reading, at) if at and own.role is Role.STATES else None
        same = topic._replace(period=anew, first=at) if anew else topic
        return same if at else Topic(period=period, first=at, reason=own.reason)
    name = named(sentence, own.subject) or _expected(sentence, own)
    if name and topic.name and restates_per_share(own.subject, name):
        return topic
    if name and topic.words and _is_of_the_part(sentence, own, topic):
        name = of_owner(sentence, topic.words, name)
    reason = own.reason if name is None or own.reason == EXPECTED else ""
    words = sentence.text[own.subject[0].start : own.subject[-1].end]
    return Topic(name, period, at, own.sign, reason, words)


def _another_time(reading: Reading, at: int) -> Period | None:
    """The time that a clause says the same subject of: "; for the nine months it was"."""
    run = reading.runs[at]
    marks = [i for i, one in enumerate(run) if one.means in (Means.STOP, Means.AND)]
    times = [one for one in run[marks[0] + 1 :] if one.means is Means.PERIOD] if marks else []
    return spoken_period(reading.sentence, times)


def _is_of_the_part(sentence: Sentence, own: Lead, topic: Topic) -> bool:
    """Whether "its" leads on from a part of the company that was spoken of just before."""
    words = (sentence.text[one.start : one.end].casefold() for one in _behind_marks(own))
    return next(words, "") in _ITS and (topic.name is None or topic.name.loosely)


_ITS = ("its", "their", "it", "they")


def _behind_marks(own: Lead) -> Iterator[Lexeme]:
    """The lexemes of a subject behind the marks and "and" that open it."""
    return dropwhile(lambda one: one.means in (Means.STOP, Means.AND), own.subject)


def _expected(sentence: Sentence, own: Lead) -> Named | None:
    """What is expected of "earnings are expected to be", so that what it is compared with is."""
    ends = (i for i, one in enumerate(own.subject) if one.means in (Means.STATES, Means.EXPECTS))
    cut = next(ends, 0)
    return named(sentence, own.subject[:cut]) if own.reason == EXPECTED and cut else None
