"""Leads: what the words between one figure and the next make of the next."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.wordings import Means


class Role(StrEnum):
    """What a claim does with a figure."""

    STATES = "states"  # the subject's amount
    MOVES = "moves"  # how far the subject moved
    ARRIVES = "arrives"  # what the subject moved to
    BASE = "base"  # what the subject is compared with
    SHARES = "shares"  # the subject's share of something
    RESTATES = "restates"  # what the figure before says, in another unit
    LISTED = "listed"  # one more of what the figure before is
    ENDS = "ends"  # the other end of a range
    UNKNOWN = "unknown"


class Lead(NamedTuple):
    """A figure's role; ``subject`` are the lexemes that may name what it speaks of.

    ``sign`` is 1 for up, -1 for down, 0 where no verb tells; ``reason`` why the figure is no
    statement of a subject, where it is none; ``by_noun`` is whether no verb states it: "a gain of".
    ``of`` are the lexemes that may name what it is a share of.
    """

    role: Role
    subject: tuple[Lexeme, ...] = ()
    periods: tuple[Lexeme, ...] = ()
    sign: int = 0
    reason: str = ""
    by_noun: bool = False
    of: tuple[Lexeme, ...] = ()


CAUSE = "about a cause, not about the subject of its sentence"
PART = "about a part only of what its sentence names"
BASIS = "on another basis than the tables, such as adjusted or at constant currency"
EXPECTED = "an expectation, not a result"
_VERBS = {Means.RISES: 1, Means.FALLS: -1}
_NOUNS = {Means.RISE: 1, Means.FALL: -1, Means.CHANGE: 0}
_STATES = (Means.STATES, Means.USES, Means.OF, Means.SHARES, Means.COLON, Means.RECORDS)
_FILLERS = (Means.ARTICLE, Means.ABOUT, Means.ADVERB)
_BEFORE = (Means.YEAR_BEFORE, Means.QUARTER_BEFORE)
LINKS = (*_FILLERS, Means.AND, Means.STOP, Means.COLON, Means.OR)
_REPRESENTS = (*LINKS, Means.SHARES, Means.STATES)
"""What leads to a movement of what stands in front: "represents an increase of"."""
_REASONS = {
    Means.CAUSE: CAUSE,
    Means.PART: PART,
    Means.BASIS: BASIS,
    Means.EXPECTS: EXPECTED,
}


def lead(run: Sequence[Lexeme]) -> Lead:
    """What leads to a figure: the lexemes since the figure before it, or since the sentence."""
    if dated := dating_a_base(run):
        return Lead(Role.BASE, (), (dated[1],))
    told = _last(tuple(one.means for one in run), (Means.TELLS,))
    if told is not None:
        run = run[told + 1 :]
    words, spoken = without_periods(run)
    kept = _without_closed_comparison(_without_last(words, _FILLERS))
    kinds = tuple(one.means for one in kept)
    compared = _last(kinds, (Means.COMPARED, Means.YEAR_BEFORE))
    if not kinds or all(k in LINKS for k in kinds):
        return Lead(_link(kinds), (), spoken)
    if compared is not None and all(_names(k) for k in kinds[compared + 1 :]):
        if kinds[compared] is Means.YEAR_BEFORE and Means.CAUSE in kinds[:compared]:
            return Lead(Role.UNKNOWN, (), spoken, reason=CAUSE)  # "by volume year over year of 5"
        opening = _without_last(kept[:compared], _FILLERS)
        if opening and opening[-1].means in _VERBS:  # "rose from"
            return _moved(opening, spoken)._replace(role=Role.BASE)
        behind = _without_last(kept[compared + 1 :], (Means.OF, Means.STATES))
        return Lead(Role.BASE, _trimmed(behind), spoken, reason=_reason(kept[:compared]))
    return _led_by_its_last(kept, spoken)


def _led_by_its_last(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """What the last word in front of a figure makes of it, where that is no link."""
    kinds = tuple(one.means for one in kept)
    last = kinds[-1]
    if last in _VERBS or (last is Means.BY and len(kept) > 1):
        return _moved(kept if last in _VERBS else kept[:-1], spoken)
    if last is Means.OF and len(kept) > 1 and kinds[-2] in _NOUNS:
        sign, rest = _NOUNS[kinds[-2]], _without_last(kept[:-2], _REPRESENTS)
        return Lead(Role.MOVES, _trimmed(rest), spoken, sign, _reason(rest))
    if last is Means.TO:
        return _arrived(kept[:-1], spoken)
    if last in _STATES:
        return _change_in(kept, spoken) or _stated(kept, spoken)
    return _moving(kept, spoken) or Lead(Role.UNKNOWN, _trimmed(kept), spoken, reason=_reason(kept))


def _moving(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead | None:
    """The lead of "we grew net sales"; None where it is none."""
    kinds = tuple(one.means for one in kept)
    verb = next((i for i, k in enumerate(kinds) if k not in _OPENING), len(kinds))
    if not verb or kinds[verb:] == () or kinds[verb] not in _VERBS:
        return None
    if not set(kinds[verb + 1 :]) <= _NAMING:
        return None
    return Lead(Role.MOVES, _trimmed(kept[verb + 1 :]), spoken, _VERBS[kinds[verb]])


_OPENING = frozenset((Means.ARTICLE, Means.ADVERB, Means.STOP, Means.AND))
_NAMING = frozenset((Means.ARTICLE, Means.WORD, Means.ADVERB))


def _change_in(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead | None:
    """The lead of "the increase in revenue of", "growth in revenue was"; None where it is none."""
    first = next((i for i, one in enumerate(kept) if one.means not in _OPENING), len(kept))
    kinds = tuple(one.means for one in kept)
    if kinds[-1] not in (Means.OF, Means.STATES) or first + 3 > len(kept):
        return None
    noun, rest = kinds[first], kept[first + 1 : -1]
    if noun not in _NOUNS or rest[0].means not in (Means.IN, Means.OF):
        return None
    return Lead(
        Role.MOVES,
        _trimmed(rest[1:]),
        spoken,
        _NOUNS[noun],
        _reason(rest),
        by_noun=kinds[-1] is Means.OF,
    )


def dating_a_base(run: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The end of a run that opens a comparison in brackets or marks by its time alone: "(2023:"."""
    end = run[-3:]
    kinds = [one.means for one in end]
    times = (Means.PERIOD, Means.YEAR_BEFORE)
    opens = len(end) > 2 and kinds[0] is Means.STOP and kinds[1] in times
    return end if opens and kinds[2] is Means.COLON else ()


