"""Layout: a table as a grid, its heading rows and its figures told from the rest.

After reading, this is where cells are parsed: what comes later takes figures from the grid.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.facts.column_headings import (
    Texts,
    by_column,
    headings_over,
    of_a_part,
    parts_named,
    with_headings_moved,
    with_percentages_moved,
)
from auditor.facts.relative_columns import is_relative
from auditor.facts.thresholds import FEWEST_FLOATED, FEWEST_YEARS
from auditor.model.document import Table
from auditor.model.figure import DECIMAL_POINTS, Figure, NumeralConvention
from auditor.model.grid import Band, Column, Grid, Row
from auditor.model.places.sheet import SheetPlace
from auditor.notation.deferred import deferred
from auditor.notation.kanji_numerals import kanji_numerals
from auditor.notation.leftovers import is_spoilt
from auditor.notation.numerals import cell_figure, narrowed, table_convention, visible
from auditor.notation.numerals.figures_beside import alone
from auditor.notation.periods.eras import are_years_in_a_row
from auditor.notation.unknown_numbers import unknown_numbers

_YEAR = deferred(r"(?:19|20)\d\d(?:\s?(?:\(\w{1,2}\)|\*|[A-Z]))*+")
_FLOATED_YEAR = deferred(r"(?:19|20)\d\d\.(?:0|0{3,9})")
_FLOATED_WHOLE = deferred(r"-?[0-9]{1,20}\.0")
_UNIT_NOTE = deferred(
    r"^[(（]|\bended\b|\bmonths\b|\b(?:thousand|million|billion)s?\b|\d", re.IGNORECASE
)
_STAND_IN = deferred(r"(?:n\.?/?[am]\.?|nm|n\.m\.|\*+|—|-+|…|\.\.\.)", re.IGNORECASE)
_GROUPED = deferred(r"[0-9][,.'’\u202f\u00a0][0-9]{3}(?![0-9])")
_COMMA_DECIMALS = deferred(r"[0-9],[0-9]{1,2}(?![0-9])")
_SPACES = deferred(r"\s+")
_DIGIT = deferred(r"\d")

Figures = Mapping[tuple[int, int], Figure]
"""The figures of a table by row and column, from 0."""


def grid_of(table: Table, usual: NumeralConvention = DECIMAL_POINTS) -> Grid:
    """The table's bands and figures, in a document whose numbers are usually written so."""
    usual = DECIMAL_POINTS if table.stores_numbers else usual
    texts = [[_plain(cell.text) if cell else "" for cell in row] for row in table.rows]
    convention = _convention(table, texts, usual)
    read = _stored if _is_on_sheet(table) else _figure
    figures = {
        (r, c): figure
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row)
        if cell and cell.text and (figure := read(cell.text, convention)) is not None
    }
    figures |= _as_whole_numbers(figures)
    below_headings = _unread(table, texts, figures)
    unread = {at: text for at, text in below_headings.items() if _DIGIT.search(text)}
    unknown = unknown_numbers(unread, _below_figures(unread, figures))
    unknown |= kanji_numerals(below_headings, {c for _, c in figures})
    labels = _label_columns(texts, figures, unknown)
    headers = _header_rows(texts, figures, unknown, labels)
    for r in headers:
        for c in range(len(texts[r])):
            figures.pop((r, c), None)
    columns = by_column(figures)
    texts = [with_percentages_moved(t, columns) if r in headers else t for r, t in enumerate(texts)]
    return Grid(table, tuple(_bands(table, texts, figures, headers, labels)), figures, unknown)


def _figure(text: str, convention: NumeralConvention) -> Figure | None:
    """The figure of a cell; of two, the one that is not in brackets beside it."""
    figure = cell_figure(text, convention)
    if figure is not None:
        return figure
    own = alone(text, narrowed(visible(text)))
    return cell_figure(own, convention) if own is not None else None


def _as_whole_numbers(figures: Figures) -> Figures:
    """The figures of columns of whole numbers that a program wrote with a nought behind a point.

    "133.0" over and over counts things to the unit, where one of many tenths would be another.
    """
    columns: dict[int, dict[tuple[int, int], Figure]] = {}
    for place, figure in figures.items():
        if not figure.nil:
            columns.setdefault(place[1], {})[place] = figure
    return {
        place: figure._replace(digits=figure.digits // 10, exponent=0)
        for column in columns.values()
        if len(column) >= FEWEST_FLOATED
        and all(_FLOATED_WHOLE.fullmatch(f.text) and f.exponent == -1 for f in column.values())
        for place, figure in column.items()
    }


def _is_on_sheet(table: Table) -> bool:
    """Whether a table is part of a workbook."""
    cell = next((cell for row in table.rows for cell in row if cell), None)
    return cell is not None and isinstance(cell.source.at, SheetPlace)


def _stored(text: str, convention: NumeralConvention) -> Figure | None:
    """The figure of a workbook's cell: what is kept as text may have commas of its own."""
    figure = _figure(text, convention)
    if figure is None and _COMMA_DECIMALS.search(text):
        return _figure(text, replace(convention, decimal=",", groups="."))
    return figure


def _unread(table: Table, texts: Texts, figures: Figures) -> dict[tuple[int, int], str]:
    """What the cells say that state no figure and stand below a heading, in a row with a label."""
    return {
        (r, c): cell.text
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row)
        if r and c and cell and texts[r][0] and (r, c) not in figures
    }


