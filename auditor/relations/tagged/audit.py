"""The audit of a filing's tags: relations between its figures, and findings on single tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.relation import Relation, Severity
from auditor.model.tagging import Tagging
from auditor.relations.tagged import findings as told
from auditor.relations.tagged.calculations import Bound, bindings, groups_of, holds, relation, sums
from auditor.relations.tagged.duplicates import Alike, alike, ties
from auditor.relations.tagged.matched import Identity, Idle, Stated, by_identity, identity, stated
from auditor.relations.tagged.mistagged import Odd, odd_tags

MOST_ODD = 40
"""Tags that stand out up to which each is looked into; a filing with more has ways of its own."""

OTHERS = "The tags beside it say so, and so does the filing's own arithmetic."
BESIDE = "What stands beside it says so."


Told = tuple[tuple[Relation, ...], tuple[Finding, ...], tuple[Fact, ...]]


def audited(document: Document, facts: Sequence[Fact]) -> Told:
    """The relations that tags declare, the findings on tags, and the facts that only tags state."""
    tagging = document.tagging
    found, idle = stated(document, facts)
    mended, said = _mended(found, tagging)
    groups = {key: alike(group) for key, group in by_identity(mended).items()}
    barred = _barred(tagging, idle)
    bound = [b for b in _bindings(groups, tagging) if not b.asks_for_any(barred)]
    different = list(_different(groups.values()))
    apart = {one.fact.number for pair in different for one in pair}
    tied = [
        tie
        for group in groups.values()
        if not apart & {one.fact.number for one in group.members}
        for tie in ties(group)
    ]
    summed = [one for b in bound if not b.has_any(apart) for one in sums(b)]
    unlike = [told.different_tags(*pair) for pair in different]
    known = {fact.number for fact in facts}
    return (
        (*summed, *tied),
        (*said, *unlike, *_on_single(document, idle, groups)),
        tuple(s.fact for s in found if s.fact.number not in known and not s.tag.hidden),
    )


def _bindings(groups: Mapping[Identity, Alike], tagging: Tagging) -> list[Bound]:
    by_concept = groups_of(groups)
    return list(bindings(tagging.calculations, by_concept, displayed=tagging.displayed))


def _mended(found: list[Stated], tagging: Tagging) -> tuple[list[Stated], list[Finding]]:
    """The tags, those that are shown to be wrong set right, and the findings on these.

    An odd tag is wrong where the filing's calculations and other tags of the same fact hold with
    what is usual and not with what it says; where they say nothing, if it is surely odd.
    """
    if not tagging.displayed:
        return found, []
    findings: list[Finding] = []
    told_of: set[int] = set()
    failing = _failing(found, tagging)
    odd_ones = [o for o in odd_tags(found) if o.sure or o.stated.fact.number in failing]
    for odd in odd_ones[:MOST_ODD]:
        if odd.stated.fact.number in told_of:
            continue
        right = [_with_usual(one, odd) for one in found]
        before, after = _troubles(found, odd, tagging), _troubles(right, odd, tagging)
        if after < before:
            findings.append(told.mistagged(odd, Severity.ERROR, OTHERS))
        elif after == before and odd.sure:
            findings.append(told.mistagged(odd, Severity.WARNING, BESIDE))
        else:
            continue
        told_of.add(odd.stated.fact.number)
        found = right
    return found, findings


def _failing(found: Sequence[Stated], tagging: Tagging) -> set[int]:
    """The figures of calculations that do not hold, and of duplicates that do not agree."""
    groups = {key: alike(group) for key, group in by_identity(found).items()}
    failing = {m.fact.number for g in groups.values() if not g.agree for m in g.members}
    for bound in _bindings(groups, tagging):
        if not holds(relation(bound, {})):
            failing |= {m.fact.number for part in bound.parts for m in part.members}
    return failing


def _with_usual(one: Stated, odd: Odd) -> Stated:
    return one._replace(factor=odd.usual) if one.tag is odd.stated.tag else one


def _troubles(found: Iterable[Stated], odd: Odd, tagging: Tagging) -> int:
    """How many calculations and duplicates of an odd tag's fact do not hold."""
    seat = (odd.stated.tag.context, odd.stated.tag.unit)
    near = [one for one in found if (one.tag.context, one.tag.unit) == seat]
    groups = {key: alike(group) for key, group in by_identity(near).items()}
    mine = next(g for g in groups.values() if any(m.tag is odd.stated.tag for m in g.members))
    failing = sum(
        not holds(relation(b, {}))
        for b in _bindings(groups, tagging)
        if any(part is mine for part in b.parts)
    )
    return failing + (not mine.agree)


def _different(groups: Iterable[Alike]) -> Iterator[tuple[Stated, Stated]]:
    """Tags that print the same digits and say different values."""
    for group in groups:
        first = group.members[0]
        for other in group.members[1:] if not group.agree else ():
            same = abs(first.fact.value) == abs(other.fact.value)
            if same and first.tag.value and first.factor != other.factor:
                yield first, other
                break


def _barred(tagging: Tagging, idle: Sequence[Idle]) -> frozenset[Identity]:
    """What takes part in no calculation, since nobody can tell what it comes to.

    In an instance that is also what has digits in excess, or is nil and has a value: where
    people see the figures, such things are no fault of theirs.
    """
    untold = {identity(one.tag) for one in idle if not one.is_nil}
    if tagging.displayed:
        return frozenset(untold)
    nil = {identity(one.tag) for one in idle if one.is_nil}
    both = {identity(tag) for tag in tagging.tags if tag.digits is not None} & nil
    excess = {identity(tag) for tag in tagging.tags if tag.has_excess_digits}
    return frozenset(untold | both | excess)


def _on_single(
    document: Document, idle: Sequence[Idle], groups: Mapping[Identity, Alike]
) -> Iterator[Finding]:
    """The findings that a tag, or a calculation, gives by itself."""
    tagging, path = document.tagging, document.path
    for one in idle:
        if one.tag.unreadable:
            yield told.unreadable(one, path)
        elif not one.is_nil:
            yield told.nought_over_digits(one, path)
    for calculation in tagging.calculations:
        for item in calculation.twice:
            yield told.listed_twice(calculation, item)
    if not tagging.displayed:
        yield from _on_instance(document, idle, groups)


def _on_instance(
    document: Document, idle: Sequence[Idle], groups: Mapping[Identity, Alike]
) -> Iterator[Finding]:
    """Facts that Calculations 1.1 refuses: with digits in excess, or with nil beside a value."""
    tagging, path = document.tagging, document.path
    summed = {identity(part.members[0].tag) for b in _bindings(groups, tagging) for part in b.parts}
    nil = {identity(one.tag): one.tag for one in idle if one.is_nil}
    for tag in tagging.tags:
        if tag.digits is None or identity(tag) not in summed:
            continue
        if tag.has_excess_digits:
            yield told.excess_digits(tag, path)
        elif identity(tag) in nil:
            yield told.nil_too(tag, nil[identity(tag)], path)
