"""Support: whether enough of a general rule's relations hold for one that fails to be an error.

An issuer's own rules mean what they say. A general rule reads a document nobody described, and
where it misreads a table it fails all the way down the column. So its failures count only among
companions that hold: the same rule on the same column of the same table, on the same pair of
tables, or on the prose as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from auditor.finding import Status, Verdict
from auditor.relation import Kind, Relation

FEWEST_COMPANIONS = 2
COMPANIONS_PER_FAILURE = 3
UNSUPPORTED = "too few relations of its kind hold here to tell an error from a misreading"


def supported(verdicts: Sequence[Verdict], general: frozenset[str]) -> tuple[Verdict, ...]:
    """The verdicts, failures of the ``general`` rules without support marked not checkable."""
    holding: Counter[object] = Counter()
    failing: Counter[object] = Counter()
    for verdict in verdicts:
        if verdict.status is Status.HOLDS:
            holding[_company(verdict.relation)] += 1
        elif verdict.status is Status.VIOLATED:
            failing[_company(verdict.relation)] += 1

    def stands(verdict: Verdict) -> bool:
        if verdict.status is not Status.VIOLATED or verdict.relation.rule not in general:
            return True
        company = _company(verdict.relation)
        wanted = max(FEWEST_COMPANIONS, COMPANIONS_PER_FAILURE * failing[company])
        return holding[company] >= wanted

    return tuple(
        v
        if stands(v)
        else replace(v, status=Status.NOT_CHECKABLE, residual=None, reason=UNSUPPORTED)
        for v in verdicts
    )


def _company(relation: Relation) -> object:
    """What a relation is judged together with."""
    target = relation.target
    if relation.kind is Kind.TIE:
        return relation.rule, frozenset(f.source.table or 0 for f in relation.facts)
    if target.in_table:
        return relation.rule, target.source.table, target.source.col
    return relation.rule, "prose"
