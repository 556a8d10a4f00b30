"""Oddities: cells that show by themselves, or beside their neighbours, that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is wrong with the first cell cited, or with all of them alike, in a whole sentence.

    ``rule`` is the built-in rule that asks for it, ``kind`` as relations have it. Unless it is
    ``certain``, a careful reader would ask about it, and might be told that it is meant so.
    """

    rule: str
    kind: str
    message: str
    cells: tuple[Citation, ...]
    certain: bool
    expected: str = ""
    why: str = ""
