"""Discoveries: one module a kind of relation that a careful reader sees without a rule.

A new discovery is one new module in this folder: it is found by its presence, unless its name
begins with an underscore. It offers two things:

- ``ORDER: int``, when it runs: of two discoveries of the same arithmetic the earlier one is kept;
- ``discover(scene: Scene) -> Iterator[Relation | Unfinished]``, which yields what it finds in a
  document, and yields what fails only where its evidence convicts. It looks at ``scene.grids`` and
  ``scene.facts``, changes nothing, and is silent where the evidence is thin. Its work grows with
  rows and with columns in proportion; what could go on for long takes ``_steps``, and yields an
  ``Unfinished`` where they did not suffice.

A module that looks only where the others found nothing offers ``discover_beyond(scene, found)``
instead, with what they found; it runs after them.

Its docstring says what the evidence is, its tuned numbers stand in ``_thresholds``, and its
relations are made by ``_relations.discovered``. ``_lines`` gives the rows and columns of one table,
``_series`` rows to compare between tables, ``_matrix`` whole numbers to add up, ``_quotients`` the
weighing of percentages and ratios. Its test stands in ``tests/relations/discovered/``: a table with
the slip, and the look-alike that must not be reported. The words of a finding are no business of a
discovery: ``auditor/findings/`` writes them from the relation.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.relation import Kind, Relation
from auditor.model.scene import Unfinished

if TYPE_CHECKING:
    from auditor.model.scene import Scene


OF_TABLES = frozenset({
    "averages", "balance_sheets", "blocks", "bridges", "cashflows", "chained_results",
    "change_per_cent", "change_rows", "changes", "counts", "dashes", "differences",
    "earnings_per_share", "flow_sections", "growth_beside", "growth_parts", "growth_rows",
    "headcounts", "hundreds", "indicators", "joined_rows", "lettered", "lone_subtotals",
    "margins", "midpoints",
    "named_changes", "named_margins", "named_quotients", "named_runs", "named_totals", "prose",
    "ratios", "rollforwards", "running_balances", "same_sums", "siblings", "spans",
    "stacked_subtotals",
    "statements", "subtotals", "sums", "ties",
})  # fmt: skip
"""Discoveries that find nothing where there is no table, so that they need not be loaded.

One that is not named here is asked of every document.
"""


@cache
def _modules(*, of_tables: bool, beyond: bool) -> tuple[ModuleType, ...]:
    """The discoveries in order, with or without those of tables.

    Those that look ``beyond`` what others found, or those others.
    """
    found = {m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")}
    names = sorted(found if of_tables else found - OF_TABLES)
    loaded = [import_module(f"{__name__}.{name}") for name in names]
    modules = [m for m in loaded if hasattr(m, "discover_beyond") is beyond]
    return tuple(sorted(modules, key=lambda m: (m.ORDER, m.__name__)))


class Discoveries(NamedTuple):
    """What was found, and which searches were ended before they had seen all."""

    relations: tuple[Relation, ...]
    unfinished: tuple[Unfinished, ...]


NOTHING_FOUND = Discoveries((), ())


def relations_of(scene: Scene) -> Discoveries:
    """Every relation that the discoveries find in a document."""
    found = _without_other_scales(_without_other_signs(_all(scene)))
    return Discoveries(
        tuple(one for one in found if not isinstance(one, Unfinished)),
        tuple(dict.fromkeys(one for one in found if isinstance(one, Unfinished))),
    )


def _without_other_signs(found: Iterable[Relation | Unfinished]) -> list[Relation | Unfinished]:
    """Of sums of the same figures with other signs the first: what is named says the signs."""
    signs: dict[object, tuple[int, ...]] = {}
    kept: list[Relation | Unfinished] = []
    for one in found:
        if not isinstance(one, Unfinished) and one.kind is Kind.SUM:
            terms = sorted((t.fact.number, t.sign) for t in one.inputs)
            figures = one.target.number, *(number for number, _ in terms)
            own = tuple(sign for _, sign in terms)
            if signs.setdefault(figures, own) != own:
                continue
        kept.append(one)
    return kept


def _without_other_scales(
    found: Iterable[Relation | Unfinished],
) -> list[Relation | Unfinished]:
    """Of ratios of the same figures, each in its scale, the first: two would give two values.

    It tells if one of them does.
    """
    first: dict[object, int] = {}
    kept: list[Relation | Unfinished] = []
    for one in found:
        if not isinstance(one, Unfinished) and one.kind is Kind.RATIO:
            terms = frozenset((term.fact.number, term.role) for term in one.inputs)
            place = first.setdefault((one.target.number, terms), len(kept))
            if place < len(kept):
                earlier = kept[place]
                if one.tells and not isinstance(earlier, Unfinished):
                    kept[place] = replace(earlier, tells=True)
                continue
        kept.append(one)
    return kept


def _all(scene: Scene) -> Iterator[Relation | Unfinished]:
    of_tables = bool(scene.grids)
    found: list[Relation | Unfinished] = []
    for module in _modules(of_tables=of_tables, beyond=False):
        found += module.discover(scene)
    for module in _modules(of_tables=of_tables, beyond=True):
        found += module.discover_beyond(scene, tuple(found))
    yield from found
