"""Claims: what an English sentence says with each of its figures, slot by slot.

A claim is certain where words fill every slot and no word is left that could narrow it: its
subject is a row of a table or a known concept, its role is plain, and what follows the figure is a
time, a comparison or a cause. Where a slot is filled with what tables do not report (another
basis, a cause, a part, an expectation) the figure states nothing of the subject, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.facts.prose.english.compared import compared, period_at, spoken_period
from auditor.facts.prose.english.leads import BASIS, EXPECTED, PART, Lead, Role, lead
from auditor.facts.prose.english.lexemes import Lexeme, Means, gap, lexemes
from auditor.facts.prose.english.subjects import Named, listed, named, per_share
from auditor.facts.prose.sentence import Accuracy, Sentence, has_sign
from auditor.facts.prose.subject import is_overview
from auditor.facts.thresholds import LONG_LEAD
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import PERCENT, POINTS
from auditor.model.period import Period

SHARE_MOVES = "is a movement of a share, not of the amount"
MOVEMENTS = (Measure.CHANGE, Measure.GROWTH, Measure.POINTS)
MONTHS_OF_A_YEAR = 12
_COINS = frozenset(("cents", "cent", "pence", "¢", "p"))


class Topic(NamedTuple):
    """What a clause speaks of; ``first`` is the number of the clause's first figure.

    ``sign`` is the direction that its verb gives, ``reason`` why it is nothing that tables report.
    """

    name: Named | None = None
    period: Period | None = None
    first: int = 0
    sign: int = 0
    reason: str = ""


class Claim(NamedTuple):
    """What a figure is in its sentence; ``of`` is what a share is taken of.

    ``plain`` is whether nothing behind it could narrow it; ``a_share`` whether it is an amount per
    share, ``name`` then the row that states such.
    """

    role: Role
    topic: Topic
    sign: int
    period: Period | None
    plain: bool
    reason: str = ""
    of: Named | None = None
    name: Named | None = None
    a_share: bool = False
    coins: bool = False
    restates_base: bool = False


class Reading(NamedTuple):
    """A sentence with its facts, and the lexemes before, between and behind their figures."""

    sentence: Sentence
    facts: Sequence[Fact]
    runs: Sequence[Sequence[Lexeme]]

    def word(self, one: Lexeme) -> str:
        return self.sentence.text[one.start : one.end].casefold()


def claimed(sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, with the slots filled that its words fill with certainty.

    Under a label, as in "Europe: net sales were 5", words name a part, and nothing is certain.
    """
    if sentence.label and not is_overview(sentence.label):
        yield from facts
        return
    figures = [(f.figure.start, f.figure.end) for f in facts]
    span = (sentence.start, min(sentence.end, len(sentence.text)))
    runs = gap(lexemes(sentence.text, span, figures, sentence.mentions))
    if len(runs) != len(facts) + 1:
        yield from facts  # two figures share characters: nothing is sure
        return
    reading = Reading(sentence, facts, runs)
    claims = _paired(reading, _claims(reading))
    roles = [(claim.topic.first, claim.role is Role.BASE) for claim in claims]
    against = compared(sentence, roles, runs)
    told: list[Fact] = []
    spoken: dict[int, Period | None] = {}
    for fact, claim, comparison in zip(facts, claims, against, strict=True):
        own = claim.period or claim.topic.period or spoken.get(claim.topic.first, fact.period)
        told.append(_told(sentence, fact, claim._replace(period=own), comparison))
        if claim.role is not Role.BASE:
            spoken.setdefault(claim.topic.first, told[-1].period)
    yield from (
        _directed(one, at, told, claims)
        if claims[at].role is Role.MOVES and not claims[at].sign
        else one
        for at, one in enumerate(told)
    )


def _directed(fact: Fact, at: int, told: Sequence[Fact], claims: Sequence[Claim]) -> Fact:
    """A change "of" something with the direction that its clause's two amounts give it."""
    clause = [i for i, c in enumerate(claims[:at]) if c.topic.first == claims[at].topic.first]
    later = [told[i] for i in clause if claims[i].role in (Role.STATES, Role.ARRIVES)]
    earlier = [told[i] for i in clause if claims[i].role is Role.BASE]
    if has_sign(fact.figure):
        return fact
    if not later or not earlier:
        return replace(fact, certain=False)
    return replace(fact, sign=1 if later[-1].value >= earlier[-1].value else -1)


