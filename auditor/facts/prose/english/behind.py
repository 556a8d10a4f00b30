"""Behind: what the words behind a figure make of its claim, and the times that stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from auditor.facts.prose.english.compared import spoken_period
from auditor.facts.prose.english.leads import BASIS, CAUSE, EXPECTED, Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.reading import Claim, Reading
from auditor.facts.prose.english.subjects import Named, named
from auditor.facts.prose.english.wordings import Means
from auditor.model.figure import POINTS
from auditor.model.period import Period
from auditor.notation.deferred import deferred

COINS = frozenset(("cents", "cent", "pence", "¢", "p"))


CLAIMS = frozenset(
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


ENDS = frozenset((
    Means.STOP, Means.COLON, Means.CAUSE, Means.AND, Means.OR, Means.RISES, Means.FALLS,
    Means.STATES, Means.RECORDS,
))  # fmt: skip


_NARROWS = frozenset((
    Means.NUMBER, Means.BASIS, Means.EXPECTS, Means.AS_SHARE, Means.SHARES, Means.OF, Means.MARK,
    Means.PART, Means.PER_SHARE,
))  # fmt: skip


_WHOLE = (Means.WORD, Means.ARTICLE, Means.OF, Means.ADVERB)


_REOPENS = (",", ";", "(")
"""What ends a cause, so that a basis behind it is the figure's: "due to prices, excluding"."""


SHARE_MOVES = "the movement of a share, not of the amount"


def bracketed(reading: Reading, at: int, own: Lead) -> Lead:
    """The lead of an amount in brackets behind its subject: "net income ($93.2 million) was"."""
    run, tail = reading.runs[at], reading.runs[at + 1]
    closes_at_once = bool(tail) and reading.word(tail[0]) == ")"
    closes = len(tail) > 1 and closes_at_once and tail[1].means in CLAIMS
    if own.role is Role.UNKNOWN and closes and reading.word(run[-1]) == "(":
        return own._replace(role=Role.STATES)
    if closes_at_once and _opens_a_base(reading, run):
        return own._replace(role=Role.BASE)  # "5 % more than the prior year ($85.2 million)"
    if at and not run and reading.facts[at].figure.text.startswith("("):
        return own._replace(role=Role.BASE)  # "EUR 948.7 million (902.4)"
    return own


def _opens_a_base(reading: Reading, run: Sequence[Lexeme]) -> bool:
    """Whether a bracket opens behind what something is compared with."""
    kinds = [one.means for one in run]
    if len(run) < 3 or reading.word(run[-1]) != "(" or Means.COMPARED not in kinds:
        return False
    behind = kinds[len(kinds) - kinds[::-1].index(Means.COMPARED) : -1]
    return behind[-1:] in ([Means.YEAR_BEFORE], [Means.PERIOD]) and set(behind) <= _TIMES


_TIMES = frozenset((Means.ARTICLE, Means.IN, Means.YEAR_BEFORE, Means.PERIOD, Means.OF))


def time_behind(reading: Reading, at: int, named_behind: int = 0) -> Period | None:
    """The period right behind a figure, or its subject: "and $4 million in 2023"."""
    run = reading.runs[at + 1][named_behind:]
    tail = [one for one in run if one.means is not Means.ARTICLE]
    while tail and (
        (tail[0].means in (Means.STOP, Means.PER_SHARE, Means.YEAR_BEFORE))
        or reading.word(tail[0]) in COINS
    ):
        if reading.word(tail[0]) in _ENDS_A_SENTENCE:
            return None  # "was 842; for the nine months it was 2,104"
        tail = tail[1:]
    if [one.means for one in tail[:4]] == _FROM_TIME_TO_TIME:
        return spoken_period(reading.sentence, tail[3:4])
    kinds = [one.means for one in tail]
    if kinds[:2] != [Means.IN, Means.PERIOD]:
        return None
    lists = kinds[2:4] in ([Means.AND, Means.PERIOD], [Means.STOP, Means.PERIOD])
    return None if lists else spoken_period(reading.sentence, tail[1:2])


_ENDS_A_SENTENCE = (";", ".", "!", "?", "•")
_FROM_TIME_TO_TIME = [Means.COMPARED, Means.PERIOD, Means.TO, Means.PERIOD]


def times_behind(reading: Reading, claims: Sequence[Claim]) -> list[Period | None]:
    """The time that stands behind each figure, or behind those that go on with what it says.

    "Increased $64.3 million, or 9.4 %, to $747.6 million in 2024".
    """
    found: list[Period | None] = []
    time: Period | None = None
    for at in range(len(claims) - 1, -1, -1):
        goes_on = at + 1 < len(claims) and claims[at + 1].role in _GOES_ON
        if goes_on and claims[at + 1].role is Role.MOVES:  # "fell 5 % and rose 2 % in the half"
            goes_on = not any(one.means is Means.AND for one in reading.runs[at + 1])
        goes_on = goes_on or (at + 1 < len(claims) and _is_its_share(reading, claims, at + 1))
        alike = goes_on and claims[at + 1].topic.first == claims[at].topic.first
        if at + 1 < len(claims) and claims[at + 1].role is Role.STATES:
            alike = alike or goes_on_listing(reading.runs[at + 1])
        alike = alike or _says_again_a_share(reading, at)
        own = time_behind(
            reading, at, claims[at].named_behind or _of_its_share(reading, claims, at)
        )
        time = own or (time if alike else None)
        found.append(None if claims[at].role is Role.BASE else time)
    return found[::-1]


