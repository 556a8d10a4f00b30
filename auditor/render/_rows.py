"""Places, labels and lists of figures, as the rows of a report for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.document import Source
from auditor.finding import Citation
from auditor.render._layout import Line, Span, cells, line, padded, right_aligned, visible
from auditor.wording import cell_name, element_name, is_near, story_name

LABEL = 14  # cells before what a label names
WIDEST_PLACE = 48  # a longer place pushes its own line only
WIDEST_FIGURE = 24


def place(source: Source) -> str:
    """Where it stands: ``path:line:column``, or what the format has instead of lines."""
    inside = place_within(source)
    return f"{source.path}{' :'[source.line is not None]}{inside}" if inside else source.path


def place_within(source: Source) -> str:
    """Where it stands within its file.

    Where the column is too far along its line to be found, the table's row says it too.
    """
    if source.line is None:
        return " ".join(_place_without_lines(source))
    column = "" if source.column is None else f":{source.column}"
    cell = () if is_near(source) else _counted_place(source)
    return " ".join((f"{source.line}{column}", *cell))


def _place_without_lines(source: Source) -> Iterator[str]:
    if source.sheet is not None or source.cell is not None:
        yield cell_name(source)
        return
    story = story_name(source)
    if story and source.table is None:
        yield story
    yield from _counted_place(source)
    if source.element and not story:
        yield element_name(source)


def _counted_place(source: Source) -> Iterator[str]:
    paragraph = source.paragraph if source.table is None else None  # else it counts the table's
    numbers = {
        "page": source.page,
        "paragraph": paragraph,
        "table": source.table,
        "row": source.row,
        "column": source.col,
    }
    yield from (f"{word} {number}" for word, number in numbers.items() if number is not None)


def labels(source: Source) -> str:
    """The row label and the column label, as far as there are any."""
    return " / ".join(label for label in (source.row_label, source.column_label) if label)


def labelled(label: str, rows: Iterable[Sequence[Span]]) -> Iterator[Line]:
    """The rows one below the other, the first of them beside the label."""
    for number, row in enumerate(rows):
        head = f"  {'' if number else label}".ljust(LABEL + 2)
        yield line(Span(head, "label"), *row, hang=LABEL + 2)


def plain_rows(texts: Iterable[str]) -> Iterator[tuple[Span, ...]]:
    return ((Span(text),) for text in texts)


def citation_rows(citations: Sequence[Citation]) -> Iterator[tuple[Span, ...]]:
    places = [visible(place(citation.source)) for citation in citations]
    place_cells = min(max(map(cells, places), default=0), WIDEST_PLACE)
    text_cells = max((cells(visible(c.text)) for c in citations), default=0)
    for citation, where in zip(citations, places, strict=True):
        named = labels(citation.source)
        yield (
            Span(padded(where, place_cells)),
            Span(f"  {right_aligned(citation.text, min(text_cells, WIDEST_FIGURE))}"),
            Span(f"  {named}" if named else ""),
            Span(f"  ({citation.role})" if citation.role else "", "label"),
        )


def counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
