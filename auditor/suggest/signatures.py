"""Signatures: relations of one pattern, found again from column to column or from row to row."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from auditor.model.relation import Kind, Severity
from auditor.suggest.instances import Cell, Instance

MOST_ACROSS = 3
"""Inputs up to which a relation is looked at as a pattern that goes on from row to row."""

Key = tuple[object, ...]


class Signature(NamedTuple):
    """Instances in lines, one line a row of the target's table.

    Those of a line differ in their columns only, those of a position in their rows only.
    ``by_row``: the pattern goes on from row to row, not from column to column.
    """

    kind: Kind
    severity: Severity
    by_row: bool
    lines: tuple[tuple[Instance, ...], ...]

    @property
    def instances(self) -> tuple[Instance, ...]:
        return tuple(instance for line in self.lines for instance in line)

    @property
    def first(self) -> Instance:
        return self.lines[0][0]


def signatures(instances: Sequence[Instance]) -> list[Signature]:
    """Every instance in one signature; larger patterns are taken first.

    In the order of the document's tables and passages, and within one in that of discovery: of two
    relations that tell an error equally plainly, the one that was found first is reported.
    """
    members: dict[tuple[bool, Key], list[int]] = defaultdict(list)
    for number, instance in enumerate(instances):
        for key in dict.fromkeys(_keys(instance)):
            members[key].append(number)
    covers = sorted(_cover(members), key=lambda cover: _place(cover[1], instances))
    return _joined(signature([instances[n] for n in of], by_row=by_row) for by_row, of in covers)


def _place(numbers: Sequence[int], instances: Sequence[Instance]) -> tuple[int, int]:
    """The block that a pattern begins in, and when it was discovered."""
    return min(instances[n].relation.target.block for n in numbers), min(numbers)


def signature(instances: Sequence[Instance], *, by_row: bool) -> Signature:
    """The signature of instances that one pattern joins."""
    ordered = sorted(instances, key=lambda i: i.relation.target.number)
    relation = ordered[0].relation
    lines = tuple((i,) for i in ordered) if by_row else (tuple(ordered),)
    return Signature(relation.kind, relation.severity, by_row, lines)


def _cover(members: Mapping[tuple[bool, Key], list[int]]) -> Iterator[tuple[bool, list[int]]]:
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


def _keys(instance: Instance) -> Iterator[tuple[bool, Key]]:
    """The patterns that a relation may be an instance of, the most natural first."""
    relation = instance.relation
    same = (relation.kind, relation.severity, *((s.adds, s.reads) for s in instance.seats))
    spots = [seat.spot for seat in instance.seats]
    cells = [spot for spot in spots if isinstance(spot, Cell)]
    if len(cells) < len(spots):
        yield False, (same, *spots)
        return
    down = (False, (same, *((c.table, c.row) for c in cells)))
    across = list(_across(same, cells)) if len(cells) <= MOST_ACROSS + 1 else []
    one_column = len({(c.table, c.column) for c in cells}) == 1
    yield from (down, *across) if one_column else (*across, down)


def _across(same: object, cells: Sequence[Cell]) -> Iterator[tuple[bool, Key]]:
    """A row is the target's own, or the same in every instance; where it is both, either."""
    target, *inputs = cells
    for rows in product(*(_ways(cell, target) for cell in inputs)):
        columns = ((c.table, c.heading, row) for c, row in zip(inputs, rows, strict=True))
        yield True, (same, target.table, target.heading, *columns)


def _ways(cell: Cell, target: Cell) -> tuple[int | str, ...]:
    if cell.table != target.table:
        return ("any",)
    return ("own", cell.row) if cell.row == target.row else (cell.row,)


def _joined(found: Iterable[Signature]) -> list[Signature]:
    """Ties of whole rows between the same columns of two tables as one signature."""
    together: dict[object, list[Signature]] = defaultdict(list)
    for number, one in enumerate(found):
        together[_pair(one) or number].append(one)
    return [
        s[0]._replace(lines=tuple(sorted((line for one in s for line in one.lines), key=_start)))
        for s in together.values()
    ]


def _start(line: Sequence[Instance]) -> int:
    return line[0].relation.target.number


def _pair(found: Signature) -> object:
    """What the rows of two tied tables must share to be told in one breath, None for nothing."""
    if found.kind is not Kind.TIE or found.by_row:
        return None
    pairs = [[s.spot for s in i.seats if isinstance(s.spot, Cell)] for i in found.instances]
    if any(len(pair) != 2 or pair[0].table == pair[1].table for pair in pairs):
        return None
    columns = tuple((cell.table, cell.heading) for pair in pairs for cell in pair)
    return found.severity, columns, tuple(s.reads for s in found.first.seats)
