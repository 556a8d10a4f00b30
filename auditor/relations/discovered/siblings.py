"""Siblings: rows that follow from the rows of other tables, as a sum or as a ratio.

Evidence. A row is the sum of two rows of another table if it is so in at least three columns that
both print, the digits that had to agree outweigh the number of pairs tried, and at most one column
in four differs. A row of percentages is a margin if its words and those of the amount row
name the same thing over a row of revenues; each column that comes out right is worth the bits that
chance would have needed, each that differs takes some away, and a name that agrees word for word
("gross margin" in "gross margin ratio") is worth as much as a column. A row that the
other table simply repeats is a tie, which is no business of this module.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._forced_shares import forced_to_fit
from auditor.relations.discovered._relations import discovered, sum_of
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    adds_up,
    bits,
    by_table,
    same_unit,
    series_in,
    words,
)
from auditor.relations.discovered._series_thresholds import (
    MARGIN_NAMED_ALIKE,
    MARGIN_NAMED_EXACTLY,
    SIBLING_COLUMNS,
    SIBLING_ENOUGH,
    SIBLING_HOLDS_PER_FAILURE,
    SIBLING_LARGEST,
    SIBLING_NAMESAKES,
    SIBLING_REACH,
)
from auditor.relations.discovered._thresholds import (
    FLOAT_SLACK,
    PER_CENT_SPREAD,
    PERCENTAGE_CONVICTS,
    PERCENTAGE_ENOUGH,
    QUOTIENT_FAILURE,
)

ORDER = 31
REVENUE = "Total Revenues"


class Sorted(NamedTuple):
    """A column's figures, but for zeros, the smallest first: values, half-units and rows."""

    values: Sequence[float]
    halves: Sequence[float]
    rows: Sequence[Series]


FiguresByColumn = Mapping[ColumnKey, Sorted]
IsForced = Callable[[Fact], bool]

_ARTICLES = words("of as on the to")
"""Not "a", which may be a letter: that of "SG&A"."""
_OF_A_RATIO = words("ratio percentage percent rate to of as on a the total revenue revenues sales")


Three = tuple[Printed, Printed, Printed]
"""A figure and the two that it is computed from."""


class RowHypothesis(NamedTuple):
    """A row as computed from two others: the columns that bear it out, and those that do not."""

    holds: tuple[Three, ...]
    fails: tuple[Three, ...]
    bits: float


class NamedRows(NamedTuple):
    """A table's rows of amounts, with the places of those that a word names, and of revenues."""

    number: int
    rows: Sequence[Series]
    by_word: Mapping[str, Sequence[int]]
    revenues: Sequence[int]

    def around(self, margin: Series, places: Sequence[int]) -> Iterator[Series]:
        """Of these places, in their order, the rows that stand nearest to a row of margins."""
        at = bisect_left(places, margin.row, key=lambda place: self.rows[place].row)
        first = max(0, at - SIBLING_NAMESAKES) if self.number == margin.table else 0
        return (self.rows[place] for place in places[first : first + 2 * SIBLING_NAMESAKES])

    def sharing(self, margin: Series, named: Iterable[str]) -> list[Series]:
        """The rows of amounts near a row of margins that share one of these words, in order."""
        found = {
            row.row: row
            for word in named
            if word in self.by_word
            for row in self.around(margin, self.by_word[word])
        }
        return [found[row] for row in sorted(found)]


def _named(number: int, rows: Iterable[Series]) -> NamedRows:
    amounts = [row for row in rows if not row.per_cent]
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(amounts):
        for word in words(row.concept):
            by_word[word].append(place)
    revenues = [place for place, row in enumerate(amounts) if row.concept == REVENUE]
    return NamedRows(number, amounts, by_word, revenues)


