"""Readers: one module a format, each turning bytes into a Document.

Adding a module that offers what ``Reader`` says adds a format; no list is extended. What a format
takes besides stands in a folder of its name with an underscore (``_pdf`` of ``pdf``). Shared are
``_aligned``, for what stands in columns on a page (plain text, PDF), ``_outline``, which sets
headings over blocks, ``_parted_cells``, ``_titles`` and ``_thresholds``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from auditor.model.document import Document


__all__ = ["Reader", "UnreadableError", "companions", "read", "suffixes"]

UNREAD = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "is an old Office file, or one with a password; save it as XLSX or DOCX without one"
    ),
    b"{\\rtf": "is rich text; save it as DOCX",
    b"<?xml": "is XML, but neither XBRL nor a web page",
}
"""How formats begin that are not for people to read as text, and what to do about them."""


class Reader(Protocol):
    """What a reader module offers.

    ``SUFFIXES`` are the endings that files of its format are named by. One whose format other files
    may resemble also has ``recognises(data)``: whether the content is plainly its format, whatever
    the file's name. That is asked first, for a name may be wrong. ``COMPANIONS``, if any, are the
    endings of files that belong to a document of its format, and are passed over in folders.
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


def companions() -> tuple[str, ...]:
    """The endings of files that are read together with another, and not for themselves."""
    return tuple(name for module in _modules() for name in getattr(module, "COMPANIONS", ()))


def read(data: bytes, path: str) -> Document:
    """The document in ``data``; raises UnreadableError when no reader can make one of it."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise UnreadableError("the file is empty")
    from auditor.readers._parted_cells import with_cells_parted

    return with_cells_parted(_reader(data, path)(data, path))


def _reader(data: bytes, path: str) -> Callable[[bytes, str], Document]:
    """That of the module that recognises the content, is named and accepts it, or is plain."""
    *known, plain = _modules()
    named = [m for m in _modules() if path.lower().endswith(tuple(m.SUFFIXES))]
    known.sort(key=lambda module: module not in named)
    offers = [(m, getattr(m, "recognises", m.accepts)) for m in known]
    offers += [(m, m.accepts) for m in (*named, plain) if not _sign(data)]
    found = next((module for module, takes in offers if takes(data)), None)
    if found is None:
        what = UNREAD.get(_sign(data), "holds binary data")
        raise UnreadableError(f"not a format this version reads: it {what}")
    return found.read


def _sign(data: bytes) -> bytes:
    """How the data begins, if that is a format that no reader takes unless it recognises more."""
    return next((sign for sign in UNREAD if data.startswith(sign)), b"")
