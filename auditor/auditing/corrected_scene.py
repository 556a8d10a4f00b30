"""Supposing: a scene in which some figures say something else, and relations told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from auditor.auditing.thresholds import LOOK_REACH
from auditor.model.fact import Fact
from auditor.model.figure import Figure
from auditor.model.grid import Grid
from auditor.model.relation import Relation
from auditor.model.scene import Scene

Cell = tuple[int, int]
"""Row and column in a table, from 0."""


def supposed(scene: Scene, digits: Mapping[int, int]) -> Scene:
    """The scene with other digits behind the facts of these numbers.

    Only their tables are in it, and what others print of the same names: the rest is known.
    """
    changed: dict[int, dict[Cell, int]] = {}
    for (table, row, column), fact in scene.at.items():
        if fact.number in digits:
            changed.setdefault(table, {})[row, column] = digits[fact.number]
    concepts = {fact.concept for fact in scene.facts if fact.source.table in changed}
    facts = tuple(
        with_digits(fact, digits)
        for fact in scene.facts
        if fact.source.table in changed or (fact.in_table and fact.concept in concepts)
    )
    at = {place: with_digits(f, digits) for place, f in scene.at.items() if place[0] in changed}
    grids = tuple(
        replace(
            _near(grid, changed[grid.table.number]),
            figures=_with_digits(grid.figures, changed[grid.table.number]),
        )
        for grid in scene.grids
        if grid.table.number in changed
    )
    return replace(scene, grids=grids, facts=facts, at=at)


def _near(grid: Grid, changed: Iterable[Cell]) -> Grid:
    """The grid with the rows that stand near a changed one.

    In a long table one error hides none far away, and each look would search all of it once more.
    """
    near = {r for row, _ in changed for r in range(row - LOOK_REACH, row + LOOK_REACH + 1)}
    bands = (replace(b, rows=tuple(r for r in b.rows if r.index in near)) for b in grid.bands)
    return replace(grid, bands=tuple(band for band in bands if band.rows))


def _with_digits(
    figures: Mapping[Cell, Figure], digits: Mapping[Cell, int]
) -> Mapping[Cell, Figure]:
    """The figures of a grid, in its own units, with other digits in some cells."""
    return {
        **figures,
        **{
            cell: figures[cell]._replace(digits=value)
            for cell, value in digits.items()
            if cell in figures
        },
    }


def with_digits(fact: Fact, digits: Mapping[int, int]) -> Fact:
    """The fact with the digits given for its number, if any are."""
    if fact.number not in digits:
        return fact
    return fact._replace(figure=fact.figure._replace(digits=digits[fact.number]))


def restated(relation: Relation, digits: Mapping[int, int]) -> Relation:
    """The relation with the digits given for its facts."""
    if not any(fact.number in digits for fact in relation.facts):
        return relation
    inputs = tuple(replace(t, fact=with_digits(t.fact, digits)) for t in relation.inputs)
    return replace(relation, target=with_digits(relation.target, digits), inputs=inputs)