def _claims(reading: Reading) -> list[Claim]:
    """The claim of each figure, each read with those before it."""
    found: list[Claim] = []
    topic = Topic()
    for at in range(len(reading.facts)):
        tail = reading.runs[at + 1]
        if len(reading.runs[at]) > LONG_LEAD:
            topic = Topic(first=at)
            found.append(Claim(Role.UNKNOWN, topic, 0, None, plain=False))
            continue
        own = _noun_behind(lead(reading.runs[at]), tail)
        topic = _topic(reading.sentence, own, topic, at)
        claim = _claim(reading, at, own, topic, found[-1] if found else None)
        claim = _qualified(_share(reading, claim, tail), tail)
        found.append(_per_share(reading, claim, own, tail))
        if own.sign and topic.sign == 0:
            topic = topic._replace(sign=own.sign)
    return found


def _noun_behind(own: Lead, tail: Sequence[Lexeme]) -> Lead:
    """The lead, with the role that a noun behind the figure gives: "a 12 % increase"."""
    if not tail or tail[0].means not in (Means.RISE, Means.FALL):
        return own
    if own.role not in (Role.UNKNOWN, Role.LISTED, Role.RESTATES, Role.STATES):
        return own
    sign = 1 if tail[0].means is Means.RISE else -1
    subject = () if own.role is Role.STATES else own.subject
    return own._replace(role=Role.MOVES, sign=sign, subject=subject)


def _topic(sentence: Sentence, own: Lead, topic: Topic, at: int) -> Topic:
    """What the figure's clause speaks of: a new subject where words name one, else what it was."""
    period = spoken_period(sentence, own.periods)
    if own.role is Role.BASE:
        if not own.subject or all(one.means in _TIMES for one in own.subject):
            return topic
        name = named(sentence, own.subject)
        if name and topic.name and name.concept == topic.name.concept:
            return topic._replace(name=name)
        return topic._replace(reason=PART)
    if not own.subject:
        return topic if at else Topic(period=period, first=at, reason=own.reason)
    name = named(sentence, own.subject)
    return Topic(name, period, at, own.sign, "" if name else own.reason)


_TIMES = (Means.YEAR_BEFORE, Means.ARTICLE, Means.IN, Means.OF)


def _claim(reading: Reading, at: int, own: Lead, topic: Topic, before: Claim | None) -> Claim:
    """The claim of a figure whose lead is known, after the claim before it."""
    role, sign, reason = own.role, own.sign or topic.sign, own.reason or topic.reason
    fact, plain = reading.facts[at], _is_plain(reading.runs[at + 1])
    if own.by_noun and not _is_claimed(reading, at, own):
        plain = False
    if role is Role.STATES and has_sign(fact.figure):
        role = Role.MOVES
    if before is None:
        role = Role.UNKNOWN if role in _LINKED else role
    else:
        alone = role is Role.LISTED and not any(map(_says_respectively, reading.runs))
        named = _time_behind(reading, at) if alone else None
        if named and before.role in _STATED and _same_unit(fact, reading.facts[at - 1]):
            return Claim(Role.STATES, topic, 0, named, plain, reason or before.reason)
        if role in _LINKED or role is Role.UNKNOWN:
            reason = reason or before.reason
        if role is Role.RESTATES and before.role is Role.MOVES:
            sign = before.sign
        role = _linked(role, fact, before)
    based = before is not None and own.role is Role.RESTATES and before.role is Role.BASE
    ours = bool(own.subject) or not at  # else it is the time of the figure before
    period = spoken_period(reading.sentence, own.periods) if ours else None
    return Claim(role, topic, sign, period, plain, reason, restates_base=based)


def _linked(role: Role, fact: Fact, before: Claim) -> Role:
    """The role of a figure that a link joins to the claim before it."""
    if role is Role.RESTATES:
        if before.role is Role.MOVES and fact.figure.unit != POINTS:
            return Role.MOVES
        return Role.SHARES if fact.figure.is_percent else role
    moved = role is Role.ENDS and before.role in (Role.BASE, Role.MOVES)
    return Role.ARRIVES if moved else role


def _same_unit(fact: Fact, other: Fact) -> bool:
    return fact.figure.unit == other.figure.unit


