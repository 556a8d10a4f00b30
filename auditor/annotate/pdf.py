"""PDF: findings as highlights with notes, ticks drawn beside what tied."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING

from auditor.annotate import CannotAnnotateError, Note, notes, ticked
from auditor.marks import Mark, State, marks
from auditor.report import DocumentReport

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

TICKS = True
WRONG, CITED = "#ff9d8f", "#ffe680"
AUTHOR = "statement-auditor"
Box = tuple[float, float, float, float]


def accepts(data: bytes) -> bool:
    """Whether the bytes are a PDF."""
    return b"%PDF-" in data[:1024]


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The PDF with its pages' contents as they were, and what the audit said over them."""
    try:
        from pypdf import PdfReader, PdfWriter
    except ImportError as missing:
        raise CannotAnnotateError(
            "annotating a PDF needs pypdf: pip install 'statement-auditor[pdf]'"
        ) from missing
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for note in notes(report):
        _highlight(writer, note.mark, WRONG, note)
    for mark in marks(report):
        if mark.state is State.CITED:
            _highlight(writer, mark, CITED)
    if ticks:
        by_page: dict[int, list[Mark]] = defaultdict(list)
        for mark in ticked(report):
            by_page[mark.source.page or 1].append(mark)
        for number, found in by_page.items():
            _tick(writer, number, found)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _highlight(writer: PdfWriter, mark: Mark, color: str, note: Note | None = None) -> None:
    """A highlight over the mark, with an appearance of its own: not every program makes one."""
    from pypdf.annotations import Highlight
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        StreamObject,
        TextStringObject,
    )  # fmt: skip

    if mark.source.page is None or mark.source.bbox is None:
        return
    left, bottom, right, top = box = _box(writer.pages[mark.source.page - 1], mark.source.bbox)
    corners = (left, top, right, top, left, bottom, right, bottom)
    highlight = Highlight(
        rect=box,
        quad_points=ArrayObject(map(FloatObject, corners)),
        highlight_color=color.removeprefix("#"),
    )
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    drawn = StreamObject()
    drawn.set_data(
        f"/M gs {red:.3f} {green:.3f} {blue:.3f} rg {left} {bottom} {right - left:.2f}"
        f" {top - bottom:.2f} re f".encode()
    )
    blended = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/M"): blended})
    drawn.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, box)),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    appearance = DictionaryObject({NameObject("/N"): writer._add_object(drawn)})  # noqa: SLF001  # pypdf has no other way to add one
    highlight[NameObject("/AP")] = appearance
    if note is not None:
        highlight[NameObject("/Contents")] = TextStringObject(note.text)
        highlight[NameObject("/T")] = TextStringObject(AUTHOR)
    writer.add_annotation(page_number=mark.source.page - 1, annotation=highlight)


def _tick(writer: PdfWriter, number: int, found: list[Mark]) -> None:
    """A small green tick at the upper right of each mark, in the page's contents."""
    from pypdf.generic import ArrayObject, NameObject, StreamObject

    page = writer.pages[number - 1]
    strokes = ["Q q 0.11 0.42 0.24 RG 0.7 w 1 J"]
    for mark in found:
        if mark.source.bbox is not None:
            _, _, right, top = _box(page, mark.source.bbox)
            strokes.append(f"{right + 0.6:.2f} {top - 2:.2f} m {right + 1.6:.2f} {top - 3.4:.2f} l")
            strokes.append(f"{right + 3.6:.2f} {top:.2f} l S")
    strokes.append("Q")
    before, after = StreamObject(), StreamObject()
    before.set_data(b"q ")
    after.set_data(" ".join(strokes).encode())
    there = page.get("/Contents")
    resolved = there.get_object() if there is not None else None
    contents = list(resolved) if isinstance(resolved, ArrayObject) else [there] if there else []
    page[NameObject("/Contents")] = ArrayObject(
        [writer._add_object(before), *contents, writer._add_object(after)]  # noqa: SLF001  # as above
    )


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
