"""Columns as a rule file names them: their types and values, and names that nothing bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.model.dataset import OTHERS, ColumnType
from auditor.model.mistake import first_listed, likely, listed, nearest
from auditor.rulebook.files.nodes import operands, under
from auditor.rulebook.files.thresholds import MOST_VALUES_NAMED
from auditor.rulebook.files.tree import Entries, Node, Place, Scalar

FIGURES = (ColumnType.FIGURE, ColumnType.INTEGER)
TIMES = (ColumnType.PERIOD, ColumnType.DATE)

Complaints = Iterator[tuple[Place, str]]
Types = Mapping[str, str]
Values = Mapping[str, tuple[str, ...]]
"""By column, the values that it allows; a column that allows any is not in it."""


def types_of(root: Node) -> Types:
    """The columns with their types, as far as they are written."""
    found = {}
    for name, node in pairs(under(root, "columns")):
        said = under(node, "type") if isinstance(node, Entries) else node
        found[name.text or ""] = (text_of(said) if said else "") or ""
    return found


def values_of(root: Node) -> Values:
    """The values that columns allow, as far as they are written."""
    said = (
        (name.text or "", under(node, "values")) for name, node in pairs(under(root, "columns"))
    )
    return {name: tuple(map(text_of, operands(node))) for name, node in said if node is not None}


def unknown_column(name: Node, types: Types, possible: tuple[str, ...]) -> Complaints:
    """A mistake if a name is none of these columns."""
    text = text_of(name)
    if text in possible:
        return
    if text in types:
        wanted = "figure or integer" if possible == numeric(types) else "text, date or period"
        yield name.place, f"`{text}` is a column of {types[text]}s; here expected one of {wanted}"
        return
    meant = likely(text, possible)
    hint = f"; did you mean `{meant}`?" if meant else f": expected {_listed(possible)}"
    yield name.place, f"no column `{text}`{hint}"


def _listed(names: tuple[str, ...]) -> str:
    return listed(names) if names else "a column of another type"


def numeric(types: Types) -> tuple[str, ...]:
    return tuple(name for name, kind in types.items() if kind in FIGURES)


def identifying(types: Types) -> tuple[str, ...]:
    """The columns that can identify records."""
    return tuple(name for name, kind in types.items() if kind != ColumnType.FIGURE)


def mistaken_values(where: Node, values: Values) -> Complaints:
    for name, node in pairs(where):
        allowed = values.get(name.text or "", ())
        for value in operands(node) if allowed else ():
            said = text_of(value)
            if said and said != OTHERS and said not in allowed:
                meant = nearest(said, allowed)
                known = first_listed(allowed, MOST_VALUES_NAMED)
                hint = f"; did you mean `{meant}`?" if meant else f": {known}"
                yield value.place, f"`{said}` is none of the values of {name.text}{hint}"


def pairs(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.pairs if isinstance(node, Entries) else ()


def text_of(node: Node | None) -> str:
    """The text as the schema reads it; "" for a list or a mapping."""
    return (node.text or "").strip() if isinstance(node, Scalar) else ""
