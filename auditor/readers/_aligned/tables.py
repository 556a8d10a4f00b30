"""Tables of aligned words: their headings and rows, each cell with its exact place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.model.document import Anchor, Cell, Source, Table
from auditor.readers._aligned.chunks import Chunk, pieces
from auditor.readers._aligned.columns import AlignedColumn, border, columns, with_figures_apart
from auditor.readers._aligned.headers import CORNER, Heading, Labels, heading_rows
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.regions import Region, is_repeated, regions
from auditor.readers._aligned.rows import Record, is_tight, records, text_columns, usual_pitch
from auditor.readers._aligned.shares_behind import with_shares_behind
from auditor.readers._aligned.unknown_amounts import with_unknown_amounts
from auditor.readers._aligned.words import Rule, Scale, Word

Row = tuple[Cell, ...]


class TableLines(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) of those searched are a table of these rows."""

    first: int
    last: int
    rows: tuple[Row, ...]


def tables(lines: Sequence[PrintedLine], rules: Sequence[Rule], scale: Scale) -> list[TableLines]:
    """The tables among lines, from top to bottom."""
    lines = with_unknown_amounts(lines, scale)
    ruled = sorted(rules, key=lambda rule: rule.top)
    heights = [rule.top for rule in ruled]
    found: list[TableLines] = []
    for region in regions(lines, scale):
        top = bisect_left(heights, lines[region.first].top)
        bottom = bisect_right(heights, lines[region.last - 1].bottom + scale.leading)
        rows = _rows(lines, region, ruled[top:bottom], scale)
        found.append(TableLines(region.first, region.last, rows))
    return found


def numbered(rows: Iterable[Row], number: int) -> Table:
    """The rows as the document's table of that number, each cell with its place in it."""
    return Table(
        number,
        tuple(
            tuple(
                Cell(cell.text, cell.source._replace(table=number, row=r, col=c), cell.anchors)
                for c, cell in enumerate(row, start=1)
            )
            for r, row in enumerate(rows, start=1)
        ),
    )


def _rows(
    lines: Sequence[PrintedLine], region: Region, rules: Sequence[Rule], scale: Scale
) -> tuple[Row, ...]:
    body = [line for line in lines[region.body : region.last] if not _again(line, lines, region)]
    rows = [line for line in body if line.is_row]
    left = border(rows)
    heads = lines[region.first : region.body]
    figure_columns = columns(rows, left, scale)
    body = with_shares_behind(body, heads, figure_columns, scale)
    figure_columns = columns([line for line in body if line.is_row], left, scale)
    body = [with_figures_apart(line, figure_columns, scale) for line in body]
    rows = [line for line in body if line.is_row]
    among = sorted([*figure_columns, *text_columns(rows, figure_columns, scale)])
    labels = _labels(body, among)
    headings = heading_rows(heads, among, labels, rules, scale)
    found = [_heading_row(row, among, scale) for row in headings]
    usual = usual_pitch(body)
    for part, is_heading in _bands(body, among, usual):
        if is_heading:
            again = heading_rows(part, among, labels, rules, scale)
            found += [_heading_row(row, among, scale) for row in again]
        else:
            body_rows = records(part, among, left, usual, scale)
            found += [_record_row(one, among, scale) for one in body_rows]
    return tuple(found)


def _again(line: PrintedLine, lines: Sequence[PrintedLine], region: Region) -> bool:
    """Whether a line on a later page repeats the headings of the table."""
    if line.page == lines[region.body].page or line.is_row:
        return False
    return is_repeated(line, lines, region.body)


def _labels(body: Sequence[PrintedLine], among: Sequence[AlignedColumn]) -> Labels:
    """From the left edge of the labels to the right one of the longest, short of the figures."""
    spans = [line.chunks[0] for line in body if line.chunks[0].left < among[0].outer]
    if not spans:
        return among[0].outer, among[0].outer
    return min(c.left for c in spans), max(min(c.right, among[0].outer) for c in spans)


def _bands(
    body: Sequence[PrintedLine], among: Sequence[AlignedColumn], usual: float
) -> list[tuple[list[PrintedLine], bool]]:
    """The lines of the body by whether they head the columns once more."""
    found: list[tuple[list[PrintedLine], bool]] = []
    for line in body:
        goes_on = found and not found[-1][1] and is_tight(found[-1][0][-1].top, line, usual)
        heads = not line.is_row and not line.figures and _over(line, among) and not goes_on
        heads = heads or (line.is_years and line.left > among[0].outer)
        if found and found[-1][1] == heads:
            found[-1][0].append(line)
        else:
            found.append(([line], heads))
    return found


def _over(line: PrintedLine, among: Sequence[AlignedColumn]) -> bool:
    """Whether a line without figures stands over the columns, and no part of it over labels."""
    first = line.chunks[0]
    return (first.left + first.right) / 2 > among[0].outer


def _heading_row(row: Sequence[Heading], among: Sequence[AlignedColumn], scale: Scale) -> Row:
    cells: list[tuple[Word, ...]] = [()] * (len(among) + 1)
    for heading in row:
        at = 0 if heading.first == CORNER else heading.first + 1
        cells[at] += heading.words
    return _filled([_cell(words, scale) for words in cells])


def _record_row(record: Record, among: Sequence[AlignedColumn], scale: Scale) -> Row:
    found = [_cell_of(record.label, scale)]
    found += [_cell_of(record.cells.get(at, ()), scale) for at in range(len(among))]
    return _filled(found)


def _cell_of(chunks: Sequence[Chunk], scale: Scale) -> Cell | None:
    if len(chunks) == 1 and chunks[0].restated:
        return Cell(
            chunks[0].text, place := _place(chunks[0].words), (Anchor(0, place, whole=True),)
        )
    return _cell([word for chunk in chunks for word in chunk.words], scale)


def _cell(words: Sequence[Word], scale: Scale) -> Cell | None:
    if not words:
        return None
    text, anchors = spelled(words, scale)
    return Cell(text, _place(words), anchors)


def spelled(words: Sequence[Word], scale: Scale) -> tuple[str, tuple[Anchor, ...]]:
    """The text of words in reading order, and where each stands."""
    text, anchors = "", []
    for piece, word in pieces(words, scale):
        if word is not None:
            anchors.append(Anchor(len(text), word.source, word.whole))
        text += piece
    return text, tuple(anchors)


def _place(words: Sequence[Word]) -> Source:
    place = words[0].source
    for word in words[1:]:
        place = place.joined(word.source)
    return place


def _filled(cells: Sequence[Cell | None]) -> Row:
    """The row with an empty cell, beside those that are filled, wherever nothing stands."""
    place = next(cell.source for cell in cells if cell)
    return tuple(cell or Cell("", place.nearby()) for cell in cells)
