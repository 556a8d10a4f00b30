"""Document: the blocks of a PDF in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from statistics import median

from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Block, Document
from auditor.readers._aligned.flows import flows
from auditor.readers._aligned.furniture import without_furniture
from auditor.readers._aligned.lines import PrintedLine, lines
from auditor.readers._aligned.paragraphs import passages, usual_size
from auditor.readers._aligned.tables import numbered, tables
from auditor.readers._aligned.thresholds import FEWEST_PAGES
from auditor.readers._aligned.words import Scale
from auditor.readers._continued import joined
from auditor.readers._outline import outlined
from auditor.readers._pdf.garbled import is_garbled
from auditor.readers._pdf.library import opened
from auditor.readers._pdf.pages import Page, pages
from auditor.readers._pdf.pictures import pictures
from auditor.readers._pdf.thresholds import ALIKE, GAP_SIZE, GLUE_SIZE, LEADING_SIZE, NEAR_SIZE

_RECOGNISE = "run text recognition (OCR) over it first"
_ANEW = "export it anew, or run text recognition (OCR) over it"


def document(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError when no page of it can be read."""
    with opened(data) as pdf:
        printed = tuple(pages(pdf, path))
    garbled = [page.number for page in printed if is_garbled(word.text for word in page.words)]
    found = tuple(p._replace(words=()) if p.number in garbled else p for p in printed)
    unread = tuple(_unread(found, garbled))
    if not any(page.words for page in found):
        raise UnreadableError(_without_text(found, garbled))
    return Document(
        path,
        hashlib.sha256(data).hexdigest(),
        joined(outlined(_blocks(found))).blocks,
        remarks=tuple(_remarks(found)),
        unread=unread,
        drawn=partial(pictures, data),
    )


def _without_text(found: Sequence[Page], garbled: Sequence[int]) -> str:
    """Why nothing of it can be read, and what to do about it."""
    if garbled:
        return f"its text is garbled: its fonts do not say which letters they show; {_ANEW}"
    if any(page.has_images for page in found):
        return f"it holds no text, only pictures: a scan is not read; {_RECOGNISE}"
    return "it holds no text"


def _unread(found: Sequence[Page], garbled: Sequence[int]) -> Iterator[str]:
    for page in found:
        if page.number in garbled:
            yield f"page {page.number}: its text is garbled; {_ANEW}"
        elif page.has_images and not page.words:
            yield f"page {page.number}: no text (a scanned image?); {_RECOGNISE}"
        if page.broken:
            yield f"page {page.number}: it is broken"
        if page.cut:
            yield f"page {page.number}: more characters than the limit; the rest is not read"


def _remarks(found: Sequence[Page]) -> Iterator[str]:
    hidden = [str(page.number) for page in found if page.hidden]
    if hidden:
        yield (
            f"the text of page {', '.join(hidden)} is invisible, as recognised under a scanned "
            "image: it may differ from what the page shows"
        )
    for page in found:
        if page.unnamed:
            yield (
                f"page {page.number}: the file does not say which letters {page.unnamed:,} of its "
                "characters are; what was read may differ from what the page shows"
            )


def _blocks(found: Sequence[Page]) -> Iterator[Block]:
    """The tables and passages of all pages, before headings are told."""
    usual = median(word.size for page in found for word in page.words)
    by_page = [lines(page.words, scale_of(_size(page, usual))) for page in found]
    placed = list(
        _flowing(
            without_furniture(by_page, min(FEWEST_PAGES, max(len(by_page), 2))),
            [_size(p, usual) for p in found],
        )
    )
    rules = [rule for page in found for rule in page.rules]
    scale = scale_of(usual)
    size = usual_size(placed)
    at = 0
    for number, one in enumerate(tables(placed, rules, scale), start=1):
        yield from passages(placed[at : one.first], size, scale)
        yield numbered(one.rows, number)
        at = one.last
    yield from passages(placed[at:], size, scale)


def scale_of(size: float) -> Scale:
    """What near and far mean where type is of that size."""
    return Scale(
        glue=GLUE_SIZE * size,
        gap=GAP_SIZE * size,
        near=NEAR_SIZE * size,
        leading=LEADING_SIZE * size,
    )


def _size(page: Page, usual: float) -> float:
    """The size of type on a page: that of the document, unless most of the page is in another."""
    if not page.words:
        return usual
    own = median(word.size for word in page.words)
    return usual if usual / ALIKE < own < usual * ALIKE else own


def _flowing(
    by_page: Sequence[Sequence[PrintedLine]], sizes: Sequence[float]
) -> Iterator[PrintedLine]:
    """Every line in reading order, with the page and the flow it is of."""
    flow = 0
    for number, (page, size) in enumerate(zip(by_page, sizes, strict=True), start=1):
        for part in flows(page, scale_of(size)):
            yield from (replace(line, flow=flow, page=number) for line in part)
            flow += 1
