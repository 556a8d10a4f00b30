"""Either way: movements whose words tell no direction, as a loss ratio improves by falling."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.checks.verdict import verdict
from auditor.model.document import Passage
from auditor.model.figure import Rounding
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.relations.discovered._stated_thresholds import LONGEST_SUBJECT

_EITHER_WAY = deferred(
    r"\b(?:improv|better|strengthen|worse|deteriorat|weaken|verbesser|verschlechter|am[ée]lior"
    r"|d[ée]grad|mejor|empeor)",
    re.IGNORECASE,
)


def as_it_comes_out(relation: Relation, scene: Scene) -> Relation:
    """The movement, in the other direction where its words tell none and it comes out only so."""
    turned = replace(relation, target=relation.target._replace(sign=-relation.target.sign))
    fails = verdict(relation, Rounding.NEAREST).status is Status.VIOLATED
    return turned if fails and comes_out_turned(relation, scene) else relation


def comes_out_turned(relation: Relation, scene: Scene) -> bool:
    """Whether the words of a movement tell no direction, and it holds in the other one."""
    target = relation.target
    passage = scene.document.blocks[target.block]
    if not isinstance(passage, Passage):
        return False
    start = max(0, target.figure.start - LONGEST_SUBJECT)
    near = passage.text[start : target.figure.end + LONGEST_SUBJECT]
    if _EITHER_WAY.search(near) is None:
        return False
    turned = replace(relation, target=target._replace(sign=-target.sign))
    return verdict(turned, Rounding.NEAREST).status is Status.HOLDS