def discover(scene: Scene) -> Iterator[Relation]:
    """The sums and margins whose parts stand in other tables."""
    rows = series_in(scene)
    amounts = [row for row in rows if not row.per_cent]
    tables = by_table(amounts)
    columns = {number: _columns(rows) for number, rows in tables.items()}
    order = list(tables)
    for place, mine in enumerate(order):
        for other in order[max(0, place - SIBLING_REACH) : place + SIBLING_REACH + 1]:
            shared = columns[mine].keys() & columns[other].keys() if mine != other else ()
            if len(shared) >= SIBLING_COLUMNS and len(tables[other]) <= SIBLING_LARGEST:
                for total in tables[mine]:
                    yield from _sums(total, columns[other], tables[other])
    of_place = [_named(number, rows) for number, rows in by_table(rows).items()]
    by_place = {table.number: place for place, table in enumerate(of_place)}
    margins = [row for row in rows if row.per_cent]
    forced = _forced(margins)
    for margin in margins:
        place = by_place[margin.table]
        near = of_place[max(0, place - SIBLING_REACH) : place + SIBLING_REACH + 1]
        revenues = [row for table in near for row in table.around(margin, table.revenues)]
        yield from _margins(margin, near, revenues, forced)


def _forced(margins: Sequence[Series]) -> IsForced:
    """Whether a percentage may have been made to add up with others in its column."""
    columns: dict[tuple[int, ColumnKey], list[Fact]] = defaultdict(list)
    places: dict[int, list[tuple[list[Fact], int]]] = defaultdict(list)
    for row in margins:
        for key, stated in row.at.items():
            column = columns[row.table, key]
            places[stated.fact.number].append((column, len(column)))
            column.append(stated.fact)

    @cache
    def is_forced(number: int) -> bool:
        return any(
            forced_to_fit(at, [(share, share, share) for share in column])
            for column, at in places[number]
        )

    return lambda fact: is_forced(fact.number)


def _columns(rows: Iterable[Series]) -> FiguresByColumn:
    """The figures of a table's rows by column, the smallest first; zeros add nothing."""
    found: dict[ColumnKey, list[tuple[Printed, Series]]] = defaultdict(list)
    for row in rows:
        for key, stated in row.at.items():
            if stated.value:
                found[key].append((stated, row))
    return {key: _sorted(column) for key, column in found.items()}


def _sorted(column: list[tuple[Printed, Series]]) -> Sorted:
    column.sort(key=lambda s: s[0].value)
    values = [stated.value for stated, _ in column]
    return Sorted(values, [stated.half for stated, _ in column], [row for _, row in column])


def _sums(total: Series, columns: FiguresByColumn, rows: Sequence[Series]) -> Iterator[Relation]:
    """The row as the sum of the two other rows that give it in most columns."""
    pairs = _pairs(total, columns)
    if not pairs:
        return
    tried = 2 * log2(len(rows))
    found = [_sum(total, a, b, tried) for a, b in pairs]
    best = max((r for r in found if r), key=lambda r: r.bits, default=None)
    if best is not None and not any(_repeats(total, row) for row in rows):
        tells = len(best.holds) + len(best.fails) > SIBLING_COLUMNS
        for whole, a, b in (*best.holds, *best.fails):
            yield replace(sum_of(whole.fact, (a.fact, b.fact)), tells=tells)


def _repeats(row: Series, other: Series) -> bool:
    """Whether the other row prints the same figures."""
    shared = row.shared(other)
    alike = sum(adds_up(row.at[key], [other.at[key]]) for key in shared)
    return len(shared) >= SIBLING_COLUMNS and alike * 2 > len(shared)


def _pairs(total: Series, columns: FiguresByColumn) -> list[tuple[Series, Series]]:
    """The pairs of rows that give the total in one of its first or its last shared column."""
    found: dict[tuple[int, int], tuple[Series, Series]] = {}
    keys = [key for key in total.at if key in columns]
    if len(keys) >= SIBLING_COLUMNS:
        for key in (*keys[:2], keys[-1]):
            for a, b in _adding_up(total.at[key], columns[key]):
                found[min(a.row, b.row), max(a.row, b.row)] = (a, b)
    return [found[place] for place in sorted(found)]


def _adding_up(total: Printed, stated: Sorted) -> list[tuple[Series, Series]]:
    """The pairs whose figures add up to the total: one walk through them from both ends."""
    values, halves, rows = stated
    _, whole, half = total
    found: list[tuple[Series, Series]] = []
    left, right = 0, len(values) - 1
    while left < right:
        apart = values[left] + values[right] - whole
        room = half + halves[left] + halves[right]
        if -room <= apart <= room:
            found.append((rows[left], rows[right]))
        if apart < 0:
            left += 1
        else:
            right -= 1
    return found


