"""A slide of a presentation: a kind of place that the program does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from auditor.model.places import Field, Form, Place


@dataclass(frozen=True, slots=True)
class SlidePlace(Place):
    """A slide, from 1."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("slide", 99, Form.COUNT, "PPTX: slide.", "PPTX: slide, from 1"),
    )

    slide: int

    def sentence(self, table: str) -> str:
        return f"on slide {self.slide}, in {table}" if table else f"on slide {self.slide}"

    def listing(self, table: str) -> str:
        return f"slide {self.slide} {table}".rstrip()

    def short(self, table: str) -> str:  # noqa: ARG002  # a slide is small
        return f"slide {self.slide}"


KIND = SlidePlace
