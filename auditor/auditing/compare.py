"""Reviewing: two drafts of a document, audited and compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from auditor.auditing.deadline import within_of
from auditor.auditing.earlier import earlier
from auditor.auditing.pipeline import document_report, read
from auditor.formats import inputs
from auditor.model.figure import AUTO
from auditor.model.report import DocumentReport, Report, Review
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.settings import TIMEOUT
from auditor.relations.prior import Prior
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
    timeout: float = TIMEOUT,
) -> Review:
    """What changed from the old draft to the new one, both checked against ``prior`` if given.

    Raises UnreadableError with the path of a draft that cannot be read, or whose audit takes longer
    than ``timeout`` seconds (0: however long), BrokenRulesError for rule files with mistakes,
    UnknownRulesError for a selection that names what is no rule.
    """
    audited = partial(
        _audited, packs=with_known_names(rule_packs(rules), selection), rounding=rounding,
        discover=discover, prior=earlier(prior, timeout), selection=selection,
    )  # fmt: skip
    before, after = (
        within_of(path, timeout, partial(audited, path), inputs.opening(path))
        for path in (old, new)
    )
    return within_of(f"{old} and {new}", timeout, partial(_review, before, after))


def _audited(  # noqa: PLR0913  # one parameter an option
    path: str,
    *,
    packs: Sequence[Pack],
    rounding: str,
    discover: bool,
    prior: Prior | None,
    selection: Selection,
) -> DocumentReport:
    return document_report(
        read(path), packs, rounding, discover=discover, shown=True, prior=prior, selection=selection
    )


def _review(before: DocumentReport, after: DocumentReport) -> Review:
    assert before.document is not None
    assert after.document is not None
    return Review(
        Report((before,)),
        Report((after,)),
        changes(Report((before,)), Report((after,))),
        figure_changes((before.document, before.facts), (after.document, after.facts)),
    )
