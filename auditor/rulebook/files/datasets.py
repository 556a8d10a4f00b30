"""Validated rule files about data files to data sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from auditor.model.dataset import (
    OTHERS,
    Cells,
    ColumnType,
    Completeness,
    DataExample,
    DataRule,
    DataSet,
    DeclaredColumn,
    Shift,
)
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Pack, Reads
from auditor.rulebook.files.complete_shapes import AT_LEAST, AT_MOST, EACH, RECORDS, WITHOUT_GAPS
from auditor.rulebook.files.dataset_shapes import COLUMN, EVERY, SIGNS, WHEN
from auditor.rulebook.files.nodes import entries_at, example_line, many
from auditor.rulebook.files.tree import Entries, Node

Data = Mapping[str, Any]


def data_pack(data: Data, root: Node, path: str) -> Pack:
    """The pack that validated data describe; the tree they come from says where rules stand."""
    point, na = data.get("decimal", "."), tuple(many(data.get("na")))
    declared = DataSet(
        columns=tuple(
            replace(_column(name, said), point=point, na=na)
            for name, said in data["columns"].items()
        ),
        files=tuple(many(data.get("files"))),
        key=tuple(many(data.get("key"))),
    )
    rules = tuple(
        _rule(rule, entries_at(root, "rules", number), data["pack"], path, declared)
        for number, rule in enumerate(data.get("rules", ()))
    )
    complete = tuple(
        _completeness(one, entries_at(root, "complete", number), data["pack"], path)
        for number, one in enumerate(data.get("complete", ()))
    )
    whole = replace(declared, rules=rules, complete=complete)
    return Pack(data["pack"], data["title"], path, data=whole)


def _column(name: str, said: str | Data) -> DeclaredColumn:
    if isinstance(said, str):
        return DeclaredColumn(name, ColumnType(said))
    return DeclaredColumn(
        name,
        ColumnType(said["type"]),
        required=said.get("required", True),
        nullable=said.get("nullable", False),
        values=tuple(many(said.get("values"))),
        pattern=said.get("pattern", ""),
        unit=said.get("unit", ""),
        unit_in=said.get("unit-in", ""),
        decimals=said.get("decimals"),
        exact=said.get("exact", False),
    )


def _rule(data: Data, entries: Entries, pack_id: str, path: str, declared: DataSet) -> DataRule:
    kind = next(kind for kind in SIGNS if kind in data)
    plus, *minus = SIGNS[kind]
    target = _target(data[kind], declared)
    return DataRule(
        id=f"{pack_id}.{data['id']}",
        kind=Kind(kind),
        title=data["title"],
        target=target,
        plus=tuple(_operands(data[plus], target)),
        minus=tuple(c for key in minus for c in _operands(data.get(key), target)),
        by=tuple(many(data.get("by"))) or declared.key,
        per_cent=None if "as" not in data else data["as"] == Reads.PER_CENT,
        why=data.get("why", ""),
        severity=Severity(data.get("severity", Severity.ERROR)),
        required=data.get("required", True),
        examples=tuple(_examples(data, entries)),
        path=path,
        line=entries["id"].place.line,
    )


def _completeness(data: Data, entries: Entries, pack_id: str, path: str) -> Completeness:
    said = data.get(RECORDS)
    exactly = said if isinstance(said, int) else None
    bounds = said if isinstance(said, dict) else {}
    return Completeness(
        id=f"{pack_id}.{data['id']}",
        title=data["title"],
        each=tuple(many(data.get(EACH))),
        by=tuple(many(data.get("by"))),
        without_gaps=data.get(WITHOUT_GAPS, ""),
        at_least=bounds.get(AT_LEAST, exactly),
        at_most=bounds.get(AT_MOST, exactly),
        where=tuple((name, tuple(many(value))) for name, value in data.get("where", {}).items()),
        why=data.get("why", ""),
        severity=Severity(data.get("severity", Severity.ERROR)),
        examples=tuple(_examples(data, entries)),
        path=path,
        line=entries["id"].place.line,
    )


def _target(said: str | Data, declared: DataSet) -> Cells:
    if isinstance(said, str):
        return Cells(said)
    (target,) = cells_of(said, declared.numeric[0].name, listed=False)
    return target


def _operands(said: object, target: Cells) -> Iterator[Cells]:
    """The operands: a list of values stands for as many, each of which must be there."""
    for one in many(said):
        yield from (Cells(one),) if isinstance(one, str) else cells_of(one, target.column)


def cells_of(said: Data, column: str, *, listed: bool = True) -> Iterator[Cells]:
    """The figures that a mapping means, of this column where it names none.

    A list of values stands for as many, each of which must be there; unless ``listed``, it is one
    that may have any of them.
    """
    column = said.get(COLUMN) or column
    names = [name for name in said if name not in (COLUMN, WHEN, EVERY)]
    if not listed:
        yield Cells(column, tuple((name, tuple(many(said[name]))) for name in names))
        return
    ways = [[() if v == OTHERS else (v,) for v in many(said[name])] for name in names]
    for values in product(*ways):
        where = tuple(zip(names, values, strict=True))
        every = tuple(many(said.get(EVERY)))
        yield Cells(column, where, Shift(said.get(WHEN, Shift.SAME)), every)


def _examples(data: Data, rule: Entries) -> Iterator[DataExample]:
    for number, example in enumerate(data.get("examples", ())):
        ((word, text),) = example.items()
        yield DataExample(
            text, expect=word.replace(" ", "_"), line=example_line(rule, number, word)
        )
