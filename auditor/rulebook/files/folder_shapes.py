"""What a rule file about several kinds of data files may say, and about how they are related."""

from __future__ import annotations

from functools import cache

from pydantic_core import core_schema as cs

from auditor.model.mistake import likely
from auditor.rulebook.files import rule_shapes, shapes
from auditor.rulebook.files.complete_shapes import DEMANDS
from auditor.rulebook.files.dataset_shapes import (
    QUOTED,
    REQUIRED_WORDS,
    SIGNS,
    group_shape,
    one_or_many_cells,
    values_by_column,
)
from auditor.rulebook.files.rule_shapes import OPERAND_KEYS, Signs
from auditor.rulebook.files.shapes import Shape, text

GROUPS, ACROSS = "groups", "across"
OWN_KEYS = (GROUPS, ACROSS)
OTHER_KEYS = ("rules", "applies", "concepts", "measures", "scenarios", "scopes", "sections")
"""Keys of rule files about documents, which a misspelt key may mean as well."""
IN = "in"
"""The key of an operand that says in which group of files it stands."""
AGAIN = "again"
"""The kind of rule that compares the files of one group: what is shown again must be the same."""
ACROSS_SIGNS: Signs = {**SIGNS, AGAIN: ()}
ONE_SIDED = "one-sided"
PARTITIONED = "partitioned"
RULE_KEYS = (*rule_shapes.RULE_KEYS, "by", "as", "required", ONE_SIDED, PARTITIONED)
OPERAND_WORDS = f"a mapping with the key `{IN}`, of a group of files, and what tells the records"
OPERANDS_WORDS = f"{OPERAND_WORDS}, or a list of these"
BY_WORDS = "a column of all groups, a mapping of groups to their columns, or a list of these"
PARTITIONED_WORDS = "whether the files of one group are parts of one data set: true or false"
ONE_SIDED_WORDS = "whether records need no counterpart in the other files: true or false"


def is_about_folders(data: object) -> bool:
    """Whether a rule file is meant to be about several kinds of files."""
    if not isinstance(data, dict) or "columns" in data:
        return False
    keys = [str(key) for key in data]
    return any(key in OWN_KEYS or likely(key, (*OTHER_KEYS, *OWN_KEYS)) in OWN_KEYS for key in keys)


@cache
def folder_shape(
    kinds: tuple[str, ...] = (*SIGNS, rule_shapes.NO_KIND),
    demands: tuple[str, ...] = (*DEMANDS, rule_shapes.NO_KIND),
    across: tuple[str, ...] = (*ACROSS_SIGNS, rule_shapes.NO_KIND),
) -> Shape:
    """A rule file with groups of files, and rules of these kinds within and across them."""
    groups = cs.dict_schema(
        shapes.short_name("group"),
        group_shape(kinds, demands),
        min_length=1,
        metadata=shapes.described("a mapping of names to what these files hold"),
    )
    required = {
        "pack": shapes.short_name("pack"),
        "title": shapes.one_line("the pack's title on one line"),
        GROUPS: groups,
    }
    words = "a mapping with the keys pack, title and groups"
    rules = shapes.some(_rule(across), "a list of rules between groups of files")
    return shapes.record(words, required, {ACROSS: rules})


def kind_meant(keys: tuple[str, ...]) -> str | None:
    """The kind that a rule's keys name, or seem to misspell."""
    return rule_shapes.kind_meant(keys, ACROSS_SIGNS, (*RULE_KEYS, *OPERAND_KEYS))


def _rule(kinds: tuple[str, ...]) -> Shape:
    words = rule_shapes.rule_words(ACROSS_SIGNS)
    return rule_shapes.tagged_rule(kinds, words, kind_meant, _rule_of_kind)


def _rule_of_kind(kind: str, words: str) -> Shape:
    more = {
        "by": _by(),
        "as": shapes.one_of(*QUOTED),
        "required": shapes.truth(REQUIRED_WORDS),
        ONE_SIDED: shapes.truth(ONE_SIDED_WORDS),
        PARTITIONED: shapes.truth(PARTITIONED_WORDS),
    }
    operands = {} if kind == rule_shapes.NO_KIND else _operands(kind)
    return rule_shapes.rule_shape(kind, words, operands, "", more, _example())


def _operands(kind: str) -> dict[str, Shape]:
    """The keys that hold the operands of a rule, its target's first."""
    operand = cells = values_by_column(OPERAND_WORDS)
    if kind in rule_shapes.SUMMED:
        operand = one_or_many_cells(cells, OPERAND_WORDS, OPERANDS_WORDS)
    return {kind: cells} | dict.fromkeys(ACROSS_SIGNS[kind], operand)


def _by() -> Shape:
    one = text("a column")
    mapping = cs.dict_schema(
        text("a group"),
        text("a column"),
        min_length=1,
        metadata=shapes.described("a mapping of groups to their columns"),
    )
    words = "a column, or a mapping of groups to their columns"
    item = shapes.alternatives({"name": one, "mapping": mapping}, _NAMED, words)
    many = cs.list_schema(item, min_length=1, metadata=shapes.described(BY_WORDS))
    choices = {"name": one, "mapping": mapping, "many": many}
    return shapes.alternatives(choices, {**_NAMED, list: "many"}, BY_WORDS)


_NAMED: dict[type, str] = {str: "name", dict: "mapping"}


def _example() -> Shape:
    words = "a mapping of groups to lines of their files"
    return cs.dict_schema(
        text("a group"),
        shapes.lines("lines of a data file"),
        min_length=1,
        metadata=shapes.described(words),
    )
