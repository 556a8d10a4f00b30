"""Claims: what an English sentence says with each of its figures, slot by slot.

A claim is certain where words fill every slot and no word is left that could narrow it: its
subject is a row of a table or a known concept, its role is plain, and what follows the figure is a
time, a comparison or a cause. Where a slot is filled with what tables do not report (another
basis, a cause, a part, an expectation) the figure states nothing of the subject, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.facts.prose.english.asides import (
    bases_in_brackets,
    in_brackets,
    points_of_lists,
    without,
)
from auditor.facts.prose.english.behind import (
    CLAIMS,
    bracketed,
    comes_from,
    goes_on_listing,
    is_plain,
    of_before,
    qualified,
    share,
    time_behind,
    times_behind,
    without_tail,
)
from auditor.facts.prose.english.compared import Placed, compared, spoken_period
from auditor.facts.prose.english.elliptic import filled_up
from auditor.facts.prose.english.filled import told_by
from auditor.facts.prose.english.labels import is_a_clause, is_of_a_part, opening
from auditor.facts.prose.english.leads import BASIS, CAUSE, LINKS, PART, Lead, Role, lead
from auditor.facts.prose.english.lexemes import Lexeme, gap, lexemes
from auditor.facts.prose.english.lists import (
    bases_by_unit,
    bases_of_nothing,
    on_the_basis_of_their_bases,
    paired,
    same_unit,
    says_respectively,
    without_what_it_leaves_out,
)
from auditor.facts.prose.english.nouns import (
    amount_of_a_row,
    behind_its_subject,
    explaining,
    moving_on,
    noun_behind,
)
from auditor.facts.prose.english.openings import (
    as_a_margin,
    as_a_ratio,
    behind_a_cause,
    behind_a_verb,
    in_apposition,
    margin_of_a_row,
    revenue,
    stated_first,
)
from auditor.facts.prose.english.per_share import with_its_share
from auditor.facts.prose.english.reading import LINKED, STATED, Claim, Reading, Topic
from auditor.facts.prose.english.topics import TIMES, topic_of
from auditor.facts.prose.english.wordings import BY_WORDS, Means
from auditor.facts.prose.sentence import Sentence, has_sign
from auditor.facts.thresholds import LONG_LEAD
from auditor.model.fact import Comparison, Fact
from auditor.model.figure import PERCENT, POINTS
from auditor.model.period import MONTHS_OF_A_YEAR, Period

REPEATED = "the figure in front of it, said again"


def claimed(sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, with the slots filled that its words fill with certainty.

    What brackets repeat at once, as in "10 % (10 %)", is read once.
    """
    again = [i > 0 and _repeats(sentence, facts[i - 1], f) for i, f in enumerate(facts)]
    ends = [f.figure.end for f in facts]
    spans = [
        (f.figure.start, ends[i + 1] if i + 1 < len(facts) and again[i + 1] else ends[i])
        for i, f in enumerate(facts)
        if not again[i]
    ]
    kept = [f for f, is_again in zip(facts, again, strict=True) if not is_again]
    kept = points_of_lists(sentence.text, bases_in_brackets(sentence.text, kept))
    told = iter(_claimed_once(sentence, kept, spans))
    for fact, is_again in zip(facts, again, strict=True):
        yield fact._replace(concept="", declined=REPEATED) if is_again else next(told)


def _repeats(sentence: Sentence, before: Fact, fact: Fact) -> bool:
    """Whether brackets print the figure in front of them once more."""
    one, other = before.figure, fact.figure
    if not other.text.startswith("(") or sentence.text[one.end : other.start].strip():
        return False
    return (abs(one.digits), one.exponent, one.unit) == (
        abs(other.digits), other.exponent, other.unit,
    )  # fmt: skip


