"""Sets: which inline pages are one report, told by what each refers to and another declares.

A report may be spread over pages: contexts, units and the schema stand on one of them and are
meant on all (Inline XBRL 1.1, section 4.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path, PurePath
from typing import NamedTuple

from auditor.formats.thresholds import LARGEST_FILE, OPENING
from auditor.notation.deferred import deferred

_DECLARES = deferred(
    rb"""<(?:[\w.-]{1,40}:)?(?:context|unit|continuation)\s[^<>]*?\bid\s*=\s*["']([^"'<>]*)["']"""
)
_USES = deferred(rb"""\b(?:contextRef|unitRef|continuedAt)\s*=\s*["']([^"'<>]*)["']""")
_REFERS = deferred(rb"<(?:[\w.-]{1,40}:)?schemaRef\s")
_SUFFIXES = (".htm", ".html", ".xhtml")
_SIGN = b"inlineXBRL"


class Links(NamedTuple):
    """What a page declares by id, what it uses besides, and whether it names a schema."""

    declared: frozenset[bytes]
    missing: frozenset[bytes]
    refers: bool


def links_of(data: bytes) -> Links:
    """What a page declares, lacks and refers to."""
    declared = frozenset(_DECLARES.findall(data))
    return Links(
        declared, frozenset(_USES.findall(data)) - declared, _REFERS.search(data) is not None
    )


def sets_of(links: Mapping[str, Links]) -> list[tuple[str, ...]]:
    """The pages in sets, in the order given; most are a set of their own."""
    order = {page: number for number, page in enumerate(links)}
    joined = {page: page for page in links}

    def leader(page: str) -> str:
        while joined[page] != page:
            page = joined[page]
        return page

    for page in links:
        for other in (*_declaring(page, links), *_naming_the_schema(page, links)):
            first, second = sorted((leader(page), leader(other)), key=order.__getitem__)
            joined[second] = first
    found: dict[str, list[str]] = defaultdict(list)
    for page in links:
        found[leader(page)].append(page)
    return [tuple(one) for one in found.values()]


def sets_in_folders(paths: Sequence[str]) -> list[tuple[str, ...]]:
    """The sets of several pages among these files, each within one folder."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_folder[str(PurePath(path).parent)].append(path)
    return [
        pages
        for beside in by_folder.values()
        if len(beside) > 1
        for pages in sets_of(_links_in(beside))
        if len(pages) > 1
    ]


def others_of(path: str, data: bytes) -> dict[str, bytes]:
    """The pages of the same set in the folder of a page that lacks what they declare."""
    own = links_of(data)
    complete = not own.missing and (own.refers or not own.declared)
    if complete or not Path(path).is_file():
        return {}
    beside = sorted(str(p) for p in Path(path).parent.iterdir() if p.name.endswith(_SUFFIXES))
    others = [name for name in beside if Path(name).name != Path(path).name]
    alike = next(one for one in sets_of({path: own} | _links_in(others)) if path in one)
    return {page: found for page in alike if page != path if (found := _inline_page(page))}


def _links_in(paths: Iterable[str]) -> dict[str, Links]:
    """The links of those files that are inline pages; one file's content is held at a time."""
    return {path: links_of(data) for path in paths if (data := _inline_page(path))}


def _inline_page(path: str) -> bytes:
    """The content of an inline page; nothing where it is none, or cannot be read."""
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            return b""
        with file.open("rb") as opened:
            start = opened.read(OPENING)
            return start + opened.read() if _SIGN in start else b""
    except OSError:  # it is told when the file is read for itself
        return b""


def _declaring(page: str, links: Mapping[str, Links]) -> list[str]:
    """The fewest pages that declare what a page lacks; none where two could be meant."""
    found: list[str] = []
    missing = links[page].missing
    while missing:
        of_use = {o: one.declared & missing for o, one in links.items() if o != page}
        ranks = {o: (len(ids), _alike(page, o)) for o, ids in of_use.items() if ids}
        best = max(ranks, key=ranks.__getitem__, default=None)
        if best is None or any(
            rank == ranks[best] and of_use[o] & of_use[best]
            for o, rank in ranks.items()
            if o != best
        ):
            return found
        found.append(best)
        missing -= of_use[best]
    return found


def _alike(one: str, other: str) -> int:
    """How many letters, from the first, two names have in common."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _naming_the_schema(page: str, links: Mapping[str, Links]) -> list[str]:
    """For a page that declares contexts and names no schema, the only one that does."""
    one = links[page]
    naming = [other for other, its in links.items() if its.refers]
    return naming if one.declared and not one.refers and len(naming) == 1 else []
