"""Lines: the words of a page by the lines they stand on, each cut into chunks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import Chunk, Kind, chunks
from auditor.readers._aligned.thresholds import (
    ENDING_WORDS,
    NEAR_ROWS,
    OVERLAP,
    RAISED,
    SENTENCE_WORDS,
    SMALL,
)
from auditor.readers._aligned.words import Scale, Word

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDS = deferred(r"[.;。]['”’\")]*$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words side by side, cut into chunks; ``figures`` are those that state figures.

    ``flow`` counts the columns of text of a document, ``page`` its pages: a table may go on from
    the last flow of one to the first of the next.
    """

    chunks: tuple[Chunk, ...]
    figures: tuple[Chunk, ...]
    top: float
    bottom: float
    flow: int = 0
    page: int = 0

    @property
    def left(self) -> float:
        return self.chunks[0].left

    @property
    def right(self) -> float:
        return self.chunks[-1].right

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for chunk in self.chunks for word in chunk.words)

    @property
    def size(self) -> float:
        """The size of its type: that of its smallest word."""
        return min(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(chunk.text for chunk in self.chunks)

    @property
    def is_row(self) -> bool:
        """Whether it may be a row of a table: figures, not years only, with little text between."""
        stated = 0 if self.is_years else len(self.figures)
        texts = sum(c.kind is Kind.TEXT and c.has_letters for c in self.chunks)
        return stated > 0 and texts <= stated + 2

    @property
    def has_label(self) -> bool:
        return any(c.has_letters for c in self.chunks[:2]) or self.chunks[0] not in self.figures

    @property
    def is_years(self) -> bool:
        """Whether all its figures are years, as those that head columns are."""
        stated = self.figures
        return bool(stated) and all(c.kind is Kind.YEAR for c in stated)

    @property
    def reads_on(self) -> bool:
        """Whether it reads as a line of running text."""
        longest = max(len(chunk.words) for chunk in self.chunks)
        return longest >= SENTENCE_WORDS or (
            longest > ENDING_WORDS and _ENDS.search(self.text) is not None
        )


def line_of(
    chunks: tuple[Chunk, ...], top: float, bottom: float, flow: int = 0, page: int = 0
) -> PrintedLine:
    """The line of some chunks, at least one, from left to right."""
    return PrintedLine(chunks, _figures(chunks), top, bottom, flow, page)


def _figures(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The chunks that state figures; a mark such as "(1)" before a text, or a year, is none."""
    first = chunks[0]
    if first.counts and len(chunks) > 1 and chunks[1].has_letters:
        return tuple(c for c in chunks[1:] if c.counts)
    stated = tuple(c for c in chunks if c.counts)
    labels = first.kind is Kind.YEAR and any(c.kind is Kind.FIGURE for c in stated)
    return stated[1:] if labels else stated


def lines(words: Iterable[Word], scale: Scale) -> list[PrintedLine]:
    """The lines from top to bottom; a word raised as a footnote mark is on the line beside it."""
    rows: list[list[Word]] = []
    tallest: list[Word] = []
    for word in sorted(words, key=lambda w: w.top + w.bottom):
        at = _row(tallest, word)
        if at is None:
            rows.append([word])
            tallest.append(word)
            continue
        rows[at].append(word)
        if word.bottom - word.top > tallest[at].bottom - tallest[at].top:
            tallest[at] = word
    found = [_line(row, scale) for row in rows]
    return sorted((line for line in found if line), key=lambda line: line.top)


def _row(tallest: Sequence[Word], word: Word) -> int | None:
    """The row that a word is on; words come from top to bottom, so the last few are looked at."""
    for at in range(len(tallest) - 1, max(len(tallest) - NEAR_ROWS, 0) - 1, -1):
        other = tallest[at]
        shared = min(other.bottom, word.bottom) - max(other.top, word.top)
        if shared > OVERLAP * min(word.bottom - word.top, other.bottom - other.top):
            return at
    return None


def _line(row: list[Word], scale: Scale) -> PrintedLine | None:
    usual = sorted(row, key=lambda w: w.bottom - w.top)[len(row) // 2]
    words = [_marked(word, usual) for word in sorted(row, key=lambda w: w.left)]
    parts = chunks(words, scale)
    return line_of(parts, usual.top, usual.bottom) if parts else None


def _marked(word: Word, usual: Word) -> Word:
    """The word, its digits raised where it is set as a footnote mark: small, above the line."""
    small = word.size < SMALL * usual.size and word.bottom < usual.bottom - RAISED * usual.size
    if not small or not word.text.isdigit():
        return word
    return word._replace(text=word.text.translate(_SUPERSCRIPTS))
