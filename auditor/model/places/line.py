"""A line of a file that people read by lines: text, records, a web page's own source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from auditor.model.places import Characters, Field, Form, Place
from auditor.model.places._span import COLUMN, END_COLUMN

FARTHEST = 1_000
"""The last column that a person finds by counting, or by scrolling in an editor.

By judgement: some web pages are a single line, and no editor helps in those.
"""
END_OF_LINE = 2**31
"""Farther than any column."""


@dataclass(frozen=True, slots=True)
class LinePlace(Place):
    """A line, or characters of it; ``element`` is the id of the element that they stand in."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "line",
            1,
            Form.COUNT,
            "Physical line of the file (text, CSV, HTML, XBRL).",
            "physical line of the file, from 1",
        ),
        COLUMN,
        END_COLUMN,
        Field(
            "element",
            13,
            Form.TEXT,
            "HTML, XBRL: id of the element",
            "HTML, XBRL: id of the element",
            identifies=False,
        ),
    )
    AFTER_PATH: ClassVar[str] = ":"

    line: int
    column: int | None = None
    end_column: int | None = None
    element: str | None = None

    @property
    def characters(self) -> Characters:
        return Characters(self.line, self.column, self.end_column)

    @property
    def is_near(self) -> bool:
        """Whether one finds it by its line."""
        return (self.column or 1) <= FARTHEST

    def sentence(self, table: str) -> str:
        if self.is_near:
            return f"at line {self.line}"
        return f"in {table}" if table else f"at line {self.line}, column {self.column}"

    def listing(self, table: str) -> str:
        """Where the column is too far along its line to be found, the table's row says it too."""
        at = f"{self.line}" if self.column is None else f"{self.line}:{self.column}"
        return at if self.is_near or not table else f"{at} {table}"

    def short(self, table: str) -> str:
        if table:
            return table
        return f"{self.line}" if self.is_near else f"{self.line}:{self.column}"

    def narrowed(self, start: int, end: int) -> LinePlace:
        if self.column is None:
            return self
        return LinePlace(self.line, self.column + start, self.column + end, self.element)

    def joined(self, other: Place) -> LinePlace:
        if not isinstance(other, LinePlace) or other.line != self.line:
            return self
        return LinePlace(self.line, self.column, other.end_column, self.element)

    def holds(self, other: Place) -> bool:
        if not isinstance(other, LinePlace):
            return False
        first, end = self.column or 1, self.end_column or END_OF_LINE
        return other.line == self.line and first <= (other.column or 1) < max(end, first + 1)


KIND = LinePlace
