"""Followed: a wrong figure that what is computed of it follows.

Who mistypes a total before the rest is computed carries the error on: its growth, its share and the
profit that is left of it agree with it, and only its parts do not. Each of those agreeing figures
acquits the wrong one, so that no figure alone explains the failure; but the wrong figure with all
that is computed of it does. That is said as a doubt, since what is read so may be read wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.blame.cases import Case, Released
from auditor.blame.culprits import Culprit, Suspicion
from auditor.blame.evidence import Evidence
from auditor.blame.hypothesis import Around, Hypothesis, hypothesis
from auditor.blame.thresholds import (
    ALIKE,
    FOLLOWED,
    MOST_FOLLOWED,
    MOST_FOLLOWERS,
    SUSPECTS_NAMED,
    WORTH_NAMING,
)
from auditor.model.relation import Kind

_COMPUTED = (Kind.SUM, Kind.DIFFERENCE)
"""What carries an error on. Two figures of one name that differ are more often two things."""


def followed(case: Case, around: Around) -> Iterator[Culprit]:
    """The figure that with all that follows it explains a case which no figures alone do.

    At most one, with its rivals; none where nothing follows, where nothing that fails adds up or
    subtracts, or relations were judged jointly.
    """
    if case.jointly or len(case.known) > MOST_FOLLOWED:
        return
    violated = sorted(frozenset[int]().union(*(conflict.places for conflict in case.known)))
    if not any(case.evidence.relations[place].kind in _COMPUTED for place in violated):
        return
    roots = _likeliest_first(list(_roots(case, violated, around)), violated, case.evidence)
    if not roots:
        return
    first = roots[0]
    trust = [2.0 ** (first.bits - root.bits) for root in roots]
    suspicions = tuple(
        Suspicion(root, FOLLOWED * share / sum(trust))
        for root, share in zip(roots[:SUSPECTS_NAMED], trust, strict=False)
        if root is first or share > WORTH_NAMING * sum(trust)
    )
    yield Culprit(first.number, case, tuple(violated), suspicions, is_open=False, is_followed=True)


def _roots(case: Case, violated: Sequence[int], around: Around) -> Iterator[Hypothesis]:
    """The figures that explain the case with what follows them, and what each should have been."""
    evidence = case.evidence
    for number in sorted(frozenset[int]().union(*(conflict.figures for conflict in case.known))):
        released = _with_followers(number, evidence)
        if not _accounts_for(number, released, violated, evidence):
            continue
        if case.left(released) is not None:
            continue
        places = evidence.alone_with(number, released)
        supposed = hypothesis(number, places, evidence, case.wanted(number, released), around)
        if supposed.value is not None:
            yield supposed


def _likeliest_first(
    roots: Sequence[Hypothesis], violated: Sequence[int], evidence: Evidence
) -> list[Hypothesis]:
    """The roots by weight; of those that weigh alike, what the failing relations come to first."""
    targets = {evidence.relations[place].target.number for place in violated}
    least = min((root.bits for root in roots), default=0.0) + ALIKE

    def key(root: Hypothesis) -> tuple[bool, bool, float, int]:
        alike = root.bits <= least
        return not alike, alike and root.number not in targets, root.bits, root.number

    return sorted(roots, key=key)


def _with_followers(number: int, evidence: Evidence) -> Released:
    """The figure and what holding relations compute of it, of that again, and so on."""
    released, left = {number}, [number]
    while left and len(released) <= MOST_FOLLOWERS:
        one = left.pop()
        for place in evidence.at[one]:
            target = evidence.relations[place].target.number
            holds = place not in evidence.violated and place not in evidence.mute
            if holds and target != one and target not in released and target in evidence.at:
                released.add(target)
                left.append(target)
    return frozenset(released)


def _accounts_for(
    number: int, released: Released, violated: Sequence[int], evidence: Evidence
) -> bool:
    """Whether what follows the figure touches all that fails, and nothing that it breaks itself.

    What it breaks must be broken by it alone: a sum whose total is taken to follow from a part
    would come out whatever the part is.
    """
    if len(released) < 2 or len(released) > MOST_FOLLOWERS:
        return False
    return all(
        figures & released == {number} if number in figures else bool(figures & released)
        for figures in (evidence.figures[place] for place in violated)
    )
