"""Kinds of place: how a format says where a figure stands, one module each.

A kind is a frozen value that knows its own fields, how it is said, and what it has to do with
another. Its module names it by ``KIND``; modules whose names begin with an underscore hold none.
A new kind is a new module here, and the reader that makes its places: nothing lists them.
"""

from __future__ import annotations

import dataclasses
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from importlib import import_module
from typing import Any, ClassVar, NamedTuple, Protocol


class Form(Enum):
    """What a field holds."""

    COUNT = "a number, from 1"
    TEXT = "a text"
    BOX = "left, top, right and bottom in points"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a report says of a place, and how it is described.

    ``rank`` orders the keys of JSON and the columns of data frames, both a contract: a new field
    takes the next number. Kinds may share a field; each then says what it means there.
    ``meaning`` describes the key, ``column`` the data frame's column, "" where that has none.
    ``identifies`` is whether two figures that differ in nothing else are two figures.
    """

    name: str
    rank: int
    form: Form
    meaning: str
    column: str = ""
    identifies: bool = True


class Characters(NamedTuple):
    """Characters of a line of the file, or else of a paragraph; from 1, the end just past them."""

    line: int | None = None
    column: int | None = None
    end_column: int | None = None


NOT_COUNTED = Characters()


class Place(Protocol):
    """Where something stands in a file, as its format counts.

    Besides its fields a kind writes only what differs from here. ``table`` is the table that it
    stands in, in words, such as "table 3, row 5" or, in a list, "table 3 row 5 column 2"; "" for
    none.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]

    FIELDS: ClassVar[tuple[Field, ...]]
    AFTER_PATH: ClassVar[str] = " "
    """What sets the place apart from the name of the file."""

    @property
    def characters(self) -> Characters:
        """The characters that it is, where the format counts characters."""
        return NOT_COUNTED

    def printed_in(self, table: str) -> Place:  # noqa: ARG002  # most kinds have a place of their own
        """The place of a cell that is counted on in another table than it is printed in."""
        return self

    @property
    def part(self) -> str:
        """The part of the file that it stands in, as a heading: "Page 3"; "" for none."""
        return ""

    def sentence(self, table: str) -> str:
        """The place as a sentence says it, such as "on page 3"; "" where nothing tells."""
        return f"in {table}" if table else ""

    def listing(self, table: str) -> str:
        """The place in full, as a list shows it, such as "page 3 table 2 row 5 column 1"."""
        return table

    def short(self, table: str) -> str:
        """The place in short and as a person sees it, such as "p. 3"."""
        return table

    def narrowed(self, start: int, end: int) -> Place:  # noqa: ARG002  # not all count characters
        """The place of characters ``start`` to ``end`` (from 0) of the text at this place."""
        return self

    def joined(self, other: Place) -> Place:  # noqa: ARG002  # not all can be joined
        """From the beginning of this place to the end of another, where one place can be both."""
        return self

    def nearby(self) -> Place:
        """The place of a blank beside it, as far as one can tell."""
        return self

    def bare(self) -> Place:
        """The place without what tells no two figures apart."""
        without = {field.name: None for field in self.FIELDS if not field.identifies}
        return replace(self, **without) if without else self

    def holds(self, other: Place) -> bool:
        """Whether another place lies within this one."""
        return self == other


OF_EVERY_PLACE = (
    Field(
        "path", 0, Form.TEXT, "The file, as it was named on the command line or found in a folder."
    ),
    Field(
        "table", 4, Form.COUNT, "The document's tables, counted.", "the document's tables, from 1"
    ),
    Field(
        "row",
        5,
        Form.COUNT,
        "The table's own rows, header rows included; a CSV file's records.",
        "the table's rows, header rows included, from 1",
    ),
    Field(
        "col",
        6,
        Form.COUNT,
        "The table's own columns; a CSV file's fields.",
        "the table's columns, from 1",
    ),
    Field(
        "row_label",
        7,
        Form.TEXT,
        "What the row is called.",
        "what the row is called",
        identifies=False,
    ),
    Field(
        "column_label",
        8,
        Form.TEXT,
        "What the column is called.",
        "what the column is called",
        identifies=False,
    ),
)
"""What the source of any figure says, whatever the kind of its place."""


def kinds() -> Iterator[type[Place]]:
    """Every kind of place there is."""
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            kind: type[Place] = import_module(f"{__name__}.{module.name}").KIND
            yield kind


def fields() -> dict[str, tuple[Field, ...]]:
    """What reports say of places: each name with its field in every kind that has it, by rank."""
    every = (*OF_EVERY_PLACE, *(field for kind in kinds() for field in kind.FIELDS))
    found: dict[str, tuple[Field, ...]] = {}
    for field in sorted(every, key=lambda field: field.rank):
        others = found.get(field.name, ())
        found[field.name] = others if field in others else (*others, field)
    return found
