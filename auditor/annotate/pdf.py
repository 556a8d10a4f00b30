"""PDF: findings as highlights with notes, ticks drawn beside what tied."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.annotate import CannotAnnotateError, Note, notes, ticked
from auditor.annotate._damaged import damage_told
from auditor.findings.marks import Mark, State, marks
from auditor.model.places.page import Box, PagePlace
from auditor.model.report import DocumentReport

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

READERS, SUFFIXES = ("pdf",), (".pdf",)
TICKS = True
WRONG, CITED = "#ff9d8f", "#ffe680"
AUTHOR = "statement-auditor"


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The PDF with its pages' contents as they were, and what the audit said over them."""
    try:
        from pypdf import PdfReader, PdfWriter
    except ImportError as missing:
        raise CannotAnnotateError("annotating a PDF needs pypdf: pip install pypdf") from missing
    with damage_told("pypdf"):
        return _copy(PdfWriter(clone_from=PdfReader(io.BytesIO(data))), report, ticks)


def _copy(writer: PdfWriter, report: DocumentReport, ticks: bool) -> bytes:
    found = notes(report)
    for note in found:
        _say(writer, note)
    drawn: dict[int, list[tuple[Mark, str]]] = defaultdict(list)
    for mark, color in (
        *((note.mark, WRONG) for note in found),
        *((mark, CITED) for mark in marks(report) if mark.state is State.CITED),
        *((mark, "") for mark in (ticked(report) if ticks else ())),
    ):
        drawn[at.page if (at := _place(mark)) else 1].append((mark, color))
    for number, over in drawn.items():
        _draw(writer, number, over)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _say(writer: PdfWriter, note: Note) -> None:
    """The note, as that of a highlight which shows nothing: its color is drawn on the page."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    at = _place(note.mark)
    if at is None or at.bbox is None:
        return
    left, bottom, right, top = box = _box(writer.pages[at.page - 1], at.bbox)
    corners = (left, top, right, top, left, bottom, right, bottom)
    highlight = Highlight(
        rect=box,
        quad_points=ArrayObject(map(FloatObject, corners)),
        highlight_color=WRONG.removeprefix("#"),
    )
    highlight[NameObject("/AP")] = _blank_appearance(writer, box)
    highlight[NameObject("/Contents")] = TextStringObject(note.text)
    highlight[NameObject("/T")] = TextStringObject(AUTHOR)
    writer.add_annotation(page_number=at.page - 1, annotation=highlight)


def _blank_appearance(writer: PdfWriter, box: Box) -> DictionaryObject:
    """How an annotation looks that shows nothing."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject

    blank = StreamObject()
    blank.set_data(b"")
    blank.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, box)),
        }
    )
    return DictionaryObject({NameObject("/N"): writer._add_object(blank)})  # noqa: SLF001  # pypdf has no other way to add one


def _draw(writer: PdfWriter, number: int, over: list[tuple[Mark, str]]) -> None:
    """Colors behind marks with a line around them, and a small tick beside those without one.

    They belong to the page's contents: programs differ in which annotations they print, and in
    whether a color laid over a text lets it shine through.
    """
    from pypdf.generic import ArrayObject, NameObject, StreamObject

    page = writer.pages[number - 1]
    before, after = StreamObject(), StreamObject()
    before.set_data(" ".join(["q", *_fills(page, over), "Q q "]).encode())
    after.set_data(" ".join(["Q q", *_lines(page, over), "Q"]).encode())
    there = page.get("/Contents")
    resolved = there.get_object() if there is not None else None
    contents = list(resolved) if isinstance(resolved, ArrayObject) else [there] if there else []
    page[NameObject("/Contents")] = ArrayObject(
        [writer._add_object(before), *contents, writer._add_object(after)]  # noqa: SLF001  # as above
    )


def _fills(page: PageObject, over: list[tuple[Mark, str]]) -> Iterator[str]:
    for mark, color in over:
        at = _place(mark)
        if color and at is not None and at.bbox is not None:
            yield f"{_rgb(color)} rg {_rectangle(_box(page, at.bbox))} f"


def _lines(page: PageObject, over: list[tuple[Mark, str]]) -> Iterator[str]:
    yield "0.7 w 1 J"
    for mark, color in over:
        at = _place(mark)
        if at is None or at.bbox is None:
            continue
        left, bottom, right, top = _box(page, at.bbox)
        if color:
            yield f"{_rgb(color)} RG {_rectangle((left, bottom, right, top))} S"
        else:
            yield f"0.11 0.42 0.24 RG {right + 0.6:.2f} {top - 2:.2f} m"
            yield f"{right + 1.6:.2f} {top - 3.4:.2f} l {right + 3.6:.2f} {top:.2f} l S"


def _place(mark: Mark) -> PagePlace | None:
    """The page that a mark stands on, and its box there; None for what names none."""
    return mark.source.at if isinstance(mark.source.at, PagePlace) else None


def _rgb(color: str) -> str:
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))


def _rectangle(box: Box) -> str:
    left, bottom, right, top = box
    return f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"


def _box(page: PageObject, bbox: Box) -> Box:
    """The box in the page's own coordinates: left, bottom, right, top.

    ``bbox`` counts from the top left corner of the page as it is shown, turned as it is.
    """
    shown = page.cropbox
    width, height = float(shown.width), float(shown.height)
    corners = [_turned(x, y, page.rotation % 360, width, height) for x, y in (bbox[:2], bbox[2:])]
    xs, ys = zip(*corners, strict=True)
    left, bottom = float(shown.left), float(shown.bottom)
    return (
        round(left + min(xs), 2), round(bottom + min(ys), 2),
        round(left + max(xs), 2), round(bottom + max(ys), 2),
    )  # fmt: skip


def _turned(x: float, y: float, rotation: int, width: float, height: float) -> tuple[float, float]:
    """A point of the shown page, from its top left, in the unturned page, from its bottom left."""
    if rotation == 90:
        return y, x
    if rotation == 180:
        return width - x, y
    if rotation == 270:
        return width - y, height - x
    return x, height - y
