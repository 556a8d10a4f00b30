"""Linked files: those of the files to be audited that a rule file relates to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.datafiles.columns.opening import declared_for
from auditor.datafiles.columns.reading import content_of, headers_of
from auditor.formats.inputs import STDIN
from auditor.model.rule import Pack
from auditor.readers import UnreadableError


class LinkedFiles(NamedTuple):
    """The files of the groups of a rule file, in the order of the audit; each with its group."""

    pack: Pack
    files: tuple[tuple[str, Pack], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(path for path, _ in self.files)


def linked_files(
    paths: Sequence[str], packs: Sequence[Pack], stdin: bytes | None = None
) -> tuple[LinkedFiles, ...]:
    """The files that rules relate; what several rule files declare is left to be refused."""
    relating = [pack for pack in packs if pack.across]
    declaring = [pack for pack in packs if pack.data is not None]
    if not relating:
        return ()
    declared = [(path, _declaring(path, declaring, stdin)) for path in paths]
    return tuple(
        LinkedFiles(pack, found) for pack in relating if (found := tuple(_of(pack, declared)))
    )


def linked_beside(
    path: str, packs: Sequence[Pack], stdin: bytes | None = None
) -> LinkedFiles | None:
    """A file with those beside it, in the same folder, that rules relate to it; None if none do."""
    if not any(pack.across for pack in packs) or path == STDIN:
        return None
    folder = Path(path).parent
    names = sorted(one.name for one in folder.iterdir() if one.is_file())
    beside = [path if name == Path(path).name else str(folder / name) for name in names]
    links = linked_files(beside, packs, stdin)
    return next((link for link in links if path in link.paths), None)


def _declaring(path: str, packs: Sequence[Pack], stdin: bytes | None) -> Pack | None:
    """The one pack that says what a file holds."""
    try:
        content = content_of(path, stdin)
        found = declared_for(path, headers_of(content), packs) if content[:1] else ()
    except UnreadableError:  # its own audit says so
        return None
    return found[0] if len(found) == 1 else None


def _of(pack: Pack, declared: Sequence[tuple[str, Pack | None]]) -> Iterator[tuple[str, Pack]]:
    groups = {one.id for one in pack.of_groups}
    for path, found in declared:
        if found is not None and found.path == pack.path and found.id in groups:
            yield path, found
