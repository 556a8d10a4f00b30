"""Counts: small whole numbers of things, which add up exactly or not at all.

A column of a few lone digits gathers little evidence, however plain its sum is to a reader. Where a
table says that it counts ("Number of shops"), and its last row is called the total or bears the
title of the table, that row is the sum of all rows above it if it is so to the unit in one column,
and differs in one other at most, which is convicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model.document import Document, Table
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.grid import Band, Grid
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.relations.discovered._matrix import IntegerLine, downward, entries
from auditor.relations.discovered._relations import sum_of
from auditor.relations.discovered._thresholds import (
    FEWEST_COUNTED,
    LONGEST_TITLE,
    MOST_COUNTED,
    TEXTS_OVER,
)
from auditor.relations.discovered._totals import is_strong_total

ORDER = 13

_COUNTS = deferred(
    r"\bnumbers? of\b|\bhow many\b|\bcounts? of\b|\bheadcounts?\b|\banzahl\b|\bnombre d"
    r"|\bn[uú]mero d|の数\b|件数|店舗数|人数|社数",
    re.IGNORECASE,
)
_WORDS = deferred(r"[^\W\d_]{3,}")


def discover(scene: Scene) -> Iterator[Relation]:
    """The totals of every table that counts, down its columns."""
    over = _texts_over(scene.document)
    for grid in scene.grids:
        said = [*over[grid.table.number], *(band.title for band in grid.bands)]
        if any(map(_COUNTS.search, said)):
            for band in grid.bands:
                yield from _totals(grid, band, said, scene)


def _texts_over(document: Document) -> Mapping[int, Sequence[str]]:
    """What is said right over each table: the last short texts."""
    found: dict[int, Sequence[str]] = {}
    said: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found[block.number] = said[-TEXTS_OVER:]
            said = []
        elif len(block.text) <= LONGEST_TITLE:
            said.append(block.text)
    return found


def _totals(grid: Grid, band: Band, said: Sequence[str], scene: Scene) -> Iterator[Relation]:
    lines = downward(band, entries(grid, band)).lines
    if not FEWEST_COUNTED <= len(lines) - 1 <= MOST_COUNTED or not all(x.added for x in lines):
        return
    *parts, total = lines
    if not (is_strong_total(total.label) or _is_title(total.label, said)):
        return
    columns = [c for c, entry in total.entries.items() if entry.value]
    holds = [c for c in columns if _adds_up(parts, total, c)]
    if holds and len(columns) - len(holds) <= 1:
        tells = len(columns) > 1
        for column in columns:
            facts = [_fact(grid, line, column, scene) for line in (total, *parts)]
            stated = [fact for fact in facts[1:] if fact is not None]
            if facts[0] is not None and len(stated) > 1:
                found = replace(sum_of(facts[0], stated), rounding=Rounding.EXACT)
                yield replace(found, tells=tells)


def _is_title(label: str, said: Iterable[str]) -> bool:
    """Whether a row's label names what a title of the table says that it is about."""
    own = set(_WORDS.findall(label.casefold()))
    return len(own) > 1 and any(own <= set(_WORDS.findall(text.casefold())) for text in said)


def _adds_up(parts: Sequence[IntegerLine], total: IntegerLine, column: int) -> bool:
    """Whether at least three parts are stated, and add up to the unit."""
    stated = [entry.value for line in parts if (entry := line.entries.get(column))]
    counted = sum(value > 0 for value in stated) >= FEWEST_COUNTED and min(stated) >= 0
    return counted and sum(stated) == total.entries[column].value


def _fact(grid: Grid, line: IntegerLine, column: int, scene: Scene) -> Fact | None:
    return scene.at.get((grid.table.number, line.index, column))
