"""Writing: files that are there whole, the old or the new, whatever happens meanwhile.

Every file that the program writes is written here. A new file is made beside the old one, brought
to the disk and only then given its name: who is killed, or has a full disk, keeps the old one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PRIVATE = 0o700
"""The mode of a folder that nobody else may look into."""

PRIVATE_FILE = 0o600
"""The mode of a file likewise."""

OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH

_DEVICES = ("/dev/", "/proc/")


def write_file(place: Path, data: bytes, *, private: bool = False) -> None:
    """Makes the file, or puts a new one in its place, as readable as it was; raises OSError.

    One that is ``private`` is the user's alone, whatever was there.

    A program that made an empty file to be filled may read it through its own handle: that one is
    filled as well, once the new file has its name.

    A link stays and the file that it leads to is replaced. What is no file (a terminal, a pipe) has
    nothing to lose and is written to.
    """
    old = _state(place)
    if _is_stream(place, old):
        _write_on(place, data)
        return
    if old is not None and not os.access(place, os.W_OK):
        raise PermissionError(13, "Permission denied", str(place))
    place = place.resolve()
    fresh = _beside(place)
    try:
        _fill(fresh, data, old, private=private)
        with _held_if_empty(place, old) as handle:
            fresh.replace(place)
            if handle is not None:
                handle.write(data)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _bring_to_disk(place.parent)


def append_lines(place: Path, lines: bytes) -> None:
    """Adds whole lines to a file of the user's own, on the disk before it returns; raises OSError.

    A last line that was cut stays a line of its own.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
    with open(os.open(place, flags, PRIVATE_FILE), "r+b", buffering=0) as file:  # noqa: PTH123  # a path gives no mode
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
            lines = lines if file.read(1) == b"\n" else b"\n" + lines
        left = memoryview(lines)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())


def refuse_others(state: os.stat_result) -> None:
    """Raises PermissionError for a file or folder that anybody but the user could have written."""
    if os.name != "posix":
        return  # there the folder is within the user's own profile
    if state.st_uid != os.getuid() or state.st_mode & OTHERS_MAY_WRITE:
        raise PermissionError(errno.EPERM, "others can write it")


def _beside(place: Path) -> Path:
    """A name that no file has, in the same folder."""
    return place.with_name(f".auditor-{os.urandom(8).hex()}.part")


def write_new_file(place: Path, data: bytes) -> None:
    """Makes a file where there is none; raises FileExistsError, and OSError."""
    fresh = _beside(place)
    try:
        _fill(fresh, data, None, private=False)
        place.hardlink_to(fresh)  # whole at once, and whoever comes next finds the name taken
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        _write_reserved(place, data)
    finally:
        fresh.unlink(missing_ok=True)


def _write_reserved(place: Path, data: bytes) -> None:
    """The same by an empty file that takes the name first."""
    place.touch(exist_ok=False)
    try:
        write_file(place, data)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def make_private_folder(place: Path) -> None:
    """Makes the folder and those above it, unless they are there; raises OSError."""
    place.mkdir(mode=PRIVATE, parents=True, exist_ok=True)


def remove_folder(place: Path) -> None:
    """Take away a folder of the program's own with all that is in it, as far as that can be."""
    shutil.rmtree(place, ignore_errors=True)


@contextlib.contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder of the user's own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        yield Path(folder)


def own_output() -> BinaryIO:
    """Standard output as bytes; what libraries print there from now on goes to standard error."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "wb")


def discard_output(descriptor: int) -> None:
    """What is written to the descriptor from now on goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def occupy_closed_streams() -> None:
    """Standard streams that were closed lead nowhere: no file gets their numbers."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # it gets the lowest number that is free


@contextlib.contextmanager
def _held_if_empty(place: Path, old: os.stat_result | None) -> Iterator[BinaryIO | None]:
    """A handle to the file itself, whatever gets its name; None where it holds something."""
    if old is None or old.st_size:
        yield None
        return
    with place.open("r+b", buffering=0) as handle:
        yield handle


def _state(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _is_stream(place: Path, old: os.stat_result | None) -> bool:
    """Whether it is written to as it stands; /dev/stdout may be a file that others append to."""
    if old is None or stat.S_ISDIR(old.st_mode):
        return False
    return not stat.S_ISREG(old.st_mode) or str(place.absolute()).startswith(_DEVICES)


def _write_on(place: Path, data: bytes) -> None:
    with open(os.open(place, os.O_WRONLY | os.O_APPEND), "wb", buffering=0) as stream:  # noqa: PTH123  # a path cannot append to a pipe
        left = memoryview(data)
        while left:
            left = left[stream.write(left) :]


def _fill(fresh: Path, data: bytes, old: os.stat_result | None, *, private: bool) -> None:
    """Writes a file that nobody knows of yet, its owner and mode those of the one it replaces."""
    with fresh.open("xb") as file:
        if private:
            fresh.chmod(PRIVATE_FILE)
        elif old is not None:
            _own_like(fresh, old)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _own_like(fresh: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only the administrator may give files away
            os.chown(fresh, old.st_uid, old.st_gid)
    fresh.chmod(stat.S_IMODE(old.st_mode))


def _bring_to_disk(folder: Path) -> None:
    """The names in a folder too, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
