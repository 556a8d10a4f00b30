"""Inputs: which files a command line names."""

from __future__ import annotations

import errno
import glob
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from auditor.formats.thresholds import LARGEST_FILE
from auditor.model.report import Unread

STDIN = "-"


def found(
    paths: Sequence[str],
    suffixes: Iterable[str],
    companions: Iterable[str] = (),
    aside: Callable[[str], bool] = lambda _path: False,
) -> tuple[list[str], list[Unread]]:
    """(files to read, paths that lead to none): folders are searched, patterns expanded, sorted.

    Files that end like ``companions``, or are ``aside``, are read only where a path names them.
    """
    endings, passed_over = tuple(suffixes), tuple(companions)
    files: list[str] = []
    unread: list[Unread] = []
    for path in paths:
        named, reason = _named(path, endings, passed_over, aside)
        files += named
        if reason:
            unread.append(Unread(path, reason))
    return list(dict.fromkeys(files)), unread


def _named(
    path: str,
    endings: tuple[str, ...],
    passed_over: tuple[str, ...],
    aside: Callable[[str], bool],
) -> tuple[list[str], str]:
    if path == STDIN or Path(path).is_file():
        return [path], ""
    if Path(path).is_dir():
        inside = sorted(
            str(p)
            for p in Path(path).rglob("*")
            if p.is_file()
            and p.name.lower().endswith(endings)
            and not p.name.startswith(".")
            and not p.name.lower().endswith(passed_over)
            and not aside(str(p))
        )
        return inside, "" if inside else "the folder holds no file of a format that is read"
    # not Path.glob, which refuses absolute patterns
    matched = sorted(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207
    return matched, "" if matched else "no such file or folder"


def content(path: str, stdin: bytes | None = None) -> bytes:
    """The bytes of a file, or of standard input; raises OSError, its ``strerror`` for people."""
    if path == STDIN:
        return sys.stdin.buffer.read() if stdin is None else stdin
    size = Path(path).stat().st_size
    if size > LARGEST_FILE:
        too_large = f"it is {size:,} bytes long; the limit is {LARGEST_FILE:,}"
        raise OSError(errno.EFBIG, too_large, path)
    return Path(path).read_bytes()
