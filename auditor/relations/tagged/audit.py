"""The audit of a filing's tags: relations between its figures, and findings on single tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.relation import Relation, Severity
from auditor.model.tagging import Tagging
from auditor.relations.tagged import findings as tag_findings
from auditor.relations.tagged.applicable import Applied, Columns, applied
from auditor.relations.tagged.calculations import (
    BoundCalculation,
    bindings,
    groups_of,
    holds,
    relation,
    sums,
)
from auditor.relations.tagged.duplicates import DuplicateFacts, duplicate_facts, ties
from auditor.relations.tagged.matched import (
    Identity,
    TaggedFact,
    ValuelessTag,
    by_identity,
    identity,
    matched,
)
from auditor.relations.tagged.mistagged import OddTag, odd_tags
from auditor.relations.tagged.undeclared import undeclared_sums
from auditor.relations.thresholds import MOST_ODD_TAGS

SHOWN_BY_SUMS = "The tags beside it say so, and so does the filing's own arithmetic."
SHOWN_BY_NEIGHBOURS = "What stands beside it says so."

TagAudit = tuple[tuple[Relation, ...], tuple[Finding, ...], tuple[Fact, ...]]


def audited(document: Document, facts: Sequence[Fact]) -> TagAudit:
    """The relations that tags declare, the findings on tags, and the facts that only tags state."""
    tagging = document.tagging
    found, valueless = matched(document, facts)
    good = [one for one in found if not one.tag.is_no_digit_good]
    corrected, said = _corrected(good, tagging)
    groups = {key: duplicate_facts(group) for key, group in by_identity(corrected).items()}
    excluded = _excluded(tagging, valueless)
    bound = [b for b in _bindings(groups, tagging) if not b.asks_for_any(excluded)]
    different = list(_different(groups.values()))
    apart = {one.fact.number for pair in different for one in pair}
    tied = [
        tie
        for group in groups.values()
        if not apart & {one.fact.number for one in group.members}
        for tie in ties(group)
    ]
    told = applied(
        [b for b in bound if not b.has_any(apart)],
        groups_of(groups),
        Columns(facts, corrected),
        tagging,
    )
    summed = [one for b in told.bound for one in sums(b)]
    if not (tagging.calculations or tagging.displayed):
        summed += undeclared_sums([one for one in corrected if one.fact.number not in apart])
    unlike = [tag_findings.different_tags(*pair) for pair in different]
    known = {fact.number for fact in facts}
    return (
        (*summed, *tied),
        (*said, *unlike, *_on_calculations(told), *_on_single(document, valueless, groups)),
        tuple(s.fact for s in found if s.fact.number not in known and not s.tag.hidden),
    )


def _bindings(
    groups: Mapping[Identity, DuplicateFacts], tagging: Tagging
) -> list[BoundCalculation]:
    by_concept = groups_of(groups)
    return list(bindings(tagging.calculations, by_concept, displayed=tagging.displayed))


def _corrected(found: list[TaggedFact], tagging: Tagging) -> tuple[list[TaggedFact], list[Finding]]:
    """The tags, those that are shown to be wrong set right, and the findings on these.

    An odd tag is wrong where the filing's calculations and other tags of the same fact hold with
    what is usual and not with what it says; where they say nothing, if it is surely odd.
    """
    if not tagging.displayed:
        return found, []
    findings: list[Finding] = []
    reported: set[int] = set()
    failing = _failing(found, tagging)
    odd_ones = [o for o in odd_tags(found) if o.sure or o.stated.fact.number in failing]
    for odd in odd_ones[:MOST_ODD_TAGS]:
        if odd.stated.fact.number in reported:
            continue
        right = [_with_usual(one, odd) for one in found]
        before, after = _failures(found, odd, tagging), _failures(right, odd, tagging)
        if after < before:
            findings.append(tag_findings.mistagged(odd, Severity.ERROR, SHOWN_BY_SUMS))
        elif after == before and odd.sure:
            findings.append(tag_findings.mistagged(odd, Severity.WARNING, SHOWN_BY_NEIGHBOURS))
        else:
            continue
        reported.add(odd.stated.fact.number)
        found = right
    return found, findings


def _failing(found: Sequence[TaggedFact], tagging: Tagging) -> set[int]:
    """The figures of calculations that do not hold, and of duplicates that do not agree."""
    groups = {key: duplicate_facts(group) for key, group in by_identity(found).items()}
    failing = {m.fact.number for g in groups.values() if not g.agree for m in g.members}
    for bound in _bindings(groups, tagging):
        if not holds(relation(bound, {})):
            failing |= {m.fact.number for part in bound.parts for m in part.members}
    return failing


def _with_usual(one: TaggedFact, odd: OddTag) -> TaggedFact:
    return one._replace(factor=odd.usual) if one.tag is odd.stated.tag else one


def _failures(found: Iterable[TaggedFact], odd: OddTag, tagging: Tagging) -> int:
    """How many calculations and duplicates of an odd tag's fact do not hold."""
    context_unit = (odd.stated.tag.context, odd.stated.tag.unit)
    near = [one for one in found if (one.tag.context, one.tag.unit) == context_unit]
    groups = {key: duplicate_facts(group) for key, group in by_identity(near).items()}
    mine = next(g for g in groups.values() if any(m.tag is odd.stated.tag for m in g.members))
    failing = sum(
        not holds(relation(b, {}))
        for b in _bindings(groups, tagging)
        if any(part is mine for part in b.parts)
    )
    return failing + (not mine.agree)


