"""Beside: the files that lie by a filing, in its folder or in its package."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from auditor.formats.unreadable import UnreadableError
from auditor.readers._xbrl.thresholds import LARGEST_FILE

STDIN = "-"


class Beside(Protocol):
    """Where the files are that a filing refers to; each is known by its full name."""

    def named(self, reference: str, base: str) -> str | None:
        """The file that a reference in the file ``base`` means, None if there is none."""

    def content(self, name: str) -> bytes:
        """What is in that file; raises UnreadableError."""


class NothingBeside:
    """What is read from standard input has nothing beside it."""

    def named(self, reference: str, base: str) -> str | None:  # noqa: ARG002  # as the others
        return None

    def content(self, name: str) -> bytes:
        raise UnreadableError(f"nothing lies beside it, and no {name}")


class FolderBeside:
    """The files in a filing's folder, below it or below the folder above."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def named(self, reference: str, base: str) -> str | None:
        """Nothing is downloaded: of an address only the file's name counts."""
        place = _place(reference)
        alone = self._folder / last_name(place)
        for file in [alone] if "://" in place else [Path(base).parent / place, alone]:
            try:
                found = file.resolve()
                if found.is_relative_to(self._folder.parent) and found.is_file():
                    return str(found)
            except (OSError, ValueError, RuntimeError):
                continue
        return None

    def content(self, name: str) -> bytes:
        file = Path(name)
        try:
            if file.stat().st_size > LARGEST_FILE:
                raise UnreadableError(f"it is over the limit of {LARGEST_FILE:,} bytes")
            return file.read_bytes()
        except OSError as error:
            raise UnreadableError(error.strerror or "it cannot be opened") from error


class PackageBeside:
    """The parts of a package, which are known by their names in it."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts

    def named(self, reference: str, base: str) -> str | None:
        """Of an address that part is meant whose name ends most like it."""
        place = _place(reference)
        if "://" not in place:
            found = posixpath.normpath(posixpath.join(posixpath.dirname(base), place))
            if found in self._parts:
                return found
        alike = [part for part in self._parts if last_name(part) == last_name(place)]
        return max(alike, key=lambda part: (_ends_alike(part, place), -len(part)), default=None)

    def content(self, name: str) -> bytes:
        return self._parts[name]


def beside(path: str) -> Beside:
    """The files beside the filing at a path."""
    return NothingBeside() if path == STDIN else FolderBeside(Path(path).parent)


def last_name(reference: str) -> str:
    """The name of a file without the folders, or the address, that it stands in."""
    return re.split(r"[/\\]", reference.partition("#")[0].partition("?")[0].strip())[-1]


def _place(reference: str) -> str:
    return reference.partition("#")[0].strip()


def _ends_alike(part: str, place: str) -> int:
    """How many names, from the last, two paths have in common."""
    pairs: Iterable[tuple[str, str]] = zip(
        reversed(part.split("/")), reversed(place.split("/")), strict=False
    )
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