def _below_figures(
    places: Iterable[tuple[int, int]], figures: Figures
) -> frozenset[tuple[int, int]]:
    """Those of the places that have a figure above them in their column."""
    first: dict[int, int] = {}
    for (r, c), figure in figures.items():
        if not _is_year(figure.text, figure):
            first[c] = min(r, first.get(c, r))
    return frozenset((r, c) for r, c in places if c in first and first[c] < r)


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


def _label_columns(texts: Texts, figures: Figures, unknown: Collection[tuple[int, int]]) -> int:
    """How many leading columns hold labels: more while they hold no figures.

    The first is one unless all that it says below one heading is plainly amounts.
    """
    width = max((len(row) for row in texts), default=0)
    if width > 1 and _only_amounts(texts, figures):
        return 0
    least = 1
    first_unknown = min((c for _, c in unknown), default=width)
    for c in range(1, width):
        if c == first_unknown:
            return c
        stated = [r for r in range(len(texts)) if (r, c) in figures]
        if not stated or (_only_years([texts[r][c] for r in stated]) and width > c + 1):
            continue
        if not _number_texts(texts, figures, stated, c):
            return c
        least = c + 1
    return least


def _only_amounts(texts: Texts, figures: Figures) -> bool:
    """Whether the first column states amounts under a heading, and labels nothing."""
    below = [r for r, row in enumerate(texts) if r and row and row[0]]
    return bool(below and texts[0][0]) and all(
        (figure := figures.get((r, 0))) is not None and _GROUPED.search(figure.text) for r in below
    )


def _number_texts(texts: Texts, figures: Figures, rows: Sequence[int], c: int) -> bool:
    """Whether the figures of a column number what stands to their right, such as exhibits."""
    return all(
        not any(texts[r][:c])
        and not figures[r, c].unit
        and not _GROUPED.search(texts[r][c])
        and (at := _first_right(texts[r], c)) is not None
        and (r, at) not in figures
        for r in rows
    )


def _first_right(row: Sequence[str], c: int) -> int | None:
    """The nearest column to the right that says something."""
    return next((x for x in range(c + 1, len(row)) if row[x]), None)


def _only_years(texts: Sequence[str]) -> bool:
    """Whether a column's figures are years that label rows: "2025" and "2024" over and over."""
    return len(texts) >= FEWEST_YEARS and all(_YEAR.fullmatch(text) for text in texts)


def _header_rows(
    texts: Texts, figures: Figures, unknown: Collection[tuple[int, int]], labels: int
) -> frozenset[int]:
    """Rows that head columns: no figures but years, and words with or instead of a label.

    Years below the body head columns again in a row without a label, or as they did above.
    """
    found = set()
    body_seen = False
    unread = {r for r, _ in unknown}
    years_above: set[tuple[str, ...]] = set()
    for r, row in enumerate(texts):
        filled = [c for c in range(labels, len(row)) if row[c]]
        stated = [c for c in filled if (r, c) in figures]
        years = all(_is_year(row[c], figures[r, c]) for c in stated)
        years = years or (not body_seen and are_years_in_a_row([row[c] for c in stated]))
        named = tuple(row[c] for c in stated)
        repeats = len(named) > 1 and named in years_above
        if r in unread:
            body_seen = True
        elif years and (repeats or _heads(row, filled, bool(stated), body_seen)):
            found.add(r)
            years_above.add(named)
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
    return figure.nil is False and _YEAR.fullmatch(text.strip("() *%％")) is not None


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


def _bands(
    table: Table, texts: Texts, figures: Figures, headers: frozenset[int], labels: int
) -> Iterable[Band]:
    above: tuple[int, ...] = ()
    columns_of = by_column(figures)
    for run in _runs(len(texts), headers):
        header = run.header
        names_all = _names_periods(texts, header, labels) or _opens_anew(texts, header, labels)
        if header and not names_all:
            header = tuple(r for r in above if _names_periods(texts, (r,), labels)) + header
        above = header or above
        rows = tuple(_rows(texts, figures, run.rows, labels))
        used = sorted(
            {c for r in run.rows for c in range(labels, len(texts[r])) if (r, c) in figures}
        )
        headed = with_headings_moved(texts, above, run.rows, labels)
        headings = headings_over(headed, columns_of, above, used, labels)
        parts = parts_named(table, (texts[r][c] for r in above for c in range(labels)))
        columns = tuple(map(Column, used, (of_a_part(over, parts) for over in headings)))
        title = next((texts[r][0] for r in reversed(run.header) if texts[r] and texts[r][0]), "")
        yield Band(title, run.header, columns, rows)


def _names_periods(texts: Texts, header: Iterable[int], labels: int) -> bool:
    return any(_DIGIT.search(text) for r in header for text in texts[r][labels:])


def _opens_anew(texts: Texts, header: Sequence[int], labels: int) -> bool:
    """Whether a header without periods is that of another table, under a title of its own.

    Its columns are called by what is relative to the report ("Vj.", "前期"), or the row above is a
    title and each column has a heading; "Americas" above "units" and "share" is neither.
    """
    if not header:
        return False
    row = texts[header[-1]][labels:]
    if any(map(is_relative, row)):
        return True
    above = texts[header[0] - 1] if header[0] else ()
    return len(row) > 1 and all(row) and bool(any(above[:1])) and not any(above[1:])


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
