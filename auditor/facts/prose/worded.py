"""Worded: which claims are certain where a sentence is read by its language's lists of words.

As in English, a claim is certain where its subject is the name of a row and nothing else, its time
is known, and what follows the figure is a mark, a time, a comparison, a movement or a cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.facts.prose.sentence import Accuracy, Sentence
from auditor.facts.prose.worded_names import renamed, revenue_row
from auditor.model.fact import Comparison, Fact, Measure
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import LANGUAGES, Language
from auditor.notation.prose_languages.language import Words, any_of, whole
from auditor.notation.vocabulary import normal

_AND = ("und", "sowie", "et", "ainsi que", "y", "e", "ed")
_WITH = ("mit", "avec", "con", "com", "met", "bei", "chez")
"""Words that go on with what an amount is made of: "5 Mio. € mit Verpackungen"."""
_OTHER_PER_SHARE = deferred(
    r"dividend|buchwert|cashflow|kurs|valeur|actif net|cours|valor contable|cotización",
    re.IGNORECASE,
)
"""Amounts per share that are no earnings."""
_MARK = deferred(r"\s*(?:[.,;:()（）。、–—]|\Z)|\s+-\s")

THREE_DECIMALS = -3


class Tail(NamedTuple):
    """What narrows nothing behind a figure, and what says that a sentence is on another basis."""

    plain: re.Pattern[str]
    per_share: re.Pattern[str]
    in_period: re.Pattern[str]
    restated: re.Pattern[str]


def claimed(sentence: Sentence, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, those certain that words fill every slot of."""
    tail = _tail(sentence.wording.language)
    restated = [m.span() for m in tail.restated.finditer(sentence.text, *sentence[1:3])]
    before: Fact | None = None
    for said in facts:
        own = _per_share(sentence, renamed(sentence, said, before), tail)
        fact = before = _of_two_rows(sentence, _of_margin(sentence, own))
        sure = _is_sure(sentence, fact) and _is_plain(sentence, fact, tail)
        sure = sure and not _says_more(sentence, fact, restated)
        yield fact._replace(certain=True) if sure else fact


def _says_more(sentence: Sentence, fact: Fact, restated: Sequence[tuple[int, int]]) -> bool:
    """Whether words beside the name of a row speak of another basis: "Europe hors France"."""
    named = sentence.text.casefold().find(fact.label.casefold(), sentence.start)
    own = range(named, named + len(fact.label)) if fact.label and named >= 0 else range(0)
    return any(not (start in own and end - 1 in own) for start, end in restated)


def _is_sure(sentence: Sentence, fact: Fact) -> bool:
    """Whether a fact names a row and a time, and its last digit counts."""
    if fact.certain or not fact.concept or fact.period is None or fact.segment:
        return False
    if fact.figure.exponent == THREE_DECIMALS:
        return False  # "24,026 milliers" may be grouped as English numbers are
    is_exact = sentence.given_back(fact.figure) is Accuracy.EXACT
    if fact.against and fact.against.concept:
        return is_exact
    if fact.measure in (Measure.SHARE, Measure.POINTS):
        return False
    named = sentence.around.known(fact.label)
    is_rate = fact.figure.is_percent and fact.concept in sentence.wording.language.tax_rates
    return is_exact and (named == fact.concept or is_rate) and not sentence.pairs_lists


def _of_margin(sentence: Sentence, fact: Fact) -> Fact:
    """The fact as a share of revenue, where its subject is a row with the word for a margin.

    "EBIT-Marge", "margen EBITDA": one row is called revenue, and one what is left of the name.
    """
    own, labels = sentence.wording.language, sentence.around.labels.concepts
    form = normal(fact.label)
    is_level = fact.figure.is_percent and fact.measure is Measure.AMOUNT
    if not (is_level or fact.measure is Measure.POINTS) or form in labels:
        return fact
    names = {form.removesuffix(m).rstrip(" -") for m in own.margins if form.endswith(m)}
    names |= {form.removeprefix(f"{m} ") for m in own.margins if form.startswith(f"{m} ")}
    named = sentence.around.labels.concept
    known = {c for name in names if name and (c := named(name))}
    known = known or {
        c for label, c in labels.items() if any(label.endswith(f"({n})") for n in names if n)
    }
    known = known or _results(names, own.results, labels)
    revenue = revenue_row(sentence.around, own)
    if len(known) != 1 or revenue is None:
        return fact
    time = fact.against.period if fact.against else None
    of = Comparison(time, concept=revenue, text=own.revenues[0])
    measure = Measure.SHARE if is_level else fact.measure
    return fact._replace(concept=known.pop(), measure=measure, against=of)


