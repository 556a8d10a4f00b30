r"""Ignore patterns: which paths the lines of a .gitignore leave out.

The common syntax: ``*`` and ``?`` within a name, ``[a-z]`` and ``[!a-z]``, ``**`` for any folders,
a slash in front or within for a path from the patterns' own folder, one at the end for folders
alone, ``!`` to take back, ``\`` before a character that is meant. The last line that fits decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from typing import NamedTuple

ANY_FOLDERS = "**"
_ESCAPED = re.compile(r"\\(.)")
_OTHER_THAN = re.compile(r"\[\^")


class Ignored(NamedTuple):
    """A line: the names it goes through, None for any folders, and what it says of the path."""

    names: tuple[re.Pattern[str] | None, ...]
    folders_only: bool
    taken_back: bool


def ignore_patterns(lines: Iterable[str]) -> tuple[Ignored, ...]:
    """The patterns of the lines that have one, in order."""
    return tuple(one for line in lines if (one := _pattern(line)) is not None)


def is_ignored(patterns: Sequence[Ignored], path: Sequence[str], *, is_folder: bool) -> bool | None:
    """What the patterns say of a path below their folder, given as its names; None for nothing."""
    for one in reversed(patterns):
        if (is_folder or not one.folders_only) and _fits(one.names, path):
            return not one.taken_back
    return None


def _pattern(line: str) -> Ignored | None:
    text = line.rstrip("\r\n")
    while text.endswith(" ") and not text.endswith("\\ "):
        text = text[:-1]
    if not text or text.startswith("#"):
        return None
    taken_back = text.startswith("!")
    text = text.removeprefix("!") if taken_back else text
    folders_only = text.endswith("/")
    names = [name for name in text.split("/") if name]
    if not names:
        return None
    if "/" not in text.rstrip("/"):
        names.insert(0, ANY_FOLDERS)
    if names[-1] == ANY_FOLDERS:
        names.append("*")  # what is in a folder, not the folder
    return Ignored(tuple(map(_name, names)), folders_only, taken_back)


def _name(written: str) -> re.Pattern[str] | None:
    if written == ANY_FOLDERS:
        return None
    plain = _ESCAPED.sub(lambda found: f"[{found[1]}]" if found[1] in "*?[" else found[1], written)
    return re.compile(translate(_OTHER_THAN.sub("[!", plain)))


def _fits(names: Sequence[re.Pattern[str] | None], path: Sequence[str]) -> bool:
    """Whether the names are those of the path; each ``**`` takes as few folders as will do."""
    at = name = 0
    behind, tried = -1, 0  # the last ``**``, and up to where it has taken folders
    while at < len(path):
        pattern = names[name] if name < len(names) else None
        if name < len(names) and pattern is None:
            behind, tried, name = name, at, name + 1
        elif pattern is not None and pattern.match(path[at]):
            at, name = at + 1, name + 1
        elif behind >= 0:
            tried += 1
            at, name = tried, behind + 1
        else:
            return False
    return all(left is None for left in names[name:])