def _is_claimed(reading: Reading, at: int, own: Lead) -> bool:
    """Whether a noun with its amount is a claim: a verb follows, or it says when."""
    tail = reading.runs[at + 1]
    if tail and tail[0].means in (Means.RISES, Means.FALLS, Means.STATES, Means.SHARES):
        return True
    return bool(own.periods) or _time_behind(reading, at) is not None


def _time_behind(reading: Reading, at: int) -> Period | None:
    """The period right behind a figure: "and $4 million in 2023"."""
    tail = [one for one in reading.runs[at + 1] if one.means is not Means.ARTICLE]
    if len(tail) > 1 and tail[0].means is Means.IN and tail[1].means is Means.PERIOD:
        return spoken_period(reading.sentence, tail[1:2])
    return None


def _share(reading: Reading, claim: Claim, tail: Sequence[Lexeme]) -> Claim:
    """The claim with what its figure is a share of: "15.2 % of net sales"."""
    if claim.role not in (Role.SHARES, Role.STATES) or not tail or tail[0].means is not Means.OF:
        return claim
    words = []
    for one in tail[1:]:
        if one.means in (Means.STOP, Means.COMPARED, Means.IN, Means.AND, Means.PERIOD):
            break
        words.append(one)
    name = named(reading.sentence, words)
    rest = tail[1 + len(words) :]
    if name is None:
        return claim._replace(role=Role.UNKNOWN)
    return claim._replace(role=Role.SHARES, of=name, plain=_is_plain(rest))


def _per_share(reading: Reading, claim: Claim, own: Lead, tail: Sequence[Lexeme]) -> Claim:
    """The claim with the row that states its amount per share, where it is one."""
    coins = bool(tail) and reading.word(tail[0]) in _COINS
    rest = tail[1:] if coins else tail
    behind = bool(rest) and rest[0].means is Means.PER_SHARE
    if not behind:
        return claim
    subject = own.subject or ()
    text = " ".join(reading.word(one) for one in subject)
    if not text and claim.topic.name:
        text = f"{claim.topic.name.label} {claim.topic.name.concept}"
    name = per_share(reading.sentence, f"{text} {reading.word(rest[0])}")
    role = claim.role
    if own.role in (*_LINKED, Role.UNKNOWN) and role is not Role.ARRIVES:
        role = Role.BASE if claim.restates_base else Role.STATES
    return claim._replace(
        role=role, name=name, a_share=True, coins=coins, plain=_is_plain(rest[1:])
    )


def _qualified(claim: Claim, tail: Sequence[Lexeme]) -> Claim:
    """The claim with what the words behind its figure make of it."""
    for at, one in enumerate(tail):
        if one.means is Means.BASIS:
            return claim._replace(reason=claim.reason or BASIS, plain=False)
        if one.means is Means.AS_SHARE and claim.role is Role.MOVES:
            return claim._replace(reason=SHARE_MOVES, plain=False)
        if one.means is Means.EXPECTS and at == 0:
            return claim._replace(reason=EXPECTED, plain=False)
        if one.means is Means.AND and at:
            break
    return claim


def _is_plain(tail: Sequence[Lexeme]) -> bool:
    """Whether what follows a figure, to the next mark, is but a time, a comparison or a cause."""
    before: Means | None = None
    for one in tail:
        if one.means in _ENDS:
            return True
        if one.means is Means.WORD or one.means in _NARROWS:
            return before is Means.COMPARED
        before = one.means
    return True


_ENDS = frozenset((
    Means.STOP, Means.COLON, Means.CAUSE, Means.AND, Means.OR, Means.RISES, Means.FALLS,
    Means.STATES,
))  # fmt: skip
_NARROWS = frozenset((
    Means.NUMBER, Means.BASIS, Means.EXPECTS, Means.AS_SHARE, Means.SHARES, Means.OF, Means.MARK,
    Means.PART, Means.PER_SHARE,
))  # fmt: skip


