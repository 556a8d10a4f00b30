"""Layout: a table as a grid, its heading rows and its figures told from the rest.

After reading, this is where cells are parsed: what comes later takes figures from the grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.facts.column_headings import Figures, Texts, headings_over, with_percentages_moved
from auditor.facts.thresholds import FEWEST_YEARS
from auditor.model.document import Table
from auditor.model.figure import DECIMAL_POINTS, Figure, NumeralConvention
from auditor.model.grid import Band, Column, Grid, Row
from auditor.notation.deferred import deferred
from auditor.notation.leftovers import is_spoilt
from auditor.notation.numerals import cell_figure, narrowed, table_convention, visible

_YEAR = deferred(r"(?:19|20)\d\d(?:\s?(?:\(\w{1,2}\)|\*|[A-Z]))*+")
_FLOATED_YEAR = deferred(r"(?:19|20)\d\d\.0")
_UNIT_NOTE = deferred(
    r"^[(（]|\bended\b|\bmonths\b|\b(?:thousand|million|billion)s?\b|\d", re.IGNORECASE
)
_STAND_IN = deferred(r"(?:n\.?/?[am]\.?|nm|n\.m\.|\*+|—|-+|…|\.\.\.)", re.IGNORECASE)
_SPACES = deferred(r"\s+")
_DIGIT = deferred(r"\d")


def grid_of(table: Table, usual: NumeralConvention = DECIMAL_POINTS) -> Grid:
    """The table's bands and figures, in a document whose numbers are usually written so."""
    texts = [[_plain(cell.text) if cell else "" for cell in row] for row in table.rows]
    convention = _convention(table, texts, usual)
    figures = {
        (r, c): figure
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row)
        if cell and cell.text and (figure := cell_figure(cell.text, convention)) is not None
    }
    labels = _label_columns(texts, figures)
    headers = _header_rows(texts, figures, labels)
    for r in headers:
        for c in range(len(texts[r])):
            figures.pop((r, c), None)
    texts = [with_percentages_moved(t, figures) if r in headers else t for r, t in enumerate(texts)]
    return Grid(table, tuple(_bands(texts, figures, headers, labels)), figures)


def body_texts(table: Table) -> Iterator[str]:
    """What the cells beside the labels say."""
    return (cell.text for row in table.rows for cell in row[1:] if cell and cell.text)


def _convention(table: Table, texts: Texts, usual: NumeralConvention) -> NumeralConvention:
    labels = (row[0] for row in texts if row)
    headings = (heading.text for heading in table.headings)
    around = " ".join((*headings, *table.notes, *labels))
    return table_convention(body_texts(table), around, usual)


def _plain(text: str) -> str:
    """What a cell says on one line; a program that writes years as decimals means years."""
    plain = _SPACES.sub(" ", narrowed(visible(text))).strip()
    return plain[:4] if _FLOATED_YEAR.fullmatch(plain) else plain


def _label_columns(texts: Texts, figures: Figures) -> int:
    """How many leading columns hold labels: at least one, more while they hold no figures."""
    width = max((len(row) for row in texts), default=0)
    for c in range(1, width):
        stated = [texts[r][c] for r in range(len(texts)) if (r, c) in figures]
        if stated and not (_only_years(stated) and width > c + 1):
            return c
    return 1


def _only_years(texts: Sequence[str]) -> bool:
    """Whether a column's figures are years that label rows: "2025" and "2024" over and over."""
    return len(texts) >= FEWEST_YEARS and all(_YEAR.fullmatch(text) for text in texts)


def _header_rows(texts: Texts, figures: Figures, labels: int) -> frozenset[int]:
    """Rows that head columns: no figures but years, and words with or instead of a label."""
    found = set()
    body_seen = False
    for r, row in enumerate(texts):
        filled = [c for c in range(labels, len(row)) if row[c]]
        stated = [c for c in filled if (r, c) in figures]
        years = all(_is_year(row[c], figures[r, c]) for c in stated)
        if years and _heads(row, filled, bool(stated), body_seen):
            found.add(r)
        elif stated:
            body_seen = True
    return frozenset(found)


def _heads(row: Sequence[str], filled: Sequence[int], has_years: bool, body_seen: bool) -> bool:
    """Whether a row of words, or of years, heads columns; years below the body need a bare row."""
    if any(is_spoilt(row[c]) for c in filled):
        return False
    if has_years:
        return not body_seen or not row[0]
    if _is_group(row, filled, body_seen=body_seen):
        return False
    return not all(_STAND_IN.fullmatch(row[c]) for c in filled)


def _is_group(row: Sequence[str], filled: Sequence[int], *, body_seen: bool) -> bool:
    """Whether a row with one text, out of the label column, is the label of the rows below."""
    if row[0] or len(filled) != 1:
        return False
    text = row[filled[0]]
    return text.endswith((":", "：")) or (body_seen and not _UNIT_NOTE.search(text))


def _is_year(text: str, figure: Figure) -> bool:
    return figure.nil is False and _YEAR.fullmatch(text.strip("() *")) is not None


class _Run(NamedTuple):
    """Header rows and the body rows below them, by index."""

    header: tuple[int, ...]
    rows: tuple[int, ...]


def _runs(count: int, headers: frozenset[int]) -> list[_Run]:
    """Header rows with the body rows below them, from top to bottom."""
    runs: list[_Run] = []
    header: list[int] = []
    rows: list[int] = []
    for r in range(count):
        if r in headers:
            if rows:
                runs.append(_Run(tuple(header), tuple(rows)))
                header, rows = [], []
            header.append(r)
        else:
            rows.append(r)
    runs.append(_Run(tuple(header), tuple(rows)))
    return runs


def _bands(texts: Texts, figures: Figures, headers: frozenset[int], labels: int) -> Iterable[Band]:
    above: tuple[int, ...] = ()
    for run in _runs(len(texts), headers):
        header = run.header
        if header and not _names_periods(texts, header, labels):
            header = tuple(r for r in above if _names_periods(texts, (r,), labels)) + header
        above = header or above
        rows = tuple(_rows(texts, figures, run.rows, labels))
        used = sorted({c for r in run.rows for c in range(len(texts[r])) if (r, c) in figures})
        columns = tuple(
            Column(c, headings_over(texts, figures, above, c, labels))
            for c in used
            if c >= labels or not labels
        )
        title = next((texts[r][0] for r in reversed(run.header) if texts[r] and texts[r][0]), "")
        yield Band(title, run.header, columns, rows)


def _names_periods(texts: Texts, header: Iterable[int], labels: int) -> bool:
    return any(_DIGIT.search(text) for r in header for text in texts[r][labels:])


def _rows(texts: Texts, figures: Figures, indices: Iterable[int], labels: int) -> Iterable[Row]:
    group = ""
    for r in indices:
        label = " ".join(text for c, text in enumerate(texts[r][:labels]) if text)
        if any((r, c) in figures for c in range(labels, len(texts[r]))):
            yield Row(r, label, group)
        elif label and not any(texts[r][labels:]):
            group = label
        elif not label:
            group = next((text for text in texts[r] if text), group)
