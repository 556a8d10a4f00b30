"""Ties: rows that two tables both print.

Evidence. A row of one table and a row of another with the same concept, in columns of the same
period, scenario and scope, state the same figures when they agree. They are taken to do so
when at least two figures of the two tables agree in this way, and agreements outnumber
disagreements three to one. The figure that then differs convicts, if its own row agrees in another
column, or has no other and its own column agrees in three other rows. Where the two tables have
little in common, the one figure that differs convicts if a slip of the pen explains it and its row
agrees in two other columns. Concepts that a table prints in several rows ("Other", "Total") tie
only where they agree throughout, or where three columns tell which of the rows is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.checks.slips import slip_ways
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    adds_up,
    bits,
    by_column,
    same_unit,
    series_in,
)
from auditor.relations.discovered._series_thresholds import (
    TIE_COLUMN_AGREES,
    TIE_ENOUGH,
    TIE_FEWEST_AGREE,
    TIE_NEIGHBOURS,
)
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE, FLOAT_SLACK, TABLE_ENOUGH

ORDER = 30

KeyedPair = tuple[ColumnKey, Printed, Printed]
Name = tuple[str, bool]
"""A concept, and whether its figures are percentages: what rows must share to be compared."""


class RepeatedRow(NamedTuple):
    """Two rows of the same concept, with the columns in which they agree and differ.

    ``alone``: neither table prints the concept in another row of these columns, or none that
    could be meant.
    """

    agree: tuple[KeyedPair, ...]
    differ: tuple[KeyedPair, ...]
    alone: bool


def discover(scene: Scene) -> Iterator[Relation]:
    """The figures that two tables both print, with those that ought to be alike."""
    rows = series_in(scene)
    figures = {printed.fact.number: printed for row in rows for printed in row.at.values()}
    found = (relation for repeats in _by_tables(rows) for relation in _relations(repeats))
    yield from _without_needless(found, figures)


def _without_needless(
    found: Iterable[Relation], figures: Mapping[int, Printed]
) -> Iterator[Relation]:
    """The ties without those between figures that enough others of their like already confirm.

    A fact that fifty tables print has a thousand pairs. Those left still join all of them, since
    each figure keeps its first few with those as finely rounded. ``figures`` are by number.
    """
    ties: Counter[tuple[int, float, bool]] = Counter()
    for relation in found:
        a, b = figures[relation.target.number], figures[relation.inputs[0].fact.number]
        ends = ((a.fact.number, b.half, relation.tells), (b.fact.number, a.half, relation.tells))
        if not _agree(a, b):
            yield relation
        elif any(ties[end] < TIE_ENOUGH for end in ends):
            ties.update(ends)
            yield relation


def _by_tables(rows: Sequence[Series]) -> list[list[RepeatedRow]]:
    """The repeated rows of every two tables in which figures agree."""
    named: dict[Name, list[int]] = defaultdict(list)
    tables: dict[int, dict[Name, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, row in enumerate(rows):
        named[row.concept, row.per_cent].append(place)
        tables[row.table][row.concept, row.per_cent].append(place)
    printed_in = Counter(
        (row.concept, row.per_cent, row.table, key) for row in rows for key in row.at
    )
    alike = [[rows[place] for place in places] for places in named.values()]
    repeated = sorted(
        (named[name][0], i, j)
        for one, other in _agreeing(alike)
        for name, places in tables[one].items()
        if name in tables[other]
        for i in places
        for j in tables[other][name]
    )
    found: dict[tuple[int, int], dict[int, dict[tuple[int, int], RepeatedRow]]] = {}
    for name, i, j in repeated:
        of_tables = found.setdefault((rows[i].table, rows[j].table), {})
        of_tables.setdefault(name, {})[i, j] = _repeat(rows[i], rows[j], printed_in)
    return [
        [repeat for repeats in of_tables.values() for repeat in _repeats_of_name(repeats)]
        for of_tables in found.values()
    ]


def _repeats_of_name(repeats: Mapping[tuple[int, int], RepeatedRow]) -> Iterator[RepeatedRow]:
    """The repeats of one name in two tables; rows that agree only with each other stand alone."""
    agreeing = [places for places, repeat in repeats.items() if repeat.agree]
    first, second = Counter(i for i, _ in agreeing), Counter(j for _, j in agreeing)
    for (i, j), repeat in repeats.items():
        sole = first[i] == second[j] == 1 and len(repeat.agree) >= TIE_COLUMN_AGREES
        yield repeat._replace(alone=True) if sole else repeat


def _agreeing(named: Iterable[Sequence[Series]]) -> list[tuple[int, int]]:
    """The pairs of tables with enough figures that agree, found by value: no two are compared."""
    count: Counter[tuple[int, int]] = Counter()
    for alike in named:
        for key, column in by_column(alike).items():
            if len(column) > 1:
                count.update(_alike([(row.at[key], row.table) for row in column]))
    return [tables for tables, agree in count.items() if agree >= TIE_FEWEST_AGREE]


def _alike(column: Iterable[tuple[Printed, int]]) -> Iterator[tuple[int, int]]:
    """The tables of every two figures whose ranges meet; of very many, those next in size."""
    ordered = sorted((*_range(figure), table) for figure, table in column)
    for place, (_, high, table) in enumerate(ordered):
        for low, _, other in ordered[place + 1 : place + 1 + TIE_NEIGHBOURS]:
            if low > high:
                break
            if other != table:
                yield min(table, other), max(table, other)


def _range(figure: Printed) -> tuple[float, float]:
    room = figure.half + FLOAT_SLACK * abs(figure.value)
    return figure.value - room, figure.value + room


def _repeat(
    first: Series, second: Series, printed_in: Mapping[tuple[str, bool, int, ColumnKey], int]
) -> RepeatedRow:
    """The two rows compared; ``printed_in`` counts rows by name, table and column."""
    agree: list[KeyedPair] = []
    differ: list[KeyedPair] = []
    shared = first.shared(second)
    alone = all(
        printed_in[row.concept, row.per_cent, row.table, key] == 1
        for row in (first, second)
        for key in shared
    )
    for key in shared:
        a, b = first.at[key], second.at[key]
        if same_unit(a, b):
            (agree if _agree(a, b) else differ).append((key, a, b))
    if not agree:  # a cost printed with a minus in one table and without in the other
        differ = [pair for pair in differ if pair[1].value + pair[2].value]
    return RepeatedRow(tuple(agree), tuple(differ), alone)


def _agree(first: Printed, second: Printed) -> bool:
    """Whether the two print one fact: digit for digit where both are as finely rounded."""
    alike = first.half != second.half or first.value == second.value
    return alike and adds_up(first, [second])


def _relations(repeats: Sequence[RepeatedRow]) -> Iterator[Relation]:
    """The ties of two tables, if they agree often enough."""
    clean = [r for r in repeats if r.agree and (not r.differ or r.alone)]
    agree = [pair for r in clean for pair in r.agree]
    if len(agree) < TIE_FEWEST_AGREE or sum(bits(a, [b]) for _, a, b in agree) < TABLE_ENOUGH:
        return
    columns = Counter(key for key, _, _ in agree)
    failing = 1 + sum(len(r.differ) for r in repeats if r.alone)
    many = failing * AGREE_PER_FAILURE < len(agree)
    for repeat in clean:
        if not repeat.differ or len(repeat.agree) >= len(repeat.differ):
            for key, a, b in repeat.agree:
                told = _would_be_told(repeat, columns[key], many=many, alone=failing == 1)
                yield replace(tie(a.fact, b.fact), tells=told)
    differ = [(r, pair) for r in repeats if r.alone for pair in r.differ]
    if len(differ) * AGREE_PER_FAILURE > len(agree):
        differ = [(r, pair) for r, pair in differ if len(differ) == 1 and _is_misprint(r, pair)]
    for repeat, (key, a, b) in differ:
        lone = len(repeat.differ) == 1 and columns[key] >= TIE_COLUMN_AGREES
        if repeat.agree or lone:
            yield tie(a.fact, b.fact)


def _would_be_told(repeat: RepeatedRow, in_column: int, *, many: bool, alone: bool) -> bool:
    """Whether one of a row's figures that agree would be told, were it the one that differs.

    ``in_column`` figures of its column agree; ``many`` agree for each that would differ, ``alone``:
    no other does.
    """
    others = len(repeat.agree) - 1
    if not repeat.alone:
        return False
    if not many:
        return alone and others >= TIE_FEWEST_AGREE
    lone = not repeat.differ and in_column > TIE_COLUMN_AGREES
    return others > 0 or lone


def _is_misprint(repeat: RepeatedRow, pair: KeyedPair) -> bool:
    """Whether a row that agrees in several columns differs in the one by a slip of the pen."""
    _, a, b = pair
    one, other = a.fact.figure, b.fact.figure
    alike = (one.exponent, one.scale) == (other.exponent, other.scale)
    return (
        alike
        and len(repeat.agree) >= TIE_FEWEST_AGREE
        and (slip_ways(one.digits, other.digits) > 0 or slip_ways(other.digits, one.digits) > 0)
    )
