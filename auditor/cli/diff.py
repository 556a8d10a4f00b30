"""``auditor diff``: what changed between two drafts."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._settings import refuse_rules, settings_of
from auditor.cli._shared import AUDITED, FOUND, NOT_AUDITED, refuse, view, write_out

ORDER = 6


def diff(  # noqa: PLR0913, PLR0917  # one parameter an option
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier draft.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later draft.")],
    rules: option.Rules = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    rounding: option.Rounding = None,
    prior: option.PriorAsInCheck = None,
    timeout: option.Timeout = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Compare two drafts: the figures changed, the findings fixed, new and still there.

    Exit status: 0 no finding is new, 1 one is, 2 a draft cannot be read or has no figures.

    Example: auditor diff results-v1.docx results-v2.docx
    """
    from auditor.auditing.compare import review
    from auditor.readers import UnreadableError
    from auditor.render import draft_changes
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    settings = settings_of(
        config, isolated, rules=rules, discover=discover, select=select, ignore=ignore,
        severity=severity, rounding=rounding, timeout=timeout,
    )  # fmt: skip
    try:
        found = review(
            old, new, rules=settings.rules, discover=settings.discover,
            rounding=str(settings.rounding), prior=prior, selection=settings.selection,
            timeout=settings.timeout,
        )  # fmt: skip
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:
        refuse(str(reason))
    write_out(draft_changes(found, view(False, False, to_file=False)))
    if found.without_figures:
        raise typer.Exit(NOT_AUDITED)
    raise typer.Exit(FOUND if found.findings.new else AUDITED)
