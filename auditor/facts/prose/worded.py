"""Worded: which claims are certain where a sentence is read by its language's lists of words.

As in English, a claim is certain where its subject is the name of a row and nothing else, its time
is known, and what follows the figure is a mark, a time, a comparison, a movement or a cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from auditor.facts.prose.sentence import Accuracy, Sentence
from auditor.model.fact import Fact, Measure
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import LANGUAGES, Language
from auditor.notation.prose_languages.language import any_of, whole

_AND = ("und", "sowie", "et", "ainsi que", "y", "e", "ed")
_WITH = ("mit", "avec", "con", "com", "met", "bei", "chez")
"""Words that go on with what an amount is made of: "5 Mio. € mit Verpackungen"."""
_MARK = deferred(r"\s*(?:[.,;:()（）。、–—]|\Z)|\s+-\s")

THREE_DECIMALS = -3


class Tail(NamedTuple):
    """What narrows nothing behind a figure, and what says that a sentence is on another basis."""

    plain: re.Pattern[str]
    in_period: re.Pattern[str]
    restated: re.Pattern[str]


def claimed(sentence: Sentence, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, those certain that words fill every slot of."""
    tail = _tail(sentence.wording.language)
    restated = tail.restated.search(sentence.text, sentence.start, sentence.end) is not None
    for fact in facts:
        sure = not restated and _is_sure(sentence, fact) and _is_plain(sentence, fact, tail)
        yield replace(fact, certain=True) if sure else fact


def _is_sure(sentence: Sentence, fact: Fact) -> bool:
    """Whether a fact names a row and a time, and its last digit counts."""
    if fact.certain or not fact.concept or fact.period is None or fact.segment:
        return False
    if fact.measure not in (Measure.AMOUNT, Measure.GROWTH, Measure.CHANGE):
        return False
    if fact.figure.exponent == THREE_DECIMALS:
        return False  # "24,026 milliers" may be grouped as English numbers are
    is_exact = sentence.given_back(fact.figure) is Accuracy.EXACT
    named = sentence.around.known(fact.label)
    return is_exact and named == fact.concept and not sentence.pairs_lists


def _is_plain(sentence: Sentence, fact: Fact, tail: Tail) -> bool:
    """Whether nothing behind the figure could narrow what it states."""
    text, end = sentence.text, fact.figure.end
    if _MARK.match(text, end) or tail.plain.match(text, end):
        return True
    led = tail.in_period.match(text, end)
    starts = {start for start, _, _ in sentence.mentions}
    blank = end + 1
    return blank in starts or (led is not None and led.end() in starts)


@lru_cache(maxsize=len(LANGUAGES))
def _tail(of: Language) -> Tail:
    narrowing = {*of.share_of, *of.in_period, *of.lead, *_WITH}
    links = tuple(word for word in of.fillers if word not in narrowing)
    words = (
        *links, *of.base, *of.after_base, *of.year_before, *of.up_after, *of.down_after, *of.up,
        *of.down, *of.states, *of.arrives, *of.causes, *_AND,
    )  # fmt: skip
    words = tuple(word for word in words if word not in of.share_of)
    gap = r"\s{1,3}" if of.has_blanks else r"\s{0,3}"
    return Tail(
        re.compile(rf"{gap}{whole(of, words)}", re.IGNORECASE),
        re.compile(rf"{gap}(?:{any_of(of.in_period)}){gap}", re.IGNORECASE),
        re.compile(whole(of, of.restated), re.IGNORECASE),
    )
