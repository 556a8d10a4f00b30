"""``auditor serve``: opens the review desk, a page to drop documents on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._settings import refuse_rules, settings_of
from auditor.cli._shared import refuse, write_out
from auditor.cli._waivers import today
from auditor.model.settings import Settings
from auditor.model.waiver import Waiver

ORDER = 2
CONTAINER = "AUDITOR_CONTAINER"
"""Set where the program runs in a container, as its image sets it."""


def serve(  # noqa: PLR0913, PLR0917  # one parameter an option
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen; 0: any that is free.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
    ] = True,
    rules: option.Rules = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    strict: option.Strict = None,
    rounding: option.Rounding = None,
    joint: option.JointAndUnseen = None,
    timeout: option.Timeout = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Open the review desk: drop a document on the page, read the report, accept, drop again.

    It is answered on this computer alone, at an address with a secret, and needs no network. What
    is dropped stands in a private folder, and is gone with the page. Ctrl-C ends it.

    Exit status: 0 it was ended, 2 it could not be opened.

    Example: auditor serve --rules our-rules.yaml
    """
    from auditor.desk.serving import CannotServeError, serve

    settings = settings_of(
        config, isolated, rules=rules, discover=discover, select=select, ignore=ignore,
        severity=severity, strict=strict, rounding=rounding, joint=joint, timeout=timeout,
    )  # fmt: skip
    from auditor.desk.audits import Options

    _refuse_broken_rules(settings)
    options = Options(
        tuple(str(Path(one).absolute()) for one in settings.rules), settings.discover,
        str(settings.rounding), settings.joint, settings.selection, settings.strict,
        settings.timeout, _waivers(settings, isolated=isolated), today(),
    )  # fmt: skip
    try:
        serve(
            options, port=port, browser=browser, in_container=bool(os.environ.get(CONTAINER)),
            opened=_say,
        )  # fmt: skip
    except CannotServeError as reason:
        refuse(str(reason))
    except KeyboardInterrupt:
        pass
    raise typer.Exit(0)


def _say(address: str) -> None:
    write_out(f"The review desk is open at\n\n    {address}\n\nCtrl-C ends it.\n")


def _refuse_broken_rules(settings: Settings) -> None:
    """Mistakes in rule files end the run before a page is opened, not at each document."""
    from auditor.rulebook.packs import BrokenRulesError, rule_packs
    from auditor.rulebook.select import UnknownRulesError, with_known_names

    try:
        with_known_names(rule_packs(settings.rules), settings.selection)
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)


def _waivers(settings: Settings, *, isolated: bool) -> tuple[Waiver, ...]:
    """Those of the settings and of the nearest baseline, which hold for whatever is dropped."""
    from auditor.configuration import ConfigurationError
    from auditor.review.waiver_files import baseline_waivers

    if isolated:
        return ()
    try:
        return (*settings.waivers, *baseline_waivers(Path.cwd(), None))
    except ConfigurationError as wrong:
        refuse(*wrong.mistakes)
