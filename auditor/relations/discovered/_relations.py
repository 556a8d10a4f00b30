"""Relations as discoveries yield them: marked as discovered, each with a confidence."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.scene import Unfinished
from auditor.relations.discovered._thresholds import CERTAIN_BITS, CONFIDENCE, MOST_CONFIDENT


def discovered(  # noqa: PLR0913  # one parameter a property
    kind: Kind,
    target: Fact,
    terms: Iterable[Term],
    title: str = "",
    confidence: float = CONFIDENCE,
    *,
    tells: bool = True,
) -> Relation:
    """The relation that a discovery found; its rule is named after its kind."""
    return Relation(
        kind,
        target,
        tuple(terms),
        str(kind),
        title,
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        confidence=confidence,
        tells=tells,
    )


def sum_of(total: Fact, parts: Iterable[Fact], title: str = "") -> Relation:
    """The total as the sum of its parts."""
    return discovered(Kind.SUM, total, (Term(part, 1, Role.PART) for part in parts), title)


def tie(fact: Fact, other: Fact) -> Relation:
    """Two figures that state the same."""
    return discovered(Kind.TIE, fact, (Term(other, 1, Role.SAME),))


def told_in(found: Iterable[Relation | Unfinished], kind: Kind) -> frozenset[int]:
    """The targets of relations of a kind that would tell if they were wrong."""
    return frozenset(
        one.target.number
        for one in found
        if not isinstance(one, Unfinished) and one.kind is kind and one.tells
    )


def confidence_of(bits: float) -> float:
    """The confidence (0 to 1, three decimals) in what has gathered so many bits of evidence."""
    return round(min(MOST_CONFIDENT, bits / CERTAIN_BITS), 3)
