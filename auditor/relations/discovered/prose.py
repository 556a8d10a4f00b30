"""Prose: amounts in sentences that tables print too, alone or as the sum of several rows.

Evidence. An amount with the concept, period, scenario and unit of a table row's figure repeats it
when the two agree; where they differ it convicts only if at least three others of the document
agree, and three for each that differs, and the heading over the sentence does not narrow its words
to a part. Under a heading, an amount in front of others that are rows of tables is their
sum when the figures add up, or when the growth printed beside it is what the rows grew
by together; two such agreements convict the figure that fails the third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.finding import Status
from auditor.model.relation import Kind, Origin, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._series import (
    Key,
    Printed,
    Series,
    adds_up,
    bits,
    key_of,
    near,
    printed,
    same_unit,
    series_of,
    words,
)

ORDER = 34
CONVICTS = 3
"""Amounts that must repeat their rows, for each that does not."""
ENOUGH = 6.0
"""Bits that one agreement must be worth: two digits may agree by chance."""
AGREEMENTS = 2
"""Of a sum and the growth of its rows, how many must hold."""
FOLLOWING = 200
"""Amounts after another that may be its parts: no more, so that the time stays linear."""

_COMMON = words("and of the in for total")

Rows = Mapping[tuple[str, Key], Sequence[Series]]
"""The rows that print a concept in a column, in reading order."""


class Whole(NamedTuple):
    """An amount with the amounts that follow it, and each one's row."""

    total: Fact
    growth: tuple[Fact, ...]
    parts: tuple[tuple[Fact, Series], ...]


def discover(scene: Scene) -> Iterator[Relation]:
    """What the prose repeats of the tables, and what it adds up of them."""
    stated = [f for f in scene.facts if not f.in_table and f.concept and f.period]
    if not stated:
        return
    series = series_of(scene.facts)
    renamed = _other_names(stated, series)
    for whole in renamed:
        yield from _growths(whole)
    rows = _rows(series, renamed)
    yield from _repeats(stated, rows)
    for whole in _wholes(stated, rows):
        yield from _added(whole)


def _repeats(stated: Sequence[Fact], rows: Rows) -> Iterator[Relation]:
    agree: list[Relation] = []
    differ: list[Relation] = []
    for fact in stated:
        if fact.measure is not Measure.AMOUNT:
            continue
        mine = printed(fact)
        found = [p for p in _in_tables(fact, rows) if same_unit(mine, p)]
        alike = [p for p in found if adds_up(p, [mine])]
        if alike and bits(mine, alike[:1]) >= ENOUGH:
            agree.append(_tie(alike[0].fact, fact))
        elif len(found) == 1 and not alike and not fact.segment:
            differ.append(_tie(found[0].fact, fact))
    yield from agree
    if len(agree) >= CONVICTS * max(1, len(differ)):
        yield from differ


def _in_tables(fact: Fact, rows: Rows) -> list[Printed]:
    """The figures of tables that state what the prose does."""
    key = _key(fact)
    return [
        row.at[key]
        for row in near(rows.get((fact.concept, key), ()), fact.block)
        if row.per_cent == fact.figure.is_percent
    ]


def _key(fact: Fact) -> Key:
    assert fact.period is not None
    return key_of(fact.period, fact)


def _rows(series: Iterable[Series], renamed: Iterable[Whole]) -> Rows:
    """The rows by their own concepts, and by those that the prose calls them."""
    found: dict[tuple[str, Key], list[Series]] = defaultdict(list)
    named = [(row.concept, row) for row in series]
    for concept, row in (*named, *((w.total.concept, w.parts[0][1]) for w in renamed)):
        for key in row.at:
            found[concept, key].append(row)
    return {place: sorted(rows, key=lambda r: r.block) for place, rows in found.items()}


def _other_names(stated: Sequence[Fact], series: Sequence[Series]) -> list[Whole]:
    """The amounts that no row is named after, with the row that amount and growth both fit."""
    concepts = {row.concept for row in series}
    unnamed = [
        (total, growth)
        for total, growth, _ in _led(stated)
        if growth and total.concept not in concepts
    ]
    if not unnamed:
        return []
    columns = _columns_by_word(series)
    found = []
    for total, growth in unnamed:
        alike = _alike(total, columns)
        wholes = [Whole(total, growth, ((total, row),)) for row in alike]
        fitting = [w for w in wholes if _agreements(w) >= AGREEMENTS]
        if len({w.parts[0][1].concept for w in fitting}) == 1:
            found.append(fitting[0])
    return found