def _without_asides(
    sentence: Sentence,
    facts: Sequence[Fact],
    runs: Sequence[Sequence[Lexeme]],
    aside: Sequence[bool],
    told: Sequence[Fact],
) -> list[Fact]:
    """What was told, or what the sentence says for certain without its brackets."""
    plain = [f for f, is_aside in zip(facts, aside, strict=True) if not is_aside]
    others = iter(_told(sentence, plain, without(sentence.text, runs, aside)))
    bare = [None if is_aside else next(others) for is_aside in aside]
    return [
        two._replace(against=two.against or one.against) if two and two.certain else one
        for one, two in zip(told, bare, strict=True)
    ]


def _claimed_once(
    sentence: Sentence, facts: Sequence[Fact], figures: Sequence[tuple[int, int]]
) -> Iterator[Fact]:
    """The facts whose figures stand at these places, with their slots.

    Under a label, as in "Europe: net sales were 5", words name a part, and nothing is certain.
    """
    if is_of_a_part(sentence):
        yield from (fact._replace(doubt=PART) for fact in facts)
        return
    span = (opening(sentence, figures), min(sentence.end, len(sentence.text)))
    runs = gap(lexemes(sentence.text, span, figures, sentence.mentions, sentence.around.company))
    if len(runs) != len(facts) + 1:
        yield from facts  # two figures share characters: nothing is sure
        return
    aside = in_brackets(sentence.text, runs)
    told = _told(sentence, facts, runs)
    if any(aside):
        told = _without_asides(sentence, facts, runs, aside, told)
    if is_a_clause(sentence):
        told = [one._replace(loosely=True) if one.certain else one for one in told]
    under_label = bool(sentence.label) and sentence.start > 0
    yield from (
        raw if under_label and one.loosely else one for raw, one in zip(facts, told, strict=True)
    )


def _told(
    sentence: Sentence, facts: Sequence[Fact], runs: Sequence[Sequence[Lexeme]]
) -> list[Fact]:
    """The facts with the slots that the lexemes around their figures fill."""
    reading = Reading(sentence, facts, runs)
    claims = bases_of_nothing(paired(reading, _claims(reading)))
    placed = [
        Placed(c.topic.first, c.role is Role.BASE or c.restates_base, c.restates_base)
        for c in claims
    ]
    against = compared(sentence, placed, runs)
    told: list[Fact] = []
    spoken: dict[int, Period | None] = {}
    ended_at: Period | None = None  # "at year-end 2022, we had assets of 5 and debt of 4"
    behind = times_behind(reading, claims)
    for fact, claim, other, time in zip(facts, claims, against, behind, strict=True):
        comparison = _of_its_clause(other, claim, spoken.get(claim.topic.first))
        own = claim.period or time or claim.topic.period or spoken.get(claim.topic.first)
        if claim.role is not Role.BASE:
            own = own or ended_at
            ended_at = own if own is not None and own.is_instant else None
        own = own or fact.period or _a_year_behind(claim, comparison)
        of_base = claim.restates_base and claim.role is not Role.BASE
        if of_base:  # "compared to $19.2 million, or 11.0 % of revenue": of the time of the base
            own = comparison.period if comparison else None
            claim = claim._replace(plain=claim.plain and own is not None)  # noqa: PLW2901  # the same, doubted
        told.append(told_by(sentence, fact, claim._replace(period=own), comparison))
        if claim.role is not Role.BASE and not of_base:
            spoken.setdefault(claim.topic.first, told[-1].period)
    return [
        _directed(one, at, told, claims)
        if claims[at].role is Role.MOVES and not claims[at].sign
        else one
        for at, one in enumerate(told)
    ]


def _of_its_clause(
    comparison: Comparison | None, claim: Claim, spoken: Period | None
) -> Comparison | None:
    """What a figure is compared with; "the prior-year quarter" is before the time just spoken of.

    The document may be about more: "results for the third quarter and nine months".
    """
    if comparison is None or claim.role is not Role.BASE or spoken is None or not spoken.months:
        return comparison
    words = tuple(comparison.text.casefold().split())
    if BY_WORDS.get(words) is not Means.YEAR_BEFORE:
        return comparison
    return replace(comparison, period=spoken.year_before)


