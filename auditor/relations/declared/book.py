"""The book: a document's facts, indexed for binding rules to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.document import Document
from auditor.model.fact import Fact, Measure
from auditor.model.grid import Grid
from auditor.model.period import Period
from auditor.model.relation import Kind
from auditor.model.rule import ANY, Rule, When
from auditor.notation.vocabulary import Lexicon
from auditor.relations.thresholds import BINDING_REACH

if TYPE_CHECKING:
    from auditor.facts.locators import Atlas

UNREAD = Document("", "", ())


class ColumnMeaning(NamedTuple):
    """What a table's column says of the facts in it."""

    period: Period | None
    scenario: str
    scope: str


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class Book:
    """A document's facts with the words to read rules by and the rules that apply."""

    facts: Sequence[Fact]
    lexicon: Lexicon
    rules: Sequence[Rule]
    document: Document = UNREAD
    grids: Sequence[Grid] = ()

    @cached_property
    def atlas(self) -> Atlas:
        """The document's tables, rows, columns and passages by name."""
        from auditor.facts.locators import Atlas

        return Atlas(self.document, self.grids)

    @cached_property
    def by_concept(self) -> Mapping[tuple[str, Measure], list[Fact]]:
        found: dict[tuple[str, Measure], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.concept, fact.measure].append(fact)
        return found

    @cached_property
    def _by_column(self) -> Mapping[tuple[str, Measure, ColumnMeaning], list[Fact]]:
        found: dict[tuple[str, Measure, ColumnMeaning], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            column = ColumnMeaning(fact.period, fact.scenario, fact.scope)
            found[fact.concept, fact.measure, column].append(fact)
        return found

    @cached_property
    def _by_block(self) -> Mapping[tuple[str, Measure, int], list[Fact]]:
        found: dict[tuple[str, Measure, int], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.concept, fact.measure, fact.block].append(fact)
        return found

    @cached_property
    def definitions(self) -> Mapping[tuple[str, str], Rule]:
        """The declared sum that says what a concept is made of, by (concept, segment)."""
        return {
            (self.lexicon.concept(r.target.concept), r.target.segment or ""): r
            for r in self.rules
            if r.kind is Kind.SUM
            and r.target.concept != ANY
            and r.target.when is When.SAME
            and r.target.place is None
        }

    @cached_property
    def by_cell(self) -> Mapping[tuple[int, int, int], Fact]:
        """The facts of tables by (table, row, column), all from 1."""
        return {
            (f.source.table, f.source.row or 0, f.source.col or 0): f
            for f in self.facts
            if f.source.table is not None
        }

    @cached_property
    def by_passage(self) -> Mapping[int, list[Fact]]:
        """The facts of prose by block, in reading order."""
        found: dict[int, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if not fact.in_table:
                found[fact.block].append(fact)
        return found

    def stated(self, concept: str, measure: Measure) -> Sequence[Fact]:
        """The facts that state this measure of a concept, in reading order."""
        return self.by_concept.get((concept, measure), ())

    def near(
        self, target: Fact, concept: str, measure: Measure, column: ColumnMeaning
    ) -> Sequence[Fact]:
        """Those of a column that stand nearest to the target, in reading order."""
        stated = self._by_column.get((concept, measure, column), ())
        at = bisect_left(stated, target.number, key=lambda f: f.number)
        return stated[max(0, at - BINDING_REACH) : at + BINDING_REACH]

    def in_same_block(self, target: Fact, measure: Measure) -> Sequence[Fact]:
        """What the target's own table or passage states of its concept."""
        return self._by_block.get((target.concept, measure, target.block), ())
