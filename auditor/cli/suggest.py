"""``auditor suggest``: writes what is discovered as rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._replacing import documents, refuse_replacing, settings_files
from auditor.cli._settings import settings_of
from auditor.cli._shared import deliver, file_of, refuse, say, stdin_if_named

ORDER = 4


def suggest(  # noqa: PLR0913, PLR0917  # one parameter an option
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document or a data file.")],
    rules: option.KnownRules = None,
    output: option.SuggestedFile = None,
    timeout: option.Timeout = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Write what is discovered in a document or data file as rules, for a person to review.

    Checked by them alone (--no-discover), the document gives the same findings.

    Exit status: 0 rules were written, 2 nothing was discovered or the document cannot be read.

    Example: auditor suggest results.md --output our-rules.yaml
    """
    from auditor.auditing.suggest import suggestion
    from auditor.readers import UnreadableError
    from auditor.rulebook.packs import BrokenRulesError

    settings = settings_of(config, isolated, rules=rules, timeout=timeout)
    read = chain(documents([path]), settings_files(settings, isolated=isolated))
    output = file_of(output)
    refuse_replacing([output] if output else [], read)
    stdin = stdin_if_named([path])
    try:
        found = suggestion(path, settings.rules, stdin, settings.timeout)
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:
        refuse(f"{path}: {reason}")
    if not found.relations:
        refuse(f"NOTHING WAS DISCOVERED in {path}: there are no rules to write")
    _deliver(found.text, found.summary, output)


def _deliver(text: str, summary: Iterable[str], output: Path | None) -> None:
    deliver(text, output)
    say(*summary)
