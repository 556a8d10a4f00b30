"""Packs as JSON and back: what is read is built field by field, each of the type it must have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from auditor.formats.typed_json import plain, reading

if TYPE_CHECKING:
    from auditor.model.rule import Pack


class NotPacksError(ValueError):
    """A text that no packs were written as."""


def as_json(packs: tuple[Pack, ...]) -> str:
    """The packs on one line of ASCII, every object as the list of its fields."""
    return json.dumps(plain(packs), separators=(",", ":"))


def from_json(text: str) -> tuple[Pack, ...]:
    """The packs that a text was written from; raises NotPacksError."""
    from auditor.model.rule import Pack

    try:
        return cast("tuple[Pack, ...]", reading(tuple[Pack, ...])(json.loads(text)))
    except (ValueError, RecursionError) as wrong:
        raise NotPacksError(str(wrong)) from wrong
