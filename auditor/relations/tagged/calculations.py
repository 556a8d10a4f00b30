"""Calculations: the sums that a filing's own linkbase declares, by Calculations 1.1.

A calculation binds to a total and those of its items that are stated for the same part of the
company, the same time and in the same unit (section 4): at least one item, none of them nil.
Duplicates that agree count once, with what all of them allow; where they do not agree the
calculation is not made, unless what they are added up with shows which of them is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.tagging import Calculation, Context
from auditor.model.verdict import Status
from auditor.relations.tagged.duplicates import CONVENTIONS, DuplicateFacts
from auditor.relations.tagged.matched import Identity, TaggedFact
from auditor.relations.thresholds import MOST_DUPLICATES

ContextUnit = tuple[Context, str]
"""The context and the unit that total and items share."""
Groups = Mapping[str, Mapping[ContextUnit, DuplicateFacts]]
"""What is tagged, by concept and context and unit."""


class BoundCalculation(NamedTuple):
    """A calculation with what is stated of its total and items in one context and unit.

    ``doubtful`` is whether it fails without some of its items, or tuples state more of them;
    ``missing`` names these where it cannot be checked without them.
    """

    calculation: Calculation
    total: DuplicateFacts
    items: tuple[tuple[DuplicateFacts, Fraction], ...]
    displayed: bool
    doubtful: bool = False
    missing: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[DuplicateFacts, ...]:
        return self.total, *(item for item, _ in self.items)

    @property
    def stated(self) -> frozenset[str]:
        """The concepts of its items that are stated."""
        return frozenset(item.members[0].tag.concept for item, _ in self.items)

    @property
    def agrees(self) -> bool:
        """Whether duplicates agree wherever it takes them."""
        return all(part.agree for part in self.parts)

    def asks_for_any(self, excluded: Collection[Identity]) -> bool:
        """Whether it names any of these, stated or not."""
        tag = self.total.members[0].tag
        named = (self.calculation.total, *(item for item, _ in self.calculation.items))
        return any((concept, tag.context, tag.unit) in excluded for concept in named)

    def has_any(self, numbers: Collection[int]) -> bool:
        """Whether any of these figures, or one that states the same, takes part."""
        return any(one.fact.number in numbers for part in self.parts for one in part.members)

    @property
    def is_uncertain(self) -> bool:
        """Whether a page states some items only, and those of a part of the company.

        A segment's note need not list all that the statement of the whole company does. So it is
        with anything that fails without some of its items, or with what is left out in tuples.
        """
        whole = len(self.items) >= len(self.calculation.items)
        part = bool(self.total.members[0].tag.context.parts)
        return self.doubtful or (self.displayed and not whole and part)


def groups_of(found: Mapping[Identity, DuplicateFacts]) -> Groups:
    """The groups by concept, then by context and unit."""
    groups: dict[str, dict[ContextUnit, DuplicateFacts]] = defaultdict(dict)
    for one in found.values():
        tag = one.members[0].tag
        groups[tag.concept][tag.context, tag.unit] = one
    return groups


def bindings(
    calculations: Sequence[Calculation], groups: Groups, *, displayed: bool
) -> Iterator[BoundCalculation]:
    """Every calculation in every context and unit that its total and at least one item share."""
    for calculation in calculations:
        if calculation.twice:
            continue
        for context_unit, total in groups.get(calculation.total, {}).items():
            items = tuple(
                (item, weight)
                for concept, weight in calculation.items
                if (item := groups.get(concept, {}).get(context_unit)) is not None
            )
            if items:
                yield BoundCalculation(calculation, total, items, displayed)


def sums(bound: BoundCalculation) -> Iterator[Relation]:
    """The relation of a binding; where one group disagrees, that of each of its members."""
    divided = [group for group in bound.parts if not group.agree]
    if not divided:
        yield relation(bound, {})
        return
    if len(divided) > 1 or len(divided[0].members) > MOST_DUPLICATES:
        return
    tried = [relation(bound, {id(divided[0]): one}) for one in divided[0].members]
    if all(any(_holds(one, rounding) for one in tried) for rounding in CONVENTIONS):
        yield from tried


def holds(one: Relation) -> bool:
    """Whether the relation holds under either way of rounding."""
    return any(_holds(one, rounding) for rounding in CONVENTIONS)


def _holds(one: Relation, rounding: Rounding) -> bool:
    return verdict(one, rounding).status is Status.HOLDS


def relation(bound: BoundCalculation, instead: Mapping[int, TaggedFact]) -> Relation:
    """The sum of a binding, its groups spoken for by those chosen or by others ``instead``."""
    total = instead.get(id(bound.total)) or bound.total.chosen
    terms = []
    for group, weight in bound.items:
        item = instead.get(id(group)) or group.chosen
        factor = weight * item.factor / total.factor
        terms.append(Term(item.fact, 1 if factor > 0 else -1, Role.PART, abs(factor)))
    calculation = bound.calculation
    named = f"\u201c{calculation.title}\u201d" if calculation.title else "it"
    return Relation(
        Kind.SUM,
        total.fact,
        tuple(terms),
        calculation.rule,
        calculation.title,
        f"The filing itself declares this sum in the calculations of {named}.",
        severity=Severity.WARNING if bound.is_uncertain else Severity.ERROR,
        missing=bound.missing,
        units_tagged=True,
    )
