"""Examining: verdicts and findings, looked at again once the figures found wrong are set right.

One error hides another: a sum that fails in two columns of three is not taken for a sum. So what
was explained is set right in thought, and discovery repeats. The relations that only then come to
light are checked on the figures as printed, and all is explained anew. Where nothing is violated,
there is nothing to set right, and no second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from auditor.auditing.corrected import restated, supposed
from auditor.auditing.stages import Understood
from auditor.blame import COMMON, Explanation, explanation
from auditor.blame.culprit import Culprit
from auditor.checks.support import ROUNDING_HABIT, loosely_rounded, supported
from auditor.checks.verdict import verdict
from auditor.model.figure import Rounding
from auditor.model.finding import Finding, Status, Verdict
from auditor.model.relation import Relation
from auditor.relations.declared import sameness
from auditor.rulebook.select import asked_verdicts

MOST_LOOKS = 3
"""How often discovery is repeated; each time there must be something new."""


Correction = tuple[tuple[int, int], ...]
"""Numbers of facts, each with the digits that it should have."""


class Examination(NamedTuple):
    """The verdicts, the rounding they were reached under, and what is wrong."""

    verdicts: tuple[Verdict, ...]
    rounding: Rounding
    explained: Explanation

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.explained.findings

    @property
    def left_open(self) -> int:
        """How many figures are blamed that others together could stand in for."""
        return sum(culprit.open_ for culprit in self.explained.culprits)


def examined(understood: Understood, rounding: str) -> Examination:
    """The document's verdicts and findings, as far as they are asked for.

    All relations are examined, and those of the rules that are asked explained once more alone.
    """
    found = _wholly_examined(understood, rounding)
    asked = asked_verdicts(found.verdicts, understood.selection)
    if asked is found.verdicts:
        return found
    return _examined(understood, asked, found.rounding)


def _wholly_examined(understood: Understood, rounding: str) -> Examination:
    """The verdicts on every relation, and what is wrong.

    A further look that leaves more open than before told nothing.
    """
    verdicts, fitted = understood.verdicts(rounding)
    found = _examined(understood, verdicts, fitted)
    looked: set[Correction] = set()
    for _ in range(MOST_LOOKS if understood.discover else 0):
        corrections = [c for c in _corrections(found.explained.culprits) if c not in looked]
        looked.update(corrections)
        fresh = _come_to_light(corrections, found, understood)
        if not fresh:
            break
        verdicts = _joined(found, fresh, understood.general)
        again = _examined(understood, verdicts, fitted)
        if again.left_open > found.left_open:
            break
        found = again
    return found


def _examined(
    understood: Understood, verdicts: tuple[Verdict, ...], rounding: Rounding
) -> Examination:
    return Examination(verdicts, rounding, explanation(verdicts, rounding, understood.figures))


def _joined(
    found: Examination, more: Sequence[Relation], general: frozenset[str]
) -> tuple[Verdict, ...]:
    """The verdicts with those on more relations; what is off by habit counts with its likes again.

    A general rule that says the same gives way to what was discovered.
    """
    said = {sameness(relation) for relation in more}
    kept = (
        verdict(v.relation, found.rounding) if v.reason == ROUNDING_HABIT else v
        for v in found.verdicts
        if v.relation.rule not in general or sameness(v.relation) not in said
    )
    fresh = supported([verdict(relation, found.rounding) for relation in more], general)
    return loosely_rounded((*kept, *fresh), found.rounding)


def _come_to_light(
    corrections: Iterable[Correction], found: Examination, understood: Understood
) -> tuple[Relation, ...]:
    """The relations that discovery finds only once the culprits are set right, in their tables.

    In prose no error hides another: each sentence speaks for itself.
    """
    fresh: dict[object, Relation] = {}
    for correction in corrections:
        digits = dict(correction)
        scene = supposed(understood.scene, digits)
        tables = {grid.table.number for grid in scene.grids}
        if not tables:
            continue
        known = {
            sameness(v.relation)
            for v in found.verdicts
            if _among(v.relation, tables) and not _is_set_aside(v, understood)
        }
        printed = {f.number: f.figure.digits for f in understood.facts if f.number in digits}
        for relation in understood.discovered_in(scene):
            same = sameness(relation) if _among(relation, tables) else None
            if same is not None and same not in known:
                fresh.setdefault(same, restated(relation, printed))
    return tuple(fresh.values())


def _among(relation: Relation, tables: AbstractSet[int]) -> bool:
    """Whether a relation of tables has a figure in one of these."""
    places = [fact.source.table for fact in relation.facts]
    return None not in places and not tables.isdisjoint(places)


def _is_set_aside(verdict: Verdict, understood: Understood) -> bool:
    """Whether a general rule's reading was not trusted, so that discovery may still find it."""
    general = verdict.relation.rule in understood.general
    return general and verdict.status is Status.NOT_CHECKABLE


def _corrections(culprits: Sequence[Culprit]) -> Iterator[Correction]:
    """What the first suspects should say, then the second where they are no less likely.

    Where other figures together would explain the same, nobody knows what to set right.
    """
    culprits = [culprit for culprit in culprits if not culprit.open_]
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
