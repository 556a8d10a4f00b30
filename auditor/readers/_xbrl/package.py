"""Packages: the reports in an archive (Report Packages 1.0), each with the files beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from auditor.formats.archive import is_zipped, parts
from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Document
from auditor.readers import inline_xbrl, xbrl
from auditor.readers._xbrl.beside import PackageBeside
from auditor.readers._xbrl.reports import Report, instance, joined, page_document
from auditor.readers._xbrl.sets import links_of, sets_of

_PAGES = (".xhtml", ".html", ".htm")
_OF_XBRL = (*_PAGES, ".xbrl", ".xml", ".xsd", ".json", ".csv")


def document(data: bytes, path: str) -> Document:
    """All reports of a package as one document, whose parts are known as ``path/name``.

    An instance is read where there are no pages: else it states once more what they state.
    """
    inside = {f"{path}/{name}": part for name, part in _named_safely(parts(data)).items()}
    beside = PackageBeside(inside)
    digest = hashlib.sha256(data).hexdigest()
    sets, instances = _page_sets(inside), _instances(inside)
    if not sets and not instances:
        raise UnreadableError(_without_report(inside))
    several = len(sets or instances) > 1
    if sets:
        reports = [
            Report(pages[0], {p: inside[p] for p in pages}, name=pages[0] * several)
            for pages in sets
        ]
        found = [page_document(one, path, beside) for one in reports]
    else:
        found = [_stated(inside[one], one, beside, one * several) for one in instances]
    read = {page for one in found for page in one.pages}
    whole = joined(path, digest, found)
    return Document(
        path,
        digest,
        whole.blocks,
        remarks=(*_remarks(inside, read), *whole.remarks),
        unread=whole.unread,
        tagging=whole.tagging,
        pages=whole.pages,
    )


def _named_safely(found: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts; raises UnreadableError where a name leads out of the package."""
    for name in found:
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise UnreadableError(f"a part of it is named as if it lay elsewhere: {name}")
    return found


def _page_sets(inside: Mapping[str, bytes]) -> list[tuple[str, ...]]:
    """The inline pages, those of one report together; a report lies in one folder."""
    folders: dict[str, list[str]] = {}
    for name in sorted(inside):
        if name.lower().endswith(_PAGES) and inline_xbrl.accepts(inside[name]):
            folders.setdefault(str(PurePosixPath(name).parent), []).append(name)
    return [
        pages
        for names in folders.values()
        for pages in sets_of({name: links_of(inside[name]) for name in names})
    ]


def _instances(inside: Mapping[str, bytes]) -> list[str]:
    return [
        name
        for name in sorted(inside)
        if name.lower().endswith((".xbrl", ".xml")) and xbrl.root_of(inside[name]) == "xbrl"
    ]


def _stated(data: bytes, name: str, beside: PackageBeside, report: str) -> Document:
    found = instance(data, name, beside, report)
    return Document(
        name,
        "",
        (),
        remarks=found.remarks,
        unread=found.unread,
        tagging=found.tagging,
        pages=(name,),
    )


def _without_report(inside: Mapping[str, bytes]) -> str:
    if any(is_zipped(part) for part in inside.values()):
        return "it is an archive without an XBRL report; archives within it are not opened"
    return "it is an archive without an XBRL report"


def _remarks(inside: Mapping[str, bytes], read: Iterable[str]) -> Iterator[str]:
    """What else of a report the package holds: other formats, and what is no XBRL at all."""
    known = set(read)
    others = sorted(
        name for name in inside if name not in known and not name.lower().endswith(_OF_XBRL)
    )
    pages = sorted(
        name for name in inside if name not in known and name.lower().endswith((*_PAGES, ".xbrl"))
    )
    left = [PurePosixPath(name).name for name in (*pages, *others)]
    if left:
        named = ", ".join(left[:3]) + (f" and {len(left) - 3:,} more" if len(left) > 3 else "")
        yield f"the package also holds what is not read: {named}"
