"""Error values: cells that show what a spreadsheet program shows instead of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.thresholds import LISTED_CELLS
from auditor.model.citation import Citation
from auditor.model.document import Cell, Document, Passage, Source, Table
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind

RULE = "error-value"

_GONE = "refers to cells that are no longer there"
_DIVIDED = "divides by nothing"
_SOUGHT = "looks for something that is not there"
_NAME = "uses a name that the program does not know"
_NUMBER = "has no result that is a number"
_VALUE = "computes with something that is no number"
_APART = "asks for the cells that ranges have in common, and there are none"

MEANINGS = {
    "#REF!": _GONE, "#BEZUG!": _GONE, "#¡REF!": _GONE, "#RIF!": _GONE,
    "#DIV/0!": _DIVIDED, "#¡DIV/0!": _DIVIDED,
    "#N/A": _SOUGHT, "#NV": _SOUGHT, "#N/D": _SOUGHT,
    "#NAME?": _NAME, "#NOM?": _NAME, "#¿NOMBRE?": _NAME, "#NOME?": _NAME,
    "#NUM!": _NUMBER, "#ZAHL!": _NUMBER, "#NOMBRE!": _NUMBER, "#¡NUM!": _NUMBER,
    "#VALUE!": _VALUE, "#WERT!": _VALUE, "#VALEUR!": _VALUE, "#¡VALOR!": _VALUE,
    "#VALORE!": _VALUE, "#VALOR!": _VALUE,
    "#NULL!": _APART, "#NUL!": _APART, "#¡NULO!": _APART,
    "#SPILL!": "has more results than room", "#CALC!": "cannot be computed",
}  # fmt: skip
"""What is wrong with the formula of a cell that shows such an error, as programs spell it."""

Origins = frozenset[tuple[int, int, int]]
_TOO_NARROW = "the column was too narrow to show what stands there"
_WHY = "A cell that shows an error states no figure, and what is computed from it is wrong too."


def error_values(document: Document) -> Iterator[Oddity]:
    """The cells that show an error, those alike of one table together.

    Where it is known in which cells errors began, these are told and cited before those that took
    them over.
    """
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _of_table(block, document.error_origins)
        elif isinstance(block, Passage) and block.text.strip() in MEANINGS:
            text = block.text.strip()
            yield _oddity(text, [Citation("error", text, block.source(0, len(block.text)))])


def _of_table(table: Table, origins: Origins) -> Iterator[Oddity]:
    alike: dict[str, list[Citation]] = {}
    for row in table.rows:
        for cell in row:
            if cell is None or "#" not in cell.text:
                continue
            text = cell.text.strip()
            if text.startswith("#") and (text.upper() in MEANINGS or _is_too_narrow(text)):
                shown = text.upper() if text.upper() in MEANINGS else "#" * 3
                alike.setdefault(shown, []).append(Citation("error", text, _place(cell, row)))
    for text, cells in alike.items():
        began = [one for one in cells if _at(one.source) in origins]
        yield _oddity(text, [*began, *(one for one in cells if one not in began)], len(began))


def _at(source: Source) -> tuple[int | None, int | None, int | None]:
    return source.table, source.row, source.col


def _is_too_narrow(text: str) -> bool:
    return len(text) > 2 and not text.strip("#")


def _place(cell: Cell, row: tuple[Cell | None, ...]) -> Source:

    label = next((c.text for c in row if c and c.text), "")
    return cell.source if label == cell.text else cell.source._replace(row_label=label)


def _oddity(text: str, cells: list[Citation], began: int = 0) -> Oddity:
    """Cells that show the same error, of which the first ``began`` took it from no other."""
    meaning = MEANINGS.get(text)
    shown = cells[0].text
    listed = _listed(cells)
    verb = "shows" if len(cells) == 1 else "show"
    if meaning is None:
        message = f"{listed} {verb} {shown} and no figure: {_TOO_NARROW}."
    elif 0 < began < len(cells):
        whose = "its formula" if began == 1 else "the formula of each"
        own = f"{_listed(cells[:began])} {'shows' if began == 1 else 'show'} the error {shown}"
        message = f"{own}: {whose} {meaning}. {_listed(cells[began:])} took it over."
    else:
        whose = "its formula" if len(cells) == 1 else "the formula of each"
        message = f"{listed} {verb} the error {shown}: {whose}, or one that it uses, {meaning}."
    return Oddity(RULE, Kind.SCHEMA, message, tuple(cells), meaning is not None, why=_WHY)


def _listed(cells: list[Citation]) -> str:
    """The cells by where they are, the first of many."""
    names = [c.source.at.short(_of(c.source)) or "A cell" for c in cells[:LISTED_CELLS]]
    more = len(cells) - LISTED_CELLS
    said = "; ".join(names) + (f"; and {more} more" if more > 0 else "")
    return said[:1].upper() + said[1:]


def _of(source: Source) -> str:
    row = "" if source.row is None else f", row {source.row}"
    return "" if source.table is None else f"table {source.table}{row}, column {source.col}"
