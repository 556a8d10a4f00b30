"""What discovery makes of a table, in words: "Total = Fares + Freight"."""

from __future__ import annotations

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.pipeline import document_report
from auditor.auditing.relations import document_relations
from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation
from auditor.notation.vocabulary import applies
from auditor.rulebook.packs import rule_packs

NAMELESS = "(no label)"


def read(text: str) -> Document:
    """The document that a Markdown text is."""
    return readers.read(text.encode(), "statement.md")


def sums(text: str) -> set[str]:
    """The structure of sums, each said once for all the columns or rows where it is found."""
    document = read(text)
    packs = tuple(pack for pack in rule_packs() if applies(pack, document))
    found = document_relations(document_facts(document, packs), discover=True).discovered
    return {in_words(r) for r in found if r.kind in (Kind.SUM, Kind.DIFFERENCE)}


def in_words(relation: Relation) -> str:
    """The relation by its labels, those of columns where it runs across."""
    across = len({fact.source.row for fact in relation.facts}) == 1

    def name(fact: Fact) -> str:
        label = fact.source.column_label if across else fact.source.row_label
        return " ".join((label or NAMELESS).split())

    parts = "".join(f" {'+' if t.sign > 0 else '-'} {name(t.fact)}" for t in relation.inputs)
    return f"{name(relation.target)} = {parts.removeprefix(' + ').strip()}"


def alarms(text: str) -> list[tuple[str, str]]:
    """(printed, expected) of every finding of the whole audit."""
    return [(f.printed, f.expected) for f in document_report(read(text), rule_packs()).findings]
