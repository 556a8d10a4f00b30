"""Record tables: tables of a document that list records, as a data file does.

Their lines say "2025-Q1, Cloud, Revenue, 630": what adds up stands far apart, and what stands side
by side does not. They are audited by the rules that their own figures show, as such files are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.auditing.thresholds import FEWEST_LISTED, FILLED
from auditor.checks.verdict import verdict
from auditor.datafiles import relations_in
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.grid import Grid
from auditor.model.relation import Kind, Origin, Relation
from auditor.model.scene import Scene
from auditor.model.verdict import Status


def with_records(found: Sequence[Relation], scene: Scene) -> tuple[Relation, ...]:
    """What was found in a document, where its tables list records by what these obey.

    A table may be read in either way: the one that bears out more of its figures is meant.
    """
    within: dict[int | None, list[Relation]] = defaultdict(list)
    for one in found:
        within[_only_table(one)].append(one)
    listing = {grid.table.number: [*_relations(grid, scene)] for grid in scene.grids}
    meant = {
        table: records
        for table, records in listing.items()
        if records and _borne_out(records) >= _borne_out(within[table])
    }
    records = (one for of_table in meant.values() for one in of_table)
    return (*records, *(one for one in found if _only_table(one) not in meant))


def _only_table(relation: Relation) -> int | None:
    """The table that all figures of a relation stand in; None where they stand apart."""
    tables = {fact.source.table for fact in relation.facts}
    return tables.pop() if len(tables) == 1 else None


def _borne_out(relations: Iterable[Relation]) -> int:
    """How many figures stand in a relation that holds."""
    holding = (one for one in relations if verdict(one, Rounding.NEAREST).status is Status.HOLDS)
    return len({fact.number for one in holding for fact in one.facts})


def _relations(grid: Grid, scene: Scene) -> Iterator[Relation]:
    """The relations of a table of records; none of any other table."""
    if len(grid.table.rows) <= FEWEST_LISTED:
        return
    (header,) = _texts(grid, slice(1))
    if len({*header}) < len(header) or not all(header):
        return
    body = _texts(grid, slice(1, None))
    if not _may_list_records(header, body, grid):
        return
    width = len(header)
    for one in relations_in(header, body):
        facts = [_placed(fact, width, grid, scene) for fact in one.facts]
        if None not in facts and not one.missing:
            yield _of_document(one, [fact for fact in facts if fact])


def _texts(grid: Grid, rows: slice) -> list[list[str]]:
    """The texts of some rows' cells, row by row, all as long as the widest of the table."""
    width = grid.table.width
    texts = [[cell.text if cell else "" for cell in row] for row in grid.table.rows[rows]]
    return [row + [""] * (width - len(row)) for row in texts]


def _may_list_records(header: Sequence[str], body: Sequence[Sequence[str]], grid: Grid) -> bool:
    """Whether names that come again stand beside a column full of figures: a quick look."""
    figures = Counter(col for row, col in grid.figures if row > 0)
    full = [col for col, number in figures.items() if number > len(body) * FILLED]
    words = [[row[col] for row in body] for col in range(len(header)) if col not in figures]
    named = [column for column in words if all(column) and len({*column}) <= len(column) / 2]
    return bool(full and named)


def _placed(fact: Fact, width: int, grid: Grid, scene: Scene) -> Fact | None:
    """The document's own fact for one of the records."""
    row, col = divmod(fact.number - 1, width)
    return scene.at.get((grid.table.number, row + 1, col))


def _of_document(relation: Relation, facts: Sequence[Fact]) -> Relation:
    """The relation between the document's facts; a quotient is printed as its rule says."""
    target, *inputs = facts
    if relation.kind in (Kind.RATIO, Kind.GROWTH):
        own = target.figure  # a second look may suppose that it says something else
        said = relation.target.figure._replace(
            text=own.text,
            start=own.start,
            digits=own.digits,
            exponent=own.exponent,
        )
        target = target._replace(figure=said)
    terms = zip(relation.inputs, inputs, strict=True)
    return replace(
        relation,
        target=target,
        inputs=tuple(replace(term, fact=fact) for term, fact in terms),
        rule=str(relation.kind),
        origin=Origin.DISCOVERED,
    )
