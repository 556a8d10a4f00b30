"""Judging what is named: which relations of one kind stand, as errors or as doubts.

A line whose name says how it is computed is looked at wherever it states something. Where it comes
out in some places, one that does not is an error if a slip of the pen explains it, and doubtful if
not. Where it comes out nowhere, the words alone must carry it. Where it mostly fails, the line is
computed from other figures, and nobody is convicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.checks.verdict import allowed, nearly_holds, verdict
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.verdict import Status


def judged(relations: Iterable[Relation], *, fewest: int, per_failure: int) -> Iterator[Relation]:
    """What holds, and what fails where ``fewest`` hold, and so many for each that fails.

    ``fewest`` 0: the words are certain, so that one that fails alone is told as well.
    """
    held, failed = parted(relations)
    is_understood = len(held) >= fewest and len(failed) <= max(1, len(held) // per_failure)
    tells = is_understood and len(held) + len(failed) > fewest
    yield from (relation if tells else replace(relation, tells=False) for relation in held)
    if not is_understood:
        return
    for relation in failed:
        if is_nearly_right(relation):
            continue
        sure = bool(held) and slipped(relation)
        yield replace(relation, severity=Severity.ERROR if sure else Severity.WARNING)


def is_nearly_right(relation: Relation) -> bool:
    """Whether a quotient is off in its last digit only, as of figures that were rounded before."""
    of_quotients = relation.kind in (Kind.GROWTH, Kind.RATIO)
    return of_quotients and nearly_holds(relation, Rounding.NEAREST)


def parted(relations: Iterable[Relation]) -> tuple[Sequence[Relation], Sequence[Relation]]:
    """The relations that hold and those that fail; what cannot be checked is neither."""
    held, failed = [], []
    for relation in relations:
        status = verdict(relation, Rounding.NEAREST).status
        if status is Status.HOLDS:
            held.append(relation)
        elif status is Status.VIOLATED:
            failed.append(relation)
    return held, failed


def slipped(relation: Relation) -> bool:
    """Whether one figure, mistyped, would explain that the relation fails."""
    facts = {f.number: f for f in relation.facts if not f.figure.nil}
    return any(
        slip_cost(fact.figure, allowed(relation, number, Rounding.NEAREST)) < NO_SLIP
        for number, fact in facts.items()
    )
