"""Taxonomy files: the schemas and linkbases in a filing's own folder, with what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.formats.unreadable import UnreadableError
from auditor.formats.xml import root
from auditor.readers._xbrl.linkbases import Taxonomy
from auditor.readers._xbrl.thresholds import LARGEST_FILE, MOST_FILES

STDIN = "-"
WANTED = re.compile(r"\.(?:xsd|xml)$", re.IGNORECASE)
UNUSED = re.compile(r"[_-](?:pre|def|ref)(?:[_-][a-z]{2})?\.xml$", re.IGNORECASE)
"""Presentation, definition and reference linkbases, which say nothing of sums or labels."""


class TaxonomyFiles(NamedTuple):
    """What the files beside a filing say, the names of those read, and of those that cannot be."""

    taxonomy: Taxonomy
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def taxonomy_files(path: str, references: Iterable[str]) -> TaxonomyFiles:
    """What is said by the files that a filing refers to, and by those named as it is.

    Nothing is downloaded: of an address only the file's name counts, where a file of that name
    lies beside the filing. What is read from standard input has nothing beside it.
    """
    taxonomy = Taxonomy()
    if path == STDIN:
        return TaxonomyFiles(taxonomy)
    folder = Path(path).resolve().parent
    names = [*references]
    waiting = [(folder, name) for name in (*names, *_named_alike(path, names))]
    seen = {Path(path).resolve()}
    read, unread = [], []
    while waiting and len(seen) <= MOST_FILES:
        file = _file(*waiting.pop(0), folder)
        if file is None or file in seen:
            continue
        seen.add(file)
        try:
            taxonomy.learn(root(_content(file)), str(file))
        except UnreadableError as reason:
            unread.append(f"{file.name}: {reason}")
            continue
        read.append(file.name)
        waiting += [(file.parent, name) for name in taxonomy.references]
        taxonomy.references.clear()
    return TaxonomyFiles(taxonomy, tuple(read), tuple(unread))


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise UnreadableError(f"it is over the limit of {LARGEST_FILE:,} bytes")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or "it cannot be opened") from error


def _named_alike(path: str, references: Sequence[str]) -> Iterator[str]:
    """The names that a filing's linkbases have by custom: ``acme-2025_cal.xml``."""
    stems = [Path(path).stem, *(_name(r).removesuffix(".xsd") for r in references)]
    for stem in dict.fromkeys(stems):
        for ending in (".xsd", "_cal.xml", "_lab.xml", "_lab-en.xml", "_lab_en.xml"):
            yield f"{stem}{ending}"


def _file(base: Path, reference: str, folder: Path) -> Path | None:
    """The file that a reference names: below the folder above the filing's, or beside it."""
    place = reference.partition("#")[0].strip()
    name = _name(place)
    if not name or not WANTED.search(name) or UNUSED.search(name):
        return None
    tried = [folder / name] if "://" in place else [base / place, folder / name]
    for file in tried:
        try:
            found = file.resolve()
            if found.is_relative_to(folder.parent) and found.is_file():
                return found
        except (OSError, ValueError, RuntimeError):
            continue
    return None


def _name(reference: str) -> str:
    return re.split(r"[/\\]", reference.partition("#")[0].partition("?")[0].strip())[-1]
