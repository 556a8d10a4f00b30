"""Readers: one module a format, each turning bytes into a Document.

A reader module has ``SUFFIXES`` (the endings it is named by), ``accepts(data)`` (whether the
content can be its format) and ``read(data, path)``. One whose format other files may resemble also
has ``recognises(data)``: whether the content is plainly its format, whatever the file's name. That
is asked first, for a name may be wrong. Adding a module adds a format.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.document import Document


KNOWN = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "is an old Office file, or one with a password; save it as XLSX or DOCX without one"
    ),
    b"{\\rtf": "is rich text; save it as DOCX",
}
"""How formats begin that no reader takes, and what to do about them."""


class UnreadableError(Exception):
    """A file that cannot be read, with the reason in plain words."""


@cache
def _modules() -> tuple[ModuleType, ...]:
    """Every reader, the plain-text one (which accepts anything printable) last."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    names.sort(key=lambda name: name == "text")
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def suffixes() -> frozenset[str]:
    """The file endings that folders are searched for."""
    return frozenset(suffix for module in _modules() for suffix in module.SUFFIXES)


def read(data: bytes, path: str) -> Document:
    """The document in ``data``; raises UnreadableError when no reader can make one of it."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise UnreadableError("the file is empty")
    return _reader(data, path)(data, path)


def _reader(data: bytes, path: str) -> Callable[[bytes, str], Document]:
    for module, takes in _offers(path.lower()):
        if takes(data):
            reader: Callable[[bytes, str], Document] = module.read
            return reader
    known = (said for sign, said in KNOWN.items() if data.startswith(sign))
    raise UnreadableError(f"not a format this version reads: it {next(known, 'holds binary data')}")


def _offers(name: str) -> Iterator[tuple[ModuleType, Callable[[bytes], bool]]]:
    """Who may read a file, in turn: who recognises its content, who is named, anyone."""
    *known, plain = _modules()
    named = [m for m in _modules() if name.endswith(tuple(m.SUFFIXES))]
    for module in sorted(known, key=lambda m: m not in named):
        yield module, getattr(module, "recognises", module.accepts)
    for module in (*named, plain):
        yield module, module.accepts
