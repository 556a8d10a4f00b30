"""The book: a document's facts, indexed for binding rules to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.fact import Fact, Measure
from auditor.relation import Kind
from auditor.rule import ANY, Rule, When
from auditor.vocabulary import Lexicon


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class Book:
    """A document's facts with the words to read rules by and the rules that apply."""

    facts: Sequence[Fact]
    lexicon: Lexicon
    rules: Sequence[Rule]

    @cached_property
    def by_concept(self) -> Mapping[tuple[str, Measure], list[Fact]]:
        found: dict[tuple[str, Measure], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.concept, fact.measure].append(fact)
        return found

    @cached_property
    def definitions(self) -> Mapping[tuple[str, str], Rule]:
        """The declared sum that says what a concept is made of, by (concept, segment)."""
        return {
            (self.lexicon.concept(r.target.concept), r.target.segment or ""): r
            for r in self.rules
            if r.kind is Kind.SUM and r.target.concept != ANY and r.target.when is When.SAME
        }

    def stated(self, concept: str, measure: Measure) -> Sequence[Fact]:
        """The facts that state this measure of a concept, in reading order."""
        return self.by_concept.get((concept, measure), ())
