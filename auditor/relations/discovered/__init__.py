"""Discoveries: one module a kind of relation that a careful reader sees without a rule.

A new discovery is one new module in this folder: it is found by its presence, unless its name
begins with an underscore. It offers two things:

- ``ORDER: int``, when it runs: of two discoveries of the same arithmetic the earlier one is kept;
- ``discover(scene: Scene) -> Iterator[Relation]``, which yields what it finds in a document, and
  yields what fails only where its evidence convicts. It looks at ``scene.grids`` and
  ``scene.facts``, changes nothing, and is silent where the evidence is thin.

Its docstring says what the evidence is, its tuned numbers stand in ``_thresholds``, and its
relations are made by ``_relations.discovered``. ``_lines`` gives the rows and columns of one table,
``_series`` rows to compare between tables, ``_matrix`` whole numbers to add up, ``_quotients`` the
weighing of percentages and ratios. Its test stands in ``tests/relations/discovered/``: a table with
the slip, and the look-alike that must not be reported. The words of a finding are no business of a
discovery: ``auditor/findings/`` writes them from the relation.
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
