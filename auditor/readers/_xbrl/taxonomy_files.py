"""Taxonomy files: the schemas and linkbases beside a filing, with what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from auditor.formats.unreadable import UnreadableError
from auditor.formats.xml import root
from auditor.readers._xbrl.beside import Beside, NothingBeside, last_name
from auditor.readers._xbrl.linkbases import Taxonomy
from auditor.readers._xbrl.thresholds import MOST_FILES

WANTED = re.compile(r"\.(?:xsd|xml)$", re.IGNORECASE)
UNUSED = re.compile(r"[_-](?:pre|def|ref)(?:[_-][a-z]{2})?\.xml$", re.IGNORECASE)
"""Presentation, definition and reference linkbases, which say nothing of sums or labels."""


class TaxonomyFiles(NamedTuple):
    """What the files beside a filing say, the names of those read, and of those that cannot be.

    ``absent`` are those that the filing itself names and that are not there, where any could be.
    """

    taxonomy: Taxonomy
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Reference(NamedTuple):
    """A file that another, ``base``, names."""

    name: str
    base: str


def taxonomy_files(
    pages: Sequence[str], references: Iterable[Reference], beside: Beside
) -> TaxonomyFiles:
    """What is said by the files that a filing's pages refer to, and by those named as they are."""
    taxonomy = Taxonomy()
    names = [*references]
    waiting = [*names, *_named_alike(pages, names)]
    seen: set[str] = set()
    read, unread = [], []
    while waiting and len(seen) <= MOST_FILES:
        file = _found(waiting.pop(0), beside)
        if file is None or file in seen:
            continue
        seen.add(file)
        try:
            taxonomy.learn(root(beside.content(file)), file)
        except UnreadableError as reason:
            unread.append(f"{last_name(file)}: {reason}")
            continue
        read.append(last_name(file))
        waiting += [Reference(name, file) for name in taxonomy.references]
        taxonomy.references.clear()
    return TaxonomyFiles(taxonomy, tuple(read), tuple(unread), _absent(names, beside))


def _absent(names: Sequence[Reference], beside: Beside) -> tuple[str, ...]:
    if isinstance(beside, NothingBeside):
        return ()
    absent = dict.fromkeys(last_name(r.name) for r in names if _found(r, beside) is None)
    return tuple(filter(None, absent))


def _named_alike(pages: Sequence[str], references: Sequence[Reference]) -> Iterator[Reference]:
    """The names that a filing's linkbases have by custom: ``acme-2025_cal.xml``."""
    stems = [
        *((PurePath(page).stem, page) for page in pages),
        *((last_name(r.name).removesuffix(".xsd"), r.base) for r in references),
    ]
    for stem, base in dict.fromkeys(stems):
        for ending in (".xsd", "_cal.xml", "_lab.xml", "_lab-en.xml", "_lab_en.xml"):
            yield Reference(f"{stem}{ending}", base)


def _found(reference: Reference, beside: Beside) -> str | None:
    name = last_name(reference.name)
    if not name or not WANTED.search(name) or UNUSED.search(name):
        return None
    return beside.named(reference.name, reference.base)
