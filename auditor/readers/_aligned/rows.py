"""Rows: the lines of a table's body, those of one wrapped label made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from auditor.readers._aligned.chunks import Chunk, Kind
from auditor.readers._aligned.columns import AlignedColumn, column_of
from auditor.readers._aligned.labels import begins_within, ends_within, heads
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.thresholds import CLOSE, TIGHT
from auditor.readers._aligned.words import Scale


@dataclass(frozen=True, slots=True)
class Record:
    """One row: what stands in the column of labels, and in the others by their place.

    ``last`` is the top of its last line.
    """

    label: tuple[Chunk, ...]
    cells: Mapping[int, tuple[Chunk, ...]]
    last: float
    bottom: float

    @property
    def has_figures(self) -> bool:
        return any(c.counts for chunks in self.cells.values() for c in chunks)

    @property
    def said(self) -> str:
        return " ".join(chunk.text for chunk in self.label)


def text_columns(
    lines: Sequence[PrintedLine], columns: Sequence[AlignedColumn], scale: Scale
) -> list[AlignedColumn]:
    """Columns of words between or after those of figures: two below each other, or one beyond."""
    spans = sorted(
        (c.left, c.right)
        for line in lines
        for c in line.chunks[1 if line.chunks[0].has_letters else 2 :]
        if c.kind is Kind.TEXT and column_of(c, columns, scale) is None
    )
    groups: list[list[tuple[float, float]]] = []
    for left, right in spans:
        if groups and left < max(r for _, r in groups[-1]):
            groups[-1].append((left, right))
        else:
            groups.append([(left, right)])
    kept = [g for g in groups if len(g) > 1 or (columns and g[0][0] > columns[0].right)]
    return [AlignedColumn(g[0][0], max(r for _, r in g), g[0][0]) for g in kept]


def records(
    lines: Sequence[PrintedLine],
    columns: Sequence[AlignedColumn],
    left: float,
    usual: float,
    scale: Scale,
) -> list[Record]:
    """The rows from top to bottom, ``usual`` apart; what begins left of ``left`` is a label."""
    found: list[Record] = []
    for line in lines:
        new = record(line, columns, left, scale)
        if found and _is_one(found[-1], new, usual, scale):
            found[-1] = _one(found[-1], new)
        else:
            found.append(new)
    return found


def record(
    line: PrintedLine, columns: Sequence[AlignedColumn], left: float, scale: Scale
) -> Record:
    """The row that one line is; what begins left of ``left`` is a label.

    So is a number before the words of a label: "113100    Bank    110,500.00".
    """
    label: list[Chunk] = []
    cells: dict[int, tuple[Chunk, ...]] = {}
    first = line.chunks[0]
    is_numbered = first not in line.figures and first.right < columns[0].outer - scale.near
    for chunk in line.chunks:
        heads_row = is_numbered and chunk is first
        is_label = not cells and _is_label(chunk, label, columns, scale)
        if heads_row or chunk.left < left or is_label:
            label.append(chunk)
        else:
            at = _place(chunk, columns, scale)
            cells[at] = (*cells.get(at, ()), chunk)
    return Record(tuple(label), cells, line.top, line.bottom)


def _is_label(
    chunk: Chunk, label: Sequence[Chunk], columns: Sequence[AlignedColumn], scale: Scale
) -> bool:
    """Whether a chunk left of all figures is a label, or goes on with one."""
    if chunk.counts or chunk.left > columns[0].left - scale.near:
        return False
    return bool(label and not label[-1].has_letters) or column_of(chunk, columns, scale) is None


def _place(chunk: Chunk, columns: Sequence[AlignedColumn], scale: Scale) -> int:
    """The column of a chunk; beside all of them, the one nearest."""
    at = column_of(chunk, columns, scale)
    if at is not None:
        return at
    return min(
        range(len(columns)),
        key=lambda i: max(columns[i].left - chunk.right, chunk.left - columns[i].right),
    )


def usual_pitch(lines: Sequence[PrintedLine]) -> float:
    """The usual distance to a row of figures from the one above, or from that one's last line."""
    near = [(a, b) for a, b in pairwise(lines) if b.figures and a.flow == b.flow]
    pitches = [b.top - a.top for a, b in near if a.figures] or [b.top - a.top for a, b in near]
    return median(pitches) if pitches else 0.0


def is_tight(above: float, line: PrintedLine | Record, usual: float) -> bool:
    """Whether a line is so close below the top of another that both are of one row."""
    top = line.last if isinstance(line, Record) else line.top
    return 0 < top - above < min(TIGHT * usual, CLOSE * (line.bottom - top))


def _is_one(a: Record, b: Record, usual: float, scale: Scale) -> bool:
    """Whether two lines are one row."""
    tight = is_tight(a.last, b, usual)
    if a.has_figures and b.has_figures:
        return False
    if tight and not b.has_figures and (a.has_figures or not b.label):
        return True
    if tight and not (a.label or a.has_figures):
        return True
    if not a.has_figures and not a.cells:
        return _label_goes_on(a, b, tight=tight, scale=scale)
    return not b.cells and bool(b.label) and _rest_of_label(a, b, tight=tight, scale=scale)


def _rest_of_label(a: Record, b: Record, *, tight: bool, scale: Scale) -> bool:
    """Whether a line of nothing but a label is what the label of a row goes on with."""
    if tight or (ends_within(a.said) and not heads(b.said)):
        return True
    return begins_within(b.said) and _deeper(a, b, scale)


def _label_goes_on(a: Record, b: Record, *, tight: bool, scale: Scale) -> bool:
    """Whether a label without figures goes on in the next line."""
    if not a.label or heads(a.said):
        return False
    if not b.label:
        return tight and b.has_figures
    if tight or ends_within(a.said):
        return True
    return b.label[0].left >= a.label[0].left - scale.gap and begins_within(b.said)


def _deeper(a: Record, b: Record, scale: Scale) -> bool:
    return bool(a.label) and b.label[0].left > a.label[0].left + scale.glue


def _one(a: Record, b: Record) -> Record:
    cells = {**a.cells}
    for at, chunks in b.cells.items():
        cells[at] = (*cells.get(at, ()), *chunks)
    return replace(a, label=a.label + b.label, cells=cells, last=b.last, bottom=b.bottom)