def _of_two_rows(sentence: Sentence, fact: Fact) -> Fact:
    """The fact as a share, where its name says of what: "der Anteil der Kosten am Umsatz"."""
    own, known = sentence.wording.language, sentence.around.known
    form = normal(fact.label)
    noun = next((n for n in own.share_nouns if form.startswith(f"{n} ")), "")
    if not noun or not fact.figure.is_percent or fact.measure is not Measure.AMOUNT:
        return fact
    said = form.removeprefix(noun).strip()
    for of in sorted(own.share_of, key=len, reverse=True):
        said = said.removeprefix(f"{of} ") if said.startswith(f"{of} ") else said
    for joins in sorted(own.share_in, key=len, reverse=True):
        over, mark, under = said.partition(f" {joins} ")
        concept, whole_of = (known(over), known(under)) if mark else (None, None)
        if under in own.revenues:
            whole_of = whole_of or revenue_row(sentence.around, own)
        if concept and whole_of:
            of_row = Comparison(concept=whole_of, text=under)
            return fact._replace(concept=concept, measure=Measure.SHARE, against=of_row)
    return fact


def _results(names: Iterable[str], results: Words, labels: Mapping[str, str]) -> set[str]:
    """The rows of results that are qualified as a margin is: "marge opérationnelle courante"."""
    wanted = {_stems(name) for name in names if name}
    return {
        concept
        for form, concept in labels.items()
        for result in results
        if form.startswith(f"{result} ") and _stems(form.removeprefix(result)) in wanted
    }


STEM = 6
"""Letters (a count) by which a word is told whatever its ending. By judgement: "opérat"."""


def _stems(text: str) -> tuple[str, ...]:
    words = (word for word in text.split() if len(word) > LETTERS_OF_AN_ARTICLE)
    return tuple(word[:STEM] for word in words)


LETTERS_OF_AN_ARTICLE = 3
"""Letters (a count) of "del", "des" and the like, at most."""


def _per_share(sentence: Sentence, fact: Fact, tail: Tail) -> Fact:
    """The fact of the row that states earnings per share, where words behind it say so."""
    if tail.per_share.match(sentence.text, fact.figure.end) is None:
        return fact
    if tail.per_share.search(fact.label) or _OTHER_PER_SHARE.search(fact.label):
        return fact
    found = {
        (form, concept)
        for form, concept in sentence.around.labels.concepts.items()
        if tail.per_share.search(f" {form}") and not _OTHER_PER_SHARE.search(form)
    }
    if len(found) != 1:
        return fact._replace(concept="")
    form, concept = found.pop()
    is_base = sentence.is_base(fact.figure)
    time = sentence.base_period(fact.figure) if is_base else None
    return fact._replace(concept=concept, label=form, measure=Measure.AMOUNT, sign=1, against=None,
        period=time or fact.period or sentence.around.period,
    )  # fmt: skip


def _is_plain(sentence: Sentence, fact: Fact, tail: Tail) -> bool:
    """Whether nothing behind the figure could narrow what it states."""
    text, end = sentence.text, fact.figure.end
    shared = tail.per_share.match(text, end)
    end = shared.end() if shared else end
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
        re.compile(rf"{gap}{whole(of, of.per_share)}", re.IGNORECASE),
        re.compile(rf"{gap}(?:{any_of(of.in_period)}){gap}", re.IGNORECASE),
        re.compile(whole(of, (*of.restated, *of.expects)), re.IGNORECASE),
    )
