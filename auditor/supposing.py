"""Supposing: a scene in which some figures say something else, and relations told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditor.fact import Fact
from auditor.figure import Figure
from auditor.relation import Relation
from auditor.scene import Scene


def supposed(scene: Scene, digits: Mapping[int, int]) -> Scene:
    """The scene with other digits behind the facts of these numbers.

    Only their tables' grids are kept: all that the others tell is known.
    """
    facts = tuple(with_digits(fact, digits) for fact in scene.facts)
    at = {place: with_digits(fact, digits) for place, fact in scene.at.items()}
    changed: dict[int, dict[tuple[int, int], int]] = {}
    for (table, row, column), fact in at.items():
        if fact.number in digits:
            changed.setdefault(table, {})[row, column] = fact.figure.digits
    grids = tuple(
        replace(grid, figures=_with_digits(grid.figures, changed[grid.table.number]))
        for grid in scene.grids
        if grid.table.number in changed
    )
    return replace(scene, grids=grids, facts=facts, at=at)


Cell = tuple[int, int]


def _with_digits(
    figures: Mapping[Cell, Figure], digits: Mapping[Cell, int]
) -> Mapping[Cell, Figure]:
    """The figures of a grid, in its own units, with other digits in some cells."""
    return {
        **figures,
        **{
            cell: replace(figures[cell], digits=value)
            for cell, value in digits.items()
            if cell in figures
        },
    }


def with_digits(fact: Fact, digits: Mapping[int, int]) -> Fact:
    """The fact with the digits given for its number, if any are."""
    if fact.number not in digits:
        return fact
    return replace(fact, figure=replace(fact.figure, digits=digits[fact.number]))


def restated(relation: Relation, digits: Mapping[int, int]) -> Relation:
    """The relation with the digits given for its facts."""
    if not any(fact.number in digits for fact in relation.facts):
        return relation
    inputs = tuple(replace(t, fact=with_digits(t.fact, digits)) for t in relation.inputs)
    return replace(relation, target=with_digits(relation.target, digits), inputs=inputs)
