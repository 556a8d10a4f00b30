"""The settings of a run, and what is said about them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from auditor.cli._shared import columns, refuse, say
from auditor.model.settings import Settings, Verbosity

if TYPE_CHECKING:
    from auditor.rulebook.select import UnknownRulesError

SELECTING = ("select", "ignore", "severity")


def settings_of(config: Path | None, isolated: bool, **given: object) -> Settings:
    """The settings with what the command line gives; mistakes in them end the run."""
    from auditor.configuration import SETTINGS, ConfigurationError, configured

    parsers = {s.name: s.parsed for s in SETTINGS if s.name in SELECTING}
    options = dict(given)
    for name, value in given.items():
        if isinstance(value, list):
            parse = parsers.get(name)
            options[name] = _parsed(name, value, parse) if parse else tuple(value)
    try:
        return configured(options, os.environ, Path.cwd(), config, isolated=isolated)
    except ConfigurationError as wrong:
        refuse(*wrong.mistakes)


def _parsed(name: str, words: Sequence[str], parse: Callable[[str], object]) -> object:
    from auditor.configuration import WrongValueError

    try:
        return parse(",".join(words))
    except WrongValueError as wrong:
        refuse(f"--{name}: {wrong}")


def verbosity_of(quiet: bool, verbose: bool) -> Verbosity | None:
    """What -q and -v ask for, None where neither is given."""
    if quiet and verbose:
        refuse("--quiet and --verbose ask for opposite things")
    if quiet:
        return Verbosity.QUIET
    return Verbosity.VERBOSE if verbose else None


def refuse_rules(unknown: UnknownRulesError, settings: Settings) -> NoReturn:
    """Ends the run: a setting names rules that there are not."""
    refuse(*(f"{_named_by(name, settings)}: {said}" for name, said in unknown.unknown.items()))


def _named_by(rule: str, settings: Settings) -> str:
    """Where a rule is named."""
    names = {
        "select": settings.select,
        "ignore": settings.ignore,
        "severity": tuple(name for name, _ in settings.severity),
    }
    return next(settings.origin(setting) for setting, used in names.items() if rule in used)


def settings_table(settings: Settings) -> str:
    """Each setting, its value and where it was set."""
    from auditor.configuration import SETTINGS

    rows = [(s.key, _shown(getattr(settings, s.name)), settings.origin(s.name)) for s in SETTINGS]
    if settings.waivers:
        rows.append(("waiver", f"{len(settings.waivers)} of them", settings.file))
    return f"file: {settings.file or 'none'}\n\n{columns([('setting', 'value', 'from'), *rows])}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        words = (one if isinstance(one, str) else "=".join(one) for one in value)
        return ", ".join(words) or "-"
    return str(value)


def say_where_from(settings: Settings) -> None:
    """Onto stderr: the file that was read, for those who want to hear much."""
    if settings.verbosity is Verbosity.VERBOSE:
        read = f"settings from {settings.file}" if settings.file else "no file of settings"
        say(read)
