"""Links: which of the files to be audited go together, and their reports in order again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.datafiles import LinkedFiles, linked_beside, linked_files
from auditor.model.report import DocumentReport, Unread
from auditor.model.rule import Pack


def links_of(
    files: Sequence[str], packs: Sequence[Pack], stdin: bytes | None, *, beside: bool
) -> Mapping[str, LinkedFiles]:
    """The files that rules relate to each other, by the first of them, which is one of ``files``.

    ``beside``: with those that stand beside them.
    """
    if not beside:
        return {link.paths[0]: link for link in linked_files(files, packs, stdin)}
    links = ((path, linked_beside(path, packs, stdin)) for path in files)
    return {path: link for path, link in links if link is not None}


def leading(files: Sequence[str], links: Mapping[str, LinkedFiles]) -> tuple[str, ...]:
    """The files without those that are audited together with one before them."""
    later = {other for path, link in links.items() for other in link.paths if other != path}
    return tuple(path for path in files if path not in later)


def unread_of(
    files: Sequence[str],
    audits: Sequence[tuple[Sequence[DocumentReport], Sequence[Unread]]],
    links: Mapping[str, LinkedFiles],
) -> tuple[Unread, ...]:
    """What could not be read; where that is all of several files, it is told of each."""
    return tuple(
        one
        for path, (reports, unread) in zip(files, audits, strict=True)
        for one in (unread if reports else _of_all(path, unread, links))
    )


def _of_all(
    path: str, unread: Sequence[Unread], links: Mapping[str, LinkedFiles]
) -> tuple[Unread, ...]:
    told = {one.path for one in unread}
    others = links[path].paths if path in links else ()
    more = (Unread(other, unread[0].reason) for other in others if other not in told)
    return (*unread, *more) if unread else ()


def in_order(reports: Iterable[DocumentReport], files: Sequence[str]) -> tuple[DocumentReport, ...]:
    """The reports on these files, in their order."""
    places = {path: place for place, path in enumerate(files)}
    asked = (report for report in reports if report.path in places)
    return tuple(sorted(asked, key=lambda report: places[report.path]))
