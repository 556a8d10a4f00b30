"""Stores: documents at addresses that are no folders, such as s3://, found and fetched by fsspec.

A store is whatever fsspec has a package for. Pages of the web and local files are none.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from auditor.formats.folders import NOT_SEARCHED, is_excluded
from auditor.formats.inputs import NO_FORMAT, NO_READ_FILE, Found, Wanted, found, joined, too_large
from auditor.formats.thresholds import LARGEST_FILE
from auditor.formats.writing import make_private_folder
from auditor.model.report import Unread

_STORE = re.compile(r"([a-z][a-z0-9+.-]{1,20})://.")
NO_STORES = frozenset({"file", "local", "http", "https"})
NO_FSSPEC = "an address needs fsspec: pip install 'statement-auditor[cluster]'"
SCHEMAS = (".xsd",)
"""What filings refer to in their own folder."""
CLIMBS = "its name climbs out of its folder"

Beside = Mapping[str, tuple[str, ...]]
"""Files by the folder that they are in."""


def is_address(path: str) -> bool:
    """Whether a path leads into a store."""
    store = _STORE.match(path)
    return store is not None and store[1] not in NO_STORES


def found_anywhere(paths: Sequence[str], wanted: Wanted) -> Found:
    """What paths and addresses lead to, in their order: folders of both are searched."""
    return joined(_listed(p, wanted) if is_address(p) else found([p], wanted) for p in paths)


def _listed(address: str, wanted: Wanted) -> Found:
    """The files at an address and below it, sorted, as in a folder."""
    try:
        store, place = _store(address)
        whole = [store.unstrip_protocol(name) for name in sorted(store.find(place))]
    except Exception as error:  # noqa: BLE001  # each store raises its own
        return Found((), (Unread(address, reason(error)),))
    if whole == [store.unstrip_protocol(place)]:
        return Found((whole[0],))
    inside = [one for one in whole if _is_meant(one, address, wanted)]
    known = [one for one in inside if one.lower().endswith(wanted.suffixes)]
    read = tuple(one for one in known if not one.lower().endswith(wanted.companions))
    known_names = {*known}
    others = tuple(Unread(one, NO_FORMAT) for one in inside if one not in known_names)
    unread = () if read else (Unread(address, NO_READ_FILE),)
    beside = tuple(one for one in inside if one.lower().endswith((*wanted.companions, *SCHEMAS)))
    return Found(read, unread, others, beside)


def _is_meant(file: str, address: str, wanted: Wanted) -> bool:
    """Whether a file below an address is neither hidden nor excluded."""
    names = PurePosixPath(file.removeprefix(address.rstrip("/"))).parts
    if any(name.startswith(".") or name in NOT_SEARCHED for name in names):
        return False
    return not is_excluded("/".join(name for name in names if name != "/"), wanted.exclude)


def fetch(address: str, folder: Path) -> None:
    """Puts what is at an address under the folder, where the address itself leads to it from there.

    Raises OSError, its ``strerror`` for people.
    """
    if ".." in PurePosixPath(address).parts:
        raise OSError(errno.EINVAL, CLIMBS, address)
    try:
        store, place = _store(address)
        _refuse_large(store.size(place), address)
        there = folder / address
        make_private_folder(there.parent)
        store.get_file(place, str(there))
    except OSError:
        raise
    except Exception as error:  # each store raises its own
        raise OSError(errno.EIO, reason(error), address) from error


def _refuse_large(size: int | None, address: str) -> None:
    if size is not None and size > LARGEST_FILE:
        raise too_large(f"{size:,}", address)


def _store(address: str) -> tuple[Any, str]:
    """The store that an address is in, and the place there."""
    from fsspec.core import url_to_fs

    store, place = url_to_fs(address)
    return store, place


def reason(error: Exception) -> str:
    """Why a store did not answer, in its own words."""
    if isinstance(error, ModuleNotFoundError) and error.name == "fsspec":
        return NO_FSSPEC
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}".partition("\n")[0]


def beside(files: Sequence[str], endings: tuple[str, ...], listed: Sequence[str]) -> Beside:
    """By folder, the files with such endings, or schemas, beside these; of stores those listed."""
    found: dict[str, list[str]] = {folder_of(file): [] for file in files}
    for folder in found:
        if not is_address(folder) and Path(folder).is_dir():
            names = sorted(one.name for one in os.scandir(folder))
            wanted = (n for n in names if n.lower().endswith((*endings, *SCHEMAS)))
            found[folder] = [str(Path(folder) / name) for name in wanted]
    for file in listed:
        found.setdefault(folder_of(file), []).append(file)
    return {folder: tuple(companions) for folder, companions in found.items()}


def folder_of(file: str) -> str:
    """The folder that a file is in, in a store or not."""
    return file.rpartition("/")[0] if is_address(file) else str(Path(file).parent)
