"""Examining: verdicts and findings, looked at again once the figures found wrong are set right.

One error hides another: a sum that fails in two columns of three is not taken for a sum. So what
was explained is set right in thought, and discovery repeats. The relations that only then come to
light are checked on the figures as printed, and all is explained anew. Where nothing is violated,
there is nothing to set right, and no second look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.bind import sameness
from auditor.figure import Rounding
from auditor.finding import Finding, Verdict
from auditor.localise import COMMON, Explanation, explanation
from auditor.localise.culprit import Culprit
from auditor.relation import Relation
from auditor.supposing import restated, supposed
from auditor.understanding import Understood

MOST_LOOKS = 3
"""How often discovery is repeated; each time there must be something new."""


class Examination(NamedTuple):
    """The verdicts, the rounding they were reached under, and what is wrong.

    ``more`` are the relations that only came to light when something was set right.
    """

    verdicts: tuple[Verdict, ...]
    rounding: Rounding
    explained: Explanation
    more: tuple[Relation, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.explained.findings

    @property
    def left_open(self) -> int:
        """How many figures are blamed that others together could stand in for."""
        return sum(culprit.open_ for culprit in self.explained.culprits)


def examined(understood: Understood, rounding: str) -> Examination:
    """The document's verdicts and findings.

    A further look that leaves more open than before told nothing.
    """
    found = _examined(understood, rounding, ())
    for _ in range(MOST_LOOKS if understood.discover else 0):
        fresh = _come_to_light(found, understood)
        if not fresh:
            break
        again = _examined(understood, rounding, (*found.more, *fresh))
        if again.left_open > found.left_open:
            break
        found = again
    return found


def _examined(understood: Understood, rounding: str, more: tuple[Relation, ...]) -> Examination:
    verdicts, fitted = understood.verdicts(rounding, more)
    return Examination(verdicts, fitted, explanation(verdicts, fitted, understood.figures), more)


def _come_to_light(found: Examination, understood: Understood) -> tuple[Relation, ...]:
    """The relations of tables that discovery finds only once the culprits are set right.

    In prose no error hides another: each sentence speaks for itself.
    """
    printed = {fact.number: fact.figure.digits for fact in understood.figures}
    known = {sameness(relation) for relation in (*understood.discovered, *found.more)}
    fresh: dict[object, Relation] = {}
    for digits in _corrections(found.explained.culprits):
        for relation in understood.discovered_in(supposed(understood.scene, digits)):
            fresh.setdefault(
                sameness(relation), restated(relation, {n: printed[n] for n in digits})
            )
    return tuple(
        relation
        for same, relation in fresh.items()
        if same not in known and all(fact.in_table for fact in relation.facts)
    )


def _corrections(culprits: Sequence[Culprit]) -> Iterator[Mapping[int, int]]:
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
        digits = {s.supposed.number: s.supposed.value for s in chosen}
        told = {number: value for number, value in digits.items() if value is not None}
        if told:
            yield told
