"""Examining: verdicts and findings, looked at again once the figures found wrong are set right.

One error hides another: a sum that fails in two columns of three is not taken for a sum. So what
was explained is set right in thought, and discovery repeats. The relations that only then come to
light are checked on the figures as printed, and all is explained anew. Where nothing is violated,
there is nothing to set right, and no second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from auditor.auditing.corrected_scene import restated, supposed
from auditor.auditing.thresholds import MOST_CORRECTED, MOST_LOOKS, MOSTLY
from auditor.auditing.verdicts import DocumentVerdicts
from auditor.blame import Explanation, explanation
from auditor.blame.culprits import Culprit
from auditor.checks.doubted import FOLLOWED, MISREAD
from auditor.checks.support import ROUNDING_HABIT, loosely_rounded, supported
from auditor.checks.unreadable import declined_around
from auditor.checks.verdict import verdict
from auditor.findings.thresholds import COMMON
from auditor.model.finding import Finding
from auditor.model.relation import Relation
from auditor.model.verdict import Status, Verdict
from auditor.relations.declared import sameness

Correction = tuple[tuple[int, int], ...]
"""Numbers of facts, each with the digits that it should have."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Verdicts, those that a second look added among them, and what they say is wrong."""

    of: DocumentVerdicts
    verdicts: tuple[Verdict, ...]
    explained: Explanation

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.explained.findings

    @property
    def left_open(self) -> int:
        """How much is not settled: figures that others could replace, conflicts unexplained."""
        figures = sum(one.is_open or one.is_followed for one in self.explained.culprits)
        return figures + self.explained.unexplained


def examined(verdicts: DocumentVerdicts) -> Examined:
    """The verdicts, looked at again until nothing new comes to light.

    A further look that leaves more open than before told nothing.
    """
    found = explained(verdicts, verdicts.verdicts)
    looked: set[Correction] = set()
    few = len(found.explained.culprits) <= MOST_CORRECTED
    for _ in range(MOST_LOOKS if verdicts.of.discovers and few else 0):
        corrections = [c for c in _corrections(found.explained.culprits) if c not in looked]
        looked.update(corrections)
        fresh = _come_to_light(corrections, found)
        if not fresh:
            break
        again = explained(verdicts, _joined(found, fresh))
        if again.left_open > found.left_open:
            break
        found = again
    return _with_doubts(found)


def _with_doubts(found: Examined) -> Examined:
    """What fails and no figure is blamed for is told as what it is: a reading that is doubted.

    What fails because of a figure that others follow says so, since these bear out nothing.
    """
    misread, followed = frozenset(found.explained.misread), frozenset(found.explained.followed)
    if not misread and not followed:
        return found

    def told(one: Verdict) -> Verdict:
        if one.status is not Status.VIOLATED:
            return one
        if one.relation in misread:
            return replace(one, status=Status.NOT_CHECKABLE, reason=MISREAD)
        return replace(one, reason=FOLLOWED) if one.relation in followed else one

    return replace(found, verdicts=tuple(map(told, found.verdicts)))


def explained(of: DocumentVerdicts, verdicts: tuple[Verdict, ...]) -> Examined:
    """What these verdicts, all or some of the document's, say is wrong."""
    return Examined(of, verdicts, explanation(verdicts, of.rounding, of.of.figures))


def _joined(found: Examined, more: Sequence[Relation]) -> tuple[Verdict, ...]:
    """The verdicts with those on more relations; what is off by habit counts with its likes again.

    A general rule that says the same gives way to what was discovered.
    """
    rounding, general = found.of.rounding, found.of.of.general
    said = {sameness(relation) for relation in more}
    kept = (
        verdict(v.relation, rounding) if v.reason == ROUNDING_HABIT else v
        for v in found.verdicts
        if v.relation.rule not in general or sameness(v.relation) not in said
    )
    facts = found.of.of.of
    fresh = declined_around(
        supported([verdict(relation, rounding) for relation in more], general),
        facts.unread,
        facts.facts,
    )
    return loosely_rounded((*kept, *fresh), rounding)


def _come_to_light(corrections: Iterable[Correction], found: Examined) -> tuple[Relation, ...]:
    """The relations that discovery finds only once the culprits are set right, in their tables.

    In prose no error hides another: each sentence speaks for itself.
    """
    relations = found.of.of
    scene = relations.scene
    fresh: dict[object, Relation] = {}
    for correction in corrections:
        digits = dict(correction)
        corrected = supposed(scene, digits)
        tables = {grid.table.number for grid in corrected.grids}
        if not tables:
            continue
        known = {
            sameness(v.relation)
            for v in found.verdicts
            if _among(v.relation, tables) and not _is_set_aside(v, relations.general)
        }
        printed = {f.number: f.figure.digits for f in relations.of.facts if f.number in digits}
        for relation in relations.discovered_in(corrected):
            same = sameness(relation) if _among(relation, tables) else None
            if same is not None and same not in known:
                fresh.setdefault(same, restated(relation, printed))
    return tuple(fresh.values())


def _among(relation: Relation, tables: AbstractSet[int]) -> bool:
    """Whether a relation of tables has a figure in one of these."""
    places = [fact.source.table for fact in relation.facts]
    return None not in places and not tables.isdisjoint(places)


def _is_set_aside(verdict: Verdict, rules: AbstractSet[str]) -> bool:
    """Whether a general rule's reading was not trusted, so that discovery may still find it."""
    general = verdict.relation.rule in rules
    return general and verdict.status is Status.NOT_CHECKABLE


def _is_known(culprit: Culprit) -> bool:
    """Whether a slip tells what the figure should say, or no other figure may be the wrong one."""
    first = culprit.suspicions[0]
    return bool(first.supposed.slip) or first.confidence >= MOSTLY


def _corrections(culprits: Sequence[Culprit]) -> Iterator[Correction]:
    """What the first suspects should say, then the second where they are no less likely.

    Where other figures together would explain the same, or one of several is wrong and no slip says
    which, nobody knows what to set right.
    """
    culprits = [one for one in culprits if not (one.is_open or one.is_followed) and _is_known(one)]
    first = [culprit.suspicions[0] for culprit in culprits]
    second = [
        culprit.suspicions[1]
        if len(culprit.suspicions) > 1
        and culprit.suspicions[1].confidence >= COMMON * culprit.suspicions[0].confidence
        else culprit.suspicions[0]
        for culprit in culprits
    ]
    for chosen in (first, second) if second != first else (first,):
        supposed_ = [(s.supposed.number, s.supposed.value) for s in chosen]
        told = tuple((number, value) for number, value in supposed_ if value is not None)
        if told:
            yield told
