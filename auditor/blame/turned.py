"""Turned: the verdicts without those that only a figure printed with the wrong sign brought about.

What is read in whatever way comes out right says nothing of a sign: a sum that takes a figure off
where its print is negative, and adds it where it is not; two figures that state the same but for
their signs. Where turning a figure round mends a relation, such readings neither confirm the sign
as printed nor tell of another error beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from auditor.checks.verdict import allowed
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation
from auditor.model.verdict import Status, Verdict

ADDED = (Kind.SUM, Kind.DIFFERENCE)


def without_turned(verdicts: Sequence[Verdict], rounding: Rounding) -> list[Verdict]:
    """The verdicts but for those that a figure with the wrong sign, if there is one, explains."""
    violated = [v for v in verdicts if v.status is Status.VIOLATED and v.relation.kind in ADDED]
    turned = {
        fact.number
        for v in violated
        for fact in v.relation.facts
        if _is_odd(fact, v.relation) and _turned_holds(v.relation, fact, rounding)
    }
    if not turned:
        return list(verdicts)
    wrong = set(_misread(verdicts, violated, turned, rounding))
    return [v for v in verdicts if id(v) not in wrong]


def _is_odd(fact: Fact, relation: Relation) -> bool:
    """Whether a figure alone has the other sign than the rest of its relation."""
    rest = (f.figure.digits for f in relation.facts if f.number != fact.number)
    return all(digits * fact.figure.digits <= 0 for digits in rest)


def _turned_holds(relation: Relation, fact: Fact, rounding: Rounding) -> bool:
    """Whether a relation would hold were the sign of one of its figures the other."""
    rounding = relation.rounding or rounding
    bound = None if fact.figure.nil else allowed(relation, fact.number, rounding)
    return bound is not None and bound.overlap(-fact.figure.interval(rounding)) is not None


def _misread(
    verdicts: Sequence[Verdict],
    violated: Sequence[Verdict],
    turned: AbstractSet[int],
    rounding: Rounding,
) -> Iterator[int]:
    """The verdicts, by id, that hold with a turned figure only, and their likes that do not."""
    likes: dict[Hashable, list[Verdict]] = defaultdict(list)
    for v in violated:
        likes[_lines(v.relation)].append(v)
    for v in verdicts:
        numbers = turned & {f.number for f in v.relation.facts}
        if v.status is not Status.HOLDS or not numbers:
            continue
        if v.relation.kind is Kind.TIE:
            printed = v.relation.target.figure.digits
            if any(f.figure.digits * printed < 0 for f in v.relation.facts):
                yield id(v)  # be it that words are taken to turn the one round
            continue
        others = likes.get(_lines(v.relation), ()) if v.relation.kind in ADDED else ()
        for place, fact in enumerate(v.relation.facts):
            for other in others if fact.number in numbers else ():
                like = other.relation.facts[place]
                if like.number not in turned and _turned_holds(other.relation, like, rounding):
                    yield from (id(v), id(other))


def _lines(relation: Relation) -> Hashable:
    """The rows that a relation of a table takes its figures from."""
    table = relation.target.source.table
    return table, relation.kind, tuple(fact.source.row for fact in relation.facts)
