"""A paragraph of a word processor's document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from auditor.model.places import Characters, Field, Form, Place
from auditor.model.places._span import COLUMN, END_COLUMN


@dataclass(frozen=True, slots=True)
class ParagraphPlace(Place):
    """A paragraph, or characters of it; None where it stands in a table, which counts its own.

    ``element`` is the note, text box or the like that counts its own paragraphs, such as
    "footnote 3"; None for the body. ``row`` is where a cell is printed, such as "table 2, row 5",
    if its table goes on from another, which counts its rows.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        COLUMN,
        END_COLUMN,
        Field(
            "element",
            13,
            Form.TEXT,
            "DOCX: the note, text box or the like, such as footnote 3.",
            "DOCX: a note or text box",
            identifies=False,
        ),
        Field(
            "paragraph",
            14,
            Form.COUNT,
            "DOCX: the paragraphs of the body, or of the element, counted.",
            "DOCX: paragraph, from 1",
        ),
    )

    paragraph: int | None = None
    column: int | None = None
    end_column: int | None = None
    element: str | None = None
    row: str | None = None

    @property
    def characters(self) -> Characters:
        return Characters(None, self.column, self.end_column)

    def printed_in(self, table: str) -> ParagraphPlace:
        return self if self.paragraph else replace(self, element=table, row=table)

    def sentence(self, table: str) -> str:
        said = self._table(table) or self._said("paragraph ", ", ")
        return f"in {said}" if said else ""

    def listing(self, table: str) -> str:
        return self._table(table) or self._said("paragraph ", " ")

    def short(self, table: str) -> str:
        return self._table(table) or self._said("¶ ", ", ")

    def _table(self, counted: str) -> str:
        """The table that is printed; it may be the rest of the one that is counted."""
        return self.row if self.row and counted else counted

    def _said(self, counted: str, between: str) -> str:
        number = None if self.paragraph is None else f"{counted}{self.paragraph}"
        return between.join(filter(None, (self.element, number)))

    def narrowed(self, start: int, end: int) -> ParagraphPlace:
        if self.column is None:
            return self
        return ParagraphPlace(self.paragraph, self.column + start, self.column + end, self.element)

    def holds(self, other: Place) -> bool:
        return isinstance(other, ParagraphPlace) and (self.paragraph, self.element) == (
            other.paragraph,
            other.element,
        )


KIND = ParagraphPlace
