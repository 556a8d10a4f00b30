"""Claims: what an English sentence says with each of its figures, slot by slot.

A claim is certain where words fill every slot and no word is left that could narrow it: its
subject is a row of a table or a known concept, its role is plain, and what follows the figure is a
time, a comparison or a cause. Where a slot is filled with what tables do not report (another
basis, a cause, a part, an expectation) the figure states nothing of the subject, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from auditor.facts.prose.english.compared import compared, period_at, spoken_period
from auditor.facts.prose.english.leads import BASIS, EXPECTED, PART, Lead, Role, lead
from auditor.facts.prose.english.lexemes import Lexeme, Means, gap, lexemes
from auditor.facts.prose.english.subjects import Named, known, listed, named, per_share
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

    ``plain`` is whether nothing behind it could narrow it, ``plain_before`` whether nothing in
    front of it could; ``a_share`` whether it is an amount per share, ``name`` then the row that
    states such.
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
    plain_before: bool = True


class Reading(NamedTuple):
    """A sentence with its facts, and the lexemes before, between and behind their figures."""

    sentence: Sentence
    facts: Sequence[Fact]
    runs: Sequence[Sequence[Lexeme]]

    def word(self, one: Lexeme) -> str:
        return self.sentence.text[one.start : one.end].casefold()


def claimed(sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, with the slots filled that its words fill with certainty.

    Under a label, as in "Europe: net sales were 5", words name a part, and nothing is certain but
    what follows the label of a row at once: "Net sales: 5".
    """
    labelled = bool(sentence.label) and not is_overview(sentence.label)
    if labelled and (sentence.start or known(sentence, sentence.label) is None):
        yield from facts
        return
    figures = [(f.figure.start, f.figure.end) for f in facts]
    span = (sentence.start, min(sentence.end, len(sentence.text)))
    runs = gap(lexemes(sentence.text, span, figures, sentence.mentions, sentence.around.company))
    if len(runs) != len(facts) + 1:
        yield from facts  # two figures share characters: nothing is sure
        return
    reading = Reading(sentence, facts, runs)
    claims = _paired(reading, _claims(reading))
    roles = [(claim.topic.first, claim.role is Role.BASE) for claim in claims]
    against = compared(sentence, roles, runs)
    told: list[Fact] = []
    spoken: dict[int, Period | None] = {}
    behind = _times_behind(reading, claims)
    for fact, claim, comparison, time in zip(facts, claims, against, behind, strict=True):
        own = claim.period or time or claim.topic.period or spoken.get(claim.topic.first)
        own = own or fact.period
        told.append(_told(sentence, fact, claim._replace(period=own), comparison))
        if claim.role is not Role.BASE:
            spoken.setdefault(claim.topic.first, told[-1].period)
    yield from (
        _directed(one, at, told, claims)
        if claims[at].role is Role.MOVES and not claims[at].sign
        else one
        for at, one in enumerate(told)
    )


def _times_behind(reading: Reading, claims: Sequence[Claim]) -> list[Period | None]:
    """The time that stands behind each figure, or behind those that go on with what it says.

    "Increased $64.3 million, or 9.4 %, to $747.6 million in 2024".
    """
    found: list[Period | None] = []
    time: Period | None = None
    for at in range(len(claims) - 1, -1, -1):
        goes_on = at + 1 < len(claims) and claims[at + 1].role in _GOES_ON
        alike = goes_on and claims[at + 1].topic.first == claims[at].topic.first
        own = _time_behind(reading, at)
        time = own or (time if alike else None)
        found.append(None if claims[at].role is Role.BASE else time)
    return found[::-1]


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
        own = _noun_behind(_bracketed(reading, at, lead(reading.runs[at])), tail)
        topic = _topic(reading.sentence, own, topic, at)
        claim = _claim(reading, at, own, topic, found[-1] if found else None)
        claim = _qualified(_share(reading, _of_before(reading, claim, own, found), tail), tail)
        found.append(_per_share(reading, claim, own, tail, found))
        if own.sign and topic.sign == 0:
            topic = topic._replace(sign=own.sign)
    return found


