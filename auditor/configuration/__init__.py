"""Configuration: settings from the command line, the environment and the nearest file.

A setting that is given in several places is taken from the first of these; nothing is merged. The
file is ``auditor.toml``, or ``pyproject.toml`` with a table ``[tool.auditor]``, in the working
folder or the nearest folder above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.configuration.known import SETTINGS, WrongValueError
from auditor.model.mistake import likely
from auditor.model.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from auditor.model.waiver import Waiver

__all__ = ["SETTINGS", "ConfigurationError", "WrongValueError", "configured", "waivers_of"]

PREFIX = "AUDITOR_"
OTHER_VARIABLES = ("AUDITOR_CACHE", "AUDITOR_CONFIG", "AUDITOR_CONTAINER", "AUDITOR_TODAY")
Origins = dict[str, str]


class ConfigurationError(Exception):
    """Settings with mistakes; ``mistakes`` are all of them, each with its place."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def configured(
    given: Mapping[str, object],
    environ: Mapping[str, str],
    folder: Path,
    file: Path | None = None,
    *,
    isolated: bool = False,
) -> Settings:
    """The settings of a run in ``folder``.

    ``given`` are those of the command line by the names of their fields, None where an option was
    not given. ``file`` is read instead of the nearest one, none at all where the run is
    ``isolated``. Raises ConfigurationError.
    """
    settings = DEFAULTS if isolated else _from_file(folder, file)
    settings = _changed(settings, *_in_environment(environ))
    chosen = {name: value for name, value in given.items() if value is not None}
    return _changed(settings, chosen, {s.name: s.option for s in SETTINGS if s.name in chosen})


def waivers_of(path: Path, folder: Path) -> tuple[Waiver, ...]:
    """The waivers of a file that holds nothing else; named as seen from ``folder``.

    Raises ConfigurationError.
    """
    from auditor.configuration.files import Mistaken, table_of
    from auditor.configuration.table_settings import waivers_alone

    try:
        waivers, mistakes = waivers_alone(table_of(path, folder))
    except Mistaken as mistake:
        raise ConfigurationError((str(mistake),)) from None
    if mistakes:
        raise ConfigurationError(mistakes)
    return waivers


def _from_file(folder: Path, file: Path | None) -> Settings:
    from auditor.configuration.files import Mistaken, nearest, table_of

    try:
        table = table_of(file, folder) if file else nearest(folder)
    except Mistaken as mistake:
        raise ConfigurationError((str(mistake),)) from None
    if table is None:
        return DEFAULTS
    from auditor.configuration.table_settings import settings_written

    settings, mistakes = settings_written(table)
    if mistakes:
        raise ConfigurationError(mistakes)
    return settings


def _in_environment(environ: Mapping[str, str]) -> tuple[dict[str, object], Origins]:
    """The settings that variables give; one that is misspelt is not passed over."""
    known = {PREFIX + setting.name.upper(): setting for setting in SETTINGS}
    values: dict[str, object] = {}
    origins: Origins = {}
    mistakes = []
    for variable in sorted(name for name in environ if name.startswith(PREFIX)):
        setting, text = known.get(variable), environ[variable].strip()
        if setting is None:
            mistakes += _misspelt(variable, known)
        elif text:
            try:
                values[setting.name] = setting.parsed(text)
            except WrongValueError as wrong:
                mistakes.append(f"{variable}: {wrong}")
            origins[setting.name] = variable
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
    return values, origins


def _misspelt(variable: str, known: Mapping[str, object]) -> list[str]:
    """Variables that are much like one of ours; others may be anybody's."""
    if variable in OTHER_VARIABLES:
        return []
    names = {name.removeprefix(PREFIX).lower(): name for name in known}
    meant = likely(variable.removeprefix(PREFIX), names)
    return [f"unknown variable {variable}; did you mean {names[meant]}?"] if meant else []


def _changed(settings: Settings, values: dict[str, object], origins: Origins) -> Settings:
    if not values:
        return settings
    return replace(settings, **values, origins={**settings.origins, **origins})  # type: ignore[arg-type]  # each was read for its field
