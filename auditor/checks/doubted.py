"""Doubted: figures of checks that do not come out and that no single figure explains.

What else agrees with such a figure may have been computed of it, and so bears it out no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.verdict import Verdict

MISREAD = (
    "these figures do not agree, but changing any of them would break a check that holds: "
    "they may not belong together"
)
FOLLOWED = "no single wrong figure explains it, as what is computed from one of them agrees with it"


def is_doubt(verdict: Verdict) -> bool:
    """Whether a check does not come out, and no single figure explains it."""
    return verdict.reason in (MISREAD, FOLLOWED)


def doubted(verdicts: Iterable[Verdict]) -> frozenset[int]:
    """The figures, by number, that what else comes out does not tie."""
    return frozenset(
        fact.number for verdict in verdicts if is_doubt(verdict) for fact in verdict.relation.facts
    )
