"""Filings: the tags of a file together with what lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.model.tagging import Tagging
from auditor.readers._xbrl.beside import Beside, said_beside
from auditor.readers._xbrl.concepts import Concepts
from auditor.readers._xbrl.elements import Scan
from auditor.readers._xbrl.tags import Filed, references, told


@dataclass(frozen=True, slots=True)
class Filing:
    """What a filing tags, and what a person should know of how it was read."""

    tagging: Tagging
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def filing(path: str, scan: Scan, tags: Callable[[Scan], Filed], *, displayed: bool) -> Filing:
    """The filing at ``path``, whose elements are scanned already."""
    filed = tags(scan)
    if not filed.tags:
        return Filing(Tagging())
    beside = said_beside(path, references(scan))
    used = {one.concept for one in filed.tags}
    members = {member for one in filed.tags for member in one.members if ":" in member}
    concepts = Concepts(beside.known, used | members, scan.prefixes)
    calculations = tuple(concepts.calculations())
    read = tuple(told(filed, concepts.label))
    return Filing(
        Tagging(read, calculations, displayed),
        tuple(_remarks(filed, beside)),
        tuple(f"what lies beside it: {reason}" for reason in beside.unread),
    )


def _remarks(filed: Filed, beside: Beside) -> list[str]:
    found = []
    arcs = len(beside.known.arcs)
    if arcs:
        named = sorted({Path(arc.path).name for arc in beside.known.arcs})
        found.append(f"{arcs:,} calculations were read from {', '.join(named)} beside it")
    if filed.unread:
        found.append(f"{filed.unread:,} tagged figures have a format or context that is not read")
    return found
