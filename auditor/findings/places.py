"""Places: where something stands, in the words of its format."""

from __future__ import annotations

from auditor.model.document import Source


def where(source: Source) -> str:
    """A place in words, as its format counts; "" where nothing tells."""
    return source.at.sentence(_table(source))


def place(source: Source) -> str:
    """Where it stands: ``path:line:column``, or what the format has instead of lines."""
    inside = place_within(source)
    return f"{source.path}{source.at.AFTER_PATH}{inside}" if inside else source.path


def place_within(source: Source) -> str:
    """Where it stands within its file."""
    numbers = {"table": source.table, "row": source.row, "column": source.col}
    counted = " ".join(f"{word} {n}" for word, n in numbers.items() if n is not None)
    return source.at.listing(counted)


def short_place(source: Source) -> str:
    """Where it is, in short and as a person sees it."""
    return source.at.short(_table(source))


def _table(source: Source) -> str:
    """The table's row, such as "table 3, row 5"; "" for what stands in none."""
    if source.table is None:
        return ""
    return f"table {source.table}" + ("" if source.row is None else f", row {source.row}")


def labels(source: Source) -> str:
    """The row label and the column label, as far as there are any."""
    return " / ".join(label for label in (source.row_label, source.column_label) if label)
