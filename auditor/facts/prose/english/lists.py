"""Lists: figures that a sentence pairs with subjects or with times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from auditor.facts.prose.english.behind import ENDS, share
from auditor.facts.prose.english.compared import period_at, times_listed
from auditor.facts.prose.english.leads import BASIS, CAUSE, PART, Role, lead
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.reading import Claim, Reading, Topic
from auditor.facts.prose.english.subjects import Named, named
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import Sentence
from auditor.model.fact import Fact
from auditor.model.period import Period


class Listed(NamedTuple):
    """A list of figures that a sentence pairs with ``names`` or with ``periods``.

    ``items`` are the figures of each item, ``tail`` the lexemes behind the last.
    """

    items: Sequence[range]
    names: Sequence[Named]
    periods: Sequence[Period]
    tail: Sequence[Lexeme]

    @property
    def first(self) -> int:
        return self.items[0][0]

    @property
    def behind(self) -> int:
        """The figure behind the list."""
        return self.items[-1][-1] + 1

    @property
    def is_paired(self) -> bool:
        return bool(self.names) or len(self.periods) == len(self.items)

    def period(self, nth: int, otherwise: Period | None) -> Period | None:
        return otherwise if self.names else self.periods[nth]


def paired(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, those of a list that "respectively" pairs with subjects or with periods."""
    marks = [i for i, run in enumerate(reading.runs) if says_respectively(run)]
    if not marks:
        marks = [i for i in range(2, len(reading.runs)) if _lists_times(reading, claims, i)]
    if not marks:
        return _without_lists(reading, claims)
    items = _items(reading, claims, marks[0] - 1)
    if len(items) < 2 or len(set(map(len, items))) > 1:
        return [claim._replace(plain=False) for claim in claims]
    own, tail = lead(reading.runs[items[0][0]]), reading.runs[items[-1][-1] + 1]
    run = (*tail, *reading.runs[items[0][0]])
    times = times_listed(reading.sentence, run, len(items))
    names = _listed_names(reading.sentence, own.subject, len(items)) or ()
    found = Listed(items, names, tuple(times), tail)
    return [*_of_list(reading, claims, found), *_behind_list(reading, claims, found)]


def _of_list(reading: Reading, claims: Sequence[Claim], found: Listed) -> Iterator[Claim]:
    """The claims up to the end of a list, those of the list with their name or their time."""
    yield from claims[: found.first]
    model = claims[found.first]
    of = model.of or share(reading, found.behind - 1, model, found.tail).of
    for nth, item in enumerate(found.items):
        for at in item:
            own, alike = claims[at], claims[found.first + at - item[0]]
            topic = model.topic
            if found.names:
                topic = topic._replace(name=found.names[nth])
            elif topic.name is None or not found.is_paired:
                yield own._replace(plain=False, role=Role.UNKNOWN)
                continue
            yield own._replace(
                role=alike.role,
                topic=topic,
                sign=own.sign or alike.sign,
                of=alike.of or (of if alike.role is Role.SHARES else None),
                period=found.period(nth, model.period),
                plain=model.plain_before and not _narrows_a_list(found.tail),
                reason=model.reason,
            )


def _behind_list(reading: Reading, claims: Sequence[Claim], found: Listed) -> Iterator[Claim]:
    """The claims behind a list, those of one more list paired alike."""
    times, start = found.periods, found.behind
    again = _listed_again(reading, claims, start, len(found.items)) if found.is_paired else range(0)
    for nth, _ in enumerate(again):
        model = claims[start]
        name = found.names[nth] if found.names else model.topic.name
        topic = model.topic._replace(name=name)
        period = found.period(nth, claims[found.first].period)
        tail = reading.runs[again.stop]
        of = model.of
        if of is None and model.role is Role.SHARES:  # "representing 31 % and 34 % of sales"
            of = share(reading, again.stop - 1, model, tail).of
        yield model._replace(topic=topic, period=period, plain=not _narrows_a_list(tail), of=of)
    moved = times if not found.names and len(times) == len(found.items) == 2 else None
    yield from (_behind_a_list(claim, moved) for claim in claims[start + len(again) :])


