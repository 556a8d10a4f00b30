"""Places: where something stands, in the words of its format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model.document import Source

_NEEDS_QUOTES = re.compile(r"[\s'!]")

FARTHEST = 1_000
"""The last column that a person finds by counting, or by scrolling in an editor."""


def where(source: Source) -> str:
    """A place in words, as its format counts; "" where nothing tells."""
    if source.line is not None and (is_near(source) or source.table is None):
        far = "" if is_near(source) else f", column {source.column}"
        return f"at line {source.line}{far}"
    if source.sheet or source.cell:
        return f"in {cell_name(source)}"
    if source.page is not None:
        return f"on page {source.page}"
    if source.table is not None:
        row = "" if source.row is None else f", row {source.row}"
        return f"in table {source.table}{row}"
    if source.paragraph is not None:
        story = f"{story_name(source)}, " if story_name(source) else ""
        return f"in {story}paragraph {source.paragraph}"
    return f"in {element_name(source)}" if source.element else ""


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


def short_place(source: Source) -> str:
    """Where it is, in short and as a person sees it."""
    if source.sheet or source.cell:
        return cell_name(source)
    if source.page is not None:
        return f"p. {source.page}"
    if source.table is not None:
        row = "" if source.row is None else f", row {source.row}"
        return f"table {source.table}{row}"
    if source.paragraph is not None:
        return ", ".join(filter(None, (story_name(source), f"¶ {source.paragraph}")))
    if source.line is not None:
        return str(source.line) if is_near(source) else f"{source.line}:{source.column}"
    return element_name(source)


def labels(source: Source) -> str:
    """The row label and the column label, as far as there are any."""
    return " / ".join(label for label in (source.row_label, source.column_label) if label)


def is_near(source: Source) -> bool:
    """Whether one finds it by its line: some web pages are a single line."""
    return source.line is not None and (source.column or 1) <= FARTHEST


def element_name(source: Source) -> str:
    """What an element is called: by its name, such as "footnote 3", or else its id, "#f12"."""
    return story_name(source) or (f"#{source.element}" if source.element else "")


def story_name(source: Source) -> str:
    """The note, text box or the like that counts its own paragraphs; "" for the body."""
    return source.element if source.element and " " in source.element else ""  # no id has blanks


def cell_name(source: Source) -> str:
    """A workbook's cell or sheet, such as "Segments!B7"; a name with blanks in quotes."""
    sheet = source.sheet or ""
    if _NEEDS_QUOTES.search(sheet):
        sheet = "'{}'".format(sheet.replace("'", "''"))
    return "!".join(part for part in (sheet, source.cell) if part)