def _paired(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, those of a list that "respectively" pairs with subjects or with periods."""
    marks = [i for i, run in enumerate(reading.runs) if _says_respectively(run)]
    if not marks:
        return _without_lists(reading, claims)
    last = marks[0] - 1
    first = last
    while first > 0 and claims[first].role is Role.LISTED:
        first -= 1
    count = last - first + 1
    if count < 2 or first < 0:
        return [claim._replace(plain=False) for claim in claims]
    own = lead(reading.runs[first])
    names = listed(reading.sentence, own.subject, count)
    tail = reading.runs[last + 1]
    told = [p for one in (*tail, *own.periods) if (p := period_at(reading.sentence, (one,)))]
    periods = list(dict.fromkeys(told))
    paired = list(claims)
    for k, at in enumerate(range(first, last + 1)):
        topic = claims[first].topic
        if names:
            topic = topic._replace(name=names[k])
        elif topic.name is None or len(periods) != count:
            paired[at] = claims[at]._replace(plain=False, role=Role.UNKNOWN)
            continue
        paired[at] = claims[at]._replace(
            role=claims[first].role,
            topic=topic,
            sign=claims[first].sign,
            period=claims[first].period if names else periods[k],
            plain=True,
            reason=claims[first].reason,
        )
    return [*paired[: last + 1], *(c._replace(plain=False) for c in paired[last + 1 :])]


def _without_lists(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, none of them certain that "and" joins to a next one that nothing tells apart.

    "For the six and three months, sales decreased by $15 million and $9 million".
    """
    listed_next = [
        following.role is Role.LISTED
        and _same_unit(*facts)
        and any(one.means is Means.AND for one in run)
        for facts, following, run in zip(
            pairwise(reading.facts), claims[1:], reading.runs[1:-1], strict=True
        )
    ]
    return [
        claim._replace(plain=claim.plain and not is_first)
        for claim, is_first in zip(claims, [*listed_next, False], strict=True)
    ]


def _says_respectively(run: Sequence[Lexeme]) -> bool:
    return any(one.means is Means.RESPECTIVELY for one in run)


def _told(sentence: Sentence, fact: Fact, claim: Claim, comparison: Comparison | None) -> Fact:
    """The fact with the slots of its claim; as it was where the claim is not understood."""
    if claim.reason and claim.role is not Role.BASE:
        return replace(fact, concept="", declined=claim.reason)
    name = claim.name if claim.a_share else claim.topic.name
    measure = _measure(fact, claim)
    unknown = name is None or claim.topic.reason or measure is None or not claim.plain
    if unknown or sentence.given_back(fact.figure) is Accuracy.BOUND:
        return replace(fact, concept="") if claim.a_share else fact
    assert name is not None
    assert measure is not None
    return _filled(fact, claim, name, measure, comparison)


def _filled(
    fact: Fact, claim: Claim, name: Named, measure: Measure, comparison: Comparison | None
) -> Fact:
    """The fact of a certain claim."""
    if claim.coins:
        fact = replace(fact, figure=replace(fact.figure, scale=-2))
    told = replace(fact, concept=name.concept, label=name.label, measure=measure, sign=1)
    if claim.role is Role.BASE:
        named = comparison.period if comparison else None
        period = named or _a_year_before(claim)
        if period is None:
            return fact
        certain = named is not None or period.months == MONTHS_OF_A_YEAR
        return replace(told, period=period, against=None, certain=certain, sign=name.sign)
    told = replace(told, period=claim.period, certain=True)
    if measure is Measure.SHARE and claim.of:
        return replace(told, against=Comparison(concept=claim.of.concept, text=claim.of.label))
    if measure not in MOVEMENTS:
        sign = -1 if claim.role is Role.STATES and claim.sign < 0 else 1
        return replace(told, against=None, sign=name.sign * sign)
    sign = 1 if has_sign(fact.figure) else claim.sign or 1
    return replace(told, against=comparison or fact.against, sign=sign * name.sign)


def _a_year_before(claim: Claim) -> Period | None:
    """What a span is compared with where nothing is said: the year before."""
    spoken = claim.topic.period or claim.period
    return spoken.year_before if spoken and spoken.months else None


def _measure(fact: Fact, claim: Claim) -> Measure | None:
    """What the figure says of its subject; None where its unit says nothing of the kind."""
    if claim.role is Role.MOVES:
        if fact.figure.unit == POINTS:
            return Measure.POINTS
        return Measure.GROWTH if fact.figure.unit == PERCENT else Measure.CHANGE
    if claim.role is Role.SHARES:
        return Measure.SHARE if claim.of and fact.figure.is_percent else None
    return Measure.AMOUNT if claim.role in _STATED else None


_LINKED = (Role.RESTATES, Role.LISTED, Role.ENDS)
_STATED = (Role.STATES, Role.ARRIVES, Role.BASE)