def _listed_again(reading: Reading, claims: Sequence[Claim], start: int, count: int) -> range:
    """The figures of one more list as long: "rose 8 % and 9 %, respectively, to 5 and 6"."""
    again = range(start, start + count)
    roles = (Role.STATES, Role.ARRIVES, Role.SHARES)
    if again.stop > len(claims) or claims[start].role not in roles or claims[start].reason:
        return range(0)
    listed = all(claims[at].role is Role.LISTED for at in again[1:])
    alike = all(same_unit(reading.facts[at], reading.facts[start]) for at in again)
    longer = again.stop < len(claims) and claims[again.stop].role is Role.LISTED
    return again if listed and alike and not longer else range(0)


def _listed_names(sentence: Sentence, subject: Sequence[Lexeme], count: int) -> list[Named] | None:
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


def _items(reading: Reading, claims: Sequence[Claim], last: int) -> list[range]:
    """The figures of each item of a list by its last figure: "$5 or 6.0 % and $4 or 5.2 %".

    An item may have a verb of its own: "rose 20 basis points and fell 50 basis points".
    """
    items: list[range] = []
    at = last
    while at >= 0:
        start = at
        while start > 0 and lead(reading.runs[start]).role is Role.RESTATES:
            start -= 1
        items.insert(0, range(start, at + 1))
        if claims[start].role is not Role.LISTED and not _moves_likewise(reading, claims, start):
            break
        at = start - 1
    return items


def _moves_likewise(reading: Reading, claims: Sequence[Claim], at: int) -> bool:
    """Whether "and" joins a movement of the same subject in the same unit: "and fell 50"."""
    own = lead(reading.runs[at])
    joined = bool(reading.runs[at]) and reading.runs[at][0].means is Means.AND
    alike = at > 0 and claims[at - 1].role is Role.MOVES
    return (
        (alike and joined and own.role is Role.MOVES and not own.subject)
        and not own.periods
        and same_unit(reading.facts[at], reading.facts[at - 1])
    )


def _behind_a_list(claim: Claim, periods: Sequence[Period] | None) -> Claim:
    """The claim behind a list: of how far it moved from the second of two ``periods`` to the first.

    "Sales in 2025 and 2024 were 52 and 48, respectively, an increase of 8 %".
    """
    alike = periods is not None and periods[1] == periods[0].year_before
    if periods is None or not alike or claim.role is not Role.MOVES:
        return claim._replace(plain=False)
    return claim._replace(period=periods[0])