def _bracketed(reading: Reading, at: int, own: Lead) -> Lead:
    """The lead of an amount in brackets behind its subject: "net income ($93.2 million) was"."""
    run, tail = reading.runs[at], reading.runs[at + 1]
    closes = len(tail) > 1 and reading.word(tail[0]) == ")" and tail[1].means in _CLAIMS
    if own.role is Role.UNKNOWN and closes and reading.word(run[-1]) == "(":
        return own._replace(role=Role.STATES)
    return own


def _noun_behind(own: Lead, tail: Sequence[Lexeme]) -> Lead:
    """The lead, with the role that a noun behind the figure gives: "a 12 % increase"."""
    if not tail or tail[0].means not in (Means.RISE, Means.FALL):
        return own
    if own.role not in (Role.UNKNOWN, Role.LISTED, Role.RESTATES, Role.STATES):
        return own
    sign = 1 if tail[0].means is Means.RISE else -1
    behind = _subject_behind(tail[1:])
    if behind and not own.subject:
        return own._replace(role=Role.MOVES, sign=sign, subject=behind)
    return own._replace(role=Role.MOVES, sign=sign)


def _subject_behind(tail: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    """The words of "in net sales" behind an increase or a decrease."""
    if len(tail) < 2 or tail[0].means is not Means.IN or tail[1].means is Means.PERIOD:
        return ()
    words: list[Lexeme] = []
    for one in tail[1:]:
        if one.means not in (Means.WORD, Means.ARTICLE, Means.AND):
            break
        words.append(one)
    return tuple(words)


def _topic(sentence: Sentence, own: Lead, topic: Topic, at: int) -> Topic:
    """What the figure's clause speaks of: a new subject where words name one, else what it was."""
    period = spoken_period(sentence, own.periods)
    if own.role is Role.BASE and not own.sign:
        if not own.subject or all(one.means in _TIMES for one in own.subject):
            return topic
        name = named(sentence, own.subject)
        if name and topic.name and name.concept == topic.name.concept:
            return topic._replace(name=name)
        return topic._replace(reason=PART)
    if not own.subject:
        return topic if at else Topic(period=period, first=at, reason=own.reason)
    name = named(sentence, own.subject)
    reason = own.reason if name is None or own.reason == EXPECTED else ""
    return Topic(name, period, at, own.sign, reason)


_TIMES = (Means.YEAR_BEFORE, Means.ARTICLE, Means.IN, Means.OF)


def _claim(reading: Reading, at: int, own: Lead, topic: Topic, before: Claim | None) -> Claim:
    """The claim of a figure whose lead is known, after the claim before it."""
    role, sign, reason = own.role, own.sign or topic.sign, own.reason or topic.reason
    fact, plain = reading.facts[at], _is_plain(reading.runs[at + 1])
    plain_before = not own.by_noun or _is_claimed(reading, at, own, before)
    plain = plain and plain_before
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
    return Claim(
        role, topic, sign, period, plain, reason, restates_base=based, plain_before=plain_before
    )


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


def _is_claimed(reading: Reading, at: int, own: Lead, before: Claim | None) -> bool:
    """Whether a noun with its amount is a claim: a verb follows, or it says when."""
    tail = reading.runs[at + 1]
    if own.role is Role.MOVES:  # "the increase in sales of 5 was"; else it is one of many effects
        return at == 0 and bool(tail) and tail[0].means in _CLAIMS_A_CHANGE
    if before is not None and before.role is Role.BASE:
        return False
    if tail and tail[0].means in _CLAIMS:
        return True
    if not tail or tail[0].means is Means.STOP:  # "net sales of 5, up 3 %", and fragments
        opens = next((one for one in reading.runs[at] if one.means not in _TIMES), None)
        goes_on = opens is not None and opens.means in (Means.STOP, Means.AND)
        return before is None or (goes_on and before.topic.name is not None)
    return bool(own.periods) or _time_behind(reading, at) is not None


def _time_behind(reading: Reading, at: int) -> Period | None:
    """The period right behind a figure: "and $4 million in 2023"."""
    tail = [one for one in reading.runs[at + 1] if one.means is not Means.ARTICLE]
    while tail and (
        tail[0].means in (Means.STOP, Means.PER_SHARE) or reading.word(tail[0]) in _COINS
    ):
        tail = tail[1:]
    if [one.means for one in tail[:4]] == _FROM_TIME_TO_TIME:
        return spoken_period(reading.sentence, tail[3:4])
    if len(tail) > 1 and tail[0].means is Means.IN and tail[1].means is Means.PERIOD:
        return spoken_period(reading.sentence, tail[1:2])
    return None


def _of_before(reading: Reading, claim: Claim, own: Lead, found: Sequence[Claim]) -> Claim:
    """The claim with what words in front say that it is a share of, or what it is compared with."""
    if own.of:
        return claim._replace(of=named(reading.sentence, own.of))
    if claim.role is Role.BASE and found and found[-1].of:
        return claim._replace(of=found[-1].of)
    return claim


def _share(reading: Reading, claim: Claim, tail: Sequence[Lexeme]) -> Claim:
    """The claim with what its figure is a share of: "15.2 % of net sales"."""
    shares = (Role.SHARES, Role.STATES) if claim.of is None else (Role.BASE,)
    if claim.role not in shares or not tail or tail[0].means is not Means.OF:
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
    if claim.role is Role.BASE:
        return claim._replace(of=name, plain=_is_plain(rest))
    return claim._replace(role=Role.SHARES, of=name, plain=_is_plain(rest))


def _per_share(
    reading: Reading, claim: Claim, own: Lead, tail: Sequence[Lexeme], found: Sequence[Claim]
) -> Claim:
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
    if name is None and not subject and found and found[-1].a_share:
        name = found[-1].name  # "$0.64 per share, compared to $0.58 per share"
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


_CLAIMS = frozenset(
    (
        Means.RISES,
        Means.FALLS,
        Means.STATES,
        Means.SHARES,
        Means.COMPARED,
        Means.RISE,
        Means.FALL,
    )
)
_CLAIMS_A_CHANGE = frozenset(
    (
        Means.STATES,
        Means.CAUSE,
        Means.COMPARED,
        Means.IN,
        Means.YEAR_BEFORE,
    )
)
_ENDS = frozenset((
    Means.STOP, Means.COLON, Means.CAUSE, Means.AND, Means.OR, Means.RISES, Means.FALLS,
    Means.STATES, Means.RECORDS,
))  # fmt: skip
_NARROWS = frozenset((
    Means.NUMBER, Means.BASIS, Means.EXPECTS, Means.AS_SHARE, Means.SHARES, Means.OF, Means.MARK,
    Means.PART, Means.PER_SHARE,
))  # fmt: skip


def _paired(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, those of a list that "respectively" pairs with subjects or with periods."""
    marks = [i for i, run in enumerate(reading.runs) if _says_respectively(run)]
    if not marks:
        marks = [i for i in range(2, len(reading.runs)) if _lists_times(reading, claims, i)]
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
            plain=claims[first].plain_before and not _narrows_a_list(tail),
            reason=claims[first].reason,
        )
    return [*paired[: last + 1], *(c._replace(plain=False) for c in paired[last + 1 :])]


def _without_lists(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, none of them certain that is one of a list that nothing tells apart.

    "For the six and three months, sales decreased by $15 million and $9 million".
    """
    listed_next = [
        following.role is Role.LISTED and _same_unit(fact, other)
        for (fact, other), following in zip(pairwise(reading.facts), claims[1:], strict=True)
    ]
    return [
        claim._replace(plain=claim.plain and not is_first)
        for claim, is_first in zip(claims, [*listed_next, False], strict=True)
    ]


def _lists_times(reading: Reading, claims: Sequence[Claim], behind: int) -> bool:
    """Whether as many times follow a list of amounts: "5 and 4 in 2024 and 2023"."""
    count = 1
    while count < behind and claims[behind - count].role is Role.LISTED:
        count += 1
    tail = [one for one in reading.runs[behind] if one.means is not Means.ARTICLE]
    times = list(takewhile(lambda one: one.means in _TIMES_LISTED, tail))
    dated = [one for one in times if period_at(reading.sentence, (one,))]
    return count > 1 and count == len(dated) and times[0].means is Means.IN


_FROM_TIME_TO_TIME = [Means.COMPARED, Means.PERIOD, Means.TO, Means.PERIOD]
_TIMES_LISTED = (Means.IN, Means.PERIOD, Means.STOP, Means.AND)


def _narrows_a_list(tail: Sequence[Lexeme]) -> bool:
    """Whether words behind a list narrow all of it: "respectively, related to the plan"."""
    kinds = [one.means for one in tail]
    at = kinds.index(Means.RESPECTIVELY) + 1 if Means.RESPECTIVELY in kinds else len(kinds)
    rest = [kind for kind in kinds[at:] if kind is not Means.STOP]
    return bool(rest) and rest[0] not in (*_ENDS, Means.IN, Means.COMPARED, Means.YEAR_BEFORE)


def _says_respectively(run: Sequence[Lexeme]) -> bool:
    return any(one.means is Means.RESPECTIVELY for one in run)


def _told(sentence: Sentence, fact: Fact, claim: Claim, comparison: Comparison | None) -> Fact:
    """The fact with the slots of its claim; as it was where the claim is not understood."""
    if claim.reason and claim.role is not Role.BASE:
        return replace(fact, concept="", declined=claim.reason)
    name = claim.name if claim.a_share else claim.topic.name
    measure = _measure(fact, claim)
    narrowed = claim.topic.reason
    if narrowed == EXPECTED and claim.role is Role.BASE:
        narrowed = ""  # "we expect 5, compared to 4 in 2024": what is compared with was reported
    unknown = name is None or narrowed or measure is None or not claim.plain
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
        of = Comparison(concept=claim.of.concept, text=claim.of.label) if claim.of else None
        return replace(told, period=period, against=of, certain=certain, sign=name.sign)
    told = replace(told, period=claim.period, certain=True)
    if measure is Measure.SHARE and claim.of:
        return replace(told, against=Comparison(concept=claim.of.concept, text=claim.of.label))
    if measure not in MOVEMENTS:
        sign = -1 if claim.role is Role.STATES and claim.sign < 0 else 1
        return replace(told, against=None, sign=name.sign * sign)
    sign = 1 if has_sign(fact.figure) else claim.sign or 1
    against = _before(told.period, comparison or fact.against)
    return replace(told, against=against, sign=sign * name.sign)


def _before(own: Period | None, against: Comparison | None) -> Comparison | None:
    """What a movement is compared with: where that is no earlier time, a year before its own."""
    if own is None or against is None or against.period is None or against.period.last < own.last:
        return against
    return replace(against, period=own.year_before)


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
    if claim.role is Role.SHARES or (claim.role is Role.BASE and claim.of):
        return Measure.SHARE if claim.of and fact.figure.is_percent else None
    return Measure.AMOUNT if claim.role in _STATED else None


_LINKED = (Role.RESTATES, Role.LISTED, Role.ENDS)
_GOES_ON = (Role.RESTATES, Role.ARRIVES, Role.MOVES)
_STATED = (Role.STATES, Role.ARRIVES, Role.BASE)
