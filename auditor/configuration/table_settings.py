"""What a file's table of settings says, and what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from auditor.configuration.files import Table
from auditor.configuration.known import SETTINGS, WrongValueError
from auditor.model.mistake import likely, listed
from auditor.model.settings import DEFAULTS, Settings
from auditor.model.waiver import Waiver

WAIVER = "waiver"
REQUIRED, OPTIONAL = ("finding", "reason"), ("owner", "expires", "document")
Mistakes = tuple[str, ...]


def settings_written(table: Table) -> tuple[Settings, Mistakes]:
    """The settings of a table, and every mistake in it."""
    known = {setting.key: setting for setting in SETTINGS}
    values: dict[str, object] = {}
    origins = {}
    mistakes = list(_unknown_keys(table, (*known, WAIVER)))
    for key in known.keys() & table.values.keys():
        setting = known[key]
        try:
            values[setting.name] = setting.read(table.values[key])
        except WrongValueError as wrong:
            mistakes.append(table.cited(f"{key}: {wrong}", key))
        origins[setting.name] = f"{table.path}:{table.line(key)}"
    waivers, wrong_waivers = _waivers(table)
    if "rules" in values:
        values["rules"] = tuple(_seen(table, rules) for rules in values["rules"])  # type: ignore[attr-defined]
    settings = replace(DEFAULTS, waivers=waivers, file=table.path)
    found = (*mistakes, *wrong_waivers)
    if found:
        return settings, _in_order(found)
    return replace(settings, **values, origins=origins), ()  # type: ignore[arg-type]


def waivers_alone(table: Table) -> tuple[tuple[Waiver, ...], Mistakes]:
    """The waivers of a file that has nothing else, and every mistake in it."""
    waivers, mistakes = _waivers(table)
    return waivers, _in_order((*_unknown_keys(table, (WAIVER,)), *mistakes))


def _in_order(mistakes: Iterable[str]) -> Mistakes:
    """By line: the number after the path."""
    return tuple(sorted(mistakes, key=lambda said: int(said.split(": ", 1)[0].rpartition(":")[2])))


def _unknown_keys(
    table: Table, known: tuple[str, ...], *within: str | int, values: object = None
) -> Iterable[str]:
    here = table.values if values is None else values
    assert isinstance(here, Mapping)
    for key in here:
        if key not in known:
            yield table.cited(unknown_key(key, known), *within, key)


def unknown_key(key: str, known: tuple[str, ...]) -> str:
    """That a key is unknown, with the one that was probably meant, or else all there are."""
    meant = likely(key.replace("_", "-"), known)
    advice = f"did you mean `{meant}`?" if meant else f"expected {listed(known)}"
    return f"unknown key `{key}`; {advice}"


def _seen(table: Table, rules: str) -> str:
    """A path that is written as seen from the file's folder, as seen from the working folder."""
    path = table.folder / rules
    try:
        return Path(os.path.relpath(path, table.seen_from)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def _waivers(table: Table) -> tuple[tuple[Waiver, ...], Mistakes]:
    written = table.values.get(WAIVER, [])
    if not isinstance(written, list) or not all(isinstance(one, Mapping) for one in written):
        return (), (table.cited("waivers are tables, each under [[waiver]]", WAIVER),)
    mistakes = [m for n, one in enumerate(written) for m in _wrong_in_waiver(table, one, n)]
    if mistakes:
        return (), tuple(mistakes)
    return tuple(_waiver(table, one, n) for n, one in enumerate(written)), ()


def _wrong_in_waiver(table: Table, written: Mapping[str, object], number: int) -> Iterable[str]:
    here = (WAIVER, number)
    yield from _unknown_keys(table, (*REQUIRED, *OPTIONAL), *here, values=written)
    for key in REQUIRED:
        if key not in written:
            yield table.cited(f"a waiver needs a {key}", *here)
    for key in (*REQUIRED, "owner", "document"):
        value = written.get(key, "none")
        if not isinstance(value, str) or not value.strip():
            yield table.cited(f"{key}: expected text, in quotes", *here, key)
    expires = written.get("expires", date.max)
    if not isinstance(expires, date) or isinstance(expires, datetime):
        said = "expires: expected a day, without quotes, such as 2027-03-31"
        yield table.cited(said, *here, "expires")


def _waiver(table: Table, written: Mapping[str, object], number: int) -> Waiver:
    finding, reason, owner = (str(written.get(key, "")).strip() for key in (*REQUIRED, "owner"))
    expires = written.get("expires")
    assert expires is None or isinstance(expires, date)
    document = str(written.get("document", "")).strip()
    document = _seen(table, document) if document else ""
    return Waiver(finding, reason, owner, expires, table.path, table.line(WAIVER, number), document)