def without_periods(run: Sequence[Lexeme]) -> tuple[list[Lexeme], tuple[Lexeme, ...]]:
    """The lexemes without "for the third quarter of 2024" and the like, and these periods."""
    kept: list[Lexeme] = []
    periods: list[Lexeme] = []
    cut = 0  # how many were kept where the last period was left out
    for one in run:
        if one.means is not Means.PERIOD:
            kept.append(one)
            continue
        if periods and kept[cut:] and all(k.means in _JOINS for k in kept[cut:]):
            kept = kept[:cut]  # "at year-end 2024 and 2023"
        while kept and kept[-1].means is Means.ARTICLE:
            kept.pop()
        if kept and kept[-1].means in (Means.IN, Means.OF, Means.TO):
            kept.pop()
        cut = len(kept)
        if not kept or kept[-1].means is not Means.COMPARED:
            periods.append(one)
    return kept, tuple(periods)


_JOINS = (Means.AND, Means.STOP, Means.ARTICLE)


def _without_closed_comparison(kept: list[Lexeme]) -> list[Lexeme]:
    """The lexemes from the mark on that ends what the figure before is compared with."""
    if not kept or kept[0].means not in (Means.COMPARED, Means.YEAR_BEFORE):
        return kept
    at = next((i for i, one in enumerate(kept) if one.means is Means.STOP), None)
    closed = at is not None and all(_names(one.means) for one in kept[1:at])
    return kept[at:] if closed else kept


def _link(kinds: Sequence[Means]) -> Role:
    """What a figure is that nothing but a link joins to the one before."""
    if Means.OR in kinds:
        return Role.RESTATES
    return Role.LISTED if Means.AND in kinds or Means.STOP in kinds else Role.UNKNOWN


