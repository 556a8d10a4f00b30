"""Sentence movements: changes and growth of which a sentence gives the amounts itself.

Evidence. "Net sales for the year were $1,361.2 million, a decrease of $141.7 million, or 9.4 %,
from net sales of $1,502.9 million" says where a subject was, where it came to and how far it moved:
no table is needed to see that one of them is wrong. Of a change in per cent and in its own unit one
amount is enough: what it was is what it came to less the change. The grammar of the language has
filled every slot, be the subject known to a table or not, and the times tell the amounts apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
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
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._sentences import stated_in
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE, CLAIMS_ALONE

ORDER = 37
_FEWEST = 3
"""Figures of a movement: two amounts and how far they are apart, or one and that in two units."""


def discover(scene: Scene) -> Iterator[Relation]:
    """The movements that the sentences' own amounts bear out, or contradict."""
    told = (
        as_it_comes_out(one, scene)
        for stated in stated_in(scene, _FEWEST)
        for claims in _by_subject(stated.facts).values()
        for one in _movements(claims)
    )
    found = [(one, verdict(one, Rounding.NEAREST).status) for one in told]
    holds = [one for one, status in found if status is Status.HOLDS]
    fails = [one for one, status in found if status is Status.VIOLATED]
    yield from holds
    wrong = {(one.target.block, one.target.concept) for one in fails}
    if len(wrong) <= CLAIMS_ALONE or len(holds) >= AGREE_PER_FAILURE * len(wrong):
        yield from fails


def _by_subject(facts: Sequence[Fact]) -> Mapping[tuple[str, str], list[Fact]]:
    """The claims of a sentence whose slots are all filled, by what they speak of."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        claim = claim_of(fact)
        if claim is not None and (claim.period or claim.against):
            found[claim.concept, claim.label.casefold() if claim.loosely else ""].append(claim)
    return found


def _movements(claims: Sequence[Fact]) -> Iterator[Relation]:
    """How far a subject moved, with the amounts that its sentence gives."""
    amounts = [one for one in claims if one.measure is Measure.AMOUNT]
    for moved in claims:
        if moved.measure not in MOVES:
            continue
        later = _only([one for one in amounts if one.period and one.period == moved.period])
        earlier = _only([one for one in amounts if one.period and one.period == base_of(moved)])
        if later and earlier:
            yield from between_two(moved, later, earlier)
        elif moved.measure is Measure.GROWTH and (later or earlier):
            changes = [one for one in claims if _is_the_same_in_its_unit(one, moved)]
            yield from _of_one(moved, _only(changes), later, earlier)


def _only(found: Sequence[Fact]) -> Fact | None:
    return found[0] if len(found) == 1 else None


def _is_the_same_in_its_unit(one: Fact, moved: Fact) -> bool:
    """Whether a change goes on with growth, or growth with it: "$3 million, or 5 %"."""
    alike = one.measure is Measure.CHANGE and one.period == moved.period
    return alike and base_of(one) == base_of(moved)


def _of_one(
    moved: Fact, change: Fact | None, later: Fact | None, earlier: Fact | None
) -> Iterator[Relation]:
    """Growth by a change to one amount, or from one."""
    amount = later or earlier
    if change is None or amount is None or not are_alike(change, amount) or amount.value <= 0:
        return
    if later:
        terms = (
            Term(later, 1, Role.LATER),
            Term(later, 1, Role.EARLIER),
            Term(_turned(change), 1, Role.EARLIER),
        )
    else:
        terms = (
            Term(amount, 1, Role.LATER),
            Term(change, 1, Role.LATER),
            Term(amount, 1, Role.EARLIER),
        )
    yield discovered(Kind.GROWTH, moved, terms)


def _turned(fact: Fact) -> Fact:
    return fact._replace(sign=-fact.sign)
