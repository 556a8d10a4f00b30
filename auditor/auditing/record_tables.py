"""Record tables: tables of a document that list records, as a data file does.

Their lines say "2025-Q1, Cloud, Revenue, 630": what adds up stands far apart, and what stands side
by side does not. They are audited by the rules that their own figures show, as such files are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.auditing.thresholds import FEWEST_LISTED
from auditor.datafiles import relations_in
from auditor.model.fact import Fact
from auditor.model.grid import Grid
from auditor.model.relation import Kind, Origin, Relation
from auditor.model.scene import Scene


class RecordTables(NamedTuple):
    """The relations of the tables that list records, and the numbers of these tables."""

    relations: tuple[Relation, ...]
    tables: frozenset[int]

    def is_within(self, relation: Relation) -> bool:
        """Whether a relation is of one of these tables and no other figure."""
        return all(fact.source.table in self.tables for fact in relation.facts)


def record_tables(scene: Scene) -> RecordTables:
    """What holds in the tables of a document that list records."""
    found = [(grid.table.number, [*_relations(grid, scene)]) for grid in scene.grids]
    return RecordTables(
        tuple(relation for _, relations in found for relation in relations),
        frozenset(number for number, relations in found if relations),
    )


def _relations(grid: Grid, scene: Scene) -> Iterator[Relation]:
    """The relations of a table of records; none of any other table."""
    header, *body = [[cell.text if cell else "" for cell in row] for row in grid.table.rows]
    if not _may_list_records(header, body, grid):
        return
    width = len(header)
    for one in relations_in(header, body):
        facts = [_placed(fact, width, grid, scene) for fact in one.facts]
        if None not in facts and not one.missing:
            yield _of_document(one, [fact for fact in facts if fact])


def _may_list_records(header: Sequence[str], body: Sequence[Sequence[str]], grid: Grid) -> bool:
    """Whether two columns hold names, the first ones' often, beside figures: a quick look."""
    if len(body) < FEWEST_LISTED or len({*header}) < len(header) or not all(header):
        return False
    figures = {col for row, col in grid.figures if row > 0}
    words = [[row[col] for row in body] for col in range(len(header)) if col not in figures]
    repeated = [column for column in words if len({*column}) <= len(column) / 2]
    return bool(repeated) and len(figures) < len(header)


def _placed(fact: Fact, width: int, grid: Grid, scene: Scene) -> Fact | None:
    """The document's own fact for one of the records."""
    row, col = divmod(fact.number - 1, width)
    return scene.at.get((grid.table.number, row + 1, col))


def _of_document(relation: Relation, facts: Sequence[Fact]) -> Relation:
    """The relation between the document's facts; a quotient is printed as its rule says."""
    target, *inputs = facts
    if relation.kind in (Kind.RATIO, Kind.GROWTH):
        said = relation.target.figure
        printed = replace(said, text=target.figure.text, start=target.figure.start)
        target = replace(target, figure=printed)
    terms = zip(relation.inputs, inputs, strict=True)
    return replace(
        relation,
        target=target,
        inputs=tuple(replace(term, fact=fact) for term, fact in terms),
        rule=str(relation.kind),
        origin=Origin.DISCOVERED,
    )
