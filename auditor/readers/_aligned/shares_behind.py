"""Shares behind: an amount and its percentage in parentheses, "3,626 (8.8%)", as one cell.

Words that a blank parts are set apart where both are numbers, since columns may stand as close. But
percentages that are all in parentheses, each right behind an amount, and that no heading of their
own names, are no negative ones in a column of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import Chunk, chunk_of
from auditor.readers._aligned.columns import AlignedColumn, column_of
from auditor.readers._aligned.lines import PrintedLine, line_of
from auditor.readers._aligned.words import Scale

_SHARE = deferred(r"[(（]\s?[-−–+△▲]?\s?[\d.,٫．，]{1,12}\s?[%％٪]\s?[)）]")
_PER_CENT = ("%", "％", "٪")
# Words that name changes where they stand close to the heading beside them: "2025 Change".
_NAMES_CHANGE = deferred(
    r"(?<![(（])[%％]|chang|growth|\bvar|\binc(?:r|\b)|\bdecr|yoy|\bdiff|veränd|abw|évol"
    r"|增减|増減|前年|증감|변동",
    re.IGNORECASE,
)


class _Pair(NamedTuple):
    """The columns of an amount and of the percentage right behind it."""

    amount: int
    share: int


class _Placed(NamedTuple):
    """A line, the column of each of its chunks, and the pairs by the places of their shares."""

    line: PrintedLine
    columns: tuple[int | None, ...]
    pairs: Mapping[int, _Pair]


def with_shares_behind(
    body: Sequence[PrintedLine],
    heads: Sequence[PrintedLine],
    among: Sequence[AlignedColumn],
    scale: Scale,
) -> list[PrintedLine]:
    """The lines of a table's body, each amount and such a percentage behind it one chunk."""
    if not any(_SHARE.fullmatch(c.text) for line in body for c in line.chunks[1:]):
        return list(body)
    placed = [_placed(line, among, scale) for line in body]
    named = {column for one in placed for column in _lone_percentages(one)}
    kept = {
        pair
        for pair in {pair for one in placed for pair in one.pairs.values()}
        if pair.share not in named and not all(_is_headed(own, pair, heads, among) for own in pair)
    }
    return [_joined(one, kept, scale) for one in placed]


def _placed(line: PrintedLine, among: Sequence[AlignedColumn], scale: Scale) -> _Placed:
    columns = tuple(column_of(chunk, among, scale) for chunk in line.chunks)
    pairs = {}
    for at, (a, b) in enumerate(pairwise(line.chunks), start=1):
        amount, share = columns[at - 1], columns[at]
        near = a.counts and b.left - a.right < scale.gap
        if not near or _is_per_cent(a) or not _SHARE.fullmatch(b.text):
            continue
        if amount is not None and share is not None and amount < share:
            pairs[at] = _Pair(amount, share)
    return _Placed(line, columns, pairs)


def _lone_percentages(one: _Placed) -> Iterator[int | None]:
    """The columns of percentages without an amount right before them, or without parentheses."""
    for at, chunk in enumerate(one.line.chunks):
        if at not in one.pairs and chunk.counts and _is_per_cent(chunk):
            yield one.columns[at]


def _is_per_cent(chunk: Chunk) -> bool:
    return any(sign in chunk.text for sign in _PER_CENT)


def _is_headed(
    own: int, pair: _Pair, heads: Sequence[PrintedLine], among: Sequence[AlignedColumn]
) -> bool:
    """Whether a heading stands over one column of a pair and not over the other."""
    (other,) = set(pair) - {own}
    return any(
        among[own].overlap(p.left, p.right) > 0 >= among[other].overlap(p.left, p.right)
        for line in heads
        for p in (line.words if _NAMES_CHANGE.search(line.text) else line.chunks)
    )


def _joined(one: _Placed, kept: Collection[_Pair], scale: Scale) -> PrintedLine:
    """The line, the chunks of pairs that are kept made one."""
    line = one.line
    if not any(pair in kept for pair in one.pairs.values()):
        return line
    chunks: list[Chunk] = []
    for at, chunk in enumerate(line.chunks):
        if one.pairs.get(at) in kept:
            chunks[-1] = chunk_of((*chunks[-1].words, *chunk.words), scale)
        else:
            chunks.append(chunk)
    return line_of(tuple(chunks), line.top, line.bottom, line.flow, line.page)
