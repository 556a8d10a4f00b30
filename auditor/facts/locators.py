"""Locators: the words that say where in a document a figure is printed, read or found.

A reference is the printed wording. ``Total #2`` is the second of that name from the top or the
left, ``Current assets > Total`` the one below that group label; ``(none)`` is where nothing is
printed, and so ``(none) #3`` the third table without a heading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.facts.thresholds import WORDS_OF_AN_OPENING
from auditor.model.document import Document, Passage, Table
from auditor.model.grid import Band, Grid, Row
from auditor.notation.vocabulary import cleaned, normal

UNNAMED = "(none)"
BELOW = " > "
_NUMBERED = re.compile(r"(.*?)(?<!\s)\s*+#([1-9][0-9]{0,4})", re.DOTALL)
_WORD_WITH_DIGIT = re.compile(r"[^\s\d]*+\d\S*+")


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class Atlas:
    """A document's tables, rows, columns and passages by what they are called, and back.

    Tables count from 1; rows and columns from 0, as in the grids.
    """

    document: Document
    grids: Sequence[Grid]

    def table(self, reference: str) -> int | None:
        return _chosen(reference, self._tables)

    def row(self, table: int, reference: str) -> int | None:
        return _chosen(reference, self._rows(table))

    def column(self, table: int, row: int, reference: str) -> int | None:
        """The column so headed where the row stands."""
        return _chosen(reference, self._columns(table, row))

    def passage(self, reference: str) -> int | None:
        """The block, from 0, of the passage that opens with these words."""
        return _chosen(reference, self._passages)

    def table_name(self, table: int) -> str:
        return _name_of(table, self._tables)

    def row_name(self, table: int, row: int) -> str:
        return _name_of(row, self._rows(table))

    def column_name(self, table: int, row: int, column: int) -> str:
        return _name_of(column, self._columns(table, row))

    def passage_name(self, block: int) -> str:
        return _name_of(block, self._passages)

    def rows(self, table: int) -> Sequence[int]:
        """The rows with figures."""
        return tuple(self.bands[table])

    def columns(self, table: int, row: int) -> Sequence[int]:
        """The columns with figures where the row stands."""
        return tuple(c.index for c in self.bands[table][row][0].columns)

    @cached_property
    def tables(self) -> Mapping[int, Table]:
        return {grid.table.number: grid.table for grid in self.grids}

    @cached_property
    def bands(self) -> Mapping[int, Mapping[int, tuple[Band, Row]]]:
        """By table: each row of figures with the band it stands in."""
        return {
            grid.table.number: {row.index: (band, row) for band in grid.bands for row in band.rows}
            for grid in self.grids
        }

    @cached_property
    def _tables(self) -> _Names:
        return _Names((grid.table.number, (_heading(grid.table.headings),)) for grid in self.grids)

    def _rows(self, table: int) -> _Names:
        found = self._rows_of.get(table)
        if found is None:
            found = self._rows_of[table] = _Names(
                (index, _row_names(row)) for index, (_, row) in self.bands[table].items()
            )
        return found

    def _columns(self, table: int, row: int) -> _Names:
        band, _ = self.bands[table][row]
        key = (table, band.rows[0].index)
        found = self._columns_of.get(key)
        if found is None:
            found = self._columns_of[key] = _Names((c.index, (c.heading,)) for c in band.columns)
        return found

    @cached_property
    def _rows_of(self) -> dict[int, _Names]:
        return {}

    @cached_property
    def _columns_of(self) -> dict[tuple[int, int], _Names]:
        return {}

    @cached_property
    def _passages(self) -> _Names:
        return _Names(
            (block, (_opening(piece.text),))
            for block, piece in enumerate(self.document.blocks)
            if isinstance(piece, Passage)
        )


class _Names:
    """Things in reading order by what they are called; a thing may have several names."""

    def __init__(self, named: Iterable[tuple[int, Sequence[str]]]) -> None:
        self.things: dict[str, list[int]] = defaultdict(list)
        self.names: dict[int, Sequence[str]] = {}
        self.nth: dict[tuple[str, int], int] = {}
        for thing, names in named:
            self.names[thing] = names
            for name in dict.fromkeys(map(_form, names)):
                self.things[name].append(thing)
                self.nth[name, thing] = len(self.things[name])


def _chosen(reference: str, names: _Names) -> int | None:
    """The thing that a reference names: the first of that name, or the one that ``#`` counts."""
    whole = names.things.get(_form(reference))
    if whole:
        return whole[0]
    numbered = _NUMBERED.fullmatch(reference)
    if numbered is None:
        return None
    same = names.things.get(_form(numbered[1]), [])
    place = int(numbered[2]) - 1
    return same[place] if place < len(same) else None


def _name_of(thing: int, names: _Names) -> str:
    """The plainest reference to a thing: a name that no other has, else a count."""
    written = [_written(name) for name in names.names[thing]]
    for name in written:
        if names.things.get(_form(name)) == [thing]:
            return name
    return f"{written[0]} #{names.nth[_form(names.names[thing][0]), thing]}"


def _written(name: str) -> str:
    return cleaned(name) or UNNAMED


def _form(name: str) -> str:
    return BELOW.join(normal(part) for part in name.split(BELOW)) or normal(UNNAMED)


def _row_names(row: Row) -> tuple[str, ...]:
    if not cleaned(row.group):
        return (row.label,)
    return row.label, f"{cleaned(row.group)}{BELOW}{_written(row.label)}"


def _heading(headings: Sequence[Passage]) -> str:
    return " ".join(headings[-1].text.split()) if headings else ""


def _opening(text: str) -> str:
    """The words that a passage opens with, figures left out: next time they will be others."""
    return " ".join(_without_figures(text.split()[:WORDS_OF_AN_OPENING]))


def _without_figures(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield "…" if _WORD_WITH_DIGIT.fullmatch(word) else word
