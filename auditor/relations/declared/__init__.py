"""Binding: declared rules meet the facts of a document and become relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.rule import ANY, Rule, When
from auditor.relations.declared.book import Book
from auditor.relations.declared.operands import (
    candidates,
    derived,
    main_table,
    missing_name,
    nearest,
    slots,
)
from auditor.relations.declared.roles import role_of
from auditor.relations.declared.targets import SINGLE_TARGET, by_identity, targets

__all__ = ["Book", "bound", "sameness"]


def bound(rules: Iterable[Rule], book: Book) -> Iterator[tuple[Rule, Relation]]:
    """Every relation that the rules declare between the facts, each once."""
    seen: set[object] = set()
    for rule in rules:
        if rule.kind is Kind.LABEL:
            continue
        for relation in _relations(rule, book):
            key = sameness(relation)
            if key not in seen:
                seen.add(key)
                yield rule, relation


def sameness(relation: Relation) -> object:
    """Two relations with the same sameness are the same arithmetic on the same figures."""
    terms = [(t.fact.number, t.factor, t.role) for t in relation.inputs]
    if relation.kind in (Kind.SUM, Kind.DIFFERENCE, Kind.TIE) and not relation.missing:
        signed: dict[int, Fraction | int] = {relation.target.number: -1}
        for number, sign, _ in terms:
            signed[number] = signed.get(number, 0) + sign
        first = signed[min(signed)]
        return frozenset((n, s * first) for n, s in signed.items())
    return relation.kind, relation.target.number, frozenset(terms), relation.missing


def _relations(rule: Rule, book: Book) -> Iterator[Relation]:
    if rule.target.place is not None:
        from auditor.relations.declared.placed import placed

        yield from placed(rule, book)
        return
    found = targets(rule, book)
    if rule.kind is Kind.TIE and rule.target.concept == ANY:
        yield from _repeats(rule, found)
        return
    groups = by_identity(found) if rule.kind in SINGLE_TARGET else [[t] for t in found]
    for group in groups:
        made = [r for t in group if (r := _relation(rule, t, book)) is not None]
        together = [r for r in made if _stands_together(r)]
        yield from together or sorted(made, key=_spread)[:1]


def _repeats(rule: Rule, facts: Iterable[Fact]) -> Iterator[Relation]:
    """Each fact that is printed again tied to where a table first prints it."""
    for group in by_identity(f for f in facts if not f.figure.nil):
        first = min(group, key=lambda f: (not f.in_table, f.number))
        for fact in group:
            if fact is not first and fact.figure.unit == first.figure.unit:
                yield _made(rule, first, (Term(fact, 1, Role.SAME),))


def _stands_together(relation: Relation) -> bool:
    """Whether one table or passage prints all of it."""
    return not relation.missing and len({f.block for f in relation.facts}) == 1


def _spread(relation: Relation) -> tuple[bool, int, bool, int]:
    """How far a relation's figures lie apart: complete and close together sorts first."""
    blocks = {f.block for f in relation.facts}
    target = relation.target
    return bool(relation.missing), len(blocks), not target.in_table, target.number


def _relation(rule: Rule, target: Fact, book: Book) -> Relation | None:
    """The relation that the rule declares of one target; None when it says nothing of it."""
    asked = [(operand, 1) for operand in rule.plus] + [(operand, -1) for operand in rule.minus]
    crosses = bool(rule.target.segment)
    places = [
        (slot, *role_of(rule.kind, sign))
        for operand, sign in asked
        for slot in slots(operand, target, crosses=crosses)
    ]
    unresolved = [o for o, _ in asked if not slots(o, target, crosses=crosses)]
    if any(operand.when is not When.COMPARED for operand in unresolved):
        return None
    missing = ["what it is compared with"] * len(unresolved)
    pools = [candidates(slot, target, book) for slot, _, _ in places]
    table = main_table(pools, target) if any(len(pool) > 1 for pool in pools) else None
    terms: list[Term] = []
    for (slot, role, sign), pool in zip(places, pools, strict=True):
        taken = (
            (Term(nearest(pool, target, table), sign, role),)
            if pool
            else derived(slot, target, role, book)
        )
        terms += taken
        if not taken:
            missing.append(missing_name(slot, target))
    return _if_meaningful(_made(rule, target, tuple(terms), tuple(missing)), rule)


def _if_meaningful(relation: Relation, rule: Rule) -> Relation | None:
    """The relation, unless nothing but its target is printed or its target is its own part."""
    quotient = relation.kind in (Kind.RATIO, Kind.GROWTH)
    if not quotient and any(t.fact.number == relation.target.number for t in relation.inputs):
        return None
    generic = rule.target.concept == ANY and rule.kind not in SINGLE_TARGET
    return None if relation.missing and not relation.inputs and not generic else relation


def _made(
    rule: Rule, target: Fact, terms: tuple[Term, ...], missing: tuple[str, ...] = ()
) -> Relation:
    return Relation(
        rule.kind,
        target,
        terms,
        rule.id,
        rule.title,
        rule.why,
        severity=rule.severity,
        missing=missing,
    )
