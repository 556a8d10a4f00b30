"""Folders: the files in one and below it, without those that nobody means to have audited."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.formats.ignoring import Ignored, ignore_patterns, is_ignored
from auditor.model.report import Unread

IGNORE_FILE, REPOSITORY = ".gitignore", ".git"
NOT_SEARCHED = frozenset({"node_modules"})
"""Folders of what others wrote, besides those that are hidden (.venv)."""

LEADS_OUT = "a link that leads out of the folder is not followed"


class Searched(NamedTuple):
    """The files of a folder, sorted; what could not be looked into, and what was not followed."""

    files: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    not_followed: tuple[Unread, ...] = ()


class _Listed(NamedTuple):
    """Ignore patterns of a folder ``depth`` below the searched one, or ``above`` it by names."""

    patterns: tuple[Ignored, ...]
    depth: int = 0
    above: tuple[str, ...] = ()

    def decision(self, path: Sequence[str], *, is_folder: bool) -> bool | None:
        """What they say of a path from the searched folder; None for nothing."""
        names = (*self.above, *path[self.depth :])
        return is_ignored(self.patterns, names, is_folder=is_folder)


class _Search(NamedTuple):
    """The folder reached by these names, and what leaves out files there."""

    folder: Path
    names: tuple[str, ...]
    ignoring: tuple[_Listed, ...]
    exclude: tuple[_Listed, ...]

    def leaves_out(self, entry: os.DirEntry[str]) -> bool:
        """Whether a file or folder here is not meant; the nearest .gitignore decides."""
        if entry.name.startswith(".") or entry.name in NOT_SEARCHED:
            return True
        path, is_folder = (*self.names, entry.name), entry.is_dir(follow_symlinks=False)
        said = (one.decision(path, is_folder=is_folder) for one in reversed(self.ignoring))
        if next((decision for decision in said if decision is not None), False):
            return True
        return any(one.decision(path, is_folder=is_folder) for one in self.exclude)


def searched(folder: str, exclude: Sequence[str] = ()) -> Searched:
    """What is in the folder and below.

    Left out are hidden files and folders, ``node_modules``, what a .gitignore of the folder, of
    those below, or of those above up to the repository's root names, and what ``exclude`` names by
    the same syntax, as seen from the folder or from the working folder.
    """
    top = Path(folder)
    search = _Search(top, (), tuple(_above(top)), tuple(_excluded(top, exclude)))
    real = os.path.realpath(folder)
    files, unread, not_followed = [], [], []
    for one in _walked(search):
        if isinstance(one, Unread):
            unread.append(one)
        elif one.is_symlink() and not one.resolve().is_relative_to(real):
            not_followed.append(Unread(str(one), LEADS_OUT))
        elif one.is_file():
            files.append(str(one))
    return Searched(tuple(sorted(files)), tuple(unread), tuple(not_followed))


def is_excluded(path: str, exclude: Sequence[str]) -> bool:
    """Whether the patterns leave a file out, as seen from the working folder."""
    names = Path(path).parts
    patterns = ignore_patterns(exclude)
    folders = (names[:end] for end in range(1, len(names)))
    return any(is_ignored(patterns, one, is_folder=True) for one in folders) or bool(
        is_ignored(patterns, names, is_folder=False)
    )


def _walked(search: _Search) -> Iterator[Path | Unread]:
    """The files and links; a folder that cannot be opened is told."""
    try:
        with os.scandir(search.folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(str(search.folder), error.strerror or "it cannot be opened")
        return
    own = _listed(search.folder, depth=len(search.names))
    search = search._replace(ignoring=(*search.ignoring, *own))
    for entry in entries:
        if search.leaves_out(entry):
            continue
        below = search.folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(search._replace(folder=below, names=(*search.names, entry.name)))
        else:
            yield below


def _listed(folder: Path, *, depth: int = 0, above: tuple[str, ...] = ()) -> Iterator[_Listed]:
    """The patterns of the folder's own .gitignore, if it has one."""
    try:
        text = (folder / IGNORE_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    yield _Listed(ignore_patterns(text.split("\n")), depth, above)


def _above(folder: Path) -> Iterator[_Listed]:
    """Those of the folders above, the root of the repository first; none outside of one."""
    real = folder.resolve()
    if (real / REPOSITORY).exists():
        return
    within = [*real.parents]
    roots = [n for n, one in enumerate(within) if (one / REPOSITORY).exists()]
    for one in reversed(within[: roots[0] + 1] if roots else []):
        yield from _listed(one, above=real.relative_to(one).parts)


def _excluded(folder: Path, exclude: Sequence[str]) -> Iterator[_Listed]:
    """The patterns seen from the folder itself, and from the working folder if it is above."""
    patterns = ignore_patterns(exclude)
    yield _Listed(patterns)
    real, here = folder.resolve(), Path.cwd()
    if real != here and real.is_relative_to(here):
        yield _Listed(patterns, above=real.relative_to(here).parts)
