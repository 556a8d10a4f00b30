"""What a rule file about data files may say of which records there must be."""

from __future__ import annotations

from pydantic_core import core_schema as cs

from auditor.model.mistake import likely, listed
from auditor.rulebook.files import rule_shapes, shapes
from auditor.rulebook.files.shapes import Shape, text
from auditor.rulebook.files.thresholds import MOST_RECORDS

EACH, WITHOUT_GAPS, RECORDS = "each", "without-gaps", "records"
DEMANDS = (EACH, WITHOUT_GAPS, RECORDS)
"""What is asked of the records; an entry has one of these keys."""
AT_LEAST, AT_MOST = "at-least", "at-most"
OTHER_KEYS = (*rule_shapes.RULE_KEYS, "by", "where")


def complete_shape(demands: tuple[str, ...]) -> Shape:
    """The list under `complete`, its entries asking one of these."""
    words = f"a mapping with the keys id, title and one of {listed(DEMANDS)}"
    choices = {demand: _entry(demand, words) for demand in demands}
    entry = shapes.tagged_choice(choices, _tag, words)
    return shapes.some(entry, "a list of what must be there")


def demand_meant(keys: tuple[str, ...]) -> str | None:
    """What an entry's keys ask, or seem to misspell."""
    words = [key for key in keys if key not in OTHER_KEYS]
    written = (word for word in words if word in DEMANDS)
    guessed = (demand for word in words if (demand := likely(word, DEMANDS)))
    return next(written, None) or next(guessed, None)


def _tag(entry: object) -> str:
    meant = demand_meant(tuple(map(str, entry))) if isinstance(entry, dict) else None
    return meant or rule_shapes.NO_KIND


def _entry(demand: str, words: str) -> Shape:
    columns = shapes.one_or_many(text("a column"), "a column or a list of columns")
    demands = {
        EACH: columns,
        WITHOUT_GAPS: text("a column of periods or dates"),
        RECORDS: _number(),
    }
    needed = {} if demand == rule_shapes.NO_KIND else {demand: demands[demand]}
    if demand == EACH:
        needed["by"] = columns
    more = {"where": _where()} | ({} if demand == EACH else {"by": columns})
    return rule_shapes.rule_shape(demand, words, needed, "lines of a data file", more)


def _where() -> Shape:
    words = "a mapping of columns to the values that the records have"
    values = shapes.one_or_many(text("a value"), "a value or a list of values")
    return cs.dict_schema(text("a column"), values, min_length=1, metadata=shapes.described(words))


def _number() -> Shape:
    words = f"a number of records, or a mapping with the key {AT_LEAST}, {AT_MOST} or both"
    number = shapes.whole(f"a whole number from 1 to {MOST_RECORDS:,}", MOST_RECORDS)
    bounds = shapes.record(words, {}, {AT_LEAST: number, AT_MOST: number})
    choices = {"number": number, "bounds": bounds}
    return shapes.tagged_choice(choices, _how_said, words)


def _how_said(records: object) -> str:
    return "bounds" if isinstance(records, dict) else "number"
