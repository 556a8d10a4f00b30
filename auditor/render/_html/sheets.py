"""Sheets: the pages of a PDF as they look, with a box around each figure.

The picture is an illustration: what was read, and all that is said of it, is text. It takes room,
so that a report has all pages, or where that is too much those with a finding, or none.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from auditor.findings.marks import Mark, State
from auditor.model.document import Document
from auditor.model.places.page import Box, PagePlace
from auditor.model.report import DocumentReport
from auditor.render._html.pages import Names, Piece, ShownBlock
from auditor.render._thresholds import LARGEST_PICTURES

if TYPE_CHECKING:
    from auditor.model.picture import Picture

TOO_LARGE = (
    "The pages that a finding is on are shown as pictures, the others as text, since all pictures"
    " would make this file too large; --page-images shows every page."
)
WITHOUT = "The letters of {pages} cannot be drawn alike on every computer: shown as text only."


class Drawn(NamedTuple):
    """A page's picture, in base64, and its width and height in points."""

    image: str
    width: float
    height: float


NO_PICTURES: Mapping[int, Drawn] = {}


@dataclass(frozen=True, slots=True)
class BoxedFigure:
    """A figure on a picture; its place is in per cent of the page's width and height."""

    piece: Piece
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the document, its ``picture`` with boxes where it has one, and its text.

    Without a picture the blocks are all that there is, as for a format that has no pages.
    """

    place: str
    picture: Drawn | None
    boxes: tuple[BoxedFigure, ...]
    blocks: tuple[ShownBlock, ...]

    @property
    def boxed(self) -> frozenset[str]:
        """The names of the figures that have a box."""
        return frozenset(box.piece.name for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a document's pages by number, and what is said where not all are there."""

    drawn: Mapping[int, Drawn]
    remarks: tuple[str, ...] = ()


def pictures_shown(reports: Sequence[DocumentReport], asked: bool | None) -> tuple[Pictures, ...]:
    """The pictures of each document; ``asked`` is whether all are wanted, None for what fits."""
    if asked is False:
        return tuple(Pictures(NO_PICTURES) for _ in reports)
    room = None if asked else LARGEST_PICTURES
    every = _drawn(reports, [_numbers(report.document) for report in reports], room)
    if every is not None:
        return every
    cited = [_cited(report) for report in reports]
    some = _drawn(reports, cited, room) or tuple(Pictures(NO_PICTURES) for _ in reports)
    return tuple(
        Pictures(one.drawn, (TOO_LARGE, *one.remarks)) if _numbers(report.document) else one
        for one, report in zip(some, reports, strict=True)
    )


def _drawn(
    reports: Sequence[DocumentReport], wanted: Sequence[Iterable[int]], room: int | None
) -> tuple[Pictures, ...] | None:
    """Those pages of each document; None where they take more room than there is."""
    found, used = [], 0
    for report, numbers in zip(reports, wanted, strict=True):
        drawn: dict[int, Drawn] = {}
        left_out = []
        for number, picture in _pictures(report.document, numbers):
            if picture is None:
                left_out.append(number)
                continue
            image = base64.b64encode(picture.png).decode()
            drawn[number] = Drawn(image, picture.width, picture.height)
            used += len(image)
            if room is not None and used > room:
                return None
        found.append(Pictures(drawn, tuple(_left_out(left_out))))
    return tuple(found)


def _pictures(
    document: Document | None, numbers: Iterable[int]
) -> Iterator[tuple[int, Picture | None]]:
    numbers = tuple(numbers)
    if document is not None and document.drawn is not None and numbers:
        yield from document.drawn(numbers)


def _left_out(numbers: Sequence[int]) -> Iterator[str]:
    if numbers:
        word = "page" if len(numbers) == 1 else "pages"
        yield WITHOUT.format(pages=f"{word} {', '.join(map(str, numbers))}")


def _numbers(document: Document | None) -> tuple[int, ...]:
    """The pages of a document that hold something and can be drawn."""
    if document is None or document.drawn is None:
        return ()
    return tuple(sorted(set(_pages_of(document))))


def _pages_of(document: Document) -> Iterator[int]:
    for table in document.tables:
        yield from (
            cell.source.at.page
            for row in table.rows
            for cell in row
            if cell and isinstance(cell.source.at, PagePlace)
        )
    for passage in document.passages:
        yield from (a.source.at.page for a in passage.anchors if isinstance(a.source.at, PagePlace))


def _cited(report: DocumentReport) -> tuple[int, ...]:
    """The pages that a finding cites."""
    if not _numbers(report.document):
        return ()
    cited = (c.source.at for f in report.findings for c in (*f.citations,
             *(suspect.citation for suspect in f.suspects)))  # fmt: skip
    return tuple(sorted({at.page for at in cited if isinstance(at, PagePlace)}))


def sheets_shown(
    blocks: Sequence[ShownBlock], found: Sequence[Mark], names: Names, drawn: Mapping[int, Drawn]
) -> Iterator[Sheet]:
    """The document in parts: the pages that have a picture, and what stands before or between."""
    if not drawn:
        yield Sheet("", None, (), tuple(blocks))
        return
    boxes = _boxes(found, names, drawn)
    last = 0
    for number, group in groupby(_with_page(blocks), key=lambda one: one[0]):
        yield from (_sheet(n, drawn, boxes, ()) for n in range(last + 1, number) if n in drawn)
        yield _sheet(number, drawn, boxes, tuple(block for _, block in group))
        last = number
    yield from (_sheet(n, drawn, boxes, ()) for n in sorted(drawn) if n > last)


def _with_page(blocks: Iterable[ShownBlock]) -> Iterator[tuple[int, ShownBlock]]:
    """Each block with the number of the page that it begins on, 0 before any is named."""
    page = 0
    for block in blocks:
        number = block.place.removeprefix("Page ")
        page = max(page, int(number)) if number.isdecimal() else page
        yield page, block


def _sheet(
    number: int,
    drawn: Mapping[int, Drawn],
    boxes: Mapping[int, tuple[BoxedFigure, ...]],
    blocks: tuple[ShownBlock, ...],
) -> Sheet:
    if number not in drawn:
        return Sheet("", None, (), blocks)
    return Sheet(f"Page {number}", drawn[number], boxes.get(number, ()), blocks)


def _boxes(
    found: Sequence[Mark], names: Names, drawn: Mapping[int, Drawn]
) -> Mapping[int, tuple[BoxedFigure, ...]]:
    """The figures of each page that has a picture, in reading order, each once."""
    by_page: dict[int, list[BoxedFigure]] = defaultdict(list)
    seen: set[str] = set()
    for place, mark in enumerate(found):
        at, name = mark.source.at, names.of(mark, place)
        if (
            isinstance(at, PagePlace)
            and at.bbox is not None
            and at.page in drawn
            and mark.state is not State.NIL
            and name not in seen
        ):
            seen.add(name)
            piece = Piece(mark.text, mark.state, name, mark.findings)
            by_page[at.page].append(_boxed(piece, at.bbox, drawn[at.page]))
    return {page: tuple(boxes) for page, boxes in by_page.items()}


def _boxed(piece: Piece, box: Box, page: Drawn) -> BoxedFigure:
    left, top, right, bottom = box
    return BoxedFigure(
        piece,
        round(100 * left / page.width, 2),
        round(100 * top / page.height, 2),
        round(100 * (right - left) / page.width, 2),
        round(100 * (bottom - top) / page.height, 2),
    )


def all_boxed(sheets: Iterable[Sheet]) -> AbstractSet[str]:
    """The names of all figures that have a box on some page."""
    return frozenset().union(*(sheet.boxed for sheet in sheets))
