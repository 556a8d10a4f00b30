"""Mistakes in a rule file about data files that no schema sees: names that nothing bears."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.model.dataset import OTHERS
from auditor.model.mistake import Mistake, listed
from auditor.rulebook.files.complete_mistakes import demand_mistakes
from auditor.rulebook.files.dataset_shapes import (
    COLUMN,
    EVERY,
    SHIFTS,
    SIGNS,
    WHEN,
    kind_meant,
)
from auditor.rulebook.files.named_columns import (
    TIMES,
    Complaints,
    Types,
    Values,
    identifying,
    mistaken_values,
    numeric,
    pairs,
    text_of,
    types_of,
    unknown_column,
    values_of,
)
from auditor.rulebook.files.nodes import keys_of, operands, repeated_ids, under
from auditor.rulebook.files.rule_shapes import OPERAND_KEYS
from auditor.rulebook.files.tree import Entries, Node, Scalar

RESERVED = ("key", "columns")
"""Findings on the key and on the columns are called so."""


def dataset_mistakes(root: Node, path: str) -> Iterator[Mistake]:
    """Every mistake that is not one of shape."""
    types = types_of(root)
    rules = [*_entries(under(root, "rules"))]
    complaints = [*_column_mistakes(root, types), *_key_mistakes(root, types)]
    values = values_of(root)
    for rule in rules:
        complaints += _rule_mistakes(rule, types, operands(under(root, "key")))
        complaints += _member_mistakes(rule, values)
    demands = [*_entries(under(root, "complete"))]
    complaints += [one for demand in demands for one in demand_mistakes(demand, types, values)]
    for place, message in (*complaints, *_id_mistakes([*rules, *demands])):
        yield Mistake(path, place.line, place.column, message)


def _column_mistakes(root: Node, types: Types) -> Complaints:
    for name, node in pairs(under(root, "columns")):
        if name.text in (COLUMN, WHEN):
            yield name.place, f"`{name.text}` has a meaning of its own; rename the column"
        pattern = under(node, "pattern")
        if pattern is not None and (reason := _why_no_pattern(text_of(pattern))):
            yield pattern.place, f"`pattern`: not a regular expression: {reason}"
        unit = under(node, "unit-in")
        if unit is not None:
            yield from unknown_column(unit, types, tuple(types))
        if under(node, "exact") and under(node, "decimals"):
            yield name.place, f"`{name.text}`: figures are either exact or good to some decimals"


def _why_no_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        return str(error)
    return ""


def _key_mistakes(root: Node, types: Types) -> Complaints:
    for name in operands(under(root, "key")):
        yield from unknown_column(name, types, identifying(types))


def _rule_mistakes(rule: Entries, types: Types, key: tuple[Node, ...]) -> Complaints:
    kind = kind_meant(keys_of(rule))
    if kind is None:
        yield rule.place, f"a rule needs one of the keys {listed(SIGNS)}"
        return
    target = under(rule, kind)
    found = [one for key in OPERAND_KEYS for one in operands(under(rule, key))]
    for name in operands(under(rule, "by")):
        yield from unknown_column(name, types, identifying(types))
    for one in ([] if target is None else [target]) + found:
        yield from _cells_mistakes(one, types)
    if target is not None:
        yield from _target_mistakes(target, types)
        for one in found:
            yield from _others_mistakes(one, target)
    by = operands(under(rule, "by")) or key
    if not by and any(isinstance(one, Entries) for one in found):
        yield rule.place, "a rule on several records needs `by`, or the file a `key`"
    for when in (when for one in found if by and (when := under(one, WHEN))):
        if not any(types.get(text_of(name)) in TIMES for name in by):
            yield when.place, "`when`: no column in which they agree is a period or date"
    if kind in ("sum", "average") and len(found) == 1 and isinstance(found[0], Scalar):
        yield found[0].place, "`of`: expected two columns or more"


def _cells_mistakes(cells: Node, types: Types) -> Complaints:
    """A column that is none of figures, a column to identify records by that is not there."""
    if isinstance(cells, Scalar):
        yield from unknown_column(cells, types, numeric(types))
    for name, value in pairs(cells):
        if name.text == COLUMN:
            yield from unknown_column(value, types, numeric(types))
        elif name.text == WHEN:
            if text_of(value) not in SHIFTS:
                yield value.place, f"`when`: expected {listed(f'`{s}`' for s in SHIFTS)}"
        elif name.text == EVERY:
            for one in operands(value):
                yield from unknown_column(one, types, identifying(types))
        else:
            yield from unknown_column(name, types, identifying(types))


def _member_mistakes(rule: Entries, values: Values) -> Complaints:
    """A value by which a rule tells records, and which the column does not allow."""
    kinds = (kind for kind in SIGNS if kind in rule)
    for key in (*kinds, *OPERAND_KEYS):
        for one in operands(under(rule, key)):
            yield from mistaken_values(one, values)


def _target_mistakes(target: Node, types: Types) -> Complaints:
    if not isinstance(target, Entries):
        return
    columns = numeric(types)
    if COLUMN not in target and len(columns) != 1:
        several = f"there are {listed(columns)}" if columns else "no column is of the type figure"
        yield target.place, f"`column`: which holds the figures must be said: {several}"
    for name, value in pairs(target):
        if name.text == WHEN:
            yield name.place, "`when` is an operand's; the target's own period is meant"
        elif name.text == EVERY:
            yield name.place, "`every` is an operand's; a target is one record"
        elif any(text_of(one) == OTHERS for one in operands(value)):
            yield value.place, f"`{OTHERS}` stands for what the target is not"


def _others_mistakes(operand: Node, target: Node) -> Complaints:
    for name, value in pairs(operand):
        said = text_of(value) if isinstance(value, Scalar) else ""
        if said == OTHERS and under(target, name.text or "") is None:
            yield value.place, f"`{OTHERS}`: the target does not say which `{name.text}` it is"


def _id_mistakes(rules: Sequence[Entries]) -> Complaints:
    for rule in rules:
        if _id(rule) in RESERVED:
            message = f"`{_id(rule)}` is what findings on the {_id(rule)} are called"
            yield rule["id"].place, message
    for identity, first in repeated_ids(rule for rule in rules if _id(rule) not in RESERVED):
        message = f"rule id `{identity.text}` is already used at line {first.line}"
        yield identity.place, message


def _id(rule: Entries) -> str:
    identity = under(rule, "id")
    return (identity.text or "") if isinstance(identity, Scalar) else ""


def _entries(node: Node | None) -> Iterator[Entries]:
    yield from (one for one in operands(node) if isinstance(one, Entries))
