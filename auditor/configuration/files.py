"""The files that settings stand in, found and read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from auditor.configuration.toml_lines import Keys, lines_of

OWN, SHARED = "auditor.toml", "pyproject.toml"
SHARED_TABLE = ("tool", "auditor")
DEEPEST = 32
"""Tables and arrays in one another: settings need four, other tools a few more."""


class Mistaken(Exception):  # noqa: N818  # its text is the mistake
    """A file that cannot be read as settings; the text begins with its place."""


class Table(NamedTuple):
    """The table of settings in a file.

    ``path`` is the file seen from the working folder ``seen_from``, ``above`` are the keys that
    lead to the table, ``text`` is the file's.
    """

    path: str
    folder: Path
    seen_from: Path
    above: tuple[str, ...]
    values: Mapping[str, object]
    text: str

    def line(self, *keys: str | int) -> int:
        """The line where the value under these keys begins, or the nearest that holds it."""
        lines = lines_of(self.text)
        wanted: Keys = (*self.above, *keys)
        known = (wanted[:n] for n in range(len(wanted), 0, -1))
        return next((lines[keys] for keys in known if keys in lines), 1)

    def cited(self, mistake: str, *keys: str | int) -> str:
        """A mistake with its place."""
        return f"{self.path}:{self.line(*keys)}: {mistake}"


def nearest(folder: Path) -> Table | None:
    """The settings of the folder or the nearest one above it; raises Mistaken."""
    for place in (folder, *folder.parents):
        for name in (OWN, SHARED):
            file = place / name
            if os.path.isfile(file) and (name == OWN or _may_have_settings(file)):  # noqa: PTH113  # twice as quick, in every folder above
                table = table_of(file, folder)
                if name == OWN or table.values or table.above:
                    return table
    return None


def table_of(file: Path, folder: Path) -> Table:
    """The settings of a file; those of a project's file stand in a table of their own.

    ``above`` is empty where the file has no such table. Raises Mistaken.
    """
    path = _seen_from(file, folder)
    text = _text(file, path)
    values = _parsed(text, path)
    above: tuple[str, ...] = ()
    if file.name == SHARED:
        inner = _within(values)
        above, values = (SHARED_TABLE, inner) if inner is not None else ((), {})
    return Table(path, file.parent, folder, above, values, text)


def _within(values: Mapping[str, object]) -> Mapping[str, object] | None:
    tool = values.get(SHARED_TABLE[0])
    inner = tool.get(SHARED_TABLE[1]) if isinstance(tool, Mapping) else None
    return inner if isinstance(inner, Mapping) else None


def _may_have_settings(file: Path) -> bool:
    """Whether it names the auditor at all: most such files need not be parsed."""
    try:
        return SHARED_TABLE[1].encode() in file.read_bytes()
    except OSError:
        return False


def _seen_from(file: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive
        return file.as_posix()


def _text(file: Path, path: str) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Mistaken(f"{path}: cannot be read: {error.strerror or error}") from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = "not UTF-8 text: save the file with that encoding"
        raise Mistaken(f"{path}:{line}: {reason}") from None


def _parsed(text: str, path: str) -> Mapping[str, object]:
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Mistaken(f"{path}:{_place(str(error), text)}") from None
    except RecursionError:  # the parser calls itself for every array in an array
        values = None
    if values is None or _is_deep(values):
        raise Mistaken(f"{path}:1: nested more than {DEEPEST} deep")
    return values


def _is_deep(values: object) -> bool:
    """Whether tables and arrays stand in one another as no settings do."""
    level: list[object] = [values]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return bool(level)


def _place(said: str, text: str) -> str:
    """The parser's message with the place in front: "3:5: invalid value"."""
    reason, _, place = said.removesuffix(")").rpartition(" (at ")
    line, _, column = place.removeprefix("line ").partition(", column ")
    if column.isdecimal():
        return f"{line}:{column}: {reason[:1].lower()}{reason[1:]}"
    return f"{text.count(chr(10)) + 1}: {reason or said}: the file ends too early"
