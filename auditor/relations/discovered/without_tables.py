"""Without tables: what the sentences of a document that has none state twice, or of two times.

Evidence. "Net sales were $748.6 million in 2025, up 9.9 %" and, pages on, "net sales of $681.3
million in 2024": with no table to ask, sentences bear each other out. Two that state the same
subject at the same time, and differ by a slip of the pen, contradict each other; which of them is
wrong nothing tells. Growth that the amounts of two sentences do not give is doubtful, and an error
where other growth comes out. A document with tables is not asked: its sentences may speak of parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.period import Period
from auditor.model.relation import Relation, Severity
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.relations.discovered._claims_alone import (
    MOVES,
    are_alike,
    base_of,
    between_two,
    claim_of,
)
from auditor.relations.discovered._either_way import as_it_comes_out
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._sentences import stated_in
from auditor.relations.discovered._stated_evidence import slip_bits
from auditor.relations.discovered._stated_thresholds import SLIP_ALONE
from auditor.relations.discovered._thresholds import CLAIMS_ALONE

ORDER = 40
_Key = tuple[str, Period]
_Amounts = Mapping[_Key, Sequence[Fact]]


def discover(scene: Scene) -> Iterator[Relation]:
    """What sentences say of the same subjects, in a document without tables."""
    if scene.grids:
        return
    sentences = [
        [claim for fact in stated.facts if (claim := claim_of(fact)) and claim.period]
        for stated in stated_in(scene, 1)
    ]
    amounts: dict[_Key, list[Fact]] = defaultdict(list)
    for claims in sentences:
        for claim in claims:
            if claim.period and claim.measure is Measure.AMOUNT and not claim.loosely:
                amounts[claim.concept, claim.period].append(claim)
    for own in amounts.values():
        yield from _repeats(own)
    told = (one for claims in sentences for one in _movements(claims, amounts))
    yield from _judged([as_it_comes_out(one, scene) for one in told])


def _repeats(own: Sequence[Fact]) -> Iterator[Relation]:
    """What states the same as the first of them, or differs from it by a slip."""
    first, *others = own
    for other in others:
        if not are_alike(first, other):
            continue
        relation = tie(first, other)
        status = verdict(relation, Rounding.NEAREST).status
        wanted = first.figure.interval(Rounding.NEAREST)
        if status is Status.HOLDS:
            yield relation
        elif status is Status.VIOLATED and slip_bits(other.figure, wanted) >= SLIP_ALONE:
            yield replace(relation, severity=Severity.WARNING)


def _movements(claims: Sequence[Fact], amounts: _Amounts) -> Iterator[Relation]:
    """How far subjects moved, with amounts of which one at least stands in another sentence."""
    here = {claim.number for claim in claims}
    for moved in claims:
        base = base_of(moved)
        if moved.measure not in MOVES or moved.loosely or not moved.period or not base:
            continue
        later = _agreed(amounts.get((moved.concept, moved.period), ()))
        earlier = _agreed(amounts.get((moved.concept, base), ()))
        if later and earlier and not {later.number, earlier.number} <= here:
            yield from between_two(moved, later, earlier)


def _agreed(own: Sequence[Fact]) -> Fact | None:
    """The first of amounts that all state the same; None where they do not."""
    alike = all(own[0].value == other.value for other in own[1:])
    return own[0] if own and alike else None


def _judged(told: Sequence[Relation]) -> Iterator[Relation]:
    """The movements that come out, and those that do not where they are few."""
    checked = [(one, verdict(one, Rounding.NEAREST).status) for one in told]
    holds = [one for one, status in checked if status is Status.HOLDS]
    fails = [one for one, status in checked if status is Status.VIOLATED]
    yield from holds
    if len(fails) <= max(CLAIMS_ALONE, len(holds)):
        severity = Severity.ERROR if holds else Severity.WARNING
        yield from (replace(one, severity=severity) for one in fails)
