"""Discoveries: one module a kind of relation that a careful reader sees without being told.

A discovery module has ``ORDER`` (when it runs) and ``discover(scene)``, which yields relations.
Adding a module adds a discovery.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.model.relation import Relation
    from auditor.model.scene import Scene


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")]
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted(modules, key=lambda m: (m.ORDER, m.__name__)))


def relations_of(scene: Scene) -> Sequence[Relation]:
    """Every relation that the discoveries find in a document."""
    return tuple(_all(scene))


def _all(scene: Scene) -> Iterator[Relation]:
    for module in _modules():
        yield from module.discover(scene)