def _a_year_behind(claim: Claim, comparison: Comparison | None) -> Period | None:
    """The time of what a clause states where it but says what it is compared with: "(2018: 5)"."""
    before = comparison.period if comparison and claim.role is not Role.BASE else None
    if before is None or before.months != MONTHS_OF_A_YEAR:
        return None
    return before.shifted(MONTHS_OF_A_YEAR)


def _directed(fact: Fact, at: int, told: Sequence[Fact], claims: Sequence[Claim]) -> Fact:
    """A change "of" something with the direction that its clause's two amounts give it."""
    clause = [i for i, c in enumerate(claims[:at]) if c.topic.first == claims[at].topic.first]
    later = [told[i] for i in clause if claims[i].role in (Role.STATES, Role.ARRIVES)]
    earlier = [told[i] for i in clause if claims[i].role is Role.BASE]
    if has_sign(fact.figure):
        return fact
    if not later or not earlier:
        return fact._replace(certain=False)
    return fact._replace(sign=1 if later[-1].value >= earlier[-1].value else -1)


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
        run = without_tail(reading.runs[at], found[-1]) if found else reading.runs[at]
        own = filled_up(reading, at, _led(reading, at, run), found)
        before = found[-1] if found else None
        margin = as_a_margin(reading, at, own, before) or margin_of_a_row(reading, at, own)
        own = margin or as_a_ratio(reading, in_apposition(reading, at, own, before))
        own = moving_on(own, before)
        cause = explaining(reading.sentence, own)
        cause = cause or amount_of_a_row(reading, at, own, before, tail)
        own = cause or own
        named_behind = behind_its_subject(own, tail)
        tail = tail[named_behind:]
        spoken = topic_of(reading, own, topic, at)
        if cause and spoken.period is None:
            spoken = spoken._replace(period=topic.period)
        is_base = own.role is Role.BASE and not own.sign
        topic = topic if is_base and spoken.reason != PART else spoken
        claim = _claim(reading, at, own, spoken, before)._replace(named_behind=named_behind)
        if cause or _goes_on_explaining(own, spoken, found):
            claim = claim._replace(
                explains=True, plain=is_plain(tail) and not comes_from(reading, tail)
            )
        claim = of_before(reading, claim, own, found)
        if margin is not None:
            of = revenue(reading.sentence)
            claim = claim._replace(of=of, plain=claim.plain and of is not None)
        shared = share(reading, at, claim, tail)
        claim = qualified(reading, at, shared, tail)
        found.append(with_its_share(reading, claim, own, tail, found))
        if found[-1].a_share and topic.name is None:  # "a dividend of 3 a share, up 20 %"
            topic = topic._replace(name=found[-1].name)
        if own.sign and topic.sign == 0:
            topic = topic._replace(sign=own.sign)
    found = without_what_it_leaves_out(reading, bases_by_unit(reading, found))
    return on_the_basis_of_their_bases(found)


def _led(reading: Reading, at: int, run: Sequence[Lexeme]) -> Lead:
    """What the words on both sides of a figure make of it, whatever was said before."""
    own = noun_behind(reading.sentence, bracketed(reading, at, lead(run)), reading.runs[at + 1])
    own = behind_a_verb(reading.sentence, stated_first(reading, at, own))
    return behind_a_cause(reading.sentence, own)


def _goes_on_explaining(own: Lead, topic: Topic, found: Sequence[Claim]) -> bool:
    """Whether a movement of another subject, or the same in per cent, goes on with causes."""
    if not found or (not found[-1].explains and found[-1].reason != CAUSE):
        return False
    if own.role is Role.RESTATES:
        return found[-1].explains
    return own.role is Role.MOVES and own.by_noun and bool(own.subject) and topic.name is not None


