"""What a rule file may say.

Written as core schemas, not as model classes: importing the latter alone takes longer than
loading a rule file may, and one description serves validation, messages and editors.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from auditor.model.fact import Measure
from auditor.model.mistake import listed
from auditor.model.rule import ANY, SAME, Reads, When
from auditor.rulebook.files import rule_shapes, shapes
from auditor.rulebook.files.complete_shapes import DEMANDS
from auditor.rulebook.files.dataset_shapes import SIGNS as DATA_SIGNS
from auditor.rulebook.files.dataset_shapes import dataset_shape, is_about_data
from auditor.rulebook.files.folder_shapes import ACROSS_SIGNS, folder_shape, is_about_folders
from auditor.rulebook.files.rule_shapes import OPERAND_KEYS, Signs
from auditor.rulebook.files.shapes import Shape, text, words_for
from auditor.rulebook.files.thresholds import MOST_FIGURES, MOST_MONTHS

BASE = "base"
PLACE_KEYS = {"passage": {"passage", "figure"}, "cells": {"table", "row", "column"}}
"""The keys that say where figures stand, by the way they say it."""

SIGNS: Signs = {**DATA_SIGNS, "label": ("with",)}
RULE_KEYS = (*rule_shapes.RULE_KEYS, *OPERAND_KEYS)
DOCUMENTS, DATA, FOLDERS = "documents", "data files", "folders"  # what a rule file is about
DATA_KINDS = tuple(DATA_SIGNS)

TARGET = "Target"
OPERAND = "Operand"
TARGET_WORDS = "a concept, any, or a mapping with the key concept, row, column or passage"
OPERAND_WORDS = "a concept, same, base, or a mapping with the key concept, row, column or passage"
OPERANDS_WORDS = (
    "a concept, a mapping with the key concept, row, column or passage, or a list of these"
)
CONCEPTS_WORDS = "a concept or a list of concepts"


def validated(data: object) -> dict[str, Any]:
    """The data of a rule file with its numbers read; raises pydantic's ValidationError."""
    result: dict[str, Any] = _validator().validate_python(data)
    return result


def editor_schema() -> dict[str, Any]:
    """The JSON Schema of rule files, for completion in editors."""
    from pydantic.json_schema import GenerateJsonSchema

    schema = _with_definitions(
        file_shape(
            pack_shape(tuple(SIGNS)),
            dataset_shape(DATA_KINDS, DEMANDS),
            folder_shape(DATA_KINDS, DEMANDS, tuple(ACROSS_SIGNS)),
        )
    )
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **GenerateJsonSchema().generate(schema),
        "title": "Rule pack",
    }


def file_shape(
    pack: Shape | None = None, dataset: Shape | None = None, folder: Shape | None = None
) -> Shape:
    """A rule file, about documents, about data files of one kind or of several."""
    choices = {
        DOCUMENTS: pack or pack_shape(),
        DATA: dataset or dataset_shape(),
        FOLDERS: folder or folder_shape(),
    }
    words = words_for(choices[DOCUMENTS])
    return shapes.tagged_choice(choices, about, words)


def about(data: object) -> str:
    """What a rule file is meant to be about: documents, data files, or several kinds of these."""
    if is_about_folders(data):
        return FOLDERS
    return DATA if is_about_data(data) else DOCUMENTS


@cache
def pack_shape(kinds: tuple[str, ...] = (*SIGNS, rule_shapes.NO_KIND)) -> Shape:
    """A rule file with rules of these kinds."""
    required = {
        "pack": shapes.short_name("pack"),
        "title": shapes.one_line("the pack's title on one line"),
    }
    optional = {
        "applies": shapes.one_or_many(text("a pattern"), "a pattern or a list of patterns"),
        "instead-of": shapes.one_or_many(text("a pack"), "a pack or a list of packs"),
        "compares-with": shapes.one_of(When.YEAR_BEFORE, When.PRECEDING),
        "concepts": shapes.synonyms(_new_concept()),
        "stocks": shapes.one_or_many(text("a concept"), CONCEPTS_WORDS),
        "measures": _measures(),
        "scenarios": shapes.synonyms(text("a scenario")),
        "scopes": shapes.synonyms(text("a scope")),
        "sections": shapes.some(_section(), "a list of sections"),
        "rules": shapes.some(_rule(kinds), "a list of rules"),
    }
    return shapes.record("a mapping with the keys pack and title", required, optional)


def definition(ref: str) -> Shape:
    """The shape that a reference stands for."""
    return _target() if ref == TARGET else _operand()


