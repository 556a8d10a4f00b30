"""Inputs: which files a command line names."""

from __future__ import annotations

import errno
import glob
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.formats.folders import is_excluded, searched
from auditor.formats.thresholds import AT_A_TIME, LARGEST_FILE
from auditor.model.report import Unread

STDIN = "-"
OPENING = 8
"""Bytes that tell one format from another."""


NO_FORMAT = "no format that is read is named so"
NO_READ_FILE = "the folder holds no file of a format that is read"


class Found(NamedTuple):
    """The files to read, the paths that lead to none, and what folders hold besides.

    ``companions`` are what stores hold that is read with a file.
    """

    files: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    passed_over: tuple[Unread, ...] = ()
    companions: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """Which files of a folder are read: those that end so.

    Files that end like ``companions``, or are ``aside``, are read only where a path names them.
    ``exclude`` are ignore patterns for what folders and patterns bring; a file that is named is
    read.
    """

    suffixes: tuple[str, ...]
    companions: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    aside: Callable[[str], bool] = lambda _path: False


def found(paths: Sequence[str], wanted: Wanted) -> Found:
    """What the paths lead to: folders are searched, patterns expanded."""
    return joined(_named(path, wanted) for path in paths)


def joined(several: Iterable[Found]) -> Found:
    """All that several paths lead to, each file once."""
    parts = [*several]
    files = dict.fromkeys(file for part in parts for file in part.files)
    unread = dict.fromkeys(one for part in parts for one in part.unread)
    passed_over = dict.fromkeys(one for part in parts for one in part.passed_over)
    others = tuple(one for one in passed_over if one.path not in files)
    return Found(tuple(files), tuple(unread), others, sum((p.companions for p in parts), ()))


def _named(path: str, wanted: Wanted) -> Found:
    if path == STDIN or Path(path).is_file():
        return Found((path,))
    if Path(path).is_dir():
        return _inside(path, wanted)
    # not Path.glob, which refuses absolute patterns
    matched = sorted(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207
    kept = tuple(one for one in matched if not is_excluded(one, wanted.exclude))
    nothing = "all that it matches is excluded" if matched else _missing(path)
    return Found(kept, () if kept else (Unread(path, nothing),))


def _inside(folder: str, wanted: Wanted) -> Found:
    inside = searched(folder, wanted.exclude)
    files = {f: None for f in inside.files if _ends(f, wanted.suffixes) and not wanted.aside(f)}
    read = tuple(f for f in files if not _ends(f, wanted.companions))
    passed_over = (Unread(f, NO_FORMAT) for f in inside.files if f not in files)
    unread = inside.unread
    if not read and not unread:
        unread = (Unread(folder, NO_READ_FILE),)
    return Found(read, unread, (*passed_over, *inside.not_followed))


def _ends(path: str, endings: tuple[str, ...]) -> bool:
    return path.lower().endswith(endings)


def opening(path: str, stdin: bytes | None = None) -> bytes:
    """The first bytes of a file, or of standard input; none where it cannot be read.

    None of a pipe either: what is read of it once is gone.
    """
    if path == STDIN:
        return (stdin or b"")[:OPENING]
    try:
        if not Path(path).is_file():
            return b""
        with Path(path).open("rb") as file:
            return file.read(OPENING)
    except OSError:
        return b""


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
        raise too_large(f"{size:,}", path)
    return Path(path).read_bytes() if size else _streamed(path)


def _streamed(path: str) -> bytes:
    """What comes of a pipe or a device, which has no size and perhaps no end."""
    data = bytearray()
    with Path(path).open("rb") as file:
        while piece := file.read(AT_A_TIME):
            data += piece
            if len(data) > LARGEST_FILE:
                raise too_large(f"more than {LARGEST_FILE:,}", path)
    return bytes(data)


def too_large(size: str, path: str) -> OSError:
    """What is raised of a file with more bytes than are read."""
    return OSError(errno.EFBIG, f"it is {size} bytes long; the limit is {LARGEST_FILE:,}", path)
