"""Targets: which facts a rule makes a statement about, and which of them are the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.model.relation import Kind
from auditor.model.rule import ANY, Operand, Rule
from auditor.notation.vocabulary import found_in
from auditor.relations.declared.book import Book

SINGLE_TARGET = (Kind.SUM, Kind.DIFFERENCE, Kind.AVERAGE)
"""Kinds whose target may be printed in several places: it need not follow in each of them."""

Identity = tuple[str, Measure, Period | None, str, str, str, str]


def targets(rule: Rule, book: Book) -> list[Fact]:
    """The facts that may stand for the rule's target, in reading order."""
    wanted = rule.target
    pool: Iterable[Fact] = book.facts
    if wanted.concept != ANY:
        pool = book.stated(book.lexicon.concept(wanted.concept), wanted.measure)
    return [f for f in pool if _fits(f, wanted) and _suits(f, rule, book)]


def stands_within(fact: Fact, heading: str) -> bool:
    """Whether a heading over the fact shows the wording ("" for any place)."""
    return not heading or any(found_in(heading, h) for h in fact.headings)


def by_identity(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts grouped so that those of a group state the same thing."""
    groups: dict[Identity, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_identity(fact)].append(fact)
    return list(groups.values())


PER_CENT = (Measure.GROWTH, Measure.SHARE, Measure.POINTS)
"""Measures of which a dash states nothing; of an amount or a change it may state nil."""


def _fits(fact: Fact, wanted: Operand) -> bool:
    months = fact.period.months if fact.period else None
    return (
        fact.measure is wanted.measure
        and bool(fact.concept)
        and not (fact.figure.nil and fact.measure in PER_CENT)
        and wanted.scenario in (None, fact.scenario)
        and wanted.scope in (None, fact.scope)
        and wanted.segment in (None, fact.segment)
        and wanted.months in (None, months)
        and stands_within(fact, wanted.within)
    )


def _suits(fact: Fact, rule: Rule, book: Book) -> bool:
    """Whether a rule for any concept may take this one: sums and ties need a known concept."""
    if rule.target.concept != ANY:
        return True
    known = fact.concept in book.lexicon.known
    if rule.kind in SINGLE_TARGET and rule.target.measure is Measure.AMOUNT:
        return known and not fact.figure.is_percent and fact.concept not in book.lexicon.stocks
    return rule.kind is not Kind.TIE or (known and fact.period is not None)


def _identity(fact: Fact) -> Identity:
    return (
        fact.concept,
        fact.measure,
        fact.period,
        fact.scenario,
        fact.scope,
        fact.segment,
        str(fact.against and (fact.against.period, fact.against.scenario, fact.against.concept)),
    )
