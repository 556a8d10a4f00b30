"""Worded multiples: "more than doubled to 12.1 from 5.6", and what is called flat.

Evidence. The word is a number with a range: what more than doubled is two to six times what it was,
what is flat moved by less than three per cent. The two amounts stand behind the word, or in the one
row of tables that the words in front of it name. A word is no figure: what contradicts it is
doubtful, and nothing that agrees with it is tied by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.figure import PERCENT, Figure, Rounding
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import cleaned, normal
from auditor.relations.discovered._claim_wording import RESTATED, SENTENCE_END
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._stated_thresholds import (
    FLAT_WITHIN,
    LONGEST_SUBJECT,
    MOST_MULTIPLIED,
)

ORDER = 40
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_STEMS = {
    "doppel": 2, "vierfach": 4, "quadrupl": 4, "cuadruplic": 4, "dreifach": 3, "tripl": 3,
    "doubl": 2, "duplic": 2,
}  # fmt: skip
_FLAT = ("flat", "unchanged")
_IN_EVERY_WORD = (*_STEMS, *_FLAT)
_WORD = deferred(
    r"\b(?:(?P<more>more than|well over|over)\s|(?P<nearly>nearly|almost|close to|just under)\s"
    r"|(?:about|approximately|roughly)\s)?(?P<times>doubled|tripled|quadrupled)\b"
    r"|\b(?P<beyond>(?:deutlich )?mehr als |plus que |más que |mehr als nur )?"
    r"(?P<short>fast |nahezu |beinahe |knapp |presque |quasiment |casi )?"
    r"(?P<foreign>ver(?:doppel|dreifach|vierfach)\w+|(?:doublé|triplé|quadruplé)e?s?"
    r"|(?:du|tri|cuadru)plic(?:ó|aron|ado|an|a)\b(?P<amply> con creces)?)"
    r"|\b(?:was|were|remained|is|are)\s(?:(?:essentially|relatively|roughly|largely|broadly"
    r"|virtually|substantially|basically)\s)?(?P<flat>flat|unchanged)\b",
    re.IGNORECASE,
)
_TO = deferred(r"[^.;,\d]{0,30}\bto\s(?:about\s|approximately\s)?", re.IGNORECASE)
_FROM = deferred(
    r"[^.;\d]{0,40}\b(?:from|compared (?:to|with)|versus)\s(?:about\s)?", re.IGNORECASE
)
_SUBJECT = deferred(r"(?:\A|[.;,]\s|\b(?:and|while|but)\s)((?:[^\W\d_]|[ &'’/()-]){3,60})\Z")
_ARTICLE = deferred(r"\A(?:the|our|its|their)\s", re.IGNORECASE)
_ALONE = deferred(r"\s(?:compared (?:to|with)|versus|year over year|from|in)\b|[.,;]|\Z")


class Said(NamedTuple):
    """A word for a multiple: where it stands in a passage, and the range that it means.

    ``low`` and ``high`` are of the later amount over the earlier one.
    """

    passage: Passage
    start: int
    end: int
    low: Fraction
    high: Fraction
    is_foreign: bool = False


class Pair(NamedTuple):
    later: Fact
    earlier: Fact


def discover(scene: Scene) -> Iterator[Relation]:
    """The words for multiples that the amounts they speak of contradict."""
    spoken: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table:
            spoken[fact.block].append(fact)
    rows: Mapping[str, Pair] | None = None
    for block, passage in enumerate(scene.document.blocks):
        if not isinstance(passage, Passage) or not _may_say(passage.text):
            continue
        if RESTATED.search(passage.text):
            continue
        for said in _said(passage):
            rows = _rows(scene) if rows is None else rows
            pair = _behind(said, spoken[block]) or rows.get(_subject(said))
            if pair is None and said.is_foreign:
                pair = _told_apart(said, spoken[block])
            if pair is not None:
                yield from _contradicted(said, pair)


def _may_say(text: str) -> bool:
    """Whether a text holds what every such word does, which is seen much sooner."""
    folded = text.casefold()
    return any(part in folded for part in _IN_EVERY_WORD)


def _said(passage: Passage) -> Iterator[Said]:
    for found in _WORD.finditer(passage.text):
        low, high = _range(found)
        yield Said(passage, found.start(), found.end(), low, high, bool(found["foreign"]))


def _range(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    """The later amount over the earlier one, at least and at most."""
    if found["flat"]:
        return 1 - FLAT_WITHIN, 1 + FLAT_WITHIN
    times = Fraction(_times(found))
    if found["more"] or found["beyond"] or found["amply"]:
        return times, times * MOST_MULTIPLIED
    if found["nearly"] or found["short"]:
        return times * Fraction(3, 4), times
    return times * Fraction(9, 10), times * Fraction(5, 4)


def _times(found: re.Match[str]) -> int:
    if found["times"]:
        return _TIMES[found["times"].casefold()]
    word = found["foreign"].casefold()
    return next(times for stem, times in _STEMS.items() if stem in word)


def _told_apart(said: Said, facts: Sequence[Fact]) -> Pair | None:
    """The two amounts of one subject and two times that stand nearest to the word.

    In languages whose verbs may end a sentence: "von 24,9 auf 52,4 mehr als verdoppelt".
    """
    amounts = [f for f in facts if f.concept and f.period and not f.figure.is_percent]
    near = sorted(amounts, key=lambda f: abs(2 * f.figure.start - said.start - said.end))
    if len(near) < 2:
        return None
    later, earlier = sorted(near[:2], key=lambda f: f.period.last if f.period else 0, reverse=True)
    alike = (later.concept, later.figure.unit) == (earlier.concept, earlier.figure.unit)
    text = said.passage.text
    first, last = sorted((later.figure.start, earlier.figure.start, said.start))[::2]
    apart = later.period and earlier.period and later.period.last > earlier.period.last
    within = SENTENCE_END.search(text, first, last) is None
    return Pair(later, earlier) if alike and apart and within and earlier.value > 0 else None


def _behind(said: Said, facts: Sequence[Fact]) -> Pair | None:
    """The two amounts behind the word: "to 12.1 from 5.6"."""
    text = said.passage.text
    for later, earlier in pairwise(facts):
        if later.figure.start < said.end or later.figure.is_percent:
            continue
        leads = _TO.fullmatch(text, said.end, later.figure.start)
        back = _FROM.fullmatch(text, later.figure.end, earlier.figure.start)
        if not (leads and back):  # "doubled from 5 to 10"
            leads = _FROM.fullmatch(text, said.end, later.figure.start)
            back = _TO.fullmatch(text, later.figure.end, earlier.figure.start)
            later, earlier = earlier, later  # noqa: PLW2901  # as the words order them
        alike = later.figure.unit == earlier.figure.unit and earlier.value > 0
        return Pair(later, earlier) if leads and back and alike else None
    return None


def _subject(said: Said) -> str:
    """The row that the words in front name, where nothing but a comparison follows."""
    return normal(_words_before(said)) if _ALONE.match(said.passage.text, said.end) else ""


def _words_before(said: Said) -> str:
    """The words of the clause in front of the word."""
    text = said.passage.text[max(0, said.start - LONGEST_SUBJECT) : said.start].rstrip()
    found = _SUBJECT.search(text)
    return _ARTICLE.sub("", found[1].strip()) if found else ""


def _rows(scene: Scene) -> Mapping[str, Pair]:
    """The latest amount and the one a year before of each row label that has but one such pair."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if fact.in_table and fact.period and fact.label and fact.measure is Measure.AMOUNT:
            found[normal(fact.label)].append(fact)
    pairs = {}
    for label, facts in found.items():
        last = max(f.period.last for f in facts if f.period)
        later = [f for f in facts if f.period and f.period.last == last]
        period = later[0].period
        if len(later) != 1 or period is None:
            continue
        earlier = [f for f in facts if f.period == period.year_before]
        if len(earlier) == 1 and earlier[0].value * later[0].value > 0:
            pairs[label] = Pair(later[0], earlier[0])
    return pairs


def _contradicted(said: Said, pair: Pair) -> Iterator[Relation]:
    """The word as growth or as a multiple, where the two amounts do not give it."""
    source = said.passage.source(said.start, said.end)
    target = pair.later._replace(
        number=-1 - said.start,
        label=cleaned(_words_before(said)) or pair.later.label,
        figure=_as_figure(said),
        source=source,
        measure=Measure.GROWTH,
        sign=1,
    )
    turn = 1 if pair.later.value > 0 else -1
    later, earlier = (f._replace(sign=f.sign * turn) for f in pair)
    terms = Term(later, 1, Role.LATER), Term(earlier, 1, Role.EARLIER)
    relation = discovered(Kind.GROWTH, target, terms)
    if verdict(relation, Rounding.NEAREST).status is Status.VIOLATED:
        yield replace(relation, severity=Severity.WARNING)


def _as_figure(said: Said) -> Figure:
    """The word as growth in per cent, as exact as it is meant."""
    low, high = ((end - 1) * 100 for end in (said.low, said.high))
    middle = (low + high) / 2
    text = said.passage.text[said.start : said.end]
    return Figure(text, said.start, int(middle * 100), -2, PERCENT, accuracy=high - low)
