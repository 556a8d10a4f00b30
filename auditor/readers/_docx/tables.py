"""Tables: what a table states, in logical rows and columns, with the place of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.document import Cell, Source, Table
from auditor.model.places.paragraph import ParagraphPlace
from auditor.notation.amounts_together import state_amounts_together
from auditor.readers._docx.columns import (
    Span,
    logical,
    printed_figure,
    states_amount,
    states_figure,
)
from auditor.readers._docx.paragraphs import Place
from auditor.readers._docx.slots import Slot, Slots


def states_figures(slots: Slots) -> bool:
    """Whether a figure stands beside something else; a table without arranges text."""
    beside = {
        (r, c): slot.text
        for r, row in enumerate(slots)
        for c, slot in enumerate([slot for slot in row if slot.text.strip()])
        if c
    }
    lines = (line for text in beside.values() for line in text.split("\n"))
    return any(map(states_amount, lines)) or state_amounts_together(beside)


def table(slots: Slots, number: int, place: Place) -> Table:
    """The table of that number; ``place`` is the story that it stands in.

    A row of lines that stand one above the other in each of its cells is that many rows.
    """
    rows = [line for row in slots for line in _apart(row)]
    return Table(
        number,
        tuple(
            tuple(_cells(texts, place, number, r)) for r, texts in enumerate(logical(rows), start=1)
        ),
    )


def _cells(texts: dict[int, str], place: Place, table: int, row: int) -> Iterator[Cell | None]:
    at = ParagraphPlace(element=place.element)
    for column in range(max(texts, default=-1) + 1):
        text = texts.get(column)
        if text is None:
            yield None
            continue
        yield Cell(text, Source(place.path, at, table, row, column + 1))


def _apart(row: Sequence[Slot]) -> list[tuple[Span, ...]]:
    """The row, or each line of its cells as a row of its own where figures stand so.

    All cells that hold anything then have the same number of lines, blank ones at their ends
    counted or not.
    """
    for read in (str, str.strip):
        stacks = [read(slot.text).split("\n") for slot in row]
        if _are_stacked(stacks):
            lines = (line for line in zip(*_evened(stacks), strict=True) if any(line))
            return [tuple(map(_span, row, line)) for line in lines]
    return [tuple(_span(slot, slot.text) for slot in row)]


def _are_stacked(stacks: Sequence[Sequence[str]]) -> bool:
    """Whether the lines of the cells are as many each, and in some cell nothing but figures."""
    counts = {len(lines) for lines in stacks if any(lines)}
    if len(counts) != 1 or counts == {1}:
        return False
    return any(sum(map(states_figure, s)) > 1 and all(map(_fits, s)) for s in stacks)


def _fits(line: str) -> bool:
    """Whether a line may stand among figures: it is one, a dash, or blank."""
    return not line.strip() or printed_figure(line) is not None


def _evened(stacks: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The stacks, empty ones made as high as the others."""
    height = max(map(len, stacks))
    for lines in stacks:
        yield lines if any(lines) else [""] * height


def _span(slot: Slot, text: str) -> Span:
    return Span(slot.start, slot.end, text.strip())
