"""Nodes: what stands where in a parsed rule file, whatever its author left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from auditor.rulebook.files.tree import Entries, Items, Node, Place, Scalar


def under(node: Node | None, key: str) -> Node | None:
    """What stands under a key, None where it does not."""
    return node[key] if isinstance(node, Entries) and key in node else None


def operands(node: Node | None) -> tuple[Node, ...]:
    """What is written as one or as a list, as many; nothing as none."""
    if node is None:
        return ()
    return node.nodes if isinstance(node, Items) else (node,)


def entries_at(node: Node, key: str, number: int) -> Entries:
    """The mapping that stands at an index of the list under a key, as validation has shown."""
    items = node[key] if isinstance(node, Entries) else node
    found = items.nodes[number] if isinstance(items, Items) else items
    assert isinstance(found, Entries)
    return found


def many(written: object) -> list[Any]:
    """A validated value that is one or a list, as a list; nothing as an empty one."""
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


def keys_of(node: Node | None) -> tuple[str, ...]:
    """The keys of a mapping; none of anything else."""
    return tuple(key.text or "" for key, _ in node.pairs) if isinstance(node, Entries) else ()


def repeated_ids(rules: Iterable[Node]) -> Iterator[tuple[Scalar, Place]]:
    """The ids that an earlier rule has, each with where that stands."""
    first: dict[str, Place] = {}
    for rule in rules:
        identity = under(rule, "id")
        if not isinstance(identity, Scalar) or not identity.text:
            continue
        if identity.text in first:
            yield identity, first[identity.text]
        else:
            first[identity.text] = identity.place


def example_line(rule: Entries, number: int, word: str) -> int:
    """The line on which the text of a rule's example begins."""
    node = entries_at(rule, "examples", number)[word]
    return node.text_line if isinstance(node, Scalar) else node.place.line
