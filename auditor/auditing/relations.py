"""Relations of a document, from every source: rules, its own, discovery, an earlier document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.auditing.facts import DocumentFacts
from auditor.auditing.record_tables import with_records
from auditor.formats.resources import rules_folder
from auditor.model.fact import Fact
from auditor.model.relation import Relation
from auditor.model.rule import Pack, Rule
from auditor.model.scene import Scene, Unfinished
from auditor.relations.declared import Book, bound, sameness
from auditor.relations.discovered import NOTHING_FOUND, Discoveries, relations_of
from auditor.relations.formulas import formula_relations, without_sums_of_quotients
from auditor.relations.prior import Prior, prior_relations
from auditor.relations.tagged import Tagged, tagged


@dataclass(frozen=True, slots=True)
class DocumentRelations:
    """What a document's facts must satisfy, by who says so.

    ``bound`` are those of rules; ``own`` those that the document declares itself, by a filing's
    tags or a workbook's formulas; ``discovered`` what no rule had to declare; ``prior`` ties of
    comparatives to what an earlier document published. ``general`` are the rules that read
    documents nobody described; ``tagged`` is all that tags tell; ``unfinished`` are the searches
    that did not see all of their table.
    """

    of: DocumentFacts
    bound: tuple[tuple[Rule, Relation], ...]
    own: tuple[Relation, ...]
    discovered: tuple[Relation, ...]
    prior: tuple[Relation, ...]
    general: frozenset[str]
    discovers: bool
    tagged: Tagged
    unfinished: tuple[Unfinished, ...] = ()

    @property
    def figures(self) -> tuple[Fact, ...]:
        """The facts of the text, then those that nothing but a tag states."""
        return (*self.of.facts, *self.tagged.facts)

    @property
    def declared(self) -> tuple[Relation, ...]:
        """Those of rules, but for what a general rule says that the document or discovery does."""
        seen = {sameness(r) for r in (*self.discovered, *self.own)}
        return tuple(
            relation
            for rule, relation in self.bound
            if rule.id not in self.general or sameness(relation) not in seen
        )

    @property
    def declared_within(self) -> tuple[Relation, ...]:
        """What the document declares and no issuer's own rule says too, each relation once."""
        known = {sameness(r) for rule, r in self.bound if rule.id not in self.general}
        once = {sameness(relation): relation for relation in reversed(self.own)}
        return tuple(r for same, r in reversed(once.items()) if same not in known)

    @property
    def all(self) -> tuple[Relation, ...]:
        """Every relation once, as it is to be checked."""
        return (*self.declared, *self.declared_within, *self.discovered, *self.prior)

    def discovered_in(self, scene: Scene) -> tuple[Relation, ...]:
        """What discovery finds in another scene and nobody declares."""
        needless = _needless(self.bound, self.own, self.general)
        return _discovered(_found(scene).relations, needless)

    @property
    def scene(self) -> Scene:
        return scene_of(self.of)


def document_relations(
    facts: DocumentFacts, *, discover: bool, prior: Prior | None = None
) -> DocumentRelations:
    """Every relation that the facts of a document must satisfy."""
    told = tagged(facts.document, facts.facts)
    own = (*told.relations, *formula_relations(facts.document, facts.facts))
    general = frozenset[str]() if facts.is_described or not discover else _general(facts.packs)
    by_rules = tuple(bound(facts.rules, _book_for(facts, general)))
    needless = _needless(by_rules, own, general)
    found = _found(scene_of(facts)) if discover else NOTHING_FOUND
    return DocumentRelations(
        facts,
        by_rules,
        own,
        _discovered(found.relations, needless),
        prior_relations(facts.document, facts.facts, prior) if prior else (),
        general,
        discover,
        told,
        found.unfinished,
    )


def _found(scene: Scene) -> Discoveries:
    """What nobody declares; in a table of records no more than what records obey."""
    found = relations_of(scene)
    kept = tuple(without_sums_of_quotients(found.relations, scene.document))
    return found._replace(relations=with_records(kept, scene))


def _book_for(facts: DocumentFacts, general: frozenset[str]) -> Book:
    """The facts as rules are bound to them, without the claims that discovery reads for itself.

    A general rule would take what a sentence says in words of direction for what a table prints in
    signs.
    """
    book = book_of(facts)
    if not general:
        return book
    return replace(book, facts=tuple(f for f in facts.facts if f.in_table or not f.certain))


def book_of(facts: DocumentFacts) -> Book:
    """The facts as rules are bound to them."""
    return Book(facts.facts, facts.lexicon, facts.rules, facts.document, facts.grids)


def scene_of(facts: DocumentFacts) -> Scene:
    """What discovery looks at."""
    at = {
        (f.source.table, (f.source.row or 0) - 1, (f.source.col or 0) - 1): f
        for f in facts.facts
        if f.source.table is not None
    }
    return Scene(facts.document, facts.grids, facts.facts, at, facts.usage.calendar)


def _general(packs: Iterable[Pack]) -> frozenset[str]:
    """The rules that come with the auditor and read documents nobody described.

    They are asked so where no issuer's pack applies and discovery is there to bear them out.
    """
    folder = rules_folder()
    return frozenset(
        rule.id for pack in packs if Path(pack.path).parent == folder for rule in pack.rules
    )


def _needless(
    by_rules: Iterable[tuple[Rule, Relation]], own: Iterable[Relation], general: frozenset[str]
) -> frozenset[object]:
    """What needs no discovery."""
    declared = {sameness(r) for rule, r in by_rules if rule.id not in general}
    return frozenset(declared.union(map(sameness, own)))


def _discovered(relations: Iterable[Relation], needless: frozenset[object]) -> tuple[Relation, ...]:
    """Each relation once, as it was first found; it tells if it does in any way it was found."""
    found: dict[object, Relation] = {}
    for relation in relations:
        first = found.setdefault(same := sameness(relation), relation)
        if relation.tells and not first.tells:
            found[same] = replace(first, tells=True)
    return tuple(r for same, r in found.items() if same not in needless)
