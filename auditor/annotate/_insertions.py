"""Insertions: texts set into lines at given places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Insertion(NamedTuple):
    """``text`` before the character at ``column`` of a line, both from 1."""

    line: int
    column: int
    text: str


def inserted(lines: Sequence[str], insertions: Iterable[Insertion]) -> list[str]:
    """The lines with every insertion made; those at one place stand in the order given."""
    by_line: dict[int, list[Insertion]] = defaultdict(list)
    for one in insertions:
        by_line[one.line].append(one)
    return [_line(line, by_line.get(number, [])) for number, line in enumerate(lines, start=1)]


def _line(line: str, insertions: list[Insertion]) -> str:
    pieces, at = [], 0
    for one in sorted(insertions, key=lambda one: one.column):
        place = min(one.column - 1, len(line))
        pieces += [line[at:place], one.text]
        at = place
    return "".join([*pieces, line[at:]])
