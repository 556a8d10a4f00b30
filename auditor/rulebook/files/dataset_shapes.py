"""What a rule file about data files may say."""

from __future__ import annotations

from functools import cache

from pydantic_core import core_schema as cs

from auditor.model.dataset import RUNNING, ColumnType, Shift
from auditor.model.mistake import likely, listed
from auditor.model.rule import Reads
from auditor.rulebook.files import rule_shapes, shapes
from auditor.rulebook.files.complete_shapes import DEMANDS, complete_shape
from auditor.rulebook.files.rule_shapes import OPERAND_KEYS, Signs
from auditor.rulebook.files.shapes import Shape, text
from auditor.rulebook.files.thresholds import MOST_DECIMALS

SIGNS: Signs = {
    "sum": ("of", "less"),
    "difference": ("of", "less"),
    "points": ("of", "less"),
    "growth": ("of", "over"),
    "ratio": ("of", "to"),
    "average": ("of",),
    "tie": ("with",),
}
RULE_KEYS = (*rule_shapes.RULE_KEYS, "by", "as", "required")
COLUMN, WHEN, EVERY = "column", "when", "every"
"""Keys of an operand that name no column of the file."""
QUOTED = (Reads.PER_CENT, Reads.NUMBER)

POINTS = (".", ",")
"""What may open decimals in a file; the other groups digits."""

OWN_KEYS = ("columns", "files", "key", "decimal", "na", "complete")
"""The keys that only a rule file about data files has."""

REQUIRED_WORDS = "whether a file must have what the rule checks: true or false"
CELLS_WORDS = "the name of a column, or a mapping of columns to the values that tell the records"
CELLS_LIST_WORDS = f"{CELLS_WORDS}, or a list of these"


def is_about_data(data: object) -> bool:
    """Whether a rule file is meant to be about data files."""
    if not isinstance(data, dict):
        return False
    return any(key in OWN_KEYS or likely(str(key), ("columns",)) for key in data)


@cache
def dataset_shape(
    kinds: tuple[str, ...] = (*SIGNS, rule_shapes.NO_KIND),
    demands: tuple[str, ...] = (*DEMANDS, rule_shapes.NO_KIND),
) -> Shape:
    """A rule file about data files, with rules of these kinds and demands on completeness."""
    required = {
        "pack": shapes.short_name("pack"),
        "title": shapes.one_line("the pack's title on one line"),
        "columns": _columns(),
    }
    words = "a mapping with the keys pack, title and columns"
    return shapes.record(words, required, _said_of_files(kinds, demands))


def group_shape(kinds: tuple[str, ...], demands: tuple[str, ...]) -> Shape:
    """One of the kinds of files that a rule file is about."""
    title = shapes.one_line("what these files are on one line")
    optional = {"title": title, **_said_of_files(kinds, demands)}
    return shapes.record("a mapping with the key columns", {"columns": _columns()}, optional)


def _said_of_files(kinds: tuple[str, ...], demands: tuple[str, ...]) -> dict[str, Shape]:
    """What may be said of files besides their columns."""
    return {
        "files": shapes.one_or_many(text("a pattern"), "a pattern for file names or a list"),
        "key": names_shape(),
        "decimal": shapes.one_of(*POINTS),
        "na": shapes.one_or_many(text("what a blank cell says"), "what blank cells say, or a list"),
        "rules": shapes.some(_rule(kinds), "a list of rules"),
        "complete": complete_shape(demands),
    }


def kind_meant(keys: tuple[str, ...]) -> str | None:
    """The kind that a rule's keys name, or seem to misspell."""
    return rule_shapes.kind_meant(keys, SIGNS, (*RULE_KEYS, *OPERAND_KEYS))


def names_shape() -> Shape:
    return shapes.one_or_many(text("a column"), "a column or a list of columns")


def _columns() -> Shape:
    words = "a mapping of column names to types"
    return cs.dict_schema(
        text("a column"), _column(), min_length=1, metadata=shapes.described(words)
    )


def _column() -> Shape:
    words = f"{listed(ColumnType)}, or a mapping with the key type"
    kind = shapes.one_of(*ColumnType)
    optional = {
        "required": shapes.truth("whether the column must be there: true or false"),
        "nullable": shapes.truth("whether cells may be blank: true or false"),
        "values": shapes.one_or_many(text("a value"), "a value or a list of values"),
        "pattern": text("a regular expression"),
        "unit": text("a unit"),
        "unit-in": text("the column that holds the unit"),
        "decimals": shapes.between(-MOST_DECIMALS, MOST_DECIMALS),
        "exact": shapes.truth("whether figures are not rounded: true or false"),
    }
    mapping = shapes.record(words, {"type": kind}, optional)
    kinds: dict[type, str] = {str: "type", dict: "mapping"}
    return shapes.alternatives({"type": kind, "mapping": mapping}, kinds, words)


def _rule(kinds: tuple[str, ...]) -> Shape:
    words = rule_shapes.rule_words(SIGNS)
    return rule_shapes.tagged_rule(kinds, words, kind_meant, _rule_of_kind)


def _rule_of_kind(kind: str, words: str) -> Shape:
    more = {
        "by": names_shape(),
        "as": shapes.one_of(*QUOTED),
        "required": shapes.truth(REQUIRED_WORDS),
    }
    operands = {} if kind == rule_shapes.NO_KIND else _operands(kind)
    return rule_shapes.rule_shape(kind, words, operands, "lines of a data file", more)


def _operands(kind: str) -> dict[str, Shape]:
    """The keys that hold the operands of a rule, its target's first."""
    operand = cells = _cells()
    if kind in rule_shapes.SUMMED:
        operand = one_or_many_cells(cells, CELLS_WORDS, CELLS_LIST_WORDS)
    return {kind: cells} | dict.fromkeys(SIGNS[kind], operand)


def one_or_many_cells(cells: Shape, words: str, list_words: str) -> Shape:
    """What stands in one place of a rule, or a list of these."""
    many = cs.list_schema(cells, min_length=1, metadata=shapes.described(list_words))
    return shapes.tagged_choice({"one": cells, "many": many}, _how_many, words)


def _how_many(operand: object) -> str:
    return "many" if isinstance(operand, list) else "one"


def values_by_column(words: str) -> Shape:
    """The values that tell records, by column; EVERY and others say more."""
    values = shapes.one_or_many(text("a value"), "a value, others, or a list of values")
    return cs.dict_schema(text("a column"), values, min_length=1, metadata=shapes.described(words))


def _cells() -> Shape:
    """A column's name, or the values that tell the records."""
    mapping = values_by_column(CELLS_WORDS)
    kinds: dict[type, str] = {str: "text", dict: "mapping"}
    return shapes.alternatives({"text": text("a column"), "mapping": mapping}, kinds, CELLS_WORDS)


SHIFTS = tuple(shift for shift in Shift if shift is not Shift.SAME)
"""What `when` may say."""
SHIFTS_ACROSS = tuple(shift for shift in SHIFTS if shift not in RUNNING)
"""The same between files."""