def kind_meant(keys: Sequence[str]) -> str | None:
    """The kind that a rule's keys name, or seem to misspell."""
    return rule_shapes.kind_meant(keys, SIGNS, RULE_KEYS)


@cache
def _validator() -> SchemaValidator:
    return SchemaValidator(_with_definitions(file_shape()))


def _with_definitions(shape: Shape) -> Shape:
    return cs.definitions_schema(shape, [_target(), _operand()])


def _measures() -> Shape:
    fields = {str(measure): shapes.ways_of_writing() for measure in Measure}
    return shapes.record(f"a mapping with the keys {listed(Measure)}", {}, fields)


def _section() -> Shape:
    required = {
        "heading": text("a pattern for the heading"),
        "segment": text("the name of the segment"),
        "narrows": shapes.one_or_many(text("a concept"), CONCEPTS_WORDS),
    }
    return shapes.record("a mapping with the keys heading, segment and narrows", required, {})


def _rule(kinds: tuple[str, ...]) -> Shape:
    words = rule_shapes.rule_words(SIGNS)
    return rule_shapes.tagged_rule(kinds, words, kind_meant, _rule_of_kind)


def _rule_of_kind(kind: str, words: str) -> Shape:
    operands = {} if kind == rule_shapes.NO_KIND else _operands(kind)
    return rule_shapes.rule_shape(kind, words, operands, "lines of a document")


def _operands(kind: str) -> dict[str, Shape]:
    """The keys that hold the operands of a rule, its target's first."""
    if kind == "label":
        return {"label": shapes.one_of("heading"), "with": shapes.one_of("columns")}
    operand = shapes.named(OPERAND, OPERAND_WORDS)
    if kind in rule_shapes.SUMMED:
        operand = shapes.one_or_many(operand, OPERANDS_WORDS)
    return {kind: shapes.named(TARGET, TARGET_WORDS)} | dict.fromkeys(SIGNS[kind], operand)


@cache
def _target() -> Shape:
    reason = "stands for what the target says; the target itself is a concept or any"
    concept = shapes.text_except("a concept or any", (SAME, BASE), reason)
    return _with_qualifiers(TARGET, concept, TARGET_WORDS)


@cache
def _operand() -> Shape:
    reason = "stands for any target; here expected a concept, same or base"
    concept = shapes.text_except("a concept, same or base", (ANY,), reason)
    return _with_qualifiers(OPERAND, concept, OPERAND_WORDS)


def _with_qualifiers(ref: str, concept: Shape, words: str) -> Shape:
    """A concept, alone or with what narrows it."""
    qualifiers = {
        "measure": shapes.one_of(*Measure),
        "when": shapes.one_of(*When),
        "scenario": text("a scenario"),
        "scope": text("a scope"),
        "segment": text("a segment"),
        "in": text("a pattern for a heading"),
        "months": shapes.whole(f"a whole number from 1 to {MOST_MONTHS}", MOST_MONTHS),
    }
    choices = {
        "text": concept,
        "mapping": shapes.record(words, {"concept": concept}, qualifiers),
        "cells": _cells(words),
        "passage": _passage(words),
    }
    return shapes.tagged_choice(choices, _operand_tag, words, ref)


def _operand_tag(operand: object) -> str | None:
    """Which way of naming figures an operand goes: by what they mean, or by where they stand."""
    if isinstance(operand, str):
        return "text"
    if not isinstance(operand, dict):
        return None
    if "concept" in operand:
        return "mapping"
    return next((tag for tag, keys in PLACE_KEYS.items() if keys & set(operand)), "mapping")


def _cells(words: str) -> Shape:
    rows = shapes.one_or_many(text("the label of a row"), "the label of a row or a list of them")
    columns = shapes.one_or_many(
        text("the heading of a column"), "the heading of a column or a list of them"
    )
    fields = {
        "table": text("the heading of a table"),
        "row": rows,
        "column": columns,
        "as": shapes.one_of(*Reads),
    }
    return shapes.record(words, {}, fields)


def _passage(words: str) -> Shape:
    fields = {
        "figure": shapes.whole(f"a whole number from 1 to {MOST_FIGURES}", MOST_FIGURES),
        "as": shapes.one_of(*Reads),
    }
    return shapes.record(words, {"passage": text("the opening words of a passage")}, fields)


def _new_concept() -> Shape:
    reason = "has a meaning of its own; choose another name for the concept"
    return shapes.text_except("a concept", (ANY, SAME, BASE), reason)
