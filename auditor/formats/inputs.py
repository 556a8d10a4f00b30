"""Inputs: which files a command line names."""

from __future__ import annotations

import errno
import glob
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.formats.thresholds import LARGEST_FILE
from auditor.model.report import Unread

STDIN = "-"


def found(
    paths: Sequence[str], suffixes: Iterable[str], companions: Iterable[str] = ()
) -> tuple[list[str], list[Unread]]:
    """(files to read, paths that lead to none): folders are searched, patterns expanded, sorted.

    Files that end like ``companions`` are read only where a path names them.
    """
    endings, passed_over = tuple(suffixes), tuple(companions)
    files: list[str] = []
    unread: list[Unread] = []
    for path in paths:
        named, reason = _named(path, endings, passed_over)
        files += named
        if reason:
            unread.append(Unread(path, reason))
    return list(dict.fromkeys(files)), unread


def _named(
    path: str, endings: tuple[str, ...], passed_over: tuple[str, ...]
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
        )
        return inside, "" if inside else "the folder holds no file of a format that is read"
    # not Path.glob, which refuses absolute patterns
    matched = sorted(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207
    return matched, "" if matched else _missing(path)


def _missing(path: str) -> str:
    """Why a path leads to nothing: an address of the web is not followed."""
    if not _is_address(path):
        return "no such file or folder"
    if path.lower().startswith("file:"):
        return "name the file by its path alone, without file://"
    return "an address on the web is not followed; download the document first"


def _is_address(path: str) -> bool:
    scheme, _, rest = path.partition("://")
    return bool(rest and scheme.isalnum()) or path.lower().startswith("www.")


def content(path: str, stdin: bytes | None = None) -> bytes:
    """The bytes of a file, or of standard input; raises OSError, its ``strerror`` for people."""
    if path == STDIN:
        return sys.stdin.buffer.read() if stdin is None else stdin
    try:
        size = Path(path).stat().st_size
    except FileNotFoundError as missing:
        if not _is_address(path):
            raise
        raise OSError(errno.ENOENT, _missing(path), path) from missing
    if size > LARGEST_FILE:
        too_large = f"it is {size:,} bytes long; the limit is {LARGEST_FILE:,}"
        raise OSError(errno.EFBIG, too_large, path)
    return Path(path).read_bytes()
