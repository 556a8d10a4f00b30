"""Validated rule files to packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.model.fact import Measure
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Example, Operand, Pack, Place, Reads, Rule, Section, Vocabulary, When
from auditor.rulebook.files.nodes import entries_at, example_line, many
from auditor.rulebook.files.schema import SIGNS
from auditor.rulebook.files.tree import Entries, Node

Data = Mapping[str, Any]
Synonyms = tuple[tuple[str, tuple[str, ...]], ...]


def pack(data: Data, root: Node, path: str) -> Pack:
    """The pack that validated data describe; the tree they come from says where rules stand."""
    return Pack(
        id=data["pack"],
        title=data["title"],
        path=path,
        applies=tuple(many(data.get("applies"))),
        rules=tuple(_rules(data, root, path)),
        sections=tuple(_section(section) for section in data.get("sections", ())),
        vocabulary=_vocabulary(data),
        unstated_comparison=data.get("compares-with", ""),
        instead_of=tuple(many(data.get("instead-of"))),
    )


def _rules(data: Data, root: Node, path: str) -> Iterator[Rule]:
    for number, rule in enumerate(data.get("rules", ())):
        yield _rule(rule, entries_at(root, "rules", number), data["pack"], path)


def _rule(data: Data, entries: Entries, pack_id: str, path: str) -> Rule:
    kind = next(kind for kind in SIGNS if kind in data)
    plus, *minus = SIGNS[kind]
    return Rule(
        id=f"{pack_id}.{data['id']}",
        kind=Kind(kind),
        title=data["title"],
        target=_operand(data[kind]),
        plus=tuple(_operand(item) for item in many(data[plus])),
        minus=tuple(_operand(item) for key in minus for item in many(data.get(key))),
        why=data.get("why", ""),
        severity=Severity(data.get("severity", Severity.ERROR)),
        examples=tuple(_examples(data, entries)),
        path=path,
        line=entries["id"].place.line,
    )


def _operand(data: str | Data) -> Operand:
    if isinstance(data, str):
        return Operand(data)
    if "concept" not in data:
        return Operand("", place=_place(data))
    return Operand(
        concept=data["concept"],
        measure=Measure(data.get("measure", Measure.AMOUNT)),
        when=When(data.get("when", When.SAME)),
        scenario=data.get("scenario"),
        scope=data.get("scope"),
        segment=data.get("segment"),
        within=data.get("in", ""),
        months=data.get("months"),
    )


def _place(data: Data) -> Place:
    return Place(
        table=data.get("table", ""),
        rows=tuple(many(data.get("row"))),
        columns=tuple(many(data.get("column"))),
        passage=data.get("passage", ""),
        figure=data.get("figure", 1),
        reads=Reads(data["as"]) if "as" in data else None,
    )


def _examples(data: Data, rule: Entries) -> Iterator[Example]:
    for number, example in enumerate(data.get("examples", ())):
        ((word, text),) = example.items()
        yield Example(text, expect=word.replace(" ", "_"), line=example_line(rule, number, word))


def _section(data: Data) -> Section:
    return Section(data["heading"], data["segment"], tuple(many(data["narrows"])))


def _vocabulary(data: Data) -> Vocabulary:
    return Vocabulary(
        concepts=_synonyms(data.get("concepts", {})),
        stocks=tuple(many(data.get("stocks"))),
        measures=_synonyms(data.get("measures", {})),
        scenarios=_synonyms(data.get("scenarios", {})),
        scopes=_synonyms(data.get("scopes", {})),
    )


def _synonyms(data: Data) -> Synonyms:
    return tuple((name, tuple(many(written))) for name, written in data.items())
