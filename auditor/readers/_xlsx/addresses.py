"""Addresses: cells and ranges by row and column, and by name such as B7."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.IGNORECASE)


class Place(NamedTuple):
    """A cell by its row and column, both from 1."""

    row: int
    column: int


class Span(NamedTuple):
    """A range of cells, both ends included."""

    first: Place
    last: Place


def place_of(reference: str) -> Place | None:
    """The cell that a reference such as "B7" names."""
    found = _REFERENCE.fullmatch(reference)
    return Place(int(found[2]), column_number(found[1])) if found else None


def span_of(reference: str) -> Span | None:
    """The range that a reference such as "B7:C9" names."""
    first, _, last = reference.partition(":")
    corners = place_of(first), place_of(last or first)
    return Span(corners[0], corners[1]) if corners[0] and corners[1] else None


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=2048)
def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def name_of(place: Place) -> str:
    """Such as "B7"."""
    return f"{column_letters(place.column)}{place.row}"
