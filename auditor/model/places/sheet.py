"""A cell of a workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from auditor.model.places import Field, Form, Place

_NEEDS_QUOTES = re.compile(r"[\s'!]")


@dataclass(frozen=True, slots=True)
class SheetPlace(Place):
    """A sheet by its name, or a cell of it in A1 style."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("sheet", 11, Form.TEXT, "XLSX: sheet name.", "XLSX: sheet name"),
        Field("cell", 12, Form.TEXT, "XLSX: A1 style.", "XLSX: A1 style"),
    )

    sheet: str
    cell: str | None = None

    @property
    def part(self) -> str:
        return f"Sheet {self.sheet}" if self.sheet else ""

    def sentence(self, table: str) -> str:  # noqa: ARG002  # its address says all
        return f"in {self._address}"

    def listing(self, table: str) -> str:  # noqa: ARG002  # likewise
        return self._address

    def short(self, table: str) -> str:  # noqa: ARG002  # likewise
        return self._address

    @property
    def _address(self) -> str:
        """Such as "Segments!B7"; a name with blanks in quotes."""
        sheet = self.sheet
        if _NEEDS_QUOTES.search(sheet):
            sheet = "'{}'".format(sheet.replace("'", "''"))
        return "!".join(part for part in (sheet, self.cell) if part)


KIND = SheetPlace
