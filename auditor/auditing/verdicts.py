"""Verdicts on a document's relations and headings, under the rounding that its figures show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from auditor.auditing.relations import DocumentRelations
from auditor.checks.convention import (
    doubting_chance,
    fitted_verdicts,
    remark,
    stated_convention,
)
from auditor.checks.headings import label_checks
from auditor.checks.support import loosely_rounded, supported
from auditor.checks.unreadable import declined_around
from auditor.checks.verdict import verdict
from auditor.model.figure import AUTO, Rounding
from auditor.model.relation import Kind
from auditor.model.scene import Unfinished
from auditor.model.verdict import LabelCheck, Status, Verdict
from auditor.solve.components import Terms


@dataclass(frozen=True, slots=True)
class DocumentVerdicts:
    """What the checks of a document came to; ``was_inferred``: nobody said how it is rounded."""

    of: DocumentRelations
    verdicts: tuple[Verdict, ...]
    labels: tuple[LabelCheck, ...]
    rounding: Rounding
    was_inferred: bool

    @property
    def terms(self) -> Terms:
        """On what terms the relations that hold are taken together."""
        return Terms(self.rounding, self.of.general, self.of.of.is_described)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader should know of the document, among it a convention that was inferred."""
        document, relations = self.of.of.document, self.of
        remarks = (*document.remarks, *unfinished_remarks(relations.unfinished))
        if not self.was_inferred or self.rounding is not Rounding.TRUNCATE:
            return remarks
        by_rules = (relation for _, relation in relations.bound)
        shown = [*relations.declared_within, *relations.discovered, *by_rules]
        return (*remarks, remark(shown, stated_convention(document.texts)))


def unfinished_remarks(unfinished: Iterable[Unfinished]) -> Iterator[str]:
    """What is said of tables too large to be searched in full, a remark a table."""
    sought: dict[int, list[str]] = {}
    for one in unfinished:
        sought.setdefault(one.table, []).append(one.sought)
    for table, kinds in sorted(sought.items()):
        yield (
            f"table {table} is too large to be searched in full: not all of its"
            f" {', '.join(kinds)} were looked for"
        )


def document_verdicts(relations: DocumentRelations, rounding: str) -> DocumentVerdicts:
    """The verdict on every relation and heading; ``rounding`` is auto or a convention's name."""
    if rounding == AUTO:
        stated = stated_convention(relations.of.document.texts)
        found, chosen = fitted_verdicts(relations.all, stated and stated.rounding)
    else:
        chosen = Rounding(rounding)
        found = tuple(verdict(relation, chosen) for relation in relations.all)
    checked = {v.relation.target.number for v in found if v.status is not Status.NOT_CHECKABLE}
    general = relations.general
    facts = relations.of
    judged = declined_around(supported(found, general), facts.unread, facts.facts)
    meant = [v for v in judged if _is_meant(v, checked, general)]
    told = doubting_chance(loosely_rounded(meant, chosen), chosen)
    return DocumentVerdicts(relations, told, _labels(relations), chosen, rounding == AUTO)


def _labels(relations: DocumentRelations) -> tuple[LabelCheck, ...]:
    facts = relations.of
    return tuple(
        check
        for rule in facts.rules
        if rule.kind is Kind.LABEL
        for check in label_checks(rule, facts.grids, facts.usage.calendar)
    )


def _is_meant(verdict: Verdict, checked: AbstractSet[int], general: frozenset[str]) -> bool:
    """Whether a rule means this document: a general identity that cannot be checked does not.

    A change or share that stands beside its figures was meant, and is told, unless it is not
    known of what, and another reading of it could be checked.
    """
    relation = verdict.relation
    if verdict.status is not Status.NOT_CHECKABLE or relation.rule not in general:
        return True
    identity = relation.kind in (Kind.SUM, Kind.DIFFERENCE)
    checked_otherwise = bool(relation.missing) and relation.target.number in checked
    return not identity and not checked_otherwise
