"""Blocks: the same few rows over again for each segment, and for the whole of them.

A block is told by two columns of labels, its own, mostly merged over its rows, and what each row
states; or by the heading that its rows stand under. Evidence. A row of percentages is tried as one
row of its block over another, in all blocks at once: each that comes out right is worth the bits
that chance would have needed, every pair tried costs. The rows of the block called a total are
tried as the sums of their like in the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid, Row
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._additivity import never_added
from auditor.relations.discovered._quotients import Triple, quotient_relations, weighed
from auditor.relations.discovered._relations import sum_of
from auditor.relations.discovered._thresholds import (
    FEWEST_BLOCKS,
    HOLDS_PER_FAILURE,
    MOST_ROWS_OF_BLOCK,
    PERCENTAGE_CONVICTS,
    PERCENTAGE_ENOUGH,
    SUM_CONVICTS,
)
from auditor.relations.discovered._totals import is_strong_total

ORDER = 19

Facts = Mapping[int, Fact]
"""A row's facts by column."""


class Block(NamedTuple):
    """What stands under one label: its rows by what they state."""

    label: str
    rows: Mapping[str, Facts]


class _Column(NamedTuple):
    """A figure of the whole with its like in the blocks, and whether they add up to it."""

    total: Fact
    parts: tuple[Fact, ...]
    holds: bool
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The percentages and totals of every table that is set in blocks."""
    for grid in scene.grids:
        for band in grid.bands:
            blocks = _blocks(grid, band, scene) if band.columns else []
            if len(blocks) >= FEWEST_BLOCKS:
                yield from _ratios(blocks)
                yield from _sums(blocks)


def _blocks(grid: Grid, band: Band, scene: Scene) -> list[Block]:
    """The blocks of a band whose rows are alike; none where any row has no label of its own."""
    first = min(column.index for column in band.columns)
    found: dict[str, dict[str, Facts]] = {}
    above = ""
    for row in band.rows:
        label, name = _labels(grid, row, first, above)
        if not label or not name or name in found.get(label, {}):
            return []
        above = label
        facts = {
            c.index: scene.at.get((grid.table.number, row.index, c.index)) for c in band.columns
        }
        stated = {c: fact for c, fact in facts.items() if fact is not None}
        found.setdefault(label, {})[name] = stated
    blocks = [Block(label, rows) for label, rows in found.items()]
    names = {tuple(block.rows) for block in blocks}
    alike = len(names) == 1 and 2 <= len(next(iter(names))) <= MOST_ROWS_OF_BLOCK
    return blocks if alike else []


def _labels(grid: Grid, row: Row, first: int, above: str) -> tuple[str, str]:
    """The block that a row is of, which may be named above, and what it states."""
    cells = grid.table.rows[row.index][:first]
    texts = [cell.text.strip() if cell else "" for cell in cells]
    stated = [text for text in texts if text]
    if len(stated) == 2:
        return stated[0], stated[1]
    if len(stated) != 1:
        return "", ""
    return (above if len(texts) > 1 and not texts[0] else row.group), stated[0]


def _ratios(blocks: Sequence[Block]) -> Iterator[Relation]:
    """The rows of percentages that are one row of their block over another."""
    names = tuple(blocks[0].rows)
    percent = [name for name in names if _is_percent(name, blocks)]
    pairs = list(permutations([name for name in names if name not in percent], 2))
    for name in percent:
        found = (
            weighed(Kind.RATIO, _triples(blocks, name, over, under), -2 * log2(1 + len(pairs)))
            for over, under in pairs
        )
        best = max((h for h in found if h is not None), key=lambda h: h.bits, default=None)
        if best is not None and best.bits >= PERCENTAGE_ENOUGH:
            yield from quotient_relations(
                best, convicts=best.bits >= PERCENTAGE_CONVICTS, enough=PERCENTAGE_CONVICTS
            )


def _is_percent(name: str, blocks: Sequence[Block]) -> bool:
    stated = [f for block in blocks for f in block.rows[name].values() if not f.figure.nil]
    return bool(stated) and all(fact.figure.is_percent for fact in stated)


def _triples(blocks: Sequence[Block], name: str, over: str, under: str) -> Sequence[Triple]:
    return [
        (fact, block.rows[over][c], block.rows[under][c])
        for block in blocks
        for c, fact in block.rows[name].items()
        if not fact.figure.nil and c in block.rows[over] and c in block.rows[under]
    ]


def _sums(blocks: Sequence[Block]) -> Iterator[Relation]:
    """The rows of the one block that is called a total, where all blocks make it up."""
    whole = [block for block in blocks if is_strong_total(block.label)]
    parts = [block for block in blocks if block not in whole]
    if len(whole) != 1 or len(parts) < 2:
        return
    for name in whole[0].rows:
        if never_added(name) or _is_percent(name, blocks):
            continue
        columns = list(_columns(whole[0].rows[name], [block.rows[name] for block in parts]))
        held = [column for column in columns if column.holds]
        failed = len(columns) - len(held)
        if sum(column.bits for column in held) < SUM_CONVICTS or failed > max(
            1, len(held) // HOLDS_PER_FAILURE
        ):
            continue
        for column in columns:
            if column.holds or len(held) > 1:
                yield sum_of(column.total, column.parts)


def _columns(total: Facts, parts: Sequence[Facts]) -> Iterator[_Column]:
    for c, fact in total.items():
        found = tuple(part[c] for part in parts if c in part)
        if len(found) < len(parts) or fact.figure.nil or not fact.value:
            continue
        near = (fact.figure.last_unit + sum(f.figure.last_unit for f in found)) / 2
        holds = abs(fact.value - sum(f.value for f in found)) <= near
        yield _Column(fact, found, holds, log2(1 + float(abs(fact.value) / (2 * near))))
