"""Subjects: the concept that the words of a clause name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.facts.prose.english.lexemes import Lexeme, Means
from auditor.facts.prose.sentence import Sentence
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import cleaned

_LOSS = deferred(r"\bloss(?:es)?\b", re.IGNORECASE)
_FOR_A_LOSS = ("income (loss)", "profit (loss)", "income", "profit", "earnings")
_FLOW = deferred(r"(?:cash )?(?P<kind>operating|investing|financing) activities", re.IGNORECASE)
_EARNINGS = deferred(r"\b(?:earnings|income|profit|loss|eps)\b", re.IGNORECASE)
_QUALIFIERS = (
    "diluted", "basic", "adjusted", "non-gaap", "continuing", "discontinued", "core", "quarterly",
    "special", "annual", "interim", "final",
)  # fmt: skip
_OTHER_PER_SHARE = ("dividend", "book value", "price", "net asset", "cash flow")
_INTRODUCES = frozenset((
    Means.STOP,
    Means.COLON,
    Means.AND,
    Means.ADVERB,
    Means.ARTICLE,
    Means.IN,
    Means.YEAR_BEFORE,
    Means.COMPARED,
    Means.QUARTER_BEFORE,
))  # fmt: skip
_OPENS = frozenset((
    Means.ARTICLE,
    Means.STOP,
    Means.COLON,
    Means.AND,
    Means.ADVERB,
    Means.IN,
    Means.MARK,
))  # fmt: skip


class Named(NamedTuple):
    """A concept and how it is worded; ``sign`` is -1 where the words name its negative, a loss."""

    concept: str
    label: str
    sign: int = 1


def named(sentence: Sentence, subject: Sequence[Lexeme]) -> Named | None:
    """The concept that the words name; what introduces them is left out.

    "In fiscal 2024, revenue": what stands in front of a comma may be a time and no more.
    """
    for start in _starts(subject):
        words = without_first(subject[start:])
        if not words:
            continue
        span = words[0].start, words[-1].end
        if any(span[0] <= a and b <= span[1] for a, b, _ in sentence.mentions):
            return None
        found = known(sentence, sentence.text[span[0] : span[1]])
        if found:
            return found
    return None


def known(sentence: Sentence, text: str) -> Named | None:
    """What a name means: a concept, the loss that an income may be, or what activities use."""
    concept = sentence.around.known(text)
    if concept:
        return Named(concept, cleaned(text))
    if _LOSS.search(text):
        for instead in _FOR_A_LOSS:
            concept = sentence.around.known(_LOSS.sub(instead, text))
            if concept:
                return Named(concept, cleaned(text), -1)
    flow = _FLOW.fullmatch(text)
    if flow:
        concept = sentence.around.labels.only_with(f"{flow['kind'].casefold()} activities", "cash")
        return Named(concept, cleaned(text)) if concept else None
    return None


def per_share(sentence: Sentence, words: str) -> Named | None:
    """The amount a share that the words name, by the row labels that are qualified alike."""
    words = words.casefold()
    other = next((o for o in _OTHER_PER_SHARE if o in words), None)
    if other is None and not _EARNINGS.search(words):
        return None
    wanted = {q for q in _QUALIFIERS if q in words}
    found = set()
    for form, concept in sentence.around.labels.per_share:
        if other is not None and other not in form:
            continue
        if other is None and any(o in form for o in _OTHER_PER_SHARE):
            continue
        own = {q for q in _QUALIFIERS if q in form}
        if own == wanted or (not wanted and own == {"basic", "diluted"}):
            found.add(concept)
    if len(found) != 1:
        return None
    return Named(found.pop(), cleaned(words))


def listed(sentence: Sentence, subject: Sequence[Lexeme], count: int) -> list[Named] | None:
    """The ``count`` concepts that the words list: "cost of sales, and taxes"."""
    pieces: list[list[Lexeme]] = [[]]
    for one in subject:
        if one.means in (Means.AND, Means.STOP):
            if pieces[-1]:
                pieces.append([])
        else:
            pieces[-1].append(one)
    names = [named(sentence, piece) for piece in pieces if piece]
    if len(names) != count:
        return None
    different = len({name.concept for name in names if name}) == count
    return [name for name in names if name] if different else None


def without_first(words: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes from the first on that can be part of a name."""
    at = 0
    while at < len(words) and words[at].means in _OPENS:
        at += 1
    return words[at:]


def _starts(subject: Sequence[Lexeme]) -> Iterator[int]:
    """Where a name may begin: at once, or behind marks and "and" that nothing else introduces."""
    yield 0
    for i, one in enumerate(subject[:-1]):
        if one.means not in _INTRODUCES:
            return
        if one.means in (Means.STOP, Means.AND):
            yield i + 1