def _columns_by_word(series: Iterable[Series]) -> Rows:
    """The rows that name themselves with a word and print a column."""
    found: dict[tuple[str, Key], list[Series]] = defaultdict(list)
    for row in series:
        for word in words(row.concept) - _COMMON:
            for key in row.at:
                found[word, key].append(row)
    return found


def _alike(total: Fact, columns: Rows) -> list[Series]:
    """The rows of the amount's column that share a word with its name, in reading order."""
    found = {
        (row.table, row.row, row.per_cent): row
        for word in words(total.concept) - _COMMON
        for row in near(columns.get((word, _key(total)), ()), total.block)
    }
    return [found[place] for place in sorted(found)]


def _wholes(stated: Sequence[Fact], rows: Rows) -> Iterator[Whole]:
    """The amounts under one heading that others after them could make up."""
    for total, growth, following in _led(stated):
        parts = _known_parts(total, following, rows) if growth else ()
        if len(parts) > 1:
            yield Whole(total, growth, parts)


def _led(stated: Sequence[Fact]) -> Iterator[tuple[Fact, tuple[Fact, ...], list[Fact]]]:
    """Each amount, the growth printed beside it, and the later amounts under its heading."""
    sections: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in stated:
        sections[fact.headings[:-1]].append(fact)
    for facts in sections.values():
        amounts = [i for i, f in enumerate(facts) if f.measure is Measure.AMOUNT]
        for nth, (start, end) in enumerate(pairwise([*amounts, len(facts)]), start=1):
            total, beside = facts[start], facts[start + 1 : end]
            growth = tuple(f for f in beside if _is_growth_of(f, total))
            yield total, growth, [facts[i] for i in amounts[nth : nth + FOLLOWING]]


def _is_growth_of(fact: Fact, total: Fact) -> bool:
    same = fact.concept == total.concept and fact.period == total.period
    return same and fact.measure is Measure.GROWTH and fact.against is not None


def _known_parts(
    total: Fact, following: Sequence[Fact], rows: Rows
) -> tuple[tuple[Fact, Series], ...]:
    """The amounts of the total's period and unit that are the only row of their concept."""
    found: dict[str, tuple[Fact, Series]] = {}
    for fact in following:
        if _key(fact) != _key(total) or fact.concept == total.concept:
            continue
        alike = near(rows.get((fact.concept, _key(fact)), ()), fact.block)
        if len(alike) == 1 and same_unit(printed(total), alike[0].at[_key(fact)]):
            found.setdefault(fact.concept, (fact, alike[0]))
    return tuple(found.values())


def _added(whole: Whole) -> Iterator[Relation]:
    """The sum, with the growth of its rows, if most of them hold."""
    if _agreements(whole) >= AGREEMENTS:
        yield _sum(whole)
        yield from _growths(whole)


def _agreements(whole: Whole) -> int:
    """How many of the sum of the rows and their growth the amount and its growth bear out."""
    now = _now(whole)
    if not same_unit(printed(whole.total), *map(printed, now)):
        return 0
    grown = [g for f in whole.growth if (g := _growth(f, whole, now))]
    every = (_sum(whole), *grown)
    return sum(verdict(r, Rounding.NEAREST).status is Status.HOLDS for r in every)


def _now(whole: Whole) -> list[Fact]:
    return [row.at[_key(whole.total)].fact for _, row in whole.parts]


def _sum(whole: Whole) -> Relation:
    return Relation(
        Kind.SUM,
        whole.total,
        tuple(Term(fact, 1, Role.PART) for fact in _now(whole)),
        str(Kind.SUM),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )


def _growths(whole: Whole) -> Iterator[Relation]:
    """The growth that the amount itself shows over the rows' earlier figures."""
    for growth in whole.growth:
        relation = _growth(growth, whole, [whole.total])
        if relation is not None:
            yield relation


def _growth(growth: Fact, whole: Whole, later: Sequence[Fact]) -> Relation | None:
    """The growth of those figures over the rows' earlier ones."""
    against = growth.against
    if against is None or against.period is None:
        return None
    key = key_of(against.period, whole.total)
    earlier = [row.at[key].fact for _, row in whole.parts if key in row.at]
    if len(earlier) < len(whole.parts):
        return None
    return Relation(
        Kind.GROWTH,
        growth,
        (
            *(Term(f, 1, Role.LATER) for f in later),
            *(Term(f, 1, Role.EARLIER) for f in earlier),
        ),
        str(Kind.GROWTH),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )


def _tie(table: Fact, prose: Fact) -> Relation:
    return Relation(
        Kind.TIE,
        table,
        (Term(prose, 1, Role.SAME),),
        str(Kind.TIE),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )
