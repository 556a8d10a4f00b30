"""Word processors' documents: headings and lists by style, tables with merged headings or tabs."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.model.document import Source
from auditor.model.places.paragraph import ParagraphPlace
from tests.formats.statement import Block, Bullet, Grid, Heading, Note, Statement, runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Line

LABELS, COLUMN = 2.4, 1.1
"""Inches to the first tab stop, and from one to the next."""


def ruled(statement: Statement) -> bytes:
    """Tables with lines around their cells."""
    return _written(statement, "Table Grid")


def unruled(statement: Statement) -> bytes:
    """Tables without lines."""
    return _written(statement, "Normal Table")


def tabbed(statement: Statement) -> bytes:
    """No tables at all: lines whose figures are set at tab stops."""
    return _written(statement, None)


def _written(statement: Statement, style: str | None) -> bytes:
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = statement.name
    section.footer.paragraphs[0].text = "Page 1 of 9"
    for block in statement.blocks:
        if not isinstance(block, Grid):
            _add_text(document, block)
        elif style is None:
            _add_lines(document, block)
        else:
            _add_table(document, block, style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_text(document: Document, block: Block) -> None:
    assert not isinstance(block, Grid)
    if isinstance(block, Heading):
        line = document.add_heading("", block.level)
    else:
        line = document.add_paragraph(style="List Bullet" if isinstance(block, Bullet) else None)
    for run in runs(block.text):
        _add_run(line, run.text, bold=run.bold)
    if isinstance(block, Note):
        line.alignment = 2


def _add_run(line: Line, text: str, *, bold: bool) -> None:
    """A newline within it becomes a break."""
    line.add_run(text).bold = bold or None


def _add_table(document: Document, grid: Grid, style: str) -> None:
    table = document.add_table(len(grid.rows), grid.width, style)
    for number, row in enumerate(table.rows):
        cells = row.cells
        for first, count in grid.spans(number):
            cell = cells[first].merge(cells[first + count - 1]) if count > 1 else cells[first]
            cell.text = grid.rows[number][first]
            if grid.holds_figures(first):
                cell.paragraphs[0].alignment = 2
    document.add_paragraph()


def _add_lines(document: Document, grid: Grid) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches

    for row in grid.rows:
        line = document.add_paragraph("\t".join(row))
        for column in range(grid.width - 1):
            stop = Inches(LABELS + COLUMN * column)
            line.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
    document.add_paragraph()


@lru_cache(maxsize=2)
def _document(data: bytes) -> Document:
    import docx

    return docx.Document(io.BytesIO(data))


def opened(data: bytes, source: Source) -> str:
    """The text of a table's cell, or of a paragraph of the body, from a column to another."""
    document = _document(data)
    if source.table is not None and document.tables:
        assert source.row is not None
        assert source.col is not None
        return document.tables[source.table - 1].rows[source.row - 1].cells[source.col - 1].text
    assert isinstance(source.at, ParagraphPlace)
    assert source.at.paragraph is not None
    text = document.paragraphs[source.at.paragraph - 1].text
    if source.column is None or source.end_column is None:
        return text
    return text[source.column - 1 : source.end_column - 1]