def _different(groups: Iterable[DuplicateFacts]) -> Iterator[tuple[TaggedFact, TaggedFact]]:
    """Tags that print the same digits and say different values."""
    for group in groups:
        first = group.members[0]
        for other in group.members[1:] if not group.agree else ():
            same = abs(first.fact.value) == abs(other.fact.value)
            if same and first.tag.value and first.factor != other.factor:
                yield first, other
                break


def _excluded(tagging: Tagging, valueless: Sequence[ValuelessTag]) -> frozenset[Identity]:
    """What takes part in no calculation, since nobody can say what it comes to.

    In an instance that is also what has digits in excess, or is nil and has a value: where
    people see the figures, such things are no fault of theirs.
    """
    unreadable = {identity(one.tag) for one in valueless if not one.is_nil}
    unreadable |= {identity(tag) for tag in tagging.tags if tag.is_no_digit_good}
    if tagging.displayed:
        return frozenset(unreadable)
    nil = {identity(one.tag) for one in valueless if one.is_nil}
    both = {identity(tag) for tag in tagging.tags if tag.digits is not None} & nil
    excess = {identity(tag) for tag in tagging.tags if tag.has_excess_digits}
    return frozenset(unreadable | both | excess)


def _on_calculations(told: Applied) -> Iterator[Finding]:
    """What is wrong with a calculation where the figures that it blames are right."""
    once = {(one.bound.calculation, tuple(f.label for f in one.rows)): one for one in told.lacking}
    for lacking in once.values():
        yield tag_findings.lacks_rows(lacking.bound.calculation, lacking.rows)
    for group in told.never:
        yield tag_findings.never_holds(group[0].calculation, len(group))


def _on_single(
    document: Document, valueless: Sequence[ValuelessTag], groups: Mapping[Identity, DuplicateFacts]
) -> Iterator[Finding]:
    """The findings that a tag, or a calculation, gives by itself."""
    tagging, path = document.tagging, document.path
    for one in valueless:
        if one.tag.unreadable:
            yield tag_findings.unreadable(one, path)
        elif not one.is_nil:
            yield tag_findings.nought_over_digits(one, path)
    for calculation in tagging.calculations:
        for item in calculation.twice:
            yield tag_findings.listed_twice(calculation, item)
    if not tagging.displayed:
        yield from _on_instance(document, valueless, groups)


def _on_instance(
    document: Document, valueless: Sequence[ValuelessTag], groups: Mapping[Identity, DuplicateFacts]
) -> Iterator[Finding]:
    """Facts that Calculations 1.1 refuses: with digits in excess, or with nil and a value."""
    tagging, path = document.tagging, document.path
    summed = {identity(part.members[0].tag) for b in _bindings(groups, tagging) for part in b.parts}
    nil = {identity(one.tag): one.tag for one in valueless if one.is_nil}
    for tag in tagging.tags:
        if tag.digits is None or identity(tag) not in summed:
            continue
        if tag.has_excess_digits:
            yield tag_findings.excess_digits(tag, path)
        elif identity(tag) in nil:
            yield tag_findings.nil_too(tag, nil[identity(tag)], path)
