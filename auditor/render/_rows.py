"""Places, labels and lists of figures, as the rows of a report for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.findings.places import labels, place, place_within
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.report import Excerpt
from auditor.notation.styled_lines import Span, StyledLine, line
from auditor.notation.text_columns import cells, padded, right_aligned, visible
from auditor.render._thresholds import WIDEST_FIGURE, WIDEST_PLACE

LABEL = len("likely wrong") + 2  # cells before what a label names
Excerpts = Mapping[tuple[Source, str], Excerpt]
"""What a document shows around a figure, by its place and text."""


def labelled(label: str, rows: Iterable[Sequence[Span]]) -> Iterator[StyledLine]:
    """The rows one below the other, the first of them beside the label."""
    for number, row in enumerate(rows):
        head = f"  {'' if number else label}".ljust(LABEL + 2)
        yield line(Span(head, "label"), *row, hang=LABEL + 2)


def plain_rows(texts: Iterable[str]) -> Iterator[tuple[Span, ...]]:
    return ((Span(text),) for text in texts)


def citation_rows(citations: Sequence[Citation], within: str = "") -> Iterator[tuple[Span, ...]]:
    """A row a figure with its place; the file ``within`` which it is told is not named again."""
    places = [visible(place_beside(citation.source, within)) for citation in citations]
    place_cells = min(max(map(cells, places), default=0), WIDEST_PLACE)
    text_cells = max((cells(visible(c.text)) for c in citations), default=0)
    for citation, where in zip(citations, places, strict=True):
        named = labels(citation.source)
        yield (
            Span(padded(where, place_cells)),
            Span(f"  {right_aligned(citation.text, min(text_cells, WIDEST_FIGURE))}"),
            Span(f"  {named}" if named else ""),
            Span(f"  ({citation.reason or citation.role})", "label"),
        )


def place_beside(source: Source, within: str) -> str:
    """Where it stands; the file that is told already is not named again."""
    return place_within(source) if source.path == within else place(source)
