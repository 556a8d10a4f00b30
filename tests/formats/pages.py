"""PDF: tables with lines or without, split over pages, between running heads and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from auditor.model.document import Source
from auditor.model.places.page import PagePlace
from auditor.readers._pdf.unoutlined import text_page
from tests.formats.statement import Block, Bullet, Grid, Heading, Note, Statement, runs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

LATIN, BOLD, JAPANESE = "Helvetica", "Helvetica-Bold", "HeiseiKakuGo-W5"
KOREAN, CHINESE = "HYGothic-Medium", "STSong-Light"
NARROW, WIDE = "\u202f", "\u00a0"
SIZE = 8.5
MARGIN = 50
PADDING = 4
WIDEST_TEXT = 110
"""Points. Longer texts in a table are broken into lines."""


def ruled(statement: Statement) -> bytes:
    """Tables with a line around every cell."""
    return _written(statement, [("GRID", (0, 0), (-1, -1), 0.5, "black")])


def unruled(statement: Statement) -> bytes:
    """Tables that only their alignment shows."""
    return _written(statement, [])


def _written(statement: Statement, rules: Sequence[Any]) -> bytes:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import SimpleDocTemplate

    for font in (JAPANESE, KOREAN, CHINESE):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    widest = max(sum(_widths(grid)) for grid in _in_fonts(statement).grids)
    size = A4 if widest <= A4[0] - 2 * MARGIN else landscape(A4)
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=size, invariant=1, title=statement.name,
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
    )  # fmt: skip
    story = [piece for block in _in_fonts(statement).blocks for piece in _pieces(block, rules)]

    def furnished(canvas: Any, template: Any) -> None:
        canvas.setFont(LATIN, 7)
        canvas.drawString(MARGIN, size[1] - 30, f"The {statement.name} group")
        canvas.drawCentredString(size[0] / 2, 25, str(template.page))

    template.build(story, onFirstPage=furnished, onLaterPages=furnished)
    return out.getvalue()


def _in_fonts(statement: Statement) -> Statement:
    """With a wider blank between the groups of digits, and "Rs.": fonts lack the others."""
    return replace(statement, blocks=tuple(map(_block_in_fonts, statement.blocks)))


def _block_in_fonts(block: Block) -> Block:
    if isinstance(block, Grid):
        rows = tuple(tuple(map(_text_in_fonts, row)) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, text=_text_in_fonts(block.text))


def _text_in_fonts(text: str) -> str:
    return text.replace(NARROW, WIDE).replace("₹", "Rs.")


def _pieces(block: Block, rules: Sequence[Any]) -> Iterator[Any]:
    from reportlab.platypus import Spacer

    if isinstance(block, Grid):
        yield _table(block, rules)
        yield Spacer(0, 10)
    elif isinstance(block, Heading):
        yield _paragraph(block.text, size=18 - 3 * block.level, font=BOLD, keepWithNext=1)
    elif isinstance(block, Note):
        yield _paragraph(block.text, alignment=2)
    elif isinstance(block, Bullet):
        yield _paragraph(block.text, bullet="•", leftIndent=12)
    else:
        yield _paragraph(block.text)


def _paragraph(
    text: str, *, size: float = SIZE, font: str = LATIN, bullet: str | None = None, **style: Any
) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    shown = "".join(
        f"<b>{_lettered(run.text)}</b>" if run.bold else _lettered(run.text) for run in runs(text)
    )
    spaced = {"spaceBefore": 4, "spaceAfter": 4} | style
    look = ParagraphStyle("", fontName=font, fontSize=size, leading=1.25 * size, **spaced)
    return Paragraph(shown.replace("\n", "<br/>"), look, bulletText=bullet)


def _lettered(text: str) -> str:
    """The text with the characters that the Latin font lacks in an eastern one."""
    eastern = _eastern(text)
    found, foreign = "", False
    for character in text:
        lacking = not _is_latin(character)
        if lacking != foreign:
            found += f'<font name="{eastern}">' if lacking else "</font>"
            foreign = lacking
        found += escape(character)
    return found + "</font>" * foreign


def _eastern(text: str) -> str:
    """The eastern font that has the characters of a text."""
    if any("\uac00" <= c <= "\ud7a3" for c in text):
        return KOREAN
    wide = "".join(c for c in text if east_asian_width(c) in "WF")
    return JAPANESE if wide.encode("cp932", "ignore").decode("cp932") == wide else CHINESE


def _is_latin(character: str) -> bool:
    return character in "\n−" or character.encode("cp1252", "ignore") != b""


def _table(grid: Grid, rules: Sequence[Any]) -> Any:
    from reportlab.platypus import Table

    style = [
        ("FONT", (0, 0), (-1, -1), _font(grid), SIZE),
        ("PADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *rules,
    ]
    style += [
        ("ALIGN", (column, 0), (column, -1), "RIGHT")
        for column in range(grid.width)
        if grid.holds_figures(column)
    ]
    for row in range(grid.headers):
        for first, count in grid.spans(row):
            if count > 1:
                style.append(("SPAN", (first, row), (first + count - 1, row)))
                style.append(("ALIGN", (first, row), (first, row), "CENTER"))
    widths = _widths(grid)
    cells = [_cells(grid, row, widths) for row in range(len(grid.rows))]
    return Table(cells, widths, repeatRows=grid.headers, style=style)


def _font(grid: Grid) -> str:
    """An eastern one for a table of eastern words, and not for a mark that the other lacks."""
    texts = "".join(text for row in grid.rows for text in row)
    return _eastern(texts) if any(east_asian_width(c) in "WF" for c in texts) else LATIN


def _cells(grid: Grid, row: int, widths: Sequence[float]) -> list[Any]:
    """What stands in a row's cells: in those of one column, in as many lines as it takes."""
    spans = grid.spans(row) if row < grid.headers else ()
    across = {first for first, count in spans if count > 1}
    return [
        text if column in across else _cell(text, widths[column], _font(grid))
        for column, text in enumerate(grid.rows[row])
    ]


def _cell(text: str, width: float, font: str) -> Any:
    if _length(text, font) <= width and (font != LATIN or all(map(_is_latin, text))):
        return text
    return _paragraph(text, font=font, spaceBefore=0, spaceAfter=0)


def _widths(grid: Grid) -> list[float]:
    """Points: figures are never broken, nor are labels short enough."""
    font = _font(grid)
    widths = [
        max(min(_length(row[c], font), WIDEST_TEXT) for row in grid.rows[grid.headers :])
        for c in range(grid.width)
    ]
    for row in range(grid.headers):
        for first, count in grid.spans(row):
            lacking = _length(grid.rows[row][first], font) - sum(widths[first : first + count])
            for column in range(first, first + count):
                widths[column] += max(lacking, 0) / count
    return [width + 2 * PADDING + 1 for width in widths]


def _length(text: str, font: str) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, font, SIZE))


@lru_cache(maxsize=2)
def _document(data: bytes) -> PdfDocument:
    import pypdfium2

    return pypdfium2.PdfDocument(data)


@lru_cache(maxsize=40)
def _page(data: bytes, number: int) -> tuple[float, Any]:
    """The height and the characters of a page."""
    page = _document(data)[number - 1]
    return page.get_height(), text_page(page)


def opened(data: bytes, source: Source) -> str:
    """The characters inside a box on a page."""
    assert isinstance(source.at, PagePlace)
    assert source.at.bbox is not None
    height, characters = _page(data, source.at.page)
    left, top, right, bottom = source.at.bbox
    return str(characters.get_text_bounded(left, height - bottom, right, height - top))
