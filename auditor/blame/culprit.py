"""Culprits: the figures blamed, each with what it breaks, what it should be and its rivals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.blame.blame import Blame, Weigh, blame, cover_bits, knots
from auditor.blame.copied import Elsewhere
from auditor.blame.correction import mended
from auditor.blame.evidence import Evidence
from auditor.blame.hypothesis import Hypothesis, hypothesis
from auditor.blame.release import conflict
from auditor.model.fact import Fact

SUSPECTS_NAMED = 5
MOST_COMPARED, UNCOMPARED = 12, 0.5
"""Figures blamed for one knot up to which each is compared with its rivals, and the confidence in
each of more."""
WORTH_NAMING = 0.04
"""Confidence from which on a second suspect is named."""


class Suspicion(NamedTuple):
    """What a figure should have been, and how likely it is to be the wrong one (0 to 1)."""

    supposed: Hypothesis
    confidence: float


class Culprit(NamedTuple):
    """A figure blamed, or one of those that weigh as much.

    ``broken`` are the places of the violated relations that it stands in, ``suspicions`` the
    figures that may be wrong, the culprit first. ``open_`` says that other sets of figures may
    explain the same.
    """

    number: int
    broken: tuple[int, ...]
    suspicions: tuple[Suspicion, ...]
    open_: bool


def culprits(evidence: Evidence, facts: Sequence[Fact]) -> Iterator[Culprit]:
    """The figures blamed for everything violated."""
    elsewhere = Elsewhere(facts, evidence)

    @cache
    def weigh(number: int, places: tuple[int, ...]) -> Hypothesis:
        return hypothesis(number, places, evidence, elsewhere.slip)

    for knot in knots(evidence):
        found = blame(knot, evidence, weigh)
        for number in _telling(found.culprits, evidence):
            yield _culprit(number, found, evidence, weigh)


def _telling(blamed: Sequence[int], evidence: Evidence) -> list[int]:
    """The figures blamed that break something of their own.

    One that breaks only what another breaks too may be off, but nothing shows it.
    """
    breaking = Counter(place for number in blamed for place in evidence.broken(number))
    silent = set()
    for number in reversed(blamed):
        mine = evidence.broken(number)
        if all(breaking[place] > 1 for place in mine):
            silent.add(number)
            breaking.subtract(mine)
    return [number for number in blamed if number not in silent]


def _culprit(number: int, found: Blame, evidence: Evidence, weigh: Weigh) -> Culprit:
    cover = frozenset(found.culprits)
    supposed = _supposed(number, cover, evidence, weigh)
    broken = tuple(evidence.broken(number))
    if len(cover) > MOST_COMPARED:
        return Culprit(number, broken, (Suspicion(supposed, UNCOMPARED),), open_=True)
    ranked = [(cover_bits(cover, evidence, weigh), supposed)]
    for rival in _rivals(number, cover, evidence):
        other = cover - {number} | {rival}
        if conflict(other, evidence) is None:
            bits = cover_bits(other, evidence, weigh)
            ranked.append((bits, _supposed(rival, other, evidence, weigh)))
    ranked = [ranked[0], *sorted(ranked[1:], key=lambda r: (r[0], r[1].number))]
    trust = [2.0 ** (ranked[0][0] - bits) for bits, _ in ranked]
    suspicions = tuple(
        Suspicion(one, share / sum(trust))
        for (_, one), share in zip(ranked[:SUSPECTS_NAMED], trust, strict=False)
        if one is supposed or share > WORTH_NAMING * sum(trust)
    )
    return Culprit(number, broken, suspicions, _open(found, cover))


def _open(found: Blame, cover: frozenset[int]) -> bool:
    """Whether sets that differ in more than one figure weigh the same, or were not looked at."""
    return found.open_ or any(len(other - cover) > 1 for other in found.others)


def _supposed(number: int, cover: frozenset[int], evidence: Evidence, weigh: Weigh) -> Hypothesis:
    """What the figure should be once the others are set right: they may share relations."""
    alone = weigh(number, evidence.alone_with(number, cover))
    near = frozenset().union(*(evidence.figures[p] for p in evidence.at[number]))
    others = (near & cover) - {number}
    if not others:
        return alone
    values = {n: weigh(n, evidence.alone_with(n, cover)).value for n in others}
    right = mended(number, values, evidence)
    if number not in right.at:
        return alone
    together = hypothesis(number, tuple(right.at[number]), right, _nowhere)
    return alone if together.value is None else together._replace(slip=together.slip or alone.slip)


def _nowhere(_number: int, _value: int) -> None:
    """No slip from elsewhere is looked for."""


def _rivals(number: int, cover: frozenset[int], evidence: Evidence) -> list[int]:
    """The figures that stand in everything that only this one of the blamed breaks."""
    mine = [p for p in evidence.alone_with(number, cover) if p in evidence.violated]
    common = frozenset.intersection(*(evidence.figures[p] for p in mine)) if mine else frozenset()
    return sorted(common - cover)
