"""Misdirected formulas: one reference leads elsewhere than in the cells on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place
from auditor.readers._xlsx.thresholds import FEWEST_ALIKE
from auditor.readers._xlsx.workings import Tokens


class Misdirected(NamedTuple):
    """A cell, and the formula that the cells on both sides of it share."""

    place: Place
    usual: Tokens


def misdirected(
    lines: Iterable[Sequence[Place]], formulas: Mapping[Place, Tokens]
) -> Iterator[Misdirected]:
    """The cells of lines whose formula differs from that of both neighbours by one reference.

    Where more than one cell across the line differs from its neighbours, it is another kind of
    column or row, such as the year behind its quarters.
    """
    found = [(one, is_a_row(line)) for line in lines for one in _unlike(line, formulas)]
    across = Counter(_across(one.place, is_row=is_row) for one, is_row in found)
    for one, is_row in found:
        alone = across[_across(one.place, is_row=is_row)] == 1
        if alone and _leads_elsewhere(formulas[one.place], one.usual):
            yield one


def _unlike(line: Sequence[Place], formulas: Mapping[Place, Tokens]) -> Iterator[Misdirected]:
    """The cells between two of one formula that have another, which no other of the line has."""
    alike = Counter(formulas.get(place, ()) for place in line)
    for (before, place), after in zip(pairwise(line), line[2:], strict=False):
        usual, own = formulas.get(before, ()), formulas.get(place, ())
        differs = own and usual and own != usual and usual == formulas.get(after)
        if differs and alike[usual] >= FEWEST_ALIKE and alike[own] == 1:
            yield Misdirected(place, usual)


def is_a_row(line: Sequence[Place]) -> bool:
    """Whether a line of two cells or more is one of a row."""
    return line[0].row == line[1].row


def _across(place: Place, *, is_row: bool) -> tuple[bool, int]:
    """The column of a cell in a row, the row of one in a column."""
    return is_row, place.column if is_row else place.row


def _leads_elsewhere(own: Tokens, usual: Tokens) -> bool:
    """Whether two formulas are the same but for one reference within one sheet."""
    if len(own) != len(usual):
        return False
    apart = [(a, b) for a, b in zip(own, usual, strict=True) if a != b]
    if len(apart) != 1:
        return False
    one, other = apart[0][0].reference, apart[0][1].reference
    return one is not None and other is not None and one.sheet == other.sheet