def _says_again_a_share(reading: Reading, at: int) -> bool:
    """Whether the next figure but says the same by the share: "was $7 million, or $0.65 each"."""
    if at + 2 >= len(reading.runs):
        return False
    between = [one.means for one in reading.runs[at + 1]]
    behind = reading.runs[at + 2][:1]
    is_share = bool(behind) and behind[0].means is Means.PER_SHARE
    return is_share and between in ([Means.STOP, Means.OR], [Means.OR])


def _is_its_share(reading: Reading, claims: Sequence[Claim], at: int) -> bool:
    """Whether a percentage says what the amount in front is of a row: ", or 33 % of sales"."""
    linked = {one.means for one in reading.runs[at]} <= _BESIDE_A_SHARE
    return claims[at].role is Role.SHARES and claims[at].of is not None and linked


_BESIDE_A_SHARE = frozenset((Means.STOP, Means.OR, Means.ABOUT, Means.ADVERB, Means.ARTICLE))


def _of_its_share(reading: Reading, claims: Sequence[Claim], at: int) -> int:
    """How many lexemes behind a share say what it is of, where it goes on with an amount."""
    tail = reading.runs[at + 1]
    if not at or not _is_its_share(reading, claims, at) or not tail:
        return 0
    if tail[0].means is not Means.OF:
        return 0
    return sum(1 for _ in takewhile(lambda one: one.means not in _END_OF_SHARE, tail))


def goes_on_listing(run: Sequence[Lexeme]) -> bool:
    """Whether a run but names one more amount: "and an operating ratio of", "on net income of"."""
    kinds = [one.means for one in run]
    opens = bool(kinds) and kinds[0] in (Means.AND, Means.PER_SHARE)
    return opens and kinds[-1] is Means.OF and set(kinds[1:-1]) <= _NAMES_ONE_MORE


_NAMES_ONE_MORE = {Means.ARTICLE, Means.WORD, Means.PER_SHARE, Means.AND, Means.STOP}


_GOES_ON = (Role.RESTATES, Role.ARRIVES, Role.MOVES)


def of_before(reading: Reading, claim: Claim, own: Lead, found: Sequence[Claim]) -> Claim:
    """The claim with what words in front say that it is a share of, or what it is compared with."""
    if own.of:
        of = named(reading.sentence, own.of)
        unit = reading.facts[len(found)].figure.unit
        if claim.role is Role.MOVES and unit != POINTS:
            return claim._replace(reason=SHARE_MOVES, plain=False)
        return claim._replace(of=of, plain=claim.plain and of is not None)
    figure = reading.facts[len(found)].figure
    goes_on = claim.role in (Role.BASE, Role.ARRIVES) and (
        figure.is_percent or figure.unit == POINTS
    )
    moves = claim.role is Role.MOVES and figure.unit == POINTS and not own.subject
    if (goes_on or moves) and found and found[-1].of:
        return claim._replace(of=found[-1].of)
    return claim


def without_tail(run: Sequence[Lexeme], before: Claim) -> Sequence[Lexeme]:
    """What leads to a figure, without what still says of the one before it what it is.

    "$1.14 per share, compared with", "0.48 % of total loans, down".
    """
    at = 0
    if before.role is Role.SHARES and before.of and run and run[0].means is Means.OF:
        at = sum(1 for _ in takewhile(lambda one: one.means not in _END_OF_SHARE, run))
    while at < len(run) and run[at].means is Means.PER_SHARE and before.a_share:
        at += 1
    kinds = [one.means for one in run[:2]]
    noun = kinds[:1] in ([Means.RISE], [Means.FALL])
    if before.role is Role.MOVES and noun and kinds[1:] in ([Means.COMPARED], [Means.STOP]):
        at = 1  # "12 % higher than a year ago, and net income"
    at = max(at, before.named_behind or _of_something(run, before))
    marks = [at for at, one in enumerate(run) if one.means is Means.RESPECTIVELY]
    if marks and len(run) > marks[-1] + 2 and run[marks[-1] + 1].means is Means.STOP:
        at = marks[-1] + 1  # "and 48, respectively, an increase of"
    return run[at:]


def _of_something(run: Sequence[Lexeme], before: Claim) -> int:
    """How many lexemes say what an amount is of: "of common stock and paid dividends of"."""
    kinds = [one.means for one in run]
    if before.role is not Role.UNKNOWN or kinds[:2] != [Means.OF, Means.WORD]:
        return 0
    return kinds.index(Means.AND) if Means.AND in kinds else 0


_END_OF_SHARE = (Means.STOP, Means.COMPARED, Means.IN, Means.AND, Means.PERIOD)


def share(reading: Reading, at: int, claim: Claim, tail: Sequence[Lexeme]) -> Claim:
    """The claim with what its figure is a share of: "15.2 % of net sales"."""
    shares: tuple[Role, ...] = (Role.SHARES, Role.STATES, Role.ARRIVES)
    if claim.of is not None:
        shares = (Role.BASE, Role.ARRIVES)
    elif claim.role is Role.ARRIVES and not reading.facts[at].figure.is_percent:
        return claim
    if claim.role not in shares or not tail or tail[0].means is not Means.OF:
        return claim
    words = []
    for one in tail[1:]:
        if one.means in _END_OF_SHARE:
            break
        words.append(one)
    name = named(reading.sentence, words)
    rest = tail[1 + len(words) :]
    if name is not None and _is_its_margin(claim, name):
        named_behind = 1 + len(words)
        return claim._replace(of=None, plain=is_plain(rest), named_behind=named_behind)
    if name is None:
        return claim._replace(role=Role.UNKNOWN)
    if claim.role in (Role.BASE, Role.ARRIVES):
        return claim._replace(of=name, plain=is_plain(rest))
    role = Role.BASE if claim.restates_base else Role.SHARES
    return claim._replace(role=role, of=name, plain=is_plain(rest))


def _is_its_margin(claim: Claim, of: Named) -> bool:
    """Whether a margin but says what every margin is of: "an operating margin of 5 % of sales"."""
    name = claim.topic.name
    level = name is not None and name.label.casefold().endswith(("margin", "margin rate"))
    return level and _REVENUES.search(of.label) is not None


_REVENUES = deferred(r"\b(?:revenues?|sales|turnover)\Z", re.IGNORECASE)


def qualified(reading: Reading, number: int, claim: Claim, tail: Sequence[Lexeme]) -> Claim:
    """The claim with what the words behind its figure make of it."""
    caused = False
    if claim.role is Role.MOVES and _is_one_of_several(reading, number, tail):
        return claim._replace(reason=claim.reason or CAUSE, plain=False)
    for at, one in enumerate(tail):
        caused |= one.means is Means.CAUSE and not reading.word(one).startswith("on a")
        if one.means is Means.BASIS and (not caused or reading.word(tail[at - 1]) in _REOPENS):
            return claim._replace(reason=claim.reason or BASIS, plain=False)
        if one.means is Means.AS_SHARE and at and tail[0].means is Means.AND:
            break  # "increased 7.0 % and as a percentage of sales was"
        if one.means is Means.AS_SHARE and claim.role is Role.MOVES:
            if reading.facts[number].figure.unit == POINTS and at == 0:
                words = list(takewhile(lambda w: w.means in _WHOLE, tail[1:]))
                of = named(reading.sentence, words)
                return claim._replace(
                    of=of, plain=of is not None and is_plain(tail[1 + len(words) :])
                )
            return claim._replace(reason=SHARE_MOVES, plain=False)
        stated = at == 1 and tail[0].means is Means.STATES  # "of 24 % is expected"
        if one.means is Means.EXPECTS and (at == 0 or stated):
            return claim._replace(reason=EXPECTED, plain=False)
        if one.means is Means.AND and at:
            break
    return claim


def _is_one_of_several(reading: Reading, number: int, tail: Sequence[Lexeme]) -> bool:
    """Whether a movement comes on top of another: "also fell by 5 as a pool was closed"."""
    also = any(reading.word(one) in _ON_TOP for one in reading.runs[number])
    return also and any(one.means is Means.CAUSE for one in tail)


_ON_TOP = ("also", "further", "additionally")


def comes_from(reading: Reading, tail: Sequence[Lexeme]) -> bool:
    """Whether an amount is but what comes from something: "net sales of 5 from the backlog"."""
    if not tail or reading.word(tail[0]) not in ("from", "on"):
        return False
    rest = [one.means for one in tail[1:] if one.means is not Means.ARTICLE]
    return bool(rest) and rest[0] is Means.WORD


def is_plain(tail: Sequence[Lexeme]) -> bool:
    """Whether what follows a figure, to the next mark, is but a time, a comparison or a cause."""
    before: Means | None = None
    times: list[Means] = []
    if [one.means for one in tail[:2]] == [Means.SHARES, Means.ARTICLE]:
        return True  # "the tax charge of 9.2 represents an effective rate of"
    for one in tail:
        if one.means in ENDS:
            return True
        if one.means is Means.SHARES and before is Means.PERIOD:
            return True  # "of 5 in 2023 represents a"
        if one.means is Means.OF and before is Means.PERIOD:  # "the first half of last year"
            continue
        is_year = one.means is Means.NUMBER and times == [Means.PERIOD, Means.IN]
        if (one.means is Means.WORD or one.means in _NARROWS) and not is_year:
            return before is Means.COMPARED
        if one.means not in (Means.ARTICLE, Means.ADVERB):
            times = [*times[-1:], one.means]  # "for the same period in 2024"
            before = one.means
    return True
