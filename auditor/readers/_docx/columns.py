"""Columns: the logical columns of a table, in which a figure and its signs are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.model.figure import Figure
from auditor.notation.numerals import cell_figure, narrowed
from auditor.notation.numerals import states_figure as states_figure_somehow
from auditor.readers._parted_cells import holds_share

_OPENER = re.compile(r"(?:[A-Z]{0,2}[$€£¥₩₹])?\s*+(?:\(\s*+)?(?:[A-Z]{0,2}[$€£¥₩₹])?")
_CLOSER = re.compile(r"\)?\s*+(?:(?:%|pts?\.?|pp)\s*+)?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PENCE = re.compile(r"\(?\d+(?:\.\d+)?p\)?")


class Span(NamedTuple):
    """A text over the columns ``start`` to ``end`` (from 0) of a table's grid.

    ``figure`` if it states a number other than a year or a dash.
    """

    start: int
    end: int
    text: str
    figure: bool = False


class LogicalColumn:
    """What is one column: the part of the grid that it takes, and the rows with a text there."""

    __slots__ = ("end", "figures", "rows", "start")

    def __init__(self, start: int, end: int, rows: Iterable[int], *, figures: bool) -> None:
        self.start, self.end, self.rows, self.figures = start, end, set(rows), figures


Placed = dict[int, str]
"""The texts of a row by logical column, from 0; blank where a cell is empty."""


def logical(rows: Sequence[Sequence[Span]]) -> list[Placed]:
    """The rows by logical columns. Columns in which nothing stands are left out.

    Figures and the signs in cells beside them are one text. What spans several columns stands in
    the first of them.
    """
    whole = [tuple(map(_with_kind, _joined(row))) for row in rows]
    columns = _columns(whole)
    return [_placed(row, columns) for row in whole]


def _with_kind(span: Span) -> Span:
    return span._replace(figure=states_figure(span.text))


def states_figure(text: str) -> bool:
    """Whether a text is a number other than a year or a dash."""
    figure = printed_figure(text)
    return figure is not None and not figure.nil and not _YEAR.fullmatch(narrowed(text).strip())


def states_amount(text: str) -> bool:
    """Whether a text is such a number in any notation, or one with its percentage beside it."""
    if states_figure(text):
        return True
    if not any(map(str.isdigit, text)) or _YEAR.fullmatch(narrowed(text).strip()):
        return False
    return states_figure_somehow(text) or holds_share(text) or bool(_PENCE.fullmatch(text.strip()))


def printed_figure(text: str) -> Figure | None:
    """The number or dash that a text is, with a decimal point or, as "1 204,5", a comma."""
    if not text.strip():
        return None
    return cell_figure(text) or ("," in text and cell_figure(text.replace(",", "."))) or None


def _joined(row: Sequence[Span]) -> Iterator[Span]:
    """The spans, a figure's signs in cells of their own made part of it."""
    waiting: Span | None = None
    for span in row:
        if waiting is None:
            waiting = span
        elif (joined := together(waiting, span)) is not None:
            waiting = joined
        else:
            yield waiting
            waiting = span
    if waiting is not None:
        yield waiting


def together(left: Span, right: Span) -> Span | None:
    """Both as one, where one of them is a sign of the other; None where they stand apart."""
    a, b = narrowed(left.text).strip(), narrowed(right.text).strip()
    if not a or not b or left.end != right.start:
        return None
    opens = left.start > 0 and _OPENER.fullmatch(a) is not None and printed_figure(b) is not None
    if not opens and not (_CLOSER.fullmatch(b) and _lacks(a, b)):
        return None
    text = f"{left.text} {right.text}" if opens and not a.endswith("(") else left.text + right.text
    return Span(left.start, right.end, text)


def _lacks(text: str, sign: str) -> bool:
    """Whether a text is a number that the sign belongs to, and no year."""
    if _YEAR.fullmatch(text) or printed_figure(text) is None:
        return False
    return not sign.startswith(")") or text.count("(") > text.count(")")


def _columns(rows: Sequence[Sequence[Span]]) -> list[LogicalColumn]:
    """The columns from left to right: figures decide them, words stand over or between them.

    Spans that overlap are one column unless some row tells them apart. One that would unite several
    is a heading over them.
    """
    found: list[LogicalColumn] = []
    for (start, end, figures), numbers in sorted(_spans(rows).items(), key=_narrow_figures_first):
        over = [c for c in found if c.start < end and start < c.end]
        if not over:
            found.append(LogicalColumn(start, end, numbers, figures=figures))
        elif len(over) == 1 and over[0].figures == figures and over[0].rows.isdisjoint(numbers):
            (one,) = over
            one.start, one.end = min(one.start, start), max(one.end, end)
            one.rows |= numbers
    return sorted(found, key=lambda c: (c.start, c.end))


_Spans = dict[tuple[int, int, bool], set[int]]


def _spans(rows: Sequence[Sequence[Span]]) -> _Spans:
    """Where texts stand, figures (True) or not: the rows of each span."""
    found: _Spans = {}
    for number, row in enumerate(rows):
        for span in row:
            if span.text:
                key = (span.start, span.end, span.figure)
                found.setdefault(key, set()).add(number)
    return found


def _narrow_figures_first(item: tuple[tuple[int, int, bool], set[int]]) -> tuple[bool, int, int]:
    (start, end, figures), _ = item
    return not figures, end - start, start


def _placed(row: Sequence[Span], columns: Sequence[LogicalColumn]) -> Placed:
    """A row's texts by column; one that finds its columns taken joins what stands there."""
    found: dict[int, Span] = {}
    for span in sorted(row, key=lambda s: (not s.figure, not s.text, s.start)):
        over = [n for n, c in enumerate(columns) if c.start < span.end and span.start < c.end]
        free = next((n for n in over if n not in found), None)
        if free is not None:
            found[free] = span
        elif span.text and over:
            a, b = sorted((found[over[0]], span))
            found[over[0]] = Span(a.start, b.end, f"{a.text} {b.text}".strip())
    return {n: span.text for n, span in found.items()}
