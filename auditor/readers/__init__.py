"""Readers: one module a format, each turning bytes into a Document.

Adding a module that offers what ``Reader`` says adds a format; no list is extended. What a format
takes besides stands in a folder of its name with an underscore (``_pdf`` of ``pdf``). Shared are
``_aligned``, for what stands in columns on a page (plain text, PDF), ``_outline``, which sets
headings over blocks, ``_parted_cells``, ``_titles`` and ``_thresholds``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from auditor.formats.foreign import is_no_text, what_it_is
from auditor.formats.inputs import Wanted
from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from auditor.model.document import Document


__all__ = [
    "Reader",
    "UnreadableError",
    "format_of",
    "read",
    "read_together",
    "suffixes",
    "suffixes_of",
    "together",
    "wanted",
]


class Reader(Protocol):
    """What a reader module offers.

    ``SUFFIXES`` are the endings that files of its format are named by. One whose format other files
    may resemble also has ``recognises(data)``: whether the content is plainly its format, whatever
    the file's name. That is asked first, for a name may be wrong. ``COMPANIONS``, if any, are the
    endings of files that belong to a document of its format, and are passed over in folders. One
    whose documents may be spread over files also has ``together(paths)``, which says which of them
    are one document, and ``read_together(pages)``. One whose endings others use far more has
    ``is_aside(path)``: whether a file found in a folder is theirs.
    """

    SUFFIXES: tuple[str, ...]

    def accepts(self, data: bytes) -> bool:
        """Whether the content can be of its format."""

    def read(self, data: bytes, path: str) -> Document:
        """The document, every cell and passage with its place; raises UnreadableError."""


@cache
def _modules() -> tuple[Reader, ...]:
    """Every reader, the plain-text one (which accepts anything printable) last."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    names.sort(key=lambda name: name == "text")
    return tuple(cast("Reader", import_module(f"{__name__}.{name}")) for name in names)


def suffixes() -> frozenset[str]:
    """The file endings that folders are searched for."""
    return frozenset(suffix for module in _modules() for suffix in module.SUFFIXES)


def suffixes_of(names: Sequence[str]) -> frozenset[str]:
    """The file endings of the formats that the readers of these names read."""
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return frozenset(suffix for module in modules for suffix in module.SUFFIXES)


def wanted(exclude: Sequence[str] = ()) -> Wanted:
    """Which files of a folder are read, but for those that the patterns exclude."""
    beside = tuple(name for module in _modules() for name in getattr(module, "COMPANIONS", ()))
    return Wanted(tuple(sorted(suffixes())), beside, tuple(exclude), is_aside)


def is_aside(path: str) -> bool:
    """Whether a file in a folder is named as a format is, and plainly holds none of it."""
    asked = (getattr(module, "is_aside", None) for module in _modules())
    return any(is_one(path) for is_one in asked if is_one is not None)


def together(paths: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The documents that are spread over several of these files, by the first of them."""
    found: dict[str, tuple[str, ...]] = {}
    for module in _modules():
        if hasattr(module, "together"):
            found |= {pages[0]: pages for pages in module.together(paths)}
    return found


def read_together(pages: Mapping[str, bytes]) -> Document:
    """The document spread over these files; raises UnreadableError."""
    path, data = next(iter(pages.items()))
    module = import_module(_reader(data, path).__module__)
    document: Document = module.read_together(pages)
    return document


def read(data: bytes, path: str) -> Document:
    """The document in ``data``; raises UnreadableError when no reader can make one of it."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise UnreadableError("the file is empty")
    from auditor.readers._parted_cells import with_cells_parted

    return with_cells_parted(_reader(data, path)(data, path))


def format_of(data: bytes, path: str) -> str:
    """The name of the module that reads the data; raises UnreadableError when none does."""
    return _reader(data, path).__module__.rpartition(".")[2]


def _reader(data: bytes, path: str) -> Callable[[bytes, str], Document]:
    """That of the module that recognises the content, is named and accepts it, or is plain."""
    *known, plain = _modules()
    named = [m for m in _modules() if path.lower().endswith(tuple(m.SUFFIXES))]
    known.sort(key=lambda module: module not in named)
    offers = [(m, getattr(m, "recognises", m.accepts)) for m in known]
    offers += [(m, m.accepts) for m in (*named, plain) if not is_no_text(data)]
    found = next((module for module, takes in offers if takes(data)), None)
    if found is None:
        raise UnreadableError(f"not a format this version reads: it {what_it_is(data, path)}")
    return found.read
