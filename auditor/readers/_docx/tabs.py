"""Tabs: tables of lines whose figures are set at tab stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.document import Cell, Table, placed
from auditor.readers._docx.columns import Span, states_figure, together
from auditor.readers._docx.lines import StoryLine
from auditor.readers._docx.paragraphs import Paragraph


def tab_table(lines: Sequence[StoryLine], number: int) -> Table:
    """The table that lines make: a tab sets a cell apart from the next.

    Where signs stand at tab stops of their own, the stops tell no columns; if every line with
    figures then has as many texts, these do.
    """
    rows = [_spans(line.text) for line in lines]
    joined = [_without_gaps(row) for row in rows]
    widths = {len(row) for row in joined if any(states_figure(s.text) for s in row[1:])}
    chosen = joined if len(widths) == 1 and _has_signs(rows, joined) else rows
    return Table(
        number,
        tuple(
            tuple(_cells(line, row, number, r))
            for r, (line, row) in enumerate(zip(lines, chosen, strict=True), start=1)
        ),
    )


def _spans(text: str) -> list[Span]:
    """The texts between the tabs of a line, each over its characters, blanks around it left out."""
    found, start = [], 0
    for part in text.split("\t"):
        lead = len(part) - len(part.lstrip())
        kept = part.strip()
        begin = start + lead if kept else start
        found.append(Span(begin, begin + len(kept), kept))
        start += len(part) + 1
    return found


def _without_gaps(row: Sequence[Span]) -> list[Span]:
    """The label, blank or not, and the other texts that stand in the line, signs joined to them."""
    found = list(row[:1])
    for span in row[1:]:
        if not span.text:
            continue
        before = found[-1]
        joined = together(before, span._replace(start=before.end)) if len(found) > 1 else None
        if joined is None:
            found.append(span)
        else:
            found[-1] = joined._replace(end=span.end)
    return found


def _has_signs(rows: Sequence[Sequence[Span]], joined: Sequence[Sequence[Span]]) -> bool:
    """Whether some text was joined to another."""
    return any(
        sum(bool(s.text) for s in row) > sum(bool(s.text) for s in one)
        for row, one in zip(rows, joined, strict=True)
    )


def _cells(line: StoryLine, row: Sequence[Span], number: int, r: int) -> Iterator[Cell]:
    owner = line.owner
    assert isinstance(owner, Paragraph)
    for c, span in enumerate(row, start=1):
        start, end = line.start + span.start, line.start + span.end
        source = placed(owner.anchors, start, end)._replace(table=number, row=r, col=c)
        yield Cell(owner.text[start:end], source)
