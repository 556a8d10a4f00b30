"""Characters of a line or of a paragraph: the fields of the kinds that count them."""

from __future__ import annotations

from auditor.model.places import Field, Form

COLUMN = Field(
    "column",
    2,
    Form.COUNT,
    "First character, counted in characters, of the line or else of the paragraph.",
    "first character on the line, from 1",
)
END_COLUMN = Field("end_column", 3, Form.COUNT, "Just past the last character.")
