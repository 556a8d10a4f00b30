"""Components: the relations of a document that may be taken together, and how strictly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.model.figure import PERCENT, POINTS, Rounding
from auditor.model.relation import Kind, Origin, Relation, Severity
from auditor.model.verdict import Status, Verdict
from auditor.solve.program import Program, components
from auditor.solve.thresholds import CERTAIN, LOOSER

QUOTIENTS = (Kind.RATIO, Kind.GROWTH)


class Terms(NamedTuple):
    """On what terms the relations of a document are taken together.

    ``general`` are the rules that read documents nobody described; ``described`` is whether an
    issuer's own pack says how this one is to be read.
    """

    rounding: Rounding
    general: frozenset[str]
    described: bool


class Component(NamedTuple):
    """Relations that hold by themselves and share figures.

    Every figure is taken to be ``looseness`` grid steps looser than rounding; should the relations
    contradict each other, that is as severe as ``mildest`` at most.
    """

    verdicts: tuple[Verdict, ...]
    rounding: Rounding
    looseness: int
    mildest: Severity

    @property
    def program(self) -> Program:
        return Program([v.relation for v in self.verdicts], self.rounding, self.looseness)

    @property
    def may_disagree(self) -> bool:
        """Whether the printed figures, as they stand, leave anything to be solved."""
        satisfied = (_satisfied_as_printed(v, self.rounding) for v in self.verdicts)
        return len(self.verdicts) > 1 and not all(satisfied)


def components_of(verdicts: Sequence[Verdict], terms: Terms) -> Iterator[Component]:
    """The connected relations of a document that may be taken together.

    Figures of violated relations are in question already and stay out. What no pack describes is
    taken twice: declared relations as they are, then with the discovered ones, every figure taken
    to be half a unit looser than rounding.
    """
    doubted = _doubted(verdicts)
    eligible = [v for v in verdicts if _is_eligible(v, terms) and not _touches(v.relation, doubted)]
    declared = [v for v in eligible if v.relation.origin is Origin.DECLARED]
    first = eligible if terms.described else declared
    for joined in _connected(first):
        yield Component(joined, terms.rounding, 0, Severity.ERROR)
    if len(first) < len(eligible):
        for joined in _connected(eligible):
            yield Component(joined, terms.rounding, LOOSER, Severity.WARNING)


def _connected(eligible: Sequence[Verdict]) -> Iterator[tuple[Verdict, ...]]:
    for places in components([v.relation for v in eligible]):
        yield tuple(eligible[place] for place in places)


def _doubted(verdicts: Sequence[Verdict]) -> frozenset[int]:
    return frozenset(
        fact.number
        for v in verdicts
        if v.status is Status.VIOLATED
        for fact in v.relation.facts
        if not fact.figure.nil
    )


def _touches(relation: Relation, numbers: frozenset[int]) -> bool:
    return any(fact.number in numbers for fact in relation.facts)


def _is_eligible(verdict: Verdict, terms: Terms) -> bool:
    """Whether a relation that holds may convict others of not holding beside it."""
    relation = verdict.relation
    return (
        verdict.status is Status.HOLDS
        and relation.confidence >= CERTAIN
        and relation.rule not in terms.general
        and _is_of_one_unit(relation)
    )


def _is_of_one_unit(relation: Relation) -> bool:
    """Whether what is added up is all per cent or all amounts: "1 %" in a sum is a misreading."""
    if relation.kind in QUOTIENTS:
        return True
    added = [f.figure.unit in (PERCENT, POINTS) for f in relation.facts if not f.figure.nil]
    return all(added) or not any(added)


def _satisfied_as_printed(verdict: Verdict, rounding: Rounding) -> bool:
    """Whether the printed values themselves satisfy the relation: the residual is centred on zero.

    Truncated figures lie at an end of what they stand for, not in its middle.
    """
    if not verdict.exact or rounding is Rounding.TRUNCATE or verdict.residual is None:
        return False
    centred = verdict.residual.low == -verdict.residual.high
    return centred or verdict.relation.kind in QUOTIENTS
