"""``auditor explain``: shows how a finding comes about."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli._shared import (
    Discovering,
    RoundedAs,
    RoundingChoice,
    RulePacks,
    refuse,
    stdin_if_named,
    view,
    write_out,
)

ORDER = 3


def explain(
    id_: Annotated[
        str,
        typer.Argument(metavar="FINDING-ID", help="The finding's id, or how it alone begins."),
    ],
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document, or - for stdin.")],
    rules: RulePacks = None,
    discover: Discovering = True,
    rounding: RoundedAs = RoundingChoice.AUTO,
) -> None:
    """Show how one finding comes about: what fails, what holds, who is to blame, what is right.

    Give the options that the check was run with. Every report names the ids of its findings.

    Exit status: 0 it was shown, 2 there is no such finding or the document cannot be read.

    Example: auditor explain 3f2a9c0d1b7e results.md
    """
    from auditor.explaining import UnknownFindingError, explanation
    from auditor.pipeline import BrokenRulesError
    from auditor.readers import UnreadableError

    stdin = stdin_if_named([path])
    try:
        text = explanation(
            id_, path, view(False, False, to_file=False),
            rules=rules or [], discover=discover, rounding=str(rounding), stdin=stdin,
        )  # fmt: skip
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:
        refuse(f"{path}: {reason}")
    except UnknownFindingError as unknown:
        refuse(str(unknown))
    write_out(text)
