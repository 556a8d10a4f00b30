"""What a rule file about data files may say."""

from __future__ import annotations

from functools import cache

from pydantic_core import core_schema as cs

from auditor.model.dataset import ColumnType, Shift
from auditor.model.mistake import likely, listed
from auditor.model.relation import Severity
from auditor.model.rule import Reads
from auditor.rulebook.files import shapes
from auditor.rulebook.files.shapes import Shape, text

SIGNS: dict[str, tuple[str, ...]] = {
    "sum": ("of", "less"),
    "difference": ("of", "less"),
    "points": ("of", "less"),
    "growth": ("of", "over"),
    "ratio": ("of", "to"),
    "average": ("of",),
    "tie": ("with",),
}
"""By kind, which is also the key of the target: the key of the plus and of the minus operands."""
SUMMED = ("sum", "growth", "ratio", "average")  # kinds whose operands may be lists
EXPECTATIONS = ("holds", "violated", "not checkable")
RULE_KEYS = ("id", "title", "why", "severity", "examples", "by", "as")
OPERAND_KEYS = ("of", "less", "over", "to", "with")
COLUMN, WHEN = "column", "when"
"""Keys of an operand that name no column of the file."""
QUOTED = (Reads.PER_CENT, Reads.NUMBER)
NO_KIND = "no kind"
MOST_DECIMALS = 12

OWN_KEYS = ("columns", "files", "key")
"""The keys that only a rule file about data files has."""

CELLS_WORDS = "the name of a column, or a mapping of columns to the values that tell the records"
CELLS_LIST_WORDS = f"{CELLS_WORDS}, or a list of these"


def is_about_data(data: object) -> bool:
    """Whether a rule file is meant to be about data files."""
    if not isinstance(data, dict):
        return False
    return any(key in OWN_KEYS or likely(str(key), ("columns",)) for key in data)


@cache
def dataset_shape(kinds: tuple[str, ...] = (*SIGNS, NO_KIND)) -> Shape:
    """A rule file about data files, with rules of these kinds."""
    required = {
        "pack": shapes.short_name("pack"),
        "title": shapes.one_line("the pack's title on one line"),
        "columns": _columns(),
    }
    optional = {
        "files": shapes.one_or_many(text("a pattern"), "a pattern for file names or a list"),
        "key": _names(),
        "rules": shapes.some(_rule(kinds), "a list of rules"),
    }
    return shapes.record("a mapping with the keys pack, title and columns", required, optional)


def kind_meant(keys: tuple[str, ...]) -> str | None:
    """The kind that a rule's keys name, or seem to misspell."""
    words = [key for key in keys if key not in (*RULE_KEYS, *OPERAND_KEYS)]
    written = (word for word in words if word in SIGNS)
    guessed = (kind for word in words if (kind := likely(word, SIGNS)))
    return next(written, None) or next(guessed, None)


def _names() -> Shape:
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
    words = f"a mapping with the keys id, title and one of {listed(SIGNS)}"
    choices = {kind: _rule_of_kind(kind, words) for kind in kinds}
    return shapes.told_apart(choices, _rule_tag, words)


def _rule_tag(rule: object) -> str:
    meant = kind_meant(tuple(map(str, rule))) if isinstance(rule, dict) else None
    return meant or NO_KIND


def _rule_of_kind(kind: str, words: str) -> Shape:
    required = {
        "id": shapes.short_name("rule"),
        "title": shapes.one_line("what the rule says on one line"),
    }
    optional = {
        "why": text("the reason for the rule"),
        "severity": shapes.one_of(*Severity),
        "by": _names(),
        "as": shapes.one_of(*QUOTED),
        "examples": shapes.some(_example(), "a list of examples"),
    }
    if kind == NO_KIND:  # its other keys cannot be judged
        return shapes.record(words, required, optional, extra="ignore")
    operand = cells = _cells()
    if kind in SUMMED:
        operand = shapes.told_apart({"one": cells, "many": _many(cells)}, _how_many, CELLS_WORDS)
    operands = {kind: cells} | dict.fromkeys(SIGNS[kind], operand)
    spare = {"less": operands.pop("less")} if kind == "sum" else {}
    return shapes.record(words, required | operands, optional | spare)


def _many(cells: Shape) -> Shape:
    return cs.list_schema(cells, min_length=1, metadata=shapes.described(CELLS_LIST_WORDS))


def _how_many(operand: object) -> str:
    return "many" if isinstance(operand, list) else "one"


def _cells() -> Shape:
    """A column's name, or the values that tell the records; `column` and `when` say more."""
    values = shapes.one_or_many(text("a value"), "a value, others, or a list of values")
    mapping = cs.dict_schema(
        text("a column"), values, min_length=1, metadata=shapes.described(CELLS_WORDS)
    )
    kinds: dict[type, str] = {str: "text", dict: "mapping"}
    return shapes.alternatives({"text": text("a column"), "mapping": mapping}, kinds, CELLS_WORDS)


def _example() -> Shape:
    words = f"exactly one of the keys {listed(EXPECTATIONS)}"
    return shapes.one_key_record(
        words, dict.fromkeys(EXPECTATIONS, shapes.lines("lines of a data file"))
    )


SHIFTS = tuple(shift for shift in Shift if shift is not Shift.SAME)
"""What `when` may say."""
