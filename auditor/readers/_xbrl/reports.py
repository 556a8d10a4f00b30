"""Reports: inline pages and instances, with what lies beside them, as documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from auditor.formats.html_encoding import page_text
from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Block, Document, Table
from auditor.readers import html
from auditor.readers._html.typed import renumbered
from auditor.readers._xbrl.beside import Beside, last_name
from auditor.readers._xbrl.elements import (
    IX,
    LINK,
    XBRLDI,
    XBRLI,
    Scan,
    page_within,
    scanned,
    xml_text,
)
from auditor.readers._xbrl.filing import Filing, Pages, filing
from auditor.readers._xbrl.tags import inline_tags, instance_tags

_KEPT = frozenset((*IX, XBRLI, XBRLDI, LINK))


@dataclass(frozen=True, slots=True)
class Report:
    """The pages of one inline report, by their paths, in reading order.

    ``others`` are pages that belong to it and are not read with it; ``name`` tells it from others
    that it is read together with.
    """

    path: str
    pages: Mapping[str, bytes]
    others: Mapping[str, bytes] = field(default_factory=dict)
    name: str = ""


def instance(data: bytes, path: str, beside: Beside, name: str = "") -> Filing:
    """What an instance states; raises UnreadableError for broken XML."""
    scan = scanned(xml_text(data), lambda _uri: True)
    return filing(Pages({path: scan}, {}, name), beside, instance_tags, displayed=False)


def page_document(report: Report, path: str, beside: Beside) -> Document:
    """The report's pages as one document at ``path``; raises UnreadableError for one that is none.

    Pages whose tags cannot be read are read all the same, and ``unread`` says so.
    """
    shown = [html.read(data, page) for page, data in report.pages.items()]
    scans, broken = _scans(report.pages)
    others, _ = _scans(report.others)
    found = filing(Pages(scans, others, report.name), beside, inline_tags, displayed=True)
    several = len(shown) > 1
    return Document(
        path,
        shown[0].sha256 if not several else _digest(report.pages.values()),
        tuple(_blocks(shown)),
        remarks=(*_said((p.path, p.remarks) for p in shown), *found.remarks),
        unread=(
            *(_said((p.path, p.unread) for p in shown) if several else shown[0].unread),
            *(_said(broken) if several else (text for _, texts in broken for text in texts)),
            *found.unread,
        ),
        tagging=found.tagging,
        pages=tuple(report.pages) if several or path not in report.pages else (),
    )


def joined(path: str, digest: str, found: list[Document]) -> Document:
    """Several reports that are read together, as one document."""
    first = found[0]
    return replace(
        first,
        path=path,
        sha256=digest,
        blocks=tuple(_blocks(found)),
        remarks=tuple(dict.fromkeys(text for one in found for text in one.remarks)),
        unread=tuple(text for one in found for text in one.unread),
        tagging=replace(
            first.tagging,
            tags=tuple(tag for one in found for tag in one.tagging.tags),
            calculations=tuple(dict.fromkeys(c for one in found for c in one.tagging.calculations)),
            unused=tuple(text for one in found for text in one.tagging.unused),
        ),
        pages=tuple(page for one in found for page in one.pages),
    )


def _scans(pages: Mapping[str, bytes]) -> tuple[dict[str, Scan], list[tuple[str, tuple[str]]]]:
    """The elements of each page, and why those of others cannot be read."""
    scans, broken = {}, []
    for page, data in pages.items():
        try:
            scans[page] = scanned(page_within(page_text(data).text), _KEPT.__contains__)
        except UnreadableError as reason:
            broken.append((page, (f"its XBRL tags: {reason}",)))
    return scans, broken


def _said(texts: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """What is said of each of several pages, once where it is the same, with the page's name."""
    for page, said in texts:
        yield from (f"{last_name(page)}: {text}" for text in said)


def _blocks(pages: Iterable[Document]) -> Iterator[Block]:
    """The blocks of pages after each other, their tables counted on."""
    before = 0
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Table) and before:
                yield renumbered(block, before + block.number)
            else:
                yield block
        before += len(page.tables)


def _digest(pages: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for data in pages:
        whole.update(data)
    return whole.hexdigest()
