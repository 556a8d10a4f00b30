"""Lists: figures that a sentence pairs with subjects or with times."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from auditor.facts.prose.english.behind import ENDS
from auditor.facts.prose.english.compared import period_at
from auditor.facts.prose.english.leads import Role, lead
from auditor.facts.prose.english.lexemes import Lexeme, Means
from auditor.facts.prose.english.reading import Claim, Reading
from auditor.facts.prose.english.subjects import listed
from auditor.model.fact import Fact
from auditor.model.period import Period


def paired(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, those of a list that "respectively" pairs with subjects or with periods."""
    marks = [i for i, run in enumerate(reading.runs) if says_respectively(run)]
    if not marks:
        marks = [i for i in range(2, len(reading.runs)) if _lists_times(reading, claims, i)]
    if not marks:
        return _without_lists(reading, claims)
    last = marks[0] - 1
    items = _items(reading, claims, last)
    first, count = (items[0][0], len(items)) if items else (0, 0)
    if count < 2 or len(set(map(len, items))) > 1:
        return [claim._replace(plain=False) for claim in claims]
    own = lead(reading.runs[first])
    names = listed(reading.sentence, own.subject, count)
    tail = reading.runs[last + 1]
    told = [p for one in (*tail, *own.periods) if (p := period_at(reading.sentence, (one,)))]
    periods = list(dict.fromkeys(told))
    paired = list(claims)
    for k, at in ((k, at) for k, item in enumerate(items) for at in item):
        topic, model = claims[first].topic, claims[first + at - items[k][0]]
        if names:
            topic = topic._replace(name=names[k])
        elif topic.name is None or len(periods) != count:
            paired[at] = claims[at]._replace(plain=False, role=Role.UNKNOWN)
            continue
        paired[at] = claims[at]._replace(
            role=model.role,
            topic=topic,
            sign=claims[at].sign or model.sign,
            of=model.of,
            period=claims[first].period if names else periods[k],
            plain=claims[first].plain_before and not _narrows_a_list(tail),
            reason=claims[first].reason,
        )
    moved = periods if not names and count == 2 and len(periods) == count else None
    return [*paired[: last + 1], *(_behind_a_list(c, moved) for c in paired[last + 1 :])]


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
    *ENDS, Means.IN, Means.COMPARED, Means.YEAR_BEFORE, Means.RISE, Means.FALL, Means.CHANGE,
)  # fmt: skip
"""What goes on to speak of something else, or of all of the list alike."""


def says_respectively(run: Sequence[Lexeme]) -> bool:
    return any(one.means is Means.RESPECTIVELY for one in run)


def same_unit(fact: Fact, other: Fact) -> bool:
    return fact.figure.unit == other.figure.unit