def _without_lists(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, none of them certain that "and" joins to a next one that nothing tells apart.

    "For the six and three months, sales decreased by $15 million and $9 million".
    """
    listed_next = [
        following.role is Role.LISTED
        and same_unit(*facts)
        and any(one.means is Means.AND for one in run)
        for facts, following, run in zip(
            pairwise(reading.facts), claims[1:], reading.runs[1:-1], strict=True
        )
    ]
    return [
        claim._replace(plain=claim.plain and not is_first)
        for claim, is_first in zip(claims, [*listed_next, False], strict=True)
    ]


def bases_by_unit(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; two things that are compared with are of two subjects, told by their units.

    "Of $46 million, an operating margin of 13 %, compared with $35 million and 11 %".
    """
    told = list(claims)
    for at in range(2, len(told) - 1):
        base, other = told[at], told[at + 1]
        facts = reading.facts[at - 2 : at + 2]
        crossed = same_unit(facts[0], facts[2]) and same_unit(facts[1], facts[3])
        if base.role is not Role.BASE or other.role is not Role.LISTED or base.reason:
            continue
        if not crossed or same_unit(facts[0], facts[1]):
            continue
        first, second = told[at - 2 : at]
        if first.role not in _PAIRED or second.role not in _PAIRED:
            continue
        told[at] = base._replace(topic=first.topic, of=first.of, reason=first.reason)
        told[at + 1] = other._replace(
            role=Role.BASE, topic=second.topic, of=second.of, reason=second.reason
        )
    return told


_PAIRED = (Role.STATES, Role.ARRIVES, Role.SHARES)


def bases_of_nothing(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, none certain that compares with what states nothing of a row.

    "With Water contributing 5 (H1 2024: 4)" says no more of Water in 2024 than it does in 2025.
    """
    return [
        claim._replace(plain=False)
        if at and claim.role is Role.BASE and _is_declined_of(claims[at - 1], claim.topic)
        else claim
        for at, claim in enumerate(claims)
    ]


def _is_declined_of(claim: Claim, topic: Topic) -> bool:
    """Whether a figure of the same clause is given as a cause, a part or on another basis."""
    return claim.topic.first == topic.first and claim.reason in (CAUSE, PART, BASIS)


def on_the_basis_of_their_bases(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what moved from a base on another basis is on that too: "as first reported"."""
    others = {c.topic.first for c in claims if c.role is Role.BASE and c.reason == BASIS}
    return [
        c._replace(reason=c.reason or BASIS, plain=False)
        if c.role is Role.MOVES and c.topic.first in others
        else c
        for c in claims
    ]


_LEAVES_OUT = frozenset((
    "excluding", "exclude", "adjusting for", "adjusted for", "excluding the impact of", "ignoring",
    "stripping out", "exclusive of", "apart from", "other than", "net of", "before special items",
    "before exceptional items",
))  # fmt: skip


def without_what_it_leaves_out(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; where the sentence opens with what it leaves out, that holds for all of it.

    "Excluding $0.18 per share of charges, diluted earnings per share was $2.63, up 15 %": the
    amount that is left out stands between the words and what they are said of.
    """
    opens = next((one for one in reading.runs[0] if one.means not in _IN_FRONT_OF_A_CLAUSE), None)
    if opens is None or opens.means is not Means.BASIS or reading.word(opens) not in _LEAVES_OUT:
        return list(claims)
    return [c._replace(reason=c.reason or BASIS, plain=False) for c in claims]


_IN_FRONT_OF_A_CLAUSE = frozenset((Means.STOP, Means.AND, Means.OR, Means.ARTICLE, Means.MARK))


def _lists_times(reading: Reading, claims: Sequence[Claim], behind: int) -> bool:
    """Whether as many times follow a list of amounts: "5 and 4 in 2024 and 2023"."""
    count = 1
    while count < behind and claims[behind - count].role is Role.LISTED:
        count += 1
    tail = [one for one in reading.runs[behind] if one.means is not Means.ARTICLE]
    times = list(takewhile(lambda one: one.means in _TIMES_LISTED, tail))
    dated = [one for one in times if period_at(reading.sentence, (one,))]
    return count > 1 and count == len(dated) and times[0].means is Means.IN


_TIMES_LISTED = (Means.IN, Means.PERIOD, Means.STOP, Means.AND)


def _narrows_a_list(tail: Sequence[Lexeme]) -> bool:
    """Whether words behind a list narrow all of it: "respectively, related to the plan"."""
    kinds = [one.means for one in tail]
    at = kinds.index(Means.RESPECTIVELY) + 1 if Means.RESPECTIVELY in kinds else len(kinds)
    rest = [kind for kind in kinds[at:] if kind not in (Means.STOP, Means.ARTICLE)]
    return bool(rest) and rest[0] not in _AFTER_A_LIST


_AFTER_A_LIST = (
    *ENDS, Means.IN, Means.TO, Means.COMPARED, Means.YEAR_BEFORE, Means.RISE, Means.FALL,
    Means.CHANGE,
)  # fmt: skip
"""What goes on to speak of something else, or of all of the list alike."""


def says_respectively(run: Sequence[Lexeme]) -> bool:
    return any(one.means is Means.RESPECTIVELY for one in run)


def same_unit(fact: Fact, other: Fact) -> bool:
    return fact.figure.unit == other.figure.unit
