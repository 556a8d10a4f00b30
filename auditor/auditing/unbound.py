"""Unbound rules: those that found nothing to check, and the names that they may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from auditor.auditing.findings import DocumentFindings
from auditor.auditing.relations import book_of
from auditor.facts.locators import BELOW, Atlas
from auditor.formats.resources import rules_folder
from auditor.model.fact import Fact
from auditor.model.mistake import likely, nearest
from auditor.model.rule import ANY, SAME, Pack, Place, Rule
from auditor.model.selection import Selection
from auditor.notation.vocabulary import normal
from auditor.relations.declared import Book, bound

BASE = "base"


def unbound_rules(found: DocumentFindings, selection: Selection) -> tuple[Rule, ...]:
    """The rules that are asked and found nothing to check, of packs that mean this document.

    The general rules that come with the auditor mean no document in particular.
    """
    relations = found.of.of
    used = {rule.id for rule, relation in relations.bound if not relation.missing}
    used |= {check.rule for check in found.labels}
    unused = [
        rule
        for pack in relations.of.packs
        if pack.applies or not _is_shipped(pack)
        for rule in pack.rules
        if rule.id not in used and selection.takes(rule.id)
    ]
    book = book_of(relations.of) if unused else None
    return tuple(rule for rule in unused if book is None or not _says_what_another_does(rule, book))


def _says_what_another_does(rule: Rule, book: Book) -> bool:
    """Whether a rule found figures, in the same relations as a rule before it."""
    return any(not relation.missing for _, relation in bound((rule,), book))


def nearest_names(rules: Iterable[Rule], facts: Iterable[Fact]) -> Iterator[str]:
    """For each rule that names what no figure is called, a remark with the name that is nearest."""
    rules = tuple(rules)
    if not rules:
        return
    names = {name: name for fact in facts for name in (fact.concept, fact.label) if name}
    lower = {name.lower(): name for name in names}
    for rule in rules:
        unknown = next((name for name in _names(rule) if name not in names), None)
        if unknown is None:
            continue
        nearest = likely(unknown, lower)
        hint = f"; did you mean `{lower[nearest]}`?" if nearest else ""
        yield f"{rule.id} checks nothing: no figure is called `{unknown}`{hint}"


def lost_places(rules: Iterable[Rule], found: DocumentFindings) -> Iterator[str]:
    """For each rule that names a place the document has not, a remark with the nearest name."""
    placed = [rule for rule in rules if rule.target.place is not None]
    if not placed:
        return
    atlas = book_of(found.of.of.of).atlas
    for rule in placed:
        lost = next(filter(None, (_lost(place, atlas) for place in _places(rule))), None)
        if lost:
            what, name, known = lost
            near = nearest(name, known)
            hint = f"; did you mean `{near}`?" if near else ""
            yield f"{rule.id} checks nothing: no {what} is called `{name}`{hint}"


def _places(rule: Rule) -> Iterator[Place]:
    """Every place of a rule; the table of an operand is the target's where it names none."""
    own = rule.target.place
    for operand in (rule.target, *rule.plus, *rule.minus):
        place = operand.place
        if own and place and not place.passage:
            yield replace(place, table=place.table or own.table)


def _lost(place: Place, atlas: Atlas) -> tuple[str, str, list[str]] | None:
    """What a place names in vain: a table, or a row or column of it; with what there is."""
    if place.table and atlas.table(place.table) is None:
        return "table", place.table, [atlas.table_name(one) for one in atlas.tables]
    own = atlas.table(place.table) if place.table else None
    rows = [(t, r) for t in (atlas.tables if own is None else (own,)) for r in atlas.rows(t)]
    heads = [atlas.column_name(*one, c) for one in rows for c in atlas.columns(*one)]
    named = {
        "row": (place.rows, [atlas.row_name(*one) for one in rows]),
        "column": (place.columns, heads),
    }
    for what, (names, known) in named.items():
        forms = {normal(one) for one in known}
        for name in names:
            if not {normal(name), normal(name.rpartition(BELOW)[2].partition(" #")[0])} & forms:
                return what, name, list(dict.fromkeys(known))
    return None


def _names(rule: Rule) -> Iterator[str]:
    for operand in (rule.target, *rule.plus, *rule.minus):
        if operand.place is None and operand.concept not in (ANY, SAME, BASE):
            yield operand.concept


def _is_shipped(pack: Pack) -> bool:
    return Path(pack.path).parent == rules_folder()
