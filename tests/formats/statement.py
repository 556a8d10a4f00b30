"""A statement as a sequence of blocks, before any format: what every renderer is given.

Its source is plain Markdown, or the text that a release was saved as, with tab-separated tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
RELEASE = HERE.parent.parent / "samples" / "iij-2q06.md"
INVENTED = tuple(sorted((HERE / "statements").glob("*.md")))
SOURCES = (RELEASE, *INVENTED)

LONGEST_HEADING = 120

_FIGURE = re.compile(
    r"(?P<currency>\$?)(?P<sign>[-+−–(△▲]?)"
    r"(?P<number>\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})*(?:[.,]\d{1,2})?|\d+"
    r"|\d\d?(?:,\d\d)*,\d{3}(?:\.\d\d?)?)"
    r"(?P<unit>[ \u00a0\u202f]?%|)(?P<close>\)?)"
)
_NIL = re.compile(r"[—–－-]")
_NOTE = re.compile(r"[(（].*[)）]")
_SEPARATOR = re.compile(r"[|\s-]+")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose; ``**`` marks what is bold, a newline the end of a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A short line above a table, such as "(JPY million)"."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equally many texts, of which the first ``headers`` head the columns."""

    rows: tuple[tuple[str, ...], ...]
    headers: int

    @property
    def width(self) -> int:
        return len(self.rows[0])

    def spans(self, row: int) -> tuple[tuple[int, int], ...]:
        """(column, columns wide) of each cell of a row: a heading covers the blanks after it.

        It covers those above a heading of their own only.
        """
        texts = self.rows[row]
        found: list[tuple[int, int]] = []
        for column, text in enumerate(texts):
            if found and not text and self._is_covered(row, column, texts[found[-1][0]]):
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((column, 1))
        return tuple(found)

    def _is_covered(self, row: int, column: int, over: str) -> bool:
        return row + 1 < self.headers and bool(over and column > 1 and self.rows[row + 1][column])

    def holds_figures(self, column: int) -> bool:
        """Whether most of what stands in a column's body is figures: it is set flush right."""
        texts = [row[column] for row in self.rows[self.headers :] if row[column]]
        return 2 * sum(is_figure(text) for text in texts) > len(texts)


Block = Heading | Paragraph | Bullet | Note | Grid


@dataclass(frozen=True, slots=True)
class Statement:
    name: str
    blocks: tuple[Block, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Grid))

    def with_text(self, table: int, row: int, column: int, text: str) -> Statement:
        """The statement with another text in one cell; all count from 0."""
        old = self.grids[table]
        line = (*old.rows[row][:column], text, *old.rows[row][column + 1 :])
        new = replace(old, rows=(*old.rows[:row], line, *old.rows[row + 1 :]))
        return replace(self, blocks=tuple(new if b is old else b for b in self.blocks))

    @property
    def tables_alone(self) -> tuple[Statement, ...]:
        """Each table as a statement of its own, under its nearest heading and note."""
        found: list[Statement] = []
        above: list[Block] = []
        for block in self.blocks:
            if isinstance(block, Grid):
                nearest = [b for b in above if isinstance(b, Heading)][-1:]
                notes = [b for b in above if isinstance(b, Note)][-1:]
                name = f"{self.name}-{len(found) + 1}"
                found.append(Statement(name, (*nearest, *notes, block)))
            elif isinstance(block, Heading):
                above = [block]
            else:
                above.append(block)
        return tuple(found)


class Run(NamedTuple):
    """A stretch of a text in one weight."""

    text: str
    bold: bool


def runs(text: str) -> tuple[Run, ...]:
    """A text's stretches, bold ones every other one."""
    return tuple(Run(t, n % 2 == 1) for n, t in enumerate(_BOLD.split(text)) if t)


def unmarked(text: str) -> str:
    """The text without marks of bold type."""
    return _BOLD.sub(r"\1", text)


def parts_of_figure(text: str) -> re.Match[str] | None:
    """The sign, currency, number, unit and closing parenthesis of a figure; None for others."""
    return _FIGURE.fullmatch(text)


def is_nil(text: str) -> bool:
    return _NIL.fullmatch(text) is not None


def is_figure(text: str) -> bool:
    """Whether a cell states a figure or nil."""
    return is_nil(text) or parts_of_figure(text) is not None


@cache
def statement(source: Path) -> Statement:
    """The statement that a source holds."""
    return parsed(source.stem, source.read_text(encoding="utf-8"))


def parsed(name: str, text: str) -> Statement:
    """The statement that a text states."""
    return Statement(name, tuple(_blocks(text.split("\n"))))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].strip():
            while end < len(lines) and _continues(lines, at, end):
                end += 1
            yield _block([line.rstrip("\n") for line in lines[at:end]])
        at = end


def _continues(lines: Sequence[str], first: int, at: int) -> bool:
    """Whether a line belongs to the block above: rows to rows, prose up to the next item."""
    if not lines[at].strip() or lines[first].startswith(("#", "<<")):
        return False
    tabular = _is_row(lines[first])
    return _is_row(lines[at]) if tabular else not _is_row(lines[at]) and lines[at][0] not in "-◆"


def _is_row(line: str) -> bool:
    return line.startswith("|") or "\t" in line


def _block(lines: Sequence[str]) -> Block:
    first = lines[0].strip()
    if _is_row(lines[0]):
        return _grid(lines)
    if first.startswith("#"):
        return Heading(first.lstrip("# "), len(first) - len(first.lstrip("#")))
    text = "\n".join(line.strip() for line in lines)
    if first.startswith("- "):
        return Bullet(text[2:])
    return _line(first) if len(lines) == 1 else Paragraph(text)


def _line(text: str) -> Block:
    """What a line that stands alone is."""
    if _NOTE.fullmatch(text):
        return Note(text)
    if not _is_title(text):
        return Paragraph(text)
    return Heading(text, 3 if text[0] in "<◆" else 2)


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and line[-1] not in ".,;。" and ": " not in line


def _grid(lines: Sequence[str]) -> Grid:
    if lines[0].startswith("|"):
        headers = next(
            n for n, line in enumerate(lines) if _SEPARATOR.fullmatch(line) and "-" in line
        )
        lines = [*lines[:headers], *lines[headers + 1 :]]
        rows = [[t.strip() for t in line.strip().strip("|").split("|")] for line in lines]
    else:
        rows = [[t.strip() for t in line.split("\t")] for line in lines]
        headers = next((n for n, row in enumerate(rows) if _is_body(row)), 1)
    width = max(map(len, rows))
    return Grid(tuple(tuple(row) + ("",) * (width - len(row)) for row in rows), headers)


def _is_body(row: Sequence[str]) -> bool:
    return any(is_figure(text) and not _YEAR.fullmatch(text) for text in row[1:])
