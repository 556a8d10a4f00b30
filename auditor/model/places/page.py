"""A box on a page of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from auditor.model.places import Field, Form, Place

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's top left corner."""


@dataclass(frozen=True, slots=True)
class PagePlace(Place):
    """A page, from 1, or a box on it."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("page", 9, Form.COUNT, "PDF: page.", "PDF: page, from 1"),
        Field(
            "bbox",
            10,
            Form.BOX,
            "PDF: left, top, right and bottom, in points from the page's top left corner.",
        ),
    )

    page: int
    bbox: Box | None = None

    @property
    def part(self) -> str:
        return f"Page {self.page}"

    def sentence(self, table: str) -> str:  # noqa: ARG002  # a page is found sooner than a table
        return f"on page {self.page}"

    def listing(self, table: str) -> str:
        return f"page {self.page} {table}" if table else f"page {self.page}"

    def short(self, table: str) -> str:  # noqa: ARG002  # likewise
        return f"p. {self.page}"

    def joined(self, other: Place) -> PagePlace:
        if not isinstance(other, PagePlace) or other.page != self.page:
            return self
        if self.bbox is None or other.bbox is None:
            return self
        (a, b, c, d), (e, f, g, h) = self.bbox, other.bbox
        return PagePlace(self.page, (min(a, e), min(b, f), max(c, g), max(d, h)))

    def nearby(self) -> PagePlace:
        return PagePlace(self.page)


KIND = PagePlace
