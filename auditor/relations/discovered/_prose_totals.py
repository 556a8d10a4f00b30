"""Totals in prose: amounts that stand for several rows of tables, or for one of another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.relations.discovered._relations import discovered, sum_of
from auditor.relations.discovered._series import (
    ColumnKey,
    Series,
    key_of,
    near,
    printed,
    same_unit,
    words,
)
from auditor.relations.discovered._thresholds import PROSE_AGREEMENTS, PROSE_FOLLOWING

_COMMON = words("and of the in for total")

RowsByName = Mapping[tuple[str, ColumnKey], Sequence[Series]]
"""The rows that print a concept, or a word of it, in a column, in reading order."""


class ProseTotal(NamedTuple):
    """An amount with the growth printed with it, and the amounts that follow, each with its row."""

    amount: Fact
    growth: tuple[Fact, ...]
    parts: tuple[tuple[Fact, Series], ...]


def totals_by_another_name(stated: Sequence[Fact], series: Sequence[Series]) -> list[ProseTotal]:
    """The amounts that no row is named after, with the row that amount and growth both fit."""
    concepts = {row.concept for row in series}
    unnamed = [
        (total, growth)
        for total, growth, _ in _with_what_follows(stated)
        if growth and total.concept not in concepts
    ]
    if not unnamed:
        return []
    columns = _columns_by_word(series)
    found = []
    for total, growth in unnamed:
        alike = _alike(total, columns)
        totals = [ProseTotal(total, growth, ((total, row),)) for row in alike]
        fitting = [t for t in totals if _agreements(t) >= PROSE_AGREEMENTS]
        if len({t.parts[0][1].concept for t in fitting}) == 1:
            found.append(fitting[0])
    return found


def _columns_by_word(series: Iterable[Series]) -> RowsByName:
    """The rows that name themselves with a word and print a column."""
    found: dict[tuple[str, ColumnKey], list[Series]] = defaultdict(list)
    for row in series:
        for word in words(row.concept) - _COMMON:
            for key in row.at:
                found[word, key].append(row)
    return found


def _alike(total: Fact, columns: RowsByName) -> list[Series]:
    """The rows of the amount's column that share a word with its name, in reading order."""
    found = {
        (row.table, row.row, row.per_cent): row
        for word in words(total.concept) - _COMMON
        for row in near(columns.get((word, column_of(total)), ()), total.block)
    }
    return [found[place] for place in sorted(found)]


def totals_of(stated: Sequence[Fact], rows: RowsByName) -> Iterator[ProseTotal]:
    """The amounts under one heading that others after them could make up."""
    for total, growth, following in _with_what_follows(stated):
        parts = _known_parts(total, following, rows) if growth else ()
        if len(parts) > 1:
            yield ProseTotal(total, growth, parts)


def _with_what_follows(
    stated: Sequence[Fact],
) -> Iterator[tuple[Fact, tuple[Fact, ...], list[Fact]]]:
    """Each amount, the growth printed after it, and the later amounts under its heading."""
    sections: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in stated:
        sections[fact.headings[:-1]].append(fact)
    for facts in sections.values():
        amounts = [i for i, f in enumerate(facts) if f.measure is Measure.AMOUNT]
        for nth, (start, end) in enumerate(pairwise([*amounts, len(facts)]), start=1):
            total = facts[start]
            growth = tuple(f for f in facts[start + 1 : end] if _is_growth_of(f, total))
            yield total, growth, [facts[i] for i in amounts[nth : nth + PROSE_FOLLOWING]]


def _is_growth_of(fact: Fact, total: Fact) -> bool:
    same = fact.concept == total.concept and fact.period == total.period
    return same and fact.measure is Measure.GROWTH and fact.against is not None


def _known_parts(
    total: Fact, following: Sequence[Fact], rows: RowsByName
) -> tuple[tuple[Fact, Series], ...]:
    """The amounts of the total's period and unit that are the only row of their concept."""
    found: dict[str, tuple[Fact, Series]] = {}
    for fact in following:
        if column_of(fact) != column_of(total) or fact.concept == total.concept:
            continue
        alike = near(rows.get((fact.concept, column_of(fact)), ()), fact.block)
        if len(alike) == 1 and same_unit(printed(total), alike[0].at[column_of(fact)]):
            found.setdefault(fact.concept, (fact, alike[0]))
    return tuple(found.values())


def added(total: ProseTotal) -> Iterator[Relation]:
    """The sum, with the growth of its rows, if most of them hold."""
    agreements = _agreements(total)
    if agreements >= PROSE_AGREEMENTS:
        tells = agreements > PROSE_AGREEMENTS
        yield replace(_sum(total), tells=tells)
        yield from (replace(relation, tells=tells) for relation in growths(total))


def growths(total: ProseTotal) -> Iterator[Relation]:
    """The growth that the amount itself shows over the rows' earlier figures."""
    for growth in total.growth:
        relation = _growth_relation(growth, total, [total.amount])
        if relation is not None:
            yield relation


def _agreements(total: ProseTotal) -> int:
    """How many of the sum of the rows and their growth the amount and its growth bear out."""
    later = _later(total)
    if not same_unit(printed(total.amount), *map(printed, later)):
        return 0
    grown = [g for f in total.growth if (g := _growth_relation(f, total, later))]
    every = (_sum(total), *grown)
    return sum(verdict(r, Rounding.NEAREST).status is Status.HOLDS for r in every)


def _later(total: ProseTotal) -> list[Fact]:
    """What the rows print in the amount's own column."""
    return [row.at[column_of(total.amount)].fact for _, row in total.parts]


def _sum(total: ProseTotal) -> Relation:
    return sum_of(total.amount, _later(total))


def _growth_relation(growth: Fact, total: ProseTotal, later: Sequence[Fact]) -> Relation | None:
    """The growth of those figures over the rows' earlier ones."""
    against = growth.against
    if against is None or against.period is None:
        return None
    key = key_of(against.period, total.amount)
    earlier = [row.at[key].fact for _, row in total.parts if key in row.at]
    if len(earlier) < len(total.parts):
        return None
    after = (Term(f, 1, Role.LATER) for f in later)
    before = (Term(f, 1, Role.EARLIER) for f in earlier)
    return discovered(Kind.GROWTH, growth, (*after, *before))


def column_of(fact: Fact) -> ColumnKey:
    """The column that would print what a fact of prose states."""
    assert fact.period is not None
    return key_of(fact.period, fact)