def _stated(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead that ends with what states an amount: "revenue was"."""
    last, rest = kept[-1].means, kept[:-1]
    share = _last(tuple(one.means for one in rest), (Means.AS_SHARE,))
    if share is not None:
        return _share_of(rest, share, spoken)
    nouns = last is Means.STATES and len(rest) > 1 and rest[-1].means in _NOUNS
    if nouns and rest[-2].means is Means.WORD:  # "revenue growth was"
        before, sign = rest[:-1], _NOUNS[rest[-1].means]
        return Lead(Role.MOVES, _trimmed(before), spoken, sign, _reason(before))
    role = Role.SHARES if last is Means.SHARES else Role.STATES
    by_noun = last is Means.OF and not any(one.means is Means.RECORDS for one in rest)
    sign = -1 if last is Means.USES else 0
    return Lead(role, _trimmed(rest), spoken, sign, _reason(rest), by_noun=by_noun)


def _share_of(rest: Sequence[Lexeme], share: int, spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead of "costs as a percentage of sales were", "as a percentage of sales, costs were"."""
    before, behind = rest[:share], rest[share + 1 :]
    if any(one.means is not Means.ARTICLE and one.means not in LINKS for one in before):
        return Lead(Role.SHARES, _trimmed(before), spoken, 0, _reason(before), of=_trimmed(behind))
    cut = next((i for i, one in enumerate(behind) if one.means is Means.STOP), len(behind))
    subject = behind[cut + 1 :]
    return Lead(
        Role.SHARES, _trimmed(subject), spoken, 0, _reason(subject), of=_trimmed(behind[:cut])
    )


def _moved(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead that ends with a verb: "revenue increased"."""
    rest = _without_last(kept, (*_FILLERS, *_BEFORE))  # "rose sequentially by"
    if not rest or rest[-1].means not in _VERBS:
        return Lead(Role.UNKNOWN, reason=_reason(kept))
    sign, before = _VERBS[rest[-1].means], rest[:-1]
    before = _without_last(before, (*_FILLERS, Means.STATES))
    share = _last(tuple(one.means for one in before), (Means.AS_SHARE,))
    if share is not None:
        return _share_of(before, share, spoken)._replace(role=Role.MOVES, sign=sign)
    return Lead(Role.MOVES, _trimmed(before), spoken, sign, _reason(before))


def _arrived(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead that ends with "to" or "at": "revenue rose to", "was flat at"."""
    verb = _last(tuple(one.means for one in kept), (*_VERBS, Means.STATES))
    if verb is None:
        if all(one.means in (*LINKS, *_BEFORE) for one in kept):
            return Lead(Role.ENDS if not kept else Role.ARRIVES, (), spoken)
        return Lead(Role.UNKNOWN, _trimmed(kept), spoken, reason=_reason(kept))
    extra = [one for one in kept[verb + 1 :] if one.means not in (*_FILLERS, Means.WORD)]
    if extra:
        return Lead(Role.UNKNOWN, reason=_reason(kept))
    before = _without_last(kept[:verb], (*_FILLERS, Means.STATES))
    sign = _VERBS.get(kept[verb].means, 0)
    share = _last(tuple(one.means for one in before), (Means.AS_SHARE,))
    if share is not None:
        return _share_of(before, share, spoken)._replace(role=Role.ARRIVES, sign=sign)
    return Lead(Role.ARRIVES, _trimmed(before), spoken, sign, _reason(before))


def _names(kind: Means) -> bool:
    """Whether a lexeme may stand between "compared to" and the figure."""
    return kind in (
        *_FILLERS,
        Means.WORD,
        Means.OF,
        Means.AND,
        Means.IN,
        Means.YEAR_BEFORE,
        Means.STATES,
        Means.PER_SHARE,
        Means.MARK,
    )


def _reason(run: Sequence[Lexeme]) -> str:
    """Why a figure behind these lexemes is no statement of a subject; "" where it may be one."""
    return next((_REASONS[one.means] for one in reversed(run) if one.means in _REASONS), "")


def _trimmed(run: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    return tuple(_without_last(run, LINKS))


def _without_last(run: Sequence[Lexeme], kinds: Sequence[Means]) -> list[Lexeme]:
    kept = list(run)
    while kept and kept[-1].means in kinds:
        kept.pop()
    return kept


def _last(kinds: Sequence[Means], wanted: Sequence[Means]) -> int | None:
    return next((i for i in range(len(kinds) - 1, -1, -1) if kinds[i] in wanted), None)
