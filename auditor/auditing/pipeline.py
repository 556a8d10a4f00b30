"""The pipeline: document -> facts -> relations -> verdicts -> findings -> report."""

from __future__ import annotations

from collections.abc import Sequence

from auditor import readers
from auditor.auditing.facts import applying, document_facts
from auditor.auditing.findings import document_findings
from auditor.auditing.relations import document_relations
from auditor.auditing.report import report_on
from auditor.auditing.second_look import examined
from auditor.auditing.verdicts import document_verdicts
from auditor.formats import inputs
from auditor.model.document import Document
from auditor.model.figure import AUTO
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.relations.prior import Prior


def read(path: str, stdin: bytes | None = None) -> Document:
    """The document at ``path`` ("-" is ``stdin``); raises UnreadableError."""
    return readers.read(_content(path, stdin), path)


def read_together(pages: Sequence[str]) -> Document:
    """The document that is spread over these files; raises UnreadableError."""
    return readers.read_together({page: _content(page, None) for page in pages})


def _content(path: str, stdin: bytes | None) -> bytes:
    try:
        return inputs.content(path, stdin)
    except OSError as error:
        raise readers.UnreadableError(error.strerror or "it cannot be opened") from error


def document_report(  # noqa: PLR0913  # one parameter an option
    document: Document,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    *,
    discover: bool = True,
    joint: bool = False,
    shown: bool = False,
    prior: Prior | None = None,
    selection: Selection = EVERY_RULE,
) -> DocumentReport:
    """The audit of a document that was read.

    Of ``packs`` those count that apply to it. ``rounding`` is auto, nearest, truncate or exact;
    ``discover`` looks for relations that no rule declares; ``joint`` asks for all that the
    relations tell together, and for each figure's slack; ``shown`` keeps the document in the
    report; ``prior`` is an earlier one, whose figures the comparatives repeat; ``selection`` says
    which rules are asked.
    """
    facts = document_facts(document, applying(packs, document))
    relations = document_relations(facts, discover=discover, prior=prior)
    verdicts = document_verdicts(relations, rounding)
    findings = document_findings(examined(verdicts), selection, joint=joint)
    return report_on(findings, selection, slack=joint, shown=shown)
