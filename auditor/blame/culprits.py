"""Culprits: the figures blamed, each with what it breaks, what it should be and its rivals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.blame.cases import Case, Released
from auditor.blame.correction import set_right
from auditor.blame.hitting_sets import Blame, Weigh, blame, cover_bits
from auditor.blame.hypothesis import Around, Hypothesis, hypothesis
from auditor.blame.thresholds import (
    FEWEST_UNITS,
    MOST_COMPARED,
    SUSPECTS_NAMED,
    UNCOMPARED,
    WORTH_NAMING,
)
from auditor.checks.slips import meant
from auditor.model.interval import Interval

NOWHERE = Around(lambda _number, _value: None, lambda _number, _value: 0.0)
"""Nothing is known of the rest of the document."""


class Suspicion(NamedTuple):
    """What a figure should have been, and how likely it is to be the wrong one (0 to 1)."""

    supposed: Hypothesis
    confidence: float


class Culprit(NamedTuple):
    """A figure blamed, or one of those that weigh as much.

    ``broken`` are the places of the relations that show it to be wrong, ``suspicions`` the
    figures that may be wrong, the culprit first. ``is_open`` says that sets of other figures may
    explain the same, ``is_followed`` that no figure does alone: what is computed of it follows it.
    """

    number: int
    case: Case
    broken: tuple[int, ...]
    suspicions: tuple[Suspicion, ...]
    is_open: bool
    is_followed: bool = False


def culprits(case: Case, around: Around) -> Iterator[Culprit]:
    """The figures blamed for a case; ``around`` knows all figures of the document."""

    @cache
    def stated(number: int, places: tuple[int, ...], wanted: Interval | None) -> Hypothesis:
        return hypothesis(number, places, case.evidence, wanted, around)

    @cache
    def weigh(number: int, released: Released) -> Hypothesis:
        places = case.evidence.alone_with(number, released)
        return stated(number, places, case.wanted(number, released))

    found = blame(case, weigh)
    for number in _telling(found.culprits, case, weigh):
        yield _culprit(number, found, case, weigh)


def _telling(blamed: Sequence[int], case: Case, weigh: Weigh) -> list[int]:
    """The figures blamed that break something of their own, or are needed and a plain slip.

    One that breaks only what another breaks too may be off, but nothing shows it: unless what
    confirms the other leaves it no choice, and a slip of the pen turns what it should be into what
    is printed. Without a slip it is as likely that what joins the two was misread.
    """
    if case.jointly:  # each is needed to leave no conflict
        return list(blamed)
    evidence, cover = case.evidence, frozenset(blamed)
    breaking = Counter(place for number in blamed for place in evidence.broken(number))
    silent = set()
    for number in reversed(blamed):
        mine = evidence.broken(number)
        if all(breaking[place] > 1 for place in mine) and not _is_slip(number, cover, case, weigh):
            silent.add(number)
            breaking.subtract(mine)
    return [number for number in blamed if number not in silent]


def _is_slip(number: int, cover: Released, case: Case, weigh: Weigh) -> bool:
    """Whether the others blamed leave a conflict that a slip of this figure, and no chance, ends.

    A slip soon turns a figure of a digit or two into any other.
    """
    figure = case.evidence.facts[number].figure
    if abs(figure.digits) < FEWEST_UNITS or case.left(cover - {number}) is None:
        return False
    value = _supposed(number, cover, case, weigh).value
    return any(slip.value == value for slip in meant(figure))


def _culprit(number: int, found: Blame, case: Case, weigh: Weigh) -> Culprit:
    cover = frozenset(found.culprits)
    supposed = _supposed(number, cover, case, weigh)
    broken = case.broken(number, cover)
    if len(cover) > MOST_COMPARED:
        return Culprit(number, case, broken, (Suspicion(supposed, UNCOMPARED),), is_open=True)
    ranked = [(cover_bits(cover, weigh), supposed)]
    for rival in _rivals(number, cover, case):
        other = cover - {number} | {rival}
        if case.left(other) is None:
            ranked.append((cover_bits(other, weigh), _supposed(rival, other, case, weigh)))
    ranked = [ranked[0], *sorted(ranked[1:], key=lambda r: (r[0], r[1].number))]
    trust = [2.0 ** (ranked[0][0] - bits) for bits, _ in ranked]
    others = _without(number, found, cover)
    left = min(1 / (1 + others), UNCOMPARED if found.open_ else 1.0)
    suspicions = tuple(
        Suspicion(one, left * share / sum(trust))
        for (_, one), share in zip(ranked[:SUSPECTS_NAMED], trust, strict=False)
        if one is supposed or share > WORTH_NAMING * sum(trust)
    )
    return Culprit(number, case, broken, suspicions, is_open=found.open_ or others > 0)


def _without(number: int, found: Blame, cover: Released) -> int:
    """How many sets weigh the same, differ in more than one figure and take this one for right."""
    return sum(number not in other and len(other - cover) > 1 for other in found.others)


def _supposed(number: int, cover: Released, case: Case, weigh: Weigh) -> Hypothesis:
    """What the figure should be once the others are set right: they may share relations."""
    alone, evidence = weigh(number, cover), case.evidence
    near = frozenset[int]().union(*(evidence.figures[p] for p in evidence.at[number]))
    others = (near & cover) - {number}
    if not others or case.jointly:
        return alone
    right = set_right(number, {n: weigh(n, cover).value for n in others}, evidence)
    if number not in right.at:
        return alone
    places = tuple(right.at[number])
    together = hypothesis(number, places, right, right.common(number, places), NOWHERE)
    return alone if together.value is None else together._replace(slip=together.slip or alone.slip)


def _rivals(number: int, cover: Released, case: Case) -> list[int]:
    """The figures that stand in everything that only this one of the blamed breaks."""
    evidence = case.evidence
    if case.jointly:
        conflict = case.left(cover - {number})
        return [] if conflict is None else sorted(conflict.figures - cover)
    mine = [p for p in evidence.alone_with(number, cover) if p in evidence.violated]
    common = frozenset.intersection(*(evidence.figures[p] for p in mine)) if mine else frozenset()
    return sorted(common - cover)
