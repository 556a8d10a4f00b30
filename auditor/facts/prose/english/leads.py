"""Leads: what the words between one figure and the next make of the next."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.facts.prose.english.lexemes import Lexeme, Means


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
    """

    role: Role
    subject: tuple[Lexeme, ...] = ()
    periods: tuple[Lexeme, ...] = ()
    sign: int = 0
    reason: str = ""
    by_noun: bool = False


CAUSE = "speaks of a cause, not of the subject"
PART = "speaks of a part of it"
BASIS = "is on another basis than what tables report"
EXPECTED = "is expected, not reported"
_VERBS = {Means.RISES: 1, Means.FALLS: -1}
_NOUNS = {Means.RISE: 1, Means.FALL: -1, Means.CHANGE: 0}
_STATES = (Means.STATES, Means.USES, Means.OF, Means.SHARES, Means.COLON)
_FILLERS = (Means.ARTICLE, Means.ABOUT, Means.ADVERB)
_LINKS = (*_FILLERS, Means.AND, Means.STOP, Means.COLON, Means.OR)
_REASONS = {
    Means.CAUSE: CAUSE,
    Means.PART: PART,
    Means.BASIS: BASIS,
    Means.EXPECTS: EXPECTED,
}


def lead(run: Sequence[Lexeme]) -> Lead:
    """What leads to a figure: the lexemes since the figure before it, or since the sentence."""
    words, spoken = without_periods(run)
    kept = _without_closed_comparison(_without_last(words, _FILLERS))
    kinds = tuple(one.means for one in kept)
    compared = _last(kinds, (Means.COMPARED, Means.YEAR_BEFORE))
    if not kinds or all(k in _LINKS for k in kinds):
        return Lead(_link(kinds), (), spoken)
    if compared is not None and all(_names(k) for k in kinds[compared + 1 :]):
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
        sign, rest = _NOUNS[kinds[-2]], _without_last(kept[:-2], _LINKS)
        return Lead(Role.MOVES, _trimmed(rest), spoken, sign, _reason(rest))
    if last is Means.TO:
        return _arrived(kept[:-1], spoken)
    if last in _STATES:
        return _stated(kept, spoken)
    return Lead(Role.UNKNOWN, _trimmed(kept), spoken, reason=_reason(kept))


def without_periods(run: Sequence[Lexeme]) -> tuple[list[Lexeme], tuple[Lexeme, ...]]:
    """The lexemes without "for the third quarter of 2024" and the like, and these periods."""
    kept: list[Lexeme] = []
    periods: list[Lexeme] = []
    for one in run:
        if one.means is not Means.PERIOD:
            kept.append(one)
            continue
        while kept and kept[-1].means is Means.ARTICLE:
            kept.pop()
        if kept and kept[-1].means in (Means.IN, Means.OF):
            kept.pop()
        if not kept or kept[-1].means is not Means.COMPARED:
            periods.append(one)
    return kept, tuple(periods)


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
    role = Role.SHARES if last is Means.SHARES else Role.STATES
    sign = -1 if last is Means.USES else 0
    return Lead(role, _trimmed(rest), spoken, sign, _reason(rest), by_noun=last is Means.OF)


def _moved(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead that ends with a verb: "revenue increased"."""
    rest = _without_last(kept, _FILLERS)
    if not rest or rest[-1].means not in _VERBS:
        return Lead(Role.UNKNOWN, reason=_reason(kept))
    sign, before = _VERBS[rest[-1].means], rest[:-1]
    before = _without_last(before, (*_FILLERS, Means.STATES))
    return Lead(Role.MOVES, _trimmed(before), spoken, sign, _reason(before))


def _arrived(kept: Sequence[Lexeme], spoken: tuple[Lexeme, ...]) -> Lead:
    """The lead that ends with "to" or "at": "revenue rose to", "was flat at"."""
    verb = _last(tuple(one.means for one in kept), (*_VERBS, Means.STATES))
    if verb is None:
        if all(one.means in _LINKS for one in kept):
            return Lead(Role.ENDS if not kept else Role.ARRIVES, (), spoken)
        return Lead(Role.UNKNOWN, reason=_reason(kept))
    extra = [one for one in kept[verb + 1 :] if one.means not in (*_FILLERS, Means.WORD)]
    if extra:
        return Lead(Role.UNKNOWN, reason=_reason(kept))
    before = _without_last(kept[:verb], (*_FILLERS, Means.STATES))
    sign = _VERBS.get(kept[verb].means, 0)
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
    return tuple(_without_last(run, _LINKS))


def _without_last(run: Sequence[Lexeme], kinds: Sequence[Means]) -> list[Lexeme]:
    kept = list(run)
    while kept and kept[-1].means in kinds:
        kept.pop()
    return kept


def _last(kinds: Sequence[Means], wanted: Sequence[Means]) -> int | None:
    return next((i for i in range(len(kinds) - 1, -1, -1) if kinds[i] in wanted), None)
