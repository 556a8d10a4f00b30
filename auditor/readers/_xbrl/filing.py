"""Filings: the tags of a file together with what lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.model.tagging import Tagging
from auditor.readers._xbrl.concepts import Concepts
from auditor.readers._xbrl.elements import Scan
from auditor.readers._xbrl.tags import FiledTags, labelled, references
from auditor.readers._xbrl.taxonomy_files import TaxonomyFiles, taxonomy_files


@dataclass(frozen=True, slots=True)
class Filing:
    """What a filing tags, and what a person should know of how it was read."""

    tagging: Tagging
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def filing(path: str, scan: Scan, tags: Callable[[Scan], FiledTags], *, displayed: bool) -> Filing:
    """The filing at ``path``, whose elements are scanned already."""
    filed = tags(scan)
    if not filed.tags:
        return Filing(Tagging())
    files = taxonomy_files(path, references(scan))
    used = {one.concept for one in filed.tags}
    members = {member for one in filed.tags for member in one.members if ":" in member}
    concepts = Concepts(files.taxonomy, used | members, scan.prefixes)
    calculations = tuple(concepts.calculations())
    read = tuple(labelled(filed, concepts.label))
    return Filing(
        Tagging(read, calculations, displayed),
        tuple(_remarks(filed, files)),
        tuple(f"what lies beside it: {reason}" for reason in files.unread),
    )


def _remarks(filed: FiledTags, files: TaxonomyFiles) -> list[str]:
    found = []
    arcs = len(files.taxonomy.arcs)
    if arcs:
        named = sorted({Path(arc.path).name for arc in files.taxonomy.arcs})
        found.append(f"{arcs:,} calculations were read from {', '.join(named)} beside it")
    if filed.unread:
        found.append(f"{filed.unread:,} tagged figures have a format or context that is not read")
    return found
