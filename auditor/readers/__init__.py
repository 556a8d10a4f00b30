"""Readers: one module a format, each turning bytes into a Document.

A reader module has ``SUFFIXES`` (the endings it is named by), ``accepts(data)`` (whether the
content can be its format) and ``read(data, path)``. One whose format other files may resemble also
has ``recognises(data)``, which decides instead when the file bears another name. Adding a module
adds a format.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.document import Document


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
    named = [m for m in _modules() if path.lower().endswith(tuple(m.SUFFIXES))]
    offers = [(m, m.accepts) for m in named]
    offers += [(m, getattr(m, "recognises", m.accepts)) for m in _modules()]
    for module, takes in offers:
        if takes(data):
            reader: Callable[[bytes, str], Document] = module.read
            return reader
    raise UnreadableError("not a format this version reads: it holds binary data")
