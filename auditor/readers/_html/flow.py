"""Flow: what a page shows, in the order it shows it, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """Characters of one look that stand together in the page, from ``start`` to ``end``.

    ``whole`` if they do not stand there one for one; ``element`` is the id of the nearest element
    that has one within the paragraph or cell.
    """

    text: str
    start: int
    end: int
    whole: bool
    element: str | None
    bold: bool
    raised: bool
    marked: bool


LineOfRuns = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text between two breaks; ``level`` is that of a heading's tag, 0 for none.

    ``side_by_side`` if other text stands to its left or right; ``item`` if it is of a list.
    """

    lines: tuple[LineOfRuns, ...]
    level: int = 0
    centered: bool = False
    side_by_side: bool = False
    item: bool = False

    @property
    def runs(self) -> Iterator[Run]:
        """Those that show something."""
        return (run for line in self.lines for run in line if run.text.strip())


class Mark(NamedTuple):
    """From ``offset`` on a text stands at ``start`` to ``end`` of the page."""

    offset: int
    start: int
    end: int
    whole: bool
    element: str | None


class PlacedText(NamedTuple):
    """A text and where it stands; a blank one stands where its text would begin."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table that states figures: rows of as many cells as it has columns."""

    rows: tuple[tuple[PlacedText, ...], ...]


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines as typed, blanks and blank lines included."""

    lines: tuple[LineOfRuns, ...]


ShownBlock = Paragraph | FigureTable | Preformatted


class RawCell(NamedTuple):
    """A table cell as marked up; ``at`` is where its content begins."""

    blocks: tuple[ShownBlock, ...]
    colspan: int
    rowspan: int
    at: int


class RawTable(NamedTuple):
    """Rows of cells as marked up, with what stands in its captions."""

    rows: Sequence[Sequence[RawCell]]
    captions: tuple[Paragraph, ...] = ()