def _claim(reading: Reading, at: int, own: Lead, topic: Topic, before: Claim | None) -> Claim:
    """The claim of a figure whose lead is known, after the claim before it."""
    role, sign = own.role, own.sign or topic.sign
    reason = topic.reason if _is_in_the_name(own, topic) else own.reason or topic.reason
    fact, tail = reading.facts[at], _tail(reading, at, own)
    by_noun = role is Role.STATES or own.by_noun or tail != reading.runs[at + 1]
    plain = is_plain(tail) and not (by_noun and comes_from(reading, tail))
    plain_before = not own.by_noun or _is_claimed(reading, at, own, before)
    plain = plain and plain_before
    is_level = fact.value < 0 and fact.figure.unit not in (PERCENT, POINTS)  # "came to EUR -9.8m"
    if role is Role.STATES and has_sign(fact.figure) and not is_level:
        role = Role.MOVES
    if before is None:
        role = Role.UNKNOWN if role in LINKED else role
    elif before.role is Role.BASE and goes_on_listing(reading.runs[at]):
        return Claim(Role.BASE, topic, 0, None, is_plain(tail), reason)  # "a share on income of"
    else:
        if role is Role.LISTED and before.restates_base:  # "with 5, or 2 a share, in 2024 and 4"
            return Claim(Role.BASE, topic, 0, None, plain, reason or before.reason)
        alone = role is Role.LISTED and not any(map(says_respectively, reading.runs))
        named = time_behind(reading, at) if alone else None
        if named and before.role in STATED and same_unit(fact, reading.facts[at - 1]):
            return Claim(Role.STATES, topic, 0, named, plain, reason or before.reason)
        if named and before.role is Role.MOVES and same_unit(fact, reading.facts[at - 1]):
            return Claim(Role.MOVES, topic, before.sign, named, plain, reason or before.reason)
        if named and before.of and fact.figure.is_percent:  # "60 % of sales in 2025 and 59 % in"
            reason = reason or before.reason
            return Claim(Role.SHARES, topic, 0, named, plain, reason, of=before.of)
        joined = not own.subject and all(one.means in LINKS for one in reading.runs[at])
        if role in LINKED or role is Role.UNKNOWN or joined:  # "of 5 and a 3 million increase"
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


def _tail(reading: Reading, at: int, own: Lead) -> Sequence[Lexeme]:
    """The lexemes behind a figure, but for those that name its subject."""
    run = reading.runs[at + 1]
    return run[behind_its_subject(own, run) :]


def _is_in_the_name(own: Lead, topic: Topic) -> bool:
    """Whether what would narrow the subject is a word of its name: "foreign exchange gains"."""
    if own.reason not in (BASIS, CAUSE, PART) or not own.subject or topic.name is None:
        return False
    return own.role is not Role.BASE and not topic.name.loosely


def _linked(role: Role, fact: Fact, before: Claim) -> Role:
    """The role of a figure that a link joins to the claim before it."""
    if role is Role.RESTATES:
        if before.role is Role.MOVES and fact.figure.unit != POINTS:
            return Role.MOVES
        return Role.SHARES if fact.figure.is_percent else role
    moved = role is Role.ENDS and before.role in (Role.BASE, Role.MOVES)
    return Role.ARRIVES if moved else role


def _is_claimed(reading: Reading, at: int, own: Lead, before: Claim | None) -> bool:
    """Whether a noun with its amount is a claim: a verb follows, or it says when."""
    tail = _tail(reading, at, own)
    if own.role is Role.MOVES:  # "the increase in sales of 5 was"; else it is one of many effects
        return at == 0 and bool(tail) and tail[0].means in _CLAIMS_A_CHANGE
    if before is not None and before.role is Role.BASE:
        return False
    if tail and tail[0].means in CLAIMS:
        return True
    stated = before if before and before.role in (Role.STATES, Role.SHARES) else None
    if stated and stated.plain_before and goes_on_listing(reading.runs[at]):
        return True
    if not tail or tail[0].means is Means.STOP:  # "net sales of 5, up 3 %", and fragments
        opens = next((one for one in reading.runs[at] if one.means not in TIMES), None)
        goes_on = opens is not None and opens.means in (Means.STOP, Means.AND, Means.OR)
        return before is None or (goes_on and before.topic.name is not None)
    return bool(own.periods) or time_behind(reading, at) is not None


_CLAIMS_A_CHANGE = frozenset(
    (Means.STATES, Means.CAUSE, Means.COMPARED, Means.IN, Means.YEAR_BEFORE)
)
