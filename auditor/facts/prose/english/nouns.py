"""Nouns: movements and amounts whose subject is a noun behind them, or behind a cause.

"A 12 % increase in net sales", "due to a $9 million decrease in fuel", "a decrease of $9 million in
fuel", "driven by $16 million of capital expenditures".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from auditor.facts.prose.english.leads import CAUSE, PART, Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.reading import Claim, Reading
from auditor.facts.prose.english.subjects import FLOW, named
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import Sentence
from auditor.notation.deferred import deferred

_MOVES = {Means.RISE: 1, Means.FALL: -1, Means.RISES: 1}
_NOUNS = (Means.RISE, Means.FALL)
_NAMING = (Means.WORD, Means.ARTICLE, Means.AND)
_INTO_A_NAME = (Means.OF, Means.IN)
_ENDS_A_NAME = frozenset((
    Means.STOP, Means.COLON, Means.IN, Means.CAUSE, Means.COMPARED, Means.PERIOD, Means.AND,
    Means.RESPECTIVELY, Means.YEAR_BEFORE, Means.PART,
))  # fmt: skip
"""What may stand behind the name of a row that an amount is of."""


def noun_behind(sentence: Sentence, own: Lead, tail: Sequence[Lexeme]) -> Lead:
    """The lead, with the role that a noun behind the figure gives: "a 12 % increase"."""
    opens = not own.subject or own.subject[-1].means in (Means.CAUSE, Means.RECORDS)
    if own.role is Role.MOVES and opens:  # "a decrease of 9 million in fuel"
        behind = _subject_behind(sentence, tail)
        return own._replace(subject=(*own.subject, *behind)) if _is_row(sentence, behind) else own
    if not tail or tail[0].means not in _NOUNS:
        return own
    if own.role not in (Role.UNKNOWN, Role.LISTED, Role.RESTATES, Role.STATES):
        return own
    sign = 1 if tail[0].means is Means.RISE else -1
    behind = _subject_behind(sentence, tail[1:])
    if behind and opens:
        return own._replace(role=Role.MOVES, sign=sign, subject=(*own.subject, *behind))
    return own._replace(role=Role.MOVES, sign=sign)


def moving_on(own: Lead, before: Claim | None) -> Lead:
    """The lead of one more movement: "increases in payroll of $9 million and in fuel of $2"."""
    words = own.subject
    while words and words[0].means in (Means.AND, Means.STOP, Means.ARTICLE):
        words = words[1:]
    goes_on = before is not None and before.explains and before.role is Role.MOVES
    if before is None or not goes_on or not own.by_noun or own.role is not Role.STATES:
        return own
    if len(words) < 2 or words[0].means is not Means.IN:
        return own
    return own._replace(role=Role.MOVES, subject=words[1:], sign=before.sign)


def explaining(sentence: Sentence, own: Lead) -> Lead | None:
    """The lead of an amount that is a cause and names a row: "due to an increase in fares of".

    None where it is no cause, or names no row.
    """
    states = own.role is Role.STATES and own.by_noun  # else a verb states it of what is explained
    if own.reason != CAUSE or not (states or own.role is Role.MOVES):
        return None
    causes = [i for i, one in enumerate(own.subject) if one.means is Means.CAUSE]
    if not causes or _includes(sentence, own.subject[causes[-1]]):
        return None
    if _speaks_of_a_place(own.subject[: causes[0]]):
        return None
    words = list(own.subject[causes[-1] + 1 :])
    while words and words[0].means in (Means.ARTICLE, Means.ADVERB):
        words.pop(0)
    moves = len(words) > 2 and words[0].means in _MOVES and words[1].means is Means.IN
    subject = tuple(words[2:] if moves else words)
    if not subject or named(sentence, subject) is None:
        return None
    if not moves:
        return own._replace(subject=subject, reason="", by_noun=False)
    sign = _MOVES[words[0].means]
    return own._replace(role=Role.MOVES, subject=subject, sign=sign, reason="", by_noun=False)


def amount_of_a_row(
    reading: Reading, at: int, own: Lead, before: Claim | None, tail: Sequence[Lexeme]
) -> Lead | None:
    """The lead of an amount that a sentence goes through on its way, of a row that it names.

    "Consisting of $24.2 million of net income and $47.6 million of non-cash charges".
    """
    figure, run = reading.facts[at].figure, reading.runs[at]
    records = bool(run) and run[-1].means is Means.RECORDS
    spent = records and bool(tail) and reading.word(tail[0]) == "on"
    into = _INTO_A_NAME if not spent else (Means.COMPARED,)
    cash = records and bool(_flow_behind(reading, tail))
    if figure.is_percent or not figure.unit or not tail:
        return None
    if tail[0].means not in into and not cash:
        return None
    goes_on = own.role is Role.LISTED and before is not None and before.explains
    if not (own.reason in (CAUSE, PART) or records or goes_on):
        return None
    topic = before.topic if before and not goes_on else None
    if topic and _OF_A_PLACE.search(topic.words):
        return None  # "sales in Norway were 12, consisting of 10 of fares"
    behind = _subject_behind(reading.sentence, tail, into) or _flow_behind(reading, tail)
    if not _is_row(reading.sentence, behind):
        behind = _before_and(behind)
    rest = tail[1 + len(behind) :]
    ends = not rest or rest[0].means in _ENDS_A_NAME
    if not ends or not _is_row(reading.sentence, behind):
        return None
    return Lead(Role.STATES, behind, own.periods)


def behind_its_subject(own: Lead, tail: Sequence[Lexeme]) -> int:
    """How many of the lexemes behind a figure name its subject."""
    return tail.index(own.subject[-1]) + 1 if own.subject and own.subject[-1] in tail else 0


def _is_row(sentence: Sentence, words: Sequence[Lexeme]) -> bool:
    """Whether words name a row and nothing else."""
    name = named(sentence, words) if words else None
    return name is not None and not name.loosely


_OF_A_PLACE = deferred(r"\b(?:in|at|of|from)\s(?:the\s)?[A-Z]")


def _speaks_of_a_place(words: Sequence[Lexeme]) -> bool:
    """Whether a clause is of a part of the company, and so what explains it: "sales in Norway"."""
    kinds = [one.means for one in words]
    return any(pair == (Means.IN, Means.WORD) for pair in pairwise(kinds))


def _includes(sentence: Sentence, cause: Lexeme) -> bool:
    """Whether what follows is a part: "restricted cash included in other assets"."""
    return sentence.text[cause.start : cause.end].casefold().startswith("includ")


def _flow_behind(reading: Reading, tail: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    """The words of "of cash from operating activities" that name where it came from."""
    cash = len(tail) > 1 and reading.word(tail[0]) in ("of cash", "in cash")
    flows = cash and reading.word(tail[1]).endswith(" activities")
    return (tail[1],) if flows else ()


def _before_and(words: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """The words up to the last "and", which may go on with something else."""
    marks = [at for at, one in enumerate(words) if one.means is Means.AND]
    return words[: marks[-1]] if marks else words


def _subject_behind(
    sentence: Sentence, tail: Sequence[Lexeme], into: Sequence[Means] = _INTO_A_NAME
) -> tuple[Lexeme, ...]:
    """The words of "in net sales" behind an increase or a decrease."""
    if len(tail) < 2 or tail[0].means not in into or tail[1].means is Means.PERIOD:
        return ()
    flow = FLOW.match(sentence.text, tail[1].start)
    if flow:  # "in cash provided by operating activities"
        return tuple(one for one in tail[1:] if one.start < flow.end())
    words: list[Lexeme] = []
    for one in tail[1:]:
        if one.means not in _NAMING:
            break
        words.append(one)
    while words and words[-1].means in (Means.AND, Means.ARTICLE):
        words.pop()
    return tuple(words)
