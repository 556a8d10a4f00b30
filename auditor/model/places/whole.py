"""A file as a whole, or a table in it of which nothing but its number is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from auditor.model.places import Field, Place


@dataclass(frozen=True, slots=True)
class WholeFile(Place):
    """No place in particular."""

    FIELDS: ClassVar[tuple[Field, ...]] = ()


KIND = WholeFile
