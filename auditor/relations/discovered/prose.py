"""Prose: amounts in sentences that tables print too, alone or as the sum of several rows.

Evidence. An amount with the concept, period, scenario and unit of a table row's figure repeats it
when the two agree; where they differ it convicts only if at least three others of the document
agree, and three for each that differs, and the heading over the sentence does not narrow its words
to a part. Under a heading, an amount in front of others that are rows of tables is their
sum when the figures add up, or when the growth printed with it is what the rows grew
by together; two such agreements convict the figure that fails the third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.facts.prose.japanese import is_japanese
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._prose_totals import (
    ProseTotal,
    RowsByName,
    added,
    column_of,
    growths,
    totals_by_another_name,
    totals_of,
)
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    adds_up,
    bits,
    near,
    printed,
    same_unit,
    series_in,
)
from auditor.relations.discovered._stated_amounts import of_another_span
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE, REPEAT_ENOUGH
from auditor.relations.discovered._worded import read_by_words

ORDER = 34


def discover(scene: Scene) -> Iterator[Relation]:
    """What the prose repeats of the tables, and what it adds up of them."""
    stated = [f for f in scene.facts if not f.in_table and f.concept and f.period]
    if not stated:
        return
    series = series_in(scene)
    renamed = totals_by_another_name(stated, series)
    for total in renamed:
        yield from (replace(relation, tells=False) for relation in growths(total))
    rows = _rows(series, renamed)
    yield from _repeats(stated, rows, _not_in_english(scene))
    for total in totals_of(stated, rows):
        yield from added(total)


def _not_in_english(scene: Scene) -> frozenset[int]:
    """The numbers of the facts that prose in another language states."""
    blocks = scene.document.blocks
    of_kana = {i for i, b in enumerate(blocks) if isinstance(b, Passage) and is_japanese(b.text)}
    foreign = {f.number for f in read_by_words(scene)}
    return frozenset(foreign.union(f.number for f in scene.facts if f.block in of_kana))


def _repeats(
    stated: Sequence[Fact], rows: RowsByName, by_words: Container[int]
) -> Iterator[Relation]:
    """The amounts that repeat a row, with those that differ where enough of them agree.

    English ones differ only where a grammar has filled every slot, and that is not asked here.
    """
    agree: list[Relation] = []
    differ: list[Relation] = []
    for fact in stated:
        if fact.measure is not Measure.AMOUNT:
            continue
        mine = printed(fact)
        found = [p for p in _in_tables(fact, rows) if same_unit(mine, p)]
        alike = [p for p in found if adds_up(p, [mine])]
        if alike and bits(mine, alike[:1]) >= REPEAT_ENOUGH:
            tells = fact.number in by_words and len(found) == 1 and not fact.segment
            agree.append(replace(tie(alike[0].fact, fact), tells=tells))
        elif (
            fact.number in by_words
            and len(found) == 1
            and not alike
            and not fact.segment
            and not _turns(mine, found[0])
            and not of_another_span(
                fact, near(rows.get((fact.concept, column_of(fact)), ()), fact.block)
            )
        ):
            differ.append(tie(found[0].fact, fact))
    enough = len(agree) + len(differ) > AGREE_PER_FAILURE * max(1, len(differ))
    yield from (replace(relation, tells=relation.tells and enough) for relation in agree)
    if len(agree) >= AGREE_PER_FAILURE * max(1, len(differ)):
        yield from differ


def _turns(mine: Printed, other: Printed) -> bool:
    """Whether a table prints the amount with the other sign, as costs are printed in brackets."""
    return adds_up(other._replace(value=-other.value), [mine])


def _in_tables(fact: Fact, rows: RowsByName) -> list[Printed]:
    """The figures of tables that state what the prose does."""
    key = column_of(fact)
    return [
        row.at[key]
        for row in near(rows.get((fact.concept, key), ()), fact.block)
        if row.per_cent == fact.figure.is_percent
    ]


def _rows(series: Iterable[Series], renamed: Iterable[ProseTotal]) -> RowsByName:
    """The rows by their own concepts, and by those that the prose calls them."""
    found: dict[tuple[str, ColumnKey], list[Series]] = defaultdict(list)
    named = [(row.concept, row) for row in series]
    for concept, row in (*named, *((t.amount.concept, t.parts[0][1]) for t in renamed)):
        for key in row.at:
            found[concept, key].append(row)
    return {place: sorted(rows, key=lambda r: r.block) for place, rows in found.items()}
