"""Filings: the tags of one or several pages together with what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.model.tagging import Tagging, UnusedText
from auditor.readers._xbrl.beside import Beside, last_name
from auditor.readers._xbrl.concepts import Concepts
from auditor.readers._xbrl.contexts import contexts, units
from auditor.readers._xbrl.elements import Scan
from auditor.readers._xbrl.linkbases import Taxonomy
from auditor.readers._xbrl.tags import FiledTags, Shared, TagsOf, labelled, references
from auditor.readers._xbrl.taxonomy_files import Reference, TaxonomyFiles, taxonomy_files
from auditor.readers._xbrl.unused import unused_texts


@dataclass(frozen=True, slots=True)
class Filing:
    """What a filing tags, and what a person should know of how it was read."""

    tagging: Tagging
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """A filing's pages by their names, each scanned.

    ``others`` are pages of the same filing that are not read: of these only the contexts, units
    and references count. ``report`` names the filing where what it is read with holds several.
    """

    scans: Mapping[str, Scan]
    others: Mapping[str, Scan]
    report: str = ""

    @property
    def every(self) -> Mapping[str, Scan]:
        return {**self.scans, **self.others}


def filing(pages: Pages, beside: Beside, tags: TagsOf, *, displayed: bool) -> Filing:
    """The filing on these pages."""
    refers = [Reference(r, page) for page, scan in pages.every.items() for r in references(scan)]
    files = taxonomy_files(tuple(pages.every), refers, beside)
    shared = _shared(pages, files.taxonomy)
    filed = [(page, tags(scan, shared[page])) for page, scan in pages.scans.items()]
    every = [one for _, found in filed for one in found.tags]
    unused = () if displayed else tuple(_unused(pages, shared))
    if not every:
        return Filing(Tagging(unused=unused), tuple(_unread_tags(found for _, found in filed)))
    used = {one.concept for one in every}
    members = {member for one in every for member in one.members if ":" in member}
    concepts = Concepts(files.taxonomy, used | members, shared[next(iter(shared))].prefixes)
    calculations = tuple(concepts.calculations())
    read = tuple(t for page, found in filed for t in labelled(found, concepts.label, page))
    return Filing(
        Tagging(read, calculations, displayed, unused, _within_tuples(filed)),
        (*_remarks(files), *_unread_tags(found for _, found in filed)),
        tuple(f"what lies beside it: {reason}" for reason in files.unread),
    )


def _within_tuples(filed: Iterable[tuple[str, FiledTags]]) -> frozenset[str]:
    return frozenset(concept for _, found in filed for concept in found.within_tuples)


def _shared(pages: Pages, taxonomy: Taxonomy) -> Mapping[str, Shared]:
    """What each page knows: what is said on any of them counts, its own first."""
    prefixes: dict[str, str] = {}
    for scan in pages.every.values():
        prefixes = {**scan.prefixes, **prefixes}
    own = {
        page: (contexts(scan, prefixes, taxonomy.schemas, pages.report), units(scan, prefixes))
        for page, scan in pages.every.items()
    }
    about = {id_: one for said, _ in own.values() for id_, one in said.items()}
    measures = {id_: one for _, said in own.values() for id_, one in said.items()}
    return {
        page: Shared({**about, **said}, {**measures, **counted}, prefixes, taxonomy.schemas)
        for page, (said, counted) in own.items()
    }


def _unused(pages: Pages, shared: Mapping[str, Shared]) -> Iterator[UnusedText]:
    for page, scan in pages.scans.items():
        yield from unused_texts(scan, shared[page], page)


def _remarks(files: TaxonomyFiles) -> Iterable[str]:
    arcs = len(files.taxonomy.arcs)
    if arcs:
        named = sorted({last_name(arc.path) for arc in files.taxonomy.arcs})
        yield f"{arcs:,} calculations were read from {', '.join(named)} beside it"
    elif files.absent:
        missing = ", ".join(files.absent)
        yield f"{missing} is not beside it: no calculations of its taxonomy could be checked"


def _unread_tags(filed: Iterable[FiledTags]) -> Iterable[str]:
    unread = sum(found.unread for found in filed)
    if unread:
        yield f"{unread:,} tagged figures have a format or context that is not read"
