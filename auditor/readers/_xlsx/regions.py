"""Regions: which cells of a sheet are one table, and which stand alone as titles and text.

A blank row or column parts tables only where what follows has headings or labels of its own:
statements leave rows and columns blank for the eye.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from auditor.notation.numerals import cell_figure, narrowed
from auditor.readers._outline import NOTE
from auditor.readers._xlsx.addresses import Place
from auditor.readers._xlsx.thresholds import DEEPEST_CUT

_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?[A-Z*]?")
_DECIMAL_COMMA = re.compile(r"[-−–+(]?\d{1,3}(?: ?\d{3})*,\d{1,2}\)? ?%?")
_LETTER = re.compile(r"[^\W\d_]")
_STAND_IN = re.compile(r"n\.?/?[am]\.?|n\.m\.|nil", re.IGNORECASE)

Texts = Mapping[Place, str]
Row = tuple[Place, ...]
"""The filled cells of a row, from left to right."""


class Lone(NamedTuple):
    """A cell that stands for itself; ``leads`` where a table or more text follows below."""

    place: Place
    leads: bool


class Block(NamedTuple):
    """The cells of a table, row by row."""

    rows: tuple[Row, ...]


Piece = Lone | Block


def pieces(texts: Texts) -> Iterator[Piece]:
    """The sheet's tables and texts, from top to bottom and from left to right."""
    rows = [tuple(row) for _, row in groupby(sorted(texts), key=lambda place: place.row)]
    yield from _cut(rows, _Kinds(texts), 0)


class _Kinds:
    """What each cell is; every text is looked at once."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.figures = {
            place
            for place, text in texts.items()
            if not _YEAR.fullmatch(text) and _reads_as_figure(text)
        }
        self.labels = {
            place
            for place, text in texts.items()
            if place not in self.figures and _LETTER.search(text) and not _STAND_IN.fullmatch(text)
        }

    def states(self, row: Row) -> bool:
        """Whether a row states figures."""
        return any(place in self.figures for place in row)

    def heads(self, row: Row) -> bool:
        """Whether a row can head columns: more than one cell, and years at most."""
        return len(row) > 1 and not self.states(row)


def _reads_as_figure(text: str) -> bool:
    """Whether a cell states a figure, be it one with a decimal comma."""
    return cell_figure(text) is not None or _DECIMAL_COMMA.fullmatch(narrowed(text)) is not None


def _cut(rows: Sequence[Row], kinds: _Kinds, depth: int) -> Iterator[Piece]:
    """The pieces of a region, cut first where tables follow below, then where they stand beside."""
    for chain in _chains(rows, kinds):
        sides = _sides(chain, kinds) if depth < DEEPEST_CUT else [chain]
        if len(sides) > 1:
            for side in sides:
                yield from _cut(side, kinds, depth + 1)
        else:
            yield from _table_between_texts(chain, kinds)


def _chains(rows: Sequence[Row], kinds: _Kinds) -> Iterator[list[Row]]:
    """Rows that are one table with what stands above it, or tables side by side."""
    chain: list[Row] = []
    has_figures = False
    for run in _runs(rows):
        if chain and has_figures and _begins_anew(run, kinds):
            yield chain
            chain, has_figures = [], False
        chain += run
        has_figures = has_figures or any(map(kinds.states, run))
    if chain:
        yield chain


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows with no blank row between them."""
    run: list[Row] = []
    for row in rows:
        if run and row[0].row > run[-1][0].row + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _begins_anew(run: Sequence[Row], kinds: _Kinds) -> bool:
    """Whether rows below a blank one have headings of their own, or no figures at all."""
    first = next((i for i, row in enumerate(run) if kinds.states(row)), None)
    return first is None or any(kinds.heads(row) or _is_off_left(row, run) for row in run[:first])


def _is_off_left(row: Row, run: Sequence[Row]) -> bool:
    """Whether a row's one cell stands over columns of figures, not over the labels."""
    return row[0].column > min(other[0].column for other in run)


def _sides(rows: Sequence[Row], kinds: _Kinds) -> list[list[Row]]:
    """The regions that stand side by side, parted by blank columns before labels."""
    used = sorted({place.column for row in rows for place in row})
    stripes = [used[0], *(b for a, b in pairwise(used) if b > a + 1)]
    if len(stripes) == 1:
        return [list(rows)]
    bounds = [*_openings(stripes, rows, kinds), used[-1] + 1]
    sides = []
    for low, high in pairwise(bounds):
        cut = [tuple(p for p in row if low <= p.column < high) for row in rows]
        sides.append([row for row in cut if row])
    return sides


def _openings(stripes: Sequence[int], rows: Sequence[Row], kinds: _Kinds) -> Iterator[int]:
    """The columns that tables begin with: after a blank one, of labels, with figures either side.

    ``stripes`` are the first columns of what blank columns set apart.
    """
    with_figures: Counter[int] = Counter()
    labelled: Counter[int] = Counter()
    for row in rows:
        figures = [p.column for p in row if p in kinds.figures]
        of_row = {stripes[bisect.bisect_right(stripes, column) - 1] for column in figures}
        with_figures.update(of_row)
        labelled.update(p.column for p in row if p.column in of_row and p in kinds.labels)
    yield stripes[0]
    has_figures_left = with_figures[stripes[0]] > 0
    for start in stripes[1:]:
        if has_figures_left and labelled[start] > 1 and 2 * labelled[start] > with_figures[start]:
            yield start
        has_figures_left = has_figures_left or with_figures[start] > 0


def _table_between_texts(rows: Sequence[Row], kinds: _Kinds) -> Iterator[Piece]:
    """A table between the lone texts above and below it; lone texts only where there is none."""
    first = min(place.column for row in rows for place in row)
    lone = [_stands_alone(row, first, kinds) for row in rows]
    top = next((i for i, alone in enumerate(lone) if not alone), len(rows))
    bottom = next((i for i in range(len(rows), top, -1) if not lone[i - 1]), top)
    yield from (Lone(row[0], True) for row in rows[:top])
    if rows[top:bottom]:
        yield Block(tuple(rows[top:bottom]))
    yield from (Lone(row[0], False) for row in rows[bottom:])


def _stands_alone(row: Row, first: int, kinds: _Kinds) -> bool:
    """Whether a row is one text where labels stand, or a note wherever it stands."""
    if len(row) > 1 or row[0] in kinds.figures:
        return False
    return row[0].column == first or NOTE.fullmatch(kinds.texts[row[0]]) is not None
