"""Tagged: what a filing's tags and its own calculations say of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.relation import Relation

__all__ = ["NOTHING_TAGGED", "Tagged", "tagged"]


class Tagged(NamedTuple):
    """What tags say: relations between figures, findings, and figures that only tags state."""

    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    facts: tuple[Fact, ...] = ()


NOTHING_TAGGED = Tagged()


def tagged(document: Document, facts: Sequence[Fact]) -> Tagged:
    """What the tags of a document say of its figures; nothing where it has none.

    ``facts`` are the figures read from its text. Figures that only tags state are numbered after
    them; those that are not displayed are no figures of the document.
    """
    if not document.tagging.tags:
        return NOTHING_TAGGED
    from auditor.relations.tagged.audit import audited

    return Tagged(*audited(document, facts))
