"""``auditor diff``: what changed between two drafts."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli._shared import (
    AUDITED,
    FOUND,
    Discovering,
    RoundedAs,
    RoundingChoice,
    RulePacks,
    refuse,
    view,
    write_out,
)

ORDER = 6


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier draft.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later draft.")],
    rules: RulePacks = None,
    discover: Discovering = True,
    rounding: RoundedAs = RoundingChoice.AUTO,
) -> None:
    """Compare two drafts: the figures changed, the findings fixed, new and still there.

    Exit status: 0 no finding is new, 1 one is, 2 a draft cannot be read.

    Example: auditor diff results-v1.docx results-v2.docx
    """
    from auditor.pipeline import BrokenRulesError
    from auditor.readers import UnreadableError
    from auditor.render._changes import draft_changes
    from auditor.reviewing import review

    try:
        found = review(old, new, rules=rules or [], discover=discover, rounding=str(rounding))
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:
        refuse(str(reason))
    write_out(draft_changes(found, view(False, False, to_file=False)))
    raise typer.Exit(FOUND if found.findings.new else AUDITED)
