"""Reviewing: two drafts of a document, audited and compared."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.auditing.earlier import earlier
from auditor.auditing.pipeline import document_report, read
from auditor.model.figure import AUTO
from auditor.model.report import DocumentReport, Report, Review
from auditor.model.selection import EVERY_RULE, Selection
from auditor.readers import UnreadableError
from auditor.review.changed_figures import figure_changes
from auditor.review.changed_findings import changes
from auditor.rulebook.packs import rule_packs
from auditor.rulebook.select import with_known_names


def review(  # noqa: PLR0913  # one parameter an option
    old: str,
    new: str,
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    prior: str | None = None,
    selection: Selection = EVERY_RULE,
) -> Review:
    """What changed from the old draft to the new one, both checked against ``prior`` if given.

    Raises UnreadableError with the path of a draft that cannot be read, BrokenRulesError for rule
    files with mistakes, UnknownRulesError for a selection that names what is no rule.
    """
    packs = with_known_names(rule_packs(rules), selection)
    published = earlier(prior)

    def audited(path: str) -> DocumentReport:
        try:
            document = read(path)
        except UnreadableError as reason:
            raise UnreadableError(f"{path}: {reason}") from reason
        return document_report(
            document,
            packs,
            rounding,
            discover=discover,
            shown=True,
            prior=published,
            selection=selection,
        )

    before, after = audited(old), audited(new)
    assert before.document is not None
    assert after.document is not None
    return Review(
        Report((before,)),
        Report((after,)),
        changes(Report((before,)), Report((after,))),
        figure_changes((before.document, before.facts), (after.document, after.facts)),
    )