def _sum(total: Series, first: Series, second: Series, tried: float) -> RowHypothesis | None:
    holds: list[Three] = []
    fails: list[Three] = []
    for key in total.shared(first, second):
        figures = total.at[key], first.at[key], second.at[key]
        if all(p.value for p in figures) and same_unit(*figures):
            (holds if adds_up(figures[0], figures[1:]) else fails).append(figures)
    worth = sum((bits(t, (a, b)) for t, a, b in holds), start=-tried)
    if (
        len(holds) < SIBLING_COLUMNS
        or len(fails) * SIBLING_HOLDS_PER_FAILURE > len(holds)
        or worth < SIBLING_ENOUGH
    ):
        return None
    return RowHypothesis(tuple(holds), tuple(fails), worth)


def _margins(
    margin: Series,
    tables: Iterable[NamedRows],
    revenues: Sequence[Series],
    forced: IsForced,
) -> Iterator[Relation]:
    """The row of percentages as a row of its own name over a row of revenues."""
    choices = list(_choices(margin, tables, revenues))
    tried = log2(len(choices)) if choices else 0.0
    found = [_margin(margin, *choice, tried, forced) for choice in choices]
    best = max((r for r in found if r.holds), key=lambda r: r.bits, default=None)
    if best is None or best.bits < PERCENTAGE_ENOUGH:
        return
    convicted = best.fails if best.bits >= PERCENTAGE_CONVICTS else ()
    for three in (*best.holds, *convicted):
        target, over, under = three
        terms = Term(over.fact, 1, Role.NUMERATOR), Term(under.fact, 1, Role.DENOMINATOR)
        left = best.bits - _worth(_apart(*three)[1]) - QUOTIENT_FAILURE
        tells = left >= PERCENTAGE_CONVICTS or three in convicted
        yield discovered(Kind.RATIO, target.fact, terms, tells=tells)


def _choices(
    margin: Series, tables: Iterable[NamedRows], revenues: Sequence[Series]
) -> Iterator[tuple[Series, Series, Sequence[ColumnKey]]]:
    """The rows of its name, each over each of revenues, with the columns that all three print."""
    own = words(margin.concept) - _OF_A_RATIO
    for table in tables:
        for over in table.sharing(margin, own):
            shared = margin.shared(over) if over.concept != REVENUE else []
            for under in revenues if shared else ():
                columns = [key for key in shared if key in under.at]
                if columns:
                    yield over, under, columns


def _margin(  # noqa: PLR0913, PLR0917  # three rows, their columns and what they are weighed with
    margin: Series,
    over: Series,
    under: Series,
    columns: Iterable[ColumnKey],
    tried: float,
    forced: IsForced,
) -> RowHypothesis:
    """The margins as one row over another; a last digit off of one ``forced`` says nothing."""
    holds: list[Three] = []
    fails: list[Three] = []
    exactly = words(margin.concept) - _OF_A_RATIO == words(over.concept) - _ARTICLES
    worth = (
        MARGIN_NAMED_EXACTLY if exactly and over.table == under.table else MARGIN_NAMED_ALIKE
    ) - tried
    for key in columns:
        figures = margin.at[key], over.at[key], under.at[key]
        if not same_unit(*figures[1:]) or figures[2].value <= figures[2].half:
            continue
        distance, width = _apart(*figures)
        if distance <= 0:
            holds.append(figures)
            worth += _worth(width)
        else:
            slightly = distance <= 2 * figures[0].half and forced(figures[0].fact)
            fails += [] if slightly else [figures]
            worth -= QUOTIENT_FAILURE
    return RowHypothesis(tuple(holds), tuple(fails), worth)


def _worth(width: float) -> float:
    """Bits of a percentage that comes out within so many points."""
    return max(0.0, log2(PER_CENT_SPREAD / width))


def _apart(target: Printed, over: Printed, under: Printed) -> tuple[float, float]:
    """(how far the percentage is from the quotient's range, width of both), in points."""
    corners = [
        100 * (over.value + s * over.half) / (under.value + t * under.half)
        for s, t in product((-1, 1), (-1, 1))
    ]
    low, high = min(corners), max(corners)
    distance = max(low - target.value - target.half, target.value - target.half - high)
    return distance - FLOAT_SLACK * max(1.0, abs(target.value)), high - low + 2 * target.half
