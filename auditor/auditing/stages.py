"""Understanding: a document with every stage up to its relations and the verdicts on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from auditor.blame.joint import Audience
from auditor.checks.convention import Stated, fitted_verdicts, remark, stated_convention
from auditor.checks.headings import label_checks
from auditor.checks.support import loosely_rounded, supported
from auditor.checks.verdict import verdict
from auditor.facts.layout import grid_of
from auditor.facts.prose import RowLabels, Surroundings, heading_period, prose_facts
from auditor.facts.tables import table_facts
from auditor.facts.usage import Usage, usage_of
from auditor.formats.resources import rules_folder
from auditor.model.document import Document, Passage, Table
from auditor.model.fact import RESULT, Fact, Measure
from auditor.model.figure import AUTO, Rounding
from auditor.model.finding import LabelCheck, Status, Verdict
from auditor.model.grid import Grid
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation
from auditor.model.rule import Pack, Rule, Vocabulary
from auditor.model.scene import Scene
from auditor.model.selection import EVERY_RULE, Selection
from auditor.notation.vocabulary import Lexicon, lexicon, normal
from auditor.relations.declared import Book, bound, sameness
from auditor.relations.discovered import relations_of
from auditor.relations.formulas import formula_relations
from auditor.relations.tagged import Tagged, tagged
from auditor.rulebook.select import asked_findings, asked_labels


@dataclass(frozen=True)  # no slots: each stage is made once, when first asked for
class Understood:
    """A document with the packs that apply to it, and every stage up to its relations.

    ``selection`` leaves out headings and findings of tags; of relations all are understood, since
    they tell of each other.
    """

    document: Document
    packs: tuple[Pack, ...]
    discover: bool = False
    selection: Selection = EVERY_RULE

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The packs' rules, but for those of packs that another stands in for."""
        spared = {name for pack in self.packs for name in pack.instead_of}
        return tuple(rule for pack in self.packs if pack.id not in spared for rule in pack.rules)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The packs' words; an issuer's own come before the general ones."""
        words = Vocabulary()
        for pack in sorted(self.packs, key=lambda p: not p.applies):
            words = words.joined(pack.vocabulary)
        return lexicon(words, [s for p in self.packs for s in p.sections])

    @cached_property
    def reading(self) -> Usage:
        return usage_of(self.document, self.lexicon)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(grid_of(table) for table in self.document.tables)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure with its meaning, in reading order."""
        period: Period | None = None
        found: list[tuple[int, Fact]] = []
        for block, piece in enumerate(self.document.blocks):
            if isinstance(piece, Table):
                stated = self._facts_of_tables[block]
                period = latest_period(stated) or period
            else:
                stated = list(prose_facts(piece, self._surroundings(piece, period), 0))
            found += [(block, fact) for fact in stated]
        return tuple(
            replace(fact, number=number, block=block) for number, (block, fact) in enumerate(found)
        )

    @cached_property
    def _facts_of_tables(self) -> Mapping[int, list[Fact]]:
        """The tables' facts by block; prose is read after them, for the labels they know."""
        grids = {g.table.number: g for g in self.grids}
        return {
            block: list(table_facts(grids[piece.number], self.reading, 0))
            for block, piece in enumerate(self.document.blocks)
            if isinstance(piece, Table)
        }

    @cached_property
    def _labels_of_rows(self) -> RowLabels:
        stated = (fact for facts in self._facts_of_tables.values() for fact in facts)
        return RowLabels({normal(fact.label): fact.concept for fact in stated if fact.label})

    def _surroundings(self, passage: Passage, latest: Period | None) -> Surroundings:
        """What holds for a passage; it speaks of its heading's period, else of the latest."""
        over = (*passage.headings, passage) if passage.level else passage.headings
        return Surroundings(
            self.lexicon,
            self.reading.calendar,
            self.reading.unit,
            heading_period(over, self.reading.calendar) or latest,
            self._labels_of_rows,
            next((p.unstated_comparison for p in self.packs if p.unstated_comparison), ""),
        )

    @cached_property
    def relations(self) -> tuple[tuple[Rule, Relation], ...]:
        return tuple(bound(self.rules, self.book))

    @cached_property
    def tagged(self) -> Tagged:
        """What a filing's tags, and its own calculations, say of the figures."""
        told = tagged(self.document, self.facts)
        return told._replace(findings=asked_findings(told.findings, self.selection))

    @cached_property
    def own(self) -> tuple[Relation, ...]:
        """What the document itself declares: by a filing's tags, or by a workbook's formulas."""
        return (*self.tagged.relations, *formula_relations(self.document, self.facts))

    @property
    def figures(self) -> tuple[Fact, ...]:
        """The facts of the text, then those that nothing but a tag states."""
        return (*self.facts, *self.tagged.facts)

    @cached_property
    def book(self) -> Book:
        """The facts as rules are bound to them."""
        return Book(self.facts, self.lexicon, self.rules, self.document, self.grids)

    @cached_property
    def labels(self) -> tuple[LabelCheck, ...]:
        found = (
            check
            for rule in self.rules
            if rule.kind is Kind.LABEL
            for check in label_checks(rule, self.grids, self.reading.calendar)
        )
        return asked_labels(found, self.selection)

    @property
    def unbound(self) -> tuple[str, ...]:
        """The rules of issuers' packs that found nothing to check."""
        used = {rule.id for rule, r in self.relations if not r.missing}
        used |= {check.rule for check in self.labels}
        return tuple(
            rule.id
            for pack in self.packs
            if pack.applies
            for rule in pack.rules
            if rule.id not in used and self.selection.takes(rule.id)
        )

    def verdicts(self, rounding: str) -> tuple[tuple[Verdict, ...], Rounding]:
        """The verdict on every relation, and the rounding convention it was reached under."""
        seen = {sameness(r) for r in (*self.discovered, *self.own)}
        declared = (
            relation
            for rule, relation in self.relations
            if rule.id not in self.general or sameness(relation) not in seen
        )
        relations = [*declared, *self._declared_within, *self.discovered]
        if rounding == AUTO:
            found, chosen = fitted_verdicts(relations, self.stated and self.stated.rounding)
        else:
            chosen = Rounding(rounding)
            found = tuple(verdict(relation, chosen) for relation in relations)
        checked = {v.relation.target.number for v in found if v.status is not Status.NOT_CHECKABLE}
        read = [v for v in supported(found, self.general) if self._reads(v, checked)]
        return loosely_rounded(read, chosen), chosen

    @cached_property
    def stated(self) -> Stated | None:
        """The rounding convention that the document says its amounts follow."""
        return stated_convention(self.document.texts)

    def remarks(self, rounding: str, fitted: Rounding) -> tuple[str, ...]:
        """What a reader should know of the document, among it a convention that was inferred."""
        if rounding != AUTO or fitted is not Rounding.TRUNCATE:
            return self.document.remarks
        relations = [*self._declared_within, *self.discovered, *(r for _, r in self.relations)]
        return (*self.document.remarks, remark(relations, self.stated))

    def _reads(self, verdict: Verdict, checked: AbstractSet[int]) -> bool:
        """Whether a rule means this document: a general identity that cannot be checked does not.

        A change or share that stands beside its figures was meant, and is told, unless it is not
        known of what, and another reading of it could be checked.
        """
        relation = verdict.relation
        if verdict.status is not Status.NOT_CHECKABLE or relation.rule not in self.general:
            return True
        identity = relation.kind in (Kind.SUM, Kind.DIFFERENCE)
        elsewhere = bool(relation.missing) and relation.target.number in checked
        return not identity and not elsewhere

    def audience(self, rounding: Rounding) -> Audience:
        """How the relations that hold are to be heard together."""
        return Audience(rounding, self.general, any(pack.applies for pack in self.packs))

    @cached_property
    def general(self) -> frozenset[str]:
        """The rules that read documents nobody described.

        None where an issuer's pack applies, and none where nothing is to be discovered: then the
        rules are all there is.
        """
        if not self.discover or any(pack.applies for pack in self.packs):
            return frozenset()
        folder = rules_folder()
        return frozenset(
            rule.id for p in self.packs if Path(p.path).parent == folder for rule in p.rules
        )

    @property
    def _declared_within(self) -> Iterable[Relation]:
        """What the document declares and no issuer's own rule says too, each relation once."""
        known = {sameness(r) for rule, r in self.relations if rule.id not in self.general}
        once = {sameness(relation): relation for relation in reversed(self.own)}
        return (r for same, r in reversed(once.items()) if same not in known)

    @cached_property
    def discovered(self) -> tuple[Relation, ...]:
        """What no rule had to declare, where no rule declares it too."""
        return self.discovered_in(self.scene) if self.discover else ()

    def discovered_in(self, scene: Scene) -> tuple[Relation, ...]:
        """The same of another scene."""
        found: dict[object, Relation] = {}
        for relation in relations_of(scene):
            found.setdefault(sameness(relation), relation)
        return tuple(r for same, r in found.items() if same not in self._declared)

    @cached_property
    def _declared(self) -> frozenset[object]:
        """What needs no discovery."""
        own = {sameness(r) for rule, r in self.relations if rule.id not in self.general}
        return frozenset(own.union(map(sameness, self.own)))

    @cached_property
    def scene(self) -> Scene:
        """What discovery looks at."""
        at = {
            (f.source.table, (f.source.row or 0) - 1, (f.source.col or 0) - 1): f
            for f in self.facts
            if f.source.table is not None
        }
        return Scene(self.document, self.grids, self.facts, at, self.reading.calendar)


def latest_period(facts: Iterable[Fact]) -> Period | None:
    """The latest span that a table's result columns show."""
    spans = [
        f.period
        for f in facts
        if f.period
        and not f.period.is_instant
        and f.measure is Measure.AMOUNT
        and f.scenario == RESULT
    ]
    return max(spans, key=lambda p: (p.last, -p.months), default=None)
