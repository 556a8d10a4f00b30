"""Mistakes in a rule file about several kinds of data files: names that nothing bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.model.dataset import OTHERS
from auditor.model.mistake import Mistake, likely, listed
from auditor.rulebook.files.dataset_mistakes import dataset_mistakes
from auditor.rulebook.files.dataset_shapes import COLUMN, EVERY, SHIFTS_ACROSS, WHEN
from auditor.rulebook.files.folder_shapes import (
    ACROSS,
    ACROSS_SIGNS,
    AGAIN,
    GROUPS,
    IN,
    PARTITIONED,
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

PLACED = f"expected a mapping with the key `{IN}` that names a group of files"


class _Group(NamedTuple):
    """What a group of files has: the types of its columns, the values of some, and its key."""

    types: Types
    values: Values
    key: tuple[str, ...]


_Groups = Mapping[str, _Group]


def folder_mistakes(root: Node, path: str) -> Iterator[Mistake]:
    """Every mistake that is not one of shape."""
    groups = {}
    for name, node in pairs(under(root, GROUPS)):
        if under(node, "columns") is not None:  # else that is what is told
            yield from dataset_mistakes(node, path)
        key = tuple(text_of(one) for one in operands(under(node, "key")))
        groups[name.text or ""] = _Group(types_of(node), values_of(node), key)
    across = operands(under(root, ACROSS)) if groups else ()
    rules = [one for one in across if isinstance(one, Entries)]
    complaints = [one for rule in rules for one in _rule_mistakes(rule, groups)]
    for place, message in (*complaints, *_id_mistakes(rules, groups)):
        yield Mistake(path, place.line, place.column, message)


def _id_mistakes(rules: list[Entries], groups: _Groups) -> Complaints:
    for rule in rules:
        identity = under(rule, "id")
        if identity is not None and text_of(identity) in groups:
            yield identity.place, f"`{text_of(identity)}` is the name of a group of files"
    for repeated, first in repeated_ids(rules):
        yield repeated.place, f"rule id `{repeated.text}` is already used at line {first.line}"


def _rule_mistakes(rule: Entries, groups: _Groups) -> Complaints:
    kind = kind_meant(keys_of(rule))
    if kind is None:
        yield rule.place, f"a rule needs one of the keys {listed(ACROSS_SIGNS)}"
        return
    target = under(rule, kind)
    others = [one for key in OPERAND_KEYS for one in operands(under(rule, key))]
    cells = [one for one in (target, *others) if one is not None]
    misplaced = [one for cell in cells for one in _group_mistakes(cell, groups)]
    yield from misplaced
    if misplaced or target is None or not all(group.types for group in groups.values()):
        return
    named = tuple(dict.fromkeys(text_of(under(cell, IN)) for cell in cells))
    partitioned = text_of(under(rule, PARTITIONED)) == "true"
    if len(named) == 1 and kind != AGAIN and not partitioned:
        where = f"write it under the `rules` of {named[0]}"
        yield rule.place, f"all its figures stand in one group of files: {where}"
    if partitioned and (len(named) > 1 or kind == AGAIN):
        yield rule.place, f"`{PARTITIONED}` is of rules whose figures all stand in one group"
    default = _only_column(target, groups)
    for cell in cells:
        yield from _cell_mistakes(cell, groups, default, is_target=cell is target)
    for cell in others:
        yield from _others_mistakes(cell, target)
    yield from _by_mistakes(rule, target, named, groups)


def _group_mistakes(cell: Node, groups: _Groups) -> Complaints:
    """A place that names no group of files, or one that there is not."""
    group = under(cell, IN)
    if not isinstance(cell, Entries) or group is None:
        yield cell.place, PLACED
    elif text_of(group) not in groups:
        meant = likely(text_of(group), groups)
        hint = f"; did you mean `{meant}`?" if meant else f": expected {listed(groups)}"
        yield group.place, f"no group `{text_of(group)}`{hint}"


def _only_column(cell: Node, groups: _Groups) -> str:
    """The column of figures that a target means, "" where it does not say which."""
    said = text_of(under(cell, COLUMN))
    columns = numeric(groups[text_of(under(cell, IN))].types)
    return said or (columns[0] if len(columns) == 1 else "")


def _cell_mistakes(cell: Node, groups: _Groups, default: str, *, is_target: bool) -> Complaints:
    group = groups[text_of(under(cell, IN))]
    columns = numeric(group.types)
    if under(cell, COLUMN) is None and len(columns) != 1 and default not in columns:
        several = f"there are {listed(columns)}" if columns else "no column is of the type figure"
        yield cell.place, f"`{COLUMN}`: which holds the figures must be said: {several}"
    for name, value in pairs(cell):
        if name.text == COLUMN:
            yield from unknown_column(value, group.types, columns)
        elif name.text in (WHEN, EVERY):
            yield from _narrowing_mistakes(name, value, group, is_target=is_target)
        elif name.text != IN:
            yield from unknown_column(name, group.types, identifying(group.types))
    yield from mistaken_values(cell, group.values)


def _narrowing_mistakes(name: Scalar, value: Node, group: _Group, *, is_target: bool) -> Complaints:
    if is_target:
        yield name.place, f"`{name.text}` is an operand's, not a target's"
    elif name.text == EVERY:
        for one in operands(value):
            yield from unknown_column(one, group.types, identifying(group.types))
    elif text_of(value) not in SHIFTS_ACROSS:
        yield value.place, f"`{WHEN}`: expected {listed(f'`{shift}`' for shift in SHIFTS_ACROSS)}"


def _others_mistakes(cell: Node, target: Node) -> Complaints:
    for name, value in pairs(cell):
        said = text_of(value) if isinstance(value, Scalar) else ""
        if said == OTHERS and under(target, name.text or "") is None:
            yield value.place, f"`{OTHERS}`: the target does not say which `{name.text}` it is"


def _by_mistakes(
    rule: Entries, target: Node, named: tuple[str, ...], groups: _Groups
) -> Complaints:
    """Columns in which the records of different groups agree, and that these do not have."""
    by = operands(under(rule, "by"))
    if not by:
        first, *others = (groups[name] for name in named)
        fixed = {name.text for name, _ in pairs(target)}
        shared = [
            name
            for name in first.key
            if name not in fixed and all(name in identifying(one.types) for one in others)
        ]
        if not shared:
            said = f"in which columns the records of {' and '.join(named)} agree must be said"
            yield rule.place, f"`by`: {said}, as the key tells of no common one"
    for one in by:
        yield from _shared_mistakes(one, named, groups)
    times = [one for one in by if _is_time(one, named[0], groups)]
    for when in (w for cell in operands(under(rule, "of")) if (w := under(cell, WHEN))):
        if by and not times:
            yield when.place, f"`{WHEN}`: no column in which they agree is a period or date"


def _is_time(one: Node, group: str, groups: _Groups) -> bool:
    name = text_of(under(one, group)) if isinstance(one, Entries) else text_of(one)
    return groups[group].types.get(name) in TIMES


def _shared_mistakes(one: Node, named: tuple[str, ...], groups: _Groups) -> Complaints:
    if not isinstance(one, Entries):
        for group in named:
            found = [*unknown_column(one, groups[group].types, identifying(groups[group].types))]
            spelt = f"{{{', '.join(f'{name}: ...' for name in named)}}}"
            for place, message in found:
                yield place, f"{message} (in {group}; where names differ, write {spelt})"
        return
    for name, column in pairs(one):
        said = name.text or ""
        if said not in groups:
            meant = likely(said, named)
            hint = f"; did you mean `{meant}`?" if meant else f": expected {listed(named)}"
            yield name.place, f"no group `{said}`{hint}"
        else:
            types = groups[said].types
            yield from unknown_column(column, types, identifying(types))
    for group in named:
        if group not in one:
            yield one.place, f"`by`: which column of {group} it is must be said"
