"""Signatures: relations of one pattern, found again from column to column or from row to row."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from auditor.model.relation import Kind, Severity
from auditor.suggest.placed_relations import CellPlace, PlacedRelation
from auditor.suggest.thresholds import MOST_ACROSS

PatternKey = tuple[object, ...]


class Signature(NamedTuple):
    """Instances in lines, one line a row of the target's table.

    Those of a line differ in their columns only, those of a position in their rows only.
    ``by_row``: the pattern goes on from row to row, not from column to column.
    """

    kind: Kind
    severity: Severity
    by_row: bool
    lines: tuple[tuple[PlacedRelation, ...], ...]

    @property
    def instances(self) -> tuple[PlacedRelation, ...]:
        return tuple(instance for line in self.lines for instance in line)

    @property
    def first(self) -> PlacedRelation:
        return self.lines[0][0]


def signatures(instances: Sequence[PlacedRelation]) -> list[Signature]:
    """Every instance in one signature; larger patterns are taken first.

    In the order of the document's tables and passages, and within one in that of discovery: of two
    relations that show an error equally plainly, the one that was found first is reported.
    """
    members: dict[tuple[bool, PatternKey], list[int]] = defaultdict(list)
    for number, instance in enumerate(instances):
        for key in dict.fromkeys(_keys(instance)):
            members[key].append(number)
    covers = sorted(_cover(members), key=lambda cover: _place(cover[1], instances))
    return _joined(signature([instances[n] for n in of], by_row=by_row) for by_row, of in covers)


def _place(numbers: Sequence[int], instances: Sequence[PlacedRelation]) -> tuple[int, int]:
    """The block that a pattern begins in, and when it was discovered."""
    return min(instances[n].relation.target.block for n in numbers), min(numbers)


def signature(instances: Sequence[PlacedRelation], *, by_row: bool) -> Signature:
    """The signature of instances that one pattern joins."""
    ordered = sorted(instances, key=lambda i: i.relation.target.number)
    relation = ordered[0].relation
    lines = tuple((i,) for i in ordered) if by_row else (tuple(ordered),)
    return Signature(relation.kind, relation.severity, by_row, lines)


def _cover(
    members: Mapping[tuple[bool, PatternKey], list[int]],
) -> Iterator[tuple[bool, list[int]]]:
    """The patterns, the largest first, each with the instances that no earlier one has."""
    order = [
        (-len(of), number, by_row, of) for number, ((by_row, _), of) in enumerate(members.items())
    ]
    heapq.heapify(order)
    taken: set[int] = set()
    while order:
        size, number, by_row, of = heapq.heappop(order)
        left = [n for n in of if n not in taken]
        if left and len(left) == -size:
            taken.update(left)
            yield by_row, left
        elif left:
            heapq.heappush(order, (-len(left), number, by_row, left))


def _keys(instance: PlacedRelation) -> Iterator[tuple[bool, PatternKey]]:
    """The patterns that a relation may be an instance of, the most natural first."""
    relation = instance.relation
    same = (relation.kind, relation.severity, *((f.adds, f.reads) for f in instance.figures))
    places = [figure.where for figure in instance.figures]
    cells = [place for place in places if isinstance(place, CellPlace)]
    if len(cells) < len(places):
        yield False, (same, *places)
        return
    down = (False, (same, *((c.table, c.row) for c in cells)))
    across = list(_across(same, cells)) if len(cells) <= MOST_ACROSS + 1 else []
    one_column = len({(c.table, c.column) for c in cells}) == 1
    yield from (down, *across) if one_column else (*across, down)


def _across(same: object, cells: Sequence[CellPlace]) -> Iterator[tuple[bool, PatternKey]]:
    """A row is the target's own, or the same in every instance; where it is both, either."""
    target, *inputs = cells
    for rows in product(*(_ways(cell, target) for cell in inputs)):
        columns = ((c.table, c.heading, row) for c, row in zip(inputs, rows, strict=True))
        yield True, (same, target.table, target.heading, *columns)


def _ways(cell: CellPlace, target: CellPlace) -> tuple[int | str, ...]:
    if cell.table != target.table:
        return ("any",)
    return ("own", cell.row) if cell.row == target.row else (cell.row,)


def _joined(found: Iterable[Signature]) -> list[Signature]:
    """Ties of whole rows between the same columns of two tables as one signature."""
    together: dict[object, list[Signature]] = defaultdict(list)
    for number, one in enumerate(found):
        together[_tied_columns(one) or number].append(one)
    return [
        s[0]._replace(lines=tuple(sorted((line for one in s for line in one.lines), key=_start)))
        for s in together.values()
    ]


def _start(line: Sequence[PlacedRelation]) -> int:
    return line[0].relation.target.number


def _tied_columns(found: Signature) -> object:
    """What the rows of two tied tables must share to be declared by one rule, None for nothing."""
    if found.kind is not Kind.TIE or found.by_row:
        return None
    pairs = [
        [f.where for f in i.figures if isinstance(f.where, CellPlace)] for i in found.instances
    ]
    if any(len(pair) != 2 or pair[0].table == pair[1].table for pair in pairs):
        return None
    columns = tuple((cell.table, cell.heading) for pair in pairs for cell in pair)
    return found.severity, columns, tuple(f.reads for f in found.first.figures)
