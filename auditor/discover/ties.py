"""Ties: rows that two tables both print.

Evidence. A row of one table and a row of another with the same concept, in columns of the same
period, scenario and scope, state the same figures when they agree. They are taken to do so
when at least two figures of the two tables agree in this way, and agreements outnumber
disagreements three to one. The figure that then differs convicts, if its own row agrees in another
column, or its own column in three other rows. Concepts that a table prints in several rows
("Other", "Total") tie only where they agree throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.discover._series import Key, Printed, Series, adds_up, bits, same_unit, series_of
from auditor.relation import Kind, Origin, Relation, Role, Term
from auditor.scene import Scene

ORDER = 30
FEWEST_AGREE = 2
AGREE_PER_DIFFERENCE = 3
COLUMN_AGREES = 3
"""Other rows that must agree in a column for a row with no second column to be convicted."""
ENOUGH = 10.0
"""Bits that the agreements of two tables must be worth."""

Tie = tuple[Key, Printed, Printed]


class Repeat(NamedTuple):
    """Two rows of the same concept, with the columns in which they agree and differ.

    ``alone``: neither table prints the concept in another row of these columns.
    """

    agree: tuple[Tie, ...]
    differ: tuple[Tie, ...]
    alone: bool


def discover(scene: Scene) -> Iterator[Relation]:
    """The figures that two tables both print, with those that ought to be alike."""
    for repeats in _by_tables(series_of(scene.facts)):
        yield from _relations(repeats)


def _by_tables(rows: Sequence[Series]) -> list[list[Repeat]]:
    """The repeated rows of every two tables that share some."""
    named: dict[tuple[str, bool], list[Series]] = defaultdict(list)
    for row in rows:
        named[row.concept, row.per_cent].append(row)
    found: dict[tuple[int, int], list[Repeat]] = defaultdict(list)
    for alike in named.values():
        printed_in = Counter((row.table, key) for row in alike for key in row.at)
        for i, first in enumerate(alike):
            for second in alike[i + 1 :]:
                if first.table != second.table:
                    found[first.table, second.table].append(_repeat(first, second, printed_in))
    return list(found.values())


def _repeat(first: Series, second: Series, printed_in: Mapping[tuple[int, Key], int]) -> Repeat:
    """The two rows compared; ``printed_in`` counts such rows by table and column."""
    agree: list[Tie] = []
    differ: list[Tie] = []
    shared = first.shared(second)
    alone = all(printed_in[row.table, key] == 1 for row in (first, second) for key in shared)
    for key in shared:
        a, b = first.at[key], second.at[key]
        if same_unit(a, b):
            (agree if adds_up(a, [b]) else differ).append((key, a, b))
    if not agree:  # a cost printed with a minus in one table and without in the other
        differ = [tie for tie in differ if tie[1].value + tie[2].value]
    return Repeat(tuple(agree), tuple(differ), alone)


def _relations(repeats: Sequence[Repeat]) -> Iterator[Relation]:
    """The ties of two tables, if they agree often enough."""
    clean = [r for r in repeats if r.agree and (not r.differ or r.alone)]
    agree = [tie for r in clean for tie in r.agree]
    if len(agree) < FEWEST_AGREE or sum(bits(a, [b]) for _, a, b in agree) < ENOUGH:
        return
    for repeat in clean:
        if not repeat.differ or len(repeat.agree) >= len(repeat.differ):
            for _, a, b in repeat.agree:
                yield _relation(a, b)
    columns = Counter(key for key, _, _ in agree)
    differ = [(r, tie) for r in repeats if r.alone for tie in r.differ]
    if len(differ) * AGREE_PER_DIFFERENCE > len(agree):
        return
    for repeat, (key, a, b) in differ:
        if repeat.agree or columns[key] >= COLUMN_AGREES:
            yield _relation(a, b)


def _relation(first: Printed, second: Printed) -> Relation:
    return Relation(
        Kind.TIE,
        first.fact,
        (Term(second.fact, 1, Role.SAME),),
        str(Kind.TIE),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )
